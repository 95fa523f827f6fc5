"""Finding words in text however they are dressed, and putting others in their place."""

import re
import unicodedata
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import unquote

from articles.text.markup import sanitise
from articles.text.prose import CJK
from articles.text.slugs import slug_of

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>")
_PIECE = re.compile(rf"{_TAG.pattern}|&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z]+);|.", re.DOTALL)
_INLINE = {"a", "b", "em", "i", "span", "strong", "sub", "sup"}
_UNSPACED = re.compile(f"[{CJK}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_IGNORED = ("Mn", "Me", "Cf")  # accents, and what cannot be seen
AROUND = 30


@dataclass(frozen=True)
class Excerpt:
    """A place where something was found, with a few words before and after."""

    before: str
    found: str
    after: str


class Terms:
    """What to find. Case, accents, width, punctuation, spaces and invisible characters make no difference, nor do
    letters such as ø or ß and their spelling in an address; a word is found whole, never within another."""

    def __init__(self, terms, replacement):
        self.terms = [term for term in terms if _words(term)]
        self.replacement = replacement
        spellings = {tuple(words) for term in self.terms for words in (_words(term), slug_of(term).split("-"))}
        self._hints = {max(words, key=len) for words in spellings}
        longest_first = sorted(spellings, key=lambda words: (-sum(map(len, words)), words))
        self._pattern = re.compile("|".join(map(_spelled, longest_first)) or r"(?!)")

    def find(self, text):
        """[(start, end)] in the text as it is."""
        bare, places = (text.lower(), range(len(text))) if text.isascii() else _bare(text)
        if not any(hint in bare for hint in self._hints):
            return []
        return [(places[m.start()], _with_marks(text, places[m.end() - 1] + 1)) for m in self._pattern.finditer(bare)]

    def holds(self, text):
        """Whether it is in there, or in what it says once percent-encoding is taken off."""
        return bool(self.find(text) or ("%" in text and self.find(unquote(text))))

    def plain(self, text):
        """(the text without it, how often it was there)."""
        found = self.find(text)
        for start, end in reversed(found):
            text = text[:start] + self.replacement + text[end:]
        return text, len(found)

    def html(self, markup):
        """The same for markup that was sanitised: found across inline tags too; a link that leads to it is unlinked."""
        if not (self.holds(markup) or self.find(unescape(_TAG.sub(lambda tag: _shown(tag)[0], markup)))):
            return markup, 0
        pieces = [(match.start(), match.end(), *_shown(match)) for match in _PIECE.finditer(markup)]
        shown = [piece for piece in pieces if piece[2]]
        text = "".join(piece[2] for piece in shown)
        owner = [number for number, piece in enumerate(shown) for _char in piece[2]]
        tags = ((start, end) for start, end, _text, tag in pieces if tag == "a")
        cuts = [(start, end, "<a>") for start, end in tags if self.holds(_read(markup[start:end]))]
        found = self.find(text)
        for start, end in found:
            numbers = range(owner[start], owner[end - 1] + 1)
            for number in numbers:
                inside = shown[number]
                if not inside[3]:
                    cuts.append((inside[0], inside[1], escape(self.replacement) if number == numbers[0] else ""))
        if not cuts:
            return markup, 0
        for start, end, instead in sorted(cuts, reverse=True):
            markup = markup[:start] + instead + markup[end:]
        return sanitise(markup), max(len(found), 1)

    def excerpts(self, text):
        return [
            Excerpt(text[max(start - AROUND, 0) : start], text[start:end], text[end : end + AROUND])
            for start, end in self.find(text)
        ]


def _shown(match):
    """(what a piece of markup shows, its tag): a block's edge parts words as a line's end does."""
    tag = match[2]
    if tag:
        return ("" if tag in _INLINE else "\n"), tag
    return unescape(match[0]), ""


def _read(tag):
    return unquote(unescape(tag))


def _words(text):
    return _WORD.findall(_bare(text)[0])


def _spelled(words):
    joined = r"[\W_]*".join(map(re.escape, words))
    first, last = words[0][0], words[-1][-1]
    before = "" if _UNSPACED.match(first) else r"(?<![^\W_])"
    after = "" if _UNSPACED.match(last) else r"(?![^\W_])"
    return f"{before}{joined}{after}"


def _folded(char):
    return unicodedata.normalize("NFKD", char.casefold()).casefold()


def _bare(text):
    """(the text as it is compared, for each of its characters the place in the text)."""
    kept, places = [], []
    for place, char in enumerate(text):
        for one in char.lower() if char.isascii() else _folded(char):
            if one.isascii() or unicodedata.category(one) not in _IGNORED:
                kept.append(one)
                places.append(place)
    return "".join(kept), places


def _with_marks(text, end):
    while end < len(text) and unicodedata.category(text[end]) in _IGNORED:
        end += 1
    return end
