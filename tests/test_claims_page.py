"""The checkers' page: the claims of a story beside its text, their evidence, files and verdicts; works without scripts."""

import hashlib
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts import roles
from articles import actions
from articles.actions.evidence_files import attach
from articles.models import Evidence, Verdict
from tests.make import add_person, add_source, edit_text, make_source, make_story, make_user
from tests.test_claims import BODY, KEY, OTHER, make_claim

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n%minutes of the committee"


@pytest.fixture(autouse=True)
def _private(settings, tmp_path):
    settings.PRIVATE_MEDIA_ROOT = tmp_path


@pytest.fixture
def editor(client):
    editor = make_user(roles.EDITOR)
    client.force_login(editor)
    return editor


VERDICTS = "desk_claim_verdicts"


def address(claim, name="desk_claims"):
    of_claim = name in {"desk_claim", "desk_claim_evidence"}
    return reverse(name, args=[claim.story_id, claim.pk] if of_claim else [claim.story_id])


def of_evidence(name, one):
    return reverse(name, args=[one.claim.story_id, one.pk])


def shown(client, claim):
    answer = client.get(address(claim))
    assert answer.status_code == 200
    return answer.content.decode()


def said_after(client, where, **typed):
    """What the page says after a form was sent."""
    answer = client.post(where, typed, follow=True)
    return " ".join(str(message) for message in answer.context["messages"]) if answer.context else ""


def evidence_form(claim, evidence=None, **typed):
    prefix = f"evidence-{evidence.pk}" if evidence else f"new-{claim.pk}"
    sent = {"stance": "supports", "note": "", "archived_url": ""} | typed
    if evidence:
        sent["source"] = evidence.source_id
    return {f"{prefix}-{name}": value for name, value in sent.items()} | {"evidence": evidence.pk if evidence else ""}


class TestThePage:
    def test_the_text_stands_with_its_claims_numbered_and_nothing_of_it_is_markup(self, client, editor):
        body = f'<p>Rain &lt;b&gt; fell.</p><blockquote><p><span data-claim="{KEY}">It cost 3.</span></p></blockquote>'
        claim = make_claim(body)
        page = shown(client, claim)
        assert "Rain &lt;b&gt; fell." in page
        assert 'class="is-blockquote"' in page and "<mark" in page and f'href="#claim-{claim.pk}"' in page
        assert page.count("It cost 3.") == 2 and "<b>" not in page

    def test_nothing_of_it_is_kept_by_a_cache(self, client, editor):
        assert client.get(address(make_claim()))["Cache-Control"].startswith("no-store")

    def test_who_may_not_see_the_story_sees_no_claims(self, client):
        claim = make_claim()
        client.force_login(make_user())
        assert client.get(address(claim)).status_code == 404
        client.logout()
        assert client.get(address(claim)).status_code == 302

    def test_a_claim_is_reached_through_its_own_story_only(self, client, editor):
        claim, other = make_claim(), make_claim()
        for name in ("desk_claim", "desk_claim_evidence"):
            assert client.post(reverse(name, args=[other.story_id, claim.pk]), {}).status_code == 404
        for name in ("desk_evidence_remove", "desk_evidence_file"):
            where = reverse(name, args=[other.story_id, claim.evidence.get().pk])
            assert {client.get(where).status_code, client.post(where).status_code} == {404, 405}
        assert client.post(address(claim, VERDICTS), {"claim": other.pk, "result": "supported"}).status_code == 302
        assert not Verdict.objects.exists()

    def test_whoever_only_reads_gets_no_forms(self, client):
        claim = make_claim()
        client.force_login(make_user(roles.PUBLISHER))
        answer = client.get(address(claim))
        assert answer.status_code == 200 and 'enctype="multipart' not in answer.content.decode()
        assert client.post(address(claim, "desk_claim"), described(claim)).status_code == 403
        assert client.post(address(claim, "desk_claim_evidence"), evidence_form(claim)).status_code == 403

    def test_its_queries_do_not_grow_with_its_claims(self, client, editor, django_assert_max_num_queries):
        claim = make_claim()
        client.get(address(claim))
        with CaptureQueriesContext(connection) as few:
            client.get(address(claim))
        keys = [f"00000000-0000-0000-0000-0000000000{number}" for number in range(10, 30)]
        body = "".join(f'<p><span data-claim="{key}">Fact {key}.</span></p>' for key in keys)
        story = edit_text(claim.story, claim.story.created_by, body)
        for one in story.claims.bound():
            actions.support(one, claim.evidence.get().source, by=story.created_by)
        with django_assert_max_num_queries(len(few) + 1):
            client.get(address(claim))


