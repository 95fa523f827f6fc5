"""From a snapshot of the working copy to an Edition: pure, saves nothing."""

import hashlib
import html
import json
import unicodedata

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from articles.jurisdictions.words import Stage
from articles.models import Byline, Edition, Section, Source, StoryPicture
from articles.models.public import Article
from articles.models.sources import UNATTRIBUTABLE
from articles.publishing.care import applying, public_advisories, public_helplines
from articles.publishing.replies import public_replies
from articles.text import claim_marks, excerpt, plain, printable, sanitise, word_count
from articles.workflow import Kind

# What of an Edition is not its content: when, where, which number (law 4). Past corrections are what they are.
NOT_CONTENT = (
    "number",
    "edition",
    "path",
    "first_published_at",
    "published_at",
    "updated_at",
    "corrections",
    "versions",
    "claims",
    "checked",
)

# Parts that came with a later version: while empty they do not count, so that approvals from before still hold.
SINCE_THEN = ("placement", "proceedings", "advisories", "helplines", "replies", "layout")


def compose(snapshot, kind, note, now):
    """The Edition that publishing this snapshot at `now` would make: unsaved, without its story's row.

    kind: a workflow.Kind; note: what readers are told about the change. Off-record and deep-background uses of
    sources, desk notes, labels and characters that no file may hold never enter its content.
    """
    kind, note = Kind(kind), printable(note)
    placement = snapshot.get("note_place", "") if kind.needs_public_note else ""
    content = printable(_content(snapshot)) | {"placement": placement} | _times(snapshot, kind, note, placement, now)
    return Edition(
        story_id=snapshot["story"],
        number=content["edition"],
        kind=kind,
        public_note=note,
        content=content,
        content_hash=content_hash(content, kind, note),
        snapshot=snapshot,
        published_at=now,
    )


def _content(snapshot):
    body, marks = claim_marks(sanitise(snapshot["body"]))
    text = plain(body)
    shown = [use for use in snapshot["sources"] if use["terms"] not in UNATTRIBUTABLE]
    unnamed = {use["id"] for use in snapshot["sources"] if use not in shown or use.get("is_anonymous")}
    topics = snapshot.get("topics", ())
    pictures = [_public_picture(picture) for picture in snapshot["pictures"]]
    lead = next((p for p in pictures if p["place"] == StoryPicture.Place.LEAD), None)
    return {
        "headline": snapshot["headline"].strip(),
        "standfirst": snapshot["standfirst"].strip(),
        "body": body,
        "text": text,
        "word_count": word_count(body),
        "description": snapshot["description"].strip() or snapshot["standfirst"].strip() or excerpt(text),
        "social_headline": snapshot["social_headline"].strip(),
        "dateline": snapshot["dateline"].strip(),
        "type_of_work": snapshot["type_of_work"],
        "layout": snapshot.get("layout", ""),  # Revisions from before there was one
        "language": snapshot["language"],
        "section": snapshot["section"],
        "bylines": [_public_byline(line) for line in snapshot["bylines"]],
        "lead_picture": lead,
        "pictures": pictures,
        "people": [_public_part(part) for part in snapshot["people"]],
        "organizations": [_public_part(part) for part in snapshot["organizations"]],
        "sources": [_public_source(use) for use in shown],
        "claims": list(_public_claims(snapshot.get("claims", ()), marks, body, [use["id"] for use in shown])),
        "proceedings": list(_public_counts(snapshot.get("cases", ()), snapshot["people"], unnamed)),
        "replies": list(public_replies(snapshot, unnamed)),
        "checked": {str(count["id"]): count["checked_on"] for count in _counts(snapshot.get("cases", ()))},
        "advisories": public_advisories(topics, snapshot["language"]),
        "helplines": public_helplines(snapshot.get("helplines", ()), applying(topics), snapshot.get("audience", ())),
        "tags": [{key: tag[key] for key in ("id", "name", "slug", "description")} for tag in snapshot["tags"]],
        "slug": snapshot["slug"],
        "is_retracted": False,
    }


def _public_byline(line):
    role = Byline.BylineRole(line["role"])
    kept = {key: line[key] for key in ("author", "name", "slug", "job_title", "portrait")}
    return kept | {"role": line["role"], "role_label": str(role.label)}


