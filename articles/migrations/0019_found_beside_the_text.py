"""The search finds what stands beside the text too: added to the rows of the index that are there.

Written out here, not imported: a released migration must not change with the code.
"""

from django.db import migrations

A_BATCH = 500


def add(apps, schema_editor):
    articles = apps.get_model("articles", "Article").objects.using(schema_editor.connection.alias)
    statement = _statement(schema_editor.connection.vendor)
    with schema_editor.connection.cursor() as cursor:
        for article in articles.order_by("pk").iterator(chunk_size=A_BATCH):
            beside = "\n".join(_beside(article))
            if beside:
                cursor.execute(statement, [beside, article.pk])


def _beside(article):
    under = [picture.get(key) or "" for picture in article.pictures for key in ("caption", "alt")]
    known = f"{article.standfirst}\n{article.text}"
    return [words for words in (article.social_headline, article.description, *under) if words and words not in known]


def _statement(vendor):
    if vendor == "postgresql":
        return (
            "UPDATE public_search SET document = document || setweight(to_tsvector('public_search', %s), 'D')"
            " WHERE article_id = %s"
        )
    return "UPDATE public_search SET text = text || char(10) || %s WHERE rowid = %s"


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_layout")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
