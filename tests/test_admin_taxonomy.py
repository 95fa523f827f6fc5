"""The forms of authors, tags, sections and pictures: what they change for readers, and what they say of it."""

import pytest

from accounts import roles
from articles import actions
from articles.models import Article, Author, Picture, Story, Tag
from tests.make import add_picture, make_author, make_live, make_picture, make_story, make_tag, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def administrator(client):
    user = make_user(roles.ADMINISTRATOR)
    client.force_login(user)
    return user


def author_form(author, **more):
    facts = {name: getattr(author, name) for name in ("name", "slug", "job_title", "biography", "email")}
    return f"/admin/articles/author/{author.pk}/change/", facts | {"portrait_from": ""} | more


def author_of(story):
    return story.bylines.get().author


class TestAnAuthor:
    def test_renamed_in_the_form_is_renamed_for_readers(self, client, administrator, commit):
        story = make_live()
        address, facts = author_form(author_of(story), name="Ada Byrd", slug="ada-byrd")
        with commit():
            response = client.post(address, facts, follow=True)
        assert "1 live story that shows it follows at once." in response.text
        article = Article.objects.get()
        assert article.bylines[0]["slug"] == "ada-byrd"
        assert "Ada Byrd" in client.get(article.path).text
        assert client.get("/authors/ada-byrd/").status_code == 200

    def test_says_which_stories_are_approved_anew(self, client, commit):
        story = make_story("approved")
        client.force_login(make_user(roles.ADMINISTRATOR, roles.EDITOR))
        address, facts = author_form(author_of(story), name="Ada Byrd")
        response = client.post(address, facts, follow=True)
        assert "To be approved again" in response.text
        assert story.headline in response.text

    def test_names_no_story_to_who_may_not_see_it(self, client, administrator):
        story = make_story("approved", headline="Nobody knows this yet")
        address, facts = author_form(author_of(story), name="Ada Byrd")
        text = client.post(address, facts, follow=True).text
        assert "To be approved again" in text
        assert story.headline not in text

    def test_gets_a_portrait_from_the_library(self, client, administrator, commit):
        story, picture = make_live(), make_picture()
        author = author_of(story)
        address, facts = author_form(author, portrait_from=picture.pk)
        with commit():
            assert client.post(address, facts).status_code == 302
        assert Author.objects.get(pk=author.pk).portrait["stem"] == picture.stem
        assert Article.objects.get().bylines[0]["portrait"]["stem"] == picture.stem
        assert f'value="{picture.pk}" selected' in client.get(address).text
        Picture.objects.update(credit="Somebody else")
        client.post(*author_form(Author.objects.get(pk=author.pk), portrait_from=picture.pk, biography="Writes."))
        assert Author.objects.get(pk=author.pk).portrait["credit"] == "A. Quill"  # not by the way
        client.post(*author_form(author, portrait_from=""))
        assert Author.objects.get(pk=author.pk).portrait is None

    def test_named_as_somebody_who_must_not_be_known_is_refused_in_the_form(self, client, administrator):
        actions.protect(by=make_user(roles.LEGAL), public_label="Jane Doe 1", reason="child", phrases=["Ida Brook"])
        author = make_author()
        response = client.post(*author_form(author, name="Ida Brook"))
        assert (response.status_code, "PP-" in response.text) == (200, True)
        assert Author.objects.get().name == "Ada Quill"


class TestATag:
    def test_renamed_in_the_form_keeps_an_address_though_none_is_given(self, client):
        client.force_login(make_user(roles.EDITOR))
        tag = make_tag("Harbour")
        said = {"name": "Port", "slug": "", "description": "", "synonyms": ""}
        assert client.post(f"/admin/articles/tag/{tag.pk}/change/", said).status_code == 302
        assert Tag.objects.get().slug == "port"

    def test_is_added_as_before(self, client):
        client.force_login(make_user(roles.REPORTER))
        said = {"name": "Port", "slug": "", "description": "", "synonyms": "Harbour\nQuay"}
        assert client.post("/admin/articles/tag/add/", said).status_code == 302
        assert (Tag.objects.get().slug, Tag.objects.get().synonyms) == ("port", ["Harbour", "Quay"])


class TestASection:
    def test_moves_and_its_former_address_leads_on(self, client, administrator):
        section = make_live().section
        former = f"/sections/{section.slug}/"
        said = {"name": "Town", "slug": "town", "description": "", "position": "0"}
        assert client.post(f"/admin/articles/section/{section.pk}/change/", said).status_code == 302
        assert client.get(former).headers["Location"] == "/sections/town/"


class TestAPicture:
    def form(self, picture, **more):
        names = ("title", "alt_text", "caption", "credit", "rights_holder")
        return f"/admin/articles/picture/{picture.pk}/change/", {name: getattr(picture, name) for name in names} | more

    def published(self):
        return make_live(lambda draft: add_picture(draft)).pictures.get()

    def test_offers_to_mend_live_stories_to_who_may_fix_them(self, client, commit):
        picture = self.published()
        client.force_login(make_user(roles.EDITOR))
        address, said = self.form(picture, credit="B. Byrd", on_live="on")
        assert "Also on 1 live story, at once" in client.get(address).text
        with commit():
            assert "follows at once" in client.post(address, said, follow=True).text
        assert Article.objects.get().lead_picture["credit"] == "B. Byrd"

    def test_offers_it_to_nobody_else_and_not_where_no_story_shows_it(self, client, commit):
        picture = self.published()
        client.force_login(make_user(roles.PICTURE_EDITOR))
        address, said = self.form(picture, credit="B. Byrd", on_live="on")
        assert "on_live" not in client.get(address).text
        with commit():
            client.post(address, said)
        assert Picture.objects.get().credit == "B. Byrd"
        assert Article.objects.get().lead_picture["credit"] == "A. Quill"
        client.force_login(make_user(roles.EDITOR))
        assert "on_live" not in client.get(self.form(make_picture())[0]).text


def test_a_story_left_as_it_was_stands_on_the_dashboard_and_on_its_page(client):
    story = make_live()
    client.force_login(make_user(roles.EDITOR))
    assert "not up to date" not in client.get("/admin/").text
    Story.objects.update(refresh_problem="Somebody who must not be identified could be: PP-1 (page).")
    assert "Live, but not up to date" in client.get("/admin/").text
    assert "PP-1 (page)" in client.get(story.get_absolute_url()).text
