"""Words are removed from everything that is kept, by one recorded door, and from nowhere else."""

import json
import uuid
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.actions import MoveRefused, redact
from articles.models import (
    Article,
    Case,
    Count,
    CountStep,
    Edition,
    Outbox,
    Path,
    Person,
    Redaction,
    Restriction,
    Source,
    Story,
    StoryCase,
    StoryPerson,
    StorySource,
    TagPage,
    Transition,
)
from articles.publishing import search
from articles.publishing.confidential import unseal
from tests.make import (
    add_person,
    add_picture,
    approved,
    edit_text,
    make_story,
    make_tag,
    make_user,
    make_writer,
    reasons_for,
)

pytestmark = pytest.mark.django_db
NAME = "Ottoline Featherstonehaugh"
BODY = "<p>So said Ottoline <strong>Feather<em>stonehaugh</em></strong> on Tuesday &amp; went home.</p><p>The end.</p>"
WHY = {"reason": "identity", "words": "She must not be named."}


@pytest.fixture
def lawyer():
    return make_user(roles.LEGAL, username="lawyer")


def dump():
    """Every row of every table as text, but the sealed terms and the keyed hashes."""
    lines = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            lines += [json.dumps(row, default=str, ensure_ascii=False) for row in cursor.fetchall()]
    return "\n".join(lines)


def occurrences(text):
    folded = text.casefold()
    return folded.count("featherstonehaugh") + folded.count("feather<em>stonehaugh")


def named_story(status="published", **fields):
    """A story with the name in every corner."""
    writer, editor = make_writer(), make_user(roles.EDITOR)
    story = make_story(by=writer, headline=f"{NAME} charged", body=BODY, desk_note=f"Call {NAME}", **fields)
    add_person(story, "victim", NAME)
    add_picture(story, caption=f"{NAME} at home", original_name="ottoline_featherstonehaugh.jpg")
    story.tags.add(make_tag(NAME))
    StorySource.objects.filter(story=story).update(attribution=f"a friend of {NAME}", note=NAME)
    Source.objects.update(url="https://example.org/ottoline-feathersto%6Ehaugh")
    LogEntry.objects.log_actions(writer.pk, [story], 2, change_message=[{"changed": {"object": NAME}}])
    story = edit_text(story, writer, BODY)
    if status == "draft":
        return story
    story = actions.submit(story, by=writer, note=f"About {NAME}")
    story = actions.approve(story, by=editor, note=NAME, overrides=reasons_for(story))
    return story if status == "approved" else actions.publish(story, by=editor)


class TestWhatItReaches:
    def test_nothing_that_is_kept_holds_the_words_afterwards(self, lawyer):
        story = named_story()
        assert occurrences(dump()) > 20
        redact([NAME], by=lawyer, story=story, **WHY)
        assert occurrences(dump()) == 0

    def test_from_all_stories_too_with_people_and_tags_that_several_share(self, lawyer):
        first = named_story()
        second = make_story("published")
        StoryPerson.objects.create(story=second, person=Person.objects.get(name=NAME), role="victim")
        redact([NAME], by=lawyer, **WHY)
        assert occurrences(dump()) == 0
        assert Redaction.objects.get().found["stories"].keys() == {str(first.pk)}

    def test_readers_get_it_without_the_words_at_once(self, lawyer, client):
        story = named_story()
        former = Article.objects.get().path
        redact([NAME], by=lawyer, story=story, **WHY)
        article = Article.objects.get()
        page = client.get(article.path)
        assert page.status_code == 200
        assert "[redacted]" in article.headline and "featherstonehaugh" not in page.content.decode().casefold()
        assert "featherstonehaugh" not in article.path
        assert not search.search("Featherstonehaugh").articles
        assert client.get(former).status_code == 410

    def test_the_former_address_stays_gone_after_the_next_publication(self, lawyer, client):
        story = named_story()
        former = Article.objects.get().path
        redact([NAME], by=lawyer, story=story, **WHY)
        writer, editor = story.writers.get(), make_user(roles.EDITOR)
        story = actions.reopen(Story.objects.get(), by=editor, kind="update")
        story = actions.submit(edit_text(story, writer, "<p>More.</p>"), by=writer)
        actions.publish(approved(story, editor), by=editor)
        assert client.get(former).status_code == 410
        assert not Path.objects.filter(path__contains="feather").exists()

    def test_the_tags_page_has_lost_its_name_and_address(self, lawyer):
        story = named_story()
        redact([NAME], by=lawyer, story=story, **WHY)
        page = TagPage.objects.get()
        assert page.is_live and "feather" not in page.slug

    def test_a_record_that_other_stories_use_is_taken_off_this_one_and_left_there(self, lawyer):
        story = named_story()
        other = make_story("published")
        person = Person.objects.get(name=NAME)
        StoryPerson.objects.create(story=other, person=person, role="witness")
        redact([NAME], by=lawyer, story=story, **WHY)
        assert not story.story_people.exists()
        assert other.story_people.get().person.name == NAME
        assert "featherstonehaugh" not in str(list(story.revisions.values_list("snapshot", flat=True))).casefold()

    def test_a_person_no_longer_leads_to_a_page_or_to_wikidata(self, lawyer):
        story = named_story()
        person = Person.objects.get(name=NAME)
        Person.objects.filter(pk=person.pk).update(wikidata_id="Q42", website="https://example.org/x")
        actions.decide_page(person, by=make_user(roles.EDITOR), reason="Mayor")
        redact([NAME], by=lawyer, story=story, **WHY)
        person.refresh_from_db()
        assert (person.name, person.profile, person.wikidata_id, person.website) == ("[redacted]", None, "", "")
        assert occurrences(dump()) == 0

    def test_mails_that_wait_are_rewritten(self, lawyer):
        story = named_story()
        mail = {"to": "a@example.org", "subject": f"Not published: {NAME}", "body": NAME}
        Outbox.objects.create(kind="mail", payload=mail, due_at=timezone.now() + timedelta(days=1))
        redact([NAME], by=lawyer, story=story, replaced_by="[name]", **WHY)
        kept = Outbox.objects.get(payload__to="a@example.org").payload
        assert kept["subject"] == "Not published: [name]"

    def test_other_stories_keep_every_letter(self, lawyer):
        other = make_story("published", body=f"<p>{NAME} won.</p>", headline="Elsewhere")
        redact([NAME], by=lawyer, story=named_story(), **WHY)
        assert NAME in Article.objects.get(story_number=other.pk).body


