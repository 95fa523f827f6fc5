"""What the environment says, what stops a start, and what the system checks find before anybody is harmed."""

import json
import os
import re
import runpy
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.checks import registry
from django.db import models
from django.test import override_settings
from django.test.utils import isolate_apps
from django.utils import translation
from django.utils.formats import date_format

from newsroom import checks

ROOT = Path(settings.BASE_DIR)
PRODUCTION = {
    "SECRET_KEY": "aB3-dE6_gH9-jK2_mN5-pQ8_sT1-vW4_yZ7-bC0_eF3-hI6_kL9",
    "CONFIDENTIAL_KEYS": "b25seS1mb3ItY2hlY2tzLW9ubHktZm9yLWNoZWNrcy0=",
    "SITE_URL": "https://news.example.org",
    "REDIS_URL": "redis://127.0.0.1:6379/0",
}


def ids(check):
    return [found.id for found in check(None)]


class Started:
    """Settings as a process with exactly this environment reads them."""

    def __init__(self, tmp_path, environment):
        self.environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), **environment}

    def run(self, *arguments):
        return subprocess.run(
            [sys.executable, *arguments], cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False
        )

    def read(self, *names):
        code = f"import json; from newsroom import settings as s; print(json.dumps([getattr(s, n) for n in {names!r}]))"
        done = self.run("-c", code)
        assert not done.returncode, done.stderr
        return json.loads(done.stdout)


@pytest.fixture
def started(tmp_path):
    return lambda **environment: Started(tmp_path, environment)


class TestAStart:
    def test_without_secrets_is_refused_and_names_each(self, started):
        done = started().run("manage.py", "check")
        assert done.returncode
        assert "Not set: SECRET_KEY, CONFIDENTIAL_KEYS" in done.stderr

    def test_without_one_secret_names_that_one(self, started):
        done = started(SECRET_KEY="x" * 60).run("manage.py", "check")
        assert "Not set: CONFIDENTIAL_KEYS." in done.stderr

    def test_finds_the_secrets_that_make_run_generated(self, started, tmp_path):
        code = "from newsroom import first_run, serve; first_run.write_missing_secrets(serve.VAR_DIR / 'secrets.env')"
        made = started().run("-c", code)
        assert not made.returncode, made.stderr
        assert not started().run("manage.py", "check").returncode
        assert (tmp_path / "secrets.env").stat().st_mode & 0o777 == 0o600

    def test_takes_the_environment_before_the_files(self, started, tmp_path):
        (tmp_path / "newsroom.env").write_text('NEWSROOM_NAME="The \\"Late\\" Courier"\nTIME_ZONE=Europe/Oslo\n')
        start = started(**PRODUCTION, TIME_ZONE="Asia/Tokyo")
        assert start.read("NEWSROOM_NAME", "TIME_ZONE") == ['The "Late" Courier', "Asia/Tokyo"]

    @pytest.mark.parametrize("site", ["both", "public", "desk"])
    def test_in_production_is_clean_on_every_side(self, started, site):
        done = started(**PRODUCTION, SITE=site).run("manage.py", "check", "--deploy", "--fail-level", "WARNING")
        assert not done.returncode, done.stderr

    def test_with_an_unknown_side_is_refused(self, started):
        done = started(**PRODUCTION, SITE="desc").run("manage.py", "check")
        assert "newsroom.E001" in done.stderr


class TestTheTables:
    """What the settings ask the environment for, what README.md explains, and what deploy/ fills in: one set of names."""

    EXAMPLES = [ROOT / "deploy" / f"{name}.env.example" for name in ("newsroom", "desk", "public")]
    OF_DEPLOY = {"SITE_HOST", "DESK_HOST", "HTTP_PORT", "HTTPS_PORT", "DESK_BIND", "READERS_DOOR", "MEDIA_DIR"}
    OF_DEPLOY |= {"CERTIFICATES", "ACCESS_LOG", *(f"PUBLIC_{n}_{part}" for n in (1, 2) for part in ("HOST", "PORT"))}

    def explained(self):
        rows = [line.split("|")[1] for line in (ROOT / "README.md").read_text().splitlines() if line.startswith("| `")]
        return {name for row in rows for name in re.findall(r"`([A-Z_]+)`", row)}

    def test_readme_explains_every_name_that_is_asked_for(self):
        asked = (ROOT / "newsroom" / "settings.py").read_text() + (ROOT / "deploy" / "gunicorn.conf.py").read_text()
        names = set(re.findall(r"""(?:env(?:\.\w+)?|environ\.get)\(\s*(?:#.*\s*)?['"]([A-Z_]+)['"]""", asked))
        assert len(names) > 25 and names <= self.explained() | {"PAGE_CACHE_FILE"}

    def test_every_name_of_the_examples_is_explained_or_one_that_deploy_fills_in(self):
        filled = runpy.run_path(str(ROOT / "deploy" / "filled.py"))
        for example in self.EXAMPLES:
            assert set(filled["table"](example.read_text())) <= self.explained() | self.OF_DEPLOY, example.name

    def test_every_name_that_deploy_fills_in_stands_in_the_one_table(self):
        table = runpy.run_path(str(ROOT / "deploy" / "filled.py"))["table"](self.EXAMPLES[0].read_text())
        for template in ("nginx.conf.template", "varnish.vcl"):
            assert set(re.findall(r"\$\{([A-Z0-9_]+)\}", (ROOT / "deploy" / template).read_text())) <= set(table)

    @pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
    def test_a_shell_reads_an_example_as_the_templates_do(self, example):
        table = runpy.run_path(str(ROOT / "deploy" / "filled.py"))["table"](example.read_text())
        shown = "".join(f'printf "%s\\n" "${name}";' for name in table)
        done = subprocess.run(["sh", "-euc", f". {example}; {shown}"], capture_output=True, text=True, check=True)
        assert done.stdout.splitlines() == list(table.values())


