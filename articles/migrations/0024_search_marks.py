"""Every row of the search index gets marks: section, type of work, month and authors, to narrow a question by.

Written out here, not imported: a released migration must not change with the code.
"""

from django.db import migrations

MARKS = """
    ARRAY['=s' || article.section_id, '=t' || article.type_of_work,
          '=m' || to_char(article.first_published_at AT TIME ZONE 'UTC', 'YYYYMM')]
    || ARRAY(SELECT '=a' || author_id FROM public_article_author WHERE article_id = article.id)
"""
OPTIONS = "tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3 4'"


def add(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        add_on_postgresql(schema_editor)
        return
    schema_editor.execute("ALTER TABLE public_search RENAME TO public_search_before")
    schema_editor.execute(
        f"CREATE VIRTUAL TABLE public_search USING fts5 (headline, standfirst, names, text, marks, {OPTIONS})"
    )
    schema_editor.execute(
        "INSERT INTO public_search (rowid, headline, standfirst, names, text, marks)"
        " SELECT old.rowid, old.headline, old.standfirst, old.names, old.text,"
        " 's' || article.section_id || ' t' || article.type_of_work"
        " || ' m' || strftime('%Y%m', article.first_published_at)"
        " || coalesce((SELECT ' ' || group_concat('a' || author_id, ' ') FROM public_article_author"
        " WHERE article_id = article.id), '')"
        " FROM public_search_before AS old JOIN public_article AS article ON article.id = old.rowid",
        params=None,
    )
    schema_editor.execute("DROP TABLE public_search_before")


def add_on_postgresql(schema_editor):
    """The index is made anew afterwards: it would take each word of each row again."""
    schema_editor.execute("SET LOCAL statement_timeout = 0")
    schema_editor.execute("DROP INDEX IF EXISTS public_search_document")
    schema_editor.execute(
        f"UPDATE public_search SET document = document || array_to_tsvector({MARKS})"
        " FROM public_article AS article WHERE article.id = public_search.article_id"
    )
    schema_editor.execute("CREATE INDEX public_search_document ON public_search USING gin (document) WITH (fastupdate = off)")


def take_away(apps, schema_editor):
    """On PostgreSQL marks stay where they are: nobody asks for them."""
    if schema_editor.connection.vendor == "postgresql":
        return
    columns = "headline, standfirst, names, text"
    schema_editor.execute("ALTER TABLE public_search RENAME TO public_search_before")
    schema_editor.execute(f"CREATE VIRTUAL TABLE public_search USING fts5 ({columns}, {OPTIONS})")
    schema_editor.execute(
        f"INSERT INTO public_search (rowid, {columns}) SELECT rowid, {columns} FROM public_search_before"
    )
    schema_editor.execute("DROP TABLE public_search_before")


class Migration(migrations.Migration):
    dependencies = [("articles", "0023_edition_with_note")]
    operations = [migrations.RunPython(add, take_away)]
