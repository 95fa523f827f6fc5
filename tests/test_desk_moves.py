"""The desk's verbs and screens: refused where they must be, by whatever road."""

import pytest
from django.urls import reverse

from accounts import roles
from articles import actions
from articles.models import ConfidentialRead, Profile, Story
from articles.workflow import CONFIRM, MOVES
from tests.make import make_person, make_source, make_story, make_user, make_writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter():
    return make_writer(username="reporter")


@pytest.fixture
def editor():
    return make_user(roles.EDITOR, username="editor")


def press(client, story, name, **typed):
    return client.post(reverse("desk_move", args=[story.pk, name]), {"version": story.version, **typed}, follow=True)


class TestVerbs:
    def test_an_editor_sends_back_approves_and_publishes(self, client, reporter, editor):
        story = make_story("in_review", by=reporter)
        client.force_login(editor)
        press(client, story, "approve", note="Fine")
        story.refresh_from_db()
        assert story.status == "approved"
        press(client, story, "publish")
        story.refresh_from_db()
        assert story.status == "published" and story.is_live

    @pytest.mark.parametrize("name", ["approve", "publish", "schedule", "take_down", "retract", "publish_minor"])
    @pytest.mark.parametrize("status", ["in_review", "approved", "published"])
    def test_a_reporter_decides_nothing_by_a_forged_post(self, client, reporter, editor, name, status):
        story = make_story(status, by=reporter, editor=editor)
        client.force_login(reporter)
        press(client, story, name, note="x", at="2027-01-01T10:00", **{"override-attribution.C001": "x"})
        fresh = Story.objects.get()
        assert (fresh.status, fresh.version) == (story.status, story.version)

    def test_sending_back_needs_a_note(self, client, reporter, editor):
        story = make_story("in_review", by=reporter)
        client.force_login(editor)
        assert "Say why in a note." in press(client, story, "send_back").content.decode()
        press(client, story, "send_back", note="Who said so?")
        assert Story.objects.get().status == "draft"
        page = client.get(f"/admin/articles/story/{story.pk}/change/").content.decode()
        assert "· Send back ·" in page, "history says it as the button does"

    def test_a_button_of_an_old_page_changes_nothing(self, client, reporter, editor):
        story = make_story("in_review", by=reporter)
        client.force_login(editor)
        story.version -= 1
        assert "Somebody has changed this story" in press(client, story, "approve").content.decode()
        assert Story.objects.get().status == "in_review"

    @pytest.mark.parametrize("name", [*MOVES, CONFIRM.name])
    def test_no_verb_answers_to_get(self, client, editor, name):
        story = make_story()
        client.force_login(editor)
        assert client.get(reverse("desk_move", args=[story.pk, name])).status_code == 405

    def test_a_verb_that_is_none_is_not_found(self, client, editor):
        story = make_story()
        client.force_login(editor)
        assert press(client, story, "sweep").status_code == 404
        assert client.post(f"/admin/articles/story/{'9' * 40}/move/approve/").status_code in {400, 404}

    @pytest.mark.parametrize(
        ("at", "words"),
        [("", "Say when"), ("soon", "Say when"), ("2027-02-30T10:00", "Say when"), ("9999-12-31T23:59", "too far"),
         ("2027-03-28T01:30", "does not exist"), ("2027-10-31T01:30", "comes twice"), ("2020-01-01T10:00", "passed")],
    )  # fmt: skip
    def test_an_hour_that_cannot_be_is_said(self, client, reporter, editor, at, words):
        story = make_story("approved", by=reporter, editor=editor)
        client.force_login(editor)
        assert words in press(client, story, "schedule", at=at).content.decode()
        assert Story.objects.get().status == "approved"

    @pytest.mark.parametrize("typed", [{"note": "a\x00b"}, {"note": "x" * 9000}, {"version": ""}, {"version": "x"}])
    def test_bad_words_change_nothing(self, client, reporter, editor, typed):
        story = make_story("in_review", by=reporter)
        client.force_login(editor)
        assert press(client, story, "approve", **typed).status_code in {200, 400}
        assert Story.objects.get().status == "in_review"

    def test_a_greyed_button_says_why(self, client, reporter):
        story = make_story("in_review", by=reporter)
        client.force_login(reporter)
        page = client.get(story.get_absolute_url()).content.decode()
        assert "Your roles do not include this." in page and 'aria-describedby="why-approve"' in page


