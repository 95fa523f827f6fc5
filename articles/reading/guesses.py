"""“Did you mean …?” for a search that found nothing: from the names that have a page of their own, and no others.

The names are read now and then and remembered; before one is shown, it is asked whether its page is still there and
whether the corrected question finds anything. So nobody is named here who is not named on the readers' pages.
"""

import re
from datetime import timedelta
from itertools import chain

from django.utils import timezone

from articles.models.public import Author, Profile, Section, TagPage
from articles.publishing import search as index
from articles.text.remembering import Memory
from articles.text.spelling import Spelling, words_of

MOST = {Section: 200, TagPage: 5000, Author: 1000, Profile: 5000}  # names of a kind, the newest
MOST_WORDS, MOST_MISSPELT = 6, 2
KEPT = timedelta(minutes=5)
memory = Memory(1)


def meant(query):
    """The question with its misspelt words put right; "" where nothing near is known, or where it finds nothing."""
    terms = index.terms_of(query)
    if len(terms) > MOST_WORDS or any(term.unwanted or term.is_phrase for term in terms):
        return ""
    found = _misspelt(query, is_alone=len(terms) == 1)
    if not found or not all(_stands(*origin) for _right, origin in found.values()):
        return ""
    corrected = query
    for word, (right, _origin) in found.items():
        corrected = re.sub(rf"\b{re.escape(word)}\b", right, corrected)
    return corrected if index.newest(corrected, 1) else ""


def _misspelt(query, *, is_alone):
    """{word: (how it is written, its origin)} of those that are near a known one and stand in no story.

    is_alone: of one word it is known that it stands in none.
    """
    known = _spelling()
    near = {word: known.closest(word) for word in words_of(query) if word not in known}
    near = {word: found for word, found in near.items() if found}
    if len(near) > MOST_MISSPELT:
        return {}
    return near if is_alone else {word: found for word, found in near.items() if not index.newest(word, 1)}


def _stands(model, number, name):
    return model.objects.live().filter(pk=number, name=name).exists()


def _spelling():
    now = timezone.now()
    return memory.get("names", now) or memory.keep("names", Spelling(_words()), now + KEPT)


def _words():
    """{word: (model, number, name)} of everything that has a page."""
    named = chain.from_iterable(_names(model, most) for model, most in MOST.items())
    return {word: origin for origin in named for word in words_of(origin[2])}


def _names(model, most):
    rows = model.objects.live().order_by("-pk").values_list("pk", "name")[:most]
    return ((model, number, name) for number, name in rows)
