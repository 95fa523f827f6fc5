"""The checks beside a story judge the whole form as it would be saved, before anything is; and nothing is written."""

import re
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts import roles
from articles import actions
from articles.models import Story
from tests.make import (
    add_organization,
    add_person,
    add_picture,
    make_author,
    make_organization,
    make_person,
    make_picture,
    make_section,
    make_source,
    make_story,
    make_user,
    make_writer,
)
from tests.test_admin_stories import change, form_of

pytestmark = pytest.mark.django_db

ADD = "admin:articles_story_add"


@pytest.fixture
def reporter(client):
    reporter = make_writer(username="reporter")
    client.force_login(reporter)
    return reporter


@contextmanager
def nothing_written():
    """No table has another number of rows afterwards, and every story its version."""

    def standing():
        counts = {model._meta.label: model._base_manager.count() for model in apps.get_models()}
        return counts, sorted(Story.objects.values_list("pk", "version", "updated_at", "headline", "slug"))

    before = standing()
    with CaptureQueriesContext(connection) as asked:
        yield
    assert standing() == before
    assert not [one["sql"] for one in asked if re.match(r"\s*(INSERT|UPDATE|DELETE)", one["sql"])]


def said(client, story=None, **typed):
    """The page of the checks on this form."""
    place = reverse("desk_checks", args=[story.pk] if story else [])
    with nothing_written():
        answer = client.post(place, form_of(story, **typed))
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def place_of(page, words):
    """The field that the finding with these words leads to."""
    return re.search(rf'href="#([^"]+)"[^>]*>{re.escape(words)}', page)[1]


class TestANewStory:
    def test_it_is_judged_before_its_first_save(self, client, reporter):
        page = said(client, headline="C", body="")
        assert "The story has no text." in page and "The headline has 1 characters" in page
        assert "The story has no headline." not in page

    def test_its_page_says_at_once_what_it_needs(self, client, reporter):
        with nothing_written():
            page = client.get(reverse(ADD)).content.decode()
        assert "The story has no headline." in page and reverse("desk_checks") in page

    def test_what_its_form_offers_from_the_start_counts(self, client, reporter):
        make_story(by=reporter)
        page = client.get(reverse(ADD)).content.decode()
        assert "The story is in no section." not in page and "what kind of piece" not in page
        page = client.get(
            reverse(ADD) + "?section=x&type_of_work=lies&embargo_until=soon&headline=Given"
        ).content.decode()
        assert "The story is in no section." in page and "The story has no headline." not in page

    def test_it_has_the_byline_it_would_be_saved_with(self, client, reporter):
        assert "Nobody is named as its author." not in said(client)
        client.force_login(make_user(roles.REPORTER))
        assert "Nobody is named as its author." in said(client)
        rows = {"bylines": [{"author": make_author().pk, "role": "author", "position": 0}]}
        assert "Nobody is named as its author." not in said(client, rows=rows)

    def test_a_whole_form_has_nothing_in_its_way(self, client, reporter):
        typed = {"section": make_section().pk, "type_of_work": "news", "standfirst": "Work begins in May.",
                 "headline": "Council votes to mend the harbour wall", "source_lines": "court: Case 12/26",
                 "tags": "harbour, Council"}  # fmt: skip
        rows = {"story_people": [{"person": make_person().pk, "role": "defendant"}],
                "story_pictures": [{"picture": make_picture().pk, "place": "lead"}]}  # fmt: skip
        page = said(client, **typed, rows=rows)
        assert "is-blocker" not in page and "is-caution" not in page

    def test_an_address_that_gives_somebody_away_is_found_before_it_is_reserved(self, client, reporter):
        actions.protect(by=make_user(roles.LEGAL), public_label="Jane Doe 1", reason="child", phrases=["Canary Person"])
        page = said(client, headline="Canary Person wins a prize", section=make_section().pk)
        assert "Somebody who must not be identified could be" in page

    def test_whoever_may_not_write_gets_none(self, client):
        client.force_login(make_user())
        assert client.post(reverse("desk_checks"), form_of()).status_code == 403
        client.force_login(make_user(roles.LEGAL))
        assert client.post(reverse("desk_checks"), form_of()).status_code == 403
        client.logout()
        assert client.post(reverse("desk_checks"), form_of()).status_code in {302, 403}


