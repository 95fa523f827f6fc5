"""What is kept of stories' pages, and what a process remembers of lists: never anything that no longer stands."""

from datetime import UTC, datetime, timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from articles.models import Article, KeptPage, Section
from articles.models.questions import Question
from articles.publishing import kept, program, render
from articles.reading import cards, lists
from articles.templatetags import parts
from articles.text.remembering import FOR_EVER, Memory, holds_until, noting_ends
from tests.make_public import (
    NOON,
    correction,
    make_article,
    make_author,
    make_profile,
    make_section,
    make_tag,
    picture,
    source,
)

pytestmark = pytest.mark.django_db


def full_article(headline="Ferry late again", **given):
    people = [make_profile()]
    rich = {"lead_picture": picture(), "pictures": [picture()], "corrections": [correction("It was Tuesday.")]}
    return make_article(
        headline, tags=[make_tag()], profiles=people, sources=[source("The minutes.")], **(rich | given)
    )


def text_of(client, path):
    return client.get(path).content.decode()


@pytest.fixture
def made_anew(monkeypatch):
    """The stories whose pages were made for a reader."""
    found, make = [], render.page
    monkeypatch.setattr(render, "page", lambda article, **given: found.append(article.pk) or make(article, **given))
    return found


@pytest.fixture
def article():
    make_article("Also at the quay", tags=[make_tag()])
    article = full_article()
    kept.keep(article)
    return article


class TestAKeptPage:
    def test_it_is_the_page_that_would_be_made(self, article):
        sections, related = lists.sections(), lists.related(article)
        put_together = render.put_together(article.kept.html, article.stamp, sections=sections, related=related)
        assert related and sections
        assert put_together == render.page(article, sections=sections, related=related)

    def test_it_is_what_readers_get(self, client, article, made_anew):
        page = text_of(client, article.path)
        assert "Ferry late again" in page and "Also at the quay" in page and "It was Tuesday." in page
        assert made_anew == []

    def test_without_one_the_page_is_made_anew(self, client, article, made_anew):
        before = text_of(client, article.path)
        KeptPage.objects.all().delete()
        assert text_of(client, article.path) == before
        assert made_anew == [article.pk]

    @pytest.mark.parametrize("way", ["update", "save", "bulk_update"])
    def test_a_changed_row_shows_at_once_however_it_was_written(self, client, article, way):
        article.headline = "Ferry on time"
        if way == "update":
            Article.objects.filter(pk=article.pk).update(headline=article.headline)
        elif way == "save":
            article.save()
        else:
            Article.objects.bulk_update([article], ["headline"])
        assert "Ferry on time" in text_of(client, article.path)

    def test_a_renamed_section_shows_at_once(self, client, article):
        Section.objects.update(name="Waterfront")
        page = text_of(client, article.path)
        assert "Waterfront" in page and "Harbour<" not in page

    def test_a_new_section_stands_in_its_navigation_at_once(self, client, article, made_anew):
        make_section("sport")
        assert "/sections/sport/" in text_of(client, article.path)
        assert made_anew == []

    def test_another_program_makes_it_anew(self, client, article, made_anew, monkeypatch):
        monkeypatch.setattr(program, "program", lambda: "another")
        program.made_with.cache_clear()
        client.get(article.path)
        program.made_with.cache_clear()
        assert made_anew == [article.pk]

    def test_what_is_true_for_a_time_only_is_made_anew_after_it(self, client, article, made_anew):
        KeptPage.objects.update(good_until=timezone.now() - timedelta(seconds=1))
        client.get(article.path)
        assert made_anew == [article.pk]

    def test_a_date_of_this_year_without_its_year_holds_until_the_year_is_over(self):
        now = timezone.now()
        article = full_article(corrections=[correction("Today.", at=now)])
        kept.keep(article)
        assert article.kept.good_until.astimezone(timezone.get_default_timezone()).year == now.year + 1

    def test_a_story_taken_down_leaves_none(self, article):
        article.delete()
        assert not KeptPage.objects.exists()


class TestTheWorkersRound:
    def test_it_makes_what_is_missing_or_no_longer_holds_and_nothing_else(self, article):
        new = make_article("New")
        Article.objects.filter(pk=article.pk).update(headline="Ferry on time")
        way = kept.Round()
        assert way.go() == 3  # the two, and the one that never had a page
        assert "Ferry on time" in KeptPage.objects.get(article=article.pk).html
        assert "New" in new.kept.html
        assert way.go() == 0

    def test_it_comes_by_the_older_ones_step_by_step(self, monkeypatch):
        monkeypatch.setattr(kept, "NEWEST", 1)
        monkeypatch.setattr(kept, "STEP", 2)
        for number in range(5):
            make_article(f"Story {number}")
        way = kept.Round()
        assert [way.go() for _ in range(4)] == [2, 2, 1, 0]

    def test_one_story_that_cannot_be_made_is_not_the_others_trouble(self, monkeypatch):
        bad, good = make_article("Bad"), make_article("Good")
        make = kept.keep
        monkeypatch.setattr(kept, "keep", lambda one: 1 / 0 if one.pk == bad.pk else make(one))
        assert kept.Round().go() == 1
        assert list(KeptPage.objects.values_list("article", flat=True)) == [good.pk]


