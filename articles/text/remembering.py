"""What a process remembers so as not to make it twice, and until when it holds.

Whoever remembers names, in the key, everything that the result depends on: nothing here is ever forgotten because
something changed, only because it was not asked for. Time is the one thing that no key can name: what is true until a
moment ("today", "14:05 instead of a date") says so by `holds_until`, and is made again after it.
"""

from collections import OrderedDict
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from threading import Lock

FOR_EVER = datetime.max.replace(tzinfo=UTC)
_ends = ContextVar("ends", default=None)


def holds_until(moment):
    """Says that what is being made now is true until then only."""
    ends = _ends.get()
    if ends is not None:
        ends.append(moment)


@contextmanager
def noting_ends():
    """Within it, `holds_until` is heard: gives a list of moments. What is made inside something passes on to it."""
    outer, ends = _ends.get(), []
    token = _ends.set(ends)
    try:
        yield ends
    finally:
        _ends.reset(token)
        if outer is not None:
            outer.extend(ends)


class Memory:
    """The last `most` things that were asked for, by key."""

    def __init__(self, most):
        self.most = most
        self._kept = OrderedDict()
        self._lock = Lock()

    def get(self, key, now=None):
        """What is remembered and still holds, or None. What is made with it holds no longer than it does."""
        found = self._kept.get(key)
        if found is None or (now is not None and found[1] <= now):
            return None
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
        if found[1] is not FOR_EVER:
            holds_until(found[1])
        return found[0]

    def keep(self, key, value, until=FOR_EVER):
        with self._lock:
            self._kept[key] = value, until
            self._kept.move_to_end(key)
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
        return value

    def clear(self):
        with self._lock:
            self._kept.clear()

    def __len__(self):
        return len(self._kept)
