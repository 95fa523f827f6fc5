"""Cases move on, and restrictions come and go: what that means for stories, live ones too."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.actions.passage import MoveRefused
from articles.actions.tasks import open_task
from articles.actions.watching import watch_on, watch_soon
from articles.jurisdictions.words import Stage
from articles.models import Count, CountStep, Outbox, Restriction, Story, StoryTask
from articles.publishing.profiles import profile_of_number
from articles.publishing.protected import hashes_of

ENDED = {Stage.ACQUITTED, Stage.DISCONTINUED, Stage.RELEASED, Stage.UPHELD, Stage.OVERTURNED}


def accuse(case, person, *, by, offence, status, on, citation=None, detail="", now=None):
    """A new count in a case, with the first step of its way. on: the date since which the status holds."""
    _check_may_keep(by)
    now = now or timezone.now()
    with transaction.atomic():
        count = Count(case=case, person=person, offence=offence, checked_on=timezone.localdate(now))
        return _step(count, by, status, on, citation, detail, now)


def move_count(count, *, by, status, on, citation=None, detail="", now=None):
    """A count has come further. Every live story that names the person gets a task: update, note, or why not."""
    _check_may_keep(by)
    now = now or timezone.now()
    with transaction.atomic():
        _step(count, by, status, on, citation, detail, now)
        for story in live_stories_naming(count.person):
            open_task(story, StoryTask.TaskKind.STATUS, f"count-{count.pk}-{status}-{on}", _told(count), now=now)
    return count


def _step(count, by, status, on, citation, detail, now):
    if status not in Stage.values:
        raise MoveRefused(_("Say how far it has come."))
    if on > timezone.localdate(now):
        raise MoveRefused(_("That day has not come yet."))
    count.status, count.status_on, count.citation, count.detail = status, on, citation, detail.strip()
    count.checked_on = timezone.localdate(now)
    count.full_clean()
    count.save()
    step = {"status": status, "status_on": on, "detail": count.detail, "citation": citation}
    CountStep.objects.create(count=count, by=by, at=now, **step)
    return count


def _told(count):
    facts = {"person": count.person, "offence": count.offence, "status": Stage(count.status).label}
    facts["day"] = date_format(count.status_on, "DATE_FORMAT")
    return _("{person}, {offence}: {status} since {day}.").format(**facts)


def still_holds(count, *, by, now=None):
    """Somebody has looked: the status is what it was."""
    _check_may_keep(by)
    count.checked_on = timezone.localdate(now or timezone.now())
    count.save(update_fields=["checked_on"])
    return count


def live_stories_naming(person):
    """The live stories with this person among those in the story."""
    return Story.objects.live().filter(story_people__person=person).order_by("pk")


def recheck_due(now=None):
    """Opens a task on a live story for each count whose status nobody has checked for longer than its rule allows."""
    now = now or timezone.now()
    opened = 0
    for count in Count.objects.exclude(status__in=ENDED).select_related("case", "person"):
        days = profile_of_number(count.case.jurisdiction_id)["rules"]["proceedings.recheck_days"]
        if timezone.localdate(now) - count.checked_on <= timedelta(days=days):
            continue
        told = _("{told} Last checked {day}.").format(
            told=_told(count), day=date_format(count.checked_on, "DATE_FORMAT")
        )
        for story in live_stories_naming(count.person).filter(story_cases__case=count.case):
            subject = f"count-{count.pk}-{count.checked_on}"
            opened += open_task(story, StoryTask.TaskKind.RECHECK, subject, told, now=now) is not None
    return opened


def restrict(*, by, phrases=(), now=None, **facts):
    """Records what may not be reported, and has every live story looked through. facts: columns of Restriction.

    phrases (names, addresses) are hashed, not kept.
    """
    if not by.has_perm("articles.keep_restriction"):
        raise PermissionDenied(_("You may not record restrictions."))
    if not (phrases or facts.get("person") or facts.get("forbids_pictures")):
        raise MoveRefused(_("Say whom or what must not appear: a person, words, or pictures of a case."))
    now = now or timezone.now()
    with transaction.atomic():
        made = Restriction(forbidden_hashes=hashes_of(phrases), created_by=by, created_at=now, **facts)
        made.full_clean()
        made.save()
        watch_soon()
        if made.starts and made.starts > timezone.localdate(now):
            watch_on(made.starts)
    return made


def lift(restriction, *, by, why, now=None):
    """It no longer binds."""
    if not by.has_perm("articles.keep_restriction"):
        raise PermissionDenied(_("You may not lift restrictions."))
    if not why.strip():
        raise MoveRefused(_("Say why it no longer binds."))
    day = timezone.localdate(now or timezone.now())
    Restriction.objects.filter(pk=restriction.pk).update(lifted_on=day, lifted_by=by, lifted_why=why.strip())
    restriction.refresh_from_db()
    return restriction


def touched_by(restriction):
    """The live stories in which it was found broken, each by its latest task of that: [StoryTask]."""
    tasks = StoryTask.objects.filter(kind=StoryTask.TaskKind.RESTRICTION, story__live_edition__isnull=False)
    found = [task for task in tasks.select_related("story").order_by("pk") if str(restriction) in task.subject.split()]
    return list({task.story_id: task for task in found}.values())


def is_looking():
    """Whether live stories are still to be looked through for what a restriction forbids."""
    return Outbox.objects.undone().filter(kind="watch_live").exists()


def _check_may_keep(by):
    if not by.has_perm("articles.keep_case"):
        raise PermissionDenied(_("You may not keep cases."))
