"""What is live follows the names that it copies: at once for readers, without touching what the desk works on."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.actions import MoveRefused, refreshing
from articles.models import Article, Author, Edition, Outbox, Story, Transition
from articles.permissions import stories_waiting_for
from articles.publishing import outbox
from tests.make import make_author, make_live, make_story, make_user, make_writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(db):
    """Somebody who may do all of it."""
    return make_user(roles.EDITOR, roles.ADMINISTRATOR)


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def rename(author, name, by, **fields):
    for key, value in {"name": name, **fields}.items():
        setattr(author, key, value)
    return actions.keep(author, by=by)


def author_of(story):
    return story.bylines.get().author


class TestAnAuthor:
    def test_is_renamed_on_the_page_and_on_live_stories_at_once(self, client, keeper, commit):
        story = make_live()
        author = author_of(story)
        with commit():
            followed = rename(author, "Ada Byrd", keeper, job_title="Harbour editor")
        assert (followed.live, followed.is_later) == (1, False)
        article = Article.objects.get()
        assert [(line["name"], line["job_title"]) for line in article.bylines] == [("Ada Byrd", "Harbour editor")]
        assert "Ada Byrd" in client.get(article.path).text
        assert "Ada Byrd" in client.get(f"/authors/{author.slug}/").text
        assert client.get("/search/?q=Byrd").text.count(article.path)

    def test_leaves_a_record_and_no_trace_in_what_readers_are_told_of_changes(self, keeper, commit):
        story = make_live()
        before = Article.objects.get()
        with commit():
            rename(author_of(story), "Ada Byrd", keeper)
        after = Article.objects.get()
        assert (after.versions, after.corrections, after.updated_at) == (
            before.versions, before.corrections, before.updated_at,
        )  # fmt: skip
        edition = Edition.objects.get(number=2)
        assert (edition.kind, edition.public_note, edition.published_by) == ("refresh", "", keeper)
        move = Transition.objects.get(move="refresh")
        assert (move.by, move.edition, move.note) == (keeper, edition, "Ada Quill is Ada Byrd now.")
        assert (move.from_status, move.to_status) == ("published", "published")

    def test_leaves_the_working_copy_its_version_and_its_status_alone(self, keeper, commit):
        story = make_story("draft", live=True)
        with commit():
            rename(author_of(story), "Ada Byrd", keeper)
        again = Story.objects.get(pk=story.pk)
        assert (again.status, again.version, again.body) == ("draft", story.version, story.body)
        assert again.live_edition.content["body"] != again.body
        assert again.live_edition.content["bylines"][0]["name"] == "Ada Byrd"
        with actions.edit(story, by=keeper, version=story.version):
            pass  # whoever had it open saves as if nothing had been

    def test_voids_the_approval_of_a_change_and_says_what_changed(self, keeper, commit):
        story = make_story("approved", live=True)
        with commit():
            followed = rename(author_of(story), "Ada Byrd", keeper)
        assert followed.voided == (story,)
        assert Article.objects.get().bylines[0]["name"] == "Ada Byrd"
        with pytest.raises(MoveRefused, match="bylines"):
            actions.publish(story, by=make_user(roles.EDITOR))
        assert Story.objects.get(pk=story.pk).status == "approved"

    def test_does_not_hide_a_story_sent_back_from_its_writer(self, keeper, commit):
        writer = make_writer()
        story = make_story("in_review", by=writer, live=True)
        story = actions.send_back(story, by=keeper, note="Ask them again.")
        with commit():
            rename(author_of(story), "Ada Byrd", keeper)
        assert list(stories_waiting_for(writer)) == [story]

    def test_brings_a_scheduled_change_to_its_editor_at_the_hour_not_to_readers(self, keeper, commit):
        story = make_story("scheduled", live=True)
        with commit():
            rename(author_of(story), "Ada Byrd", keeper)
        assert actions.publish_due(timezone.now() + timedelta(hours=2)) == []
        assert "bylines" in Story.objects.get(pk=story.pk).schedule_problem

    def test_is_renamed_on_a_retraction_too(self, keeper, commit):
        story = make_live()
        author = author_of(story)
        actions.retract(story, by=keeper, note="The letter was forged.")
        with commit():
            rename(author, "Ada Byrd", keeper)
        article = Article.objects.get()
        assert article.is_retracted
        assert article.bylines[0]["name"] == "Ada Byrd"

    def test_changes_nothing_where_articles_copy_nothing_of_it(self, keeper, commit):
        story = make_live()
        author = author_of(story)
        author.biography = "Writes about water."
        with commit():
            assert actions.keep(author, by=keeper).live == 0
        assert Edition.objects.count() == 1
        assert Outbox.objects.filter(payload={"keys": ["front", f"author-{author.pk}"]}).exists()

    def test_is_live_still_though_the_form_was_opened_before_the_first_story(self, keeper, commit):
        author = make_author()
        stale = Author.objects.get(pk=author.pk)
        Author.objects.filter(pk=author.pk).update(is_live=True)
        rename(stale, "Ada Byrd", keeper)
        assert Author.objects.get(pk=author.pk).is_live

    def test_is_kept_only_by_who_may(self):
        for role in sorted(set(roles.ROLES) - {roles.ADMINISTRATOR}):
            with pytest.raises(PermissionDenied):
                rename(make_author(), "Ada Byrd", make_user(role))

    def test_never_gets_a_name_that_must_not_be_known(self, keeper):
        protector = make_user(roles.LEGAL)
        actions.protect(by=protector, public_label="Jane Doe 1", reason="child", phrases=["Ida Brook"])
        author = make_author()
        with pytest.raises(MoveRefused, match="PP-"):
            rename(author, "Ida Brook", keeper)
        assert Author.objects.get(pk=author.pk).name == "Ada Quill"


class TestHarm:
    def test_leaves_a_story_as_it_is_and_tells_who_changed_the_name_once(self, keeper, commit, mailoutbox):
        story = make_live(headline="Ida Brook speaks about the wall")
        author = author_of(story)
        editions = Edition.objects.count()
        actions.protect(by=make_user(roles.LEGAL), public_label="Jane Doe 1", reason="child", phrases=["Ida Brook"])
        with commit():
            rename(author, "Ada Byrd", keeper)
        with commit():
            again = Outbox.objects.get(kind="refresh").payload
            refreshing._renew(again)
        story.refresh_from_db()
        assert Article.objects.get(story_number=story.pk).bylines[0]["name"] == "Ada Quill"
        assert Edition.objects.count() == editions
        assert "PP-" in story.refresh_problem
        assert list(Story.objects.outdated()) == [story]
        assert [mail.to for mail in mailoutbox].count([keeper.email]) == 1
        assert "Ida Brook" not in story.refresh_problem

    def test_is_forgotten_with_the_next_publication(self, keeper):
        story = make_story("approved", live=True)
        Story.objects.filter(pk=story.pk).update(refresh_problem="PP-1")
        actions.publish(story, by=make_user(roles.EDITOR))
        assert not Story.objects.outdated().exists()

    def test_an_evidence_gap_does_not_stand_in_the_way(self, keeper, commit):
        story = make_live()
        story.story_sources.all().delete()
        with commit():
            rename(author_of(story), "Ada Byrd", keeper)
        assert Article.objects.get().bylines[0]["name"] == "Ada Byrd"


class TestManyStories:
    @pytest.fixture
    def author(self, monkeypatch):
        monkeypatch.setattr(refreshing, "AT_ONCE", 2)
        author, writer = make_author("Ada Quill"), make_writer()
        for _number in range(5):
            make_live(lambda story: story.bylines.update(author=author), by=writer)
        Outbox.objects.all().delete()
        return author

    def names(self):
        return [article.bylines[0]["name"] for article in Article.objects.all()]

    def test_are_left_to_the_worker_in_batches(self, author, keeper, commit, monkeypatch):
        with commit():
            followed = rename(author, "Ada Byrd", keeper)
        assert (followed.live, followed.is_later) == (5, True)
        assert self.names() == ["Ada Quill"] * 5
        assert Author.objects.get(pk=author.pk).name == "Ada Byrd"
        assert [len(row.payload["stories"]) for row in Outbox.objects.undone().filter(kind="refresh")] == [2, 2, 1]
        monkeypatch.setattr(outbox, "LONGEST_SWEEP", 0)
        actions.sweep()
        assert self.names().count("Ada Byrd") == 2  # the rest in later rounds, after what is due
        actions.sweep()
        actions.sweep()
        assert self.names() == ["Ada Byrd"] * 5

    def test_are_not_published_twice_though_the_effect_is_delivered_twice(self, author, keeper):
        rename(author, "Ada Byrd", keeper)
        payload = Outbox.objects.get(kind="refresh").payload | {
            "stories": list(Article.objects.values_list("story_number", flat=True))[:2]
        }
        refreshing._renew(payload)
        refreshing._renew(payload)
        assert Edition.objects.filter(kind="refresh").count() == 2

    def test_go_on_when_one_of_them_fails_and_it_is_tried_again(self, author, keeper, monkeypatch):
        rename(author, "Ada Byrd", keeper)
        first, second = list(Article.objects.values_list("story_number", flat=True))[:2]
        payload = Outbox.objects.get(kind="refresh").payload | {"stories": [first, second]}
        real = refreshing.refresh

        def trouble(number, *rest, **more):
            if number == first:
                raise OSError("disk full")
            return real(number, *rest, **more)

        monkeypatch.setattr(refreshing, "refresh", trouble)
        with pytest.raises(OSError, match="disk full"):
            refreshing._renew(payload)
        assert list(Edition.objects.filter(kind="refresh").values_list("story", flat=True)) == [second]

    def test_cost_the_request_no_more_than_one_would(self, author, keeper):
        def queries_of(name):
            with CaptureQueriesContext(connection) as captured:
                rename(author, name, keeper)
            return len(captured)

        queries_of("Ada Quill the second")
        many = queries_of("Ada Byrd")
        Article.objects.exclude(pk=Article.objects.first().pk).delete()
        assert queries_of("Ada Bird") == many

    def test_cost_each_the_same(self, author, keeper):
        rename(author, "Ada Byrd", keeper)
        payload = Outbox.objects.get(kind="refresh").payload
        numbers = list(Article.objects.values_list("story_number", flat=True))

        def queries_of(stories):
            with CaptureQueriesContext(connection) as captured:
                refreshing._renew(payload | {"stories": stories})
            return len(captured)

        one, three = queries_of(numbers[:1]), queries_of(numbers[1:4])
        assert (three - one) / 2 <= 48


class TestAPublicationMeanwhile:
    def test_is_never_undone(self, keeper, monkeypatch):
        story = make_live()
        newer = actions.retract(story, by=keeper, note="The letter was forged.").live_edition
        monkeypatch.setattr(refreshing, "_held", lambda _number: story)  # as it was read before the retraction
        with pytest.raises(actions.Stale):
            actions.refresh(story.pk, lambda content, _: {"tags": [], "headline": "Old"}, by=keeper, why="Test.")
        story.refresh_from_db()
        assert story.live_edition == newer
        assert Edition.objects.filter(kind="refresh").count() == 0

    def test_with_the_old_name_is_found_a_minute_later(self, keeper, commit):
        story = make_live()
        author = author_of(story)
        Author.objects.filter(pk=author.pk).update(name="Ada Byrd")  # as if it had been read before this
        follow = refreshing.follow(Author.objects.get(pk=author.pk), by=keeper, why="Test.")
        assert follow.live == 1
        Outbox.objects.exclude(kind="refresh_late").delete()
        actions.sweep()
        assert Article.objects.get().bylines[0]["name"] == "Ada Quill"
        actions.sweep(timezone.now() + timedelta(minutes=2))
        assert Article.objects.get().bylines[0]["name"] == "Ada Byrd"

    def test_a_story_taken_down_is_left_down(self, keeper, commit):
        story = make_live()
        author = author_of(story)
        rename(author, "Ada Byrd", keeper)
        actions.take_down(story, by=keeper)
        refreshing._renew({"kind": "author", "number": author.pk, "by": keeper.pk, "why": "", "stories": [story.pk]})
        assert not Article.objects.exists()
