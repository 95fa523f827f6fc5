"""The working copy of a story as plain JSON, from what is saved or from what a form holds."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.db.models.fields.json import KT

from articles.publishing.care import offered

# The columns of a Story that an edit may change and a Revision keeps.
FIELDS = (
    "slug", "headline", "standfirst", "body", "dateline", "type_of_work", "language", "section_id", "social_headline",
    "description", "desk_note", "jurisdiction_id", "regions", "change_kind", "public_note", "embargo_until",
    "was_wrong", "is_right", "how_found", "note_place", "layout",
)  # fmt: skip


def snapshot(story, unsaved=None):
    """The whole working copy as plain JSON: what a Revision keeps, compose() reads and the gate's support checks see.

    Names of people, captions and the like are resolved, so that a snapshot can be read without the database.
    Private details of sources and desk notes on people are not in it.
    unsaved: {part: rows} that stand in for the story's own, as a form holds them; the story may have no number yet.
    """
    unsaved = unsaved or {}
    parts = {
        name: [part.as_json(row) for row in (unsaved[name] if name in unsaved else part.rows(story))]
        for name, part in PARTS.items()
    }
    found = {name: _plain(getattr(story, name)) for name in FIELDS}
    return found | parts | offered(story, parts["topics"]) | {
        "story": story.pk,
        "status": story.status,
        "version": story.version,
        "is_live": story.is_live,
        "first_published_at": _plain(story.first_published_at),
        "publish_at": _plain(story.publish_at),
        "section": _section(story),
        "jurisdiction": story.jurisdiction.name if story.jurisdiction else "",
    }  # fmt: skip


def _plain(value):
    return value.isoformat() if hasattr(value, "isoformat") else value


def _section(story):
    section = story.section
    return {"id": section.pk, "name": section.name, "slug": section.slug} if section else None


def _topic(tag):
    return {"id": tag.pk, "name": tag.name, "slug": tag.slug, "description": tag.description}


def _label(label):
    return {"id": label.pk, "name": label.name}


def _writer(user):
    return {"id": user.pk, "name": str(user)}


def _byline(line):
    author = line.author
    return {
        "author": author.pk,
        "name": author.name,
        "slug": author.slug,
        "job_title": author.job_title,
        "portrait": author.portrait,
        "role": line.role,
        "position": line.position,
    }


def _part(part, kind):
    named = getattr(part, kind)
    return {
        "id": named.pk,
        "name": named.name,
        "also_known_as": named.also_known_as,
        "role": part.role,
        "role_text": part.role_text,
        "role_label": str(part.role_label),
        "description": part.description,
        "position": part.position,
        "profile": named.profile_id,
        "slug": named.profile.slug if named.profile else "",
        "wikidata_id": named.wikidata_id,
        "died_on": _plain(getattr(named, "died_on", None)),
    }


def _person(part):
    return _part(part, "person") | {"was_child": part.was_child}


def _source(use):
    source = use.source
    return {
        "id": source.pk,
        "kind": source.kind,
        "public_description": source.public_description,
        "url": source.url,
        "archived_url": source.archived_url,
        "published_on": _plain(source.published_on),
        "protected_label": source.protected_person.public_label if source.protected_person else "",
        "terms": use.terms,
        "attribution": use.attribution,
        "accessed_on": _plain(use.accessed_on),
        "note": use.note,
        "position": use.position,
        "reason_for_anonymity": use.reason_for_anonymity,
        "anonymity_words": use.anonymity_words,
        "anonymity": use.anonymity_reason,
        "is_anonymous": use.is_anonymous,
        "anonymity_approved_by": use.anonymity_approved_by_id if use.anonymity_is_approved else None,
    }


def _picture(use):
    picture = use.picture
    return {
        "id": picture.pk,
        "title": picture.title,
        "place": use.place,
        "position": use.position,
        "own_caption": use.caption,
        "own_alt_text": use.alt_text,
        "caption": use.caption or picture.caption,
        "alt": use.alt_text or picture.alt_text,
        "credit": picture.credit,
        "rights_holder": picture.rights_holder,
        "stem": picture.stem,
        "width": picture.width,
        "height": picture.height,
        "renditions": picture.renditions,
    }


def _claim(claim):
    """Who gave the verdict is kept by number: a snapshot speaks of the story, not of the desk's people."""
    verdict = claim.verdict
    return {
        "id": claim.pk,
        "key": claim.key,
        "kind": claim.kind,
        "severity": claim.severity,
        "words": claim.words,
        "person": claim.person_id,
        "organization": claim.organization_id,
        "about": str(claim.about or ""),
        "speaker": str(claim.speaker or claim.speaker_text),
        "original": claim.original,
        "checked_how": claim.checked_how,
        "evidence": [_evidence(one) for one in claim.evidence.all()],
        "verdict": {"result": verdict.result, "by": verdict.by_id, "at": _plain(verdict.at)} if verdict else None,
        "lost_verdict": claim.lost_verdict is not None,
    }


