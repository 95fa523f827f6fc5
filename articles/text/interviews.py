"""Interviews printed as questions and answers: whose words a paragraph gives, where no marks stand round it."""

import re
from itertools import pairwise

from articles.text.prose import paragraph_spans

FEWEST_QUESTIONS = 2

_QUESTION = re.compile(r"\?[”\"’')\s]*\Z")
_SPEAKER = re.compile(r"(?:\(\([^()\n]{1,30}\)\)|[A-Z][\w.’' -]{0,30}:)\s")


def spoken(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs begin and end in which somebody asks or answers.

    A text is an interview from its second paragraph that ends with a question mark or carries a speaker's name; the
    paragraphs between are the answers, and so is the one after the last question.
    """
    spans = paragraph_spans(text)
    asked = [number for number, span in enumerate(spans) if number and _is_asked(text[slice(*span)])]
    questions = [number for number in asked if _QUESTION.search(text[slice(*spans[number])])]
    if len(questions) < FEWEST_QUESTIONS or not _alternate(questions):
        return []
    last = asked[-1] + (asked[-1] == questions[-1])
    return spans[asked[0] : last + 1]


def _is_asked(paragraph: str) -> bool:
    return bool(_QUESTION.search(paragraph) or _SPEAKER.match(paragraph))


def _alternate(questions: list[int]) -> bool:
    """Between two questions stands an answer, and not half a story."""
    return all(1 < later - earlier < 6 for earlier, later in pairwise(questions))
