"""Every check both ways: what it finds, and what it lets pass."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import actions, gate
from articles.gate import Level
from articles.gate.registry import CHECKS
from articles.models import ProtectedPerson, StorySource
from articles.publishing.protected import hashes_of
from articles.workflow import ESSENTIALS, HARM
from tests.make import (
    BODY,
    add_organization,
    add_person,
    add_picture,
    edit_text,
    make_draft,
    make_source,
    make_writer,
    reviewed_profile,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(db):
    return make_writer()


@pytest.fixture
def story(writer):
    return make_draft(writer)


@pytest.fixture(autouse=True)
def _profile_is_reviewed(db):
    reviewed_profile()


def ids(story, **options):
    edition = actions.edition_of(story, options.pop("now", None))
    return {finding.id for finding in actions.findings_of(edition, **options)}


def with_text(story, writer, body):
    return edit_text(story, writer, body)


def test_a_complete_story_raises_nothing(story):
    assert ids(story) == set()


def test_every_finding_has_a_permanent_id_a_level_and_a_place_to_mend():
    names = [check.function.__name__ for check in CHECKS]
    assert len(names) == len(set(names)) >= 20


class TestEssentials:
    @pytest.mark.parametrize(
        ("field", "empty", "finding"),
        [
            ("headline", "", "essentials.B001"),
            ("body", "<p> </p>", "essentials.B002"),
            ("section", None, "essentials.B003"),
            ("type_of_work", "", "essentials.B005"),
        ],
    )
    def test_what_a_story_cannot_be_without(self, story, field, empty, finding):
        setattr(story, field, empty)
        assert finding in ids(story, extent=ESSENTIALS)

    def test_a_byline(self, story):
        story.bylines.all().delete()
        assert "essentials.B004" in ids(story)

    def test_words_for_readers_about_a_correction(self, story):
        story.change_kind = "correction"
        assert "essentials.B006" in ids(story)
        story.public_note = "The vote was on Monday."
        assert "essentials.B006" not in ids(story)

    def test_what_was_wrong_and_what_is_right(self, story):
        story.change_kind, story.public_note = "correction", "The vote was on Monday."
        assert "essentials.B007" in ids(story)
        story.was_wrong = "We said Tuesday."
        assert "essentials.B007" in ids(story)
        story.is_right = "It was on Monday."
        assert "essentials.B007" not in ids(story)
        story.change_kind, story.is_right = "clarification", ""
        assert "essentials.B007" not in ids(story)

    def test_submitting_asks_for_the_essentials_only(self, story):
        story.story_sources.all().delete()
        assert ids(story, extent=ESSENTIALS) == set()

    def test_an_embargo_is_judged_at_the_hour_of_publication(self, story):
        story.embargo_until = timezone.now() + timedelta(hours=2)
        assert "embargo.B001" in ids(story)
        assert "embargo.B001" in ids(story, extent=HARM)
        assert "embargo.B001" not in ids(story, now=timezone.now() + timedelta(hours=3))


class TestAttribution:
    @pytest.mark.parametrize("terms", ["off_record", "deep_background"])
    def test_an_attribution_to_an_unattributable_use_is_blocked(self, story, terms):
        source = make_source("A senior official at the port", kind="person")
        StorySource.objects.create(story=story, source=source, terms=terms, attribution="a port official")
        assert "attribution.B001" in ids(story, extent=HARM)

    @pytest.mark.parametrize("terms", ["off_record", "deep_background"])
    def test_naming_an_unattributable_source_in_the_text_is_blocked(self, story, writer, terms):
        source = make_source("A senior official at the port", kind="person")
        StorySource.objects.create(story=story, source=source, terms=terms)
        assert "attribution.B002" not in ids(story)
        story = with_text(story, writer, BODY + "<p>So says a senior official at the port.</p>")
        assert "attribution.B002" in ids(story)

    @pytest.mark.parametrize("terms", ["off_record", "deep_background"])
    def test_such_a_source_is_in_no_list(self, story, terms):
        source = make_source("A senior official at the port", kind="person")
        StorySource.objects.create(story=story, source=source, terms=terms)
        assert "senior official" not in str(actions.edition_of(story).content)

    def test_no_source_at_all(self, story):
        story.story_sources.all().delete()
        assert "attribution.C001" in ids(story)

    def test_a_use_without_terms(self, story):
        story.story_sources.update(terms="")
        assert "attribution.C002" in ids(story)

    def test_a_quotation_without_a_source_that_may_be_quoted(self, story, writer):
        story = with_text(story, writer, BODY + "<p>“We shall mend the wall before winter,” she said.</p>")
        assert "attribution.C003" not in ids(story)
        story.story_sources.update(terms="deep_background")
        assert "attribution.C003" in ids(story)

    def test_background_needs_the_wording_agreed(self, story):
        source = make_source("A nurse", kind="person")
        use = StorySource.objects.create(story=story, source=source, terms="background")
        assert "attribution.C004" in ids(story)
        use.attribution = "a nurse who works nights there"
        use.save()
        assert "attribution.C004" not in ids(story)


class TestPeople:
    def test_a_person_and_an_organization_without_a_part(self, story):
        add_person(story, role="")
        add_organization(story, role="")
        assert {"people.C001", "people.C002"} <= ids(story)

    def test_other_needs_words(self, story):
        person = add_person(story, role="other")
        assert "people.C001" in ids(story)
        person.role_text = "harbour pilot"
        person.save()
        assert "people.C001" not in ids(story)

    def test_a_defendant_needs_a_court_record_or_document(self, story):
        add_person(story, role="defendant")
        assert "people.C003" not in ids(story)
        story.story_sources.all().delete()
        StorySource.objects.create(story=story, source=make_source("A friend", kind="person"), terms="on_record")
        assert "people.C003" in ids(story)


class TestPictures:
    @pytest.mark.parametrize(
        ("missing", "finding"),
        [("alt_text", "pictures.C001"), ("credit", "pictures.C002"), ("rights_holder", "pictures.C003")],
    )
    def test_what_a_picture_must_say(self, story, missing, finding):
        add_picture(story, **{missing: ""})
        assert ids(story) == {finding}

    def test_a_complete_picture_passes(self, story):
        add_picture(story)
        assert ids(story) == set()


class TestLanguage:
    @pytest.mark.parametrize(
        ("text", "finding"),
        [
            ("<p>The sum was TK pounds, he said.</p>", "language.C001"),
            ("<p>It was ?? in the evening.</p>", "language.C001"),
            ("<p>The vote [check this] was close.</p>", "language.A004"),
            ("<p>“It was close, she said.</p>", "language.A005"),
            ('<p><a href="http://localhost/x">Minutes</a> of it.</p>', "language.A006"),
        ],
    )
    def test_what_it_finds_in_the_text(self, story, writer, text, finding):
        assert finding in ids(with_text(story, writer, BODY + text))

    @pytest.mark.parametrize(
        ("headline", "finding"),
        [("Short", "language.A001"), ("COUNCIL VOTES TO MEND THE HARBOUR WALL", "language.A002")],
    )
    def test_what_it_finds_in_the_headline(self, story, headline, finding):
        story.headline = headline
        assert finding in ids(story)

    def test_a_missing_standfirst_is_advice(self, story):
        story.standfirst = ""
        found = actions.findings_of(actions.edition_of(story))
        assert [(finding.id, finding.level) for finding in found] == [("language.A003", Level.ADVICE)]


class TestOutputs:
    @pytest.mark.parametrize(
        "attack",
        ['<script>alert("x")</script>', "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "</script><script>"],
    )
    def test_markup_in_plain_fields_reaches_readers_as_words_only(self, story, attack):
        story.headline = f"Council votes {attack} to mend"
        story.standfirst = story.dateline = attack
        add_person(story, name=f"Nell {attack}")
        assert not {finding for finding in ids(story) if ".B" in finding}

    def test_what_slipped_past_the_cleaning_is_blocked(self, story):
        edition = actions.edition_of(story)
        edition.content["body"] = '<p onclick="x()">Text</p><p><a href="javascript:x()">a</a></p>'
        assert "output.B001" in {finding.id for finding in actions.findings_of(edition, HARM)}

    @pytest.mark.parametrize(
        "words",
        [
            'She <a href="https://example.org/people/wilhelmina-thackwray">wrote it down</a>.',
            'She <a href="https://example.org/?q=Wilhelmina%20Thackwray">wrote it down</a>.',
            'She <a href="https://example.org/#WilhelminaThackwray">wrote it down</a>.',
            "Wil\u200bhelmina Thack\u200dwray was there.",
            "Wil\u00adhelmina Thack\u2060wray was there.",
            "Wil\u034fhelmina Thackwr\u0332ay was there.",
            "Wil&shy;helmina Thack&#8203;wray was there.",
            "Wil<em>helmina</em> Thack<strong>wray</strong> was there.",
            "Wilhеlminа Thackwrау was there.",
            "Follow @WilhelminaThackwray.",
        ],
    )
    def test_a_protected_name_is_found_however_it_is_dressed_up(self, story, writer, words):
        ProtectedPerson.objects.create(
            public_label="Ms K", reason="complainant", forbidden_hashes=hashes_of(["Wilhelmina Thackwray"])
        )
        assert "output.B002" in ids(with_text(story, writer, f"{BODY}<p>{words}</p>"))

    def test_so_is_one_in_the_text_that_stands_for_a_picture_and_in_a_description(self, story):
        ProtectedPerson.objects.create(
            public_label="Ms K", reason="complainant", forbidden_hashes=hashes_of(["Wilhelmina Thackwray"])
        )
        story.description = "What Wil\u00adhelmina Thackwray saw"
        assert "output.B002" in ids(story)
        story.description = ""
        assert "output.B002" not in ids(story)
        add_picture(story, alt_text="Wilhelmina\u200b Thackwray at the wall")
        assert "output.B002" in ids(story)

    @pytest.mark.parametrize("where", ["body", "headline", "tag", "caption", "slug"])
    def test_a_protected_name_is_found_wherever_it_stands(self, story, writer, where):
        ProtectedPerson.objects.create(
            public_label="Ms K", reason="complainant", forbidden_hashes=hashes_of(["Wilhelmina Thackwray"])
        )
        assert "output.B002" not in ids(story)
        if where == "body":
            story = with_text(story, writer, BODY + "<p>WILHELMINA <em>Thackwray</em> was there.</p>")
        elif where == "headline":
            story.headline = "Council hears Wilhelmína Thackwray"
        elif where == "tag":
            story.tags.add("Wilhelmina Thackwray")
        elif where == "caption":
            add_picture(story, caption="Wilhelmina Thackwray at the wall")
        else:
            story.slug = "wilhelmina-thackwray"
        found = [f for f in actions.findings_of(actions.edition_of(story), HARM) if f.id == "output.B002"]
        assert found
        assert "hackwray" not in str(found).lower()


class TestTheChecklist:
    def test_findings_are_grouped_into_a_few_tasks_worst_first_within(self, story):
        story.headline = ""
        story.story_sources.all().delete()
        add_person(story, role="")
        add_picture(story, credit="")
        tasks = actions.checklist(story)
        assert [task.group.value for task in tasks] == ["essentials", "sources", "people", "pictures"]
        assert tasks[0].level == Level.BLOCKER

    def test_a_reason_lifts_a_caution_and_never_a_blocker(self, story):
        story.headline = ""
        story.story_sources.all().delete()
        found = actions.findings_of(actions.edition_of(story))
        reasons = {finding.id: "Because." for finding in found}
        assert {finding.level for finding in gate.unmet(found, reasons)} == {Level.BLOCKER}
        assert {finding.level for finding in gate.unmet(found, {})} == {Level.BLOCKER, Level.CAUTION}
        assert len(gate.unmet(found, {"attribution.C001": "  "})) == len(gate.unmet(found, {}))
