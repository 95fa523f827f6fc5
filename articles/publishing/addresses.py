"""Readers' addresses, reversed with the readers' own urlconf: the desk names them too, though it may not serve them."""

from django.conf import settings
from django.urls import reverse
from django.utils.encoding import iri_to_uri

from articles.models.public import Profile

PAGES = {Profile.ProfileKind.PERSON: "person", Profile.ProfileKind.ORGANIZATION: "organization"}


def address(name, *args):
    """The path of a readers' page, percent-encoded. Names as in articles/reading/urls.py, without the namespace."""
    return reverse(f"reading:{name}", urlconf=settings.PUBLIC_URLCONF, args=args)


def of_profile(profile):
    return address(PAGES[profile.kind], profile.slug)


def of_month(month):
    return address("month", f"{month.year:04d}", f"{month.month:02d}")


def absolute(path):
    """With scheme and host, from the settings: a request's Host header decides nothing that readers get."""
    return settings.SITE_URL + iri_to_uri(path)
