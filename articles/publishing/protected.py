"""Finding protected names in what readers would get, without keeping the names: keyed hashes of runs of words."""

import hashlib
import hmac
import re
import unicodedata

from django.conf import settings

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
    return [[len(words), _hash(words)] for words in map(words_of, phrases) if words]


def named_in(text, protected):
    """The keys of `protected` {key: [[number of words, hash], …]} of whom a phrase occurs in the text, sorted."""
    words = words_of(text)
    owners = {value: key for key, hashes in protected.items() for _size, value in hashes}
    sizes = {size for hashes in protected.values() for size, _value in hashes}
    runs = (words[i : i + size] for size in sizes for i in range(len(words) - size + 1))
    return sorted({owners[value] for value in map(_hash, runs) if value in owners})
