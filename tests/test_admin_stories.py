"""The story form: what is saved goes through the actions, what comes too late is kept, what is not allowed is refused."""

import pytest
from django.urls import reverse

from accounts import roles
from accounts.models import User
from articles import actions
from articles.models import Section, Source, Story
from tests.make import (
    BODY,
    add_person,
    make_person,
    make_picture,
    make_section,
    make_source,
    make_story,
    make_user,
    make_writer,
)

pytestmark = pytest.mark.django_db

PREFIXES = ("story_people", "story_cases", "story_organizations", "story_sources", "story_pictures", "bylines")


def form_of(story=None, **typed):
    """What the browser sends of a story's form; rows as rows={"story_people": [{...}]}."""
    rows = typed.pop("rows", {})
    sent = {
        "headline": "Council votes",
        "standfirst": "",
        "body": BODY,
        "section": "",
        "type_of_work": "",
        "desk_note": "",
    }
    sent |= {"tags": "", "labels": "", "slug": "", "dateline": "", "language": "en-gb", "social_headline": ""}
    sent |= {"description": "", "embargo_until_0": "", "embargo_until_1": "", "source_lines": "", "source_terms": ""}
    if story:
        sent |= {name: getattr(story, name) for name in ("headline", "standfirst", "body", "type_of_work", "slug")}
        sent |= {"version": story.version, "section": story.section_id or "", "change_kind": story.change_kind}
    for prefix in PREFIXES:
        given = rows.get(prefix) or (_standing(story, prefix) if story else [])
        sent |= {f"{prefix}-TOTAL_FORMS": len(given), f"{prefix}-INITIAL_FORMS": sum("id" in row for row in given)}
        sent |= {f"{prefix}-{n}-{key}": value for n, row in enumerate(given) for key, value in row.items()}
    return sent | {"_save": "1"} | typed


def _standing(story, prefix):
    key = {"story_people": "person", "story_organizations": "organization", "story_sources": "source",
           "story_pictures": "picture", "story_cases": "case", "bylines": "author"}[prefix]  # fmt: skip
    keep = {"story_sources": "terms", "story_pictures": "place", "story_cases": "case_id"}.get(prefix, "role")
    return [
        {"id": row.pk, "story": story.pk, key: getattr(row, f"{key}_id"), keep: getattr(row, keep)}
        | ({"position": row.position} if prefix == "bylines" else {})
        for row in getattr(story, prefix).all()
    ]


def change(story):
    return reverse("admin:articles_story_change", args=[story.pk])


@pytest.fixture
def reporter():
    return make_writer(username="reporter")


@pytest.fixture
def editor():
    return make_user(roles.EDITOR, username="editor")


class TestWriting:
    def test_a_reporter_starts_a_story_with_tags_people_and_sources(self, client, reporter):
        client.force_login(reporter)
        person, section = make_person(), make_section()
        typed = form_of(
            section=section.pk, type_of_work="news", tags="harbour, council", own_reporting="on",
            source_lines="court: Case 12/26\nhttps://example.org/minutes",
            rows={"story_people": [{"person": person.pk, "role": "official"}]},
        )  # fmt: skip
        answer = client.post(reverse("admin:articles_story_add"), typed)
        story = Story.objects.get()
        assert (answer.status_code, answer.url) == (302, change(story))
        assert sorted(story.tags.values_list("name", flat=True)) == ["council", "harbour"]
        assert story.bylines.get().author == reporter.writes_as.author
        kinds = set(story.story_sources.values_list("source__kind", "terms"))
        assert kinds == {("court_record", "on_record"), ("website", "on_record"), ("own_reporting", "on_record")}
        kept = story.revisions.first().snapshot
        assert kept["people"][0]["role"] == "official" and len(kept["sources"]) == 3

    def test_saving_and_submitting_is_one_button(self, client, reporter):
        client.force_login(reporter)
        typed = form_of(section=make_section().pk, type_of_work="news", _submit="1")
        del typed["_save"]
        client.post(reverse("admin:articles_story_add"), typed)
        assert Story.objects.get().status == "in_review"

    def test_what_stands_in_the_way_of_submitting_is_said_and_the_text_kept(self, client, reporter):
        client.force_login(reporter)
        answer = client.post(reverse("admin:articles_story_add"), form_of(_submit="1"), follow=True)
        assert Story.objects.get().status == "draft"
        assert "The story is in no section." in answer.content.decode()

    def test_an_edit_is_a_revision(self, client, reporter):
        story = make_story(by=reporter)
        client.force_login(reporter)
        answer = client.post(change(story), form_of(story, headline="Council thinks again"))
        assert answer.status_code == 302
        fresh = Story.objects.get()
        assert (fresh.headline, fresh.version) == ("Council thinks again", story.version + 1)
        assert fresh.revisions.first().by == reporter and fresh.story_sources.count() == 1

    def test_the_kind_of_change_and_its_note_are_set_while_live(self, client, reporter, editor):
        story = make_story("draft", by=reporter, editor=editor, live=True)
        client.force_login(editor)
        client.post(change(story), form_of(story, change_kind="correction", public_note="It was May."))
        story.refresh_from_db()
        assert (story.change_kind, story.public_note) == ("correction", "It was May.")

    def test_tags_stand_in_the_form_as_they_are_typed(self, client, reporter):
        story = make_story(by=reporter)
        story.tags.add("harbour", "city council")
        client.force_login(reporter)
        form = client.get(change(story)).context["adminform"].form
        assert 'value="city council, harbour"' in str(form["tags"])
        assert form["language"].value() == story.language

    def test_one_tag_of_two_words_stays_one_tag(self, client, reporter):
        client.force_login(reporter)
        client.post(reverse("admin:articles_story_add"), form_of(tags="Tanner Street"))
        assert [tag.name for tag in Story.objects.get().tags.all()] == ["Tanner Street"]

    def test_a_new_story_opens_as_news_for_the_section_written_for_last(self, client, reporter):
        make_story(by=make_user(roles.EDITOR), section=make_section("Sport"))
        make_story(by=reporter, section=make_section("Courts"))
        make_story(by=reporter, section=None)
        client.force_login(reporter)
        form = client.get(reverse("admin:articles_story_add")).context["adminform"].form
        assert (form["type_of_work"].value(), form["section"].value()) == (
            "news",
            Section.objects.get(name="Courts").pk,
        )

    def test_whoever_writes_the_first_story_chooses_its_section(self, client, reporter):
        client.force_login(reporter)
        form = client.get(reverse("admin:articles_story_add")).context["adminform"].form
        assert form["section"].value() is None

    def test_status_and_version_are_in_no_form(self, client, reporter):
        story = make_story(by=reporter)
        client.force_login(reporter)
        client.post(change(story), form_of(story, status="published", live_edition="1", publish_at_0="2030-01-01"))
        story.refresh_from_db()
        assert (story.status, story.live_edition, story.publish_at) == ("draft", None, None)


