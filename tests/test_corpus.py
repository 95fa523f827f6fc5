"""An invented archive: every row of it is what the product itself would have written."""

import re
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from articles import actions
from articles.management.corpus import lives, loading, world
from articles.models import Edition, Revision, Story, Transition
from articles.models.public import Article, CorrectionNotice, Path, Section, TagPage
from articles.publishing import project, search
from articles.publishing.compose import article_of
from articles.publishing.snapshot import snapshot
from articles.workflow import Status
from tests.make import make_live

pytestmark = pytest.mark.django_db
SINCE, UNTIL = datetime(2014, 11, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)
ENOUGH = 400  # stories, so that every way to end is among them


def make(number=60, seed=1):
    loading.make(number, seed=seed, since=SINCE, until=UNTIL, processes=0, pictures=0)


def documents():
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM public_search ORDER BY 1")
        return cursor.fetchall()


@pytest.fixture(autouse=True)
def _small_town(monkeypatch):
    for name, count in {"PLACES": 200, "TAGS": 60, "PEOPLE": 80, "PAGES_OF_PEOPLE": 30, "ORGANIZATIONS": 30}.items():
        monkeypatch.setattr(world, name, count)
    monkeypatch.setattr(world, "PAGES_OF_ORGANIZATIONS", 10)


@pytest.fixture
def every_end(monkeypatch):
    """As many stories that are drafts, corrected, withdrawn … as others."""

    monkeypatch.setattr(lives, "ENDS", tuple((end, 700) for end, _share in lives.ENDS))


class TestWhatIsMade:
    def test_readers_are_shown_what_is_live(self, every_end):
        make(ENOUGH)
        assert set(Story.objects.values_list("status", flat=True)) == set(Status.values)
        assert project.disagreements(1, 10**6) == [] and actions.reconcile() == []
        for story in Story.objects.select_related("live_edition"):
            assert project.disagreement(story) == ""

    def test_every_row_is_what_a_publication_writes(self, every_end):
        make()
        kept = {article.story_number: article for article in Article.objects.select_related("section")}
        for story in Story.objects.live().select_related("live_edition"):
            made, article = article_of(story.live_edition), kept[story.pk]
            for field in Article._meta.concrete_fields:
                if field.attname not in {"id", "section_id", "stamp"}:
                    assert getattr(article, field.attname) == getattr(made, field.attname), field.attname
            before = [list(rows) for rows in _links(article)]
            project.project(story.live_edition)
            assert [list(rows) for rows in _links(article)] == before

    def test_a_working_copy_is_the_one_that_was_published(self):
        make()
        for story in Story.objects.filter(status=Status.PUBLISHED).exclude(change_kind="retraction"):
            now, then = snapshot(story), story.live_edition.snapshot
            moving = {"status", "version", "is_live", "first_published_at", "editions"}
            assert {k: v for k, v in now.items() if k not in moving} == {
                k: v for k, v in then.items() if k not in moving
            }
            assert actions.edition_of(story).content_hash == story.live_edition.content_hash

    def test_it_has_its_history(self, every_end):
        make(ENOUGH)
        assert Revision.objects.count() >= ENOUGH
        moves = set(Transition.objects.values_list("move", flat=True))
        assert {"submit", "approve", "schedule", "publish", "reopen", "retract", "take_down", "spike"} <= moves
        assert not Transition.objects.filter(content_hash="").exists()
        assert CorrectionNotice.objects.exists() and Path.objects.filter(answer=Path.Answer.GONE).exists()
        assert set(Edition.objects.values_list("kind", flat=True)) >= {"first", "update", "correction", "retraction"}

    def test_search_finds_it_as_if_it_had_been_published(self):
        make()
        before = documents()
        for article in Article.objects.all():
            search.index(article)
        assert documents() == before and len(before) == Article.objects.count()

    def test_pages_are_live_where_they_list_something(self):
        make()
        for page in TagPage.objects.all():
            assert page.is_live == Article.objects.tagged(page).exists()
        assert Section.objects.live().exists() and TagPage.objects.filter(is_live=False).exists()

    def test_the_worker_finds_nothing_that_does_harm(self):
        make()
        assert actions.watch_live() == []

    def test_the_desk_goes_on_from_there(self):
        make()
        live = make_live()
        assert live.is_live and live.pk > 60

    @pytest.mark.skipif("connection.vendor != 'postgresql'")
    def test_indexes_and_constraints_are_there_again(self):
        before = _schema()
        make()
        assert _schema() == before


def told(seed):
    """The articles of a corpus that is not kept."""
    with transaction.atomic():
        make(20, seed)
        found = list(Article.objects.order_by("pk").values_list("path", "headline", "body", "first_published_at"))
        transaction.set_rollback(True)
    return found


class TestTheSameSeed:
    def test_makes_the_same_stories(self):
        assert told(1) == told(1)

    def test_another_makes_others(self):
        assert told(1) != told(2)


class TestTheCommand:
    def test_it_makes_none_beside_real_stories_unless_told(self):
        make_live()
        with pytest.raises(CommandError):
            call_command("make_corpus", "5", "--processes=0", "--pictures=0")
        assert Story.objects.count() == 1
        call_command("make_corpus", "5", "--processes=0", "--pictures=0", "--beside-stories")
        assert Story.objects.count() == 6 and project.disagreements(1, 10**6) == []

    def test_it_says_how_long_it_took_and_how_large_it_is(self, capsys):
        call_command("make_corpus", "5", "--processes=0", "--pictures=1", "--until=2026-11-01")
        assert "5 stories in" in capsys.readouterr().out


def _links(article):
    for rows in (article.tag_links, article.author_links, article.profile_links, article.correction_notices):
        fields = [one.attname for one in rows.model._meta.concrete_fields if one.attname != "id"]
        yield rows.order_by(*fields).values_list(*fields)
    yield Path.objects.filter(story_number=article.story_number).values_list("path", "answer", "article", "changed_at")


SPELLING = re.compile(r"::character varying|::text|\[\]|[()\s]")  # PostgreSQL writes what it reads with more casts


def _schema():
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1")
        indexes = [SPELLING.sub("", definition) for (definition,) in cursor.fetchall()]
        cursor.execute("SELECT conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint ORDER BY 1, 2")
        constraints = cursor.fetchall()
        cursor.execute(
            "SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2"
        )
        return indexes, constraints, cursor.fetchall()
