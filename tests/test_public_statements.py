"""The first law, statement by statement: what readers' pages may ask passes, and nothing that anybody smuggles in."""

import sqlite3

import pytest
from django.core.cache import caches
from django.db import connection, transaction
from django.db.models import Count, Exists, F, OuterRef, Q, TextField, Value
from django.db.models.functions import Coalesce, ExtractYear, TruncMonth, Upper
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from articles.models import Article, ArticleTag, Author, Path, Section, Story, TagPage
from articles.publishing.search import index, search
from articles.publishing.tables import DeskTableRefused, fault, public_tables_only

TEXT = Value("it's ; -- /* x */", output_field=TextField())


def raw(statement, params=None):
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall()


@pytest.fixture
def secret_story(db):
    author = User.objects.create(username="rosa", email="rosa@example.org")
    now = timezone.now()
    return Story.objects.create(
        slug="the-secret", headline="CANARY-DRAFT", created_by=author, created_at=now, updated_at=now
    )


@pytest.fixture
def article(db):
    section = Section.objects.create(name="Town", slug="town")
    now = timezone.now()
    return Article.objects.create(
        story_number=7, edition_number=1, kind="first", path="/2026/11/bridge/", section=section, type_of_work="news",
        language="en-gb", headline="The bridge reopens", body="<p>At last.</p>", text="At last.",
        first_published_at=now, published_at=now, updated_at=now,
    )  # fmt: skip


