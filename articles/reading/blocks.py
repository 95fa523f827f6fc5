"""Everything that has an address, in blocks by number, for sitemaps.

A block is a range of numbers, so it has a bounded size however much there is, what is in it stays in it, and nothing is
ever counted: finding out which blocks hold anything is one probe of an index each.
"""

from typing import NamedTuple

from django.db import connection, models
from django.db.models import Max

from articles.models.public import Article, Author, Profile, TagPage

SIZE = 5000
MOST = 50_000  # sitemaps that an index may name


class Kind(NamedTuple):
    """model: what; number: the column it is cut by; only: what of it readers may see, as SQL."""

    model: type[models.Model]
    number: str
    only: str = ""


KINDS = {
    "stories": Kind(Article, "story_number"),
    "tags": Kind(TagPage, "id", " AND is_live"),
    "authors": Kind(Author, "id", " AND is_live"),
    "names": Kind(Profile, "id", " AND is_live"),
}


def filled(name):
    """The numbers of the blocks that hold anything, in order: two statements."""
    kind = KINDS[name]
    last = kind.model.objects.aggregate(last=Max(kind.number))["last"]
    if last is None:
        return []
    blocks = range(min(last // SIZE + 1, MOST))
    rows = ", ".join(["(%s, %s, %s)"] * len(blocks))
    sql = (
        f"SELECT column1 FROM (VALUES {rows}) AS blocks WHERE EXISTS (SELECT 1 FROM {kind.model._meta.db_table}"  # noqa: S608
        f" WHERE {kind.number} >= blocks.column2 AND {kind.number} < blocks.column3{kind.only})"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for block in blocks for value in (block, block * SIZE, (block + 1) * SIZE)])
        return sorted(row[0] for row in cursor.fetchall())


def stories(number):
    """(path, time of the last visible change, lead picture) of a block's articles."""
    found = Article.objects.filter(**_range("stories", number)).order_by("-story_number")
    return list(found.values_list("path", "updated_at", "lead_picture"))


def pages(name, number):
    """The live tags, authors or profiles of a block."""
    model = KINDS[name].model
    columns = ["slug", "kind"] if model is Profile else ["slug"]
    return list(model.objects.live().filter(**_range(name, number)).order_by("pk").only(*columns))


def _range(name, number):
    column = KINDS[name].number
    return {f"{column}__gte": number * SIZE, f"{column}__lt": (number + 1) * SIZE}
