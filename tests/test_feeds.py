"""RSS, sitemaps, the news sitemap and robots.txt: what machines are told, and that each address in them answers."""

import re
from datetime import timedelta
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.utils import timezone

from articles.models.public import Author, Profile, Section, TagPage
from articles.publishing import purge
from tests.make_public import (
    NOON,
    correction,
    make_article,
    make_author,
    make_profile,
    make_section,
    make_tag,
    picture,
    take_down,
)

pytestmark = pytest.mark.django_db
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
PAGES = ("/", "/sections/harbour/", "/tags/ferries/", "/authors/ida-moss/", "/people/ora-vane/")
FEEDS = tuple(f"{page}feed.xml" for page in PAGES)
ALL_FORMS = tuple(f"{page}feed.{form}" for page in PAGES for form in ("xml", "atom", "json"))


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
        about = {"tags": [make_tag()], "profiles": [make_profile()]}
        make_article("Older", first_published_at=NOON, **about)
        make_article("Newer", first_published_at=NOON + timedelta(hours=1), **about)
        assert titles(client, path) == ["Newer", "Older"]

    def test_opinion_has_one_of_its_own(self, client):
        make_article("The mole must stay", type_of_work="opinion")
        make_article("The mole is to go")
        assert titles(client, "/opinion/feed.xml") == ["The mole must stay"]

    @pytest.mark.parametrize("kind", ["person", "organization"])
    def test_a_name_with_a_page_names_its_feeds_there(self, client, kind):
        make_article(profiles=[make_profile("ora-vane", kind)])
        path = "/people/ora-vane/" if kind == "person" else "/organizations/ora-vane/"
        page = client.get(path).content.decode()
        for form in ("xml", "atom", "json"):
            assert f'href="{path}feed.{form}"' in page
            assert client.get(f"{path}feed.{form}").status_code == 200

    def test_a_name_whose_page_was_withdrawn_has_none(self, client):
        profile = make_profile()
        make_article(profiles=[profile])
        type(profile).objects.update(is_live=False)
        assert client.get("/people/ora-vane/feed.xml").status_code == 404

    @pytest.mark.parametrize(
        "path", [*ALL_FORMS, "/opinion/feed.atom", "/corrections/feed.xml", "/corrections/feed.json"]
    )
    @pytest.mark.parametrize("rows", [3, 12])
    def test_it_takes_at_most_four_queries(self, client, django_assert_max_num_queries, path, rows):
        for number in range(rows):
            about = {"tags": [make_tag()], "profiles": [make_profile()], "type_of_work": "opinion"}
            make_article(f"Story {number}", corrections=[correction("It was Tuesday.")], **about)
        with django_assert_max_num_queries(4):
            assert client.get(path).content.count(b"Story ") == rows

    @pytest.mark.parametrize("path", ALL_FORMS)
    def test_who_has_it_is_not_sent_it_again_until_something_is_taken_down(self, client, path):
        article, _ = (make_article(tags=[make_tag()], profiles=[make_profile()]) for _ in range(2))
        etag = client.get(path).headers["ETag"]
        assert client.get(path, headers={"if-none-match": etag}).status_code == 304
        take_down(article)
        assert client.get(path, headers={"if-none-match": etag}).status_code == 200

    @pytest.mark.parametrize("path", PAGES)
    def test_the_page_names_its_feed_in_each_form(self, client, path):
        make_article(tags=[make_tag()], profiles=[make_profile()])
        page = client.get(path).content.decode()
        for form, kind in (("xml", "rss+xml"), ("atom", "atom+xml"), ("json", "feed+json")):
            assert f'<link rel="alternate" type="application/{kind}" href="{path}feed.{form}"' in page
            assert client.get(f"{path}feed.{form}").headers["Content-Type"].startswith(f"application/{kind}")

    @pytest.mark.parametrize(("model", "path"), list(zip((Section, TagPage, Author, Profile), FEEDS[1:], strict=True)))
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

    def test_opinion_is_there_once_there_is_any(self, client):
        make_article()
        assert "http://testserver/opinion/" not in places(client, "/sitemap-pages.xml")
        make_article(type_of_work="opinion")
        assert "http://testserver/opinion/" in paper(client)

    def test_what_was_taken_down_is_in_none(self, client):
        article = make_article(slug="gone")
        make_article()
        take_down(article)
        found = [place for one in places(client, "/sitemap.xml") for place in places(client, urlsplit(one).path)]
        assert not any("gone" in place for place in found)

    @pytest.mark.parametrize("path", ["/sitemap-stories-700000.xml", "/sitemap-tags-0.xml", "/sitemap-2026-11.xml"])
    def test_a_block_without_anything_has_none(self, client, path):
        make_article()
        assert client.get(path).status_code == 404

    def test_many_stories_make_many_sitemaps_and_gaps_none(self, client, monkeypatch):
        monkeypatch.setattr("articles.reading.blocks.SIZE", 2)
        for number in (1, 2, 3, 9):
            make_article(number=number)
        maps = [place for place in places(client, "/sitemap.xml") if "stories" in place]
        assert [place.rpartition("-")[2] for place in maps] == ["0.xml", "1.xml", "4.xml"]
        sizes = [len(places(client, urlsplit(place).path)) for place in maps]
        assert sizes == [1, 2, 1]

    def test_pages_without_a_live_story_are_in_none(self, client):
        make_article(tags=[make_tag()])
        TagPage.objects.update(is_live=False)
        assert not any("tags" in place for place in places(client, "/sitemap.xml"))

    @pytest.mark.parametrize(
        ("path", "queries"),
        [("/sitemap.xml", 8), ("/sitemap-pages.xml", 6), ("/sitemap-stories-0.xml", 1), ("tags", 1),
         ("/sitemap-news.xml", 2)],
    )  # fmt: skip
    @pytest.mark.parametrize("rows", [3, 12])
    def test_it_takes_as_many_queries_however_many_stories(
        self, client, django_assert_num_queries, path, queries, rows
    ):
        for number in range(1, rows + 1):
            tags, profiles = [make_tag(f"tag-{number}")], [make_profile(f"name-{number}")]
            make_article(number=number, tags=tags, profiles=profiles, first_published_at=timezone.now())
        if path == "tags":
            path = urlsplit(next(place for place in places(client, "/sitemap.xml") if "tags" in place)).path
        with django_assert_num_queries(queries):
            assert client.get(path).status_code == 200

    def test_it_says_when_readers_last_saw_a_change_and_where_the_picture_is(self, client):
        make_article(number=5, updated_at=NOON + timedelta(hours=9), lead_picture=picture())
        found = tree(client, "/sitemap-stories-0.xml")
        assert found.find(f".//{MAP}lastmod").text.endswith("21:00:00+00:00")
        assert found.find(f".//{IMAGE}loc").text.endswith("-16x9.jpg")

    def test_an_empty_paper_has_one(self, client):
        assert places(client, "/sitemap-pages.xml")[0] == "http://testserver/"


