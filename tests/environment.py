"""Loaded before settings (pyproject: -p tests.environment): what a test run has for secrets and files."""

import os
import shutil
import tempfile

VAR_DIR = tempfile.mkdtemp(prefix="newsroom-tests-")
for name in ("REDIS_URL", "DEBUG", "SITE", "DESK_URL", "ALLOWED_HOSTS", "PORT"):
    os.environ.pop(name, None)
os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
os.environ["VAR_DIR"] = VAR_DIR
os.environ["SECRET_KEY"] = "a-key-for-tests-only-" + "x" * 40
os.environ["CONFIDENTIAL_KEYS"] = "dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk="
os.environ["SITE_URL"] = "http://testserver"
os.environ["NEWSROOM_NAME"] = "The Test Courier"
os.environ["STATIC_ROOT"] = os.path.join(VAR_DIR, "static")
os.environ["EMAIL_URL"] = "memorymail://"
os.environ["PAGE_CACHE"] = "off"  # tests of it switch it on
os.makedirs(os.environ["STATIC_ROOT"])


def pytest_unconfigure(config):
    shutil.rmtree(VAR_DIR, ignore_errors=True)
