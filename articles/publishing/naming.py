"""Which live stories name somebody in what readers get: found by the search index, then read word by word."""

import re
import unicodedata

from articles.models.public import Article
from articles.publishing import search
from articles.publishing.protected import words_of

A_BATCH = 500
SAID = ("headline", "standfirst", "social_headline", "description", "dateline", "text")


def says(text, phrases):
    """Whether one of the phrases stands in a text, as whole words; no case, no accents, no punctuation.

    A name of a single word counts only as it is written, with its capital: “Will” is not “will”.
    """
    words = f" {' '.join(words_of(text))} "
    return any(_stands(phrase, words, text) for phrase in phrases)


def _stands(phrase, words, text):
    wanted = words_of(phrase)
    if len(wanted) == 1:
        return re.search(rf"(?<!\w){re.escape(_bare(phrase.strip()))}(?!\w)", _bare(text)) is not None
    return bool(wanted) and f" {' '.join(wanted)} " in words


def _bare(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def stories_saying(phrases):
    """The numbers of the live stories in whose words readers find one of these phrases, sorted."""
    return stories_saying_each({"": phrases})[""]


def stories_saying_each(wanted):
    """The same for several at once: {key: phrases} -> {key: numbers}.

    One query of the index, and one for every 500 stories it finds, however many stories there are.
    """
    found = sorted(search.holding(sorted({phrase for phrases in wanted.values() for phrase in phrases})))
    told = {key: [] for key in wanted}
    for start in range(0, len(found), A_BATCH):
        batch = Article.objects.filter(pk__in=found[start : start + A_BATCH])
        for number, people, pictures, *said in batch.values_list("story_number", "people", "pictures", *SAID):
            shown = [*said, *_around(people, pictures)]
            for key, phrases in wanted.items():
                if any(says(part, phrases) for part in shown):
                    told[key].append(number)
    return {key: sorted(numbers) for key, numbers in told.items()}


def _around(people, pictures):
    """What stands beside the text: names, and what is said under pictures and instead of them."""
    yield from (part["name"] for part in people)
    yield from (picture.get(key) or "" for picture in pictures for key in ("caption", "alt"))


def names_of(person):
    """All that somebody of the desk's record is called."""
    return [person.name, *person.also_known_as]
