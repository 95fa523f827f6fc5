"""Where certain words stand in what the newsroom keeps, and what each row would be without them. Writes nothing."""

from collections import Counter
from dataclasses import dataclass, field

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from articles.actions.reach import ADDRESSED, COLUMNS, COURTS, SHARED
from articles.models import (
    Author,
    Case,
    Claim,
    Count,
    Edition,
    Evidence,
    Helpline,
    Label,
    Organization,
    OrganizationNote,
    Outbox,
    Path,
    Person,
    PersonNote,
    PolicyPage,
    Profile,
    ProtectedPerson,
    ReplyStep,
    Revision,
    Story,
    Tag,
    TagPage,
    Transition,
    Verdict,
)
from articles.models.claims import hash_of_words
from articles.publishing.compose import compose, content_hash
from articles.publishing.rewriting import Rewriting
from articles.text import Terms, claim_marks, numbered, plain, word_count


@dataclass
class Change:
    """One row as it would be: `columns` are its new values, `found` how often the words stand in it now."""

    model: type
    pk: int
    story: int | None
    columns: dict
    found: int
    excerpts: list


@dataclass
class Place:
    """A line of the dry run: a table, for one story or for none in particular."""

    label: str
    story: Story | None
    rows: int = 0
    found: int = 0
    excerpts: list = field(default_factory=list)


