"""The paper's pages about itself: always there, written on the desk, told to readers and machines, and never stale."""

import json
import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.apps import are_there, seed_policies
from articles.models import Outbox, PolicyPage, ProtectedPerson
from articles.models.policies import REQUIRED, PolicyKind
from articles.publishing import policies
from articles.publishing.protected import hashes_of
from articles.text import sanitise
from tests.make import make_user
from tests.make_public import make_article

pytestmark = pytest.mark.django_db
EVERY_REQUIRED = [f"/about/{kind.slug}/" for kind in REQUIRED]


@pytest.fixture
def editor():
    return make_user(roles.EDITOR)


def page_of(kind):
    return PolicyPage.objects.get(kind=kind)


def write(kind, by, body="<p>We ask before we print.</p>", **fields):
    page = PolicyPage.objects.filter(kind=kind).first() or PolicyPage(kind=kind)
    for name, value in {"body": body, **fields}.items():
        setattr(page, name, value)
    return actions.keep_policy(page, by=by)


def write_all(by, reviewed_at=None):
    for kind in REQUIRED:
        write(kind, by, reviewed_at=reviewed_at or timezone.localdate())


def said(page):
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    return {one["@type"]: one for one in map(json.loads, blocks)}


class TestTheRequired:
    def test_are_there_from_the_first_hour_with_a_text_that_is_stored_as_it_is_shown(self):
        pages = list(PolicyPage.objects.all())
        assert {page.kind for page in pages} == {str(kind) for kind in REQUIRED}
        for page in pages:
            assert page.is_as_shipped
            assert page.body == sanitise(page.body) != ""

    def test_are_seeded_again_where_missing_and_never_overwritten(self, editor):
        write("ethics", editor, "<p>Ours.</p>")
        PolicyPage.objects.filter(kind="contact").delete()
        seed_policies()
        assert page_of("ethics").body == "<p>Ours.</p>"
        assert page_of("contact").is_as_shipped

    def test_are_not_seeded_before_their_table_is_there(self):
        class Without:
            def get_model(self, app, name):
                raise LookupError

        assert are_there(apps, PolicyPage)
        assert not are_there(Without(), PolicyPage)
        PolicyPage.objects.all().delete()
        seed_policies(apps=Without())
        assert not PolicyPage.objects.exists()

    def test_cannot_be_emptied_by_anybody(self, editor):
        with pytest.raises(actions.MoveRefused):
            write("masthead", editor, "<p> </p>")
        with pytest.raises(IntegrityError), transaction.atomic():
            PolicyPage.objects.filter(kind="masthead").update(body="")

    @pytest.mark.parametrize("kind", ["ownership", "masthead", "contact"])
    def test_do_not_pretend_to_know_what_only_the_newsroom_knows(self, kind):
        assert "has still to write this page" in policies.starter(kind)


class TestReaders:
    @pytest.mark.parametrize("path", ["/about/", *EVERY_REQUIRED])
    def test_find_each_of_them_with_two_queries(self, client, path, editor, django_assert_num_queries):
        for kinds in ([], ["mission", "diversity", "bylines"]):
            for kind in kinds:
                write(kind, editor)
            with django_assert_num_queries(2):
                response = client.get(path)
            assert response.status_code == 200
            assert "about" in response["Surrogate-Key"].split()

    def test_are_led_to_all_that_are_written_and_to_no_other(self, client, editor):
        write("mission", editor)
        write("diversity", editor, "")
        index = client.get("/about/").text
        for place in [*EVERY_REQUIRED, "/about/mission/"]:
            assert f'href="{place}"' in index
        assert "/about/diversity/" not in index
        assert client.get("/about/diversity/").status_code == 404
        assert client.get("/about/unnamed_sources/").status_code == 404
        assert client.get("/about/nothing/").status_code == 404

    def test_read_the_text_and_since_when_it_holds(self, client, editor):
        day = timezone.localdate().replace(year=2024, month=3, day=5)
        write("ethics", editor, "<h2>Before</h2><p>We ask <em>first</em>.</p>", effective_from=day, reviewed_at=day)
        page = client.get("/about/ethics/").text
        assert "<p>We ask <em>first</em>.</p>" in page
        assert "In force since 5 March 2024." in page
        assert "Last reviewed on 5 March 2024." in page
        assert "In force since" not in client.get("/about/contact/").text

    def test_see_a_change_at_once_in_every_cache(self, editor, django_capture_on_commit_callbacks, monkeypatch):
        purged = []
        monkeypatch.setitem(actions.refreshing.outbox.EFFECTS, "purge", lambda payload: purged.extend(payload["keys"]))
        with django_capture_on_commit_callbacks(execute=True):
            write("ethics", editor)
        assert purged == ["about"]
        assert Outbox.objects.filter(kind="purge", done_at__isnull=False).exists()

    def test_are_led_there_from_every_page(self, client):
        foot = client.get(make_article().path).text.partition('<footer class="colophon">')[2]
        for place in ("/about/", "/about/ethics/", "/about/corrections/", "/about/contact/"):
            assert f'href="{place}"' in foot

    def test_and_search_engines_find_them_in_the_sitemap(self, client, editor):
        write("mission", editor)
        listed = client.get("/sitemap-pages.xml")
        for place in ["/about/", "/about/mission/", *EVERY_REQUIRED]:
            assert f"<loc>http://testserver{place}</loc>" in listed.text
        assert "about" in listed["Surrogate-Key"].split()


