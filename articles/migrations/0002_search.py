"""The readers' search index: FTS5 on SQLite, one weighted tsvector with a GIN index on PostgreSQL.

Filled from the Articles that are there. Written out here, not imported: a released migration must not change with the code.
"""

from django.conf import settings
from django.db import DatabaseError, migrations, transaction

STEMMERS = {
    "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french", "hu": "hungarian",
    "it": "italian", "nb": "norwegian", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sv": "swedish", "tr": "turkish",
}


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        create_on_postgresql(schema_editor)
    else:
        schema_editor.execute(
            "CREATE VIRTUAL TABLE public_search USING fts5"
            " (headline, standfirst, names, text, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3 4')"
        )


def create_on_postgresql(schema_editor):
    stemmer = STEMMERS.get(settings.LANGUAGE_CODE.split("-")[0], "simple")
    schema_editor.execute(f"CREATE TEXT SEARCH CONFIGURATION public_search (COPY = pg_catalog.{stemmer})")
    if may_fold_accents(schema_editor):
        dictionary = f"{stemmer}_stem" if stemmer != "simple" else "simple"
        schema_editor.execute(
            "ALTER TEXT SEARCH CONFIGURATION public_search"
            f" ALTER MAPPING FOR hword, hword_part, word WITH unaccent, {dictionary}"
        )
    schema_editor.execute(
        "CREATE TABLE public_search (article_id bigint PRIMARY KEY, first_published_at timestamptz NOT NULL,"
        " document tsvector NOT NULL)"
    )
    # In the row, not beside it: else the planner thinks reading all of them cheap, and rare words cost a whole scan.
    schema_editor.execute("ALTER TABLE public_search ALTER COLUMN document SET STORAGE MAIN")
    schema_editor.execute("CREATE INDEX public_search_document ON public_search USING gin (document) WITH (fastupdate = off)")
    schema_editor.execute("CREATE INDEX public_search_by_time ON public_search (first_published_at, article_id)")


def may_fold_accents(schema_editor):
    """Whether the extension is there or may be made; without it, search keeps to the letters as typed."""
    try:
        with transaction.atomic(using=schema_editor.connection.alias):
            schema_editor.execute("CREATE EXTENSION IF NOT EXISTS unaccent")
    except DatabaseError:
        return False
    return True


def fill(apps, schema_editor):
    articles = apps.get_model("articles", "Article").objects.using(schema_editor.connection.alias)
    if schema_editor.connection.vendor == "postgresql":
        vector = " || ".join(f"setweight(to_tsvector('public_search', %s), '{weight}')" for weight in "ABCD")
        statement = f"INSERT INTO public_search (article_id, first_published_at, document) VALUES (%s, %s, {vector})"
    else:
        statement = "INSERT INTO public_search (rowid, headline, names, standfirst, text) VALUES (%s, %s, %s, %s, %s)"
    with schema_editor.connection.cursor() as cursor:
        for article in articles.iterator():
            named = [*article.people, *article.organizations, *article.tags, *article.bylines]
            names = " ; ".join(dict.fromkeys(one["name"] for one in named))
            standfirst = f"{article.standfirst} {article.dateline}".strip()
            at = [article.first_published_at] if schema_editor.connection.vendor == "postgresql" else []
            cursor.execute(statement, [article.pk, *at, article.headline, names, standfirst, article.text[:250_000]])


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE IF EXISTS public_search")
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TEXT SEARCH CONFIGURATION IF EXISTS public_search")


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]
    operations = [migrations.RunPython(create, drop), migrations.RunPython(fill, migrations.RunPython.noop)]