class TestClaims:
    KEY = str(uuid.UUID(int=7))

    def test_a_verdict_on_the_words_is_one_on_what_is_left_of_them(self, lawyer):
        marked = f'<p>It rained. <span data-claim="{self.KEY}">{NAME} paid 3 crowns.</span> The end.</p>'
        writer, editor = make_writer(), make_user(roles.EDITOR)
        story = edit_text(make_story(by=writer), writer, marked)
        claim = story.claims.get()
        source = story.story_sources.get().source
        actions.support(claim, source, by=writer, note=f"Said by {NAME}")
        actions.judge([claim], by=editor, result="supported", note=NAME)
        story = actions.publish(approved(actions.submit(story, by=writer), editor), by=editor)
        redact([NAME], by=lawyer, story=story, **WHY)
        claim = story.claims.get()
        assert claim.words == "[redacted] paid 3 crowns." and claim.verdict.note == "[redacted]"
        [told] = Article.objects.get().claims
        body = Article.objects.get().body
        assert told["is_checked"] and body[: told["end"]].endswith("[redacted] paid 3 crowns.")
        assert occurrences(dump()) == 0

    def test_a_claim_whose_words_go_altogether_stays_unbound(self, lawyer):
        writer = make_writer()
        marked = f'<p>So said Ottoline <span data-claim="{self.KEY}">Featherstonehaugh</span> on Monday.</p>'
        story = edit_text(make_story(by=writer), writer, marked)
        redact([NAME, "Featherstonehaugh"], by=lawyer, story=story, **WHY)
        assert story.claims.get().position is None
        assert occurrences(dump()) == 0


class TestCourts:
    def test_charges_their_steps_and_orders_are_reached(self, lawyer):
        story = named_story()
        case = Case.objects.create(name=f"R v {NAME}")
        person, day = Person.objects.get(name=NAME), timezone.localdate()
        facts = {"status": "charged", "status_on": day, "detail": f"with {NAME}"}
        count = Count.objects.create(case=case, person=person, offence=f"Theft from {NAME}", checked_on=day, **facts)
        CountStep.objects.create(count=count, by=lawyer, at=timezone.now(), **facts)
        Restriction.objects.create(kind="statute", case=case, scope=NAME, created_by=lawyer, created_at=timezone.now())
        StoryCase.objects.create(story=story, case=case)
        redact([NAME], by=lawyer, story=story, **WHY)
        assert occurrences(dump()) == 0
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            CountStep.objects.update(detail="x")

    def test_a_case_of_several_stories_that_names_somebody_is_taken_off_this_one(self, lawyer):
        story, other = named_story(), make_story("published")
        person, day = Person.objects.get(name=NAME), timezone.localdate()
        StoryPerson.objects.create(story=other, person=person, role="witness")
        case = Case.objects.create(name="The quay case")
        Count.objects.create(case=case, person=person, offence="Theft", status="charged", status_on=day, checked_on=day)
        for one in (story, other):
            StoryCase.objects.create(story=one, case=case)
        redact([NAME], by=lawyer, story=story, **WHY)
        assert not story.story_cases.exists() and other.story_cases.exists()


