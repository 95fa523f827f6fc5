"""RSS, sitemaps, the news sitemap and robots.txt: what machines are told, and that each address in them answers."""

import re
from datetime import timedelta
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from articles.models.public import Author, Section, TagPage
from tests.make_public import (
    NOON,
    correction,
    make_article,
    make_author,
    make_profile,
    make_section,
    make_tag,
    take_down,
)

pytestmark = pytest.mark.django_db
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
FEEDS = ("/feed.xml", "/sections/harbour/feed.xml", "/tags/ferries/feed.xml", "/authors/ida-moss/feed.xml")


def tree(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    return ElementTree.fromstring(response.content)


def places(client, path):
    return [element.text for element in tree(client, path).iter(f"{MAP}loc")]


def titles(client, path):
    return [item.findtext("title") for item in tree(client, path).iter("item")]


class TestFeeds:
    @pytest.mark.parametrize("path", FEEDS)
    def test_each_lists_its_newest_first(self, client, path):
        make_article("Older", tags=[make_tag()], first_published_at=NOON)
        make_article("Newer", tags=[make_tag()], first_published_at=NOON + timedelta(hours=1))
        assert titles(client, path) == ["Newer", "Older"]

    @pytest.mark.parametrize("path", FEEDS)
    @pytest.mark.parametrize("rows", [3, 12])
    def test_it_takes_at_most_two_queries(self, client, django_assert_max_num_queries, path, rows):
        for number in range(rows):
            make_article(f"Story {number}", tags=[make_tag()])
        with django_assert_max_num_queries(2):
            assert len(titles(client, path)) == rows

    @pytest.mark.parametrize("path", FEEDS)
    def test_who_has_it_is_not_sent_it_again_until_something_is_taken_down(self, client, path):
        article, _ = (make_article(tags=[make_tag()]) for _ in range(2))
        etag = client.get(path).headers["ETag"]
        assert client.get(path, headers={"if-none-match": etag}).status_code == 304
        take_down(article)
        assert client.get(path, headers={"if-none-match": etag}).status_code == 200

    @pytest.mark.parametrize(("model", "path"), list(zip((Section, TagPage, Author), FEEDS[1:], strict=True)))
    def test_a_feed_without_a_live_article_is_404(self, client, model, path):
        make_article(tags=[make_tag()])
        model.objects.update(is_live=False)
        assert client.get(path).status_code == 404

    def test_one_holds_summaries_and_never_the_text(self, client):
        make_article(text="The whole story with CANARY in it.")
        assert b"CANARY" not in client.get("/feed.xml").content

    def test_a_correction_comes_by_feed_too(self, client):
        make_article(corrections=[correction("The boat was on time.")])
        assert "The boat was on time." in tree(client, "/feed.xml").find(".//item").findtext("description")

    def test_signs_of_markup_in_a_summary_stay_words(self, client):
        make_article(description="A <b>bold</b> & sad tale")
        description = tree(client, "/feed.xml").findtext(".//item/description")
        assert description == "A &lt;b&gt;bold&lt;/b&gt; &amp; sad tale"

    def test_its_names_of_stories_stay_when_addresses_change(self, client):
        article = make_article(number=77, first_published_at=NOON)
        before = tree(client, "/feed.xml").findtext(".//guid")
        article.path = "/2026/11/another/"
        article.save()
        assert tree(client, "/feed.xml").findtext(".//guid") == before == "tag:testserver,2026-11-10:story-77"

    @pytest.mark.parametrize("headline", ["A & B <i>", "Bell\x07 rings", "]]>", "Ça va – “yes”", "渡船 🛥"])
    def test_any_headline_leaves_it_readable(self, client, headline):
        make_article(headline)
        assert titles(client, "/feed.xml") == [headline.replace("\x07", "")]

    def test_it_says_where_it_stands_and_what_it_is(self, client):
        make_article()
        response = client.get("/feed.xml")
        assert response.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
        assert b'href="http://testserver/feed.xml"' in response.content

    def test_an_empty_paper_has_an_empty_feed_of_the_same_bytes(self, client):
        assert client.get("/feed.xml").content == client.get("/feed.xml").content
        assert titles(client, "/feed.xml") == []


def paper(client):
    """Something of everything, in two months; every address of the sitemap index's sitemaps."""
    person, firm = make_profile(), make_profile("mole-line", kind="organization")
    make_article("New", tags=[make_tag()], profiles=[person, firm], first_published_at=NOON)
    make_article("Old", section=make_section("城"), authors=[make_author("åsa")], slug="渡船-late",
                 first_published_at=NOON - timedelta(days=70))  # fmt: skip
    maps = places(client, "/sitemap.xml")
    return [place for one in maps for place in places(client, urlsplit(one).path)]


class TestSitemaps:
    def test_every_article_and_page_is_in_one_once(self, client):
        found = paper(client)
        assert len(found) == len(set(found))
        paths = [urlsplit(place).path for place in found]
        wanted = {"/", "/archive/", "/corrections/", "/2026/11/", "/2026/09/", "/sections/harbour/", "/tags/ferries/",
                  "/authors/ida-moss/", "/people/ora-vane/", "/organizations/mole-line/"}  # fmt: skip
        assert wanted <= set(paths)
        assert any(path.endswith("-late/") for path in paths)

    def test_every_address_in_one_answers_and_is_absolute(self, client):
        for place in paper(client):
            assert place.startswith("http://testserver/")
            assert place.isascii()
            assert client.get(urlsplit(place).path).status_code == 200, place

    def test_every_address_in_one_is_reached_by_links(self, client):
        wanted = {urlsplit(place).path for place in paper(client)}
        queue, seen = ["/"], {"/"}
        while queue:
            page = client.get(queue.pop()).content.decode()
            new = {path for path in re.findall(r'href="(/[^"#?]*)', page) if not path.startswith("/static")} - seen
            seen |= new
            queue += new
        assert wanted <= seen

    def test_what_was_taken_down_is_in_none(self, client):
        article = make_article(slug="gone")
        make_article()
        take_down(article)
        found = [place for one in places(client, "/sitemap.xml") for place in places(client, urlsplit(one).path)]
        assert not any("gone" in place for place in found)

    @pytest.mark.parametrize("path", ["/sitemap-2026-13.xml", "/sitemap-0000-00.xml", "/sitemap-2031-01.xml"])
    def test_a_month_without_articles_has_none(self, client, path):
        make_article()
        assert client.get(path).status_code == 404

    def test_an_empty_paper_has_one(self, client):
        assert places(client, "/sitemap-pages.xml")[0] == "http://testserver/"


class TestNewsSitemap:
    def test_it_holds_two_days(self, client):
        now = timezone.now()
        make_article("Fresh", first_published_at=now - timedelta(hours=1))
        make_article("Stale", first_published_at=now - timedelta(hours=49))
        found = tree(client, "/sitemap-news.xml")
        assert [one.text for one in found.iter(f"{NEWS}title")] == ["Fresh"]
        assert [one.text for one in found.iter(f"{NEWS}name")] == ["The Test Courier"]
        assert [one.text for one in found.iter(f"{NEWS}language")] == ["en"]

    def test_a_retraction_is_no_news(self, client):
        make_article(first_published_at=timezone.now(), is_retracted=True)
        assert places(client, "/sitemap-news.xml") == []

    def test_it_never_holds_more_than_a_thousand(self, client, monkeypatch):
        monkeypatch.setattr("articles.reading.sitemaps.MOST_NEWS", 2)
        for _ in range(3):
            make_article(first_published_at=timezone.now())
        assert len(places(client, "/sitemap-news.xml")) == 2


class TestRobots:
    def test_it_names_both_sitemaps_and_keeps_robots_from_searching(self, client):
        text = client.get("/robots.txt").content.decode()
        assert "Sitemap: http://testserver/sitemap.xml\n" in text
        assert "Sitemap: http://testserver/sitemap-news.xml\n" in text
        assert "Disallow: /search/" in text