class TestTheTraceOfAnAddress:
    """An address that was itself removed from the record is known by a keyed hash, on both sides."""

    OTHER = "b3RoZXIta2V5cy1vdGhlci1rZXlzLW90aGVyLWtleXM="

    def trace(self, started, **environment):
        code = "import django; django.setup(); from articles.models.public import trace_of; print(trace_of('/x/'))"
        done = started(**PRODUCTION | environment, DJANGO_SETTINGS_MODULE="newsroom.settings").run("-c", code)
        assert not done.returncode, done.stderr
        return done.stdout

    def test_is_the_same_for_sides_with_keys_of_their_own(self, started):
        readers = self.trace(started, SITE="public", CONFIDENTIAL_KEYS=self.OTHER, TRACE_KEY="shared")
        assert readers == self.trace(started, SITE="desk", TRACE_KEY="shared")

    def test_stays_while_keys_are_rotated(self, started):
        rotated = self.trace(started, CONFIDENTIAL_KEYS=f"{self.OTHER},{PRODUCTION['CONFIDENTIAL_KEYS']}")
        assert rotated == self.trace(started) == self.trace(started, TRACE_KEY=PRODUCTION["CONFIDENTIAL_KEYS"])


class TestTheScheme:
    COOKIES = ("SESSION_COOKIE_SECURE", "SESSION_COOKIE_NAME", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS")

    def test_https_makes_cookies_secure_and_redirects(self, started):
        assert started(**PRODUCTION).read(*self.COOKIES) == [True, "__Host-sessionid", True, 31536000]

    def test_http_does_not(self, started):
        plain = PRODUCTION | {"SITE_URL": "http://127.0.0.1:8000"}
        assert started(**plain).read(*self.COOKIES) == [False, "sessionid", False, 0]


class TestTheDatabase:
    def test_is_a_file_of_its_own_by_default(self, started, tmp_path):
        found = started(**PRODUCTION).read("DATABASES")[0]["default"]
        assert found["NAME"] == str(tmp_path / "newsroom.sqlite3")
        assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"

    def test_keeps_what_its_url_asks_and_bounds_every_statement(self, started):
        url = "postgres://a:b@db.example/newsroom?sslmode=require"
        options = started(**PRODUCTION, DATABASE_URL=url).read("DATABASES")[0]["default"]["OPTIONS"]
        assert options["sslmode"] == "require"
        assert "statement_timeout=8000" in options["options"]
        options = started(**PRODUCTION, DATABASE_URL=url, STATEMENT_TIMEOUT="0").read("DATABASES")[0]["default"][
            "OPTIONS"
        ]
        assert "statement_timeout=0" in options["options"]


class TestHosts:
    def test_are_those_of_the_addresses_and_nothing_else(self, started):
        start = started(**PRODUCTION, DESK_URL="https://desk.example.org")
        assert start.read("ALLOWED_HOSTS") == [["desk.example.org", "news.example.org"]]

    def test_of_this_machine_go_by_all_their_names(self, started):
        local = {name: value for name, value in PRODUCTION.items() if name != "SITE_URL"}
        site, hosts = started(**local, PORT="8123").read("SITE_URL", "ALLOWED_HOSTS")
        assert site == "http://127.0.0.1:8123"
        assert hosts == ["127.0.0.1", "[::1]", "localhost"]


class TestTheChecks:
    def test_are_all_registered_and_content(self):
        assert set(checks.CHECKS) <= set(registry.registry.registered_checks)
        for check in checks.CHECKS:
            assert ids(check) == []

    @pytest.mark.parametrize("site", ["", "Public", "admin"])
    def test_a_side_is_one_of_three(self, site):
        with override_settings(SITE=site):
            assert ids(checks.site_is_known) == ["newsroom.E001"]

    @pytest.mark.parametrize(
        "address",
        ["", "news.example.org", "ftp://news.example.org", "https://", "https://a.example/x", "https://a.example/?q"],
    )
    def test_an_address_is_a_scheme_and_a_host(self, address):
        with override_settings(SITE_URL=address):
            assert ids(checks.addresses_are_whole) == ["newsroom.E002"]

    @pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc/passwd", "Europe"])
    def test_a_zone_exists(self, zone, monkeypatch):
        monkeypatch.setattr(settings, "TIME_ZONE", zone)
        assert ids(checks.time_zone_exists) == ["newsroom.E003"]

    @pytest.mark.parametrize("keys", [[], ["short"], ["!" * 44], ["dGVzdHMtb25seQ=="]])
    def test_confidential_keys_can_encrypt(self, keys):
        with override_settings(CONFIDENTIAL_KEYS=keys):
            assert ids(checks.confidential_keys_encrypt) == ["newsroom.E004"]

    def test_a_broken_key_is_named_by_its_place_and_not_shown(self):
        with override_settings(CONFIDENTIAL_KEYS=[*settings.CONFIDENTIAL_KEYS, "hush-hush"]):
            found = list(checks.confidential_keys_encrypt(None))
        assert "Key 2" in found[0].msg
        assert "hush" not in str(found[0])

    @pytest.mark.parametrize("key", ["short", "x" * 80])
    def test_a_secret_key_is_long_and_random(self, key):
        with override_settings(SECRET_KEY=key):
            assert ids(checks.secret_key_is_long) == ["newsroom.E005"]
        with override_settings(SECRET_KEY=key, DEBUG=True):
            assert ids(checks.secret_key_is_long) == []

    @pytest.mark.parametrize("lost", checks.DESK_MIDDLEWARE)
    def test_the_desk_has_all_its_guards(self, lost):
        ours = {
            "SessionMiddleware": "DeskSession",
            "AuthenticationMiddleware": "DeskAuthentication",
            "LoginRequiredMiddleware": "DeskLoginRequired",
            "MessageMiddleware": "DeskMessages",
            "CsrfViewMiddleware": "DeskCsrf",
        }[lost.rsplit(".")[-1]]
        left = [name for name in settings.MIDDLEWARE if not name.endswith(ours)]
        with override_settings(MIDDLEWARE=left):
            assert ids(checks.middleware_fits_the_side) == ["newsroom.E009"]

    def test_the_public_process_has_none_of_them(self):
        with override_settings(SITE="public"):
            assert ids(checks.middleware_fits_the_side) == ["newsroom.E008"] * len(checks.DESK_MIDDLEWARE)


class TestPublicAndDeskModels:
    """System checks refuse a relation from a public model to a desk model, spelled from either end."""

    @pytest.fixture
    def known(self, monkeypatch):
        def see(*mine):
            monkeypatch.setattr(checks.apps, "get_models", lambda **kwargs: list(mine))

        assert checks.apps is apps
        return see

    @isolate_apps("articles")
    def test_a_public_model_may_point_to_a_public_one(self, known):
        class Paper(models.Model):
            class Meta:
                app_label, db_table = "articles", "public_paper"

        class Page(models.Model):
            paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="pages")

            class Meta:
                app_label, db_table = "articles", "public_page"

        known(Paper, Page)
        assert ids(checks.public_models_know_no_desk) == []

    @isolate_apps("articles")
    @pytest.mark.parametrize("relation", ["ForeignKey", "OneToOneField", "ManyToManyField"])
    def test_a_public_model_may_not_point_to_the_desk(self, known, relation):
        class Draft(models.Model):
            class Meta:
                app_label = "articles"

        class Page(models.Model):
            options = {} if relation == "ManyToManyField" else {"on_delete": models.CASCADE}
            draft = getattr(models, relation)(Draft, related_name="+", **options)

            class Meta:
                app_label, db_table = "articles", "public_page"

        known(Draft, Page)
        assert ids(checks.public_models_know_no_desk) == ["newsroom.E006"]

    @isolate_apps("articles")
    @pytest.mark.parametrize("relation", ["ForeignKey", "OneToOneField", "ManyToManyField"])
    def test_the_desk_may_not_be_reached_from_a_public_model(self, known, relation):
        class Page(models.Model):
            class Meta:
                app_label, db_table = "articles", "public_page"

        options = {} if relation == "ManyToManyField" else {"on_delete": models.CASCADE}

        class Draft(models.Model):
            page = getattr(models, relation)(Page, **options)
            quiet = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")

            class Meta:
                app_label = "articles"

        known(Draft, Page)
        assert ids(checks.public_models_know_no_desk) == ["newsroom.E007"]


@pytest.mark.parametrize("language", ["en", "en-gb", "en-us"])
def test_a_moment_on_the_desk_can_be_read_in_one_way_only(language):
    moment = datetime(2026, 5, 3, 13, 5)
    with translation.override(language):
        assert (
            date_format(moment, "SHORT_DATETIME_FORMAT")
            == date_format(moment, "DATETIME_FORMAT")
            == "3 May 2026, 13:05"
        )