def _evidence(one):
    return {
        "source": one.source_id,
        "stance": one.stance,
        "is_primary": one.is_primary,
        "independent_of": sorted(other.source_id for other in one.independent_of.all()),
        "archived_url": one.archived_url,
        "sha256": one.sha256,
    }


def _case(link):
    case = link.case
    return {
        "id": case.pk,
        "name": case.name,
        "court": case.court,
        "jurisdiction": case.jurisdiction_id,
        "active_from": _plain(case.active_from),
        "active_to": _plain(case.active_to),
        "counts": [_count(count) for count in case.counts.all()],
    }


def _count(count):
    return {
        "id": count.pk,
        "person": count.person_id,
        "name": count.person.name,
        "offence": count.offence,
        "status": count.status,
        "status_on": _plain(count.status_on),
        "detail": count.detail,
        **_cited("citation", "citation_url", count.citation),
        "checked_on": _plain(count.checked_on),
    }


def _cited(name, address, source):
    """A source as readers are shown it beside what it says; nothing of one that may not be named."""
    shown = source if source and source.may_be_cited else None
    told = {name: shown.public_description, address: shown.url} if shown else {name: "", address: ""}
    return told | {f"{name}_id": source.pk if source else None}


def _topic_of_story(row):
    return {"topic": row.topic, "note": row.note, "reason": row.reason}


def _reply(request):
    """Who asked, what was put to them and what proves it stay with the desk's record."""
    return {
        "id": request.pk,
        "person": request.person_id,
        "organization": request.organization_id,
        "name": request.to.name,
        "outcome": request.outcome,
        "sent_at": _plain(request.sent_at),
        "deadline": _plain(request.deadline),
        "claims": sorted(claim.pk for claim in request.claims.all()),
        "asked": request.asked,
        "answer": request.answer,
        "answered_at": _plain(request.answered_at),
        **_cited("source", "source_url", request.public_source),
    }


def _edition(edition):
    return {
        "number": edition.number,
        "kind": edition.kind,
        "note": edition.public_note,
        "at": _plain(edition.published_at),
        "placement": edition.placement or "",
    }


@dataclass(frozen=True)
class Part:
    """A list of the snapshot: the story's rows it is made of, and how one of them reads as plain JSON.

    relation: of Story, and so the prefix of these rows in a form; target: the record that a row is about, by whose
    number the snapshot knows the row (empty: by its own); joins: single records that a row reads, along: lists of them;
    without: columns that are not looked at.
    """

    relation: str
    as_json: Callable
    target: str = ""
    joins: tuple[str, ...] = ()
    order: str = ""
    without: tuple[str, ...] = ()
    along: tuple[str, ...] = ()

    def rows(self, story):
        if story.pk is None:
            return []
        found = getattr(story, self.relation).defer(*self.without)
        found = found.select_related(*self.joins) if self.joins else found
        found = found.prefetch_related(*self.along) if self.along else found
        return found.order_by(self.order) if self.order else found

    def number_of(self, row):
        return getattr(row, f"{self.target}_id") if self.target else row.pk


class BoundClaims(Part):
    """Those whose mark stands in the text, with what supports them."""

    def rows(self, story):
        return super().rows(story).bound().with_evidence() if story.pk else []


class Replies(Part):
    """With the claims that were put to them."""

    def rows(self, story):
        found = ("claims", "public_source__story_sources")
        return super().rows(story).prefetch_related(*found) if story.pk else []


class PastEditions(Part):
    """Of what they showed only where their note stood."""

    def rows(self, story):
        return super().rows(story).annotate(placement=KT("content__placement")) if story.pk else []


COUNTS = ("case__counts__person", "case__counts__citation__story_sources")
PARTS = {
    "tags": Part("tags", _topic, order="name"),
    "labels": Part("labels", _label, order="name"),
    "writers": Part("writers", _writer, order="pk"),
    "bylines": Part("bylines", _byline, "author", ("author",)),
    "people": Part("story_people", _person, "person", ("person__profile",)),
    "organizations": Part(
        "story_organizations", partial(_part, kind="organization"), "organization", ("organization__profile",)
    ),
    "sources": Part("story_sources", _source, "source", ("source__protected_person",)),
    "pictures": Part("story_pictures", _picture, "picture", ("picture",)),
    "topics": Part("story_topics", _topic_of_story, order="topic"),
    "claims": BoundClaims("claims", _claim),
    "cases": Part("story_cases", _case, "case", ("case",), along=COUNTS),
    "replies": Replies("replies", _reply, joins=("person", "organization", "public_source"), order="pk"),
    "editions": PastEditions("editions", _edition, order="number", without=("content", "snapshot")),
}
