"""A form sent after the login ended: everything in it is kept, for its sender and for nobody else."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/accounts/user/1/change/?from=list"
OURS = {"origin": "http://testserver"}
LONG = "The council met.\n<script>alert(1)</script> & more\n" * 10
FORM = {"headline": 'A "quoted" headline', "tag": ["harbour", "fish"], "body": LONG, "password1": "never-this-one"}


@pytest.fixture
def browser():
    """One that carries tokens, as real ones do."""
    browser = Client(enforce_csrf_checks=True)
    browser.get("/admin/login/")
    return browser


def send(browser, form=FORM, token=True, **headers):
    sent = form | ({"csrfmiddlewaretoken": browser.cookies["csrftoken"].value} if token else {})
    return browser.post(ADDRESS, sent, headers=headers)


def person():
    return get_user_model().objects.create_user("mira", "mira@courier.example", is_staff=True)


class TestAnEndedLogin:
    def test_the_answer_keeps_every_field_and_the_address(self, browser):
        page = send(browser)
        assert page.status_code == 403
        assert 'action="/admin/accounts/user/1/change/?from=list"' in page.text
        assert 'value="A &quot;quoted&quot; headline"' in page.text
        assert re.findall(r'name="tag" value="(\w+)"', page.text) == ["harbour", "fish"]
        assert page.headers["Cache-Control"] == "no-store, private"

    def test_long_text_can_be_read_and_copied_and_is_no_markup(self, browser):
        page = send(browser)
        assert re.search(r'<textarea[^>]+name="body"[^>]+readonly>', page.text)
        assert "<script>alert" not in page.text
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page.text

    def test_no_password_and_no_old_token_is_echoed(self, browser):
        token = browser.cookies["csrftoken"].value
        page = send(browser)
        assert "never-this-one" not in page.text
        assert f'value="{token}"' not in page.text

    def test_a_file_is_named_as_lost(self, browser):
        page = send(browser, FORM | {"picture": SimpleUploadedFile("harbour.jpg", b"x")})
        assert "harbour.jpg" in page.text
        assert "chosen again" in page.text

    def test_there_is_a_way_to_sign_in_beside_it(self, browser):
        assert re.search(r'href="/admin/login/" target="_blank"', send(browser).text)

    def test_a_script_gets_a_word_it_understands(self, browser):
        answer = send(browser, accept="application/json")
        assert answer.status_code == 403
        assert answer.json()["signed_out"] is True

    def test_a_page_that_was_only_asked_for_leads_to_the_login(self, browser):
        assert browser.get(ADDRESS).status_code == 302

    def test_sent_again_after_signing_in_it_arrives(self, browser):
        page = send(browser)
        browser.force_login(person())
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
        again = browser.post(ADDRESS, FORM | {"csrfmiddlewaretoken": token})
        assert "send it once more" not in again.text  # it reached the page, which has its own answer


class TestAnOldToken:
    def test_one_who_signed_in_again_gets_the_same_page_with_a_fresh_token(self, browser):
        browser.force_login(person())
        page = send(browser, token=False, **OURS)
        assert page.status_code == 403
        assert "once more" in page.text
        assert 'name="headline"' in page.text

    def test_the_fresh_token_is_good(self, browser):
        browser.force_login(person())
        page = send(browser, token=False, **OURS)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
        again = browser.post(ADDRESS, FORM | {"csrfmiddlewaretoken": token}, headers=OURS)
        assert "once more" not in again.text

    @pytest.mark.parametrize(
        "headers",
        [
            {},
            {"origin": "https://evil.example"},
            {"referer": "https://evil.example/testserver"},
            {"origin": "null"},
            {"sec-fetch-site": "cross-site"},
            {"sec-fetch-site": "same-site", "origin": "http://testserver"},
            {"sec-fetch-site": "none"},
        ],
    )
    def test_another_sites_form_is_refused_without_an_echo(self, browser, headers):
        for signed_in in (False, True):
            if signed_in:
                browser.force_login(person())
            answer = send(browser, token=False, **headers)
            assert answer.status_code == 403
            assert "headline" not in answer.text
            assert answer["Content-Type"] == "text/plain"

    def test_a_login_page_that_lay_open_too_long_is_shown_anew(self, browser):
        answer = browser.post("/admin/login/?next=/admin/", {"username": "mira", "password": "x"}, headers=OURS)
        assert answer.status_code == 302
        assert answer["Location"] == "/admin/login/?next=/admin/"


@pytest.mark.parametrize(
    "value", ["\x00", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "x" * 100_000, ""]
)
def test_odd_values_are_kept_without_breaking(browser, value):
    assert send(browser, {"field": value}).status_code in (400, 403)
