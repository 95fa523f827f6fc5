"""What a story cannot be without."""

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.gate.registry import Blocker, Group, check
from articles.workflow import Kind


@check(Group.ESSENTIALS)
def it_has_a_headline(snapshot, edition):
    if not edition.content["headline"]:
        yield Blocker("essentials.B001", _("The story has no headline."), mend="headline")


@check(Group.ESSENTIALS)
def it_has_a_text(snapshot, edition):
    if not edition.content["text"].strip():
        yield Blocker("essentials.B002", _("The story has no text."), mend="body")


@check(Group.ESSENTIALS)
def it_stands_in_a_section(snapshot, edition):
    if not edition.content["section"]:
        yield Blocker("essentials.B003", _("The story is in no section."), mend="section")


@check(Group.ESSENTIALS)
def it_has_a_byline(snapshot, edition):
    if not edition.content["bylines"]:
        yield Blocker("essentials.B004", _("Nobody is named as its author."), mend="bylines")


@check(Group.ESSENTIALS)
def its_type_of_work_is_labelled(snapshot, edition):
    if not edition.content["type_of_work"]:
        yield Blocker(
            "essentials.B005",
            _("Readers are not told what kind of piece this is: news, analysis, opinion …"),
            mend="type_of_work",
        )


@check(Group.ESSENTIALS)
def readers_are_told_what_a_correction_corrects(snapshot, edition):
    if Kind(edition.kind).needs_public_note and not edition.public_note.strip():
        yield Blocker(
            "essentials.B006",
            _("Say in a sentence for readers what was wrong and what is right."),
            mend="public_note",
        )


@check(Group.ESSENTIALS)
def a_correction_is_kept_with_what_was_wrong_and_what_is_right(snapshot, edition):
    missing = [name for name in ("was_wrong", "is_right") if not (snapshot.get(name) or "").strip()]
    if edition.kind == Kind.CORRECTION and missing:
        yield Blocker("essentials.B007", _("Write down what was wrong and what is right."), mend=missing[0])


@check(Group.SAFETY, harm=True)
def its_embargo_has_passed(snapshot, edition):
    """At the hour of publication, that is; a retraction shows nothing of what was under embargo."""
    until = parse_datetime(snapshot["embargo_until"]) if snapshot["embargo_until"] else None
    if until and edition.published_at < until and edition.kind != Kind.RETRACTION:
        local = date_format(timezone.localtime(until, timezone.get_default_timezone()), "DATETIME_FORMAT")
        yield Blocker("embargo.B001", _("Under embargo until {time}.").format(time=local), mend="embargo_until")
