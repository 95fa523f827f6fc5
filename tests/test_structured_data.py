"""What pages say to machines: JSON-LD by schema.org, Open Graph, the canonical address; all as the page says it."""

import json
import re
from datetime import timedelta

import pytest

from articles.publishing import render, structured
from articles.workflow import Kind
from tests.make_public import (
    NOON,
    byline,
    correction,
    make_article,
    make_author,
    make_profile,
    make_section,
    make_tag,
    part,
    picture,
    unsaved_article,
)

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def said(page):
    """{type: object} of the page's JSON-LD."""
    return {one["@type"]: one for one in map(json.loads, SCRIPT.findall(page))}


def meta(page, name):
    return re.findall(rf'<meta (?:property|name)="{name}" content="([^"]*)">', page)


def told_of(**given):
    return structured.news_article(unsaved_article(**given))


class TestNewsArticle:
    def test_its_type_is_one_word_and_its_genre_stands_beside(self):
        told = told_of(type_of_work="analysis")
        assert told["@type"] == "NewsArticle"
        assert told["additionalType"] == "https://schema.org/AnalysisNewsArticle"
        assert "additionalType" not in told_of(type_of_work="interview")

    def test_every_address_is_absolute_and_percent_encoded(self):
        told = told_of(slug="渡船")
        for key in ("@id", "url", "mainEntityOfPage"):
            assert told[key].startswith("http://testserver/2026/11/%E6%B8%A1")

    def test_times_carry_their_zone(self):
        told = told_of(first_published_at=NOON, updated_at=NOON + timedelta(hours=2))
        assert (told["datePublished"], told["dateModified"]) == (
            "2026-11-10T12:00:00+00:00",
            "2026-11-10T14:00:00+00:00",
        )

    @pytest.mark.django_db
    def test_writers_are_people_and_a_story_without_one_is_the_papers(self):
        author = make_author()
        told = told_of(bylines=[byline(author)])
        assert told["author"] == [
            {"@type": "Person", "name": author.name, "url": "http://testserver/authors/ida-moss/"}
        ]
        assert told_of(bylines=[])["author"][0]["@type"] == "NewsMediaOrganization"

    @pytest.mark.django_db
    def test_who_took_the_picture_or_translated_is_no_author(self):
        lines = [byline(make_author("ida-moss")), byline(make_author("lo-ash"), "photography"),
                 byline(make_author("kit-ray"), "translation")]  # fmt: skip
        told = told_of(bylines=lines)
        assert [one["name"] for one in told["author"]] == ["Ida Moss"]
        assert [one["name"] for one in told["contributor"]] == ["Lo Ash"]
        assert [one["name"] for one in told["translator"]] == ["Kit Ray"]

    def test_people_are_mentioned_and_never_said_to_be_what_it_is_about(self):
        told = told_of(people=[part("Ora Vane", role="defendant", slug="ora-vane"), part("Bo Lind")])
        assert told["mentions"] == [
            {"@type": "Person", "name": "Ora Vane", "url": "http://testserver/people/ora-vane/"},
            {"@type": "Person", "name": "Bo Lind"},
        ]
        assert "about" not in told

    def test_its_pictures_come_in_three_shapes_with_their_credit(self):
        images = told_of(lead_picture=picture())["image"]
        assert [one["url"].rpartition("-")[2] for one in images] == ["16x9.jpg", "4x3.jpg", "1x1.jpg"]
        assert {one["creditText"] for one in images} == {"Tomas Reed"}

    def test_corrections_are_told_and_small_changes_are_not(self):
        told = told_of(corrections=[correction("It was Tuesday."), correction("A comma.", kind=Kind.UPDATE)])
        assert [one["text"] for one in told["correction"]] == ["It was Tuesday."]

    def test_a_retraction_says_so(self):
        assert told_of(is_retracted=True)["creativeWorkStatus"] == "Retracted"

    def test_only_works_are_cited_not_conversations(self):
        def source(kind):
            empty = dict.fromkeys(("archived_url", "published_on", "accessed_on", "kind_label"), "")
            return {"text": f"A {kind}", "kind": kind, "url": "https://example.org/a"} | empty

        told = told_of(sources=[source("document"), source("person"), source("own_reporting")])
        assert told["citation"] == [{"@type": "CreativeWork", "name": "A document", "url": "https://example.org/a"}]

    def test_what_there_is_nothing_of_is_not_said(self):
        empty = {"image", "keywords", "mentions", "citation", "correction", "dateline"}
        assert not empty & set(told_of(bylines=[], tags=[]))

    @pytest.mark.parametrize("language", [("en-gb", "en-GB"), ("de", "de"), ("zh-hant", "zh-Hant")])
    def test_languages_are_written_as_the_web_does(self, language):
        assert told_of(language=language[0])["inLanguage"] == language[1]


class TestScripts:
    @pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--", "a & b", "\u2028"])
    def test_no_text_ends_the_element_it_stands_in(self, text):
        page = render.page(unsaved_article(text, text="Nothing else."))
        assert said(page)["NewsArticle"]["headline"] == text
        assert "<script>alert" not in page
        assert "<" not in structured.dumped(text)


@pytest.mark.django_db
class TestPages:
    def test_an_article_says_what_it_shows(self, client):
        article = make_article(tags=[make_tag()], lead_picture=picture())
        page = client.get(article.path).content.decode()
        told = said(page)["NewsArticle"]
        assert told["headline"] == article.headline
        assert told["keywords"] == ["Ferries"]
        assert f'<link rel="canonical" href="{told["url"]}">' in page
        assert meta(page, "og:url") == [told["url"]]
        assert meta(page, "og:type") == ["article"]
        assert meta(page, "og:image") == [told["image"][0]["url"]]
        assert meta(page, "article:published_time")

    def test_words_for_sharing_are_used_for_sharing_only(self, client):
        article = make_article("Ferry late", social_headline="Late, again!")
        page = client.get(article.path).content.decode()
        assert meta(page, "og:title") == ["Late, again!"]
        assert said(page)["NewsArticle"]["headline"] == "Ferry late"

    def test_the_front_page_names_the_paper(self, client):
        told = said(client.get("/").content.decode())
        assert told["NewsMediaOrganization"]["name"] == "The Test Courier"
        assert told["WebSite"]["publisher"]["@id"] == told["NewsMediaOrganization"]["@id"]

    def test_an_author_has_a_profile_page(self, client):
        make_article(authors=[make_author(job_title="Harbour reporter")])
        told = said(client.get("/authors/ida-moss/").content.decode())["ProfilePage"]["mainEntity"]
        assert (told["name"], told["jobTitle"]) == ("Ida Moss", "Harbour reporter")

    def test_a_list_says_where_it_stands(self, client):
        make_article(section=make_section(), profiles=[make_profile()], tags=[make_tag()])
        for path in ("/sections/harbour/", "/tags/ferries/", "/people/ora-vane/"):
            steps = said(client.get(path).content.decode())["BreadcrumbList"]["itemListElement"]
            assert [one["position"] for one in steps] == [1, 2]
            assert steps[-1]["item"] == f"http://testserver{path}"

    def test_search_results_are_in_no_index(self, client):
        assert "noindex" in meta(client.get("/search/?q=ferry").content.decode(), "robots")[0]
