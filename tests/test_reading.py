"""Readers' pages: what stands where, what is answered for what is not there, and what odd requests get."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory
from django.utils import translation

from articles.models.public import Article, Author, Path, Profile, Section, TagPage
from articles.publishing import kept
from articles.publishing.tables import DeskTableRefused
from articles.reading import views
from tests.make_public import (
    NOON,
    correction,
    make_article,
    make_author,
    make_profile,
    make_section,
    make_tag,
    part,
    picture,
    take_down,
)

pytestmark = pytest.mark.django_db


def text_of(response):
    return response.content.decode()


class TestArticlePage:
    def test_it_shows_the_story(self, client):
        article = make_article("Ferry late again", body="<p>The boat came at nine.</p>")
        page = text_of(client.get(article.path))
        assert "Ferry late again" in page
        assert "<p>The boat came at nine.</p>" in page
        assert "Ida Moss" in page

    def test_it_takes_three_queries_and_one_for_stories_not_seen_before(self, client, django_assert_num_queries):
        tags = [make_tag("ferries"), make_tag("weather")]
        for count in (3, 9):
            for number in range(count):
                article = make_article(tags=tags, profiles=[make_profile()], slug=f"s{count}{number}")
            kept.keep(article)
            for queries in (4, 3):
                with django_assert_num_queries(queries):
                    assert client.get(article.path).status_code == 200

    def test_any_alphabet_may_stand_in_its_address(self, client):
        article = make_article(slug="приливы-und-cafés-潮")
        assert client.get(article.path).status_code == 200
        assert client.get(article.get_absolute_url()).status_code == 200
        assert article.get_absolute_url().isascii()

    def test_an_address_typed_in_decomposed_letters_leads_to_the_composed_one(self, client):
        article = make_article(slug="cafés")
        response = client.get(article.path.replace("é", "e\u0301"))
        assert response.status_code == 301
        assert response["Location"] == article.get_absolute_url()

    def test_pictures_in_the_text_are_shown_and_unknown_ones_leave_nothing(self, client):
        body = '<p>One.</p><figure data-picture="7"></figure><figure data-picture="8"></figure>'
        page = text_of(client.get(make_article(body=body, pictures=[picture(7, alt="A quay")]).path))
        assert 'alt="A quay"' in page
        assert "data-picture" not in page

    def test_related_stories_share_tags_before_they_share_a_section(self, client):
        ferries, other = make_tag("ferries"), make_section("sport")
        near = make_article("Same section", number=1)
        kin = make_article("Same subject", section=other, tags=[ferries], number=2)
        article = make_article(tags=[ferries], number=3)
        assert [one.pk for one in views.lists.related(article)] == [kin.pk, near.pk]

    def test_what_was_retracted_is_nowhere_related(self, client):
        make_article("Retracted: boats", is_retracted=True)
        article = make_article()
        assert views.lists.related(article) == []


class TestWhatIsNotThere:
    def test_an_address_that_never_was_is_404(self, client):
        response = client.get("/2026/11/never/")
        assert response.status_code == 404
        assert "no-store" not in response["Cache-Control"]

    def test_a_withdrawn_story_is_410_and_says_nothing_of_itself(self, client):
        article = make_article("Secret of the quay")
        take_down(article)
        response = client.get(article.path)
        assert response.status_code == 410
        assert "Secret" not in text_of(response)
        assert response["Surrogate-Key"] == f"story-{article.story_number}"
        assert response["X-Robots-Tag"] == "noindex"

    def test_a_story_withdrawn_by_law_is_451_and_names_who_blocks(self, client):
        article = make_article()
        take_down(article, Path.Answer.LEGAL)
        response = client.get(article.path)
        assert response.status_code == 451
        assert response["Link"] == '<http://testserver/>; rel="blocked-by"'

    def test_a_former_address_leads_to_the_present_one(self, client):
        article = make_article()
        Path.objects.create(
            path="/2026/11/old-name/", answer="redirect", article=article, story_number=1, changed_at=NOON
        )
        response = client.get("/2026/11/old-name/?utm=x")
        assert response.status_code == 301
        assert response["Location"] == article.path

    def test_a_former_address_of_a_withdrawn_story_is_410(self, client):
        Path.objects.create(path="/2026/11/old-name/", answer="redirect", story_number=1, changed_at=NOON)
        assert client.get("/2026/11/old-name/").status_code == 410

    @pytest.mark.parametrize(
        ("make", "path"),
        [
            (make_section, "/sections/harbour/"),
            (make_tag, "/tags/ferries/"),
            (make_author, "/authors/ida-moss/"),
            (make_profile, "/people/ora-vane/"),
        ],
    )
    def test_a_page_without_a_live_article_is_404(self, client, make, path):
        make(is_live=False)
        assert client.get(path).status_code == 404
        assert client.get(f"{path}feed.xml").status_code == 404

    def test_a_person_is_not_an_organization(self, client):
        make_article(profiles=[make_profile("ora-vane", "person")])
        assert client.get("/people/ora-vane/").status_code == 200
        assert client.get("/organizations/ora-vane/").status_code == 404


def front_context(client, path="/"):
    """What the page was made of: client's own context is lost, pages are rendered without a request."""
    found = {}

    def keep(request, template, context, **headers):
        found.update(context)
        return original(request, template, context, **headers)

    original = views.page
    views.page = keep
    try:
        assert client.get(path).status_code == 200
    finally:
        views.page = original
    return found