class TestLists:
    PATHS = ("/", "/sections/harbour/", "/tags/ferries/", "/people/ora-vane/", "/authors/ida-moss/", "/feed.xml")

    @pytest.mark.parametrize("path", PATHS)
    def test_a_changed_story_shows_at_once(self, client, path):
        full_article()
        assert "Ferry late again" in text_of(client, path)
        Article.objects.update(headline="Ferry on time")
        page = text_of(client, path)
        assert "Ferry on time" in page and "late again" not in page

    @pytest.mark.parametrize("path", PATHS[:-1])
    def test_a_renamed_section_shows_at_once(self, client, path):
        full_article()
        client.get(path)
        Section.objects.update(name="Waterfront")
        assert "Harbour<" not in text_of(client, path)

    def test_a_story_taken_down_is_gone_at_once(self, client):
        article = full_article()
        client.get("/")
        article.delete()
        assert "Ferry late again" not in text_of(client, "/")

    def test_a_second_reader_has_nothing_read_that_the_first_has_seen(self, client, django_assert_num_queries):
        full_article()
        client.get("/tags/ferries/")
        with django_assert_num_queries(3) as queries:
            client.get("/tags/ferries/")
        assert not any("headline" in query["sql"] for query in queries)

    def test_a_persons_part_in_one_story_is_not_told_of_another(self):
        first, second = make_profile("ora-vane"), make_profile("ben-holt")
        article = make_article(profiles=[first, second])
        article.profile_links.filter(profile=first).update(role_label="Witness")
        assert [one.part for one in lists.of_profile(first).items] == ["Witness"]
        assert [one.part for one in lists.of_profile(second).items] == ["Official"]
        assert not hasattr(cards.of(Article.objects.values_list(*cards.STATE))[0], "part")

    def test_the_hour_of_a_new_story_becomes_its_day_when_a_day_has_passed(self, monkeypatch):
        noon = timezone.localtime().replace(hour=12, minute=0)
        at = noon - timedelta(hours=2)
        article = cards.of([(make_article(first_published_at=at).pk, 0, "", "")])[0]
        context = {"articles": [article], "newsroom": render.newsroom(), "media": "/media/"}
        clock = timezone.localtime(at).strftime(">%H:%M<")
        monkeypatch.setattr(timezone, "now", lambda: noon)
        assert clock in render_to_string("reading/_rows.html", context)
        monkeypatch.setattr(timezone, "now", lambda: noon + timedelta(days=1))
        assert clock not in render_to_string("reading/_rows.html", context)


class TestParts:
    def test_a_preview_of_an_unsaved_story_is_never_remembered(self):
        article = make_article()
        article.pk = None
        before = len(parts.memory)
        context = {"articles": [article], "newsroom": render.newsroom(), "media": "/media/"}
        assert "Ferry late again" in render_to_string("reading/_rows.html", context)
        assert len(parts.memory) == before

    def test_a_text_cannot_stand_where_a_part_is_put(self, client):
        article = make_article("<!--part reading/_nav.html-->", standfirst="<!--part reading/_nav.html-->")
        kept.keep(article)
        page = text_of(client, article.path)
        assert page.count('<nav class="sections"') == 1
        assert "&lt;!--part reading/_nav.html--&gt;" in page


class TestRemembering:
    NOW = datetime(2026, 11, 10, 12, tzinfo=UTC)

    def test_it_keeps_the_last_that_were_asked_for(self):
        memory = Memory(2)
        memory.keep("a", 1), memory.keep("b", 2)
        memory.get("a")
        memory.keep("c", 3)
        assert [memory.get(key) for key in "abc"] == [1, None, 3]

    def test_what_ends_is_forgotten_at_that_moment(self):
        memory = Memory(2)
        memory.keep("a", 1, until=self.NOW)
        assert memory.get("a", now=self.NOW - timedelta(seconds=1)) == 1
        assert memory.get("a", now=self.NOW) is None

    def test_what_is_made_of_something_that_ends_ends_with_it(self):
        memory = Memory(2)
        with noting_ends() as outer:
            with noting_ends() as inner:
                holds_until(self.NOW)
            memory.keep("a", 1, until=min(inner))
        assert outer == [self.NOW]
        with noting_ends() as again:
            memory.get("a", now=self.NOW - timedelta(days=1))
        assert again == [self.NOW]
        memory.keep("b", 2)
        with noting_ends() as never:
            memory.get("b", now=self.NOW)
        assert min(never, default=FOR_EVER) is FOR_EVER


class TestQuestions:
    def test_the_statement_is_written_once_and_asked_with_other_values(self):
        built = []

        def build(slug):
            built.append(slug)
            return Section.objects.filter(slug=slug).values_list("name", "position")

        question = Question(build, "a sample")
        make_section("sport"), make_section("arts", position=4)
        assert question("sport") == [("Sport", 0)]
        assert question("arts") == [("Arts", 4)]
        assert question("none") == []
        assert built == ["a sample"]

    def test_values_come_as_the_orm_gives_them(self):
        article = full_article()
        question = Question(lambda pk: Article.objects.filter(pk=pk).values_list("tags", "first_published_at"), -1)
        assert question(article.pk) == [(article.tags, article.first_published_at)]
        assert article.first_published_at > NOON and make_author()

    def test_a_sample_that_stands_nowhere_is_an_error_at_once(self):
        with pytest.raises(ValueError, match="sample"):
            Question(lambda _: Section.objects.values_list("pk"), "unused")("x")
