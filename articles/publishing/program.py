"""Which program made a page: a short name that changes with anything that could make it another one."""

import hashlib
from functools import cache, lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static
from django.utils.version import get_version

FILES = ("templates/base.html", "templates/reading/*.html", "articles/publishing/*.py", "articles/templatetags/*.py",
         "articles/text/*.py", "articles/models/policies.py", "articles/models/public.py", "articles/reading/urls.py",
         "articles/workflow.py", "locale/*/LC_MESSAGES/*.mo")  # fmt: skip
SETTINGS = (
    "PLAYERS",
    "NEWSROOM_NAME",
    "NEWSROOM_TAGLINE",
    "SITE_URL",
    "LANGUAGE_CODE",
    "TIME_ZONE",
    "MEDIA_URL",
    "STATIC_URL",
)


@cache
def program():
    """A hash of the code, the templates, the settings and the static files that pages name."""
    found = hashlib.sha256(get_version().encode())
    for pattern in FILES:
        for path in sorted(Path(settings.BASE_DIR).glob(pattern)):
            found.update(path.name.encode() + path.read_bytes())
    for name in SETTINGS:
        found.update(repr(getattr(settings, name, None)).encode())
    names = getattr(staticfiles_storage, "hashed_files", {})
    found.update(repr(sorted(names.items()) or static("reading/site.css")).encode())
    return found.hexdigest()[:32]


@lru_cache(maxsize=1000)
def made_with(*section):
    """The program together with the words of the section that stand on the page."""
    return hashlib.sha256(repr((program(), section)).encode()).hexdigest()[:32]