class TestPlaces:
    """One check speaks once, however often it finds something."""

    GUILTY = "<p>Odo Lamb stole a boat.</p><p>Odo Lamb stole a car.</p><p>Odo Lamb stole a cart.</p>"
    MESSAGE = "This is said against somebody named, and no claim shows what it rests on."

    def test_three_stand_in_the_list_and_the_others_are_folded(self, client, reporter):
        page = said(client, make_story(by=reporter), body=self.GUILTY)
        assert page.count(self.MESSAGE) == 1 and "more place" not in page
        page = said(
            client, make_story(by=reporter), body=self.GUILTY + "<p>Odo Lamb stole a cow. Odo Lamb lied to us.</p>"
        )
        listed, folded = page.split('<details data-more="claims.C001">', 1)
        assert page.count(self.MESSAGE) == 1 and "2 more places" in folded
        assert "stole a cart." in listed and "stole a cow." not in listed
        assert folded.index("stole a cow.") < folded.index("lied to us.") < folded.index("</details>")

    def test_each_place_leads_to_its_words_and_says_what_is_special_there(self, client, reporter):
        page = said(client, make_story(by=reporter), body=self.GUILTY).partition("data-claims-list")[0]
        assert page.count('href="#id_body" data-mend data-where="Odo Lamb stole a car."') == 2, "two checks ask"
        assert page.count("“stole”: Says as a fact that somebody did it") == 3

    def test_a_part_that_travels_alone_is_named(self, client, reporter):
        page = said(client, make_story(by=reporter), headline="Murderer Odo Lamb faces the judge", body=self.GUILTY)
        place = page.split('<span class="desk-part">Headline:</span>')[1]
        assert place.index("Murderer Odo Lamb faces the judge") < place.index("stole a boat")

    def test_one_sentence_with_two_remarks_is_one_place(self, client, reporter):
        page = said(
            client, make_story(by=reporter), body="<p>It is crucial, and a stark reminder.</p>", type_of_work="news"
        )
        assert (
            page.count("own opinion in a news report") == page.count("<q>It is crucial, and a stark reminder.</q>") == 1
        )
        assert "“It is crucial”" in page and "“a stark reminder”" in page

    def test_the_summary_counts_checks(self, client, reporter):
        page = said(client, make_story(by=reporter), body=self.GUILTY).partition("data-claims-list")[0]
        shown = page.count("desk-level is-caution")
        assert shown > 1 and f"{shown} cautions" in page


