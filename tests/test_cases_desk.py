"""The desk's pages of cases and restrictions: who sees what, what a form does, and what is never shown."""

from datetime import date, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.jurisdictions.words import Stage
from articles.models import Case, Count, Restriction, Source, StoryTask
from tests.make import (
    add_source,
    make_draft,
    make_live,
    make_person,
    make_source,
    make_story,
    make_user,
    make_writer,
)

pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 3)


@pytest.fixture
def editor():
    return make_user(roles.EDITOR)


@pytest.fixture
def legal():
    return make_user(roles.LEGAL)


@pytest.fixture
def case():
    return Case.objects.create(name="The harbour fund case", court="Veremouth Crown Court")


@pytest.fixture
def count(case, editor):
    record = make_source("Court record 12/26", kind="court_record")
    facts = {"offence": "fraud", "status": Stage.ACQUITTED, "on": MAY, "citation": record}
    return actions.accuse(case, make_person("Odo Lamb"), by=editor, **facts)


def page_of(client, user, name, *args):
    client.force_login(user)
    return client.get(reverse(name, args=args))


def naming(count):
    return lambda story: story.story_people.create(person=count.person, role="defendant")


class TestACase:
    def test_its_page_tells_each_step_with_its_date_record_and_who_wrote_it(self, client, editor, count):
        actions.move_count(count, by=editor, status=Stage.RETRIAL, on=date(2026, 9, 1), detail="by the appeal court")
        page = page_of(client, editor, "admin:articles_case_change", count.case_id).content.decode()
        assert page.index('datetime="2026-05-03"') < page.index('datetime="2026-09-01"')
        for told in ("Odo Lamb", "fraud", "Acquitted", "Retrial ordered: by the appeal court", "Court record 12/26"):
            assert told in page
        assert page.count(str(editor)) >= 2

    def test_it_lists_the_live_stories_that_name_each_person_with_their_open_tasks(self, client, editor, count):
        story, other = make_live(naming(count), headline="Odo Lamb goes free"), make_live(headline="Harbour wall")
        actions.move_count(count, by=editor, status=Stage.RETRIAL, on=date(2026, 9, 1))
        page = page_of(client, editor, "admin:articles_case_change", count.case_id).content.decode()
        assert "Odo Lamb goes free" in page
        assert f"{story.get_absolute_url()}#task-{story.tasks.get().pk}" in page
        assert other.headline not in page

    def test_its_questions_do_not_grow_with_its_people(self, client, editor, count, django_assert_max_num_queries):
        for number in range(6):
            one = actions.accuse(
                count.case, make_person(f"Nell Oak {number}"), by=editor, offence="theft", status="charged", on=MAY
            )
            if number < 3:
                make_live(naming(one))
        client.force_login(editor)
        with django_assert_max_num_queries(30):
            client.get(reverse("admin:articles_case_change", args=[count.case_id]))

    def test_the_list_says_how_cases_stand(self, client, editor, count):
        page = page_of(client, editor, "admin:articles_case_changelist").content.decode()
        assert "Odo Lamb: Acquitted" in page

    def test_a_story_finds_it_by_its_name_or_its_people(self, client, editor, count):
        client.force_login(editor)
        asked = {"app_label": "articles", "model_name": "storycase", "field_name": "case"}
        for term in ("harbour", "lamb"):
            found = client.get(reverse("admin:autocomplete"), asked | {"term": term}).json()["results"]
            assert [one["text"] for one in found] == ["The harbour fund case"]

    def test_restrictions_on_it_are_for_who_may_read_them(self, client, editor, legal, count):
        facts = {"kind": "court_order", "scope": "Nothing on the address.", "case": count.case}
        made = actions.restrict(by=legal, phrases=["12 Tanner Street"], **facts)
        told = f'href="{reverse("desk_restriction", args=[made.pk])}"'
        assert told in page_of(client, legal, "admin:articles_case_change", count.case_id).content.decode()
        assert told not in page_of(client, editor, "admin:articles_case_change", count.case_id).content.decode()

    def test_who_keeps_no_cases_sees_none(self, client, count):
        for role in (roles.PICTURE_EDITOR, roles.PUBLISHER):
            user = make_user(role)
            assert page_of(client, user, "admin:articles_case_change", count.case_id).status_code == 403
            assert page_of(client, user, "desk_count", count.case_id, count.pk).status_code == 403


