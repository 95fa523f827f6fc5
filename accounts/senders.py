"""How much one sender may send: counted by a keyed hash of the address, which is never written down itself."""

import hashlib
import hmac

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache


def may_send(request, what, *, most, seconds):
    """Counts this request and says whether its sender, and all senders together (a hundredfold), keep within `most`."""
    address = get_adapter().get_client_ip(request)
    sender = hmac.new(settings.SECRET_KEY.encode(), f"{what} {address}".encode(), hashlib.sha256).hexdigest()[:32]
    counts = [_counted(f"{what}-{name}", seconds) for name in (sender, "all")]
    return counts[0] <= most and counts[1] <= most * 100


def _counted(key, seconds):
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:  # it ended between the two
        cache.set(key, 1, seconds)
        return 1
