"""Sealing what names a confidential source: Fernet, keys rotated (settings.CONFIDENTIAL_KEYS, newest first)."""

import json

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


def _box():
    return MultiFernet([Fernet(key) for key in settings.CONFIDENTIAL_KEYS])


def seal(facts):
    """Bytes for the database from a dict of str."""
    return _box().encrypt(json.dumps(facts).encode())


def unseal(sealed):
    """The dict again; raises cryptography.fernet.InvalidToken where no key of today opens it."""
    return json.loads(_box().decrypt(bytes(sealed)))


__all__ = ["InvalidToken", "seal", "unseal"]
