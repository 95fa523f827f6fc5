"""Which of some known words somebody meant who typed another one. No dictionary: known are the words of names."""

import re
import unicodedata
from collections import Counter, defaultdict

LEAST, LONG, LONGEST = 4, 7, 40  # letters: shorter words are left alone, long ones may have two slips
LOOKED_AT = 30
_WORD = re.compile(r"[^\W\d_]+")


def words_of(text):
    """The words that can be misspelt: of letters alone."""
    return [word for word in _WORD.findall(unicodedata.normalize("NFC", text)) if LEAST <= len(word) <= LONGEST]


def bare(word):
    """As it is compared: without case and accents."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


class Spelling:
    """Known words, each with where it comes from: {word as written: origin}; of words alike the first counts."""

    def __init__(self, known):
        self.known, self.by_piece = {}, defaultdict(list)
        for word, origin in known.items():
            self.known.setdefault(bare(word), (word, origin))
        for one in self.known:
            for piece in _pieces(one):
                self.by_piece[piece].append(one)

    def __contains__(self, word):
        return bare(word) in self.known

    def closest(self, word):
        """(the word as it is written, its origin), or None where nothing known is near."""
        typed = bare(word)
        shared = Counter(one for piece in _pieces(typed) for one in self.by_piece.get(piece, ()))
        near = ((slips(typed, one), -count, one) for one, count in shared.most_common(LOOKED_AT))
        best = min(((far, count, one) for far, count, one in near if far <= _allowed(typed, one)), default=None)
        return self.known[best[2]] if best else None


def _allowed(typed, known):
    return 2 if min(len(typed), len(known)) >= LONG else 1


def slips(one, other):
    """How many letters were left out, put in, changed, or swapped with their neighbour."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before, row = None, list(range(len(other) + 1))
    for place, char in enumerate(one, 1):
        last, before, row = before, row, [place]
        for at, wanted in enumerate(other, 1):
            cost = min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (char != wanted))
            if last and at > 1 and char == other[at - 2] and one[place - 2] == wanted:
                cost = min(cost, last[at - 2] + 1)
            row.append(cost)
    return row[-1]


def _pieces(word):
    """Pairs of letters, with its beginning and its end."""
    framed = f"^{word}$"
    return {framed[at : at + 2] for at in range(len(framed) - 1)}
