"""Finding protected names in what readers would get, without keeping the names: keyed hashes of runs of words."""

import hashlib
import hmac
import html
import re
import unicodedata
from urllib.parse import unquote

from django.conf import settings

UNSEEN = {"Cf", "Mn", "Me"}  # no width, soft hyphens, marks on the letter before
LOOK_ALIKE = str.maketrans("авекмнорстухѕіјԁһԛԝαβεηικμνορτυχζɑɡı", "abekmhopctyxsijdhqwabenikmvoptuxzagi")
LONG_ENOUGH = 8  # letters

_TAG = re.compile(r"<[^>]+>")
_WITHIN_A_WORD = re.compile(r"(?<=\w)(?:<[^>]+>)+(?=\w)")
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


def words_of(text):
    """Words as they are compared: no case, no accents, no punctuation."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(c for c in bare if not unicodedata.combining(c)))


def _hash(words):
    key = settings.CONFIDENTIAL_KEYS[-1].encode()  # the oldest: hashes cannot be rotated without the names
    return hmac.new(key, "\x1f".join(words).encode(), hashlib.sha256).hexdigest()


def hashes_of(phrases):
    """[[number of words, hash], …] of phrases that must not appear, for ProtectedPerson.forbidden_hashes."""
    runs = dict.fromkeys(words for phrase in phrases for words in (*_forms(phrase), *_run_together(phrase)) if words)
    return [[len(words), _hash(words)] for words in runs]


def named_in(text, protected):
    """The keys of `protected` {key: [[number of words, hash], …]} of whom a phrase occurs in the text, sorted.

    The text may be HTML: it is read with its tags and without, its addresses too.
    """
    owners = {value: key for key, hashes in protected.items() for _size, value in hashes}
    sizes = {size for hashes in protected.values() for size, _value in hashes}
    ways = {words for reading in readings(text) for words in _forms(reading)} if owners else ()
    runs = {words[i : i + size] for words in ways for size in sizes for i in range(len(words) - size + 1)}
    return sorted({owners[value] for value in map(_hash, runs) if value in owners})


def readings(output):
    """What somebody could read in an output: its words apart where a tag is, its words whole where a tag stands within
    one, and what its tags hold, as addresses spell it too."""
    if "<" in output:
        yield html.unescape(_TAG.sub(" ", output))
        yield html.unescape(_WITHIN_A_WORD.sub("", output))
        output = " ".join(_TAG.findall(output))
    yield html.unescape(output)
    if "%" in output:
        yield unquote(output)


def without_unseen(text):
    """Without what nobody sees between letters."""
    return text if text.isascii() else "".join(c for c in text if unicodedata.category(c) not in UNSEEN)


def _forms(text):
    """The words of a text as they are; without what is not seen; with each letter as the Latin one it looks like."""
    if text.isascii():
        return {tuple(words_of(text))}
    seen = without_unseen(text)
    return {tuple(words_of(form)) for form in (text, seen, seen.casefold().translate(LOOK_ALIKE))}


def _run_together(phrase):
    """“Jane Doe” as “janedoe”, where that is long enough to mean nobody else."""
    joined = "".join(words_of(phrase))
    return [(joined,)] if len(joined) >= LONG_ENOUGH else []
