"""What readers see of sections, tags, authors, names and pictures: how a change reaches pages and live stories."""

import pytest
from django.core.exceptions import PermissionDenied

from accounts import roles
from articles import actions
from articles.actions import MoveRefused
from articles.models import Article, Author, Edition, Outbox, Path, StoryPicture, StorySource, StoryTag, TagPage
from articles.publishing.compose import library_picture
from tests.make import (
    add_person,
    add_picture,
    make_author,
    make_count,
    make_draft,
    make_live,
    make_source,
    make_tag,
    make_user,
    make_writer,
)

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


class TestATag:
    def tagged(self, name="Harbour"):
        tag = make_tag(name)
        story = make_live(lambda draft: StoryTag.objects.create(content_object=draft, tag=tag))
        return tag, story

    def test_is_renamed_with_its_page_and_its_stories(self, client, keeper, commit):
        tag, _story = self.tagged()
        tag.name, tag.slug, tag.description = "Port", "port", "Ships and walls."
        with commit():
            actions.keep(tag, by=keeper)
        article = Article.objects.get()
        assert [(one["name"], one["slug"]) for one in article.tags] == [("Port", "port")]
        assert "Ships and walls." in client.get("/tags/port/").text
        assert client.get("/tags/harbour/").status_code == 301
        assert client.get("/tags/harbour/").headers["Location"] == "/tags/port/"
        assert client.get("/tags/harbour/feed.xml").headers["Location"] == "/tags/port/feed.xml"

    def test_stands_where_a_new_edition_would_put_it(self, keeper, commit):
        tag = make_tag("Harbour")
        other = make_tag("Money")

        def put(draft):
            for one in (tag, other):
                StoryTag.objects.create(content_object=draft, tag=one)

        story = make_live(put)
        tag.name = "Zoo"
        with commit():
            actions.keep(tag, by=keeper)
        story.refresh_from_db()
        assert actions.edition_of(story).content["tags"] == story.live_edition.content["tags"]

    def test_keeps_its_new_name_whatever_an_older_edition_says(self, keeper):
        tag, story = self.tagged()
        tag.name = "Port"
        actions.keep(tag, by=keeper)  # its stories have not followed yet
        actions.refresh(story.pk, lambda _content, _snapshot: {"dateline": "Port"}, by=keeper, why="Test.")
        assert TagPage.objects.get().name == "Port"

    def test_without_a_live_story_is_just_saved(self, keeper):
        tag = make_tag("Harbour")
        tag.name, tag.slug = "Port", ""
        assert actions.keep(tag, by=keeper).live == 0
        assert (tag.slug, Path.objects.count(), TagPage.objects.count()) == ("port", 0, 0)


class TestASection:
    def test_is_read_directly_so_that_only_caches_forget_it(self, client, keeper, commit):
        story = make_live()
        section = story.section
        old = section.slug
        section.name, section.slug = "Town", "town"
        with commit():
            assert actions.keep(section, by=keeper).live == 0
        assert Edition.objects.count() == 1
        assert Outbox.objects.filter(payload={"keys": ["front", "sections", f"section-{section.pk}"]}).exists()
        path = Article.objects.get().path
        for page in (path, "/", "/town/", f"/authors/{author_of(story).slug}/", "/archive/", "/feed.xml"):
            response = client.get(page if page != "/town/" else "/sections/town/")
            assert "Town" in response.text, page
            assert "sections" in response.headers["Surrogate-Key"].split(), page
        assert client.get(f"/sections/{old}/").headers["Location"] == "/sections/town/"


