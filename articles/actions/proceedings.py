"""Cases move on, and restrictions come and go: what that means for stories, live ones too."""

from datetime import timedelta
from functools import cache

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.actions.passage import MoveRefused
from articles.actions.tasks import open_task
from articles.actions.watching import watch_on, watch_soon, watch_these
from articles.jurisdictions.words import Stage
from articles.models import Count, CountStep, Outbox, Restriction, Rule, Story, StoryCase, StoryPerson, StoryTask
from articles.publishing import outbox
from articles.publishing.naming import names_of, stories_saying, stories_saying_each
from articles.publishing.profiles import profile_of_number
from articles.publishing.protected import hashes_of

A_BATCH = 200  # tasks opened with the step itself; more are the worker's, as many at a time
ENDED = {Stage.ACQUITTED, Stage.DISCONTINUED, Stage.RELEASED, Stage.UPHELD, Stage.OVERTURNED}


def accuse(case, person, *, by, offence, status, on, citation=None, detail="", now=None):
    """A new count in a case, with the first step of its way: every live story that names the person gets a task.

    on: the date since which the status holds.
    """
    _check_may_keep(by)
    now = now or timezone.now()
    with transaction.atomic():
        count = Count(case=case, person=person, offence=offence, checked_on=timezone.localdate(now))
        _step(count, by, status, on, citation, detail, now)
        _tell_live_stories(
            count, f"case-{case.pk}-{person.pk}-{status}-{on}-{offence}"
        )  # once for counts that are alike
    return count


def move_count(count, *, by, status, on, citation=None, detail="", now=None):
    """A count has come further. Every live story that names the person gets a task: update, note, or why not."""
    _check_may_keep(by)
    now = now or timezone.now()
    with transaction.atomic():
        _step(count, by, status, on, citation, detail, now)
        _tell_live_stories(count, f"count-{count.pk}-{status}-{on}")
    return count


def _tell_live_stories(count, subject):
    told = {"subject": subject, "text": _told(count)}
    numbers = list(live_stories_naming(count.person).values_list("pk", flat=True))
    _open_tasks(told | {"stories": numbers[:A_BATCH]})
    for start in range(A_BATCH, len(numbers), A_BATCH):
        outbox.record("count_moved", told | {"stories": numbers[start : start + A_BATCH]}, at_once=False)


@outbox.effect("count_moved")
def _open_tasks(payload):
    for story in Story.objects.live().filter(pk__in=payload["stories"]):
        open_task(story, StoryTask.TaskKind.STATUS, payload["subject"], payload["text"])


def _step(count, by, status, on, citation, detail, now):
    if status not in Stage.values:
        raise MoveRefused(_("Say how far it has come."))
    if on > timezone.localdate(now):
        raise MoveRefused(_("That day has not come yet."))
    if count.pk and status != count.status and on < count.status_on:
        before = {"status": Stage(count.status).label, "day": date_format(count.status_on, "DATE_FORMAT")}
        told = _("The step before, “{status}”, is dated {day}, which is later. If that is wrong, record it anew first.")
        raise MoveRefused(told.format(**before))
    if citation and not citation.may_be_cited:
        raise MoveRefused(_("Readers are shown the record, and this source may not be named: choose the court’s own."))
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
    """The live stories with this person among those in the story, and those whose public words name them."""
    return Story.objects.live().filter(pk__in=stories_naming_each([person])[person.pk]).order_by("pk")


def stories_naming_each(people):
    """{number of the person: numbers of the stories}, of which the live ones count, with as many queries for many."""
    found = stories_saying_each({person.pk: names_of(person) for person in people})
    for person, story in StoryPerson.objects.filter(person__in=people).values_list("person", "story"):
        found[person].append(story)
    return found


def recheck_due(now=None):
    """Opens a task on a live story for each count whose status nobody has checked for longer than its rule allows.

    The rule of the case's own law or of the story's, whichever asks sooner.
    """
    now = now or timezone.now()
    days = cache(lambda number: profile_of_number(number)["rules"]["proceedings.recheck_days"])
    opened = 0
    for count in _long_unchecked(now):
        for story in _live_stories_on(count):
            allowed = min(days(count.case.jurisdiction_id or story.jurisdiction_id), days(story.jurisdiction_id))
            if timezone.localdate(now) - count.checked_on > timedelta(days=allowed):
                opened += _recheck(story, count, now) is not None
    return opened


def _long_unchecked(now):
    """The open counts whose status nobody has checked for longer than the strictest of all profiles allows."""
    strictest = min(Rule.objects.filter(key="proceedings.recheck_days").values_list("value", flat=True))
    counts = Count.objects.exclude(status__in=ENDED).select_related("case", "person")
    return counts.filter(checked_on__lt=timezone.localdate(now) - timedelta(days=strictest))


def _live_stories_on(count):
    """The live stories on the case that name the person."""
    return live_stories_naming(count.person).filter(story_cases__case=count.case)


def _recheck(story, count, now):
    told = _("{told} Last checked {day}.").format(told=_told(count), day=date_format(count.checked_on, "DATE_FORMAT"))
    return open_task(story, StoryTask.TaskKind.RECHECK, f"count-{count.pk}-{count.checked_on}", told, now=now)


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
        watch_these(_at_stake(made, phrases))
        watch_soon()
        if made.starts and made.starts > timezone.localdate(now):
            watch_on(made.starts)
    return made


def _at_stake(restriction, phrases):
    """The live stories that the index says it touches, to be looked through before all others."""
    found = set(stories_saying(phrases))
    if restriction.person:
        found.update(live_stories_naming(restriction.person).values_list("pk", flat=True))
    if restriction.forbids_pictures:
        found.update(StoryCase.objects.filter(case=restriction.case).values_list("story", flat=True))
    return sorted(found)


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
    return Outbox.objects.undone().filter(kind="watch_live", due_at__lte=timezone.now()).exists()


def _check_may_keep(by):
    if not by.has_perm("articles.keep_case"):
        raise PermissionDenied(_("You may not keep cases."))
