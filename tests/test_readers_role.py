"""manage.py grant_reader: what PostgreSQL itself lets the readers' process see."""

import os
from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.urls import reverse

from articles.management import readers_role
from articles.models.public import Article
from articles.reading.urls import urlpatterns
from tests.make_public import (
    correction,
    make_article,
    make_author,
    make_profile,
    make_section,
    make_tag,
    part,
    picture,
    source,
)

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")  # roles are the whole server's
ROLE = f"newsroom_readers_{WORKER}"
GROUP = f"newsroom_group_{WORKER}"
WORDS = {"sections": "harbour", "tags": "ferries", "authors": "ida-moss", "people": "ora-vane"}
WORDS |= {"organizations": "quay-trust", "(?P<year>": "the-ferry", "media": "x", "about": "unnamed-sources"}

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="roles are PostgreSQL's"),
]


def refused(statement):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        ask(statement)


def ask(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def tables():
    return connection.introspection.table_names()


@pytest.fixture
def a_paper():
    """A live article with everything around it, so that each kind of page has something to show."""
    people = [make_profile("ora-vane"), make_profile("quay-trust", "organization")]
    return make_article(
        "The ferry", slug="the-ferry", section=make_section("harbour"), tags=[make_tag("ferries")], profiles=people,
        authors=[make_author("ida-moss")], corrections=[correction("The boat came at nine.")], pictures=[picture()],
        people=[part("Ora Vane", profile=people[0])], sources=[source("The timetable")],
    )  # fmt: skip


@pytest.fixture
def as_readers(a_paper):
    readers_role.grant(connection, ROLE)
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {ROLE}")


def addresses():
    """One address of every kind that readers have, from the urlconf itself: a new page is asked, too."""
    article = Article.objects.get()
    year, month = article.path.split("/")[1:3]
    for pattern in urlpatterns:
        told = {"year": year, "month": month, "slug": "the-ferry", "name": "x.jpg", "number": "0"}
        first = str(pattern.pattern).lstrip("^").split("/")[0]
        told["slug"] = WORDS.get(first, told["slug"])
        told["name"] = "stories" if first.startswith("sitemap-") else told["name"]
        wanted = {name: told[name] for name in pattern.pattern.regex.groupindex}
        yield reverse(f"reading:{pattern.name}", kwargs=wanted, urlconf="newsroom.urls_public")


class TestTheReadersRole:
    def test_serves_every_page_of_the_readers(self, as_readers, settings):
        settings.ROOT_URLCONF = "newsroom.urls_public"
        client = Client()
        answers = {address: client.get(address, {"q": "ferry"}).status_code for address in addresses()}
        assert len(answers) > 15
        others = {address: status for address, status in answers.items() if status != 200}
        assert others == {"/media/x.jpg": 404, "/report/": 302}, answers

    def test_reads_public_tables_and_no_other(self, as_readers):
        public = [table for table in tables() if table.startswith("public_")]
        assert len(public) > 5
        for table in public:
            ask(f"SELECT * FROM {table} LIMIT 1")
        for table in set(tables()) - set(public):
            refused(f"SELECT * FROM {table} LIMIT 1")

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE public_article SET headline = 'x'",
            "DELETE FROM public_path",
            "INSERT INTO public_section (name, slug, description, position, is_live) VALUES ('x', 'x', '', 1, true)",
            "CREATE TABLE public_mine (x int)",
            "CREATE TEMPORARY TABLE mine (x int)",
            "SELECT nextval('public_section_id_seq')",
            "SELECT pg_read_file('/etc/passwd')",
            "SELECT passwd FROM pg_shadow",
        ],
    )
    def test_changes_nothing_and_reads_nothing_else(self, as_readers, statement):
        refused(statement)

    def test_loses_what_it_was_given_beside(self, a_paper):
        readers_role.grant(connection, ROLE)
        with connection.cursor() as cursor:
            cursor.execute(f"GRANT ALL ON articles_story TO {ROLE}")
            cursor.execute("GRANT SELECT ON articles_source TO PUBLIC")
            cursor.execute(f"CREATE ROLE {GROUP}")
            cursor.execute(f"GRANT {GROUP} TO {ROLE}")
        readers_role.grant(connection, ROLE)
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL ROLE {ROLE}")
        refused("SELECT * FROM articles_story")
        refused("SELECT * FROM articles_source")
        assert ask(f"SELECT pg_has_role('{ROLE}', '{GROUP}', 'member')") == [(False,)]

    def test_is_never_a_role_with_powers_of_its_own(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            me = cursor.fetchone()[0]
        with pytest.raises(CommandError, match="choose a role of the readers' own"):
            call_command("grant_reader", role=me)


class TestTheCommand:
    def test_tells_a_new_password_once(self, capsys):
        call_command("grant_reader", role=ROLE)
        line = capsys.readouterr().out.splitlines()[-1]
        url = urlsplit(line.removeprefix("DATABASE_URL="))
        assert (url.username, len(url.password)) == (ROLE, 32)
        call_command("grant_reader", role=ROLE)
        assert "DATABASE_URL" not in capsys.readouterr().out

    def test_takes_a_password_from_the_environment(self, capsys, monkeypatch):
        monkeypatch.setenv("READERS_PASSWORD", "a secret of the operator's")
        call_command("grant_reader", role=ROLE, password_env="READERS_PASSWORD")
        assert "secret" not in capsys.readouterr().out
        with pytest.raises(CommandError, match="no MISSING in the environment"):
            call_command("grant_reader", role=ROLE, password_env="MISSING")
