"""Characters: what no text of ours contains, whoever typed or sent it."""

import re
import unicodedata

MARKS_IN_A_ROW = 30

_MAY_BE_A_TOWER = re.compile(f"[\u0300-\U0010ffff]{{{MARKS_IN_A_ROW + 1}}}")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_PAGE_ENDS = re.compile("[\x0b\x0c\x85]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
    + "]"
)


def legible(text: str) -> str:
    """Line ends as LF, lone surrogates as U+FFFD, no control or non-characters, no towers of accents."""
    text = _SURROGATES.sub("\ufffd", text)
    return _without_towers(_UNWANTED.sub("", _LINE_ENDS.sub("\n", text)))


def printable(value):
    """The same text, or list or dict of texts, without what no page or file may hold; line ends stay as they are."""
    match value:
        case str():
            return _UNWANTED.sub("", _SURROGATES.sub("\ufffd", _PAGE_ENDS.sub(" ", value)))
        case list():
            return [printable(one) for one in value]
        case dict():
            return {key: printable(one) for key, one in value.items()}
    return value


def normal(text: str) -> str:
    """Legible and NFC. For text only: in markup, `>` followed by U+0338 would become one character."""
    return _without_towers(unicodedata.normalize("NFC", legible(text)))


def single_line(text: str) -> str:
    return " ".join(legible(text).split())


def _without_towers(text: str) -> str:
    """No more than 30 combining marks in a row: normalising sorts them in quadratic time."""
    if not _MAY_BE_A_TOWER.search(text):
        return text
    kept, height = [], 0
    for char in text:
        height = height + 1 if char >= "\u0300" and unicodedata.combining(char) else 0
        if height <= MARKS_IN_A_ROW:
            kept.append(char)
    return "".join(kept)
