"""Drafts from a CSV file with the columns url, date, title, text (plain text, paragraphs apart by an empty line)."""

import csv
import html
import re
import sys
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from articles import actions
from articles.models import Source, Story, StorySource, Terms
from articles.text import legible, paragraphs

COLUMNS = {"url", "date", "title", "text"}
LONGEST_TEXT = 1_000_000


class Unreadable(Exception):  # noqa: N818
    """The file is not what it should be; the message says how."""


def import_csv(file, *, by):
    """Makes a draft of each row whose url no story came from yet. Returns {"created", "skipped", "refused": [reasons]}.

    file: an open text file. by: the user whose drafts they become. Run twice, the second run changes nothing.
    """
    csv.field_size_limit(min(sys.maxsize, 10 * LONGEST_TEXT))
    rows = csv.DictReader(legible_lines(file))
    missing = COLUMNS - set(rows.fieldnames or ())
    if missing:
        raise Unreadable(_("The file has no column {names}.").format(names=", ".join(sorted(missing))))
    counts = {"created": 0, "skipped": 0, "refused": []}
    known = set(Story.objects.exclude(import_ref=None).values_list("import_ref", flat=True))
    for number, row in enumerate(rows, 2):
        problem = _problem(row)
        if problem:
            counts["refused"].append(f"{number}: {problem}")
        elif row["url"] in known:
            counts["skipped"] += 1
        else:
            _draft(row, by)
            known.add(row["url"])
            counts["created"] += 1
    return counts


def legible_lines(file):
    """The lines without NUL bytes, which neither csv nor PostgreSQL takes."""
    return (line.replace("\x00", "") for line in file)


def _problem(row):
    if not (row["url"] or "").strip() or len(row["url"]) > Story._meta.get_field("import_ref").max_length:
        return _("no url, or one that is too long")
    if not (row["title"] or "").strip():
        return _("no title")
    if len(row["text"] or "") > LONGEST_TEXT:
        return _("the text is too long")
    return ""


def _draft(row, by):
    title = legible(row["title"]).strip()[: Story._meta.get_field("headline").max_length]
    with transaction.atomic():
        story = actions.start(by=by, headline=title, body=body_of(row["text"] or ""), import_ref=row["url"])
        source = Source.objects.create(
            kind=Source.SourceKind.WEBSITE,
            public_description=title,
            url=_address(row["url"]),
            published_on=_day(row["date"]),
            created_by=by,
        )
        with actions.edit(story, by=by, version=story.version, why=_("Imported")) as editing:
            StorySource.objects.create(story=editing.story, source=source, terms=Terms.ON_RECORD)
    return story


def body_of(text):
    """HTML paragraphs; a first line that only gives the day is left out."""
    found = [block for block in paragraphs(html.escape(text, quote=False).replace("\n\n", "</p><p>")) if block.strip()]
    if found:
        found[0] = re.sub(r"^\w+day, \w+ \d{1,2}, \d{4}\s*", "", found[0])
    return "".join(f"<p>{html.escape(' '.join(block.split()), quote=False)}</p>" for block in found if block.strip())


def _address(url):
    return url if url.startswith(("http://", "https://")) and len(url) <= 1000 else ""


def _day(value):
    try:
        return date.fromisoformat((value or "").strip())
    except ValueError:
        return None
