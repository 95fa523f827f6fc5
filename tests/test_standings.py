"""What readers are told of how far proceedings have come: in the head of a story, and beside a name."""

from datetime import date

import pytest

from accounts import roles
from articles import actions
from articles.jurisdictions.words import Stage
from articles.models import Case, Count
from articles.templatetags.courts import TOLD, standings
from tests.make import clear_with_legal, make_draft, make_person, make_source, make_user, make_writer, reasons_for

pytestmark = pytest.mark.django_db
MAY, JUNE = date(2026, 5, 3), date(2026, 6, 4)


@pytest.fixture
def editor():
    return make_user(roles.EDITOR)


def row(name="Odo Lamb", offence="fraud", status="charged", on="2026-05-03", **facts):
    said = {"name": name, "offence": offence, "status": status, "status_label": "Charged", "status_on": on}
    said |= {"detail": "", "court": "Veremouth Crown Court", "citation": "Court record 12/26", "citation_url": ""}
    return said | {"checked_on": "2026-11-20"} | facts


def make_case_story(editor, *counts, **part):
    """A live story on a case. counts: (offence, status, day) against the person named in it."""
    story = make_draft(make_writer())
    case = Case.objects.create(name="The harbour fund case", court="Veremouth Crown Court")
    person = make_person("Odo Lamb")
    source = make_source("Court record 12/26", kind="court_record", url="https://court.example.org/12")
    for offence, status, day in counts:
        actions.accuse(case, person, by=editor, offence=offence, status=status, on=day, citation=source)
    story.story_cases.create(case=case)
    story.story_people.create(person=person, role="defendant", **part)
    story = clear_with_legal(actions.submit(story, by=story.created_by), editor)
    story = actions.approve(story, by=editor, overrides=reasons_for(story))
    return actions.publish(story, by=editor)


def page_of(client, story):
    return client.get(story.live_edition.content["path"]).content.decode()


class TestInWords:
    def test_every_stage_is_told(self):
        assert set(TOLD) == set(Stage)
        assert all("{offence}" in str(words) for words in TOLD.values())

    def test_counts_that_came_to_the_same_point_by_the_same_record_are_told_together(self):
        [one] = standings([row(), row(), row(offence="theft")])
        assert [step["told"] for step in one["steps"]] == ["charged with fraud (2 counts) and theft"]

    def test_counts_that_ended_differently_are_told_apart_in_the_order_of_their_days(self):
        acquitted = row(offence="theft", status="acquitted", on="2026-06-04")
        [one] = standings([acquitted, row(status="convicted")])
        assert [step["told"] for step in one["steps"]] == ["convicted of fraud", "acquitted of theft"]

    def test_a_court_and_record_that_all_have_in_common_are_named_once(self):
        [one] = standings([row(), row(offence="theft", status="acquitted")])
        assert one["same"] == {"court": "Veremouth Crown Court", "citation": "Court record 12/26", "citation_url": ""}
        [one] = standings([row(), row(offence="theft", citation="Judgment 7")])
        assert one["same"] is None

    def test_steps_of_one_day_are_told_up_the_ladder(self):
        [one] = standings([row(status="acquitted"), row(offence="theft", status="convicted")])
        assert [step["told"] for step in one["steps"]] == ["convicted of theft", "acquitted of fraud"]

    def test_the_oldest_check_is_the_one_that_is_told(self):
        [one] = standings(
            [row(checked_on="2026-11-20"), row(offence="theft", checked_on="2026-10-01"), row(checked_on=None)]
        )
        assert one["checked_on"] == "2026-10-01"

    def test_everybody_has_a_line_of_their_own(self):
        assert [one["name"] for one in standings([row(), row(name="Ada Reed"), row()])] == ["Odo Lamb", "Ada Reed"]

    def test_a_stage_of_a_later_version_is_told_by_its_label(self):
        [one] = standings([row(status="pardoned", status_label="Pardoned")])
        assert one["steps"][0]["told"] == "Pardoned: fraud"


class TestThePage:
    def test_it_says_in_its_head_how_it_stands_since_when_by_what_and_when_that_was_checked(self, client, editor):
        story = make_case_story(editor, ("fraud", "charged", MAY))
        Count.objects.update(checked_on=JUNE)
        page = page_of(client, story)
        head = page[: page.index("</header>", page.index("story-head"))]
        assert '<b>Odo Lamb</b>: charged with fraud, <time datetime="2026-05-03">3 May 2026</time>' in head
        record = '<a href="https://court.example.org/12" rel="noopener">Court record 12/26</a>'
        assert f"(Veremouth Crown Court; {record})" in head
        assert "Last checked" in head

    def test_the_list_of_people_says_it_briefly(self, client, editor):
        page = page_of(client, make_case_story(editor, ("fraud", "charged", MAY), ("fraud", "charged", MAY)))
        assert "Defendant: charged with fraud (2 counts)</span>" in page

    def test_what_the_writer_says_of_somebody_stands_alone(self, client, editor):
        page = page_of(client, make_case_story(editor, ("fraud", "charged", MAY), description="denies it"))
        assert "Defendant: denies it</span>" in page

    def test_what_is_not_short_stands_in_the_head_only(self, client, editor):
        page = page_of(client, make_case_story(editor, ("fraud " * 30, "charged", MAY)))
        assert "Defendant</span>" in page

    def test_a_story_without_a_case_has_no_line(self, client, editor):
        story = make_draft(make_writer())
        story = actions.submit(story, by=story.created_by)
        story = actions.publish(actions.approve(story, by=editor, overrides=reasons_for(story)), by=editor)
        assert "standings" not in page_of(client, story)

    def test_a_retracted_story_shows_none(self, client, editor):
        story = make_case_story(editor, ("fraud", "charged", MAY))
        story = actions.retract(story, by=editor, note="It was not so.")
        page = page_of(client, story)
        assert "standings" not in page
        assert "charged with fraud" not in page

    def test_words_of_the_desk_are_escaped(self, client, editor):
        page = page_of(client, make_case_story(editor, ("<script>fraud</script>", "charged", MAY)))
        assert "<script>fraud" not in page
        assert "&lt;script&gt;fraud" in page
