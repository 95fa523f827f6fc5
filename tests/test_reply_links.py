"""From a finding of the checks to whom it is about, on the page of replies; linking whom the text names."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.models import Person
from tests.make import add_source, edit_text, make_draft, make_person, make_source, make_user, make_writer
from tests.test_admin_stories import change
from tests.test_gate_people import ACCUSED, KEY, claimed

pytestmark = pytest.mark.django_db
OTHER = "00000000-0000-0000-0000-000000000002"


@pytest.fixture
def writer(client):
    writer = make_writer(username="reporter")
    client.force_login(writer)
    return writer


def at(name, story, *args):
    return reverse(name, args=[story.pk, *args])


def unlinked(writer):
    return edit_text(make_draft(writer), writer, f"<p>{ACCUSED}</p>")


def named(story):
    return [row.person.name for row in story.story_people.all()]


def ask(story, by, claims, **facts):
    sent = timezone.now() - timedelta(hours=72)
    said = {"text": "Is it true?", "channel": "email", "sent_at": sent, "deadline": sent + timedelta(hours=48)}
    return actions.ask(story, story.story_people.get().person, by=by, claims=claims, **said | facts)


class TestTheWayThere:
    def test_leads_to_the_form_with_the_person(self, client, writer):
        story = claimed(writer)
        number = story.story_people.get().person_id
        assert f"{at('desk_replies', story)}?to=person-{number}#ask" in client.get(change(story)).text

    def test_leads_to_the_request_whose_time_was_too_short(self, client, writer):
        story = claimed(writer)
        asked = ask(story, writer, [], deadline=timezone.now() + timedelta(hours=9))
        assert f"{at('desk_replies', story)}#reply-{asked.pk}" in client.get(change(story)).text

    def test_leads_to_the_sources_without_a_name(self, client, writer):
        story = make_draft(writer)
        add_source(story, make_source("A clerk", kind="person"), terms="background", attribution="a source")
        assert f"{at('desk_replies', story)}#sources" in client.get(change(story)).text

    def test_leads_to_the_form_that_links_whom_nobody_has_linked(self, client, writer):
        story = unlinked(writer)
        address = f"{at('desk_replies', story)}?name=Odo+Lamb#link"
        assert address in client.get(change(story)).text
        assert "Odo Lamb is named in the text and not linked" in client.get(address).text

    def test_a_claim_that_was_put_to_them_already_is_not_ticked_again(self, client, writer):
        story = claimed(writer)
        [first] = story.claims.all()
        ask(story, writer, [first])
        body = f'{story.body}<p><span data-claim="{OTHER}">He lied, too.</span></p>'
        details = {"kind": "allegation", "person": first.person}
        story = edit_text(story, writer, body, claims={OTHER: details})
        page = client.get(at("desk_replies", story), {"to": f"person-{first.person_id}"})
        assert page.context["ask"]["claims"].initial == [story.claims.exclude(key=KEY).get().pk]
        letter = page.context["ask"]["text"].initial
        assert "He lied, too." in letter and first.words not in letter


class TestLinking:
    def test_one_click_makes_a_record_and_leads_to_the_question(self, client, writer):
        story = unlinked(writer)
        answer = client.post(at("desk_reply_link", story), {"name": "Odo Lamb"})
        person = Person.objects.get()
        assert answer.url.endswith(f"?to=person-{person.pk}#ask")
        assert named(story) == ["Odo Lamb"]
        assert story.revisions.first().why == "Odo Lamb linked to the story"

    def test_who_is_known_is_offered_and_taken(self, client, writer):
        story = unlinked(writer)
        known = make_person("Odo Lamb", description="A merchant of Veremouth")
        page = client.get(at("desk_replies", story), {"name": "Odo Lamb"})
        assert page.context["link"]["known"].initial == known.pk or page.context["link"].initial["known"] == known.pk
        assert "A merchant of Veremouth" in page.text
        client.post(at("desk_reply_link", story), {"name": "Odo Lamb", "known": known.pk, "role": "party"})
        assert [(row.person, row.role) for row in story.story_people.all()] == [(known, "party")]

    def test_who_has_died_is_not_asked(self, client, writer):
        story = unlinked(writer)
        assert "replies.C001" in {one.id for one in actions.findings_of(actions.edition_of(story))}
        client.post(at("desk_reply_link", story), {"name": "Odo Lamb", "died_on": "2020-02-01"})
        assert Person.objects.get().died_on == date(2020, 2, 1)
        story.refresh_from_db()
        assert "replies.C001" not in {one.id for one in actions.findings_of(actions.edition_of(story))}

    def test_the_day_is_kept_with_somebody_known_too(self, client, writer):
        story, known = unlinked(writer), make_person("Odo Lamb")
        client.post(at("desk_reply_link", story), {"name": "Odo Lamb", "known": known.pk, "died_on": "2020-02-01"})
        assert Person.objects.get().died_on == date(2020, 2, 1)

    def test_a_day_to_come_is_refused_and_links_nobody(self, client, writer):
        story = unlinked(writer)
        answer = client.post(at("desk_reply_link", story), {"name": "Odo Lamb", "died_on": "2999-01-01"})
        assert "That day has not come yet." in answer.text
        assert not named(story) and not Person.objects.exists()

    def test_whoever_may_not_edit_now_is_refused(self, client, writer):
        story = actions.submit(unlinked(writer), by=writer)
        editor = make_user(roles.EDITOR)
        reasons = {one.id: "Seen." for task in actions.checklist(story) for one in task.findings}
        story = actions.approve(story, by=editor, overrides=reasons)
        assert "is named in the text" not in client.get(at("desk_replies", story), {"name": "Odo Lamb"}).text
        client.post(at("desk_reply_link", story), {"name": "Odo Lamb"})
        client.force_login(make_user(roles.LEGAL))
        assert client.post(at("desk_reply_link", story), {"name": "Odo Lamb"}).status_code == 403
        assert not named(story) and not Person.objects.exists()


def test_the_day_of_death_of_somebody_on_record_is_kept(client):
    person = make_person("Odo Lamb")
    client.force_login(make_user(roles.EDITOR))
    address = reverse("admin:articles_person_change", args=[person.pk])
    form = client.get(address).context["adminform"].form
    sent = {name: form[name].value() or "" for name in form.fields} | {"died_on": "2020-02-01", "also_known_as": ""}
    management = {"note-TOTAL_FORMS": "0", "note-INITIAL_FORMS": "0"}
    client.post(address, sent | management)
    assert Person.objects.get().died_on == date(2020, 2, 1)