class Survey:
    """Looks on making. story: None for all of them."""

    def __init__(self, terms, replacement, story=None):
        self.story = story
        self.terms = Terms(terms, replacement)
        self.rewriting = Rewriting(self.terms, _free_address, _free_name)
        self.changes = []
        self.taken_off = []  # querysets of a story's rows whose record holds the words and belongs to other stories too
        self.former_hashes = {}  # new content hash -> the one it had
        self._dropped = {}
        self._bodies = {}  # story number -> its new text, where that changes
        self._claimed = {}  # claim number -> (the hash of its words, that of its new ones)
        if story:
            self._look_for_shared()
        for model in COLUMNS:
            for row in self._rows(model).iterator(chunk_size=200):
                self._look_at(row)
        self._follow_hashes()

    @property
    def is_empty(self):
        return not (self.changes or self.taken_off)

    def stories(self):
        """{story number: changed rows}."""
        return Counter(change.story for change in self.changes if change.story is not None)

    def tables(self):
        """{table: changed rows}."""
        return Counter(change.model._meta.db_table for change in self.changes)

    def places(self):
        """The dry run: [Place], by story."""
        stories, found = Story.objects.in_bulk(list(self.stories())), {}
        for change in self.changes:
            key = (change.story or 0, list(COLUMNS).index(change.model))
            label = change.model._meta.verbose_name_plural
            place = found.setdefault(key, Place(str(label), stories.get(change.story)))
            place.rows += 1
            place.found += change.found
            place.excerpts = [*place.excerpts, *change.excerpts][:2]
        return [found[key] for key in sorted(found)]

    # Which rows

    def _rows(self, model):
        rows = model._default_manager.order_by("pk")
        if model in (Evidence, Verdict):
            rows = rows.select_related("claim")
        if model is ReplyStep:
            rows = rows.select_related("request")
        if self.story is None or model is Outbox:
            return rows
        return rows.filter(self._of_the_story(model))

    def _of_the_story(self, model):
        number = self.story.pk
        if model is Story:
            return Q(pk=number)
        if model in (Evidence, Verdict):
            return Q(claim__story=number)
        if model is ReplyStep:
            return Q(request__story=number)
        if model in COURTS:
            return Q(**{f"{COURTS[model]}__in": self._own(Case)})
        if model is Path:
            pages = {"tag": self._own(Tag), "author": self._own(Author)}
            former = [Q(page=page, page_number__in=numbers) for page, numbers in pages.items()]
            return Q(story_number=number) | former[0] | former[1]
        if model is TagPage:
            return Q(tag_number__in=self._own(Tag))
        if model is Profile:
            owners = [named.objects.filter(pk__in=self._own(named)) for named in (Person, Organization)]
            return Q(pk__in=[pk for owner in owners for pk in owner.values_list("profile", flat=True) if pk])
        if model in (PersonNote, OrganizationNote):
            name, named = ("person", Person) if model is PersonNote else ("organization", Organization)
            return Q(**{f"{name}__in": self._own(named)})
        if model is LogEntry:
            return self._logged()
        if model in (ProtectedPerson, Helpline, PolicyPage):
            return Q(pk__in=[])
        if model in {record for record, *_rest in SHARED}:
            return Q(pk__in=self._own(model))
        return Q(story=number)

    def _logged(self):
        logged = Q(content_type=ContentType.objects.get_for_model(Story), object_id=str(self.story.pk))
        for record, *_rest in SHARED:
            numbers = [str(pk) for pk in self._own(record)]
            logged |= Q(content_type=ContentType.objects.get_for_model(record), object_id__in=numbers)
        return logged

    def _own(self, record):
        """The numbers of the records of this kind that this story uses and no other."""
        row, column, owner = next((row, column, owner) for one, row, column, owner, _list in SHARED if one is record)
        others = set(row.objects.exclude(**{owner: self.story}).values_list(column, flat=True))
        return sorted(set(row.objects.filter(**{owner: self.story}).values_list(column, flat=True)) - others)

    def _look_for_shared(self):
        for record, row, column, owner, where in SHARED:
            mine = row.objects.filter(**{owner: self.story}).exclude(**{f"{column}__in": self._own(record)})
            held = [one for one in record.objects.filter(pk__in=mine.values(column)) if self._columns(one)]
            numbers = {one.pk for one in held} | (self._cases_that_name() if record is Case else set())
            if numbers:
                self.taken_off.append(row.objects.filter(**{owner: self.story, f"{column}__in": numbers}))
                self._dropped[where] = numbers
        self.rewriting.take()

    def _cases_that_name(self):
        """Cases of this story that would bring the words back, in a charge or as a name that belongs to others too."""
        own, people = self._own(Case), self._own(Person)
        counts = Count.objects.filter(case__story_cases__story=self.story).select_related("person")
        charged = {one.case_id for one in counts if one.case_id not in own and self._columns(one)}
        return charged | {one.case_id for one in counts if one.person_id not in people and self._columns(one.person)}

    # What each would be

    def _look_at(self, row):
        columns = self._columns(row)
        for name in {"snapshot", "content"} & set(COLUMNS[type(row)]):
            kept = self._without_dropped(columns.get(name, getattr(row, name)))
            if kept != getattr(row, name):
                columns[name] = kept
        found, excerpts = self.rewriting.take()
        if columns:
            columns |= self._following(row, columns)
            self.changes.append(Change(type(row), row.pk, _story_of(row), columns, max(found, 1), excerpts))

    def _columns(self, row):
        """{column: new value} of a row, for those that change."""
        new = {name: self._new(row, name, sort) for name, sort in COLUMNS[type(row)].items()}
        if isinstance(row, Claim):
            new |= self._bound_anew(row, new["words"])
        if isinstance(row, Verdict):
            new["words_hash"] = self._judged_anew(row)
        return {name: value for name, value in new.items() if value != getattr(row, name)}

    def _bound_anew(self, claim, words):
        """The words that its mark now holds; unbound where its mark went with the words."""
        position = claim.position
        if claim.story_id in self._bodies and position is not None:
            marked = {mark.key: mark.words for mark in claim_marks(self._bodies[claim.story_id]).marks}
            words, position = marked.get(claim.key, words), position if claim.key in marked else None
        if words != claim.words:
            self._claimed[claim.pk] = hash_of_words(claim.words), hash_of_words(words)
        return {"words": words, "position": position}

    def _judged_anew(self, verdict):
        """A verdict on these words stays one on them; of earlier words no hash is kept where a text was rewritten."""
        former, new = self._claimed.get(verdict.claim_id, (hash_of_words(verdict.claim.words),) * 2)
        if verdict.words_hash == former:
            return new
        return "" if verdict.claim.story_id in self._bodies else verdict.words_hash

    def _new(self, row, name, sort):
        value = getattr(row, name)
        if not value:
            return value
        if sort == "text":
            return self.rewriting.text(value, row._meta.get_field(name).max_length)
        if sort == "name":
            return self.rewriting.name("label" if isinstance(row, Label) else "tag", value)
        if sort in ADDRESSED:
            return self.rewriting.slug(sort, value)
        return getattr(self.rewriting, sort)(value)

    def _without_dropped(self, kept):
        """A snapshot or an Edition's content without the records that are taken off the story."""
        new = dict(kept)
        for where, gone in self._dropped.items():
            number = "author" if where == "bylines" else "id"
            new[where] = [one for one in kept.get(where, ()) if one.get(number) not in gone]
        return new

    def _following(self, row, columns):
        """Columns that go with those that change."""
        if isinstance(row, Story) and "body" in columns:
            self._bodies[row.pk] = columns["body"]
            return {"body_text": plain(columns["body"]), "word_count": word_count(columns["body"])}
        if isinstance(row, Edition):
            content, note = (columns.get(name, getattr(row, name)) for name in ("content", "public_note"))
            if content["body"] != row.content["body"] or "sources" in self._dropped:
                columns["content"] = content = content | {"claims": self._told_claims(row, content, columns, note)}
            new = content_hash(content, row.kind, note)
            if new == row.content_hash:
                return {}
            self.former_hashes[new] = row.content_hash
            return {"content_hash": new}
        if isinstance(row, Path) and not row.page:
            return {"answer": Path.Answer.GONE, "article": None}
        if isinstance(row, Person | Organization | Profile) and {"name", "also_known_as"} & set(columns):
            return {"wikidata_id": "", "website": ""} | (_no_page() if isinstance(row, Person | Organization) else {})
        return {}

    def _told_claims(self, edition, content, columns, note):
        """How readers are told what a statement rests on: by places in the text, which have moved."""
        if "sources" in self._dropped:
            return []
        again = compose(columns.get("snapshot", edition.snapshot), edition.kind, note, edition.published_at).content
        return again["claims"] if again["body"] == content["body"] else []

    def _follow_hashes(self):
        """A hash of what stood there would let anybody try names against it: each becomes that of what stands there.

        A move's hash that cannot be made anew is emptied; an approval is then asked for again.
        """
        editions = {former: new for new, former in self.former_hashes.items()}
        changed = {(change.model, change.pk): change for change in self.changes}
        touched = {change.story for change in self.changes if change.model in (Revision, Edition)}
        for move in Transition.objects.filter(story__in=touched).exclude(content_hash="").select_related("story"):
            new = editions.get(move.content_hash) or self._hash_at(move, changed)
            if new != move.content_hash:
                change = changed.get((Transition, move.pk))
                if change is None:
                    change = Change(Transition, move.pk, move.story_id, {}, 0, [])
                    self.changes.append(change)
                change.columns["content_hash"] = new
                if new:
                    self.former_hashes[new] = move.content_hash

    def _hash_at(self, move, changed):
        """The hash of a move, made anew from the version it was of."""
        then = move.story.revisions.filter(number__lte=move.version).first()
        change = changed.get((Revision, then.pk)) if then else None
        if change is None or "snapshot" not in change.columns:
            return move.content_hash
        return _hash_of(change.columns["snapshot"], move) if _hash_of(then.snapshot, move) == move.content_hash else ""


def _hash_of(snapshot, move):
    return compose(snapshot, move.kind, snapshot["public_note"], move.at).content_hash


def _no_page():
    return {"profile": None, "page_reason": "", "page_decided_by": None, "page_decided_at": None}


def _story_of(row):
    if isinstance(row, Story):
        return row.pk
    if isinstance(row, Evidence | Verdict):
        return row.claim.story_id
    if isinstance(row, ReplyStep):
        return row.request.story_id
    return getattr(row, "story_number", None) or getattr(row, "story_id", None)


def _free_address(kind, wanted, given):
    """given: what has been handed out in this survey already."""
    free, number = wanted, 1
    while free in given or _is_taken(kind, free):
        number += 1
        free = numbered(wanted, number)
    return free


def _free_name(kind, wanted, given):
    model, free, number = ADDRESSED[kind][0], wanted, 1
    while free in given or model.objects.filter(name=free).exists():
        number += 1
        free = f"{wanted} {number}"
    return free


def _is_taken(kind, slug):
    return any(model.objects.filter(slug=slug).exists() for model in ADDRESSED[kind]) or _was_public(kind, slug)


def _was_public(kind, slug):
    return kind == "story" and Path.objects.filter(path__endswith=f"/{slug}/").exists()
