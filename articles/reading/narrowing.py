"""What a reader narrows a search to, as it stands in the address: section, author, type of work, days."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_date

from articles.models.public import Author, TypeOfWork
from articles.publishing.search import Within

NAMES = ("section", "author", "type", "from", "to")
LONGEST = 120


@dataclass
class Narrowing:
    """typed: what stands in the form again; unknown: those of its names that nothing here is called."""

    within: Within
    typed: dict = field(default_factory=dict)
    unknown: list = field(default_factory=list)

    @property
    def query(self):
        """For the addresses of further pages."""
        return {name: value for name, value in self.typed.items() if value}


def narrowing(asked, sections):
    """Out of a query string. What is no day or type of ours narrows to nothing, and is not shown again."""
    typed = {name: " ".join(asked.get(name, "")[:LONGEST].split()) for name in NAMES}
    section = next((one for one in sections if one.slug == typed["section"]), None)
    author = Author.objects.live().called(typed["author"]) if typed["author"] else None
    kind = typed["type"] if typed["type"] in TypeOfWork.values else ""
    since, until = _day(typed["from"]), _day(typed["to"])
    unknown = [typed[name] for name, found in (("section", section), ("author", author)) if typed[name] and not found]
    within = Within(
        section=section and section.pk,
        author=author and author.pk,
        type_of_work=kind,
        since=_midnight(since),
        until=_midnight(until + timedelta(days=1)) if until else None,
    )
    shown = {"type": kind, "from": since.isoformat() if since else "", "to": until.isoformat() if until else ""}
    if author:
        shown["author"] = author.name
    return Narrowing(within, typed | shown, unknown)


def choices(sections):
    """What the form offers."""
    return {"sections": [(one.slug, one.name) for one in sections], "types": TypeOfWork.choices}


def _day(text):
    try:
        day = parse_date(text)
    except ValueError:
        return None
    return day if day and 1600 <= day.year <= 9000 else None


def _midnight(day):
    return datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone()) if day else None
