"""The text editor of the story form: nothing is lost without a word, and nothing unsafe is stored."""

import re
from types import SimpleNamespace

import pytest
from django import forms
from django.contrib.auth.models import Permission
from django.contrib.staticfiles import finders
from django.http import HttpResponse, QueryDict
from django.test import RequestFactory
from django.urls import reverse

from accounts.models import User
from articles.admin.editor import BodyField, BodyWidget, EditorAdmin, saved, vanished
from articles.admin.editor.fields import LONGEST
from articles.admin.editor.strings import strings
from articles.admin.editor.vanished import KINDS
from articles.admin.editor.widgets import EXTENSIONS, PARTS
from articles.models import Picture
from articles.text import sanitise

WHOLE = (
    "<h2>What follows</h2><p>The <strong>council</strong> met <em>late</em> on "
    '<a href="https://example.org/">Tuesday</a>, said <span data-claim="7">Ada Brandt</span>. H<sub>2</sub>O, '
    'm<sup>2</sup>.</p><figure data-picture="12"></figure><blockquote><p>We are ready.</p></blockquote>'
    '<aside class="pullquote"><p>Nobody asked us.</p></aside><aside class="note"><p>By letter.</p></aside><ul><li>One</li></ul><hr>'
    "<table><tbody><tr><td>Cell</td></tr></tbody></table>"
)


class StoryForm(forms.Form):
    body = BodyField(label="Text")


def posted(body, previous="", **more):
    data = QueryDict(mutable=True)
    data.update({"body": body} | {f"body-{name}": value for name, value in more.items()})
    return StoryForm(data, initial={"body": previous})


def script(name):
    with open(finders.find(f"desk/{name}.js")) as file:
        return file.read()


class TestWhatVanishes:
    def test_an_unchanged_text_loses_nothing(self):
        assert vanished(WHOLE, WHOLE) == []

    def test_every_kind_of_mark_is_missed_when_its_words_stand_there_bare(self):
        bare = re.sub(r"</?(?:strong|em|a|span|sub|sup|blockquote|aside|ul|figure)\b[^>]*>", "", WHOLE)
        bare = re.sub(r"<(/?)(?:h2|li)>", r"<\1p>", bare).replace("<hr>", "")
        bare = re.sub(r"</?(?:table|tbody|tr)>", "", bare).replace("td>", "p>")
        assert vanished(WHOLE, bare) == list(KINDS)

    def test_marks_that_went_with_their_words_are_not_missed(self):
        assert vanished('<p>Old <a href="/x">link</a></p><p>Stays</p>', "<p>Stays</p>") == []

    def test_a_kind_of_which_one_is_left_is_not_missed(self):
        old = '<p><a href="/a">One</a> and <a href="/b">two</a></p>'
        assert vanished(old, '<p>One and <a href="/b">two</a></p>') == []

    def test_each_claim_counts(self):
        old = '<p><span data-claim="1">One</span> and <span data-claim="2">two</span></p>'
        assert vanished(old, '<p><span data-claim="1">One</span> and two</p>') == ["claim"]
        assert vanished(old, '<p><span data-claim="1">One</span> and nothing</p>') == []

    def test_a_picture_is_missed_while_the_text_around_it_stands(self):
        old = '<p>Before.</p><figure data-picture="3"></figure><p>After.</p>'
        assert vanished(old, "<p>Before.</p><p>Quite another.</p>") == ["figure"]
        assert vanished(old, "<p>All new.</p>") == []

    def test_a_text_of_one_picture_only_misses_it(self):
        assert vanished('<figure data-picture="3"></figure>', "") == ["figure"]

    def test_white_space_and_entities_do_not_hide_a_loss(self):
        assert vanished("<p><strong>Smith  &amp; Sons</strong></p>", "<p>Smith &amp;\nSons</p>") == ["bold"]

    @pytest.mark.parametrize("junk", ["", "<", "<p", "</p></p>", "<aside><table><p>x", "\x00", "<span data-claim=''>"])
    def test_junk_is_no_error(self, junk):
        assert vanished(junk, junk) == []
        assert isinstance(vanished(WHOLE, junk), list)