class TestTwoAtOnce:
    def test_a_stale_save_shows_both_texts_and_saves_nothing(self, client, reporter, editor):
        story = make_story(by=reporter)
        with actions.edit(story, by=editor, version=story.version) as editing:
            editing.story.headline = "The editor’s headline"
            editing.story.tags.add("theirs")
        client.force_login(reporter)
        late = {"rows": {"story_people": [{"person": make_person("Tom Late").pk, "role": "witness"}]}}
        answer = client.post(change(story), form_of(story, headline="Mine", tags="mine", **late))
        page = answer.content.decode()
        assert answer.status_code == 409
        assert all(words in page for words in ("The editor’s headline", "Mine", "theirs", "mine", "Tom Late · witness"))
        fresh = Story.objects.get()
        assert fresh.headline == "The editor’s headline" and fresh.version == story.version + 1
        assert not fresh.story_people.exists()

    def test_mine_can_be_saved_over_it(self, client, reporter, editor):
        story = make_story(by=reporter)
        sent = form_of(story, headline="Mine", rows={"story_people": [{"person": make_person("Tom Late").pk}]})
        with actions.edit(story, by=editor, version=story.version) as editing:
            editing.story.headline = "Theirs"
            add_person(editing.story, name="Their Person")
        client.force_login(reporter)
        context = client.post(change(story), sent).context
        again = dict(context["resent"]) | {"version": context["story"].version, "_save": "1"}
        assert client.post(change(story), again).status_code == 302
        fresh = Story.objects.get()
        assert fresh.headline == "Mine" and fresh.story_sources.count() == 1
        assert [str(part) for part in fresh.story_people.all()] == ["Tom Late"]

    @pytest.mark.parametrize("version", ["", "x", "-1", "9" * 40, "\x00"])
    def test_a_version_that_is_none_loses_nothing(self, client, reporter, version):
        story = make_story(by=reporter)
        client.force_login(reporter)
        answer = client.post(change(story), form_of(story, version=version, headline="Kept words"))
        assert answer.status_code == 409 and "Kept words" in answer.content.decode()


