"""Whose law a case is judged by: the story's and the case's own, and the stricter of both."""

import ast
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.jurisdictions import RULES
from articles.jurisdictions.words import TERM_LISTS, Stage
from articles.models import Case, Jurisdiction, Rule, StoryPerson, Term
from tests.make import make_draft, make_person, make_source, make_user, make_writer

HOUSE = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 3)


@pytest.fixture
def editor():
    return make_user(roles.EDITOR)


@pytest.fixture
def story():
    return make_draft(make_writer())


@pytest.fixture
def elsewhere(db):
    """The law of another place, as shipped, which a test then changes."""
    return Jurisdiction.objects.get(code="england_and_wales")


def set_rule(law, key, value):
    Rule.objects.filter(jurisdiction=law, key=key).update(value=value)
    actions.review(law, by=make_user(roles.LEGAL))


def set_at_home(key, value):
    set_rule(Jurisdiction.objects.default(), key, value)


def add_case(story, editor, law=None, status=Stage.CHARGED, offence="fraud", role="defendant", name="Odo Lamb", **born):
    """A person of the story with a count in a case under this law; returns the StoryPerson."""
    case = Case.objects.create(name="The harbour fund case", jurisdiction=law)
    story.story_cases.create(case=case)
    person = make_person(name, **born)
    source = make_source("Court record 12/26", kind="court_record")
    actions.accuse(case, person, by=editor, offence=offence, status=status, on=MAY, citation=source)
    return StoryPerson.objects.create(story=story, person=person, role=role)


def found(story):
    return {one.id for one in actions.findings_of(actions.edition_of(story))}


def notes(story, identity):
    return [one.note for one in actions.findings_of(actions.edition_of(story)) if one.id == identity]


class TestTheStricterHolds:
    def test_contempt_abroad_counts_at_home(self, story, editor, elsewhere):
        set_at_home("proceedings.strict_liability", False)
        add_case(story, editor, elsewhere)
        assert notes(story, "clearance.C001") == ["By the law of the case: England and Wales."]

    def test_contempt_at_home_counts_for_a_case_abroad(self, story, editor, elsewhere):
        set_rule(elsewhere, "proceedings.strict_liability", False)
        add_case(story, editor, elsewhere)
        assert notes(story, "clearance.C001") == [""]

    def test_neither_law_asks_so_nobody_is_asked(self, story, editor, elsewhere):
        set_at_home("proceedings.strict_liability", False)
        set_rule(elsewhere, "proceedings.strict_liability", False)
        add_case(story, editor, elsewhere)
        assert "clearance.C001" not in found(story)

    @pytest.mark.parametrize(("at_home", "abroad"), [("convicted", "sentenced"), ("sentenced", "convicted")])
    def test_words_of_guilt_wait_for_the_later_stage(self, editor, elsewhere, at_home, abroad):
        story = make_draft(make_writer(), body="<p>Odo Lamb defrauded the harbour fund.</p>")
        set_at_home("proceedings.guilt_words_from", at_home)
        set_rule(elsewhere, "proceedings.guilt_words_from", abroad)
        add_case(story, editor, elsewhere, Stage.CONVICTED)
        assert "proceedings.C002" in found(story)

    def test_suspects_are_named_from_the_later_stage(self, story, editor, elsewhere):
        set_at_home("suspects.named_from_status", "arrested")
        add_case(story, editor, elsewhere, Stage.ARRESTED)
        assert "clearance.C002" in found(story)

    def test_who_is_a_child_by_either(self, story, editor, elsewhere):
        set_rule(elsewhere, "children.age", 21)
        add_case(story, editor, elsewhere, born_year=2006)
        assert "clearance.C003" in found(story)

    def test_anonymity_for_life_by_the_law_of_the_case(self, story, editor, elsewhere):
        set_at_home("sexual_offence.lifelong_anonymity", False)
        add_case(story, editor, elsewhere, offence="rape")
        StoryPerson.objects.create(story=story, person=make_person("Nell Oak"), role="complainant")
        assert "clearance.B001" in found(story)

    def test_what_calls_for_legal_there_waits_for_legal_here(self, story, editor, elsewhere):
        set_rule(elsewhere, "legal.called_for_by", ["proceedings"])
        part = add_case(story, editor, elsewhere, Stage.ACQUITTED)
        part.person.counts.update(citation=None)
        findings = actions.findings_of(actions.edition_of(story))
        assert {one.id for one in actions.waiting_for_legal(story, findings)} == {"proceedings.C005"}

    def test_words_that_the_other_law_lists_are_looked_for_too(self, editor, elsewhere):
        story = make_draft(make_writer(), body="<p>Odo Lamb is a wrecker of walls.</p>")
        Term.objects.create(jurisdiction=elsewhere, list="guilt", words="wrecker")
        actions.review(elsewhere, by=make_user(roles.LEGAL))
        assert "proceedings.C002" not in found(story)
        add_case(story, editor, elsewhere)
        assert "proceedings.C002" in found(story)

    def test_the_other_law_excuses_no_wording(self, editor, elsewhere):
        story = make_draft(make_writer(), body="<p>Odo Lamb defrauded the harbour fund.</p>")
        Term.objects.create(jurisdiction=elsewhere, list="idiom", words="defrauded the harbour fund")
        actions.review(elsewhere, by=make_user(roles.LEGAL))
        add_case(story, editor, elsewhere)
        assert "proceedings.C002" in found(story)

    def test_a_case_that_names_no_law_is_held_to_the_storys(self, story, editor, elsewhere):
        story.jurisdiction = elsewhere
        story.save()
        set_at_home("children.age", 25)
        add_case(story, editor, born_year=2004)
        assert "clearance.C003" not in found(story)

    def test_that_nobody_reviewed_the_other_law_is_said(self, story, editor, elsewhere):
        add_case(story, editor, elsewhere)
        told = [one.message for one in actions.findings_of(actions.edition_of(story)) if one.id == "jurisdiction.A001"]
        assert any("England and Wales" in message for message in told)

    def test_a_status_is_looked_at_again_as_soon_as_either_asks(self, editor, elsewhere):
        set_rule(elsewhere, "proceedings.recheck_days", 5)
        story = make_draft(make_writer())
        part = add_case(story, editor, elsewhere, Stage.OVERTURNED)
        story = actions.submit(story, by=story.created_by)
        edition = actions.edition_of(story)
        part.person.counts.update(status=Stage.CHARGED)
        edition.save()
        type(story).objects.filter(pk=story.pk).update(live_edition=edition, first_published_at=timezone.now())
        assert actions.recheck_due(timezone.now() + timedelta(days=5)) == 0
        assert actions.recheck_due(timezone.now() + timedelta(days=6)) == 1