class TestAFormerAddress:
    def test_leads_on_however_often_the_page_moves_and_back(self, client, keeper, commit):
        author = author_of(make_live())
        for slug in ("ada-byrd", "a-byrd", "ada-byrd"):
            with commit():
                rename(author, author.name, keeper, slug=slug)
        assert client.get("/authors/a-byrd/").headers["Location"] == "/authors/ada-byrd/"
        assert client.get("/authors/ada-byrd/").status_code == 200

    def test_in_any_script(self, client, keeper):
        author = author_of(make_live())
        rename(author, "Ада", keeper, slug="ада")
        rename(author, "Ада Перо", keeper, slug="перо")
        response = client.get("/authors/ада/")
        assert response.status_code == 301
        assert client.get(response.headers["Location"]).status_code == 200

    def test_of_a_page_that_readers_cannot_see_is_not_found(self, client, keeper):
        author = make_author()
        old = author.slug
        rename(author, "Ada Byrd", keeper, slug="ada-byrd")
        assert client.get(f"/authors/{old}/").status_code == 404

    def test_belongs_to_who_has_it_now(self, client, keeper):
        first, second = author_of(make_live()), author_of(make_live())
        old = first.slug
        rename(first, first.name, keeper, slug="first")
        rename(second, second.name, keeper, slug=old)
        assert client.get(f"/authors/{old}/").status_code == 200

    def test_is_purged_with_the_page_and_hardly_kept(self, client, keeper):
        author = author_of(make_live())
        old = author.slug
        rename(author, author.name, keeper, slug="ada-byrd")
        response = client.get(f"/authors/{old}/")
        assert response.headers["Surrogate-Key"] == f"author-{author.pk}"
        assert response.headers["Cache-Control"] == "public, max-age=0, s-maxage=10"


class TestAPortrait:
    def test_changes_on_live_stories_and_its_files_follow(self, keeper, commit):
        story = make_live()
        author = author_of(story)
        first = add_picture(make_draft(make_writer()))
        second = add_picture(make_draft(make_writer()))
        old, new = library_picture(first.picture), library_picture(second.picture)
        for portrait in (old, new):
            author.portrait = portrait
            with commit():
                actions.keep(author, by=keeper)
        assert Article.objects.get().bylines[0]["portrait"]["stem"] == new["stem"]
        kinds = list(Outbox.objects.order_by("pk").values_list("kind", "payload"))
        assert ("publish_pictures", {"author": author.pk}) in kinds
        assert ("publish_pictures", {"story": story.pk}) in kinds
        assert ("withdraw_pictures", {"stems": [old["stem"]]}) in kinds


class TestAPicture:
    def test_is_mended_on_live_stories_where_they_say_nothing_of_their_own(self, keeper, commit):
        kept = {}

        def put(draft):
            kept["picture"] = add_picture(draft, caption="The wall.", credit="A. Quill").picture

        plain = make_live(put)
        own = make_live(
            lambda draft: StoryPicture.objects.create(
                story=draft, picture=kept["picture"], caption="Before the storm.", place="lead"
            )
        )
        said = {"caption": "The harbour wall.", "credit": "B. Byrd", "rights_holder": "Byrd Pictures"}
        assert actions.live_stories_with(kept["picture"]) == 2
        with commit():
            actions.describe_picture(kept["picture"], by=keeper, on_live=True, **said)
        shown = {article.story_number: article.lead_picture for article in Article.objects.all()}
        assert [shown[one.pk]["caption"] for one in (plain, own)] == ["The harbour wall.", "Before the storm."]
        assert {one["credit"] for one in shown.values()} == {"B. Byrd"}
        assert {one.pictures[0]["rights_holder"] for one in Article.objects.all()} == {"Byrd Pictures"}

    def test_is_otherwise_left_as_published(self, keeper, commit):
        story = make_live(lambda draft: add_picture(draft, credit="A. Quill"))
        with commit():
            actions.describe_picture(story.pictures.get(), by=keeper, credit="B. Byrd")
        assert Article.objects.get().lead_picture["credit"] == "A. Quill"

    def test_is_mended_also_where_the_desk_has_dropped_it_from_a_change(self, keeper, commit):
        kept = {}
        story = make_live(lambda draft: kept.update(picture=add_picture(draft, credit="A. Quill").picture))
        story = actions.reopen(story, by=keeper, kind="update")
        story.story_pictures.all().delete()
        with commit():
            actions.describe_picture(kept["picture"], by=keeper, on_live=True, credit="B. Byrd")
        assert Article.objects.get().lead_picture["credit"] == "B. Byrd"

    def test_is_mended_as_a_portrait_too(self, keeper, commit):
        story = make_live()
        author = author_of(story)
        picture = add_picture(make_draft(make_writer()), credit="A. Quill").picture
        author.portrait = library_picture(picture)
        with commit():
            actions.keep(author, by=keeper)
        assert actions.live_stories_with(picture) == 1
        with commit():
            actions.describe_picture(picture, by=keeper, on_live=True, credit="B. Byrd")
        assert Author.objects.get(pk=author.pk).portrait["credit"] == "B. Byrd"
        assert Article.objects.get().bylines[0]["portrait"]["credit"] == "B. Byrd"

    def test_is_mended_on_live_stories_only_by_who_may_fix_them(self):
        picture = add_picture(make_draft(make_writer())).picture
        with pytest.raises(PermissionDenied):
            actions.describe_picture(picture, by=make_user(roles.PICTURE_EDITOR), on_live=True, credit="B. Byrd")


