"""The system kind `refresh`: what is live is published again with named parts renewed, without a note to readers.

Articles hold copies of names: bylines, tags, people and organizations with a page, pictures. Where one of these
changes, `follow` has every live story that shows it renewed; the working copy, its version, its status and its place in
the workflow stay as they are. An approval of a change to such a story holds no longer, since it held for the old words.
"""

import logging
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from accounts.models import User
from articles.actions.copies import COPIES
from articles.actions.inspection import findings_of, protected_in
from articles.actions.passage import MoveRefused, Stale
from articles.gate import unmet
from articles.models import Article, Edition, Story, Transition
from articles.publishing import outbox, project, purge
from articles.publishing.compose import article_of, content_hash
from articles.workflow import HARM, Kind

log = logging.getLogger(__name__)
AT_ONCE = 20  # as many stories are renewed right after the commit; more are the worker's, in batches of this size
LONGEST_MOVE = timedelta(minutes=1)  # a publication that read the old words has been committed by then


def refresh(number, renewed, *, by, why, now=None, judge=True):
    """Publishes a live story again with what `renewed(content, snapshot)` returns; None where nothing changes.

    Raises MoveRefused, with the findings, where readers would be shown what does harm. judge: False for what only
    takes away from what is public.
    """
    now = now or timezone.now()
    with transaction.atomic():
        story = _held(number)
        if story is None:
            return None
        live = story.live_edition
        content = live.content | renewed(live.content, live.snapshot)
        if content == live.content:
            return None
        edition = _again(story, content, by, now)
        if judge:
            _refuse_harm(edition)
        _put_in_place(story, live, edition)
        _log(story, edition, by, why, now)
    return edition


def hold(numbers):
    """Holds the rows of many stories before any of them is written: no move under way and we wait for each other."""
    Story.objects.filter(pk__in=numbers).update(refresh_problem=F("refresh_problem"))


def _held(number):
    """The live story, its row held against a move under way."""
    live = Story.objects.live().filter(pk=number)
    live.update(refresh_problem=F("refresh_problem"))
    return live.select_related("live_edition").first()


def _again(story, content, by, now):
    number = story.editions.order_by("-number").values_list("number", flat=True).first() + 1
    content = content | {"edition": number, "published_at": now.isoformat()}
    return Edition(
        story=story,
        number=number,
        kind=Kind.REFRESH,
        content=content,
        content_hash=content_hash(content, Kind.REFRESH, ""),
        snapshot=story.live_edition.snapshot,
        published_at=now,
        published_by=by,
    )


def _refuse_harm(edition):
    standing = unmet(findings_of(edition, HARM), {})
    if standing:
        raise MoveRefused(_("The checks stand in the way."), standing)


def _put_in_place(story, live, edition):
    pages, shown = project.pages_of(story.pk), outbox.stems_of(article_of(live))
    edition.save(force_insert=True)
    article = project.project(edition)
    ours = Story.objects.filter(pk=story.pk, live_edition=live)
    if not ours.update(live_edition=edition, refresh_problem=""):
        raise Stale(Story.objects.get(pk=story.pk))  # published meanwhile: undoes nothing, all of this is rolled back
    outbox.record("purge", {"keys": purge.keys(story.pk, pages | project.pages_of(story.pk))})
    shows = outbox.stems_of(article)
    if shows - shown:
        outbox.record("publish_pictures", {"story": story.pk})
    if shown - shows:
        outbox.record("withdraw_pictures", {"stems": sorted(shown - shows)})


def _log(story, edition, by, why, now):
    Transition.objects.create(
        story=story,
        move=Kind.REFRESH,
        from_status=story.status,
        to_status=story.status,
        version=story.version,
        by=by,
        at=now,
        note=why,
        kind=Kind.REFRESH,
        content_hash=edition.content_hash,
        edition=edition,
    )


