"""Public pages of people and organizations: an editor's decision, with a reason, and its withdrawal."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import permissions
from articles.actions.passage import MoveRefused
from articles.actions.refreshing import Followed, follow, hold, refresh, refuse_protected
from articles.models import Article, Path, Person, Profile
from articles.models.people import FACE, OF_THE_DESK
from articles.publishing import outbox, project, purge
from articles.publishing.addresses import of_profile
from articles.text import numbered, slug_of


def _kind_of(named):
    kinds = Profile.ProfileKind
    return kinds.PERSON if isinstance(named, Person) else kinds.ORGANIZATION


def describe_name(named, *, by, now=None):
    """Saves the desk's record, new or changed. Returns Followed, or None where the public page keeps its old wording.

    Its public page and live stories follow at once where whoever changes it may decide on pages: that decides it again.
    """
    model = type(named)
    adding = named.pk is None
    if not by.has_perm(f"articles.{'add' if adding else 'change'}_{model._meta.model_name}"):
        raise PermissionDenied(_("You may not change this record."))
    with transaction.atomic():
        before = None if adding else model.objects.get(pk=named.pk)
        named.save(update_fields=None if adding else _columns_of(model))
        if adding or named.profile is None or all(getattr(before, name) == getattr(named, name) for name in FACE):
            return Followed()
        if not permissions.may_decide_page(by, _kind_of(named)):
            return None
        return _write_page(named, by, named.page_reason, now or timezone.now())


def _columns_of(model):
    return (*FACE, *OF_THE_DESK) if model is Person else FACE


def decide_page(named, *, by, reason, now=None):
    """Gives a person or organization its public page, or brings the page up to date with the desk's record.

    Live stories that name it follow: they say the name as it is now, with a link.
    """
    if not permissions.may_decide_page(by, _kind_of(named)):
        raise PermissionDenied(_("You may not decide who gets a public page."))
    if not reason.strip():
        raise MoveRefused(_("Say why this name gets a public page."))
    with transaction.atomic():
        _write_page(named, by, reason.strip(), now or timezone.now())
    named.refresh_from_db()
    return named


def _write_page(named, by, reason, now):
    refuse_protected(named.name, named.description, *named.also_known_as)
    profile = named.profile or Profile(kind=_kind_of(named))
    _give_address(profile, named.name, now)
    renamed = bool(profile.pk) and profile.name != named.name
    why = _("{old} is {new} now.") if renamed else _("The public page of {new} was decided.")
    why = why.format(old=profile.name, new=named.name)
    for name in FACE:
        setattr(profile, name, getattr(named, name))
    profile.save(update_fields=("slug", *FACE) if profile.pk else None)
    named.profile = profile
    decided = {"page_reason": reason, "page_decided_by": by, "page_decided_at": now}
    type(named).objects.filter(pk=named.pk).update(profile=profile, **decided)
    outbox.record("purge", {"keys": purge.of_pages([(Profile, profile.pk)])})
    return follow(named, by=by, why=why)


def _give_address(profile, name, now):
    """An address made from the name; where the name changes, the former one leads there."""
    if profile.pk and slug_of(profile.name) == slug_of(name):
        return
    former = of_profile(profile) if profile.pk else ""
    profile.slug = _free_slug(profile, name)
    if former:
        project.leave_former_address(Path.Page.PROFILE, profile.pk, former, now)


def _free_slug(profile, name):
    others = Profile.objects.filter(kind=profile.kind).exclude(pk=profile.pk)
    wanted = slug_of(name)
    free, number = wanted, 1
    while others.filter(slug=free).exists():
        number += 1
        free = numbered(wanted, number)
    return free


def withdraw_page(named, *, by, now=None):
    """Takes the page away: live stories keep the name and lose the link, at once and whatever the checks say."""
    if not permissions.may_decide_page(by, _kind_of(named)):
        raise PermissionDenied(_("You may not decide who gets a public page."))
    now = now or timezone.now()
    profile = named.profile
    if profile is None:
        return named
    why = _("{name} has no public page any more.").format(name=named.name)
    with transaction.atomic():
        blank = {"profile": None, "page_reason": "", "page_decided_by": None, "page_decided_at": None}
        type(named).objects.filter(pk=named.pk).update(**blank)
        numbers = list(Article.objects.about(profile).values_list("story_number", flat=True))
        hold(numbers)
        for number in numbers:
            refresh(number, _without_page(profile), by=by, why=why, now=now, judge=False)
        outbox.record("purge", {"keys": purge.of_pages([(Profile, profile.pk)]), "at_once": True})
        Profile.objects.filter(pk=profile.pk).delete()
    named.refresh_from_db()
    return named


def _without_page(profile):
    gone = {"profile": None, "slug": "", "wikidata_id": ""}

    def renewed(content, _snapshot):
        sides = ("people", "organizations")
        return {
            side: [part | gone if part["profile"] == profile.pk else part for part in content[side]] for side in sides
        }

    return renewed