class TestVerdicts:
    def test_one_button_judges_one_claim_and_leads_to_the_next_without_a_verdict(self, client, editor):
        body = BODY + f'<p><span data-claim="{OTHER}">It took 2 years.</span></p>'
        claim = make_claim(body)
        following = claim.story.claims.get(key=OTHER)
        answer = client.post(address(claim, VERDICTS), {"claim": claim.pk, "result": "supported"})
        assert answer.url.endswith(f"#claim-{following.pk}")
        claim.refresh_from_db()
        assert (claim.verdict.result, claim.verdict.by) == ("supported", editor)

    def test_several_are_judged_at_once_with_a_note(self, client, editor):
        claim = make_claim(BODY + f'<p><span data-claim="{OTHER}">It took 2 years.</span></p>')
        both = claim.story.claims.bound()
        actions.support(both[1], claim.evidence.get().source, by=claim.story.created_by)
        ticked = client.get(address(claim) + "?tick=ready").content.decode()
        assert len(re.findall(r'<input type="checkbox" form="verdicts"[^>]* checked>', ticked)) == 2
        sent = {"claim": [one.pk for one in both], "result": "supported", "note": "Both in the ledger."}
        client.post(address(claim, VERDICTS), sent)
        assert set(Verdict.objects.values_list("claim", "note")) == {(one.pk, "Both in the ledger.") for one in both}

    def test_the_writer_is_told_why_not(self, client):
        writer = make_user(roles.EDITOR)
        claim = make_claim()
        claim.story.writers.add(writer)
        client.force_login(writer)
        assert "You are a writer of this story" in shown(client, claim)
        told = said_after(client, address(claim, VERDICTS), claim=claim.pk, result="supported")
        assert "You are a writer of this story" in told and not Verdict.objects.exists()

    def test_whoever_changed_the_words_is_told_why_not(self, client, editor):
        claim = make_claim()
        actions.submit(claim.story, by=claim.story.created_by)
        claim.story.refresh_from_db()
        edit_text(claim.story, editor, BODY.replace("3 million", "4 million"))
        assert "You wrote these words, or changed them last" in shown(client, claim)
        told = said_after(client, address(claim, VERDICTS), claim=claim.pk, result="supported")
        assert "You wrote or changed the words" in told and not Verdict.objects.exists()

    def test_what_nothing_supports_is_refused_in_words(self, client, editor):
        claim = make_claim(supported=False)
        told = said_after(client, address(claim, VERDICTS), claim=claim.pk, result="supported")
        assert "Nothing supports" in told and not Verdict.objects.exists()

    @pytest.mark.parametrize("sent", [{}, {"claim": "x", "result": "supported"}, {"claim": "9" * 30}])
    def test_nonsense_is_an_answer_in_words(self, client, editor, sent):
        claim = make_claim()
        assert said_after(client, address(claim, VERDICTS), **sent)
        assert not Verdict.objects.exists()

    def test_nobody_judges_without_the_right(self, client):
        claim = make_claim()
        client.force_login(claim.story.created_by)
        assert client.post(address(claim, VERDICTS), {"claim": claim.pk, "result": "supported"}).status_code == 403

    def test_a_verdict_on_words_that_changed_is_shown_as_void(self, client, editor):
        claim = make_claim()
        actions.judge([claim], by=editor, result="supported", note="Seen in the ledger.")
        edit_text(claim.story, claim.story.created_by, BODY.replace("3 million", "4 million"))
        page = shown(client, claim)
        assert "The words have changed since this verdict" in page and "Seen in the ledger." in page


def described(claim, **said):
    sent = {"kind": "quotation", "severity": "serious", "about": "", "speaker": "", "speaker_text": ""}
    sent |= {"original": "", "checked_how": ""} | said
    return {f"claim-{claim.pk}-{name}": value for name, value in sent.items()}


