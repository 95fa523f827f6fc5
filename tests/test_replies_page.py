"""The page of replies and what readers see: forms, the letter, approvals, the clock on the first page."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.models import ReplyRequest
from articles.publishing import render
from articles.publishing.compose import article_of
from tests.make import add_person, add_source, make_draft, make_person, make_source, make_story, make_user, make_writer
from tests.test_gate_people import claimed

pytestmark = pytest.mark.django_db
NOW = timezone.now()
ANSWER = "It is <b>not</b> true."


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def editor():
    return make_user(roles.EDITOR)


@pytest.fixture
def story(writer):
    return claimed(writer, "Odo Lamb stole the harbour fund.", sources=[make_source("CANARY-SOURCE", kind="person")])


def lamb(story):
    return story.story_people.get().person


def ask(story, by, ago=72, **facts):
    sent = NOW - timedelta(hours=ago)
    said = {"text": "Is it true?", "channel": "email", "sent_at": sent, "deadline": sent + timedelta(hours=48)}
    return actions.ask(story, lamb(story), by=by, **said | facts)


def at(name, story, *args):
    return reverse(name, args=[story.pk, *args])


def local(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")


def sent(story, **other):
    facts = {"to": f"person-{lamb(story).pk}", "text": "Is it true?", "channel": "email"}
    return facts | {"sent_at": local(NOW - timedelta(hours=1)), "deadline": local(NOW + timedelta(days=2))} | other


class TestThePage:
    def test_the_form_comes_filled_in_with_the_letter_and_the_claims(self, client, writer, story):
        client.force_login(writer)
        page = client.get(at("desk_replies", story), {"to": f"person-{lamb(story).pk}"})
        form = page.context["ask"]
        assert "1. Odo Lamb stole the harbour fund." in form["text"].value()
        assert form["claims"].value() == [story.claims.get().pk]
        assert timezone.make_aware(form["deadline"].value()) - NOW >= timedelta(hours=24)

    def test_asking_keeps_the_claims_and_a_file(self, client, writer, story):
        client.force_login(writer)
        proof = SimpleUploadedFile("sent.txt", b"To Mr Lamb")
        answer = client.post(at("desk_reply_ask", story), sent(story, claims=story.claims.get().pk, file=proof))
        assert answer.status_code == 302
        asked = ReplyRequest.objects.get()
        assert (asked.file_name, list(asked.claims.all())) == ("sent.txt", [story.claims.get()])
        file = client.get(at("desk_reply_file", story, asked.pk))
        assert file["Content-Disposition"].startswith("attachment")
        assert b"".join(file.streaming_content) == b"To Mr Lamb"

    def test_what_is_refused_is_shown_again_and_nothing_is_lost(self, client, writer, story):
        client.force_login(writer)
        early = local(NOW - timedelta(days=9))
        page = client.post(at("desk_reply_ask", story), sent(story, text="Typed with care", deadline=early))
        assert page.status_code == 200 and "due after that" in page.content.decode()
        assert "Typed with care" in page.content.decode() and not ReplyRequest.objects.exists()

    def test_a_bad_file_records_nothing(self, client, writer, story):
        client.force_login(writer)
        page = client.post(at("desk_reply_ask", story), sent(story, file=SimpleUploadedFile("x.exe", b"MZ")))
        assert "not kept" in page.content.decode() and not ReplyRequest.objects.exists()

    def test_an_outcome_is_recorded_on_its_card(self, client, writer, story):
        asked = ask(story, writer)
        client.force_login(writer)
        data = {f"reply-{asked.pk}-outcome": "replied", f"reply-{asked.pk}-answer": ANSWER}
        client.post(at("desk_reply_outcome", story, asked.pk), data)
        page = client.get(at("desk_replies", story)).content.decode()
        assert "It is &lt;b&gt;not&lt;/b&gt; true." in page and "How it came to this" in page

    def test_a_public_reply_and_a_waiver(self, client, editor, story):
        client.force_login(editor)
        to, source = f"person-{lamb(story).pk}", story.story_sources.first().source_id
        data = {"public-to": to, "public-source": source, "public-answer": "Never."}
        client.post(at("desk_reply_public", story), data)
        client.post(at("desk_reply_waive", story), {"waive-to": to, "waive-reason": "He is abroad."})
        assert [one.outcome for one in story.replies.all()] == ["public_reply", "waived"]

    def test_who_may_not_waive_gets_no_form_and_no_answer(self, client, writer, story):
        client.force_login(writer)
        assert "waive" not in client.get(at("desk_replies", story)).context
        assert client.post(at("desk_reply_waive", story), {"waive-to": "x"}).status_code == 403

    def test_another_storys_request_and_source_are_not_reached(self, client, editor, writer, story):
        other = make_draft(writer)
        asked = ask(story, writer)
        client.force_login(editor)
        for name, number in (
            ("desk_reply_outcome", asked.pk),
            ("desk_approve_source", story.story_sources.first().pk),
        ):
            assert client.post(at(name, other, number)).status_code == 404
        assert client.get(at("desk_reply_file", other, asked.pk)).status_code == 404

    @pytest.mark.parametrize("to", ["", "person-x", "person-0", "organization-1"])
    def test_nobody_in_the_story_gets_a_letter(self, client, writer, story, to):
        client.force_login(writer)
        assert client.get(at("desk_reply_letter", story), {"to": to}).status_code == 404
        assert client.get(at("desk_replies", story), {"to": to}).status_code == 200

    def test_an_editor_approves_a_source_without_a_name_and_its_writer_does_not(self, client, editor, writer, story):
        told = {"attribution": "a clerk who keeps the ledger", "reason_for_anonymity": "dismissal"}
        use = add_source(story, make_source("A clerk", kind="person"), terms="background", **told)
        client.force_login(writer)
        assert client.post(at("desk_approve_source", story, use.pk)).status_code == 403
        client.force_login(editor)
        client.post(at("desk_approve_source", story, use.pk))
        use.refresh_from_db()
        assert use.anonymity_is_approved and use.anonymity_approved_by == editor

    def test_it_costs_the_same_however_many_were_asked(
        self, client, editor, writer, story, django_assert_max_num_queries
    ):
        client.force_login(editor)
        ask(story, writer)
        client.get(at("desk_replies", story))
        with django_assert_max_num_queries(40) as few:
            client.get(at("desk_replies", story))
        for _number in range(3):
            ask(story, writer, claims=[story.claims.get()])
        with django_assert_max_num_queries(len(few)):
            client.get(at("desk_replies", story))


class TestTheLetter:
    def test_it_says_what_is_said_and_nothing_of_the_sources(self, client, writer, story):
        client.force_login(writer)
        answer = client.get(at("desk_reply_letter", story), {"to": f"person-{lamb(story).pk}"})
        text = answer.content.decode()
        assert answer["Content-Type"] == "text/plain; charset=utf-8"
        assert "1. Odo Lamb stole the harbour fund." in text and "Please answer by" in text
        assert "CANARY" not in text and text.startswith("To Odo Lamb")


class TestTheFirstPage:
    def test_editors_see_all_that_wait_and_writers_their_own_the_next_first(self, client, editor, writer, story):
        late, early = ask(story, writer), ask(story, writer, ago=90)
        done = ask(story, writer)
        actions.record_reply(done, by=writer, outcome="declined")
        for user, expected in ((editor, [early, late]), (writer, [early, late]), (make_writer(), [])):
            client.force_login(user)
            page = client.get("/admin/")
            assert list(page.context["replies"]) == expected
        assert "Answer was due" in _page(client, editor)

    def test_it_links_to_the_card(self, client, editor, writer, story):
        asked = ask(story, writer)
        assert f"{at('desk_replies', story)}#reply-{asked.pk}" in _page(client, editor)


def _page(client, user):
    client.force_login(user)
    return client.get("/admin/").content.decode()


class TestWhatReadersSee:
    def page(self, story):
        edition = actions.edition_of(story)

        return " ".join(render.page(article_of(edition)).split())

    def test_a_line_for_each_outcome(self, writer):
        story = make_draft(writer)
        add_person(story, name="Odo Lamb", role="party")
        asked = ask(story, writer)
        seen = [self.page(story)]
        for said in ({"outcome": "unreachable", "note": "x"}, {"outcome": "declined"}, {"outcome": "replied"}):
            actions.record_reply(asked, by=writer, answer=ANSWER if said["outcome"] == "replied" else "", **said)
            seen.append(self.page(story))
        expected = ["We asked Odo Lamb on <time", "We tried to reach Odo Lamb", "Odo Lamb declined to comment."]
        expected.append("Odo Lamb said: It is &lt;b&gt;not&lt;/b&gt; true.")
        for words, page in zip(expected, seen, strict=True):
            assert words in page
        assert all(one != other for one, other in pairwise(seen))

    def test_a_public_reply_links_its_source_and_a_plain_story_says_nothing(self, writer):
        story = make_story("in_review", by=writer)
        assert "Right of reply" not in self.page(story)
        add_person(story, name="Odo Lamb", role="party")
        source = make_source("His statement", kind="website", url="https://lamb.example/says")
        add_source(story, source)
        actions.public_reply(story, lamb(story), by=writer, answer="Never.", source=source)
        page = self.page(story)
        assert "Odo Lamb has said in public: Never." in page and page.count("https://lamb.example/says") >= 2

    def test_why_a_source_is_not_named(self, writer):
        story = make_draft(writer)
        told = {"attribution": "a clerk who keeps the ledger", "reason_for_anonymity": "dismissal"}
        add_source(story, make_source("A clerk", kind="person"), terms="background", **told)
        assert "asked not to be named for fear of dismissal" in self.page(story)


def test_the_record_of_a_person_says_when_they_died(client, editor):
    person = make_person("Odo Lamb")
    client.force_login(editor)
    page = client.get(reverse("admin:articles_person_change", args=[person.pk])).content.decode()
    assert "died_on" in page
