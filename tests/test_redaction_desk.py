"""The screens of a redaction, and the command that repeats it after a restore."""

import json
import logging

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from accounts import roles
from articles import actions
from articles.models import Article, Redaction, Story
from tests.make import edit_text, make_draft, make_story, make_user, make_writer

pytestmark = pytest.mark.django_db
NAME = "Ottoline Featherstonehaugh"
FORM = {"terms": NAME, "replaced_by": "", "reason": "identity", "words": "She must not be named.", "legal_basis": ""}


@pytest.fixture
def lawyer():
    return make_user(roles.LEGAL, username="lawyer")


@pytest.fixture
def story():
    return make_story("published", body=f"<p>So said {NAME} &lt;b&gt;.</p>")


def look(client, story=None, **typed):
    address = reverse("desk_redact", args=[story.pk]) if story else reverse("desk_redact_all")
    return client.post(address, FORM | {"look": "1"} | typed)


def remove(client, story=None, **typed):
    looked = look(client, story, **typed)
    address = reverse("desk_redact", args=[story.pk]) if story else reverse("desk_redact_all")
    return client.post(address, FORM | {"redact": "1", "seen": looked.context.get("seen", "")} | typed)


class TestTheForm:
    def test_a_browser_may_send_it(self, client, lawyer, story):
        """With no-referrer, a browser says Origin: null, which no form survives."""
        client.force_login(lawyer)
        assert look(client, story).headers["Referrer-Policy"] == "same-origin"

    def test_a_dry_run_shows_where_with_the_term_marked_and_changes_nothing(self, client, lawyer, story):
        client.force_login(lawyer)
        page = look(client, story)
        assert f"<mark>{NAME}</mark>" in page.text and "Redact now" in page.text
        assert page.headers["Cache-Control"].count("no-store") and not Redaction.objects.exists()
        assert NAME in Article.objects.get().body

    def test_then_it_is_removed_and_the_record_is_shown(self, client, lawyer, story):
        client.force_login(lawyer)
        done = remove(client, story)
        record = Redaction.objects.get()
        assert done.url == reverse("desk_redaction", args=[record.pk])
        page = client.get(done.url)
        assert "She must not be named." in page.text and "eatherstonehaugh" not in page.text
        assert "[redacted]" in Article.objects.get().body

    def test_from_all_stories(self, client, lawyer, story):
        make_draft(make_writer(), headline=f"{NAME} again")
        client.force_login(lawyer)
        remove(client)
        assert Redaction.objects.get().story is None
        assert not Story.objects.filter(headline__contains=NAME).exists()

    def test_nothing_is_removed_that_was_not_looked_for(self, client, lawyer, story):
        client.force_login(lawyer)
        seen = look(client, story, terms="harbour").context["seen"]
        page = client.post(reverse("desk_redact", args=[story.pk]), FORM | {"redact": "1", "seen": seen})
        assert "Look again" in page.text and not Redaction.objects.exists()

    @pytest.mark.parametrize(
        ("typed", "told"),
        [
            ({"terms": ""}, "required"),
            ({"terms": "x"}, "at least two letters"),
            ({"terms": "a\x00b"}, "Null"),
            ({"terms": "y" * 300}, "too long"),
            ({"words": ""}, "required"),
            ({"reason": "whim"}, "Select a valid choice"),
            ({"replaced_by": NAME}, "holds a term itself"),
        ],
    )
    def test_bad_input_is_told_and_nothing_typed_is_lost(self, client, lawyer, story, typed, told):
        client.force_login(lawyer)
        page = look(client, story, **(typed | {"legal_basis": "Section 1"}))
        assert page.status_code == 200 and told in page.text
        assert "Section 1" in page.text and not Redaction.objects.exists()

    def test_a_reason_that_repeats_the_term_is_refused_with_everything_kept(self, client, lawyer, story):
        client.force_login(lawyer)
        page = remove(client, story, words=f"It is {NAME}")
        assert "Say it without that" in page.text and NAME in page.text and not Redaction.objects.exists()

    def test_the_term_is_in_no_log_message_or_address(self, client, lawyer, story, caplog):
        client.force_login(lawyer)
        with caplog.at_level(logging.DEBUG):
            done = remove(client, story)
        assert "eatherstonehaugh" not in caplog.text + done.url
        assert "eatherstonehaugh" not in str([str(one) for one in done.wsgi_request._messages])

    @pytest.mark.parametrize("role", sorted(roles.ROLES))
    def test_who_may_open_it(self, client, story, role):
        client.force_login(make_user(role))
        expected = 200 if "redact" in roles.ROLES[role] else 403
        assert client.get(reverse("desk_redact", args=[story.pk])).status_code == expected
        assert client.get(reverse("desk_redact_all")).status_code == expected
        assert look(client, story).status_code == expected

    def test_a_story_that_is_not_there(self, client, lawyer):
        client.force_login(lawyer)
        assert client.get(reverse("desk_redact", args=[99])).status_code == 404


