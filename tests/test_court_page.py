"""What a court decided, recorded from the story it is told in."""

from datetime import date

import pytest
from django.urls import reverse

from accounts import roles
from articles.models import Case, Count, Source, Story
from tests.make import add_person, add_source, make_person, make_source, make_story, make_user, make_writer

pytestmark = pytest.mark.django_db
SAID = {"case_name": "Hale", "court": "Veremouth Crown Court", "offence": "rape", "alike": "2", "status": "sentenced",
        "on": "2026-09-07", "detail": "30 years"}  # fmt: skip


@pytest.fixture
def reporter(client):
    reporter = make_writer()
    client.force_login(reporter)
    return reporter


@pytest.fixture
def story(reporter):
    story = make_story(by=reporter)
    add_person(story, name="Corwin Hale", role="defendant")
    return story


def page(story):
    return reverse("desk_court", args=[story.pk])


def send(client, story, **said):
    person = story.story_people.get().person_id
    return client.post(page(story), SAID | {"person": person} | said, follow=True)


class TestRecording:
    def test_a_new_case_its_counts_and_the_link_to_the_story_are_one_form(self, client, story):
        record = add_source(story, make_source("Court record 7/26", kind="court_record")).source
        answer = send(client, story, citation=record.pk)
        assert "Recorded: 2 counts." in answer.content.decode()
        case = Case.objects.get()
        assert (case.name, case.court) == ("Hale", "Veremouth Crown Court")
        assert list(story.story_cases.values_list("case", flat=True)) == [case.pk]
        told = case.counts.values_list("person__name", "offence", "status", "status_on", "detail", "citation")
        assert list(told) == [("Corwin Hale", "rape", "sentenced", date(2026, 9, 7), "30 years", record.pk)] * 2

    def test_the_link_is_a_version_of_the_story_and_a_second_count_is_none(self, client, story):
        send(client, story)
        linked = Story.objects.get(pk=story.pk)
        assert linked.version == story.version + 1
        assert "Hale" in linked.revisions.order_by("-number").first().why
        send(client, story, case=Case.objects.get().pk, case_name="", alike="1", status="hung_jury")
        assert Story.objects.get(pk=story.pk).version == linked.version
        assert Case.objects.count() == 1
        assert Count.objects.filter(status="hung_jury").count() == 1

    def test_a_new_record_is_written_down_with_them(self, client, story):
        send(client, story, new_record="Court record 8/26")
        assert {count.citation for count in Count.objects.all()} == {
            Source.objects.get(public_description="Court record 8/26")
        }

    def test_without_a_case_nothing_is_kept(self, client, story):
        answer = send(client, story, case_name=" ")
        assert "Choose a case, or name the new one." in answer.content.decode()
        assert not Case.objects.exists()

    def test_what_is_refused_keeps_no_half(self, client, story):
        answer = send(client, story, on="2999-01-01")
        assert "That day has not come yet." in answer.content.decode()
        assert not Case.objects.exists()
        assert Story.objects.get(pk=story.pk).version == story.version

    def test_somebody_of_another_story_cannot_be_accused_here(self, client, story):
        send(client, story, person=make_person("Nell Harrow").pk)
        assert not Count.objects.exists()


class TestThePage:
    def test_what_is_usual_is_filled_in(self, client, story):
        story.story_sources.all().delete()
        record = add_source(story, make_source("Court record 7/26", kind="court_record")).source
        form = client.get(page(story)).context["form"]
        assert form.initial["person"] == story.story_people.get().person_id
        assert form.initial["citation"] == record.pk
        send(client, story)
        assert client.get(page(story)).context["form"].initial["case"] == Case.objects.get().pk

    def test_records_that_readers_must_not_see_are_not_offered(self, client, story):
        source = make_source("A leaked judgment", kind="court_record")
        add_source(story, source, terms="off_record")
        assert source not in client.get(page(story)).context["form"].fields["citation"].queryset

    def test_somebody_whom_nobody_has_linked_is_linked_with_the_count(self, client, reporter):
        story = make_story(by=reporter, body="<p>Corwin Hale was convicted of rape in May.</p>")
        assert client.get(page(story)).context["form"].initial["name"] == "Corwin Hale"
        answer = client.post(page(story), SAID | {"person": "", "name": "Corwin Hale"}, follow=True)
        assert "Recorded: 2 counts." in answer.content.decode()
        part = story.story_people.get()
        assert (part.person.name, part.role) == ("Corwin Hale", "defendant")
        assert set(Count.objects.values_list("person", flat=True)) == {part.person_id}

    def test_a_record_that_the_desk_has_is_taken_and_one_of_two_is_asked_about(self, client, reporter):
        known, story = make_person("Corwin Hale"), make_story(by=reporter)
        client.force_login(make_user(roles.EDITOR))
        client.post(page(story), SAID | {"person": "", "name": "corwin hale"})
        assert story.story_people.get().person == known
        make_person("Nell Harrow"), make_person("Nell Harrow")
        answer = client.post(page(story), SAID | {"person": "", "name": "Nell Harrow"}).content.decode()
        assert "Several people have this name" in answer and Count.objects.count() == 2

    def test_without_anybody_it_asks_who(self, client, story):
        answer = client.post(page(story), SAID | {"person": "", "name": " "}).content.decode()
        assert "Choose who is accused, or give the name." in answer and not Count.objects.exists()

    def test_it_asks_the_same_questions_however_many_counts_there_are(
        self, client, story, django_assert_max_num_queries
    ):
        send(client, story, alike="3")
        with django_assert_max_num_queries(26):
            client.get(page(story))

    @pytest.mark.parametrize("role", [roles.EDITOR, roles.LEGAL])
    def test_whoever_does_not_work_on_the_story_is_refused(self, client, story, role):
        client.force_login(make_user(role))
        assert client.get(page(story)).status_code == (200 if role == roles.EDITOR else 403)
