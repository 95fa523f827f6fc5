"""The desk's pages about a change: what it touches before it goes out, what it changed afterwards; the note on the page."""

import pytest

from accounts import roles
from articles import actions
from tests.make import BODY, CORRECTION, MISSPELT, edit_text, make_story, make_user, make_writer
from tests.test_admin_stories import form_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def editor(client):
    user = make_user(roles.EDITOR)
    client.force_login(user)
    return user


def at(story, rest="change/"):
    return f"/admin/articles/story/{story.pk}/{rest}"


def page(client, *where):
    return client.get(at(*where)).content.decode()


def change(kind, writer, editor, body, **fields):
    live = make_story("published", by=writer, editor=editor)
    return edit_text(actions.reopen(live, by=editor, kind=kind), writer, body, **fields)


def out(story, writer, editor):
    return actions.publish(actions.approve(actions.submit(story, by=writer), by=editor), by=editor)


class TestBeforeItGoesOut:
    def test_the_story_says_what_its_change_touches_and_what_to_call_it(self, client, writer, editor):
        shown = page(client, change("update", writer, editor, BODY.replace("Tuesday", "Monday")))
        assert "What this change touches" in shown
        assert "A date" in shown
        assert "<del>Tuesday</del>" in shown
        assert "<ins>Monday</ins>" in shown
        assert "A correction, if what is live was wrong" in shown

    def test_a_misspelling_is_offered_as_a_minor_fix(self, client, writer, editor):
        assert "A minor fix: it touches nothing" in page(client, change("minor", writer, editor, MISSPELT))

    def test_where_nothing_is_changed_nothing_is_said(self, client, writer, editor):
        assert "What this change touches" not in page(client, make_story("published", by=writer))
        assert "What this change touches" not in page(client, make_story("draft", by=writer))
        assert "What this change touches" not in page(client, change("update", writer, editor, BODY))

    @pytest.mark.parametrize(("kind", "asked"), [("update", True), ("clarification", False), ("correction", False)])
    def test_reasons_are_asked_only_where_gaps_hold_it_up(self, kind, asked, client, writer, editor):
        note = CORRECTION if kind == "correction" else {"public_note": "We left out when."}
        story = change(kind, writer, editor, BODY + "<p>“Nobody will ever miss it at all,” he said.</p>", **note)
        story.story_sources.all().delete()
        assert ("override-attribution" in page(client, actions.submit(story, by=writer))) is asked

    def test_the_difference_has_a_page(self, client, writer, editor):
        story = change("update", writer, editor, BODY.replace("Tuesday", "Monday"), headline="Council votes again")
        assert at(story, "difference/") in page(client, story)
        shown = page(client, story, "difference/")
        assert "The headline" in shown
        assert shown.count("<ins>Monday</ins>") == 2  # among what it touches, and in the text

    def test_a_story_that_is_not_live_has_none(self, client, writer, editor):
        assert client.get(at(make_story("draft", by=writer), "difference/")).status_code == 404


class TestAfterwards:
    def test_who_confirms_a_minor_fix_is_led_to_that_very_fix(self, client, writer, editor):
        story = actions.publish_minor(change("minor", writer, editor, MISSPELT), by=editor)
        link = at(story, "editions/2/")
        client.force_login(make_user(roles.EDITOR))
        shown = page(client, story)
        standing = shown[shown.index("Somebody else looks at it") :][:400]
        assert link in standing
        difference = page(client, story, "editions/2/")
        assert "<ins>befroe</ins>" in difference
        assert "<del>before</del>" in difference

    def test_every_publication_but_the_first_says_what_it_changed(self, client, writer, editor):
        story = out(change("correction", writer, editor, BODY.replace("May", "June"), **CORRECTION), writer, editor)
        shown = page(client, story)
        assert at(story, "editions/2/") in shown
        assert at(story, "editions/1/") not in shown
        assert client.get(at(story, "editions/1/")).status_code == 404
        assert client.get(at(story, "editions/99999999999999999999/")).status_code == 404
        assert "We said that the vote" in page(client, story, "editions/2/")


class TestSaving:
    def test_the_editor_sees_at_once_what_the_change_made_void(self, client, writer, editor):
        story = make_story("approved", by=writer, editor=editor)
        sent = form_of(story, headline="Another headline")
        shown = client.post(at(story), sent, follow=True).content.decode()
        assert "This change made void: the approval by" in shown
        assert "Made void: the approval by" in shown[shown.index("Versions of the text") :]

    def test_a_correction_has_its_fields_on_the_form(self, client, writer, editor):
        live = make_story("published", by=writer, editor=editor)
        shown = page(client, actions.reopen(live, by=editor, kind="correction"))
        for name in ("was_wrong", "is_right", "how_found", "note_place"):
            assert f'name="{name}"' in shown


class TestReaders:
    def read(self, client, story):
        client.logout()
        return client.get(story.live_edition.content["path"]).content.decode()

    @pytest.mark.parametrize("place", ["top", "foot"])
    def test_the_note_stands_before_or_after_the_text(self, place, client, writer, editor):
        story = change("correction", writer, editor, BODY.replace("May", "June"), note_place=place, **CORRECTION)
        shown = self.read(client, out(story, writer, editor))
        assert shown.count("We said that the vote was on Tuesday. It was on Monday.") >= 1
        note, text = (
            shown.index('class="correction correction-correction"'),
            shown.index("mend the harbour wall before"),
        )
        assert (note < text) == (place == "top")
        assert shown.count('class="correction correction-correction"') == 1

    def test_an_editors_note_stands_before_it_unless_put_elsewhere(self, client, writer, editor):
        story = change("editors_note", writer, editor, BODY, public_note="We should have asked the Trust.")
        shown = self.read(client, out(story, writer, editor))
        assert shown.index("correction-editors_note") < shown.index("mend the harbour wall before")