class TestRights:
    def test_a_published_story_is_read_only_and_says_why(self, client, reporter, editor):
        story = make_story("published", by=reporter, editor=editor)
        client.force_login(editor)
        page = client.get(change(story)).content.decode()
        assert "Reopen the story to change it" in page and 'name="headline"' not in page
        assert client.post(change(story), form_of(story, headline="x")).status_code == 403

    def test_another_reporter_may_look_but_not_write(self, client, reporter):
        story = make_story(by=reporter)
        client.force_login(make_writer())
        assert "You may read this story, not change it." in client.get(change(story)).content.decode()
        assert client.post(change(story), form_of(story, headline="x")).status_code == 403

    @pytest.mark.parametrize("name", ["story", "person", "organization", "source", "picture", "tag", "section"])
    def test_nobody_deletes_anything(self, client, name):
        client.force_login(User.objects.create_superuser("root", "root@example.org", "a-long-password-1"))
        assert client.get(f"/admin/articles/{name}/1/delete/").status_code in {302, 403, 404}
        story = make_story()
        assert client.post(f"/admin/articles/story/{story.pk}/delete/", {"post": "yes"}).status_code == 403
        deleting = {"action": "delete_selected", "_selected_action": [story.pk], "post": "yes"}
        client.post("/admin/articles/story/", deleting)
        assert Story.objects.filter(pk=story.pk).exists()

    def test_people_without_a_role_see_no_story(self, client, reporter):
        story = make_story(by=reporter)
        client.force_login(make_user())
        assert client.get(change(story)).status_code in {302, 403}
        assert client.get("/admin/articles/story/").status_code == 403

    def test_the_admins_way_round_leads_nowhere(self, client, editor):
        client.force_login(editor)
        assert client.get("/admin/r/1/1/").status_code == 404

    @pytest.mark.parametrize(
        "query", ["body__startswith=a", "created_by__password__startswith=a", "desk_note__regex=a"]
    )
    def test_no_list_answers_what_it_does_not_offer(self, client, editor, query):
        client.force_login(editor)
        make_story()
        assert client.get(f"/admin/articles/story/?{query}").status_code in {302, 400}


class TestBadInput:
    @pytest.mark.parametrize(
        "typed",
        [
            {"headline": "x" * 100_000}, {"headline": "a\x00b"}, {"section": "9" * 30}, {"section": "x"},
            {"tags": "t" * 300}, {"tags": "a\x00b"}, {"tags": ",".join(map(str, range(99)))}, {"language": "xx-nowhere"},
            {"embargo_until_0": "soon"}, {"source_lines": "court:"}, {"source_lines": "https://"}, {"slug": "a b"},
            {"source_terms": "whatever"}, {"type_of_work": "lies"}, {"story_people-0-person": "9" * 30},
            {"story_people-0-person": "<b>"},
            {"story_people-TOTAL_FORMS": "x"}, {"source_lines": "a\x00"},
        ],
    )  # fmt: skip
    def test_it_is_said_and_nothing_is_saved(self, client, reporter, typed):
        story = make_story(by=reporter)
        client.force_login(reporter)
        rows = {"story_people": [{"person": make_person().pk}]} if "story_people-0-person" in typed else {}
        answer = client.post(change(story), form_of(story, **typed, rows=rows))
        assert answer.status_code in {200, 400}
        assert Story.objects.get().version == story.version

    def test_two_lead_pictures_are_said(self, client, reporter):
        story = make_story(by=reporter)
        client.force_login(reporter)
        rows = [{"picture": make_picture().pk, "place": "lead"} for _ in range(2)]
        answer = client.post(change(story), form_of(story, rows={"story_pictures": rows}))
        assert "A story has one lead picture." in answer.content.decode()


class TestLists:
    def test_the_number_of_questions_does_not_grow_with_the_stories(
        self, client, editor, django_assert_max_num_queries
    ):
        client.force_login(editor)
        for _ in range(4):
            make_story()
        with django_assert_max_num_queries(22):
            assert client.get("/admin/articles/story/").status_code == 200

    @pytest.mark.parametrize("query", ["kept=mine", "kept=waiting", "kept=changes", "stands=draft", "stands=%00", "in=x",
                                       "q=harbour", "q=" + "a " * 2000, "p=-1", "p=1e24", "author=1", "o=9"])  # fmt: skip
    def test_every_list_answers(self, client, reporter, query):
        make_story(by=reporter)
        client.force_login(reporter)
        assert client.get(f"/admin/articles/story/?{query}").status_code == (400 if "%00" in query else 200)

    def test_what_waits_for_whom(self, client, reporter, editor):
        story = make_story("in_review", by=reporter)
        client.force_login(editor)
        assert str(story) in client.get("/admin/articles/story/?kept=waiting").content.decode()
        client.force_login(reporter)
        assert str(story) not in client.get("/admin/articles/story/?kept=waiting").content.decode()
        sent_back = actions.send_back(story, by=editor, note="Who said so?")
        assert str(sent_back) in client.get("/admin/articles/story/?kept=waiting").content.decode()


class TestConfidentialWords:
    CANARY = "zebra-canary-7"

    def test_who_a_source_is_stands_on_its_own_page_only(self, client, editor):
        source = make_source()
        lawyer = make_user(roles.LEGAL)
        actions.write_detail(source, by=lawyer, facts={"name": self.CANARY})
        places = (f"/admin/articles/source/{source.pk}/change/", "/admin/articles/source/")
        for person in (lawyer, editor):
            client.force_login(person)
            for place in places:
                assert self.CANARY not in client.get(place).content.decode()
        client.force_login(lawyer)
        assert self.CANARY in client.get(f"/admin/articles/source/{source.pk}/detail/").content.decode()
        client.force_login(editor)
        assert self.CANARY not in client.get(f"/admin/articles/source/{source.pk}/detail/").content.decode()
        assert Source.objects.count() == 1