class TestWhatIsSaidOfAClaim:
    def test_speaker_original_and_how_it_was_checked_are_kept(self, client, editor):
        claim = make_claim()
        part = add_person(claim.story)
        sent = described(claim, about=f"person-{part.person_id}", speaker=f"person-{part.person_id}",
                         original="We stay.", checked_how="own recording")  # fmt: skip
        assert client.post(address(claim, "desk_claim"), sent).status_code == 302
        claim.refresh_from_db()
        assert (claim.person, claim.speaker, claim.severity) == (part.person, part.person, "serious")
        assert (claim.original, claim.checked_how) == ("We stay.", "own recording")

    def test_somebody_outside_the_story_is_refused_and_what_was_typed_stays(self, client, editor):
        claim = make_claim()
        stranger = add_person(make_story())
        sent = described(claim, about=f"person-{stranger.person_id}", original="Typed by hand.")
        answer = client.post(address(claim, "desk_claim"), sent)
        assert answer.status_code == 200 and "Typed by hand." in answer.content.decode()
        claim.refresh_from_db()
        assert claim.kind == "figure" and claim.person is None

    def test_a_quotation_that_differs_from_its_original_is_shown_beside_it(self, client, editor):
        claim = make_claim(f'<p><span data-claim="{KEY}">“We never meant to stay here,” she said.</span></p>')
        actions.describe(claim, by=editor, original="We always meant to stay here.")
        page = shown(client, claim)
        assert "The quotation differs from the original" in page
        assert "<del>always</del>" in page and "<ins>never</ins>" in page
        actions.describe(claim, by=editor, original="Well … We never meant to stay here. Believe me.")
        assert "The words agree with the original" in shown(client, claim)


class TestEvidence:
    def test_a_source_of_the_story_is_added_with_what_is_known_of_it(self, client, editor):
        claim = make_claim()
        first, source = claim.evidence.get(), make_source("Accounts of the city")
        add_source(claim.story, source)
        sent = evidence_form(claim, source=source.pk, is_primary="on", note="Page 4", independent_of=first.pk,
                             archived_url="https://archive.example/1")  # fmt: skip
        assert client.post(address(claim, "desk_claim_evidence"), sent).status_code == 302
        kept = Evidence.objects.get(source=source)
        assert (kept.note, kept.is_primary, kept.archived_url) == ("Page 4", True, "https://archive.example/1")
        assert list(kept.independent_of.all()) == [first] and kept.by == editor
        page = shown(client, claim)
        assert all(words in page for words in ("Page 4", "Primary document", "Independent of:", "Archived copy"))

    def test_a_source_of_another_story_is_refused(self, client, editor):
        claim = make_claim()
        sent = evidence_form(claim, source=make_source().pk, note="Typed by hand.")
        answer = client.post(address(claim, "desk_claim_evidence"), sent)
        assert answer.status_code == 200 and "Typed by hand." in answer.content.decode()
        assert Evidence.objects.count() == 1

    def test_it_is_changed_and_taken_away(self, client, editor):
        claim = make_claim()
        one = claim.evidence.get()
        client.post(address(claim, "desk_claim_evidence"), evidence_form(claim, one, stance="contradicts"))
        one.refresh_from_db()
        assert one.stance == "contradicts"
        client.post(of_evidence("desk_evidence_remove", one))
        assert not claim.evidence.exists()

    def test_what_changes_under_a_verdict_is_told_to_who_changes_it_and_shown(self, client, editor):
        claim = make_claim()
        actions.judge([claim], by=make_user(roles.EDITOR), result="supported")
        one = claim.evidence.get()
        for change in (
            lambda: said_after(
                client, address(claim, "desk_claim_evidence"), **evidence_form(claim, one, note="Page 9")
            ),
            lambda: said_after(client, of_evidence("desk_evidence_remove", one)),
        ):
            assert "The verdict on it no longer holds" in change()
            assert "What it rests on has changed since this verdict" in shown(client, claim)
            actions.judge([claim], by=make_user(roles.EDITOR), result="partly")

    @pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://x.example/a", "x" * 1200])
    def test_no_address_but_of_the_web(self, client, editor, url):
        claim = make_claim()
        one = claim.evidence.get()
        sent = evidence_form(claim, one, archived_url=url)
        answer = client.post(address(claim, "desk_claim_evidence"), sent)
        assert answer.status_code == 200
        assert not Evidence.objects.exclude(archived_url="").exists()

    def test_a_source_that_is_described_otherwise_has_its_claims_checked_again(self, client):
        claim = make_claim()
        actions.judge([claim], by=make_user(roles.EDITOR), result="supported")
        source = claim.evidence.get().source
        client.force_login(make_user(roles.EDITOR))
        typed = {"kind": source.kind, "public_description": "Another ledger", "url": "", "archived_url": "",
                 "published_on": "", "protected_person": ""}  # fmt: skip
        told = said_after(client, f"/admin/articles/source/{source.pk}/change/", **typed)
        assert "A verdict on a claim that rests on this source no longer holds" in told


