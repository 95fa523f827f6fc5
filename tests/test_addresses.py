"""Addresses: reserved at the first save, unique in any script, and never lost."""

import threading
import unicodedata

import pytest
from django.db import connection

from accounts import roles
from articles import actions
from articles.models import Article, Path, Story
from tests.make import edit_text, make_draft, make_story, make_user, make_writer


@pytest.mark.django_db
class TestSlugs:
    @pytest.mark.parametrize("title", ["東京の港", "🎉🎉", "", "Ærøskøbing", "مرفأ المدينة", "feed", "!!!", "x" * 300])
    def test_a_title_in_any_script_gets_a_non_empty_slug(self, title):
        story = actions.start(by=make_writer(), headline=title)
        assert story.slug
        assert story.slug == unicodedata.normalize("NFC", story.slug)
        assert story.slug != "feed"

    def test_the_same_title_twice_gives_two_addresses(self):
        writer = make_writer()
        slugs = [actions.start(by=writer, headline="Wall holds").slug for _ in range(3)]
        assert slugs == ["wall-holds", "wall-holds-2", "wall-holds-3"]

    def test_the_address_follows_the_headline_until_readers_have_seen_it(self):
        writer, editor = make_writer(), make_user(roles.EDITOR)
        _other, story = (make_draft(writer, headline="Thief of the wall fund") for _ in range(2))
        assert story.slug == "thief-of-the-wall-fund-2"
        assert edit_text(story, writer, story.body, headline="Wall falls").slug == "wall-falls"
        live = make_story("published", by=writer, editor=editor, headline="The harbour wall holds for now")
        live = actions.reopen(live, by=writer, kind="update")
        assert edit_text(live, writer, live.body, headline="The harbour wall gave way").slug == live.slug

    def test_an_address_that_somebody_chose_stays(self):
        writer = make_writer()
        story = make_draft(writer, headline="Wall holds")
        story = edit_text(story, writer, story.body, slug="harbour-wall")
        assert edit_text(story, writer, story.body, headline="Wall falls").slug == "harbour-wall"

    def test_a_changed_address_of_a_live_story_leads_on(self):
        writer, editor = make_writer(), make_user(roles.EDITOR)
        story = make_story("published", by=writer, editor=editor, headline="The harbour wall holds for now")
        old = Article.objects.get().path
        story = actions.reopen(story, by=writer, kind="update")
        story = edit_text(story, writer, story.body, slug="harbour-wall")
        assert Path.objects.get(path=old).answer == "article"
        actions.publish(actions.approve(actions.submit(story, by=writer), by=editor), by=editor)
        article = Article.objects.get()
        assert article.path.endswith("/harbour-wall/")
        assert (Path.objects.get(path=old).answer, Path.objects.get(path=old).article) == ("redirect", article)

    def test_an_address_that_another_story_once_had_is_not_given_again(self):
        writer, editor = make_writer(), make_user(roles.EDITOR)
        story = make_story("published", by=writer, editor=editor, headline="Wall holds")
        old = Article.objects.get().path
        story = actions.reopen(story, by=writer, kind="update")
        story = edit_text(story, writer, story.body, slug="harbour-wall")
        actions.publish(actions.approve(actions.submit(story, by=writer), by=editor), by=editor)
        assert actions.start(by=writer, headline="Wall holds").slug == "wall-holds-2"
        other = make_story("approved", by=writer, editor=editor)
        Path.objects.filter(path=old).update(path=actions.edition_of(other).content["path"])
        with pytest.raises(actions.MoveRefused, match="choose another"):
            actions.publish(other, by=editor)
        assert Path.objects.filter(answer="redirect", story_number=story.pk).count() == 1

    def test_every_address_of_a_story_taken_down_is_gone(self):
        story = make_story("published")
        actions.take_down(story, by=make_user(roles.EDITOR), legal=True)
        assert set(Path.objects.values_list("answer", flat=True)) == {"legal"}


@pytest.mark.django_db(transaction=True)
def test_one_title_saved_by_many_at_once_gives_as_many_addresses():
    writer, errors, ready = make_writer(), [], threading.Barrier(6)

    def start():
        try:
            ready.wait()
            actions.start(by=writer, headline="Wall holds")
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=start) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(set(Story.objects.values_list("slug", flat=True))) == 6
