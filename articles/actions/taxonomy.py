"""Sections, authors and tags: what readers see of them changes at once, and live stories that name them follow."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.actions.copies import BYLINE
from articles.actions.refreshing import Followed, follow, refuse_protected
from articles.models import Author, Path, Section, Tag, TagPage
from articles.publishing import outbox, project, purge
from articles.publishing.addresses import address
from articles.publishing.project import TAG_FACE
from articles.text import numbered, slug_of


@dataclass(frozen=True)
class Topic:
    """fields: what the desk may change; words: what of these readers read; copied: what live Articles copy of it."""

    fields: tuple
    words: tuple
    copied: tuple
    page: Path.Page


TOPICS = {
    Section: Topic(("name", "slug", "description", "position"), ("name", "description"), (), Path.Page.SECTION),
    Author: Topic(
        ("name", "slug", "job_title", "biography", "email", "portrait"),
        ("name", "job_title", "biography", "email"),
        BYLINE,
        Path.Page.AUTHOR,
    ),
    Tag: Topic((*TAG_FACE, "synonyms"), ("name", "description"), TAG_FACE, Path.Page.TAG),
}


def keep(topic, *, by, now=None):
    """Saves a section, author or tag, new or changed; returns Followed.

    Its page and every list that names it change at once; live stories follow after the commit, and its former address
    leads to the new one.
    """
    model, kind = type(topic), TOPICS[type(topic)]
    adding = topic.pk is None
    if not by.has_perm(f"articles.{'add' if adding else 'change'}_{model._meta.model_name}"):
        raise PermissionDenied(_("You may not change this."))
    refuse_protected(*(getattr(topic, name) for name in kind.words))
    with transaction.atomic():
        before = None if adding else model.objects.get(pk=topic.pk)
        topic.slug = topic.slug or _free_slug(topic)
        topic.save(update_fields=None if adding else kind.fields)
        changed = [] if adding else [name for name in kind.fields if getattr(before, name) != getattr(topic, name)]
        if not changed:
            return Followed()
        _change_page(topic, before, changed, now or timezone.now())
        if set(changed).isdisjoint(kind.copied):
            return Followed()
        return follow(topic, by=by, why=_why(before, topic))


def _free_slug(topic):
    wanted = slug_of(topic.name)
    free, number = wanted, 1
    while type(topic).objects.filter(slug=free).exclude(pk=topic.pk).exists():
        number += 1
        free = numbered(wanted, number)
    return free


def _why(before, topic):
    if before.name != topic.name:
        return _("{old} is {new} now.").format(old=before.name, new=topic.name)
    return _("What is said of {name} changed.").format(name=topic.name)


def _change_page(topic, before, changed, now):
    page = topic
    if isinstance(topic, Tag):
        page = TagPage.objects.filter(tag_number=topic.pk).first()
        if page is None:
            return  # no live story ever carried it
        TagPage.objects.filter(pk=page.pk).update(**{name: getattr(topic, name) for name in TAG_FACE})
    if "slug" in changed:
        kind = TOPICS[type(topic)].page
        project.leave_former_address(kind, page.pk, address(kind, before.slug), now)
    if "portrait" in changed:
        _change_portrait(topic, before)
    outbox.record("purge", {"keys": purge.of_pages([(type(page), page.pk)])})


def _change_portrait(author, before):
    if author.portrait:
        outbox.record("publish_pictures", {"author": author.pk})
    if before.portrait:
        outbox.record("withdraw_pictures", {"stems": [before.portrait["stem"]]})