class TestACount:
    def test_somebody_of_a_story_on_the_case_is_accused_by_a_new_record(self, client, editor, case):
        story = make_draft(make_writer())
        story.story_cases.create(case=case)
        person = story.story_people.create(person=make_person("Odo Lamb")).person
        client.force_login(editor)
        sent = {"person": person.pk, "offence": "fraud", "status": "charged", "on": "2026-05-03", "detail": "two counts",
                "new_record": "Court record 12/26", "new_record_url": "court.example.org/12"}  # fmt: skip
        answer = client.post(reverse("desk_count_new", args=[case.pk]), sent)
        assert answer.url == reverse("admin:articles_case_change", args=[case.pk])
        count = case.counts.get()
        assert (count.person, count.status, count.status_on, count.detail) == (person, "charged", MAY, "two counts")
        assert (count.citation.public_description, count.citation.url) == (
            "Court record 12/26", "https://court.example.org/12",
        )  # fmt: skip

    def test_somebody_else_is_found_by_name(self, client, editor, case):
        person = make_person("Odo Lamb")
        client.force_login(editor)
        sent = {"name": "odo lamb", "offence": "fraud", "status": "charged", "on": "2026-05-03"}
        client.post(reverse("desk_count_new", args=[case.pk]), sent)
        assert case.counts.get().person == person

    @pytest.mark.parametrize(
        ("names", "told"), [((), "Nobody of this name"), (("Odo Lamb", "Odo Lamb"), "Several people have this name")]
    )
    def test_a_name_that_says_nothing_certain_is_refused(self, client, editor, case, names, told):
        for name in names:
            make_person(name)
        client.force_login(editor)
        sent = {"name": "Odo Lamb", "offence": "fraud", "status": "charged", "on": "2026-05-03"}
        assert told in client.post(reverse("desk_count_new", args=[case.pk]), sent).content.decode()
        assert not Count.objects.exists()

    def test_a_step_that_is_refused_leaves_no_record_behind(self, client, editor, count):
        client.force_login(editor)
        tomorrow = timezone.localdate() + timedelta(days=1)
        sent = {"status": "retrial", "on": str(tomorrow), "new_record": "An order of tomorrow"}
        page = client.post(reverse("desk_count", args=[count.case_id, count.pk]), sent).content.decode()
        assert "That day has not come yet." in page
        assert not Source.objects.filter(public_description="An order of tomorrow").exists()

    def test_moving_it_says_how_many_live_stories_have_a_task_now(self, client, editor, count):
        story = make_live(naming(count))
        client.force_login(editor)
        sent = {"status": "retrial", "on": "2026-09-01", "citation": count.citation_id}
        page = client.post(reverse("desk_count", args=[count.case_id, count.pk]), sent, follow=True).content.decode()
        assert "1 live story names this person and has a task now." in page
        assert story.tasks.open().get().kind == StoryTask.TaskKind.STATUS

    def test_what_a_story_uses_off_the_record_is_not_offered_to_readers(self, client, editor, count):
        story = make_draft(make_writer())
        story.story_cases.create(case=count.case)
        add_source(story, make_source("The sealed statement"), terms="off_record")
        page = page_of(client, editor, "desk_count", count.case_id, count.pk).content.decode()
        assert "Court record 12/26" in page
        assert "The sealed statement" not in page

    def test_that_it_still_holds_is_one_button(self, client, editor, count):
        Count.objects.update(checked_on=MAY)
        client.force_login(editor)
        client.post(reverse("desk_count_holds", args=[count.case_id, count.pk]))
        count.refresh_from_db()
        assert count.checked_on == timezone.localdate()
        assert client.get(reverse("desk_count_holds", args=[count.case_id, count.pk])).status_code == 405


class TestTheStory:
    def test_its_people_show_how_their_counts_stand(self, client, editor, count):
        story = make_story("in_review")
        story.story_people.create(person=count.person, role="defendant")
        story.story_people.create(person=make_person("Nell Oak"), role="witness")
        page = page_of(client, editor, "admin:articles_story_change", story.pk).content.decode()
        assert "fraud: Acquitted since 03/05/2026 (The harbour fund case)" in page
        assert "Before court" in page.replace("data-leave>Before court", "")

    def test_without_counts_nothing_is_said(self, client, editor):
        story = make_story("in_review")
        story.story_people.create(person=make_person("Nell Oak"), role="witness")
        page = page_of(client, editor, "admin:articles_story_change", story.pk).content.decode()
        assert "Before court" not in page.replace("data-leave>Before court", "")

    def test_its_cases_stand_among_its_people_and_sources(self, client, editor, case):
        story = make_story("in_review")
        story.story_cases.create(case=case)
        page = page_of(client, editor, "admin:articles_story_change", story.pk).content.decode()
        assert 'name="story_cases-0-case"' in page
        assert "The harbour fund case" in page


