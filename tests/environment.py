"""Loaded before settings (pyproject: -p tests.environment): what a test run has for secrets and files."""

import os
import tempfile

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="newsroom-tests-")
os.environ["SECRET_KEY"] = "a-key-for-tests-only-" + "x" * 40
os.environ["CONFIDENTIAL_KEYS"] = "dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk="
os.environ["SITE_URL"] = "http://testserver"
os.environ["NEWSROOM_NAME"] = "The Test Courier"
os.environ["STATIC_ROOT"] = os.path.join(os.environ["VAR_DIR"], "static")
os.environ["EMAIL_URL"] = "memorymail://"
os.environ.pop("REDIS_URL", None)