class TestAName:
    def with_page(self, keeper, **fields):
        kept = {}
        story = make_live(lambda draft: kept.update(part=add_person(draft, **fields)))
        return story, actions.decide_page(kept["part"].person, by=keeper, reason="Mayor.")

    def test_gets_its_link_in_live_stories_when_the_page_is_decided(self, client, keeper, commit):
        with commit():
            self.with_page(keeper)
        assert Article.objects.get().people[0]["slug"] == "nell-harrow"
        assert client.get("/people/nell-harrow/").status_code == 200

    def test_changed_by_who_may_decide_changes_page_and_live_stories(self, client, keeper, commit):
        with commit():
            _story, person = self.with_page(keeper)
        person.name, person.description = "Nell Ward", "Mayor since May."
        with commit():
            assert actions.describe_name(person, by=keeper).live == 1
        article = Article.objects.get()
        assert [(one["name"], one["slug"]) for one in article.people] == [("Nell Ward", "nell-ward")]
        page = client.get("/people/nell-ward/").text
        assert "Nell Ward" in page
        assert "Mayor since May." in page
        assert client.get("/people/nell-harrow/").headers["Location"] == "/people/nell-ward/"
        person.refresh_from_db()
        assert (person.page_decided_by, person.page_reason) == (keeper, "Mayor.")
        assert not person.is_out_of_date

    def test_changed_by_anybody_else_leaves_the_page_as_it_was_decided(self, client, keeper, commit):
        with commit():
            _story, person = self.with_page(keeper)
        person.name = "Nell Ward"
        with commit():
            assert actions.describe_name(person, by=make_user(roles.REPORTER)) is None
        person.refresh_from_db()
        assert (person.name, person.profile.name, person.is_out_of_date) == ("Nell Ward", "Nell Harrow", True)
        assert Article.objects.get().people[0]["name"] == "Nell Harrow"
        with commit():
            actions.decide_page(person, by=keeper, reason="Married.")
        assert Article.objects.get().people[0]["name"] == "Nell Ward"

    def test_changed_changes_the_lines_on_courts_and_replies_too(self, client, keeper, commit):
        kept = {}

        def put(draft):
            kept.update(part=add_person(draft, role="defendant"), source=make_source())
            person, other = kept["part"].person, add_person(draft, name="Odo Lamb").person
            draft.story_cases.create(case=make_count(person, keeper, citation=kept["source"]).case)
            StorySource.objects.create(story=draft, source=kept["source"], terms="on_record")
            for one in (person, other):
                actions.public_reply(draft, one, by=draft.created_by, answer="It is not so.", source=kept["source"])

        with commit():
            make_live(put)
            person = actions.decide_page(kept["part"].person, by=keeper, reason="Mayor.")
        person.name = "Nell Ward"
        with commit():
            actions.describe_name(person, by=keeper)
        article = Article.objects.get()
        assert [line["name"] for line in article.proceedings] == ["Nell Ward"]
        assert [line["name"] for line in article.replies] == ["Nell Ward", "Odo Lamb"]
        assert "Nell Harrow" not in client.get(article.path).text

    def test_without_a_page_stands_in_live_stories_as_it_was_published(self, keeper, commit):
        kept = {}
        make_live(lambda draft: kept.update(part=add_person(draft)))
        person = kept["part"].person
        person.name = "Nell Ward"
        with commit():
            assert actions.describe_name(person, by=keeper).live == 0
        assert Article.objects.get().people[0]["name"] == "Nell Harrow"

    def test_that_must_not_be_known_gets_no_page(self, keeper):
        actions.protect(by=make_user(roles.LEGAL), public_label="Jane Doe 1", reason="child", phrases=["Nell Ward"])
        _story, person = self.with_page(keeper)
        person.name = "Nell Ward"
        with pytest.raises(MoveRefused, match="PP-"):
            actions.describe_name(person, by=keeper)
