"""Public pages of people and organizations: an editor's decision, with a reason, and its withdrawal."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import permissions
from articles.actions.passage import MoveRefused, Stale
from articles.models import Article, Edition, Person, Profile, Story
from articles.publishing import outbox, project, purge
from articles.publishing.compose import content_hash
from articles.text import numbered, slug_of
from articles.workflow import Kind


def _kind_of(named):
    kinds = Profile.ProfileKind
    return kinds.PERSON if isinstance(named, Person) else kinds.ORGANIZATION


def decide_page(named, *, by, reason, now=None):
    """Gives a person or organization its public page, or brings the page up to date with the desk's record."""
    kind = _kind_of(named)
    if not permissions.may_decide_page(by, kind):
        raise PermissionDenied(_("You may not decide who gets a public page."))
    if not reason.strip():
        raise MoveRefused(_("Say why this name gets a public page."))
    face = {name: getattr(named, name) for name in ("name", "also_known_as", "description", "wikidata_id", "website")}
    with transaction.atomic():
        profile = named.profile or Profile(kind=kind, slug=_free_slug(kind, named.name))
        for name, value in face.items():
            setattr(profile, name, value)
        profile.save()
        decided = {"page_reason": reason.strip(), "page_decided_by": by, "page_decided_at": now or timezone.now()}
        type(named).objects.filter(pk=named.pk).update(profile=profile, **decided)
    named.refresh_from_db()
    return named


def _free_slug(kind, name):
    wanted = slug_of(name)
    free, number = wanted, 1
    while Profile.objects.filter(kind=kind, slug=free).exists():
        number += 1
        free = numbered(wanted, number)
    return free


def withdraw_page(named, *, by, now=None):
    """Takes the page away: live stories keep the name and lose the link, by an Edition of the system kind `refresh`."""
    if not permissions.may_decide_page(by, _kind_of(named)):
        raise PermissionDenied(_("You may not decide who gets a public page."))
    now = now or timezone.now()
    profile = named.profile
    if profile is None:
        return named
    with transaction.atomic():
        blank = {"profile": None, "page_reason": "", "page_decided_by": None, "page_decided_at": None}
        type(named).objects.filter(pk=named.pk).update(**blank)
        for number in Article.objects.about(profile).values_list("story_number", flat=True):
            _unlink(Story.objects.get(pk=number), profile, by, now)
        Profile.objects.filter(pk=profile.pk).delete()
    named.refresh_from_db()
    return named


def _unlink(story, profile, by, now):
    """A refreshed Edition of what is live, without links to this page."""
    live = story.live_edition
    number = story.editions.order_by("-number").values_list("number", flat=True).first() + 1
    content = live.content | {
        side: [_without_page(part, profile) for part in live.content[side]] for side in ("people", "organizations")
    }
    content |= {"edition": number, "published_at": now.isoformat()}
    edition = Edition(
        story=story,
        number=number,
        kind=Kind.REFRESH,
        content=content,
        content_hash=content_hash(content, Kind.REFRESH, ""),
        snapshot=live.snapshot,
        published_at=now,
        published_by=by,
    )
    pages = project.pages_of(story.pk)
    edition.save(force_insert=True)
    project.project(edition)
    if not Story.objects.filter(pk=story.pk, live_edition=live).update(live_edition=edition):
        raise Stale(Story.objects.get(pk=story.pk))  # published meanwhile: undoes nothing, all of this is rolled back
    outbox.record("purge", {"keys": purge.keys(story.pk, pages)})


def _without_page(part, profile):
    return part | {"profile": None, "slug": "", "wikidata_id": ""} if part["profile"] == profile.pk else part
