"""Removing words from everything that is kept of a story, or of all, because keeping them is itself harm (law 5).

Reached: working copies with their rows, every Revision, Edition and Transition, what readers are shown and can search,
former addresses, the desk's records of people, sources, pictures and tags, notes on people, mails waiting or sent by
the outbox, the admin's log, and the words of earlier redactions. A record that other stories use too is reached from
all stories; from one story it is taken off that story instead.

Not reached: what is to be seen or heard in pictures, and what stands inside original files; backups (repeat the
redaction after restoring one: `manage.py redact --reapply`); sessions; accounts; sealed details of sources; names of
sections; web server logs; copies that others hold. A name in another alphabet, nickname or inflection is another term.
"""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, connection, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts import people
from articles import permissions
from articles.actions.passage import MoveRefused
from articles.actions.survey import Survey
from articles.models import (
    Author,
    Edition,
    PolicyPage,
    Profile,
    Redaction,
    RedactionConfirmation,
    Story,
    TagPage,
)
from articles.publishing import append_only, outbox, project, purge, search
from articles.publishing.confidential import seal, unseal
from articles.publishing.protected import hashes_of
from articles.text import Terms, single_line

SAID = ("reason", "words", "legal_basis", "replaced_by", "term_hashes", "found")
SECOND_LOOK = timedelta(hours=1)
MOST_TERMS, LONGEST_TERM, SHORTEST_TERM = 50, 200, 2


def terms_of(typed):
    """The terms of a form's lines. Refuses what cannot be meant; the words say which line, never what stands in it."""
    terms = list(dict.fromkeys(line for line in map(single_line, typed.splitlines()) if line))
    if not terms:
        raise MoveRefused(_("Say what is to be removed, one term a line."))
    if len(terms) > MOST_TERMS:
        raise MoveRefused(_("No more than {most} terms at once.").format(most=MOST_TERMS))
    for number, term in enumerate(terms, 1):
        if len(term) > LONGEST_TERM:
            raise MoveRefused(_("Term {number} is too long.").format(number=number))
        if sum(map(str.isalnum, term)) < SHORTEST_TERM:
            raise MoveRefused(_("Term {number} needs at least two letters or digits.").format(number=number))
    return terms


def redaction_survey(terms, *, by, story=None, replaced_by=""):
    """The dry run: where the terms are found. Writes nothing."""
    _check_who(by)
    return Survey(terms, _replacement(terms, replaced_by), story)


def redact(terms, *, by, reason, words, story=None, legal_basis="", replaced_by="", now=None):
    """Removes the terms at once; a second person confirms within the hour. story: None for all of them."""
    _check_who(by)
    replaced_by = _replacement(terms, replaced_by)
    if reason not in Redaction.Reason.values:
        raise MoveRefused(_("Choose the reason."))
    if not words.strip():
        raise MoveRefused(_("Say why, in words that do not repeat what is removed."))
    if any(Terms(terms, "").holds(said) for said in (words, legal_basis)):
        raise MoveRefused(_("The reason repeats what is to be removed. Say it without that."))
    now = now or timezone.now()
    record = Redaction(
        story=story, by=by, at=now, reason=reason, words=words.strip(), legal_basis=legal_basis.strip()[:300],
        replaced_by=replaced_by, term_hashes=hashes_of(terms), confirm_by=now + SECOND_LOOK,
    )  # fmt: skip
    if not _perform(record, terms):
        raise MoveRefused(_("Nothing was found, so nothing was changed."))
    return record


def confirm_redaction(redaction, *, by, note="", now=None):
    """The second look, by somebody else than who did it."""
    if not permissions.may_confirm_redaction(by):
        raise PermissionDenied(_("You may not confirm this."))
    if redaction.by == by:
        raise MoveRefused(_("A second person looks at this, not the one who did it."))
    with transaction.atomic():
        made = {"by": by, "at": now or timezone.now(), "note": note.strip()}
        confirmation, is_new = RedactionConfirmation.objects.get_or_create(redaction=redaction, defaults=made)
    if not is_new:
        raise MoveRefused(_("It has been confirmed already."))
    return confirmation


def reapply(now=None):
    """Repeats every recorded redaction, after a restore from a backup. Returns those that found something again."""
    now = now or timezone.now()
    repeated = []
    for former in Redaction.objects.originals().select_related("story", "by"):
        kept = ("story", "by", "reason", "words", "legal_basis", "replaced_by", "term_hashes")
        again = Redaction(again=former, at=now, **{name: getattr(former, name) for name in kept})
        if _perform(again, unseal(former.sealed)["terms"]):
            repeated.append(again)
    return repeated


def exported_redactions():
    """Every recorded redaction as plain JSON, the terms sealed: to be kept where a restore does not reach it."""
    return [
        {name: getattr(one, name) for name in SAID}
        | {"uid": str(one.uid), "story": one.story_id, "by": one.by.get_username(), "at": one.at.isoformat()}
        | {"sealed": bytes(one.sealed).decode()}
        for one in Redaction.objects.originals().select_related("by")
    ]


