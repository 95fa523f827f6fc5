"""Starting, editing and restoring stories: compare-and-set first, then fields and rows, the Revision last (law 3)."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from articles import permissions
from articles.actions import voiding
from articles.actions.claims import bind
from articles.actions.passage import MoveRefused, take
from articles.models import (
    Byline,
    Label,
    Path,
    Revision,
    Story,
    StoryCase,
    StoryOrganization,
    StoryPerson,
    StoryPicture,
    StorySource,
    StoryTopic,
    Tag,
    Transition,
    Writer,
)
from articles.publishing.compose import address
from articles.publishing.snapshot import FIELDS, snapshot
from articles.text import claims_once, numbered, plain, sanitise, slug_of, word_count
from articles.workflow import Kind, Status

RESERVED_SLUGS = ("admin", "archive", "authors", "corrections", "feed", "media", "organizations", "people", "search",
                  "sections", "sitemap", "static", "tags", "page", "new", "edit", "preview")  # fmt: skip


@dataclass
class Editing:
    """An edit under way: `story` is fresh; set its FIELDS, rows and tags; all is written and kept together.

    claims: {key: columns of `actions.claims.DETAILS`} for claims that this edit marks or describes anew.
    """

    story: Story
    by: object
    why: str
    now: datetime
    status: Status
    bylines: list = field(default_factory=list)
    claims: dict = field(default_factory=dict)
    holding: dict = field(default_factory=dict)
    voided: list = field(default_factory=list)  # in words, once it is finished: what the edit made void

    def adopt(self, other):
        """Takes over the editable fields of another instance, such as a form's."""
        for name in FIELDS:
            setattr(self.story, name, getattr(other, name))

    def finish(self):
        self._check_bylines()
        kept = Story.objects.get(pk=self.story.pk)
        before = kept.status
        compose_note(self.story, kept)
        write_fields(self.story)
        bind(self.story, by=self.by, now=self.now, details=self.claims)
        columns = {"updated_at": self.now, "status": self.status}
        if before == Status.SCHEDULED and self.status != before:
            columns |= {"publish_at": None, "schedule_problem": ""}
        Story.objects.filter(pk=self.story.pk).update(**columns)
        self.story = Story.objects.get(pk=self.story.pk)
        self.voided = voiding.lost(self.holding, self.story)
        self.why = voiding.said(self.why, self.voided)
        write_revision(self.story, by=self.by, why=self.why, now=self.now)
        if self.status != before:
            log_edit(self.story, before, by=self.by, now=self.now, note=self.why)

    def _check_bylines(self):
        changed = bylines_of(self.story) != self.bylines
        if changed and not permissions.may_change_bylines(self.by, self.story):
            raise PermissionDenied(_("You may not change who this story is by."))


def compose_note(story, kept):
    """The note to readers is made of what was wrong and what is right, until somebody words it otherwise."""
    made = note_of(story)
    if Kind(story.change_kind).needs_public_note and made and story.public_note.strip() in ("", note_of(kept)):
        story.public_note = made


def note_of(story):
    """What was wrong and what is right as one note, or nothing."""
    return " ".join(text.strip() for text in (story.was_wrong, story.is_right) if text.strip())


def bylines_of(story):
    return list(story.bylines.values_list("author", "role"))


@contextmanager
def edit(story, *, by, version, why="", now=None):
    """Wraps the saving of a story. version: what the editor had open; raises Stale where somebody saved since."""
    now = now or timezone.now()
    with transaction.atomic():
        fresh = take(story, version)
        status = permissions.edit_result(by, fresh)
        if status is None:
            raise _refusal(by, fresh)
        editing = Editing(fresh, by, why, now, status, bylines_of(fresh), holding=voiding.holding(fresh))
        yield editing
        editing.finish()


def _refusal(by, story):
    if not (permissions.is_editor(by) or permissions.is_writer(by, story)):
        return PermissionDenied(_("You may not edit this story."))
    if story.status == Status.PUBLISHED:
        return MoveRefused(_("The story is published: reopen it to change it."))
    if story.status in {Status.SPIKED, Status.WITHDRAWN}:
        return MoveRefused(_("Revive the story to change it."))
    return PermissionDenied(_("An editor has to change it now, or send it back to you."))


def start(*, by, headline="", now=None, import_ref=None, **fields):
    """A new draft by its writer, its address reserved. fields: any of snapshot.FIELDS; rows and tags come by edit()."""
    if not permissions.may_write(by):
        raise PermissionDenied(_("You may not start stories."))
    now = now or timezone.now()
    story = Story(headline=headline, created_by=by, created_at=now, updated_at=now, import_ref=import_ref)
    for name, value in fields.items():
        setattr(story, name, value)
    story.change_kind = Kind.FIRST
    derive(story)
    with transaction.atomic():
        reserve(story)
        story.writers.add(by)
        Byline.objects.bulk_create(usual_bylines(story, by))
        bind(story, by=by, now=now)
        write_revision(story, by=by, why=_("Started"), now=now)
        log_edit(story, "", by=by, now=now, move="start")
    return story


def usual_bylines(story, by):
    """The byline, unsaved, that a new story has unless its writer chooses others."""
    return [Byline(story=story, author=one.author) for one in Writer.objects.filter(user=by).select_related("author")]


def reserve(story):
    """Saves a new story under an address of its own, made from its headline where none was chosen."""
    while True:
        story.slug = free_slug(story)
        try:
            with transaction.atomic():
                return story.save()
        except IntegrityError:  # somebody took it in this very moment
            if not Story.objects.filter(slug=story.slug).exists():
                raise