class TestARestriction:
    def record(self, client, legal, django_capture_on_commit_callbacks, **sent):
        client.force_login(legal)
        facts = {"kind": "court_order", "scope": "Nobody says where he lives.", "phrases": "Tanner Street\n12 Mill Row"}
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(reverse("desk_restriction_new"), facts | sent)
        return client.get(answer.url) if answer.status_code == 302 else answer

    def test_after_recording_one_the_stories_it_touches_stand_there(
        self, client, legal, django_capture_on_commit_callbacks
    ):
        story = make_live(body="<p>She lives in Tanner Street.</p>", headline="Where she lives")
        make_live(headline="Nothing of that")
        page = self.record(client, legal, django_capture_on_commit_callbacks).content.decode()
        assert "1 live story is touched" in page
        assert "Where she lives" in page
        assert "Nothing of that" not in page
        task = story.tasks.open().get()
        assert f"{story.get_absolute_url()}#task-{task.pk}" in page
        assert f"R-{Restriction.objects.get().pk}" in task.text

    def test_legal_reads_that_editors_were_told_and_takes_nothing_down(
        self, client, legal, django_capture_on_commit_callbacks
    ):
        make_live(body="<p>She lives in Tanner Street.</p>")
        page = self.record(client, legal, django_capture_on_commit_callbacks).content.decode()
        assert "was told by mail at once" in page
        assert "Take down now" not in page

    def test_taking_a_touched_story_down_is_one_click(self, client, django_capture_on_commit_callbacks):
        story = make_live(body="<p>She lives in Tanner Street.</p>")
        page = self.record(client, make_user(roles.LEGAL, roles.EDITOR), django_capture_on_commit_callbacks)
        assert reverse("desk_move", args=[story.pk, "take_down"]) in page.content.decode()
        client.post(reverse("desk_move", args=[story.pk, "take_down"]), {"version": story.version, "legal": "1"})
        story.refresh_from_db()
        assert story.status == "withdrawn"
        made = Restriction.objects.get()
        assert "No live story is touched" in client.get(reverse("desk_restriction", args=[made.pk])).content.decode()

    def test_each_restriction_opens_its_own_task(self, legal, django_capture_on_commit_callbacks):
        story = make_live(body="<p>She lives in Tanner Street, next to Mill Row.</p>")
        for phrase in ("Tanner Street", "Mill Row"):
            with django_capture_on_commit_callbacks(execute=True):
                actions.restrict(by=legal, kind="statute", scope="x", phrases=[phrase])
        assert story.tasks.open().count() == 2

    def test_its_words_are_shown_to_nobody_and_logged_nowhere(self, client, legal, django_capture_on_commit_callbacks):
        page = self.record(client, legal, django_capture_on_commit_callbacks).content.decode()
        assert "Tanner" not in page
        assert "Kept as hashes" in page
        assert not LogEntry.objects.exists()
        assert str(Restriction.objects.get()) == f"R-{Restriction.objects.get().pk}"

    def test_no_page_of_it_is_for_others(self, client, editor, legal):
        made = actions.restrict(by=legal, kind="statute", scope="Nobody says where.", phrases=["Tanner Street"])
        for user in (editor, make_writer(), make_user(roles.PUBLISHER), make_user(roles.ADMINISTRATOR)):
            for name, args in (
                ("desk_restrictions", ()), ("desk_restriction_new", ()), ("desk_restriction", (made.pk,)),
            ):  # fmt: skip
                assert page_of(client, user, name, *args).status_code == 403
            assert client.post(reverse("desk_restriction_lift", args=[made.pk]), {"why": "x"}).status_code == 403

    def test_who_reads_them_and_keeps_none_gets_no_form(self, client, legal):
        made = actions.restrict(by=legal, kind="statute", scope="Nobody says where.", phrases=["Tanner Street"])
        reader = make_user()
        reader.user_permissions.set(roles.permissions_of(["restrictions"]))
        reader.user_permissions.remove(*(p for p in reader.user_permissions.all() if p.codename == "keep_restriction"))
        assert "Lift it" not in page_of(client, reader, "desk_restriction", made.pk).content.decode()
        assert page_of(client, reader, "desk_restriction_new").status_code == 403

    def test_a_person_is_forbidden_by_name(self, client, legal, django_capture_on_commit_callbacks):
        person = make_person("Odo Lamb")
        self.record(client, legal, django_capture_on_commit_callbacks, name="Odo Lamb", phrases="")
        assert Restriction.objects.get().person == person

    @pytest.mark.parametrize(
        ("sent", "told"),
        [
            ({"name": "Nobody Here"}, "use words"),
            ({"phrases": ""}, "Say whom or what must not appear"),
            ({"forbids_pictures": "on"}, "Say in stories on which case"),
            ({"starts": "2026-05-03", "ends": "2026-05-02"}, "It ends before it begins."),
        ],
    )
    def test_one_that_makes_no_sense_is_refused(self, client, legal, django_capture_on_commit_callbacks, sent, told):
        assert told in self.record(client, legal, django_capture_on_commit_callbacks, **sent).content.decode()
        assert not Restriction.objects.exists()

    def test_one_that_ends_soon_says_so(self, client, legal):
        soon = timezone.localdate() + timedelta(days=3)
        actions.restrict(by=legal, kind="statute", scope="x", phrases=["Tanner Street"], ends=soon)
        assert "ends soon" in page_of(client, legal, "desk_restrictions").content.decode()

    def test_it_is_lifted_with_a_reason(self, client, legal):
        made = actions.restrict(by=legal, kind="statute", scope="x", phrases=["Tanner Street"])
        client.force_login(legal)
        client.post(reverse("desk_restriction_lift", args=[made.pk]), {"why": " "})
        made.refresh_from_db()
        assert made.lifted_on is None
        page = client.post(reverse("desk_restriction_lift", args=[made.pk]), {"why": "The judge said so."}, follow=True)
        assert "The judge said so." in page.content.decode()
        assert "Lift it" not in page.content.decode()
