"""What the editor says of the claims in a text travels with the story's form, and is believed only where it fits."""

import json
import uuid

import pytest
from django.urls import reverse

from accounts import roles
from articles import actions
from articles.models import Claim, Story
from tests.make import (
    BODY,
    add_organization,
    add_person,
    add_source,
    edit_text,
    make_person,
    make_source,
    make_story,
    make_user,
    make_writer,
)
from tests.test_admin_stories import change, form_of

pytestmark = pytest.mark.django_db
KEY = str(uuid.UUID(int=1))
MARKED = BODY.replace("Work begins in May.", f'<span data-claim="{KEY}">Work begins in May.</span>')
SAID = {"kind": "allegation", "severity": "serious", "about": "", "support": [], "unsupport": []}


@pytest.fixture
def reporter(client):
    reporter = make_writer()
    client.force_login(reporter)
    return reporter


def said(**more):
    return json.dumps({KEY: SAID | more})


def send(client, story, **typed):
    return client.post(change(story), form_of(story, **{"body": MARKED, "claims": said()} | typed))


class TestSaving:
    def test_kind_and_severity_are_kept_with_the_new_claim(self, client, reporter):
        story = make_story(by=reporter)
        assert send(client, story).status_code == 302
        claim = Claim.objects.get()
        assert (claim.key, claim.words, claim.kind, claim.severity) == (
            KEY, "Work begins in May.", "allegation", "serious",
        )  # fmt: skip

    def test_it_can_be_about_a_person_or_an_organization_of_the_story(self, client, reporter):
        story = make_story(by=reporter)
        person, organization = add_person(story).person, add_organization(story).organization
        send(client, story, claims=said(about=f"person-{person.pk}"))
        assert Claim.objects.get().about == person
        send(client, Story.objects.get(), claims=said(about=f"organization-{organization.pk}"))
        assert Claim.objects.get().about == organization
        send(client, Story.objects.get(), claims=said())
        assert Claim.objects.get().about is None

    def test_it_can_be_about_somebody_who_is_added_by_the_same_save(self, client, reporter):
        story, person = make_story(by=reporter), make_person()
        rows = {"story_people": [{"person": person.pk, "role": "official"}]}
        assert send(client, story, claims=said(about=f"person-{person.pk}"), rows=rows).status_code == 302
        assert Claim.objects.get().person == person

    def test_a_new_story_has_its_claims_from_its_first_save(self, client, reporter):
        source = make_source()
        typed = form_of(body=MARKED, claims=said(support=[source.pk]),
                        rows={"story_sources": [{"source": source.pk, "terms": "on_record"}]})  # fmt: skip
        client.post("/admin/articles/story/add/", typed)
        claim = Claim.objects.get()
        assert claim.kind == "allegation" and claim.evidence.get().source == source

    def test_ticked_sources_support_it_and_unticked_ones_do_not(self, client, reporter):
        story = make_story(by=reporter)
        first, second = story.story_sources.get().source, make_source("Accounts of the city")
        add_source(story, second)
        send(client, story, claims=said(support=[first.pk, second.pk]))
        claim = Claim.objects.get()
        assert {one.source for one in claim.evidence.all()} == {first, second}
        send(client, Story.objects.get(), claims=said(unsupport=[first.pk]))
        assert [one.source for one in claim.evidence.all()] == [second]

    def test_a_source_that_contradicts_is_not_taken_away_by_the_editor(self, client, reporter):
        story = make_story(by=reporter)
        source = story.story_sources.get().source
        send(client, story)
        actions.support(Claim.objects.get(), source, by=reporter, stance="contradicts")
        send(client, Story.objects.get(), claims=said(unsupport=[source.pk]))
        assert Claim.objects.get().evidence.get().stance == "contradicts"

    def test_who_the_claim_was_about_stays_when_the_person_has_left_the_story(self, client, reporter):
        story = make_story(by=reporter)
        part = add_person(story)
        send(client, story, claims=said(about=f"person-{part.person_id}"))
        part.delete()
        assert send(client, Story.objects.get(), claims=said(about=f"person-{part.person_id}")).status_code == 302
        assert Claim.objects.get().person == part.person


class TestRefusing:
    @pytest.mark.parametrize(
        "sent",
        [
            "{", "[]", "1", '{"x": {}}', "[" * 5000, json.dumps({"1": SAID}), json.dumps({KEY: []}),
            said(kind="truth"), said(severity=3), said(about="user-1"), said(about=7), said(about="person-x"),
            said(support="1"), said(support=[True]), said(support=[-1]), said(unsupport=[10**30]), said(verdict="supported"),
            json.dumps({str(uuid.UUID(int=n)): SAID for n in range(600)}), said(kind=["fact"]), said(about="person-"),
        ],
    )  # fmt: skip
    def test_what_no_editor_says_is_refused_in_words_and_nothing_is_lost(self, client, reporter, sent):
        story = make_story(by=reporter)
        answer = send(client, story, claims=sent, headline="Typed by hand")
        page = answer.content.decode()
        assert answer.status_code == 200 and "What was said of the claims could not be read" in page
        assert "Typed by hand" in page and KEY in page
        assert not Claim.objects.exists() and Story.objects.get().version == story.version

    def test_somebody_of_another_story_is_refused(self, client, reporter):
        story, stranger = make_story(by=reporter), make_person()
        page = send(client, story, claims=said(about=f"person-{stranger.pk}")).content.decode()
        assert "somebody who is not in this story" in page and not Claim.objects.exists()

    def test_a_source_of_another_story_is_refused(self, client, reporter):
        story, other = make_story(by=reporter), make_source()
        page = send(client, story, claims=said(support=[other.pk])).content.decode()
        assert "a source that is not in this story" in page and not Claim.objects.exists()

    def test_what_is_said_of_a_claim_that_is_not_in_the_text_is_nothing(self, client, reporter):
        story = make_story(by=reporter)
        assert send(client, story, body=BODY).status_code == 302
        assert not Claim.objects.exists()


