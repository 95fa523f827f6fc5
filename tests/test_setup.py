"""A real newsroom begins: what setup asks for, refuses, makes, and does not make twice."""

import gc
import io
import os
import runpy
from types import SimpleNamespace

import environ
import pytest
from django.core.management import CommandError, call_command
from gunicorn.http.wsgi import Response

from accounts.models import User
from articles.models import Section

TOLD = {
    "name": 'The "Late" Courier',
    "url": "https://courier.example",
    "zone": "Europe/Oslo",
    "language": "en-gb",
    "sections": ["Town", "Harbour & Sea", "東京"],
    "username": "ada",
    "email": "ada@courier.example",
    "password_env": "FIRST_PASSWORD",
}
PASSWORD = "a long walk home"


@pytest.fixture
def var(settings, tmp_path, monkeypatch):
    settings.VAR_DIR = tmp_path
    monkeypatch.setenv("FIRST_PASSWORD", PASSWORD)
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.delenv("NEWSROOM_NAME", raising=False)
    language = settings.LANGUAGE_CODE
    yield tmp_path
    settings.LANGUAGE_CODE = language


def set_up(**changes):
    out, err = io.StringIO(), io.StringIO()
    call_command("setup", no_input=True, stdout=out, stderr=err, **(TOLD | changes))
    return out.getvalue() + err.getvalue()


def written(var):
    held = environ.Env()
    values = dict(os.environ)
    os.environ.clear()
    try:
        held.read_env(var / "newsroom.env")
        return dict(os.environ)
    finally:
        os.environ.clear()
        os.environ.update(values)


@pytest.mark.django_db
class TestSetup:
    def test_makes_a_newsroom_with_sections_and_an_administrator(self, var):
        assert "ready" in set_up()
        assert [section.name for section in Section.objects.all()] == ["Town", "Harbour & Sea", "東京"]
        assert all(section.slug for section in Section.objects.all())
        ada = User.objects.get(username="ada")
        assert ada.check_password(PASSWORD)
        assert ada.is_staff
        assert not ada.is_superuser
        assert ada.groups.count() == 1
        assert ada.has_perm("accounts.change_user")

    def test_writes_what_settings_read(self, var):
        set_up()
        assert written(var) == {
            "NEWSROOM_NAME": 'The "Late" Courier',
            "SITE_URL": "https://courier.example",
            "TIME_ZONE": "Europe/Oslo",
            "LANGUAGE_CODE": "en-gb",
        }

    def test_twice_is_once_and_changes_nobodys_password(self, var, monkeypatch):
        set_up()
        monkeypatch.setenv("FIRST_PASSWORD", "another long walk")
        set_up(name="The Early Courier", sections=["Town", "Sport"])
        assert Section.objects.count() == 4
        assert User.objects.get(username="ada").check_password(PASSWORD)
        assert written(var)["NEWSROOM_NAME"] == "The Early Courier"

    def test_keeps_other_lines_of_the_file(self, var):
        (var / "newsroom.env").write_text("# ours\nNEWSROOM_TAGLINE=Slowly\nTIME_ZONE=Asia/Tokyo")
        set_up()
        assert written(var)["NEWSROOM_TAGLINE"] == "Slowly"
        assert written(var)["TIME_ZONE"] == "Europe/Oslo"

    def test_makes_a_superuser_only_where_told(self, var):
        set_up(superuser=True)
        assert User.objects.get(username="ada").is_superuser

    def test_says_where_the_environment_comes_first(self, var, monkeypatch):
        monkeypatch.setenv("SITE_URL", "https://other.example")
        assert "SITE_URL is 'https://other.example' in the environment" in set_up()

    def test_says_where_the_desk_is(self, var, monkeypatch):
        monkeypatch.setenv("DESK_URL", "https://desk.example")
        assert "sign in at https://desk.example/admin/" in set_up()

    def test_shows_no_password(self, var):
        assert PASSWORD not in set_up()

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("name", ""), ("name", "two\nlines"), ("name", "x" * 81), ("name", "$HOME"),
            ("url", "courier.example"), ("url", "ftp://courier.example"), ("url", "https://courier.example/news"),
            ("url", 'https://courier.example"'), ("url", "https://[bad"), ("zone", "Mars/Olympus"), ("zone", "../x"),
            ("language", "tlh"), ("sections", []), ("sections", ["", "Town"]), ("sections", ["x" * 81]),
            ("username", ""), ("username", "a b"), ("email", "ada"), ("email", ""),
        ],
    )  # fmt: skip
    def test_refuses_what_will_not_do_and_changes_nothing(self, var, field, value):
        with pytest.raises(CommandError, match=f"^{field}: "):
            set_up(**{field: value})
        assert not User.objects.exists()
        assert not Section.objects.exists()
        assert not (var / "newsroom.env").exists()

    @pytest.mark.parametrize("password", ["", "short", "123456789012345", "password1234", "ada@courier.example"])
    def test_refuses_a_weak_password(self, var, monkeypatch, password):
        monkeypatch.setenv("FIRST_PASSWORD", password)
        with pytest.raises(CommandError, match=r"^password: "):
            set_up()
        assert not User.objects.exists()

    def test_refuses_a_password_that_is_not_there(self, var, monkeypatch):
        monkeypatch.delenv("FIRST_PASSWORD")
        with pytest.raises(CommandError, match="no FIRST_PASSWORD"):
            set_up()

    def test_refuses_somebody_elses_address(self, var):
        User.objects.create(username="bob", email="Ada@courier.example")
        with pytest.raises(CommandError, match=r"^email: "):
            set_up()

    def test_refuses_to_begin_among_the_demos_stories(self, var):
        (var / "demo-logins.txt").write_text("mira secret-password Reporter\nedda other Editor\n")
        User.objects.create(username="mira", email="mira@example.org")
        with pytest.raises(CommandError, match="holds the demo newsroom") as refusal:
            set_up()
        assert "secret-password" not in str(refusal.value)
        assert not User.objects.filter(username="ada").exists()


