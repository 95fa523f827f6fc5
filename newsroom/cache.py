"""The shared cache: Redis while it answers, and nothing lost but time while it does not."""

import logging
import time

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache
from redis import RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry

log = logging.getLogger(__name__)
REST = 5  # seconds in which a Redis that failed is not asked again


class ForgivingRedisCache(RedisCache):
    """Django's Redis cache, which misses instead of raising when Redis is gone or hangs.

    Nothing that must hold may rest on it: a lock is never got (`add` says False) and a limit forgets.
    """

    def __init__(self, server, params):
        once = Retry(NoBackoff(), 0)  # the library's three attempts would make three timeouts of one
        super().__init__(server, params | {"OPTIONS": {"retry": once, **params.get("OPTIONS", {})}})
        self._resting_until = 0

    def _ask(self, word, missed, *args, **kwargs):
        if time.monotonic() < self._resting_until:
            return missed
        try:
            return getattr(super(), word)(*args, **kwargs)
        except (RedisError, OSError) as error:
            self._resting_until = time.monotonic() + REST
            log.warning("Redis does not answer (%s); the next try is in %s s", type(error).__name__, REST)
            return missed

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        return self._ask("add", False, key, value, timeout, version)

    def get(self, key, default=None, version=None):
        return self._ask("get", default, key, default, version)

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        return self._ask("set", None, key, value, timeout, version)

    def touch(self, key, timeout=DEFAULT_TIMEOUT, version=None):
        return self._ask("touch", False, key, timeout, version)

    def delete(self, key, version=None):
        return self._ask("delete", False, key, version)

    def get_many(self, keys, version=None):
        return self._ask("get_many", {}, keys, version)

    def has_key(self, key, version=None):
        return self._ask("has_key", False, key, version)

    def incr(self, key, delta=1, version=None):
        value = self._ask("incr", None, key, delta, version)
        if value is None:
            raise ValueError(f"Key {key!r} not found")
        return value

    def set_many(self, data, timeout=DEFAULT_TIMEOUT, version=None):
        return self._ask("set_many", list(data), data, timeout, version)

    def delete_many(self, keys, version=None):
        return self._ask("delete_many", None, keys, version)

    def clear(self):
        return self._ask("clear", False)
