"""Addresses typed in capitals or with a slash too many lead to the page as we write it, and cost nobody else anything."""

import pytest

from tests.make_public import make_article, make_author, make_profile, make_section, make_tag, take_down

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    make_section(), make_author()
    return make_article(tags=[make_tag()], profiles=[make_profile()], slug="ferry-late")


def answer(client, path):
    response = client.get(path)
    return response.status_code, response.headers.get("Location")


@pytest.mark.parametrize(
    ("typed", "ours"),
    [
        ("/Tags/Ferries/", "/tags/ferries/"), ("/TAGS/FERRIES", "/tags/ferries/"),
        ("/2026/11/Ferry-Late/", "/2026/11/ferry-late/"), ("/2026/11/FERRY-LATE", "/2026/11/ferry-late/"),
        ("/Sections/Harbour/?before=x", "/sections/harbour/?before=x"), ("/Search/?q=A", "/search/?q=A"),
        ("/People/Ora-Vane/", "/people/ora-vane/"), ("/Archive", "/archive/"), ("/feed.xml/", "/feed.xml"),
        ("/Tags/Ferries/Feed.Atom", "/tags/ferries/feed.atom"), ("/robots.txt/", "/robots.txt"),
    ],
)  # fmt: skip
def test_it_leads_to_the_page_that_is_there(client, article, typed, ours):
    assert answer(client, typed) == (301, ours)
    assert client.get(ours).status_code == 200


@pytest.mark.parametrize(
    "typed",
    ["/Tags/Nothing/", "/NOWHERE/", "/2026/11/Nothing/", "/ADMIN/", "/Media/X.webp", "/x%00Y/"],
)
def test_where_nothing_is_nothing_is(client, article, typed):
    assert answer(client, typed)[0] in (400, 404)


def test_what_was_withdrawn_says_so_at_its_own_address(client, article):
    take_down(article)
    assert answer(client, "/2026/11/Ferry-Late/") == (301, "/2026/11/ferry-late/")
    assert client.get("/2026/11/ferry-late/").status_code == 410


def test_a_search_is_not_made_twice(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert answer(client, "/SEARCH/?q=ferry") == (301, "/search/?q=ferry")


def test_an_address_without_capitals_is_looked_up_once(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert client.get("/2026/11/nothing/").status_code == 404
