"""What only legal can decide: active cases, names that come too early, children, who reported a sexual offence."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.gate.clearance import is_active
from articles.jurisdictions.words import Stage
from articles.models import Case, Jurisdiction, Rule, StoryPerson, Transition
from articles.publishing.profiles import profile_of_number
from articles.workflow import HARM
from tests.make import (
    CORRECTION,
    clear_with_legal,
    edit_text,
    make_draft,
    make_person,
    make_source,
    make_user,
    make_writer,
    reviewed_profile,
)

pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 3)


@pytest.fixture(autouse=True)
def _profile_is_reviewed(db):
    reviewed_profile()


@pytest.fixture
def editor():
    return make_user(roles.EDITOR)


@pytest.fixture
def story():
    return make_draft(make_writer())


def rules(**changed):

    return profile_of_number(None)["rules"] | {key.replace("__", "."): value for key, value in changed.items()}


def set_rule(key, value):
    Rule.objects.filter(jurisdiction=Jurisdiction.objects.default(), key=key).update(value=value)
    actions.review(Jurisdiction.objects.default(), by=make_user(roles.LEGAL))


def add_count(story, editor, status=Stage.CHARGED, offence="fraud", role="defendant", **facts):
    """A person of the story with a count in a case of the story; returns the StoryPerson."""
    link = story.story_cases.first()
    case = link.case if link else Case.objects.create(name="The harbour fund case", **facts)
    if link is None:
        story.story_cases.create(case=case)
    person = make_person("Odo Lamb")
    source = make_source("Court record 12/26", kind="court_record")
    actions.accuse(case, person, by=editor, offence=offence, status=status, on=MAY, citation=source)
    return StoryPerson.objects.create(story=story, person=person, role=role)


def found(story, *args):
    kept = [one for one in actions.findings_of(actions.edition_of(story), *args) if one.id.startswith("clearance")]
    return {one.id for one in kept}


def submitted(story):
    return actions.submit(edit_text(story, story.created_by, "<p>Nothing was said in court.</p>"), by=story.created_by)


class TestActiveProceedings:
    @pytest.mark.parametrize(
        ("status", "active"),
        [
            (Stage.ALLEGED, False), (Stage.REPORTED, False), (Stage.INVESTIGATED, False), (Stage.ARRESTED, True),
            (Stage.CHARGED, True), (Stage.HUNG_JURY, True), (Stage.SENTENCED, True), (Stage.ACQUITTED, False),
            (Stage.APPEALING, True), (Stage.UPHELD, False),
        ],
    )  # fmt: skip
    def test_they_are_active_from_a_first_step_until_a_last_judgment(self, status, active):
        case = {"active_from": None, "active_to": None, "counts": [{"status": status}]}
        assert is_active(case, rules(), MAY) is active

    @pytest.mark.parametrize(
        ("begins", "ends", "active"),
        [("2026-05-04", None, False), ("2026-05-03", None, True), (None, "2026-05-02", False), (None, "2026-05-03", True)],
    )  # fmt: skip
    def test_the_cases_own_dates_count_before_the_counts(self, begins, ends, active):
        case = {
            "active_from": begins,
            "active_to": ends,
            "counts": [{"status": Stage.CHARGED, "status_on": "2026-01-01"}],
        }
        assert is_active(case, rules(), MAY) is active

    @pytest.mark.parametrize(
        ("status", "since", "active"),
        [
            (Stage.APPEALING, "2026-05-02", True), (Stage.RETRIAL, "2026-05-03", True),
            (Stage.APPEALING, "2026-05-01", False), (Stage.UPHELD, "2026-05-02", False),
            (Stage.SENTENCED, "2026-05-02", False),
        ],
    )  # fmt: skip
    def test_what_begins_them_after_their_last_day_begins_them_anew(self, status, since, active):
        count = {"status": status, "status_on": since}
        case = {"active_from": "2026-01-01", "active_to": "2026-05-01", "counts": [count]}
        assert is_active(case, rules(), MAY) is active

    def test_by_the_list_of_the_law_that_applies(self):
        count = {"status": Stage.APPEALING, "status_on": "2026-05-02"}
        case = {"active_from": None, "active_to": "2026-05-01", "counts": [count]}
        assert not is_active(case, rules(proceedings__active_from=["charged"]), MAY)

    def test_a_sentence_ends_them_where_the_law_says_so(self):
        case = {"active_from": None, "active_to": None, "counts": [{"status": Stage.SENTENCED}]}
        assert not is_active(case, rules(proceedings__active_until=["sentenced"]), MAY)

    def test_they_call_legal(self, story, editor):
        add_count(story, editor)
        assert found(story) == {"clearance.C001"}

    def test_not_where_the_law_knows_no_such_rule(self, story, editor):
        add_count(story, editor)
        set_rule("proceedings.strict_liability", False)
        assert found(story) == set()

    def test_a_case_that_is_over_calls_nobody(self, story, editor):
        add_count(story, editor, Stage.ACQUITTED)
        assert found(story) == set()


class TestNames:
    @pytest.mark.parametrize(
        ("status", "too_early"),
        [
            (Stage.ALLEGED, False), (Stage.INVESTIGATED, True), (Stage.ARRESTED, True), (Stage.CHARGED, False),
            (Stage.ACQUITTED, False), (Stage.RELEASED, True),
        ],
    )  # fmt: skip
    def test_a_suspect_is_named_from_the_stage_that_the_profile_says(self, story, editor, status, too_early):
        add_count(story, editor, status)
        assert ("clearance.C002" in found(story)) is too_early

    def test_whoever_is_charged_with_something_else_may_be_named(self, story, editor):
        part = add_count(story, editor, Stage.INVESTIGATED)
        case = story.story_cases.get().case
        actions.accuse(case, part.person, by=editor, offence="theft", status="charged", on=MAY)
        assert "clearance.C002" not in found(story)

    @pytest.mark.parametrize(("role", "calls"), [("witness", True), ("victim", True), ("official", False)])
    def test_a_child_accused_hurt_or_heard_is_named_only_with_legal(self, story, role, calls):
        part = StoryPerson.objects.create(story=story, person=make_person("Pip Lamb"), role=role)
        assert found(story) == set()
        StoryPerson.objects.filter(pk=part.pk).update(was_child=True)
        assert (found(story) == {"clearance.C003"}) is calls

    def test_a_restored_version_knows_who_was_a_child(self, story):
        StoryPerson.objects.create(story=story, person=make_person("Pip Lamb"), role="witness", was_child=True)
        story = edit_text(story, story.created_by, "<p>One.</p>")
        kept = story.revisions.first()
        story.story_people.update(was_child=False)
        story = actions.restore(story, kept, by=story.created_by, version=story.version)
        assert story.story_people.get().was_child

    def test_a_version_from_before_there_was_the_question_can_be_restored(self, story):
        StoryPerson.objects.create(story=story, person=make_person("Pip Lamb"), role="witness")
        story = edit_text(story, story.created_by, "<p>One.</p>")
        kept = story.revisions.first().snapshot
        del kept["people"][0]["was_child"]
        actions.editing.put_back(story, kept)
        assert story.story_people.get().was_child is False


class TestSexualOffences:
    def test_who_reported_one_by_the_record_is_a_blocker_even_in_a_correction(self, story, editor):
        add_count(story, editor, Stage.CONVICTED, offence="rape")
        StoryPerson.objects.create(story=story, person=make_person("Ana Reed"), role="complainant")
        assert "clearance.B001" in found(story)
        assert found(story, HARM) == {"clearance.B001"}

    def test_where_only_the_words_suggest_one_it_is_a_caution(self, story):
        StoryPerson.objects.create(story=story, person=make_person("Ana Reed"), role="victim")
        assert found(story) == set()
        story = edit_text(story, story.created_by, "<p>She was raped, the court heard.</p>")
        assert found(story) == {"clearance.C004"}

    def test_others_in_such_a_story_are_named_as_ever(self, story, editor):
        add_count(story, editor, Stage.ACQUITTED, offence="rape")
        assert found(story) == set()

    def test_without_such_a_law_it_is_a_caution(self, story, editor):
        add_count(story, editor, Stage.ACQUITTED, offence="rape")
        StoryPerson.objects.create(story=story, person=make_person("Ana Reed"), role="complainant")
        set_rule("sexual_offence.lifelong_anonymity", False)
        assert found(story) == {"clearance.C004"}

    def test_legal_may_clear_the_name_and_only_this_content(self, story, editor):
        add_count(story, editor, Stage.ACQUITTED, offence="rape")
        StoryPerson.objects.create(story=story, person=make_person("Ana Reed"), role="complainant")
        story = submitted(story)
        with pytest.raises(actions.MoveRefused, match="Legal clears it first"):
            actions.approve(story, by=editor, overrides={"clearance.B001": "She agreed."})
        story = clear_with_legal(story)
        story = actions.publish(actions.approve(story, by=editor), by=editor)
        assert actions.watch_live() == []
        story = actions.reopen(story, by=editor, kind="update")
        assert "clearance.B001" in found(edit_text(story, editor, "<p>Something else.</p>"))


class TestClearing:
    def test_no_reason_of_an_editor_stands_for_legal(self, story, editor):
        add_count(story, editor)
        story = submitted(story)
        with pytest.raises(actions.MoveRefused, match="Legal clears it first") as refused:
            actions.approve(story, by=editor, overrides={"clearance.C001": "I know the law."})
        assert [one.id for one in refused.value.findings] == ["clearance.C001"]

    def test_it_falls_away_where_legal_has_cleared_exactly_this(self, story, editor):
        add_count(story, editor)
        story = clear_with_legal(submitted(story))
        assert found(story) == set()
        assert actions.approve(story, by=editor).status == "approved"

    def test_a_changed_word_calls_legal_again(self, story, editor):
        add_count(story, editor)
        story = clear_with_legal(submitted(story))
        story = edit_text(story, editor, "<p>He did it.</p>")
        assert found(story) == {"clearance.C001"}

    def test_what_legal_was_not_told_is_not_cleared(self, story, editor):
        add_count(story, editor)
        story = clear_with_legal(submitted(story))
        story.story_people.update(was_child=True)
        assert found(story) == {"clearance.C003"}

    def test_asked_again_nothing_is_cleared(self, story, editor):
        add_count(story, editor)
        story = clear_with_legal(submitted(story))
        story = actions.ask_legal(story, by=editor)
        assert found(story) == {"clearance.C001"}
        story = actions.clear(story, by=make_user(roles.LEGAL))
        assert found(story) == set()

    def test_the_record_of_clearing_says_what_legal_saw(self, story, editor):
        add_count(story, editor)
        story = clear_with_legal(submitted(story))
        kept = Transition.objects.get(story=story, move="clear")
        assert "clearance.C001" in {one["id"] for one in kept.findings}

    def test_another_kind_of_check_may_call_legal_by_rule(self, story, editor):
        set_rule("legal.called_for_by", ["attribution.C001"])
        story.story_sources.all().delete()
        story = submitted(story)
        with pytest.raises(actions.MoveRefused, match="Legal clears it first"):
            actions.approve(story, by=editor, overrides={"attribution.C001": "Own knowledge."})
        story = clear_with_legal(story)
        assert actions.approve(story, by=editor).status == "approved"

    def test_where_the_house_does_not_ask_for_legal_a_reason_is_enough(self, story, editor):
        add_count(story, editor)
        set_rule("legal.called_for_by", [])
        story = submitted(story)
        assert actions.approve(story, by=editor, overrides={"clearance.C001": "A fair report."}).status == "approved"

    def test_a_correction_is_not_held_up(self, story, editor):
        add_count(story, editor)
        story = clear_with_legal(submitted(story))
        story = actions.publish(actions.approve(story, by=editor), by=editor)
        story = actions.reopen(story, by=editor, kind="correction")
        story = edit_text(story, editor, "<p>He was charged on Tuesday.</p>", **CORRECTION)
        story = actions.submit(story, by=editor)
        story = actions.approve(story, by=make_user(roles.EDITOR))
        assert actions.publish(story, by=editor).status == "published"

    def test_a_case_that_becomes_active_after_the_approval_calls_legal_too(self, story, editor):
        add_count(story, editor, active_from=timezone.localdate() + timedelta(days=1))
        story = actions.approve(submitted(story), by=editor)
        Case.objects.update(active_from=timezone.localdate())
        with pytest.raises(actions.MoveRefused, match="Legal clears it first"):
            actions.publish(story, by=editor, overrides={"clearance.C001": "It was approved."})

    def test_the_button_says_why_it_waits_for_legal(self, client, story, editor):
        add_count(story, editor)
        story = submitted(story)
        client.force_login(editor)
        page = client.get(reverse("admin:articles_story_change", args=[story.pk])).content.decode()
        assert "Legal clears it first: Proceedings are active" in page
        clear_with_legal(story, editor)
        page = client.get(reverse("admin:articles_story_change", args=[story.pk])).content.decode()
        assert "Legal clears it first" not in page

    def test_a_day_decides_whether_a_case_is_active(self, story, editor):
        today = timezone.localdate()
        add_count(story, editor, active_from=today - timedelta(days=9), active_to=today + timedelta(days=1))
        later = timezone.now() + timedelta(days=2)
        assert found(story) == {"clearance.C001"}
        assert "clearance.C001" not in {f.id for f in actions.findings_of(actions.edition_of(story, later))}