class TestScreens:
    def test_the_checks_read_what_is_typed_and_save_nothing(self, client, reporter):
        story = make_story(by=reporter)
        client.force_login(reporter)
        answer = client.post(
            reverse("desk_checks", args=[story.pk]), {"headline": "", "body": "<p>TK</p>", "section": ""}
        )
        page = answer.content.decode()
        assert "The story has no headline." in page and "The story is in no section." in page
        assert Story.objects.get().version == story.version

    def test_the_preview_is_the_readers_page_and_is_not_kept(self, client, reporter):
        story = make_story(by=reporter)
        client.force_login(reporter)
        answer = client.get(reverse("desk_preview", args=[story.pk]))
        assert story.headline in answer.content.decode() and "no-store" in answer["Cache-Control"]

    def test_people_without_a_role_get_no_screen(self, client):
        story = make_story("published")
        revision = story.revisions.first()
        client.force_login(make_user())
        for name, args in (("preview", []), ("compare", [revision.pk])):
            assert client.get(reverse(f"desk_{name}", args=[story.pk, *args])).status_code == 404
        for name, args in (("checks", []), ("restore", [revision.pk]), ("move", ["take_down"])):
            assert client.post(reverse(f"desk_{name}", args=[story.pk, *args])).status_code == 404

    def test_a_version_is_found_through_its_own_story_only(self, client, editor):
        mine, other = make_story(), make_story()
        client.force_login(editor)
        number = other.revisions.first().pk
        assert client.get(reverse("desk_compare", args=[mine.pk, number])).status_code == 404
        assert client.post(reverse("desk_restore", args=[mine.pk, number])).status_code == 404

    def test_a_comparison_marks_words_and_shows_markup_as_words(self, client, editor):
        story = make_story()
        revision = story.revisions.latest("number")
        with actions.edit(story, by=editor, version=story.version) as editing:
            editing.story.standfirst = "Is 1 < 2 & <b>true</b>?"
        client.force_login(editor)
        page = client.get(reverse("desk_compare", args=[story.pk, revision.pk])).content.decode()
        assert "<ins>" in page and "&lt;ins&gt;" not in page
        assert "<b>" not in page and "&amp;amp;" not in page

    def test_an_earlier_version_is_compared_and_restored(self, client, reporter):
        story = make_story(by=reporter)
        first = story.revisions.first()
        with actions.edit(story, by=reporter, version=story.version) as editing:
            editing.story.headline = "Another headline"
        client.force_login(reporter)
        assert "Another" in client.get(reverse("desk_compare", args=[story.pk, first.pk])).content.decode()
        client.post(reverse("desk_restore", args=[story.pk, first.pk]), {"version": Story.objects.get().version})
        assert Story.objects.get().headline == story.headline

    def test_the_first_page_says_what_waits_and_that_the_worker_is_dead(self, client, reporter, editor):
        story = make_story("in_review", by=reporter)
        client.force_login(editor)
        page = client.get("/admin/").content.decode()
        assert story.headline in page and "The worker does not run" in page
        actions.beat("worker")
        assert "The worker" not in client.get("/admin/").content.decode()

    @pytest.mark.parametrize("name", ["../x.webp", "x.svg", "a" * 300 + ".webp", "none.webp"])
    def test_only_renditions_are_served(self, client, editor, name):
        client.force_login(editor)
        assert client.get(f"/admin/pictures/files/{name}").status_code == 404


class TestNamesAndSources:
    def test_a_public_page_is_decided_with_a_reason(self, client, editor, reporter):
        person = make_person()
        place = f"/admin/articles/person/{person.pk}/page/"
        client.force_login(reporter)
        assert client.post(place, {"decide": "give", "reason": "x"}).status_code == 403
        client.force_login(editor)
        assert "Say why" in client.post(place, {"decide": "give"}, follow=True).content.decode()
        client.post(place, {"decide": "give", "reason": "Mayor"})
        assert Profile.objects.count() == 1
        client.post(place, {"decide": "take"})
        assert Profile.objects.count() == 0

    def test_every_reading_of_who_a_source_is_is_logged(self, client):
        source, lawyer = make_source(), make_user(roles.LEGAL)
        actions.write_detail(source, by=lawyer, facts={"name": "Canary"})
        client.force_login(lawyer)
        client.get(f"/admin/articles/source/{source.pk}/detail/")
        assert ConfidentialRead.objects.get().by == lawyer

    def test_whoever_may_only_add_learns_nothing(self, client, reporter):
        source = make_source()
        client.force_login(reporter)
        place = f"/admin/articles/source/{source.pk}/detail/"
        assert client.post(place, {"name": "Canary"}).status_code == 302
        assert "Canary" not in client.get(place).content.decode()
        assert client.post(place, {"name": "Other"}).status_code == 403
        assert not ConfidentialRead.objects.exists()

    def test_the_phrases_of_a_protected_person_are_nowhere(self, client):
        client.force_login(make_user(roles.LEGAL))
        typed = {"public_label": "Jane Doe 1", "reason": "child", "legal_basis": "", "phrases": "Canary Person"}
        answer = client.post("/admin/articles/protectedperson/add/", typed, follow=True)
        assert answer.status_code == 200 and "Canary" not in answer.content.decode()
