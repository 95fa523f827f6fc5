"""Whether a quotation still is what somebody said."""

import re

from articles.text.characters import normal
from articles.text.quotations import quotations

_SHORT = re.compile('[“„«"]([^“”„«»"\n]{1,400})[”“»"]')
_LEFT_OUT = re.compile(r"(\[[^\[\]\n]{0,200}\]|…|\.\s?\.\s?\.)")
_MARKS = re.compile("[“”„«»‹›‘’\"']")
_AT_THE_ENDS = " \t\n.,;:!?–—-"


def quoted_words(text: str) -> str:
    """What stands between the quotation marks of a text, several parts joined by an ellipsis; all of it without any."""
    parts = [quotation.text for quotation in quotations(text)] or _SHORT.findall(text)
    return " … ".join(" ".join(part.split()) for part in parts) or " ".join(text.split())


def is_altered(quoted: str, original: str) -> bool:
    """Whether quoted words differ from the original by more than a quotation may.

    Quotation marks, white space, the punctuation at an end, insertions in square brackets and what an ellipsis leaves
    out do not count; the order does.
    """
    said, place = _bare(_LEFT_OUT.sub(" ", original)), 0
    pieces = _LEFT_OUT.split(normal(quoted))
    for number in range(0, len(pieces), 2):
        piece = _bare(pieces[number])
        if not piece:
            continue
        found = _bounded(piece, pieces, number).search(said, place)
        if not found:
            return True
        place = found.end()
    return False


def _bounded(piece: str, pieces: list[str], number: int) -> re.Pattern:
    """Finds whole words only; a bracket may begin or end within one, as in “[W]e”."""
    inside_left = number > 0 and pieces[number - 1].startswith("[") and not pieces[number][:1].isspace()
    inside_right = number + 1 < len(pieces) and pieces[number + 1].startswith("[") and not pieces[number][-1:].isspace()
    left, right = "" if inside_left else r"(?<!\w)", "" if inside_right else r"(?!\w)"
    return re.compile(f"{left}{re.escape(piece)}{right}")


def _bare(text: str) -> str:
    return " ".join(_MARKS.sub("", normal(text)).split()).strip(_AT_THE_ENDS)