class TestRows:
    def test_unsaved_people_and_organizations_count(self, client, reporter):
        story = make_story(by=reporter)
        rows = {"story_people": [{"person": make_person().pk}],
                "story_organizations": [{"organization": make_organization().pk}]}  # fmt: skip
        page = said(client, story, rows=rows)
        assert place_of(page, "Say what part this person has") == "id_story_people-0-role"
        assert place_of(page, "Say what part this organization has") == "id_story_organizations-0-role"

    def test_a_finding_leads_to_the_very_row(self, client, reporter):
        story = make_story(by=reporter)
        add_person(story, name="Ann Sorrel")
        add_person(story, name="Ben Teasel", role="")
        assert place_of(said(client, story), "Say what part this person has") == "id_story_people-1-role"
        page = client.get(change(story)).content.decode()
        assert place_of(page, "Say what part this person has") == "id_story_people-1-role"
        assert 'id="id_story_people-1-role"' in page

    def test_unsaved_pictures_count_and_lead_to_their_words(self, client, reporter):
        story = make_story(by=reporter)
        rows = {"story_pictures": [{"picture": make_picture(alt_text="", credit="").pk, "place": "lead"}]}
        page = said(client, story, rows=rows)
        assert place_of(page, "No alt text") == "id_story_pictures-0-alt_text"
        assert place_of(page, "No credit") == "id_story_pictures-0-picture"
        rows["story_pictures"][0]["alt_text"] = "A harbour."
        assert "No alt text" not in said(client, story, rows=rows)

    def test_terms_and_attribution_of_a_source_count(self, client, reporter):
        story = make_story(by=reporter)
        source = make_source("The harbour master", kind="person")
        page = said(client, story, rows={"story_sources": [{"source": source.pk}]})
        assert place_of(page, "Say on what terms") == "id_story_sources-0-terms"
        secret = {"source": source.pk, "terms": "off_record", "attribution": "a clerk"}
        page = said(client, story, rows={"story_sources": [secret]}, standfirst="The harbour master said so.")
        assert "has an attribution" in page and "The story names a source" in page

    def test_a_row_taken_away_is_not_there(self, client, reporter):
        story = make_story(by=reporter)
        row = story.story_sources.get()
        gone = {"id": row.pk, "story": story.pk, "source": row.source_id, "terms": "on_record", "DELETE": "on"}
        page = said(client, story, rows={"story_sources": [gone]})
        assert place_of(page, "No source is given") == "id_source_lines"
        assert "Nobody is named as its author." in said(client, story, **{"bylines-0-DELETE": "on"})

    def test_a_row_that_would_be_refused_is_not_there(self, client, reporter):
        story = make_story(by=reporter)
        rows = {"story_people": [{"person": "9" * 30}, {"person": "x", "role": "witness"}, {"role": "witness"},
                                 {"person": make_person().pk, "role": "lies"}, {"person": ""}]}  # fmt: skip
        assert "Say what part" not in said(client, story, rows=rows)

    def test_rows_stand_in_the_order_they_would_have(self, client, reporter):
        story = make_story(by=reporter)
        add_person(story, name="Second Person", position=2, role="")
        first = {"person": make_person("First Person").pk}
        standing = story.story_people.get()
        rows = [{"id": standing.pk, "story": story.pk, "person": standing.person_id}, first]
        page = said(client, story, rows={"story_people": rows})
        assert page.index("First Person") < page.index("Second Person")

    def test_rows_that_nobody_may_change_count_as_they_were_saved(self, client, reporter):
        editor = make_user(roles.EDITOR)
        story = make_story("in_review", by=reporter, editor=editor)
        typed = {"bylines-TOTAL_FORMS": "0", "bylines-INITIAL_FORMS": "0"}
        assert "Nobody is named as its author." not in said(client, story, **typed)

    def test_a_form_that_lost_its_counts_has_the_rows_that_were_saved(self, client, reporter):
        story = make_story(by=reporter)
        for count in ("x", "", "9" * 40):
            lost = {"story_sources-TOTAL_FORMS": count, "story_sources-INITIAL_FORMS": count}
            assert "No source is given" not in said(client, story, **lost)