class TestMachines:
    def test_are_told_of_the_required_on_each_story_without_a_query_for_them(self, client):
        told = said(client.get(make_article().path).text)["NewsArticle"]["publisher"]
        assert told["ethicsPolicy"] == "http://testserver/about/ethics/"
        assert told["unnamedSourcesPolicy"] == "http://testserver/about/unnamed-sources/"
        assert told["actionableFeedbackPolicy"] == "http://testserver/about/contact/"
        assert {"correctionsPolicy", "ownershipFundingInfo", "masthead"} <= set(told)
        assert not {"diversityPolicy", "noBylinesPolicy"} & set(told)

    @pytest.mark.parametrize("path", ["/", "/about/"])
    def test_are_told_of_others_where_they_are_written(self, client, editor, path):
        write("diversity", editor)
        write("feedback", editor)
        write("bylines", editor, "")
        page = said(client.get(path).text)
        told = page["NewsMediaOrganization"] if path == "/" else page["AboutPage"]["mainEntity"]
        assert told["diversityPolicy"] == "http://testserver/about/diversity/"
        assert told["actionableFeedbackPolicy"] == "http://testserver/about/feedback/"
        assert "noBylinesPolicy" not in told
        assert "about" in client.get(path)["Surrogate-Key"].split()

    def test_learn_what_kind_of_page_each_is(self, client, editor):
        write("contact", editor)
        assert "dateModified" in said(client.get("/about/contact/").text)["ContactPage"]
        told = said(client.get("/about/ethics/").text)
        assert told["WebPage"]["url"] == "http://testserver/about/ethics/"
        assert [one["name"] for one in told["BreadcrumbList"]["itemListElement"]][1:] == ["About us", "Ethics"]

    def test_every_kind_has_a_name_of_schema_org(self):
        assert set(policies.POLICIES) == set(PolicyKind)


class TestKeeping:
    def test_takes_the_right_to(self):
        for role in (roles.REPORTER, roles.LEGAL, roles.PUBLISHER, roles.PICTURE_EDITOR):
            with pytest.raises(PermissionDenied):
                write("ethics", make_user(role))
            with pytest.raises(PermissionDenied):
                write("mission", make_user(role))
        write("ethics", make_user(roles.ADMINISTRATOR))

    def test_stores_nothing_that_could_run_and_nothing_of_stories(self, editor):
        text = '<p onclick="x()">One<script>x()</script> <span data-claim="7">two</span>.</p><figure data-picture="3"></figure>'
        assert write("ethics", editor, text).body == "<p>One two.</p>"

    def test_names_nobody_who_must_not_be_identified(self, editor):
        ProtectedPerson.objects.create(
            public_label="A witness", reason="court_order", forbidden_hashes=hashes_of(["Ora Vane"])
        )
        for text in ("<p>Ora <em>Vane</em> reads the post.</p>", '<p><a href="https://x.example/Ora Vane">Who</a></p>'):
            with pytest.raises(actions.MoveRefused, match="PP-"):
                write("contact", editor, text)

    def test_does_not_believe_in_reviews_to_come(self, editor):
        with pytest.raises(actions.MoveRefused):
            write("ethics", editor, reviewed_at=timezone.localdate() + timedelta(days=2))

    def test_words_removed_from_the_record_go_here_too(self, editor, client):
        write("masthead", editor, "<p>Ora Vane reads the post.</p>")
        lawyer, told = make_user(roles.LEGAL), {"reason": "other", "words": "A name", "replaced_by": "a colleague"}
        actions.redact(["Ora Vane"], by=lawyer, **told)
        assert "Ora Vane" not in client.get("/about/masthead/").text
        assert "a colleague" in client.get("/about/masthead/").text