def plan_of(sql, params):
    """How the database would find it, with an index wherever one could serve."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")  # a handful of rows is read whole, index or not
        cursor.execute(f"EXPLAIN {'' if connection.vendor == 'postgresql' else 'QUERY PLAN '}{sql}", params)
        return "\n".join(" ".join(str(value) for value in row) for row in cursor.fetchall())


class TestPlans:
    """Sitemaps and tombstones are found by ranges of an index, however much there is."""

    @pytest.mark.parametrize(
        ("path", "table"),
        [("/sitemap.xml", "public_article"), ("/sitemap-stories-0.xml", "public_article"),
         ("/feed.atom", "public_tombstone"), ("/sitemap-tags-0.xml", "public_tagpage")],
    )  # fmt: skip
    def test_no_table_is_read_whole(self, client, path, table):
        make_article(number=5, tags=[make_tag()])
        asked = []

        def watch(execute, sql, params, many, context):
            asked.append((sql, params))
            return execute(sql, params, many, context)

        with connection.execute_wrapper(watch):
            client.get(path)
        about = [(sql, params) for sql, params in asked if table in sql]
        assert about
        for sql, params in about:
            plan = plan_of(sql, params)
            assert f"Seq Scan on {table}" not in plan
            assert f"SCAN {table}" not in plan


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

    def test_an_entry_is_written_once_until_its_story_changes(self, client, django_assert_num_queries):
        now = timezone.now()
        first, second = (
            make_article(f"Item {hour}", first_published_at=now - timedelta(hours=hour)) for hour in (1, 2)
        )
        client.get("/sitemap-news.xml")
        with django_assert_num_queries(1):
            assert places(client, "/sitemap-news.xml") == [f"http://testserver{one.path}" for one in (first, second)]
        first.headline = "Mended"
        first.save()
        found = tree(client, "/sitemap-news.xml")
        assert [one.text for one in found.iter(f"{NEWS}title")] == ["Mended", "Item 2"]

    def test_its_keys_are_few_and_purged_by_every_change_of_a_story(self, client):
        number = make_article(first_published_at=timezone.now()).story_number
        keys = client.get("/sitemap-news.xml")["Surrogate-Key"].split()
        assert keys == ["front", "sitemap", "sections"]
        assert "front" in purge.keys(number, [])

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