class TestFiles:
    def upload(self, client, claim, name="minutes.pdf", content=PDF):
        sent = evidence_form(claim, claim.evidence.get(), file=SimpleUploadedFile(name, content))
        return client.post(address(claim, "desk_claim_evidence"), sent)

    @pytest.mark.parametrize(
        ("role", "terms", "answer"),
        [
            (roles.EDITOR, "on_record", 200),
            (roles.EDITOR, "background", 403),
            (roles.EDITOR, "off_record", 403),
            (roles.LEGAL, "off_record", 200),
        ],
    )
    def test_what_a_source_not_on_the_record_brought_is_for_few(self, client, role, terms, answer):
        claim = make_claim(terms=terms)
        one = claim.evidence.get()
        type(one.source).objects.update(kind="person")
        attach(one, SimpleUploadedFile("minutes.pdf", PDF), by=claim.story.created_by)
        client.force_login(make_user(role))
        assert client.get(of_evidence("desk_evidence_file", one)).status_code == answer
        client.force_login(claim.story.created_by)
        assert client.get(of_evidence("desk_evidence_file", one)).status_code == 200

    def test_a_file_is_kept_privately_with_its_hash(self, client, editor, settings):
        claim = make_claim()
        assert self.upload(client, claim).status_code == 302
        one = claim.evidence.get()
        assert (one.file_name, one.sha256) == ("minutes.pdf", hashlib.sha256(PDF).hexdigest())
        assert (settings.PRIVATE_MEDIA_ROOT / "evidence" / one.file).read_bytes() == PDF
        assert one.file != "minutes.pdf" and one.sha256[:12] in shown(client, claim)

    def test_the_hash_of_one_that_was_replaced_stays_on_the_page(self, client, editor):
        claim = make_claim()
        self.upload(client, claim)
        self.upload(client, claim, "later.pdf", PDF + b"later")
        assert all(hashlib.sha256(one).hexdigest()[:12] in shown(client, claim) for one in (PDF, PDF + b"later"))

    def test_it_is_served_to_be_saved_only_and_to_who_may_see_the_story(self, client, editor):
        claim = make_claim()
        self.upload(client, claim)
        where = of_evidence("desk_evidence_file", claim.evidence.get())
        answer = client.get(where)
        assert b"".join(answer.streaming_content) == PDF
        assert answer["Content-Disposition"] == 'attachment; filename="minutes.pdf"'
        assert answer["X-Content-Type-Options"] == "nosniff" and answer["Cache-Control"].startswith("no-store")
        assert answer["Content-Type"] == "application/octet-stream"
        client.force_login(make_user())
        assert client.get(where).status_code == 404
        client.logout()
        assert client.get(where).status_code == 302

    @pytest.mark.parametrize(
        ("name", "content", "why"),
        [
            ("page.html", b"<script>", "Files of this kind are not kept"),
            ("minutes", PDF, "Files of this kind are not kept"),
            ("minutes.pdf", b"<html>", "it is not what its name says"),
            ("notes.txt", b"a\x00b", "it is not what its name says"),
        ],
    )
    def test_what_is_no_document_is_refused_and_nothing_kept(self, client, editor, settings, name, content, why):
        claim = make_claim()
        answer = self.upload(client, claim, name, content)
        assert answer.status_code == 200 and why in answer.content.decode()
        assert claim.evidence.get().file == ""
        assert not (settings.PRIVATE_MEDIA_ROOT / "evidence").exists()

    def test_one_that_is_too_large_is_refused(self, client, editor, monkeypatch):
        monkeypatch.setattr("articles.actions.evidence_files.LARGEST", 10)
        claim = make_claim()
        assert "is larger than" in self.upload(client, claim).content.decode()

    def test_a_path_in_its_name_leads_nowhere(self, client, editor, settings):
        claim = make_claim()
        self.upload(client, claim, "../../evil.pdf")
        kept = claim.evidence.get()
        assert "/" not in kept.file and [one.name for one in settings.PRIVATE_MEDIA_ROOT.iterdir()] == ["evidence"]