@dataclass(frozen=True)
class Followed:
    """What a change means for stories: how many live ones show it and follow, and whose approval it voids."""

    live: int = 0
    voided: tuple = ()

    @property
    def is_later(self):
        """Whether the worker does it, rather than this moment."""
        return self.live > AT_ONCE


def follow(thing, *, by, why):
    """Has the live stories that copy this brought up to date after the commit; returns Followed."""
    kind = type(thing)._meta.model_name
    numbers = COPIES[kind].stories(thing)
    now = timezone.now()
    what = {"kind": kind, "number": thing.pk, "by": by.pk if by else None, "why": why[:300]}
    if numbers:
        outbox.record("refresh", what)
    late = what | {"since": (now - LONGEST_MOVE).isoformat()}
    outbox.record("refresh_late", late, at_once=False, due=now + LONGEST_MOVE)
    return Followed(len(numbers), voided_by(thing))


def voided_by(thing):
    """The stories that are approved or scheduled with this in them: what was approved is no longer what they say."""
    copied = COPIES[type(thing)._meta.model_name]
    return tuple(Story.objects.ready().filter(**{copied.on_desk: copied.known_by(thing)}).distinct())


def refuse_protected(*texts):
    """What a public page says of itself passes no gate of a story: nobody who must not be identified stands on it."""
    found = protected_in(*texts)
    if found:
        numbers = ", ".join(f"PP-{number}" for number in found)
        raise MoveRefused(_("Somebody who must not be identified could be: {numbers}.").format(numbers=numbers))


@outbox.effect("refresh")
def _renew(payload):
    """Renews these stories; or, where none are named yet, all that show it: few now, many in batches for the worker."""
    copied = COPIES[payload["kind"]]
    thing = copied.model.objects.filter(pk=payload["number"]).first()
    if thing is None:
        return
    numbers = payload.get("stories") or copied.stories(thing)
    if len(numbers) > AT_ONCE:
        with transaction.atomic():
            for start in range(0, len(numbers), AT_ONCE):
                batch = payload | {"stories": numbers[start : start + AT_ONCE]}
                outbox.record("refresh", batch, at_once=False)
        return
    by = User.objects.filter(pk=payload["by"]).first()
    _renew_each(numbers, copied.renewed(thing), by, payload["why"])


@outbox.effect("refresh_late")
def _renew_late(payload):
    """Renews what was being published with the old words in the very moment of the change, if anything was."""
    copied = COPIES[payload["kind"]]
    thing = copied.model.objects.filter(pk=payload["number"]).first()
    if thing:
        newly = Article.objects.filter(published_at__gte=parse_datetime(payload["since"]))
        numbers = set(newly.values_list("story_number", flat=True)).intersection(copied.stories(thing))
        by = User.objects.filter(pk=payload["by"]).first()
        _renew_each(sorted(numbers), copied.renewed(thing), by, payload["why"])


def _renew_each(numbers, renewed, by, why):
    refused, failed = [], None
    for number in numbers:
        try:
            refresh(number, renewed, by=by, why=why)
        except MoveRefused as refusal:
            refused.append((number, refusal))
        except Exception as error:  # one story's trouble is not the others'
            log.exception("story %s could not be refreshed", number)
            failed = error
    _report(refused, by, why)
    if failed:
        raise failed  # the outbox tries again; what is done already stays as it is


def _report(refused, by, why):
    """Notes on each story why it was left as it is, and tells whoever made the change, the first time only."""
    with transaction.atomic():
        told = []
        for number, refusal in refused:
            reasons = " ".join([why, str(refusal), *(finding.message for finding in refusal.findings)])
            others = Story.objects.live().filter(pk=number).exclude(refresh_problem=reasons)
            if others.update(refresh_problem=reasons):
                told.append(Story.objects.get(pk=number))
        if told and by and by.email:
            lines = [f"{story}: {story.refresh_problem}" for story in told]
            body = _("These live stories were left as they are:") + "\n\n" + "\n".join(lines) + "\n"
            outbox.record("mail", {"to": by.email, "subject": _("Live stories not brought up to date"), "body": body})