def adopt_redactions(exported):
    """Records those that are not here. Returns the uids of which the story or a person to stand for them is missing."""
    missing = []
    for one in exported:
        if Redaction.objects.filter(uid=one["uid"]).exists():
            continue
        by = people.User.objects.filter(username=one["by"]).first() or people.administrators().first()
        if by is None or (one["story"] and not Story.objects.filter(pk=one["story"]).exists()):
            missing.append(one["uid"])
            continue
        said = {name: one[name] for name in SAID}
        at = parse_datetime(one["at"])
        sealed = one["sealed"].encode()
        Redaction.objects.create(uid=one["uid"], story_id=one["story"], by=by, at=at, sealed=sealed, **said)
    return missing


def _check_who(by):
    if not permissions.may_redact(by):
        raise PermissionDenied(_("You may not remove words from the record."))


def _replacement(terms, asked):
    replaced_by = single_line(asked)[:60] or _("[redacted]")
    if Terms(terms, "").holds(replaced_by):
        raise MoveRefused(_("What is put in its place holds a term itself."))
    return replaced_by


def _perform(record, terms):
    """Looks, records and rewrites in one transaction. Returns whether anything was found."""
    _overwrite_what_is_freed()
    try:
        with transaction.atomic():
            scope = Story.objects.filter(pk=record.story_id) if record.story_id else Story.objects.all()
            list(scope.select_for_update().order_by("pk").values_list("pk", flat=True))  # no save or move in between
            survey = Survey(terms, record.replaced_by, record.story)
            if survey.is_empty:
                return False
            live = _live_stories(survey)
            _keep(record, terms, survey, live)
            pages = {number: project.pages_of(number) for number in live}
            with append_only.open_for(record):
                _rewrite(survey)
            _show_again(survey, pages)
            _tell_administrators(record)
    except OperationalError as error:
        raise MoveRefused(_("Somebody is saving at this very moment. Nothing was changed; try again.")) from error
    return True


def _overwrite_what_is_freed():
    """SQLite leaves what was there in its file until the space is used again, unless told otherwise."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def _live_stories(survey):
    """The numbers of the live stories of which readers are to be shown something else."""
    editions = [change.pk for change in survey.changes if change.model is Edition]
    return list(Story.objects.filter(live_edition__in=editions).values_list("pk", flat=True))


def _keep(record, terms, survey, live):
    tables = survey.tables()
    for rows in survey.taken_off:
        tables[rows.model._meta.db_table] += rows.count()
    if live:
        tables["public_article"] = len(live)
    record.found = {"tables": dict(tables), "stories": {str(pk): rows for pk, rows in survey.stories().items()}}
    record.sealed = seal({"terms": list(terms), "content_hashes": survey.former_hashes})
    record.save(force_insert=True)


def _rewrite(survey):
    """Every row as surveyed. Each story touched is a version further: a form opened before puts nothing back."""
    for rows in survey.taken_off:
        rows.delete()
    for change in survey.changes:
        change.model._base_manager.filter(pk=change.pk).update(**change.columns)
    touched = {*survey.stories(), *([survey.story.pk] if survey.story else [])}
    for number in touched:
        Story.objects.filter(pk=number).update(version=F("version") + 1)


def _show_again(survey, pages):
    """What readers see and search, from the rewritten Editions; and every cache that held a page of it forgets it."""
    for number, before in pages.items():
        story = Story.objects.select_related("live_edition").get(pk=number)
        project.project(story.live_edition)
        wrong = project.disagreement(story)
        if wrong:
            raise AssertionError(wrong)
        keys = purge.keys(number, before | project.pages_of(number))
        outbox.record("purge", {"keys": keys, "at_once": True})
    if pages:
        search.forget()
    faces = {(change.model, change.pk) for change in survey.changes if change.model in (TagPage, Author, Profile)}
    gone = survey.stories().keys() - pages.keys()
    if any(change.model is PolicyPage for change in survey.changes):
        outbox.record("purge", {"keys": ["about"], "at_once": True})
    if faces or gone:
        keys = purge.of_pages(faces) + [f"story-{number}" for number in sorted(gone)]
        outbox.record("purge", {"keys": keys, "at_once": True})


def _tell_administrators(record):
    """By mail, in words that say nothing of what was removed."""
    scope = _("story {number}").format(number=record.story_id) if record.story_id else _("all stories")
    subject = _("[{newsroom}] Words were removed from the record").format(newsroom=settings.NEWSROOM_NAME)
    lines = [
        _("{by} removed words from {scope}.").format(by=record.by, scope=scope),
        _("Reason: {reason}").format(reason=record.get_reason_display()),
        ngettext("{count} row was changed.", "{count} rows were changed.", record.rows).format(count=record.rows),
        _("A second person looks at it within the hour:") if record.confirm_by else _("Repeated after a restore:"),
        f"{settings.DESK_URL}/admin/redactions/{record.pk}/",
    ]
    for address in sorted(people.administrators().exclude(email="").values_list("email", flat=True)):
        outbox.record("mail", {"to": address, "subject": single_line(subject), "body": "\n\n".join(lines) + "\n"})