class TestLists:
    PATHS = [
        "/sections/harbour/",
        "/tags/ferries/",
        "/authors/ida-moss/",
        "/people/ora-vane/",
        "/2026/11/",
        "/opinion/",
    ]

    def fill(self, count, **given):
        for number in range(count):
            about = {"tags": [make_tag()], "profiles": [make_profile()], "type_of_work": "opinion"}
            make_article(f"Story {number}", **about, **given)

    @pytest.mark.parametrize("path", [*PATHS, "/archive/", "/corrections/"])
    def test_it_takes_at_most_four_queries_however_many_rows(self, client, django_assert_max_num_queries, path):
        for count in (3, 12):
            self.fill(count, corrections=[correction("Tuesday.")])
            with django_assert_max_num_queries(4):
                assert client.get(path).status_code == 200

    def test_a_subject_names_what_goes_with_it_and_who_writes_about_it(self, client):
        make_article(tags=[make_tag(), make_tag("fares")])
        make_article(tags=[make_tag(), make_tag("fares"), make_tag("winter")], authors=[make_author("bo-quist")])
        around = front_context(client, "/tags/ferries/")["around"]
        assert [one["slug"] for one in around["subjects"]] == ["fares", "winter"]
        assert {one["slug"] for one in around["writers"]} == {"ida-moss", "bo-quist"}
        assert (around["how_many"], around["is_more"]) == (2, False)

    def test_opinion_of_every_section_stands_on_one_page_and_nothing_else(self, client):
        make_article("The mole must stay", type_of_work="opinion")
        make_article("The gallery must go", type_of_work="opinion", section=make_section("arts"))
        make_article("The mole is to go")
        assert [one.headline for one in front_context(client, "/opinion/")["articles"]] == [
            "The gallery must go",
            "The mole must stay",
        ]

    def test_without_opinion_its_page_says_so(self, client):
        make_article("The mole is to go")
        assert "There is no opinion here at present." in text_of(client.get("/opinion/"))

    def test_the_front_pages_opinions_and_every_opinion_lead_to_all_of_it(self, client):
        old = NOON - timedelta(days=9)
        views = [make_article(type_of_work="opinion", first_published_at=old) for _ in range(2)]
        for _ in range(8):
            make_article()
        for path in ("/", views[0].path):
            assert 'href="/opinion/"' in client.get(path).content.decode()

    def test_a_month_leads_to_those_beside_it_that_have_stories(self, client):
        for month in (2, 7, 11):
            make_article(first_published_at=datetime(2026, month, 15, 12, tzinfo=UTC))
        beside = {path: front_context(client, path)["beside"] for path in ("/2026/02/", "/2026/07/", "/2026/11/")}
        named = {path: [one and one["url"] for one in found] for path, found in beside.items()}
        assert named == {
            "/2026/02/": [None, "/2026/07/"],
            "/2026/07/": ["/2026/02/", "/2026/11/"],
            "/2026/11/": ["/2026/07/", None],
        }

    def test_the_months_beside_are_those_of_the_newsrooms_zone(self, client):
        make_article(first_published_at=datetime(2026, 5, 31, 23, 30, tzinfo=UTC))  # June in London
        make_article(first_published_at=datetime(2026, 8, 3, 12, tzinfo=UTC))
        assert [one and one["url"] for one in front_context(client, "/2026/08/")["beside"]] == ["/2026/06/", None]

    def test_a_long_list_is_not_counted(self, client):
        self.fill(25)
        assert "More than 20 stories" in text_of(client.get("/tags/ferries/"))

    @pytest.mark.parametrize("path", PATHS)
    def test_turning_the_pages_shows_each_story_once_even_where_times_are_equal(self, client, path):
        self.fill(45, first_published_at=NOON)
        seen, steps = [], 0
        while path:
            context = front_context(client, path)
            seen += [article.pk for article in context["articles"]]
            path, steps = context["older"], steps + 1
        assert steps == 3
        assert len(seen) == len(set(seen)) == 45
        assert seen == sorted(seen, reverse=True)

    @pytest.mark.parametrize("path", [*PATHS, "/corrections/", "/search/?q=council"])
    @pytest.mark.parametrize(
        "before",
        [
            "nonsense",
            "",
            "9999-12-31T23:59:59.999999+00:00",
            "0001-01-01T00:00:00+23:59",
            "2026-11-10T12:00:00_" + "9" * 30,
            "2026-11-10",
            "2026-13-40T00:00:00Z_1",
            "-1",
            "٢٠٢٦-11-10T12:00:00Z",
            "2026-11-10T12:00:00Z_5",
            "_",
            "💥",
        ],
    )
    def test_a_nonsensical_place_is_never_an_error(self, client, path, before):
        self.fill(2)
        joint = "&" if "?" in path else "?"
        assert client.get(f"{path}{joint}before={before}").status_code == 200

    def test_the_text_is_not_read_for_a_list(self, client, django_assert_max_num_queries):
        self.fill(3)
        with django_assert_max_num_queries(4) as queries:
            client.get("/tags/ferries/")
        assert not any('"body"' in query["sql"] or '"text"' in query["sql"] for query in queries)

    def test_a_later_page_names_itself_and_the_way_back(self, client):
        self.fill(25)
        older = front_context(client, "/tags/ferries/")["older"]
        context = front_context(client, older)
        assert context["canonical"] == f"http://testserver{older}"
        assert context["newer"] == "/tags/ferries/"
        assert context["older"] == ""

    def test_a_persons_part_in_each_story_is_said(self, client):
        self.fill(2)
        assert "Official" in text_of(client.get("/people/ora-vane/"))


