"""What every request gets: its side, its headers, and words where something is wrong with it."""

import pytest
from django.db import DataError, connection
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path

from accounts.models import User
from articles.models import Article
from newsroom.urls_public import handler400, handler403, handler404, handler500  # noqa: F401


def plain(request):
    return HttpResponse("Good morning")


def nonce(request):
    return HttpResponse(f'<script nonce="{request.csp_nonce}"></script>')


def form(request):
    return HttpResponse(request.POST.get("text", ""))


def find(request):
    """Asks the database for whatever was typed, as no careful view would."""
    request_value = request.POST.get("text") or request.GET.get("text", "")
    return HttpResponse(str(Article.objects.filter(headline=request_value).count()))


def number(request):
    numbers = [int(value) for value in request.GET.getlist("number")]
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM public_article WHERE id = %s", numbers)
        return HttpResponse(str(cursor.fetchall()))


def broken(request):
    raise DataError("value too long for type character varying(300)")


def half(request):
    return HttpResponse("\ud800".encode())


def bug(request, *args, **kwargs):
    raise ValueError("a mistake of ours")


views = {"": plain, "nonce/": nonce, "form/": form, "find/": find, "number/": number, "broken/": broken, "half/": half,
         "bug/": bug}  # fmt: skip
own = [path(name, view) for name, view in views.items()]
urlpatterns = [
    path("admin/", include(([path("login/", plain, name="login"), *own], "admin"))),
    *own,
]
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create(username="edda", email="edda@example.org", is_staff=True))
    client.raise_request_exception = False
    return client


@pytest.fixture
def reader():
    return Client(raise_request_exception=False)


def policy(response):
    return dict(part.partition(" ")[::2] for part in response["Content-Security-Policy"].split("; "))


class TestAReader:
    def test_gets_no_cookie_and_no_session_though_one_is_sent(self, reader, editor, django_assert_num_queries):
        reader.cookies = editor.cookies
        with django_assert_num_queries(0):
            response = reader.get("/")
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        assert not hasattr(response.wsgi_request, "session")
        assert not hasattr(response.wsgi_request, "user")

    def test_gets_the_strict_policy(self, reader):
        rules = policy(reader.get("/"))
        assert rules["default-src"] == "'none'"
        assert rules["script-src"] == rules["style-src"] == "'self'"
        assert rules["frame-ancestors"] == rules["base-uri"] == rules["object-src"] == "'none'"

    @pytest.mark.parametrize("address", ["/", "/nowhere/", "/admin/", "/admin/login/?next=/admin/"])
    def test_gets_the_headers_on_every_page(self, reader, address):
        response = reader.get(address)
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Referrer-Policy"] == "same-origin"
        assert response["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "geolocation=()" in response["Permissions-Policy"]
        assert response["X-Frame-Options"] == "DENY"
        assert "Content-Security-Policy" in response
        assert "Server" not in response

    @pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "BREW"])
    def test_is_refused_methods_that_nobody_uses(self, reader, method):
        assert reader.generic(method, "/").status_code == 405

    def test_of_a_public_process_finds_no_desk(self, reader, settings):
        settings.SITE = "public"
        response = reader.get("/admin/")
        assert not response.wsgi_request.is_desk
        assert "unsafe-eval" not in response["Content-Security-Policy"]


class TestTheDesk:
    def test_is_closed_to_strangers(self, reader):
        response = reader.get("/admin/")
        assert response.status_code == 302
        assert b"Good morning" not in response.content

    def test_has_its_own_policy_with_a_nonce_where_one_is_used(self, editor):
        response = editor.get("/admin/nonce/")
        given = response.content.decode().split('"')[1]
        assert f"'nonce-{given}'" in policy(response)["script-src"]
        assert policy(response)["default-src"] == "'none'"
        assert "nonce" not in policy(editor.get("/admin/"))["script-src"]

    def test_gives_every_page_another_nonce(self, editor):
        assert editor.get("/admin/nonce/").content != editor.get("/admin/nonce/").content

    @pytest.mark.parametrize("address", ["/admin/", "/admin/nowhere/", "/admin/bug/", "/admin/?x=%00"])
    def test_is_kept_by_no_cache_and_no_index(self, editor, address):
        response = editor.get(address)
        assert response["Cache-Control"] == "no-store, private"
        assert response["X-Robots-Tag"] == "noindex"

    def test_asks_for_a_token_with_every_form(self, editor):
        strict = Client(enforce_csrf_checks=True)
        strict.cookies = editor.cookies
        assert strict.post("/admin/form/", {"text": "x"}).status_code == 403


NUL = ["/?q=%00", "/?a%00b=1", "/a%00b/", "/find/?text=a%00", "/admin/?q=a%00b", "/admin/find/?text=a%00"]


class TestBadInput:
    @pytest.mark.parametrize("address", NUL)
    def test_with_a_nul_byte_in_the_address_is_refused_with_words(self, editor, reader, address):
        for client in (editor, reader):
            response = client.get(address)
            assert response.status_code in {302, 400, 404}
        assert b"could not read" in response.content or response.status_code == 302

    def test_with_a_nul_byte_in_a_form_reaches_the_form_which_keeps_the_text(self, editor):
        assert editor.post("/admin/form/", {"text": "a\x00b"}).content == b"a\x00b"

    def test_with_a_nul_byte_that_reaches_the_database_is_no_500(self, editor):
        assert editor.post("/admin/find/", {"text": "a\x00b"}).status_code == (
            400 if connection.vendor == "postgresql" else 200
        )

    def test_with_a_nul_byte_in_the_session_cookie_is_no_500(self, reader):
        response = reader.get("/admin/", headers={"cookie": 'sessionid="a\\000b"'})
        assert response.status_code == 400

    @pytest.mark.parametrize("value", ["9" * 30, "-" + "9" * 30, str(2**63)])
    @pytest.mark.parametrize("side", ["/", "/admin/"])
    def test_with_a_number_past_the_databases_end_is_no_500(self, editor, side, value):
        assert editor.get(f"{side}number/?number={value}").status_code in {200, 400}

    def test_that_does_not_fit_its_column_is_refused(self, editor):
        assert editor.get("/broken/").status_code == 400

    def test_with_half_a_character_is_refused(self, reader):
        assert reader.get("/half/").status_code == 400

    def test_that_is_far_too_large_is_told_so(self, editor, settings):
        settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
        response = editor.post("/admin/form/", {"text": "x" * 2000})
        assert response.status_code == 413
        assert "too much at once" in response.content.decode()

    def test_with_too_many_fields_or_files_is_refused(self, editor, settings):
        settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5
        many = {f"field{number}": "x" for number in range(9)}
        assert editor.post("/admin/form/", many).status_code == 400
        assert editor.get("/admin/", many).status_code == 400

    def test_of_a_broken_upload_is_refused(self, editor):
        response = editor.post("/admin/form/", "no parts here", content_type="multipart/form-data; boundary=")
        assert response.status_code == 400

    def test_for_another_host_is_refused(self, reader):
        assert reader.get("/", headers={"host": "evil.example"}).status_code == 400

    def test_does_not_hide_a_mistake_of_ours(self, reader):
        assert reader.get("/bug/").status_code == 500

    def test_gets_an_answer_though_the_page_of_errors_is_broken_too(self, reader, monkeypatch):
        monkeypatch.setattr("newsroom.errors.render", bug)
        response = reader.get("/bug/")
        assert response.status_code == 500
        assert b"Something broke" in response.content

    def test_stands_in_no_log_line(self, reader, caplog):
        reader.get("/broken/?secret=CANARY")
        assert "CANARY" not in caplog.text