def _public_part(part):
    kept = {key: part[key] for key in ("name", "role", "role_label", "description", "slug", "profile", "wikidata_id")}
    return kept if part["profile"] else kept | {"wikidata_id": ""}


def _public_source(use):
    kind = Source.SourceKind(use["kind"])
    linked = use["kind"] != Source.SourceKind.PERSON
    return {
        "text": use["attribution"] or use["protected_label"] or use["public_description"],
        "kind": use["kind"],
        "kind_label": str(kind.label),
        "url": use["url"] if linked else "",
        "archived_url": use["archived_url"] if linked else "",
        "published_on": use["published_on"],
        "accessed_on": use["accessed_on"],
    } | _why_not_named(use)


def _why_not_named(use):
    """Nothing where there is nothing to say, so that approvals from before it was said still hold."""
    why = use.get("anonymity", "") if use.get("is_anonymous") else ""
    return {"anonymity": why} if why else {}


def _counts(cases):
    return [count for case in cases for count in case["counts"]]


def _public_counts(cases, people, unnamed):
    """How far each count has come against somebody who is in the story, by name. unnamed: Sources not to be shown."""
    named = {part["id"]: part["name"] for part in people}
    for case in cases:
        for count in case["counts"]:
            if count["person"] in named:
                kept = {key: count[key] for key in ("offence", "status", "status_on", "detail")}
                hides = count.get("citation_id") in unnamed
                yield kept | {
                    "count": count["id"],
                    "name": named[count["person"]],
                    "court": case["court"],
                    "status_label": str(Stage(count["status"]).label),
                    "citation": "" if hides else count["citation"],
                    "citation_url": "" if hides else count["citation_url"],
                }


def _public_claims(claims, marks, body, shown):
    """For each claim that rests on sources readers may see: which ones, and after which place of the text it is told.

    end: offset in the body; after: the characters before it, so that a place that no longer fits is left out;
    sources: places in the Edition's list of sources. shown: the Source numbers of that list.
    """
    known = {claim["key"]: claim for claim in claims}
    number = 0
    for mark in marks:
        claim = known.get(mark.key)
        supporting = {one["source"] for one in claim["evidence"] if one["stance"] == "supports"} if claim else ()
        places = [place for place, source in enumerate(shown) if source in supporting]
        if places:
            number += 1
            yield {
                "number": number,
                "end": mark.end,
                "after": body[max(0, mark.end - 16) : mark.end],
                "kind": claim["kind"],
                "words": excerpt(mark.words, 160),
                "sources": places,
                "is_checked": bool(claim["verdict"] and claim["verdict"]["result"] == "supported"),
            }


def library_picture(picture):
    """A Picture as articles carry it, without a story: an author's portrait, for example."""
    said = {"caption": picture.caption, "alt": picture.alt_text, "place": ""}
    keys = ("credit", "rights_holder", "stem", "width", "height", "renditions")
    return {"number": picture.pk} | said | {key: getattr(picture, key) for key in keys}


def _public_picture(picture):
    keys = ("place", "alt", "caption", "credit", "rights_holder", "stem", "width", "height", "renditions")
    return {"number": picture["id"]} | {key: picture[key] for key in keys}


def _times(snapshot, kind, note, placement, now):
    """Number, address, times, and the public history with this Edition at its end."""
    first = parse_datetime(snapshot["first_published_at"]) if snapshot["first_published_at"] else now
    past = snapshot["editions"]
    this = {"number": len(past) + 1, "kind": str(kind), "note": note, "at": now.isoformat(), "placement": placement}
    history = [*past, this]
    seen = [edition for edition in history if Kind(edition["kind"]).bumps_updated]
    return {
        "number": snapshot["story"],
        "edition": this["number"],
        "path": address(snapshot["slug"], first),
        "first_published_at": first.isoformat(),
        "published_at": now.isoformat(),
        "updated_at": seen[-1]["at"] if seen else first.isoformat(),
        "versions": [_version(edition) for edition in seen],
        "corrections": [_notice(edition) for edition in reversed(history) if edition["note"] and _told(edition)],
    }


def _told(edition):
    return Kind(edition["kind"]).needs_public_note or edition["kind"] == Kind.UPDATE