class TestArchive:
    def test_months_with_articles_are_listed_and_empty_ones_are_not(self, client):
        for month in (1, 3, 11):
            make_article(first_published_at=datetime(2026, month, 5, tzinfo=UTC))
        make_article(first_published_at=datetime(2024, 12, 31, 23, 59, tzinfo=UTC))
        months = [(month.year, month.month) for month in views.lists.months()]
        assert months == [(2026, 11), (2026, 3), (2026, 1), (2024, 12)]
        page = text_of(client.get("/archive/"))
        assert 'href="/2026/03/"' in page
        assert 'href="/2026/02/"' not in page

    def test_a_month_begins_in_the_newsrooms_zone(self, client, settings):
        settings.TIME_ZONE = "Pacific/Auckland"
        article = make_article("New year", first_published_at=datetime(2025, 12, 31, 12, tzinfo=UTC))
        assert article.path.startswith("/2026/01/")
        assert "New year" in text_of(client.get("/2026/01/"))
        assert client.get("/2025/12/").status_code == 404
        assert [month.month for month in views.lists.months()] == [1]

    @pytest.mark.parametrize("path", ["/2026/13/", "/2026/00/", "/0000/01/", "/9999/12/", "/1500/01/", "/2026/04/"])
    def test_a_month_that_is_none_or_empty_is_404(self, client, path):
        make_article()
        assert client.get(path).status_code == 404


