"""The stories of a list, as many requests show them: asked for by number and stamp, read once by each process.

Every list asks the database which stories stand on it and in which state (the stamp of a row is another one after each
writing). Only those that this process has not seen in this state are read; so nothing is shown that no longer stands.
"""

from copy import copy

from articles.models.public import Article
from articles.text.remembering import Memory

STATE = ("pk", "stamp", "section__name", "section__slug")
memory = Memory(2000)


def of(rows):
    """The articles of these rows of STATE, in their order, each as cards need it."""
    states = [tuple(row) for row in rows]
    known = {state: memory.get(state) for state in states}
    missing = [state[0] for state, article in known.items() if article is None]
    if missing:
        read = {article.pk: article for article in Article.objects.for_cards().filter(pk__in=missing)}
        known |= {state: _kept(read[state[0]]) for state in states if state[0] in read}
    return [known[state] for state in states if known[state]]


def with_parts(rows):
    """As `of`, where each row ends with what is said of the story in this list; copies, since others show them, too."""
    articles = {article.pk: article for article in of(row[:-1] for row in rows)}
    return [_saying(articles[row[0]], row[-1]) for row in rows if row[0] in articles]


def _kept(article):
    article.state = (article.pk, article.stamp, article.section.name, article.section.slug)
    return memory.keep(article.state, article)


def _saying(article, part):
    found = copy(article)
    found.part = part
    return found
