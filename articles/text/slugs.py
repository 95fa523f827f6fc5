"""Slugs: the part of an address that is made from a title."""

import re
import unicodedata

from articles.text.characters import normal
from articles.text.prose import whole_character

LONGEST = 80
FALLBACK = "story"

_LATIN = {
    "ß": "ss", "æ": "ae", "ǽ": "ae", "ǣ": "ae", "œ": "oe", "ø": "o", "ǿ": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l",
    "ı": "i", "ħ": "h", "ŋ": "ng", "ŧ": "t", "ə": "e", "ĸ": "k", "ſ": "s", "ǝ": "e", "ɛ": "e", "ɔ": "o", "ƒ": "f",
    "ɣ": "g", "ʒ": "z", "ʃ": "sh", "ƙ": "k", "ɗ": "d", "ɓ": "b", "ƴ": "y", "ĳ": "ij", "ȷ": "j", "ɨ": "i", "ʉ": "u",
}  # fmt: skip
_KEEP_WHOLE = "\u0e33\u0eb3"
_APOSTROPHES = "'’‘ʼʻ`´׳״"
_LATIN_NAME = re.compile(r"LATIN (?:SMALL |CAPITAL |LETTER )*([A-Z])(?: WITH .*)?")


def slug_of(title: str, reserved=()) -> str:
    """Latin letters as ASCII, other scripts in their own letters and marks; never empty, never in `reserved`.

    The same for composed and decomposed input. A field for it needs `is_slug`, not Django's slug pattern: that one
    refuses the vowel signs of Thai or Hindi.
    """
    slug = _cut("-".join(_words(title)), LONGEST) or FALLBACK
    if slug not in reserved:
        return slug
    free = base = _cut(slug, LONGEST - len(FALLBACK) - 1) + f"-{FALLBACK}"
    number = 2
    while free in reserved:
        free, number = numbered(base, number), number + 1
    return free


def numbered(slug: str, n: int) -> str:
    suffix = f"-{n}"
    return _cut(slug, LONGEST - len(suffix)) + suffix


def is_slug(value: str) -> bool:
    """True of what `slug_of` and `numbered` give, and of nothing that would need quoting beyond its letters."""
    return 0 < len(value) <= LONGEST and value == "-".join(_words(value)) and value == normal(value)


def _words(title: str) -> list[str]:
    title = normal(title)[: LONGEST * 50].lower()
    text = normal("".join(map(_compatible, normal(title))).lower())
    spelled, latin = [], True
    for char in text:
        category = unicodedata.category(char)
        if category in ("Mn", "Mc"):
            spelled.append("" if latin or _is_variation(char) else char)
        elif category[0] == "L" or category == "Nd":
            letters = _ascii(char)
            latin = letters != char or char.isascii()
            spelled.append(letters)
        elif category not in ("Cf", "Me") and char not in _APOSTROPHES:
            latin = True
            spelled.append(" ")
    return "".join(spelled).split()


def _compatible(char: str) -> str:
    """Full-width letters, ligatures and presentation forms as plain letters; Thai and Lao AM stay one sign."""
    return char if char in _KEEP_WHOLE or char.isascii() else unicodedata.normalize("NFKC", char)


def _ascii(char: str) -> str:
    if char.isascii():
        return char
    if char in _LATIN:
        return _LATIN[char]
    base = unicodedata.normalize("NFD", char)[0]
    if (base != char and base.isascii()) or base in _LATIN:
        return _LATIN.get(base, base)
    if match := _LATIN_NAME.fullmatch(unicodedata.name(char, "")):
        return match[1].lower()
    return "" if unicodedata.name(char, "").startswith("LATIN ") else char


def _is_variation(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _cut(slug: str, length: int) -> str:
    if len(slug) > length:
        end = slug.rfind("-", 0, length + 1)
        slug = slug[: end if end > 0 else whole_character(slug, length)]
    return slug.strip("-")
