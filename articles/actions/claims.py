"""Claims: bound to the text by a save, supported by sources, judged by somebody other than the writer.

Evidence and verdicts are the desk's and change no word that readers get: they leave the story's version and its
approval alone (law 4). What readers may see of them comes with the next Edition.
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models.fields.json import KT
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import permissions
from articles.actions.passage import MoveRefused
from articles.models import Claim, Evidence, Verdict
from articles.models.claims import folded, hash_of_words
from articles.text import claim_marks, figures, heard, quotations

A_BATCH = 20  # revisions read at a time
DETAILS = ("kind", "severity", "person", "organization", "speaker", "speaker_text", "original", "checked_how")


def bind(story, *, by, now, details=None):
    """Makes the story's claims agree with the marks in its text, inside the transaction that wrote it.

    details: {key: {column of DETAILS: value}}. New marks become claims, kept ones get their words as they now stand;
    those whose mark is gone stay unbound, with their evidence.
    """
    details = details or {}
    known = {claim.key: claim for claim in story.claims.all()}
    marks = claim_marks(story.body).marks
    written = Written(story)
    for position, mark in enumerate(marks):
        claim = known.get(mark.key) or _new(story, mark, by, now)
        before = {name: getattr(claim, name) for name in ("words", "position")}
        if claim.pk is None or hash_of_words(claim.words) != hash_of_words(mark.words):
            claim.words_by_id = written.by(mark.words) or by.pk
        claim.words, claim.position = mark.words, position
        said = {name: value for name, value in details.get(mark.key, {}).items() if name in DETAILS}
        for name, value in said.items():
            setattr(claim, name, value)
        if claim.pk is None or said or before != {"words": mark.words, "position": position}:
            claim.save()
    gone = known.keys() - {mark.key for mark in marks}
    story.claims.filter(key__in=gone, position__isnull=False).update(position=None)


class Written:
    """Who brought words into a story: read from its revisions, no further back than is asked."""

    def __init__(self, story):
        kept = story.revisions.order_by("-number").annotate(body=KT("snapshot__body"))
        self.kept, self.texts = kept.values_list("body", "by"), []

    def by(self, words):
        """The number of who made the first of the latest revisions that all have these words; None if they are new."""
        author, wanted = None, folded(words)
        for text, by in self._latest_first():
            if wanted not in text:
                break
            author = by
        return author

    def _latest_first(self):
        yield from self.texts
        while more := self.kept[len(self.texts) : len(self.texts) + A_BATCH]:
            read = [(folded(heard(body)), by) for body, by in more]
            self.texts += read
            yield from read


def _new(story, mark, by, now):
    kind = kind_of(mark.words)
    return Claim(story=story, key=mark.key, kind=kind, created_by=by, created_at=now)


def kind_of(words):
    """What a statement most likely is, before anybody says."""
    if quotations(words):
        return Claim.ClaimKind.QUOTATION
    is_figure = any(one.kind != "date" and any(map(str.isdigit, one.text)) for one in figures(words))
    return Claim.ClaimKind.FIGURE if is_figure else Claim.ClaimKind.FACT


def describe(claim, *, by, **details):
    """Says what a claim is and about whom. details: columns of DETAILS."""
    _check_may_work_on(claim, by)
    for name in details.keys() & set(DETAILS):
        setattr(claim, name, details[name])
    claim.full_clean(exclude=["key", "words", "story", "created_by", "created_at"])
    claim.save()
    return claim


@transaction.atomic
def support(claim, source, *, by, independent_of=(), now=None, **facts):
    """Links a claim to a source of its story, or changes how. facts: stance, is_primary, note, archived_url.

    independent_of: other Evidence of this claim that does not draw on the same origin.
    """
    _check_may_work_on(claim, by)
    if not claim.story.story_sources.filter(source=source).exists():
        raise MoveRefused(_("Add this source to the story first."))
    now = now or timezone.now()
    before = _what_it_is(claim.evidence.filter(source=source).first())
    evidence, _created = Evidence.objects.update_or_create(
        claim=claim, source=source, defaults=facts | {"by": by, "at": now}
    )
    others = [one for one in independent_of if one.claim_id == claim.pk and one.pk != evidence.pk]
    evidence.independent_of.set(others)
    if _what_it_is(evidence) != before:
        rests_anew(claim, now)
    return evidence


def _what_it_is(evidence):
    """As far as a verdict goes by it."""
    if evidence is None:
        return None
    facts = [getattr(evidence, name) for name in ("stance", "is_primary", "note", "archived_url")]
    return [*facts, {one.pk for one in evidence.independent_of.all()}]


def rests_anew(claim, now, former=None):
    """What a claim rests on has changed: a verdict from before holds no longer. former: of `former_file`."""
    claim.evidence_changed_at = now
    claim.former_files = [*claim.former_files, former] if former else claim.former_files
    claim.save(update_fields=["evidence_changed_at", "former_files"])


def former_file(evidence, by, now):
    """What is kept of a file that another one replaces, or that is taken away; None where there is none."""
    if not evidence.file:
        return None
    kept = {"name": evidence.file_name, "file": evidence.file, "sha256": evidence.sha256}
    return kept | {"source": evidence.source_id, "by": str(by), "at": now.isoformat()}


@transaction.atomic
def source_changed(source, now=None):
    """It is described otherwise, or lies elsewhere: claims that rest on it are checked again. Returns how many were."""
    claims = Claim.objects.filter(evidence__source=source).prefetch_related("verdicts")
    judged = sum(claim.verdict is not None for claim in claims)
    claims.update(evidence_changed_at=now or timezone.now())
    return judged


@transaction.atomic
def unsupport(evidence, *, by, now=None):
    """Takes a link between claim and source away again."""
    _check_may_work_on(evidence.claim, by)
    now = now or timezone.now()
    rests_anew(evidence.claim, now, former_file(evidence, by, now))
    evidence.delete()


@transaction.atomic
def judge(claims, *, by, result, note="", now=None):
    """One verdict on several claims of one or more stories, on their words as they stand.

    Neither a writer of the story nor whoever wrote or marked these words judges them.
    """
    now = now or timezone.now()
    for claim in claims:
        if not permissions.may_judge(by, claim):
            raise PermissionDenied(_("Your roles do not include verdicts on claims."))
        alone = not permissions.stands_apart_from(by, claim)
        if alone and not permissions.one_person_newsroom():
            raise PermissionDenied(_why_not_by(by, claim))
        if claim.position is None:
            raise MoveRefused(_("These words no longer stand in the story."))
        if result == Verdict.Result.SUPPORTED and not claim.evidence.filter(stance="supports").exists():
            raise MoveRefused(_("Nothing supports “{words}” yet: add its source first.").format(words=claim.words[:80]))
        Verdict.objects.create(
            claim=claim, result=result, words_hash=hash_of_words(claim.words), note=note.strip(), by=by, at=now,
            one_person=alone,
        )  # fmt: skip


def _why_not_by(user, claim):
    if user.pk in (claim.words_by_id, claim.created_by_id):
        changed = _("You wrote or changed the words “{words}” last: somebody else judges them.")
        told = changed if user.pk == claim.words_by_id else _("You marked “{words}”: somebody else judges it.")
        return told.format(words=claim.words[:80])
    return _("You are a writer of this story: somebody else judges its claims.")


def _check_may_work_on(claim, by):
    if not permissions.may_support(by, claim.story):
        raise PermissionDenied(_("You may not work on the claims of this story."))