class TestTheField:
    def test_what_validation_sees_is_what_can_be_stored(self):
        form = posted('<p onclick="x()">Hi<script>alert(1)</script> <img src="http://x/y.png"></p>')
        assert form.is_valid()
        assert form.cleaned_data["body"] == sanitise("<p>Hi</p>") == "<p>Hi</p>"

    def test_a_save_that_would_strip_all_links_is_refused_and_says_what_to_do(self):
        form = posted("<p>Tuesday</p>", previous='<p><a href="/x">Tuesday</a></p>')
        assert not form.is_valid()
        assert "all links" in form.errors["body"][0]
        assert "reload the page" in form.errors["body"][0]

    def test_the_refused_form_offers_to_say_yes_and_keeps_the_text(self):
        form = posted("<p>Tuesday, changed</p>", previous='<p><a href="/x">Tuesday</a></p>')
        form.is_valid()
        page = str(form["body"])
        assert 'name="body-confirmed"' in page
        assert "Tuesday, changed" in page

    def test_the_box_is_not_offered_without_need(self):
        assert "body-confirmed" not in str(StoryForm(initial={"body": WHOLE})["body"])

    def test_whoever_says_yes_may_remove_them(self):
        assert posted("<p>Tuesday</p>", previous='<p><a href="/x">Tuesday</a></p>', confirmed="yes").is_valid()

    def test_what_the_editor_saw_removed_is_explained(self):
        previous = '<p><a href="/x">Tue</a> <strong>day</strong></p>'
        assert posted("<p>Tue <strong>day</strong></p>", previous, removed="link").is_valid()
        assert not posted("<p>Tue day</p>", previous, removed="link").is_valid()

    def test_the_editor_is_told_again_what_it_had_said_when_the_form_comes_back(self):
        form = posted("<p>Tue day</p>", '<p><a href="/x">Tue</a> <strong>day</strong></p>', removed="link")
        assert 'name="body-removed" value="link"' in str(form["body"])

    def test_a_form_may_know_better_which_text_was_opened(self):
        form = posted("<p>Tuesday</p>", previous='<p><a href="/x">Tuesday</a></p>')
        form.fields["body"].previous = "<p>Tue</p>"
        assert form.is_valid()

    def test_an_empty_text_is_allowed(self):
        form = posted("")
        assert form.is_valid()
        assert form.cleaned_data["body"] == ""

    def test_a_form_without_the_field_is_no_error(self):
        assert StoryForm({}, initial={"body": ""}).is_valid()

    def test_nul_bytes_are_dropped_and_nothing_else(self):
        form = posted("<p>a\x00b</p>")
        assert form.is_valid()
        assert form.cleaned_data["body"] == "<p>ab</p>"

    def test_a_text_without_end_is_refused_in_words(self):
        form = posted("x" * (LONGEST + 1))
        assert not form.is_valid()
        assert "more than 1000000 characters" in form.errors["body"][0].replace(",", "")

    def test_markup_written_otherwise_is_no_change(self):
        field = BodyField()
        assert not field.has_changed("<p><strong>One</strong></p>", "<p class=x><b>One</b>\n</p>")
        assert field.has_changed("<p>One</p>", "<p>Two</p>")

    def test_what_was_typed_comes_back_sanitised(self):
        assert "onerror" not in str(posted('<p>x<img src=x onerror="y()"></p>')["body"])

    def test_without_javascript_it_is_a_textarea_with_its_html(self):
        page = str(StoryForm(initial={"body": "<p>Plain</p>"})["body"])
        assert "<textarea" in page
        assert "&lt;p&gt;Plain&lt;/p&gt;" in page


class TestTheScripts:
    """Read from the files: a missing name would stop the editor in the browser only."""

    def test_every_part_is_in_the_import_map_and_exists(self):
        page = str(BodyWidget().media)
        for part in PARTS:
            assert f'"desk/editor/{part}"' in page
            assert finders.find(f"desk/editor/{part}.js")

    def test_parts_import_only_what_the_import_map_has(self):
        for part in PARTS:
            for name in re.findall(r'from "([^"]+)"', script(f"editor/{part}")):
                assert name == "django-prose-editor/editor" or name.removeprefix("desk/editor/") in PARTS, (part, name)

    def test_every_wanted_extension_is_exported_by_us_or_by_the_bundle(self):
        with open(finders.find("django_prose_editor/editor.js")) as file:
            bundle = set(re.findall(r"\bas (\w+)[,}]", file.read()))
        scripts = "\n".join(script(f"editor/{part}") for part in PARTS)
        ours = set(re.findall(r"^export const (\w+) = ", scripts, re.MULTILINE))
        assert set(EXTENSIONS) <= bundle | ours
        assert not ours & bundle, "a part of ours that fails to load would be replaced by the bundle's"

    def test_every_string_that_scripts_say_exists(self):
        said = {
            name for part in [*PARTS, "start"] for name in re.findall(r"\bstrings\.(\w+)", script(f"editor/{part}"))
        }
        assert said - {"message"} <= set(strings())

    def test_the_browser_knows_the_kinds_that_the_server_misses(self):
        counted = set(re.findall(r"^  (\w+): \"", script("editor/kinds"), re.MULTILINE))
        assert counted | {"claim"} == set(KINDS)