class TestTheRestOfTheForm:
    def test_the_one_line_box_counts_also_while_one_writes_in_it(self, client, reporter):
        story = make_story(by=reporter)
        row = story.story_sources.get()
        gone = {"id": row.pk, "story": story.pk, "source": row.source_id, "DELETE": "on"}
        rows = {"story_sources": [gone]}
        assert "No source is given" not in said(client, story, rows=rows, source_lines="court: Case 12/26\ncourt:")
        assert "No source is given" not in said(client, story, rows=rows, own_reporting="on")
        page = said(client, story, rows=rows, source_lines="phone: the harbour master")
        assert place_of(page, "Say on what terms") == "id_source_lines"
        page = said(client, story, rows=rows, source_lines="phone: the harbour master", source_terms="on_record")
        assert "Say on what terms" not in page

    def test_an_embargo_counts_and_leads_to_its_field(self, client, reporter):
        story = make_story(by=reporter)
        page = said(client, story, embargo_until_0="2999-01-01", embargo_until_1="10:00:00")
        assert place_of(page, "Under embargo until") == "id_embargo_until_0"
        assert 'id="id_embargo_until_0"' in client.get(change(story)).content.decode()

    def test_the_kind_of_change_and_its_note_count_while_live(self, client, reporter):
        story = make_story("draft", by=reporter, live=True)
        assert "Say in a sentence for readers" in said(client, story, change_kind="correction")
        page = said(client, story, change_kind="correction", public_note="It was May.")
        assert "Say in a sentence for readers" not in page

    @pytest.mark.parametrize(
        "typed",
        [
            {"headline": "x" * 100_000}, {"headline": "a\x00b"}, {"section": "9" * 30}, {"section": "x"},
            {"tags": "t" * 300}, {"tags": "a\x00b"}, {"tags": ",".join(map(str, range(99)))}, {"language": "xx-nowhere"},
            {"embargo_until_0": "soon"}, {"source_lines": "court:"}, {"source_lines": "https://"}, {"slug": "a b"},
            {"source_terms": "whatever"}, {"type_of_work": "lies"}, {"source_lines": "a\x00"}, {"version": "x"},
            {"body": "a\x00" * 9}, {"story_people-TOTAL_FORMS": "9" * 40}, {"story_people-INITIAL_FORMS": "5"},
            {"bylines-0-id": "9" * 40}, {"bylines-0-id": "x"}, {"bylines-0-position": "-1"}, {"change_kind": "lies"},
        ],
    )  # fmt: skip
    def test_bad_input_is_passed_over(self, client, reporter, typed):
        story = make_story(by=reporter)
        said(client, story, **typed)
        said(client, **typed)

    def test_an_empty_post_is_answered(self, client, reporter):
        story = make_story(by=reporter)
        for args in ([], [story.pk]):
            assert client.post(reverse("desk_checks", args=args)).status_code == 200

    def test_a_save_that_was_refused_is_judged_as_it_was_typed(self, client, reporter):
        story = make_story(by=reporter)
        page = client.post(change(story), form_of(story, standfirst="Work TK", language="x")).content.decode()
        assert place_of(page, "A mark of unfinished work") == "id_standfirst"
        page = client.post(reverse(ADD), form_of(standfirst="Work TK", language="x")).content.decode()
        assert place_of(page, "A mark of unfinished work") == "id_standfirst"

    def test_who_a_source_is_appears_nowhere(self, client, reporter):
        story, source = make_story(by=reporter), make_source("A clerk", kind="person")
        actions.write_detail(source, by=make_user(roles.LEGAL), facts={"name": "Canary"})
        page = said(client, story, rows={"story_sources": [{"source": source.pk, "note": "Canary note"}]})
        assert "A clerk" in page and "Canary" not in page

    def test_somebody_elses_story_is_not_judged(self, client, reporter):
        story = make_story()
        assert client.post(reverse("desk_checks", args=[story.pk]), form_of(story)).status_code == 403
        assert client.post(reverse("desk_checks", args=[10**6]), form_of(story)).status_code == 404
        assert client.get(reverse("desk_checks", args=[story.pk])).status_code == 405


class TestCost:
    def crowded(self, reporter, count):
        """A story with so many rows of each kind, and as many typed beside them."""
        story = make_story(by=reporter)
        typed = form_of(story)
        for number in range(count):
            add_person(story, name=f"Person {number}")
            add_organization(story, name=f"Organization {number}")
            add_picture(story, place="inline")
        typed = form_of(story)
        new = {"story_people": ("person", make_person), "story_organizations": ("organization", make_organization),
               "story_sources": ("source", make_source), "story_pictures": ("picture", make_picture),
               "bylines": ("author", make_author)}  # fmt: skip
        for prefix, (key, make) in new.items():
            start = int(typed[f"{prefix}-TOTAL_FORMS"])
            for number in range(start, start + count):
                typed |= {f"{prefix}-{number}-{key}": make().pk, f"{prefix}-{number}-place": "inline"}
            typed[f"{prefix}-TOTAL_FORMS"] = start + count
        return story, typed | {"tags": ", ".join(f"tag {number}" for number in range(count))}

    def test_the_number_of_questions_does_not_grow_with_the_rows(self, client, reporter):
        asked = {}
        client.post(reverse("desk_checks"), form_of())  # what a process asks only once
        for count in (2, 9):
            story, typed = self.crowded(reporter, count)
            with CaptureQueriesContext(connection) as found:
                page = client.post(reverse("desk_checks", args=[story.pk]), typed).content.decode()
            assert len(re.findall(r'href="#id_story_people-\d+-role"', page)) == count == story.story_people.count()
            asked[count] = len(found)
        assert asked[2] == asked[9] <= 34


def test_a_page_that_stands_open_while_the_story_moves_on_is_answered_with_nothing(client):
    story = make_story("approved")
    client.force_login(story.created_by)
    answer = client.post(reverse("desk_checks", args=[story.pk]), {"headline": "Another"})
    assert (answer.status_code, answer.content) == (204, b"")
    client.force_login(make_user(roles.PICTURE_EDITOR))
    assert client.post(reverse("desk_checks", args=[story.pk]), {"headline": "Another"}).status_code == 403