@pytest.mark.django_db
class TestWhatReadersPagesAsk:
    """Everything that the ORM writes for public models passes; nothing is refused that a page may need."""

    QUERIES = (
        lambda: Article.objects.newest_first().for_cards(),
        lambda: Article.objects.filter(Q(headline__icontains="%'x") | ~Q(path__startswith="/20")),
        lambda: Article.objects.filter(path__iregex="a|b").exclude(language__in=["de", "fr"]),
        lambda: Article.objects.annotate(year=ExtractYear("first_published_at")).filter(year__gte=2020),
        lambda: Article.objects.annotate(month=TruncMonth("first_published_at")).values("month").annotate(Count("pk")),
        lambda: Article.objects.dates("first_published_at", "month"),
        lambda: Article.objects.datetimes("first_published_at", "day"),
        lambda: Article.objects.values("section__name").annotate(number=Count("pk")).filter(number__gt=0),
        lambda: Article.objects.annotate(shout=Upper(Coalesce("standfirst", TEXT))),
        lambda: Article.objects.filter(tag_links__tag_page__slug="water").distinct().order_by(F("updated_at").desc()),
        lambda: Article.objects.filter(Exists(ArticleTag.objects.filter(article=OuterRef("pk")))),
        lambda: Article.objects.filter(pk__in=Article.objects.filter(is_retracted=False).values("pk")),
        lambda: Article.objects.filter(lead_picture__isnull=True, bylines__0__name="Ada"),
        lambda: Article.objects.filter(pk=1).union(Article.objects.filter(pk=2)),
        lambda: Article.objects.prefetch_related("tag_links__tag_page", "author_links__author"),
        lambda: TagPage.objects.live(),
        lambda: Author.objects.live().filter(slug="ada"),
        lambda: Path.objects.all()[:3],
        lambda: search("the bridge").articles,
        lambda: search('"at last" -tunnel').articles,
    )

    @pytest.mark.parametrize("query", QUERIES)
    def test_passes(self, query, article):
        with public_tables_only():
            list(query())
            if hasattr(query(), "iterator"):
                query().exists()
                query().count()

    def test_may_stand_in_a_transaction(self, article):
        with public_tables_only(), transaction.atomic(), transaction.atomic():
            assert Article.objects.get() == article

    def test_costs_no_statement_of_its_own(self, article):
        with (
            CaptureQueriesContext(
                connection,
            ) as captured,
            public_tables_only(),
        ):
            Article.objects.get()
        assert len(captured) == 1

    def test_may_ask_more_while_an_answer_is_read(self, article):
        Article.objects.filter(pk=article.pk).update(headline="One")
        with public_tables_only():
            for one in Article.objects.defer("text").iterator(chunk_size=1):
                assert one.text == "At last."

    @pytest.mark.django_db(transaction=True)
    def test_may_be_the_first_of_a_new_connection(self, article):
        index(article)
        connection.close()
        with public_tables_only():
            assert search("bridge").articles == [article]
            assert Article.objects.get() == article

    def test_may_not_write_even_public_tables(self, article):
        with public_tables_only():
            for write in (
                lambda: Article.objects.update(headline="x"),
                lambda: article.delete(),
                lambda: Section.objects.create(name="a", slug="a"),
                lambda: (
                    list(Article.objects.select_for_update()) if connection.vendor == "postgresql" else raw("DROP x")
                ),
            ):
                with pytest.raises(DeskTableRefused):
                    write()

    @override_settings(
        CACHES={"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "desk_cache"}}
    )
    def test_may_not_lean_on_the_desks_cache(self):
        with public_tables_only(), pytest.raises(DeskTableRefused):
            caches["default"].get("x")


ATTACKS = (
    "SELECT * FROM articles_story",
    'SELECT * FROM "articles_story"',
    'SELECT * FROM "ARTICLES_STORY"',
    "SELECT * FROM `articles_story`",
    "SELECT * FROM [articles_story]",
    "SELECT * FROM public.articles_story",
    "SELECT * FROM main.articles_story",
    'SELECT * FROM "public"."public_article"',
    "SELECT * FROM main.public_article",
    "SELECT * FROM public_schema.unknown_table",
    'SELECT id FROM public_article WHERE headline = U&"\\0061"',
    "SELECT id FROM public_article WHERE headline = E'a'",
    "SELECT * FROM public_article, articles_story",
    "SELECT * FROM public_article, unknown_table",
    "SELECT * FROM public_article a JOIN public_tagpage b ON (a.id = b.id), unknown_table",
    "SELECT * FROM (public_article CROSS JOIN unknown_table)",
    "SELECT * FROM (public_article CROSS JOIN (public_tagpage CROSS JOIN unknown_table))",
    "SELECT * FROM public_article NATURAL JOIN unknown_table",
    "SELECT * FROM public_article WHERE id IN (SELECT id FROM unknown_table)",
    "SELECT (SELECT max(id) FROM unknown_table) FROM public_article",
    "SELECT id FROM public_article UNION SELECT id FROM unknown_table",
    "SELECT id FROM public_article UNION TABLE unknown_table",
    "SELECT id FROM public_article UNION ALL SELECT id FROM articles_story ORDER BY 1",
    "SELECT * FROM ONLY articles_story",
    "SELECT * FROM LATERAL (SELECT * FROM unknown_table) x",
    "WITH articles_story AS (SELECT 1) SELECT * FROM articles_story",
    "WITH public_x AS (SELECT * FROM unknown_table) SELECT * FROM public_x",
    "WITH public_x AS (DELETE FROM public_article RETURNING *) SELECT * FROM public_x",
    "SELECT * FROM (WITH public_x AS (SELECT 1) SELECT * FROM public_x) y",
    "WITH RECURSIVE public_x AS (SELECT 1 UNION SELECT 2) SELECT * FROM public_x",
    "SELECT 1 /* ' */ FROM articles_story /* ' */",
    "SELECT 1 /* /* */ ' */ FROM articles_story /* ' */",
    "SELECT 1 -- '\nFROM articles_story -- '",
    """SELECT 'a' "x'", id FROM articles_story WHERE 'b'='b'""",
    "SELECT E'\\'', id FROM articles_story WHERE '1'='1'",
    "SELECT e'\\'' , id FROM unknown_table WHERE '1'='1'",
    "SELECT $$'$$, id FROM articles_story WHERE $$'$$ = $$'$$",
    "SELECT $x$'$x$ FROM unknown_table WHERE $x$'$x$ = ''",
    'SELECT * FROM U&"\\0061rticles_story"',
    'SELECT * FROM U&"!0061rticles_story" UESCAPE \'!\'',
    "SELECT 1FROM unknown_table",
    "SELECT 1,FROM unknown_table",
    "SELECT*FROM(unknown_table)",
    'SELECT"id"FROM"unknown_table"',
    "SELECT\n1\tFROM\r\nunknown_table",
    "SELECT 1\u00a0FROM public_article, unknown_table",
    "TABLE articles_story",
    "VALUES (1)",
    "COPY articles_story TO STDOUT",
    "COPY (SELECT 1) TO PROGRAM 'id'",
    "SELECT * INTO public_copy FROM public_article",
    "SELECT * FROM public_article FOR UPDATE",
    "SELECT 1; SELECT * FROM articles_story",
    "SELECT 1;",
    "SELECT query_to_xml('select * from articles_story', true, true, '')",
    "SELECT \"query_to_xml\"('select * from articles_story', true, true, '')",
    "SELECT pg_catalog.query_to_xml ('select 1', true, true, '')",
    "SELECT table_to_xml('articles_story', true, true, '') FROM public_article",
    "SELECT * FROM database_to_xml(true, true, '')",
    "SELECT * FROM ts_stat('select to_tsvector(headline) from articles_story')",
    "SELECT ts_rewrite('a'::tsquery, 'select 1')",
    "SELECT pg_read_file('/etc/passwd')",
    "SELECT lo_import('/etc/passwd')",
    "SELECT * FROM dblink('dbname=x', 'select 1') AS t(a int)",
    "SELECT set_config('search_path', 'x', false)",
    "SELECT current_setting('data_directory')",
    "SELECT setval('articles_story_id_seq', 1)",
    "SELECT * FROM pg_class",
    "SELECT * FROM pg_catalog.pg_user",
    "SELECT * FROM information_schema.tables",
    "SELECT sql FROM sqlite_master",
    "SELECT name FROM pragma_table_list",
    "SELECT * FROM pragma_table_info('articles_story')",
    "SELECT * FROM dbstat",
    "SELECT load_extension('x')",
    "PRAGMA table_list",
    "ATTACH DATABASE 'x' AS y",
    "EXPLAIN SELECT * FROM public_article",
    "INSERT INTO public_article SELECT * FROM articles_story",
    "UPDATE public_article SET headline = (SELECT headline FROM articles_story)",
    "UPDATE sqlite_master SET sql = 1",
    "DELETE FROM public_article",
    "DROP TABLE public_article",
    "CREATE VIEW public_v AS SELECT * FROM articles_story",
    "SET ROLE postgres",
    "DO $$ BEGIN END $$",
    "CALL x()",
    "LISTEN x",
    "BEGIN; SELECT * FROM articles_story",
    "SAVEPOINT x; SELECT * FROM articles_story",
    "SELECT 1 FROM %s",
    "SELECT 'unended",
    "",
    "-- nothing",
)  # fmt: skip


@pytest.mark.django_db
class TestWhatNobodyPastesIntoAPage:
    @pytest.mark.parametrize("statement", ATTACKS)
    def test_is_refused_before_it_reaches_the_database(self, statement):
        passed = []
        with (
            public_tables_only(),
            connection.execute_wrapper(lambda execute, *call: passed.append(call)),
            pytest.raises(DeskTableRefused),
        ):
            raw(statement)
        assert not passed

    def test_nor_by_a_parameter_that_is_no_value(self):
        extensions = pytest.importorskip("psycopg2.extensions")
        with public_tables_only(), pytest.raises(DeskTableRefused):
            raw("SELECT * FROM %s", [extensions.AsIs("articles_story")])

    def test_nor_in_another_shape_than_text_or_many_at_once(self):
        with public_tables_only(), connection.cursor() as cursor:
            with pytest.raises(DeskTableRefused):
                cursor.execute(b"SELECT 1")
            with pytest.raises(DeskTableRefused):
                cursor.executemany("SELECT %s", [[1], [2]])

    def test_a_string_that_only_mentions_the_desk_is_no_offence(self):
        assert not fault("SELECT id FROM public_article WHERE headline = 'articles_story; DROP -- /* $$'")

    @pytest.mark.django_db(transaction=True)  # executescript() commits
    @pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite")
    def test_sqlite_itself_refuses_what_passes_no_wrapper(self, secret_story):
        with public_tables_only():
            connection.close()
            assert raw("SELECT count(*) FROM public_article") == [(0,)]
            with public_tables_only():
                pass
            driver = connection.connection
            for statement in (
                "SELECT * FROM articles_story",
                "SELECT count(*) FROM articles_story",
                "WITH x AS (SELECT headline FROM articles_story) SELECT * FROM x",
                "SELECT sql FROM sqlite_master",
                "PRAGMA table_info(articles_story)",
                "ATTACH DATABASE ':memory:' AS y",
                "INSERT INTO public_section (name) VALUES ('x')",
                "UPDATE public_section SET name = 'x'",
            ):
                with pytest.raises(sqlite3.DatabaseError, match=r"prohibited|not authorized"):
                    driver.execute(statement)
            with pytest.raises(sqlite3.DatabaseError):
                driver.executescript("SELECT * FROM articles_story;")
        assert Story.objects.count() == 1
