"""What every test has: quick password hashing, plain static files, an empty cache, and a database that flushes."""

import importlib
import importlib.util

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connections
from django.test import TransactionTestCase

APPEND_ONLY = "articles.publishing.append_only"
_flush = TransactionTestCase._fixture_teardown


def pytest_configure():
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.CACHES["default"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    TransactionTestCase._fixture_teardown = flush_past_the_triggers


def flush_past_the_triggers(case):
    """Editions, Revisions and Transitions refuse to be deleted; a transactional test's flush has to."""
    if not importlib.util.find_spec(APPEND_ONLY):
        return _flush(case)
    append_only = importlib.import_module(APPEND_ONLY)
    opened = [connections[name] for name in case._databases_names(include_mirrors=False)]
    for connection in opened:
        append_only.drop(connection)
    try:
        _flush(case)
    finally:
        for connection in opened:
            append_only.create(connection)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """SQLite in a file, as it runs in earnest: in memory, threads would share one connection."""
    for database in settings.DATABASES.values():
        if database["ENGINE"].endswith("sqlite3"):
            database.setdefault("TEST", {})["NAME"] = str(settings.VAR_DIR / "tests.sqlite3")


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()