class TestCorrectionsPage:
    def test_the_newest_notice_stands_first_with_its_story(self, client):
        make_article("First", corrections=[correction("It was Monday.", at=NOON + timedelta(hours=3))])
        make_article("Second", corrections=[correction("It was Tuesday.", at=NOON + timedelta(hours=4))])
        page = text_of(client.get("/corrections/"))
        assert page.index("It was Tuesday.") < page.index("It was Monday.")
        assert "Second" in page

    def test_pages_turn(self, client):
        at = NOON + timedelta(hours=3)
        for number in range(25):
            make_article(corrections=[correction(f"Note {number}.", at=at)])
        context = front_context(client, "/corrections/")
        rest = front_context(client, context["older"])
        assert len(context["notices"]) + len(rest["notices"]) == 25
        assert not {one.pk for one in context["notices"]} & {one.pk for one in rest["notices"]}


class TestOddRequests:
    @pytest.mark.parametrize(
        "path",
        [
            "/%ff",
            "/%00",
            "/2026/11/%00/",
            "/2026/11/%ff/",
            "/0000/00/x/",
            "/search/?q=%00",
            "/search/?q=%ff",
            "/search/?page=-1",
            "/search/?q=" + "a" * 5000,
            "/search/?q=a&page=99999999999999999999",
            "/search/?q=a&page=x",
            "/media/../manage.py",
            "/media/",
            "/media/" + "ab" * 16 + "-640.jpg",
            "/sections/" + "x" * 300 + "/",
            "/tags/%F0%9F%92%A5/",
            "//",
            "/people/",
            "/2026/11/a/b/",
            "/sitemap-stories-999999999.xml",
            "/sitemap-stories-9999999999.xml",
            "/sitemap-tags-7.xml",
            "/tags/x/feed.xml",
            "/search/?q=%ED%A0%80",
        ],
    )
    def test_they_are_never_a_500(self, client, path):
        make_article()
        client.raise_request_exception = False
        assert client.get(path).status_code in {200, 301, 400, 404}

    @pytest.mark.parametrize(
        "path", ["/", "/2026/11/x/", "/search/", "/feed.xml", "/sitemap.xml", "/robots.txt", "/archive/"]
    )
    @pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
    def test_readers_only_read(self, client, path, method):
        assert getattr(client, method)(path).status_code == 405

    def test_unknown_parameters_change_nothing(self, client):
        article = make_article()
        assert client.get(article.path).content == client.get(f"{article.path}?utm_source=x&preview=1").content

    def test_a_missing_slash_is_forgiven(self, client):
        response = client.get("/corrections")
        assert (response.status_code, response["Location"]) == (301, "/corrections/")


class TestLawOne:
    def test_no_view_may_touch_a_desk_table(self, client, monkeypatch, django_user_model):
        monkeypatch.setattr(views.lists, "sections", lambda: list(django_user_model.objects.all()))
        with pytest.raises(DeskTableRefused):
            client.get("/")

    def test_the_page_is_the_same_in_a_thread_that_spoke_another_language(self):
        article = make_article()
        request = RequestFactory().get(article.path)
        plain = views.article(request, "2026", "11", "x").content
        with translation.override("de"):
            assert views.article(request, "2026", "11", "x").content == plain

    def test_a_stray_host_is_repeated_nowhere(self, client, settings):
        settings.ALLOWED_HOSTS = ["evil.example", "testserver"]
        article = make_article()
        assert "evil.example" not in text_of(client.get(article.path, headers={"host": "evil.example"}))

    def test_every_kind_of_page_exists_for_the_desk_to_name(self):
        article = make_article(tags=[make_tag()], profiles=[make_profile()], people=[part("Nobody Known")])
        assert Article.objects.get() == article
        assert [model.objects.live().count() for model in (Section, TagPage, Author, Profile)] == [1, 1, 1, 1]
