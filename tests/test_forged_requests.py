"""Requests that no page of ours sends: forged fields and rows, probing lists, numbers and text out of all measure."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import models
from django.test import Client
from django.urls import reverse

from accounts import roles
from accounts.models import User
from articles.models import Article, Story, StorySource
from tests.make import make_person, make_picture, make_source, make_story, make_tag, make_user, make_writer
from tests.make_public import make_article
from tests.test_admin_stories import change, form_of

pytestmark = pytest.mark.django_db

MODELS = [model for model in admin.site._registry if model._meta.app_label in {"accounts", "articles"}]
HUGE = "99999999999999999999"
ODD_NUMBERS = ("-1", "0", "9" * 20, "9" * 400, "1e9", "٣", "1.5", "x", "_", "💥")


def name(model):
    return f"{model._meta.app_label}_{model._meta.model_name}"


@pytest.fixture
def reporter():
    return make_writer(username="reporter")


@pytest.fixture
def root(client):
    """A superuser, signed in: whom rights do not stop, only what the desk does not offer."""
    root = User.objects.create_superuser("root", "root@example.org", "a-long-password-1")
    client.force_login(root)
    client.raise_request_exception = False
    return root


def columns(story):
    kept = [field.attname for field in Story._meta.concrete_fields if field.attname not in {"updated_at"}]
    return Story.objects.filter(pk=story.pk).values(*kept).get()


class TestAReportersForm:
    FORGED = {
        "status": "published", "live_edition": "1", "live_edition_id": "1", "first_published_at": "2020-01-01",
        "first_published_at_0": "2020-01-01", "first_published_at_1": "10:00", "publish_at": "2020-01-01T10:00",
        "publish_at_0": "2020-01-01", "publish_at_1": "10:00", "created_by": "1", "writers": "1", "confirm_by": "",
        "schedule_problem": "x", "import_ref": "x", "body_text": "x", "word_count": "9", "id": "7", "pk": "7",
        "_publish": "1", "_approve": "1", "move": "publish", "name": "publish", "action": "publish",
    }  # fmt: skip

    def test_sets_nothing_beyond_its_own_fields(self, client, reporter):
        story = make_story(by=reporter)
        before = columns(story)
        client.force_login(reporter)
        assert client.post(change(story), form_of(story, **self.FORGED)).status_code == 302
        changed = {key for key, value in columns(story).items() if value != before[key]}
        assert changed <= {"version", "language"}
        assert Story.objects.get().version == story.version + 1

    def test_starts_a_draft_whatever_it_says(self, client, reporter):
        client.force_login(reporter)
        client.post(reverse("admin:articles_story_add"), form_of(**self.FORGED))
        story = Story.objects.get()
        assert (story.status, story.live_edition, story.first_published_at) == ("draft", None, None)
        assert (story.created_by, story.publish_at, story.import_ref) == (reporter, None, None)
        assert not Article.objects.exists()

    def test_takes_no_row_of_another_story(self, client, reporter):
        mine, other = make_story(by=reporter), make_story()
        row = other.story_sources.get()
        client.force_login(reporter)
        stolen = {"id": row.pk, "story": mine.pk, "source": row.source_id, "terms": "off_record"}
        client.post(change(mine), form_of(mine, rows={"story_sources": [stolen]}))
        assert StorySource.objects.values("story", "terms").get(pk=row.pk) == {"story": other.pk, "terms": "on_record"}

    def test_puts_no_row_into_another_story(self, client, reporter):
        mine, other = make_story(by=reporter), make_story()
        client.force_login(reporter)
        given = {"id": "", "story": other.pk, "source": make_source().pk, "terms": "on_record"}
        sent = form_of(mine, rows={"story_sources": [given]}) | {"story_sources-INITIAL_FORMS": 0}
        client.post(change(mine), sent)
        assert other.story_sources.count() == 1

    @pytest.mark.parametrize("status", ["draft", "in_review", "approved", "scheduled", "published", "spiked"])
    def test_publishes_by_no_list(self, client, reporter, status):
        story = make_story(status, by=reporter)
        before = columns(story)
        client.force_login(reporter)
        for action in ("publish", "approve", "schedule", "delete_selected", "move"):
            sent = {"action": action, "_selected_action": [story.pk], "select_across": "1", "post": "yes", "index": "0",
                    "form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-id": story.pk, "_save": "1",
                    "form-0-status": "published"}  # fmt: skip
            client.post("/admin/articles/story/", sent)
        assert columns(story) == before

    def test_restores_no_status_with_an_old_version(self, client, reporter):
        story = make_story("published", by=reporter)
        client.force_login(reporter)
        for revision in story.revisions.all():
            client.post(reverse("desk_restore", args=[story.pk, revision.pk]), {"version": story.version})
        assert columns(story) == columns(Story.objects.get(pk=story.pk)) and Story.objects.get().status == "published"

    def test_of_an_old_page_restores_nothing(self, client, reporter):
        story = make_story(by=reporter)
        client.force_login(reporter)
        revision = story.revisions.earliest("number")
        client.post(reverse("desk_restore", args=[story.pk, revision.pk]), {"version": story.version - 1})
        assert Story.objects.get().version == story.version


@pytest.mark.parametrize("model", MODELS, ids=name)
class TestAnyList:
    def test_answers_no_question_that_it_does_not_offer(self, client, root, model):
        offered = {"kind", "is_active"}
        for field in model._meta.get_fields():
            step = "__pk" if field.is_relation else ""
            for probe in ("__startswith=a", "__regex=^a", "__isnull=1", "__gt=0"):
                if field.name not in offered:
                    answer = client.get(f"{reverse(f'admin:{name(model)}_changelist')}?{field.name}{step}{probe}")
                    assert answer.status_code in {302, 400}, f"{field.name}{step}{probe}"

    def test_follows_no_relation(self, client, root, model):
        for probe in ("created_by__password__startswith=a", "detail__sealed__isnull=1", "note__text__startswith=a",
                      "protected_person__public_label__startswith=a", "user__password__startswith=a",
                      "password__startswith=a", "groups__permissions__codename=x", "source__detail__isnull=0"):  # fmt: skip
            assert client.get(f"{reverse(f'admin:{name(model)}_changelist')}?{probe}").status_code in {302, 400}, probe

    @pytest.mark.parametrize("asked", ["p", "o", "_to_field", "_popup", "all", "_facets", "e", "q"])
    def test_bears_any_number(self, client, root, model, asked):
        for odd in (*ODD_NUMBERS, "a" * 5000):
            status = client.get(reverse(f"admin:{name(model)}_changelist"), {asked: odd}).status_code
            assert status in {200, 302, 400}, odd

    def test_deletes_nothing(self, client, root, model):
        make_story(), make_tag(), make_picture(), make_person()
        before = model._base_manager.count()
        chosen = [str(pk) for pk in model._base_manager.values_list("pk", flat=True)]
        sent = {"action": "delete_selected", "_selected_action": chosen, "post": "yes", "select_across": "1"}
        assert client.post(reverse(f"admin:{name(model)}_changelist"), sent).status_code in {200, 302, 403}
        assert model._base_manager.count() == before

    def test_knows_no_odd_thing(self, client, root, model):
        for odd in ODD_NUMBERS:
            for page in ("change", "history", "delete"):
                place = reverse(f"admin:{name(model)}_{page}", args=[odd])
                assert client.get(place).status_code in {302, 400, 403, 404}, place
                assert client.post(place, {"post": "yes"}).status_code in {302, 400, 403, 404}, place

    @pytest.mark.parametrize("typed", ["x" * 100_000, "a\x00b", "\ud800", "‮💥", "<script>alert(1)</script>"],
                             ids=["100 KB", "NUL", "half a character", "emoji", "script"])  # fmt: skip
    def test_has_a_form_that_bears_any_text(self, client, root, model, typed):
        fields = {field.name: typed for field in model._meta.fields if not field.primary_key}
        sent = {key: value.encode("utf-8", "surrogatepass").decode("utf-8", "replace") for key, value in fields.items()}
        answer = client.post(reverse(f"admin:{name(model)}_add"), sent)
        assert answer.status_code in {200, 302, 400, 403}
        assert "<script>alert(1)" not in answer.content.decode()


class TestOtherAddressesOfTheDesk:
    @pytest.mark.parametrize("page", ODD_NUMBERS)
    def test_bear_any_page(self, client, root, page):
        make_picture()
        field = {"app_label": "articles", "model_name": "storytag", "field_name": "tag", "term": ""}
        assert client.get("/admin/editor/pictures/", {"page": page}).status_code in {200, 404}
        assert client.get("/admin/editor/pictures/", {"ids": page}).status_code == 200
        assert client.get("/admin/autocomplete/", field | {"page": page}).status_code in {200, 404}
        assert client.get("/admin/search/", {"s": page, "page": page, "extended": "1"}).status_code in {200, 404}

    @pytest.mark.parametrize(
        "query", ["", "app_label=x&model_name=y&field_name=z", "app_label=articles&model_name=story&field_name=headline",
                  "app_label=articles&model_name=sourcedetail&field_name=sealed", "app_label=auth&model_name=user",
                  "app_label=accounts&model_name=user&field_name=groups"],
    )  # fmt: skip
    def test_suggest_only_where_there_is_a_list(self, client, root, query):
        assert client.get(f"/admin/autocomplete/?{query}").status_code in {403, 404}

    @pytest.mark.parametrize("number", ["0", "9" * 18, "9" * 19, "9" * 40, "-1", "٣"])
    def test_know_no_odd_story(self, client, root, number):
        for rest in ("preview/", "versions/1/", "history/"):
            assert client.get(f"/admin/articles/story/{number}/{rest}").status_code in {302, 400, 404}
        for rest in ("checks/", "move/publish/", "versions/1/restore/", f"versions/{HUGE}/restore/"):
            assert client.post(f"/admin/articles/story/{number}/{rest}", {"version": 1}).status_code in {302, 400, 404}

    @pytest.mark.parametrize("version", ["-1", HUGE, "9" * 400, "٣", "1.0", " 1", "\x00"])
    def test_move_nothing_for_an_odd_version(self, client, root, version):
        story = make_story("in_review")
        client.post(reverse("desk_move", args=[story.pk, "approve"]), {"version": version})
        assert Story.objects.get().status == "in_review"

    @pytest.mark.parametrize(
        "place", ["//evil.example/", "https://evil.example/", "/\\evil.example", "/%09/evil.example"]
    )
    def test_send_nobody_off_the_site(self, client, place):
        person = make_user(roles.REPORTER)
        client.force_login(person)
        for address in ("/admin/login/", "/admin/logout/", "/admin/account/confirm/", "/admin/account/password/",
                        "/admin/account/two-steps/confirm/", "/admin/password_change/", "/admin/account/"):  # fmt: skip
            for method in (client.get, client.post):
                sent = {"next": place, "password": "a-long-password-1"}
                answer = method(f"{address}?next={place}", sent)
                assert "//evil" not in answer.get("Location", "").split("?")[0]
                assert "\\evil" not in answer.get("Location", "").split("?")[0]
            client.force_login(person)


class TestHosts:
    @pytest.mark.parametrize("address", ["/admin/login/", "/admin/account/reset/", "/", "/feed.xml", "/sitemap.xml"])
    @pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "testserver:80@evil.example", ""])
    def test_a_strangers_host_is_nowhere_repeated(self, address, host):
        make_article()
        client = Client(raise_request_exception=False)
        answer = client.get(address, headers={"host": host} if host else {"x-forwarded-host": "evil.example"})
        assert answer.status_code in {200, 400}
        assert b"evil.example" not in b"".join(answer) + str(answer.headers).encode()


class TestReadersLists:
    PLACES = ("/", "/search/?q=harbour", "/corrections/", "/archive/", "/feed.xml", "/sitemap.xml", "/sitemap-news.xml",
              "/sitemap-pages.xml")  # fmt: skip

    @pytest.mark.parametrize("place", PLACES)
    @pytest.mark.parametrize("asked", ["page", "before", "after", "status", "p", "o", "preview", "order", "kind"])
    def test_bear_any_number(self, place, asked):
        make_article()
        client = Client(raise_request_exception=False)
        for odd in ODD_NUMBERS:
            joint = "&" if "?" in place else "?"
            assert client.get(f"{place}{joint}{asked}={odd}").status_code in {200, 301, 302, 404}, odd


def test_every_list_and_form_of_the_desk_is_tried():
    listed = {
        model for model in apps.get_models() if issubclass(model, models.Model) and admin.site.is_registered(model)
    }
    assert listed == set(MODELS)