class TestTwoAtOnce:
    def test_a_save_that_comes_too_late_keeps_what_was_said(self, client, reporter):
        story = make_story(by=reporter)
        edit_text(story, make_user(roles.EDITOR), "<p>Theirs.</p>")
        answer = send(client, story)
        assert answer.status_code == 409 and ("claims", said()) in answer.context["resent"]
        again = dict(answer.context["resent"]) | {"version": answer.context["story"].version, "_save": "1"}
        client.post(change(story), again)
        assert Claim.objects.get().kind == "allegation"


class TestTheForm:
    def test_the_editor_is_told_what_is_known_of_each_claim(self, client, reporter):
        story = make_story(by=reporter)
        source = story.story_sources.get().source
        send(client, story, claims=said(support=[source.pk]))
        form = client.get(change(story)).context["adminform"].form
        known = json.loads(str(form.fields["claims"].widget.attrs["data-known"]))[KEY]
        assert (known["kind"], known["severity"], known["supports"]) == ("allegation", "serious", [source.pk])
        assert known["url"].endswith(f"/claims/#claim-{Claim.objects.get().pk}")

    def test_what_was_said_comes_back_with_a_refused_form(self, client, reporter):
        story = make_story(by=reporter)
        answer = send(client, story, slug="no slug at all!")
        assert f"&quot;{KEY}&quot;" in answer.content.decode()


class TestTheTab:
    def told(self, client, story, **typed):
        """The tab as it is told anew while somebody writes."""
        sent = form_of(story, **{"body": MARKED, "claims": said()} | typed)
        page = client.post(reverse("desk_checks", args=[story.pk]), sent).content.decode()
        return page[page.index("data-claims-list") :]

    def test_it_lists_the_claims_of_the_saved_text(self, client, reporter):
        story = make_story(by=reporter)
        send(client, story, claims=said(support=[story.story_sources.get().source_id]))
        page = client.get(change(story)).content.decode()
        listed = page[page.index("data-claims-list") :]
        assert "Allegation" in listed and "1 source supports it" in listed and "serious" in listed

    def test_what_is_said_and_not_saved_yet_counts(self, client, reporter):
        story = make_story(by=reporter)
        person, source = add_person(story).person, story.story_sources.get().source
        told = self.told(client, story, claims=said(about=f"person-{person.pk}", support=[source.pk]))
        assert f"about {person}" in told and "1 source supports it" in told
        assert not Claim.objects.exists()

    def test_a_source_that_is_unticked_supports_nothing_any_more(self, client, reporter):
        story = make_story(by=reporter)
        source = story.story_sources.get().source
        send(client, story, claims=said(support=[source.pk]))
        told = self.told(client, Story.objects.get(), claims=said(unsupport=[source.pk]))
        assert "nothing supports it yet" in told and Claim.objects.get().evidence.exists()

    def test_words_that_change_void_the_verdict_before_they_are_saved(self, client, reporter):
        story = make_story(by=reporter)
        send(client, story, claims=said(support=[story.story_sources.get().source_id]))
        actions.judge([Claim.objects.get()], by=make_user(roles.EDITOR), result="supported")
        story = Story.objects.get()
        assert "is-supported" in self.told(client, story, claims="")
        changed = self.told(client, story, claims="", body=MARKED.replace("in May", "in June"))
        assert "Void: the words changed since" in changed and "Work begins in June." in changed

    def test_a_claim_whose_mark_is_gone_is_not_listed(self, client, reporter):
        story = make_story(by=reporter)
        send(client, story)
        assert "Work begins" not in self.told(client, Story.objects.get(), body="<p>Other words.</p>", claims="")

    ACCUSED = "<p>Nell Harrow was accused of fraud by the council. Rain fell.</p>"
    QUOTED = "<p>“We never meant to stay so long,” said Nell Harrow. Rain fell.</p>"

    def test_what_needs_a_claim_and_has_none_is_listed_with_a_button(self, client, reporter):
        story = make_story(by=reporter)
        told = self.told(client, story, body=self.ACCUSED + self.QUOTED, headline="Harbour costs 3 million", claims="")
        assert told.count("data-make-claim") == 2 and "Rain fell" not in told
        assert 'data-make-claim="Nell Harrow was accused of fraud by the council."' in told
        assert "in the headline" in told and "0% covered" in told

    def test_a_claim_answers_for_its_sentence_and_counts_once_it_rests_on_a_source(self, client, reporter):
        story = make_story(by=reporter)
        source = story.story_sources.get().source
        marked = self.ACCUSED.replace("<p>", f'<p><span data-claim="{KEY}">').replace(" Rain", "</span> Rain")
        told = self.told(client, story, body=marked, headline="Harbour works")
        assert "data-make-claim" not in told and "0% covered" in told
        told = self.told(client, story, body=marked, headline="Harbour works", claims=said(support=[source.pk]))
        assert "100% covered" in told