class TestTheContentPolicy:
    def test_every_script_carries_the_nonce(self):
        class Desk:
            def render_change_form(self, request, context):
                return context["media"]

        class Stories(EditorAdmin, Desk):
            pass

        media = forms.Media(js=["admin/js/core.js"]) + BodyWidget().media
        page = str(Stories().render_change_form(SimpleNamespace(csp_nonce="n0nce"), {"media": media}))
        assert '<script type="importmap" nonce="n0nce">' in page
        assert page.count("<script") == page.count('nonce="n0nce"') - page.count("<link")


class TestWhatWasSaved:
    def test_the_browser_is_told_which_form(self):
        request = RequestFactory().get("/admin/")
        request.user = User(pk=4)
        cookie = saved(HttpResponse(), request, "story-12").cookies["desk-saved"]
        assert cookie.value == "4:story-12"
        assert cookie["path"] == "/admin/"


@pytest.mark.django_db
class TestThePictureChooser:
    @pytest.fixture(autouse=True)
    def library(self):
        self.hall = Picture.objects.create(
            title="Town hall", caption="At dusk", credit="Mira Holt", alt_text="A lit hall", rights_holder="Secret Ltd",
            renditions=[
                {"name": "ab-1280.webp", "width": 1280, "height": 853, "format": "webp"},
                {"name": "ab-640.webp", "width": 640, "height": 427, "format": "webp"},
                {"name": "ab-1x1.jpg", "width": 400, "height": 400, "format": "jpeg"},
            ],
        )  # fmt: skip
        self.tram = Picture.objects.create(title="Tram works")

    @pytest.fixture
    def reporter(self, client):
        user = User.objects.create_user("rosa", password="x", is_staff=True)
        user.user_permissions.add(Permission.objects.get(codename="view_picture"))
        client.force_login(user)
        return client

    def ask(self, client, **query):
        return client.get(reverse("editor_pictures"), query)

    def titles(self, client, **query):
        return [picture["title"] for picture in self.ask(client, **query).json()["pictures"]]

    def test_newest_first(self, reporter):
        assert self.titles(reporter) == ["Tram works", "Town hall"]

    def test_found_by_all_words_in_any_fact(self, reporter):
        assert self.titles(reporter, q="holt DUSK") == ["Town hall"]
        assert self.titles(reporter, q="holt tram") == []

    def test_named_by_number(self, reporter):
        assert self.titles(reporter, ids=f"{self.hall.pk},999999") == ["Town hall"]

    def test_tells_small_facts_and_a_thumbnail_that_is_no_crop(self, reporter):
        assert self.ask(reporter, ids=self.hall.pk).json()["pictures"] == [
            {
                "number": self.hall.pk,
                "title": "Town hall",
                "alt": "A lit hall",
                "caption": "At dusk",
                "credit": "Mira Holt",
                "thumbnail": "/admin/pictures/files/ab-640.webp",
            }
        ]

    def test_turns_pages(self, reporter):
        Picture.objects.bulk_create(Picture(title=f"No. {number}") for number in range(30))
        assert self.ask(reporter).json()["more"] is True
        assert self.ask(reporter, page=2).json()["more"] is False
        assert len(self.titles(reporter, page=2)) == 8

    @pytest.mark.parametrize(
        "query",
        [
            {"page": "-1"},
            {"page": "x"},
            {"page": "9" * 30},
            {"ids": "x,,-1,²,٣," + "9" * 40},
            {"ids": ""},
            {"q": "%_'\"" * 900},
            {"q": "a " * 5000},
        ],
    )
    def test_bad_input_is_no_error(self, reporter, query):
        assert self.ask(reporter, **query).status_code == 200

    def test_strangers_are_sent_to_the_login(self, client):
        assert self.ask(client).status_code == 302

    def test_who_may_not_see_pictures_is_refused(self, client):
        client.force_login(User.objects.create_user("nick", password="x", is_staff=True))
        assert self.ask(client).status_code == 403

    def test_who_left_the_desk_is_refused(self, reporter):
        User.objects.filter(username="rosa").update(is_staff=False)
        assert self.ask(reporter).status_code == 403

    def test_cannot_be_posted_to(self, reporter):
        assert reporter.post(reverse("editor_pictures")).status_code == 405

    def test_one_query_whatever_the_number(self, reporter, django_assert_max_num_queries):
        Picture.objects.bulk_create(Picture(title=f"No. {number}") for number in range(20))
        with django_assert_max_num_queries(6):  # session, user, two for rights, count, page
            self.ask(reporter)