def _version(edition):
    return {key: edition[key] for key in ("number", "kind", "at")} | {"label": str(Kind(edition["kind"]).label)}


def _notice(edition):
    return _version(edition) | {"note": edition["note"], "placement": edition.get("placement", "")}


def placed(edition, placement):
    """The Edition with its note at that place ("top", "foot") of the story; unsaved still."""
    history = edition.content["corrections"]
    if history and history[0]["number"] == edition.number:
        history = [history[0] | {"placement": placement}, *history[1:]]
    edition.content = edition.content | {"placement": placement, "corrections": history}
    edition.content_hash = content_hash(edition.content, edition.kind, edition.public_note)
    return edition


def address(slug, first_published_at):
    """The reader's path: /yyyy/mm/slug/, by the date of first publication in the newsroom's zone."""
    local = timezone.localtime(first_published_at, timezone.get_default_timezone())
    return f"/{local:%Y}/{local:%m}/{unicodedata.normalize('NFC', slug)}/"


def content_hash(content, kind, note):
    """SHA-256 of what an approval holds for: all that readers get, with kind and public note, without NOT_CONTENT."""
    return hashlib.sha256(hashed(content, kind, note).encode()).hexdigest()


def hashed(content, kind, note):
    """What that hash is of, as one text."""
    kept = {key: value for key, value in content.items() if key not in NOT_CONTENT and (value or key not in SINCE_THEN)}
    return json.dumps([kept, str(kind), note], sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def retraction(live_content, note, snapshot, now):
    """The Edition that stands in a retracted story's place: same address, the text gone, the note in its stead."""
    edition = compose(snapshot, Kind.RETRACTION, note, now)
    note = edition.public_note
    gone = {"people": [], "organizations": [], "sources": [], "pictures": [], "lead_picture": None, "tags": []}
    gone |= {"claims": [], "proceedings": [], "checked": {}, "advisories": [], "helplines": [], "replies": []}
    headline = _("Retracted: {headline}").format(headline=live_content["headline"].removeprefix(_("Retracted: ")))
    body = sanitise("".join(f"<p>{html.escape(line)}</p>" for line in note.splitlines() if line.strip()))
    kept = {key: live_content[key] for key in ("section", "type_of_work", "language", "bylines", "slug", "dateline")}
    times = {key: edition.content[key] for key in NOT_CONTENT}
    edition.content = edition.content | kept | gone | times | {
        "headline": headline[: Article._meta.get_field("headline").max_length],
        "standfirst": "",
        "body": body,
        "text": plain(body),
        "word_count": word_count(body),
        "description": excerpt(plain(body)),
        "social_headline": "",
        "layout": "",
        "is_retracted": True,
    }  # fmt: skip
    edition.content["path"] = live_content["path"]
    edition.content_hash = content_hash(edition.content, Kind.RETRACTION, note)
    return edition


def differences(old, new):
    """The names of the parts in which two Editions' contents differ, for the message that an approval was voided."""
    return sorted(key for key in {*old, *new} - set(NOT_CONTENT) if (old.get(key) or None) != (new.get(key) or None))


def article_of(edition):
    """The Article that an Edition makes: unsaved, with its section unsaved too. What render and preview are handed."""
    content = edition.content
    names = (
        "path", "type_of_work", "language", "headline", "standfirst", "dateline", "body", "text", "description",
        "social_headline", "word_count", "bylines", "lead_picture", "pictures", "people", "organizations", "sources",
        "tags", "corrections", "versions", "is_retracted",
    )  # fmt: skip
    times = {key: parse_datetime(content[key]) for key in ("first_published_at", "published_at", "updated_at")}
    article = Article(
        story_number=content["number"],
        edition_number=content["edition"],
        kind=edition.kind,
        claims=content.get("claims", []),  # Editions from before there were any
        layout=content.get("layout", ""),
        advisories=content.get("advisories", []),
        helplines=content.get("helplines", []),
        replies=content.get("replies", []),
        proceedings=[
            count | {"checked_on": content["checked"].get(str(count["count"]))}
            for count in content.get("proceedings", [])
        ],
        **{name: content[name] for name in names},
        **times,
    )
    section = content["section"]
    if section:
        article.section = Section(**section)
    return article