def free_slug(story):
    """The address asked for, or made from the headline; numbered where another story holds it, or held it this month.

    One that another story had in a month to come is refused when it is published (`passage.put_live`).
    """
    wanted = slug_of(story.slug or story.headline, RESERVED_SLUGS)
    others, former = Story.objects.exclude(pk=story.pk), Path.objects.exclude(story_number=story.pk)
    first = story.first_published_at or timezone.now()
    free, number = wanted, 1
    while others.filter(slug=free).exists() or former.filter(path=address(free, first)).exists():
        number += 1
        free = numbered(wanted, number)
    return free


def derive(story):
    """What follows from the text, and the text made safe, each claim in one place."""
    story.body = claims_once(sanitise(story.body))
    story.body_text = plain(story.body)
    story.word_count = word_count(story.body)


def write_fields(story):
    """Writes FIELDS and what follows from them; status, version and live edition are left alone."""
    derive(story)
    current = Story.objects.get(pk=story.pk)
    if _follows_headline(story, current):
        story.slug = ""
    if story.slug != current.slug:
        story.slug = free_slug(story)
    values = {name: getattr(story, name) for name in (*FIELDS, "body_text", "word_count")}
    Story.objects.filter(pk=story.pk).update(**values)


def _follows_headline(story, current):
    """Whether the former headline made the address, nobody changed it and no reader has seen it: it would go on so."""
    if story.slug != current.slug or story.headline == current.headline or story.first_published_at:
        return False
    made = slug_of(current.headline, RESERVED_SLUGS)
    number = current.slug.removeprefix(made).removeprefix("-")
    return current.slug.startswith(made) and (not number or number.isdecimal())


def write_revision(story, *, by, why, now):
    """Keeps the whole working copy as it is now; returns the story."""
    Revision.objects.create(story=story, number=story.version, snapshot=snapshot(story), why=why[:300], by=by, at=now)
    return story


def back_to_review(story, *, by, why, now):
    """What was approved is no longer what readers would get: somebody looks again. Returns the story.

    Inside a transaction, for what changes words of readers outside an edit; stories that are not approved stay.
    """
    if story.status not in {Status.APPROVED, Status.SCHEDULED}:
        return story
    before, story = story.status, take(story)
    columns = {"status": Status.IN_REVIEW, "publish_at": None, "schedule_problem": "", "updated_at": now}
    Story.objects.filter(pk=story.pk).update(**columns)
    story = write_revision(Story.objects.get(pk=story.pk), by=by, why=why, now=now)
    log_edit(story, before, by=by, now=now, note=why)
    return story


def log_edit(story, before, *, by, now, note="", move="edit"):
    """The record of a story's start, or of an edit that moved it."""
    Transition.objects.create(
        story=story,
        move=move,
        from_status=before,
        to_status=story.status,
        version=story.version,
        by=by,
        at=now,
        note=note,
        kind=story.change_kind,
    )


def restore(story, revision, *, by, version, now=None):
    """Makes the working copy again what a Revision of this story kept: an edit like any other."""
    why = _("Restored from version {number}").format(number=revision.number)
    kept = story.revisions.get(pk=revision.pk).snapshot
    with edit(story, by=by, version=version, why=why, now=now) as editing:
        kind = editing.story.change_kind
        put_back(editing.story, kept)
        editing.story.change_kind = kind
    return editing.story


def put_back(story, kept):
    """Writes a snapshot's fields, tags and rows over the story's."""
    for name in kept.keys() & set(FIELDS):  # an older Revision knows nothing of younger columns: they stay
        value = kept[name]
        setattr(story, name, parse_datetime(value) if name == "embargo_until" and value else value)
    write_fields(story)
    story.tags.set(Tag.objects.filter(pk__in=[tag["id"] for tag in kept["tags"]]))
    story.labels.set(Label.objects.filter(pk__in=[label["id"] for label in kept["labels"]]))
    approvals = anonymity_approvals(story)
    for rows, model, columns in _rows(kept):
        model.objects.filter(story=story).delete()
        made = [{k: row[v] for k, v in columns.items() if v in row} for row in rows]
        model.objects.bulk_create(model(story=story, **columns) for columns in made)
    for source, given in approvals.items():
        StorySource.objects.filter(story=story, source=source).update(**given)


APPROVAL = ("anonymity_approved_by", "anonymity_approved_at", "anonymity_approved_as")


def anonymity_approvals(story):
    """{source number: columns}: they are bound to a wording, so they may stay whatever wording comes back."""
    given = story.story_sources.filter(anonymity_approved_by__isnull=False)
    return {row.pop("source"): row for row in given.values("source", *APPROVAL)}


def _rows(kept):
    """(rows of the snapshot, model, {column: key in the row}) for everything that hangs on a story."""
    part = {"role": "role", "role_text": "role_text", "description": "description", "position": "position"}
    use = {"source_id": "id", "terms": "terms", "attribution": "attribution", "accessed_on": "accessed_on",
           "note": "note", "position": "position", "reason_for_anonymity": "reason_for_anonymity",
           "anonymity_words": "anonymity_words"}  # fmt: skip
    picture = {"picture_id": "id", "place": "place", "caption": "own_caption", "alt_text": "own_alt_text",
               "position": "position"}  # fmt: skip
    return (
        (kept["bylines"], Byline, {"author_id": "author", "role": "role", "position": "position"}),
        (kept["people"], StoryPerson, {"person_id": "id", "was_child": "was_child"} | part),
        (kept["organizations"], StoryOrganization, {"organization_id": "id"} | part),
        (kept["sources"], StorySource, use),
        (kept["pictures"], StoryPicture, picture),
        (kept.get("topics", ()), StoryTopic, {"topic": "topic", "note": "note", "reason": "reason"}),
        (kept.get("cases", ()), StoryCase, {"case_id": "id"}),
    )