class TestWhoWasAChild:
    """By the tick, or by what the desk knows of the birth: at the time, not only today."""

    def child(self, story, role="witness", **born):
        return StoryPerson.objects.create(story=story, person=make_person("Pip Lamb", **born), role=role)

    def born(self, years, days=0):
        today = timezone.localdate()
        return today.replace(year=today.year - years, day=min(today.day, 28)) + timedelta(days=days)

    @pytest.mark.parametrize(("years", "is_child"), [(17, True), (19, False)])
    def test_today(self, story, years, is_child):
        self.child(story, born_year=self.born(years).year, born_on=self.born(years))
        assert ("clearance.C003" in found(story)) is is_child

    def test_by_the_year_alone_rather_a_child_than_not(self, story):
        self.child(story, born_year=timezone.localdate().year - 18)
        assert ("clearance.C003" in found(story)) is (timezone.localdate() < date(timezone.localdate().year, 12, 31))

    @pytest.mark.parametrize(("day", "was"), [(date(2008, 5, 4), True), (date(2008, 5, 3), False)])
    def test_when_the_case_began_though_not_today(self, story, editor, day, was):
        part = add_case(story, editor, born_year=2008, born_on=day)
        actions.move_count(part.person.counts.get(), by=editor, status=Stage.ON_TRIAL, on=date(2026, 6, 1))
        assert ("clearance.C003" in found(story)) is was

    def test_another_part_in_the_story_asks_nothing(self, story):
        self.child(story, role="official", born_year=timezone.localdate().year - 10)
        assert "clearance.C003" not in found(story)

    def test_the_tick_says_so_whatever_the_record_says(self, story):
        part = self.child(story, born_year=1950)
        StoryPerson.objects.filter(pk=part.pk).update(was_child=True)
        assert "clearance.C003" in found(story)

    def test_the_finding_says_no_day(self, story):
        self.child(story, born_year=2014, born_on=date(2014, 2, 9))
        [note] = notes(story, "clearance.C003")
        assert note == "By the birth on record, younger than 18 then."

    def test_the_birth_stands_in_nothing_that_is_published_or_kept_of_the_story(self, story):
        self.child(story, born_year=1961, born_on=date(1961, 2, 9))
        edition = actions.edition_of(story)
        assert "1961" not in str(edition.snapshot) + str(edition.content)

    def test_it_is_saved_by_who_keeps_the_record(self, editor):
        person = make_person("Pip Lamb")
        person.born_year, person.born_on, person.died_on = 1961, date(1961, 2, 9), MAY
        actions.describe_name(person, by=editor)
        person.refresh_from_db()
        assert (person.born_year, person.born_on, person.died_on) == (1961, date(1961, 2, 9), MAY)

    @pytest.mark.parametrize(
        ("sent", "answer"),
        [
            ({"born_year": "1961", "born_on": "1961-02-09"}, 1961),
            ({"born_year": "", "born_on": "1961-02-09"}, 1961),
            ({"born_year": "1961", "born_on": ""}, 1961),
            ({"born_year": "1962", "born_on": "1961-02-09"}, None),
            ({"born_year": "61", "born_on": ""}, None),
        ],
    )
    def test_the_form_makes_sense_of_day_and_year(self, client, editor, sent, answer):
        client.force_login(editor)
        rows = {f"note-{key}": "0" for key in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")}
        client.post("/admin/articles/person/add/", {"name": "Pip Lamb", "also_known_as": ""} | sent | rows)
        kept = type(make_person("Somebody")).objects.filter(name="Pip Lamb").values_list("born_year", flat=True)
        assert list(kept) == ([answer] if answer else [])


@cache
def words_in(*folders):
    """Every word between quotation marks in the code of these folders."""
    files = (path for folder in folders for path in (HOUSE / folder).rglob("*.py"))
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in files)
    return {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}


class TestWhatNothingReads:
    """A rule or a list of words that no check and no move goes by would be a promise that nobody keeps."""

    READERS = ("articles/gate", "articles/actions", "articles/publishing")

    @pytest.mark.parametrize("key", RULES)
    def test_every_rule_is_read(self, key):
        assert key in words_in(*self.READERS)

    @pytest.mark.parametrize("name", TERM_LISTS)
    def test_every_list_is_read(self, name):
        heading = "topic." if name.startswith("topic.") else name  # of the topics, by their common beginning
        assert heading in words_in(*self.READERS, "articles/text")
