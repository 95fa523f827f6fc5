"""A text on its way to the page: its figures, footnotes, players and subheads, and the marks of how we know.

From stored, sanitised HTML to HTML; each step adds only what templates of ours say. No queries.
"""

import re
from html import unescape
from itertools import chain, count

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from articles.text import numbered, player, slug_of

WORTH_A_LIST = 3  # subheads

_FIGURE = re.compile(r'<figure data-picture="(\d+)">\s*</figure>')
_ENDING = r"((?:</(?:p|li|ul|ol|blockquote)>)*)"
_NOTES = re.compile(_ENDING + r'((?:<aside class="note">(?:(?!</aside>).)*</aside>)+)', re.DOTALL)
_NOTE = re.compile(r'<aside class="note">((?:(?!</aside>).)*)</aside>', re.DOTALL)
_ALONE = re.compile(r'<p><a href="(https://[^"]+)"[^>]*>((?:(?!</?(?:a|p)\b).)*)</a></p>', re.DOTALL)
_SUBHEAD = re.compile(r"<h2>((?:(?!</h2>).)*)</h2>", re.DOTALL)
_SMALL = re.compile(r"<(/?)h3>")
_TAG = re.compile(r"<[^>]*>")


def as_shown(article, media):
    """The text's HTML for readers. What is no picture of this article leaves nothing behind; so does a claim's place
    that no longer fits."""
    html = with_places(with_notes(with_players(with_levels(with_marks(article)))))
    return mark_safe(with_figures(html, article, media))  # noqa: S308  (sanitised when composed, see articles.text)


def of_policy(html):
    """The text of a page about the paper: no story's, so without pictures and marks of claims."""
    return mark_safe(with_notes(with_levels(html)))  # noqa: S308  (sanitised when kept, see actions/policies.py)


def opening(html):
    """The first paragraph, in plain words."""
    first = html.partition("<p>")[2].partition("</p>")[0]
    return unescape(_TAG.sub("", first))


def contents(article):
    """[(id, words)] of the subheads of a text that readers go through by questions or chapters; else nothing."""
    if article.type_of_work != "explainer" and article.layout != "long":
        return []
    found = list(_subheads(with_levels(article.body)))
    return found if len(found) >= WORTH_A_LIST else []


def with_levels(html):
    """A small subhead before any large one is as large: whoever goes by headings finds no level missing."""
    before, first, after = html.partition("<h2>")
    return _SMALL.sub(r"<\1h2>", before) + first + after


def with_marks(article):
    body = article.body
    for claim in sorted(article.claims, key=lambda claim: claim["end"], reverse=True):
        if body[: claim["end"]].endswith(claim["after"]):
            mark = render_to_string("reading/_how_mark.html", {"claim": claim})
            body = body[: claim["end"]] + mark + body[claim["end"] :]
    return body


def with_figures(html, article, media):
    known = {picture["number"]: picture for picture in article.pictures}

    def figure(match):
        picture = known.get(int(match[1]))
        context = {"picture": picture, "media": media, "layout": article.layout}
        return render_to_string("reading/_figure.html", context) if picture else ""

    return _FIGURE.sub(figure, html)


def with_notes(html):
    """Footnotes numbered in their order, each called by a number at the end of the paragraph that it follows."""
    numbers = count(1)

    def paragraph(match):
        called, told = [], []
        for note in _NOTE.findall(match[2]):
            said = {"number": next(numbers), "words": mark_safe(note)}  # noqa: S308
            called.append(render_to_string("reading/_note_call.html", said) if match[1] else "")
            told.append(render_to_string("reading/_note.html", said | {"is_called": bool(match[1])}))
        return "".join([*called, match[1], *told])

    return _NOTES.sub(paragraph, html) if "<aside" in html else html


def with_players(html):
    """A link to a film or chart that stands alone in its paragraph: loaded from elsewhere when a reader asks for it."""

    def frame(match):
        found = player(unescape(match[1]))
        if not found:
            return match[0]
        said = {"url": unescape(match[1]), "player": found, "words": mark_safe(match[2])}  # noqa: S308
        return render_to_string("reading/_player.html", said)

    return _ALONE.sub(frame, html)


def with_places(html):
    """Subheads that can be linked to."""
    names = iter(_subheads(html))
    return _SUBHEAD.sub(lambda match: f'<h2 id="{next(names)[0]}">{match[1]}</h2>', html)


def _subheads(html):
    """(id, words) of each; the id stays the same as long as the words do."""
    taken = set()
    for inner in _SUBHEAD.findall(html):
        words = unescape(_TAG.sub("", inner.replace("<br>", " "))).strip()
        slug = slug_of(words)
        name = next(one for one in chain([slug], (numbered(slug, n) for n in count(2))) if one not in taken)
        taken.add(name)
        yield f"to-{name}", words