class TestWhatIsDue:
    def due(self):
        return [found.id for found in run_checks(tags=["database"], databases=["default"]) if "newsroom" in found.id]

    def test_is_each_shipped_text_until_the_newsroom_has_its_own(self, editor):
        assert self.due() == ["newsroom.W012"] * len(REQUIRED)
        write_all(editor)
        assert self.due() == []

    def test_is_what_was_never_reviewed_or_not_for_two_years(self, editor):
        write_all(editor)
        PolicyPage.objects.filter(kind="ethics").update(reviewed_at=None)
        PolicyPage.objects.filter(kind="contact").update(reviewed_at=timezone.localdate() - timedelta(days=731))
        PolicyPage.objects.filter(kind="masthead").update(reviewed_at=timezone.localdate() - timedelta(days=730))
        assert self.due() == ["newsroom.W013"] * 2

    def test_a_shipped_text_that_says_something_may_be_adopted_by_reviewing_it(self, editor):
        for kind in ("corrections", "ownership"):
            write(kind, editor, page_of(kind).body, reviewed_at=timezone.localdate())
        assert not page_of("corrections").is_as_shipped
        assert page_of("ownership").is_as_shipped

    def test_is_nothing_of_what_need_not_be_there(self, editor):
        write_all(editor)
        write("mission", editor, reviewed_at=None)
        assert self.due() == []

    def test_is_asked_only_where_a_database_is_named(self, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert not [found for found in run_checks() if found.id in {"newsroom.W012", "newsroom.W013"}]

    def test_is_nothing_before_the_tables_are_there(self, monkeypatch):
        def missing():
            raise DatabaseError("no such table")

        monkeypatch.setattr(actions, "policies_due", missing)
        assert self.due() == []

    def test_stands_on_the_first_page_of_who_may_keep_them(self, client, editor):
        client.force_login(editor)
        assert "Ethics (still as shipped)" in client.get("/admin/").text
        write_all(editor)
        assert "What the paper says of itself" not in client.get("/admin/").text

    def test_stands_on_nobody_elses(self, client):
        client.force_login(make_user(roles.REPORTER))
        assert "What the paper says of itself" not in client.get("/admin/").text


class TestTheForm:
    PLACE = "/admin/articles/policypage/"

    @pytest.fixture(autouse=True)
    def signed_in(self, client, editor):
        client.force_login(editor)

    def sent(self, **given):
        return {"body": "<p>We ask first.</p>", "effective_from": "", "reviewed_at": ""} | given

    def test_saves_a_page_for_readers(self, client):
        place = f"{self.PLACE}{page_of('ethics').pk}/change/"
        assert "This text came with the system" in client.get(place).text
        assert client.post(place, self.sent()).status_code == 302
        assert page_of("ethics").body == "<p>We ask first.</p>"
        assert "This text came with the system" not in client.get(place).text

    def test_says_what_is_wrong_in_words(self, client):
        place = f"{self.PLACE}{page_of('ethics').pk}/change/"
        ProtectedPerson.objects.create(
            public_label="A witness", reason="court_order", forbidden_hashes=hashes_of(["Ora Vane"])
        )
        for wrong, words in (
            ({"body": "<p> </p>"}, "Every paper has this page"),
            ({"body": "<p>Ora <em>Vane</em></p>"}, "Somebody who must not be identified"),
            ({"reviewed_at": timezone.localdate() + timedelta(days=3)}, "on a day to come"),
        ):
            assert words in client.post(place, self.sent(**wrong)).text
        assert page_of("ethics").is_as_shipped

    def test_adds_those_that_are_not_there_yet(self, client):
        place = f"{self.PLACE}add/"
        page = client.get(place).text
        assert 'value="mission"' in page
        assert 'value="ethics"' not in page
        assert client.post(place, self.sent(kind="ethics")).status_code == 200
        assert client.post(place, self.sent(kind="mission")).status_code == 302
        assert page_of("mission").body == "<p>We ask first.</p>"

    def test_deletes_nothing(self, client):
        assert client.post(f"{self.PLACE}{page_of('ethics').pk}/delete/", {"post": "yes"}).status_code == 403

    def test_the_list_says_how_each_stands(self, client, editor):
        write("ethics", editor, reviewed_at=timezone.localdate())
        write("diversity", editor, "")
        page = client.get(self.PLACE).text
        for words in ("Written", "still as shipped", "No text: not shown"):
            assert words in page