class TestTheSecondPerson:
    def test_an_editor_sees_it_on_the_first_page_and_confirms(self, client, lawyer, story):
        record = actions.redact([NAME], by=lawyer, story=story, reason="identity", words="Leaked.")
        editor = make_user(roles.EDITOR)
        client.force_login(editor)
        address = reverse("desk_redaction", args=[record.pk])
        assert address in client.get("/admin/").text
        assert "confirm" in client.get(address).text
        client.post(reverse("desk_confirm_redaction", args=[record.pk]), {"note": "Seen"})
        assert Redaction.objects.get().confirmation.by == editor
        assert address not in client.get("/admin/").text

    def test_who_did_it_is_not_asked_and_cannot(self, client, lawyer, story):
        record = actions.redact([NAME], by=lawyer, story=story, reason="identity", words="Leaked.")
        client.force_login(lawyer)
        address = reverse("desk_redaction", args=[record.pk])
        assert address not in client.get("/admin/").text
        client.post(reverse("desk_confirm_redaction", args=[record.pk]))
        assert Redaction.objects.get().confirmed is None

    def test_a_reporter_sees_that_something_was_removed_and_no_more(self, client, lawyer, story):
        record = actions.redact([NAME], by=lawyer, story=story, reason="identity", words="Leaked.")
        client.force_login(story.writers.get())
        assert "Identifies somebody" in client.get(story.get_absolute_url()).text
        assert client.get(reverse("desk_redaction", args=[record.pk])).status_code == 403
        assert client.get(reverse("desk_redactions")).status_code == 403

    @pytest.mark.parametrize("page", ["", "0", "x", "-1", "99999"])
    def test_the_list_bears_odd_pages(self, client, lawyer, story, page):
        actions.redact([NAME], by=lawyer, story=story, reason="identity", words="Leaked.")
        client.force_login(lawyer)
        assert "not yet" in client.get(reverse("desk_redactions"), {"p": page}).text

    def test_the_list_costs_the_same_with_more_rows(self, client, lawyer, story, django_assert_max_num_queries):
        for number in range(12):
            edit = make_draft(make_writer(), headline=f"{NAME} {number}")
            actions.redact([NAME], by=lawyer, story=edit, reason="identity", words="Leaked.")
        client.force_login(lawyer)
        with django_assert_max_num_queries(8):
            client.get(reverse("desk_redactions"))


class TestAfterARestore:
    def restored(self, story):
        """The text of the backup is back, with the name."""
        Story.objects.filter(pk=story.pk).update(body=f"<p>So said {NAME}.</p>", body_text=f"So said {NAME}.")

    def test_recorded_redactions_are_repeated_once(self, lawyer, story, capsys):
        record = actions.redact([NAME], by=lawyer, story=story, reason="identity", words="Leaked.")
        self.restored(story)
        call_command("redact", reapply=True)
        call_command("redact", reapply=True)
        assert NAME not in Story.objects.get().body
        again = Redaction.objects.get(again=record)
        assert again.rows == 1 and again not in Redaction.objects.to_confirm()
        assert "1 found something again" in capsys.readouterr().out

    def test_those_made_after_the_backup_come_from_a_file(self, lawyer, tmp_path):
        """Another newsroom of the same keys stands for the database as it was before."""
        writer = make_writer()
        story = edit_text(make_draft(writer), writer, f"<p>So said {NAME}.</p>")
        file = tmp_path / "redactions.json"
        other = make_draft(writer, headline=f"{NAME} elsewhere")
        actions.redact([NAME], by=lawyer, story=other, reason="safety", words="Leaked.")
        call_command("redact", export=file)
        assert "eatherstonehaugh" not in file.read_text() and file.stat().st_mode & 0o077 == 0
        kept = json.loads(file.read_text())
        kept[0] |= {"uid": "00000000-0000-0000-0000-000000000007", "story": story.pk}
        kept.append(kept[0] | {"uid": "00000000-0000-0000-0000-000000000008", "story": 999})
        file.write_text(json.dumps(kept))
        call_command("redact", reapply=True, file=file)
        assert NAME not in Story.objects.get(pk=story.pk).body
        assert not Redaction.objects.filter(uid="00000000-0000-0000-0000-000000000008").exists()
        call_command("redact", reapply=True, file=file)
        assert Redaction.objects.filter(again__isnull=False).count() == 1

    @pytest.mark.parametrize("content", ["", "[1]", "[{}]"])
    def test_a_file_that_is_something_else_is_refused(self, tmp_path, content):
        file = tmp_path / "x.json"
        file.write_text(content)
        with pytest.raises(CommandError):
            call_command("redact", reapply=True, file=file)

    def test_it_wants_to_be_told_what_to_do(self):
        with pytest.raises(CommandError):
            call_command("redact")