@pytest.mark.django_db
class TestAsking:
    @pytest.fixture
    def typed(self, var, monkeypatch):
        def type_in(answers, passwords):
            monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
            answers, passwords, asked = iter(answers), iter(passwords), []
            monkeypatch.setattr("builtins.input", lambda question: (asked.append(question), next(answers))[1])
            monkeypatch.setattr("getpass.getpass", lambda question: next(passwords))
            call_command("setup", stdout=io.StringIO(), stderr=io.StringIO())
            return asked

        return type_in

    def test_is_answered_line_by_line(self, typed, var):
        answers = ["The Courier", "https://courier.example", "", "", "Town, Sea", "ada", "ada@courier.example"]
        asked = typed(answers, [PASSWORD, PASSWORD])
        assert len(asked) == 7
        assert Section.objects.count() == 2
        assert User.objects.get().check_password(PASSWORD)
        assert written(var)["TIME_ZONE"] == "Europe/London"

    def test_asks_again_for_what_will_not_do(self, typed):
        answers = ["The Courier", "courier", "https://courier.example", "Oslo", "", "", "Town", "ada", "ada@x.example"]
        typed(answers, ["short", PASSWORD, "not the same", PASSWORD, PASSWORD])
        assert User.objects.get().check_password(PASSWORD)

    def test_ends_after_some_tries(self, typed):
        with pytest.raises(CommandError, match="Nothing was changed"):
            typed(["The Courier", "a", "b", "c"], [])
        assert not User.objects.exists()


def test_a_worker_that_has_loaded_its_code_hides_it_from_the_collector(settings, monkeypatch):
    monkeypatch.setattr(Response, "default_headers", Response.default_headers)  # the file changes it
    settled = []
    monkeypatch.setattr(gc, "freeze", lambda: settled.append(True))
    after = runpy.run_path(str(settings.BASE_DIR / "deploy" / "gunicorn.conf.py"))["post_request"]
    for number in range(300):
        after(SimpleNamespace(nr=number), None, None, None)
    assert len(settled) == 2