class TestWhatStaysTrue:
    def test_an_approved_story_is_still_approved_for_what_remains(self, lawyer):
        story = named_story("approved")
        redact([NAME], by=lawyer, story=story, **WHY)
        actions.publish(Story.objects.get(), by=make_user(roles.EDITOR))
        assert "[redacted]" in Article.objects.get().headline

    def test_hashes_are_those_of_what_stands_there_and_the_former_lie_sealed(self, lawyer):
        story = named_story()
        before = Edition.objects.get().content_hash
        redact([NAME], by=lawyer, story=story, **WHY)
        edition = Edition.objects.get()
        assert edition.content_hash != before and before not in dump()
        assert unseal(Redaction.objects.get().sealed)["content_hashes"][edition.content_hash] == before
        assert Transition.objects.get(move="publish").content_hash == edition.content_hash

    def test_a_form_opened_before_cannot_put_the_words_back(self, lawyer):
        story = named_story("draft")
        redact([NAME], by=lawyer, story=story, **WHY)
        with pytest.raises(actions.Stale):
            edit_text(story, story.writers.get(), BODY)

    def test_an_earlier_version_can_be_restored(self, lawyer):
        story = named_story("draft")
        redact([NAME], by=lawyer, story=story, **WHY)
        fresh = Story.objects.get()
        actions.restore(fresh, fresh.revisions.last(), by=fresh.writers.get(), version=fresh.version)
        assert occurrences(dump()) == 0

    def test_who_did_what_and_when_stays(self, lawyer):
        story = named_story()
        facts = ("move", "by", "at", "version", "from_status", "to_status")
        before = list(Transition.objects.values_list(*facts))
        redact([NAME], by=lawyer, story=story, **WHY)
        assert list(Transition.objects.values_list(*facts)) == before


class TestTheRecordOfIt:
    def test_it_says_where_and_how_much_and_never_the_words(self, lawyer):
        story = named_story()
        record = redact([NAME], by=lawyer, story=story, **WHY)
        assert record.found["tables"]["articles_story"] == 1
        assert record.found["tables"]["public_article"] == 1
        assert record.found["stories"][str(story.pk)] > 5
        assert unseal(record.sealed)["terms"] == [NAME]
        assert record.term_hashes and "feather" not in str(record.found) + record.words

    def test_every_administrator_is_told_without_the_words(self, lawyer):
        make_user(roles.ADMINISTRATOR, username="anna")
        make_user(roles.ADMINISTRATOR, username="ola")
        redact([NAME], by=lawyer, story=named_story(), **WHY)
        mails = [row.payload for row in Outbox.objects.filter(kind="mail")]
        assert {mail["to"] for mail in mails} == {"anna@example.org", "ola@example.org"}
        assert all("feather" not in str(mail).casefold() for mail in mails)

    def test_a_second_person_confirms_once(self, lawyer):
        record = redact([NAME], by=lawyer, story=named_story(), **WHY)
        assert record.confirm_by - record.at == timedelta(hours=1)
        with pytest.raises(MoveRefused):
            actions.confirm_redaction(record, by=lawyer)
        with pytest.raises(PermissionDenied):
            actions.confirm_redaction(record, by=make_user(roles.REPORTER))
        assert list(Redaction.objects.to_confirm()) == [record]
        actions.confirm_redaction(record, by=make_user(roles.EDITOR), note="Seen")
        assert not Redaction.objects.to_confirm().exists()
        with pytest.raises(MoveRefused):
            actions.confirm_redaction(record, by=make_user(roles.EDITOR))

    @pytest.mark.parametrize("role", sorted(roles.ROLES))
    def test_who_may(self, role):
        story, user = named_story("draft"), make_user(role)
        if "redact" in roles.ROLES[role]:
            assert redact([NAME], by=user, story=story, **WHY).pk
            return
        with pytest.raises(PermissionDenied):
            redact([NAME], by=user, story=story, **WHY)
        with pytest.raises(PermissionDenied):
            actions.redaction_survey([NAME], by=user, story=story)

    @pytest.mark.parametrize(
        "wrong",
        [
            {"reason": "whim"},
            {"words": " "},
            {"words": f"Because {NAME}"},
            {"legal_basis": NAME},
            {"replaced_by": NAME},
        ],
    )
    def test_what_cannot_stand_is_refused_and_nothing_changes(self, lawyer, wrong):
        story = named_story("draft")
        before = dump()
        with pytest.raises(MoveRefused) as refused:
            redact([NAME], by=lawyer, story=story, **(WHY | wrong))
        assert NAME not in str(refused.value) and dump() == before

    @pytest.mark.parametrize(
        "typed", ["", " \n ", "x", "Jane\n!!!\n", "y" * 201, "\n".join(f"name {n}" for n in range(51))]
    )
    def test_terms_that_cannot_be_meant_are_refused(self, typed):
        with pytest.raises(MoveRefused):
            actions.terms_of(typed)

    def test_terms_are_lines(self):
        assert actions.terms_of(" Jane  Roe \r\n\nJane Roe\nRoe, J.") == ["Jane Roe", "Roe, J."]
