"""Readers' addresses, reversed with the readers' own urlconf: the desk names them too, though it may not serve them."""

from functools import lru_cache

from django.conf import settings
from django.urls import reverse
from django.utils.encoding import iri_to_uri

from articles.models.public import Profile

PAGES = {Profile.ProfileKind.PERSON: "person", Profile.ProfileKind.ORGANIZATION: "organization"}


@lru_cache(maxsize=20_000)  # a page names some twenty, and trying the patterns takes longer than all else about them
def address(name, *args):
    """The path of a readers' page, percent-encoded. Names as in articles/reading/urls.py, without the namespace."""
    return _reversed(settings.PUBLIC_URLCONF, name, args)


@lru_cache(maxsize=10_000)
def _reversed(urlconf, name, args):
    """The same names come again and again; Django looks for each anew."""
    return reverse(f"reading:{name}", urlconf=urlconf, args=args)


def of_profile(profile):
    return address(PAGES[profile.kind], profile.slug)


def of_ninjs(article):
    """Where the same story stands as data, beside its page."""
    return iri_to_uri(article.path) + "ninjs.json"


def of_month(month):
    return address("month", f"{month.year:04d}", f"{month.month:02d}")


def absolute(path):
    """With scheme and host, from the settings: a request's Host header decides nothing that readers get."""
    return settings.SITE_URL + iri_to_uri(path)
