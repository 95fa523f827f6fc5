"""The demo newspaper: whole, clean by its own checks, and loaded once."""

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from PIL import Image

from articles import actions
from articles.demo import loading
from articles.demo.stories import ALL_STORIES
from articles.models import (
    Article,
    CorrectionNotice,
    Count,
    Path,
    ReplyRequest,
    Restriction,
    Section,
    Source,
    Story,
    StorySource,
    StoryTask,
)
from articles.workflow import Status
from tests.make import make_picture

pytestmark = pytest.mark.django_db


def without_drawing(file, *, by, title="", **described):
    return make_picture(title=title, **described)


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """The whole demo, once for all of these tests; its pictures as records only: drawing and decoding takes a minute."""
    folder = tmp_path_factory.mktemp("var")
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        pytest.MonkeyPatch.context() as patch,
        override_settings(VAR_DIR=folder),
    ):
        patch.setattr(loading.pictures, "draw", lambda key: _dot())
        patch.setattr(loading.pictures, "draw_portrait", lambda slug: _dot())
        patch.setattr(loading.actions, "add_picture", without_drawing)
        call_command("demo")
        yield folder
        transaction.set_rollback(True)


def _dot():
    return Image.new("RGB", (8, 8))


def test_it_is_a_newspaper_of_some_size_in_every_state(demo):
    assert Section.objects.live().count() == 6
    assert Article.objects.count() >= 40
    assert set(Story.objects.values_list("status", flat=True)) == set(Status.values)
    assert Story.objects.live_with_changes().exists()
    assert set(Source.objects.values_list("kind", flat=True)) == set(Source.SourceKind.values)
    assert CorrectionNotice.objects.count() >= 5
    assert Path.objects.filter(answer="redirect").exists()
    assert Article.objects.filter(is_retracted=True).exists()
    ages = sorted(told["days_ago"] for told in ALL_STORIES)
    assert ages[0] < 1
    assert ages[-1] > 180


def test_it_shows_the_right_of_reply_and_sources_without_a_name(demo):
    assert set(ReplyRequest.objects.values_list("outcome", flat=True)) == {"waiting", "replied"}
    told = Article.objects.exclude(replies=[])
    assert [one["kind"] for article in told for one in article.replies] == ["replied"]
    live = StorySource.objects.filter(story__live_edition__isnull=False).select_related("source")
    unnamed = [use for use in live if use.is_anonymous]
    assert len(unnamed) >= 4 and all(use.anonymity_is_approved for use in unnamed)


def test_its_courts_have_a_running_case_an_acquittal_to_tell_and_an_order(demo):
    assert Count.objects.filter(case__name="The lifeboat charity fraud", status="convicted").count() == 3
    [task] = StoryTask.objects.open().filter(kind="status")
    assert task.story.headline == "Stallholder denies keeping market rents"
    assert "Acquitted" in task.text
    assert Restriction.objects.count() == 1
    told = Article.objects.get(headline__startswith="Lifeboat charity’s treasurer").proceedings
    assert {count["status"] for count in told} == {"convicted", "acquitted"}


def test_the_logins_are_kept_a_line_each(demo):
    lines = (demo / "demo-logins.txt").read_text().splitlines()
    assert len(lines) == 8
    assert all(len(line.split(" ", 2)) == 3 for line in lines)


def test_its_reminders_of_this_week_are_out_before_anybody_starts_the_servers(demo):
    mail.outbox.clear()
    assert actions.remind_of_helplines() is False
    assert mail.outbox == []


def test_a_second_run_loads_nothing(demo):
    before = Story.objects.count()
    call_command("demo")
    assert Story.objects.count() == before == len(ALL_STORIES)
