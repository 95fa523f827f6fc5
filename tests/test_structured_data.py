"""What pages say to machines: JSON-LD by schema.org, Open Graph, the canonical address; all as the page says it."""

import json
import re
from datetime import timedelta

import pytest
from django.contrib.staticfiles import finders
from PIL import Image

from articles.models import Role
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
    source,
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
    def test_its_genre_is_a_second_type_of_the_same_thing(self):
        news, page, trail = structured.of_article(unsaved_article(type_of_work="analysis"))
        assert (news["@type"], trail["@type"]) == ("NewsArticle", "BreadcrumbList")
        assert news["additionalType"] == "https://schema.org/AnalysisNewsArticle"
        assert page["mainEntity"] == {"@type": "AnalysisNewsArticle", "@id": news["@id"]}
        assert page["@id"] == news["mainEntityOfPage"]

    def test_opinion_is_never_said_to_be_reportage(self):
        told = structured.dumped(structured.of_article(unsaved_article(type_of_work="opinion")))
        assert "OpinionNewsArticle" in told
        assert "Reportage" not in told

    def test_what_has_no_genre_of_its_own_is_a_news_article(self):
        page = structured.of_article(unsaved_article(type_of_work="interview"))[1]
        assert page["mainEntity"]["@type"] == "NewsArticle"

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

    def test_being_named_is_not_being_what_it_is_about(self):
        people = [part("Ora Vane", role="defendant", slug="ora-vane"), part("Bo Lind", role="letter_writer")]
        told = told_of(people=people, organizations=[part("Mole Line", role="party", wikidata_id="Q42")], tags=[])
        assert told["about"] == [
            {"@type": "Person", "name": "Ora Vane", "url": "http://testserver/people/ora-vane/"},
            {"@type": "Organization", "name": "Mole Line", "sameAs": "https://www.wikidata.org/entity/Q42"},
        ]
        assert told["mentions"] == [{"@type": "Person", "name": "Bo Lind"}]

    @pytest.mark.parametrize("role", sorted(set(Role.values) - {"defendant", "party"}))
    def test_victims_witnesses_and_relatives_are_never_what_it_is_about(self, role):
        told = told_of(people=[part("Bo Lind", role=role)], tags=[])
        assert "about" not in told
        assert told["mentions"]

    def test_it_is_about_its_subjects(self):
        assert told_of(tags=[{"name": "Ferries", "slug": "ferries"}])["about"] == [
            {"@type": "DefinedTerm", "name": "Ferries", "url": "http://testserver/tags/ferries/"}
        ]

    def test_how_we_know_it_is_what_stands_under_the_text(self):
        unnamed = source("Two sailors", kind="person", anonymity="asked not to be named")
        told = told_of(sources=[source("The minutes"), unnamed])["backstory"]
        assert told["text"] == "The minutes; Two sailors (asked not to be named)"
        assert told["url"].endswith("/#sources")
        assert 'id="sources"' in render.page(unsaved_article(sources=[unnamed]))

    def test_its_pictures_come_in_three_shapes_with_their_credit(self):
        images = told_of(lead_picture=picture())["image"]
        assert [one["url"].rpartition("-")[2] for one in images] == ["16x9.jpg", "4x3.jpg", "1x1.jpg"]
        assert {one["creditText"] for one in images} == {"Tomas Reed"}

    def test_without_a_picture_it_has_the_paper_s_own_and_says_that_this_shows_nothing_of_it(self):
        (image,) = told_of()["image"]
        assert image["url"].startswith("http://testserver/static/reading/share") and "creditText" not in image
        assert (image["name"], image["representativeOfPage"]) == ("The Test Courier", False)
        with Image.open(finders.find("reading/share.png")) as drawn:
            assert drawn.size == (image["width"]["value"], image["height"]["value"])

    def test_corrections_are_told_and_small_changes_are_not(self):
        told = told_of(corrections=[correction("It was Tuesday."), correction("A comma.", kind=Kind.UPDATE)])
        assert [one["text"] for one in told["correction"]] == ["It was Tuesday."]

    def test_a_retraction_says_so(self):
        assert told_of(is_retracted=True)["creativeWorkStatus"] == "Retracted"

    def test_only_works_are_cited_not_conversations(self):
        kinds = ("document", "person", "own_reporting")
        told = told_of(sources=[source(f"A {kind}", kind, url="https://example.org/a") for kind in kinds])
        assert told["citation"] == [{"@type": "CreativeWork", "name": "A document", "url": "https://example.org/a"}]

    def test_what_there_is_nothing_of_is_not_said(self):
        empty = {"keywords", "about", "mentions", "citation", "correction", "dateline", "backstory"}
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

    def test_a_page_without_a_picture_is_shared_with_the_paper_s_own(self, client):
        for path in (make_article().path, "/", "/sections/harbour/"):
            page = client.get(path).content.decode()
            assert meta(page, "og:image") == [structured.house_picture()["image"]]
            assert meta(page, "og:image:width") == ["1200"] and not meta(page, "og:image:alt")
            assert '<meta name="twitter:card" content="summary">' in page

    def test_words_for_sharing_are_used_for_sharing_only(self, client):
        article = make_article("Ferry late", social_headline="Late, again!")
        page = client.get(article.path).content.decode()
        assert meta(page, "og:title") == ["Late, again!"]
        assert said(page)["NewsArticle"]["headline"] == "Ferry late"

    def test_the_front_page_names_the_paper(self, client):
        told = said(client.get("/").content.decode())
        assert told["NewsMediaOrganization"]["name"] == "The Test Courier"
        assert told["WebSite"]["publisher"]["@id"] == told["NewsMediaOrganization"]["@id"]
        search = told["WebSite"]["potentialAction"]["target"]["urlTemplate"]
        assert search == "http://testserver/search/?q={search_term_string}"

    @pytest.mark.parametrize("path", ["/", "/sections/harbour/", "/tags/ferries/", "/people/ora-vane/"])
    def test_a_list_names_its_stories_in_order(self, client, path):
        given = {"tags": [make_tag()], "profiles": [make_profile()]}
        make_article(slug="older", first_published_at=NOON, **given)
        make_article(slug="newer", first_published_at=NOON + timedelta(hours=1), **given)
        items = said(client.get(path).content.decode())["CollectionPage"]["mainEntity"]["itemListElement"]
        assert [one["url"].split("/")[-2] for one in items] == ["newer", "older"]

    def test_a_list_of_somebodys_stories_says_who_is_meant(self, client):
        make_article(profiles=[make_profile(wikidata_id="Q42", also_known_as=["O. Vane"])])
        who = said(client.get("/people/ora-vane/").content.decode())["CollectionPage"]["about"]
        assert (who["@type"], who["name"], who["alternateName"]) == ("Person", "Ora Vane", ["O. Vane"])
        assert who["sameAs"] == ["https://www.wikidata.org/entity/Q42"]

    def test_an_author_has_a_profile_page(self, client):
        make_article(authors=[make_author(job_title="Harbour reporter")])
        told = said(client.get("/authors/ida-moss/").content.decode())["ProfilePage"]["mainEntity"]
        assert (told["name"], told["jobTitle"]) == ("Ida Moss", "Harbour reporter")

    def test_a_list_says_where_it_stands(self, client):
        make_article(section=make_section(), profiles=[make_profile()], tags=[make_tag()])
        lists = ("/sections/harbour/", "/tags/ferries/", "/people/ora-vane/", "/archive/", "/2026/11/", "/corrections/")
        for path in lists:
            steps = said(client.get(path).content.decode())["BreadcrumbList"]["itemListElement"]
            assert [one["position"] for one in steps] == [1, 2]
            assert steps[-1]["item"] == f"http://testserver{path}"

    def test_search_results_are_in_no_index(self, client):
        assert "noindex" in meta(client.get("/search/?q=ferry").content.decode(), "robots")[0]
