"""The life of a story of the corpus: what it tells, how far it has come, and every row that this makes.

Snapshot, Edition and Article are made by the functions that a publication uses, out of rows that are not saved yet.
That takes some milliseconds, so a life is a pattern: numbers, times and places in it are marks, for which `patterns`
puts those of one story after the other.
"""

import random
from datetime import UTC, datetime, timedelta

from articles.management.corpus import words
from articles.models import (
    Author,
    Byline,
    Organization,
    Person,
    Picture,
    Revision,
    Section,
    Source,
    Story,
    StoryOrganization,
    StoryPerson,
    StoryPicture,
    StorySource,
    StoryTag,
    Tag,
    TagPage,
    Transition,
    Writer,
)
from articles.models.public import ArticleTag, Path
from articles.publishing.compose import article_of, compose, hashed, retraction
from articles.publishing.project import author_rows, notice_rows, profile_rows
from articles.publishing.snapshot import snapshot
from articles.text import plain, sanitise, slug_of, word_count
from articles.workflow import Kind

STORY, EDITION, SOURCE, ARTICLE = (range(place * 10**11 + 1, place * 10**11 + 9) for place in (91, 92, 93, 94))
EDITIONS = 4  # numbers kept free for the Editions of one story
AT = datetime(2001, 2, 15, 4, 5, 6, 123456, tzinfo=UTC)  # when it is published
PLACE, OTHERS = "Qplaceqa", ("Qplaceqb", "Qplaceqc")
ROLES = ("official", "expert", "spokesperson", "witness", "party")
LENGTHS, LENGTH_SHARES = (3, 6, 10, 18, 45), (18, 45, 25, 10, 2)  # sentences
# (how a story ended, of ten thousand): all others are published and rest.
ENDS = (
    ("draft", 25), ("in_review", 6), ("legal", 1), ("approved", 2), ("scheduled", 2), ("spiked", 50), ("withdrawn", 20),
    ("retracted", 5), ("changing", 10), ("corrected", 300), ("updated", 800),
)  # fmt: skip
UNPUBLISHED = {"draft", "in_review", "legal", "approved", "scheduled", "spiked"}
MOVES_TO = {
    "draft": (), "in_review": ("submit",), "legal": ("submit", "ask_legal"), "approved": ("submit", "approve"),
    "scheduled": ("submit", "approve", "schedule"), "spiked": ("spike",),
}  # fmt: skip
AFTER = {"submit": "in_review", "ask_legal": "legal", "approve": "approved", "schedule": "scheduled", "spike": "spiked",
         "publish": "published", "retract": "published", "reopen": "draft", "take_down": "withdrawn"}  # fmt: skip
WRONG, RIGHT = "We gave the number of the road as {wrong}.", "It is {right}."


class Town:
    """The world as it is drawn from: some of it stands in many stories, most of it in few."""

    def __init__(self, world, until):
        self.seed, self.until, self.first = world.seed, until, world.places
        self.sections = words.Zipf(world.of(Section), flatter=3)
        self.tags = words.Zipf(world.of(Tag), flatter=8)
        self.people = words.Zipf(world.of(Person), flatter=8)
        self.organizations = words.Zipf(world.of(Organization), flatter=8)
        self.documents = words.Zipf(world.of(Source), flatter=8)
        self.authors = words.Zipf(world.of(Author), flatter=8)
        self.pictures = world.rows.get(Picture, ())
        self.users = {line.author_id: line.user for line in world.of(Writer)}
        self.reporters = list(self.users.values())
        staff = [user for user, role in world.groups if role != world.groups[0][1]]
        self.editor, self.publisher = staff[0], staff[-1]
        self.pages = {page.tag_number: page.pk for page in world.of(TagPage)}
        self.ends = [end for end, share in ENDS for _ in range(share)]


class Life:
    """A story and its rows, in the order in which they came to be; `hashed`: {hash of its content: what it is of}."""

    def __init__(self, town, number):
        self.town = town
        self.dice = random.Random(town.seed * 1_000_003 + number)  # noqa: S311
        place = self.dice.randrange(10_000)
        self.end = town.ends[place] if place < len(town.ends) else "published"
        self.rows, self.editions, self.unsigned, self.hashed = [], [], [], {}
        self.story = self._begin()
        self.parts = self._parts()
        self._keep_revision("Started", self.story.created_by)
        for move in MOVES_TO.get(self.end, ("submit", "approve", "publish")):
            self._move(move)
        self._go_on()
        if self.unsigned:
            self._composed(self.story.updated_at)
        self.rows[0:0] = [self.story]

    # What it tells

    def _begin(self):
        dice, town = self.dice, self.town
        self.person = town.people.one(dice)
        told = words.paragraphs(dice, _length(dice), PLACE, OTHERS, self.person.name)
        self.author = town.authors.one(dice)
        writer = town.users.get(self.author.pk) or dice.choice(town.reporters)
        headline, address = words.headline(dice, PLACE)
        body = sanitise("".join(f"<p>{one}</p>" for one in told))
        begun = AT - timedelta(hours=dice.randint(2, 60))
        return Story(
            pk=STORY[0],
            slug=f"{slug_of(address)}-{STORY[0]}",
            headline=headline,
            standfirst=told[0][:180],
            body=body,
            body_text=plain(body),
            word_count=word_count(body),
            dateline=PLACE if dice.random() < 0.4 else "",
            type_of_work=dice.choices(words.TYPES, words.TYPE_SHARES)[0],
            language="en-gb",
            section=town.sections.one(dice),
            created_by=writer,
            created_at=begun,
            updated_at=begun,
        )

    def _parts(self):
        """{part of a snapshot: rows}, each kept to be saved."""
        dice, story, town = self.dice, self.story, self.town
        named = [self.person, *town.people.some(dice, dice.choice((0, 0, 1, 2)))]
        people = [
            StoryPerson(story=story, person=one, role=dice.choice(ROLES), position=place)
            for place, one in enumerate(dict.fromkeys(named))
        ]
        bodies = town.organizations.some(dice, dice.choice((0, 1, 1)))
        organizations = [StoryOrganization(story=story, organization=one, role="party") for one in bodies]
        bylines = [Byline(story=story, author=self.author)]
        tags = sorted(town.tags.some(dice, dice.randint(1, 5)), key=lambda tag: tag.name)
        self.rows += [*people, *organizations, *bylines]
        self.rows += [StoryTag(tag=tag, content_object=story) for tag in tags]
        self.rows.append(Story.writers.through(story=story, user=story.created_by))
        return {
            "tags": tags,
            "labels": [],
            "writers": [story.created_by],
            "bylines": bylines,
            "people": people,
            "organizations": organizations,
            "sources": self._sources(),
            "pictures": self._pictures(),
            "topics": [],
            "claims": [],
            "cases": [],
            "replies": [],
            "editions": self.editions,
        }

    def _sources(self):
        own = Source(
            pk=SOURCE[0],
            kind="own_reporting",
            public_description=f"Own reporting from {self.story.dateline or 'the town'}",
            created_by=self.story.created_by,
            created_at=self.story.created_at,
        )
        document = self.town.documents.one(self.dice)
        uses = [
            StorySource(story=self.story, source=source, terms="on_record", position=place)
            for place, source in enumerate((own, document))
        ]
        self.rows += [own, *uses]
        return uses

    def _pictures(self):
        if not self.town.pictures or self.dice.random() < 0.4:
            return []
        uses = [StoryPicture(story=self.story, picture=self.dice.choice(self.town.pictures))]
        self.rows += uses
        return uses

    # How far it comes

    def _move(self, name, edition=None):
        """One move of the table, a few minutes after the one before, or at the hour of publication."""
        story, before = self.story, self.story.status
        story.version += 1
        now = max(AT, story.updated_at) if name == "publish" else story.updated_at + timedelta(minutes=20)
        by = {"submit": story.created_by, "reopen": story.created_by, "publish": self.town.publisher}
        by = by.get(name, self.town.editor)
        if name == "publish":
            edition = self._composed(now)
        if edition:
            self._put_live(edition, by)
        move = Transition(
            story=story, move=name, from_status=before, to_status=AFTER[name], version=story.version, by=by, at=now,
            kind=edition.kind if edition else story.change_kind, edition=edition,
            content_hash=edition.content_hash if edition else "",
            note="Not for us." if name == "spike" else "",
        )  # fmt: skip
        self.rows.append(move)
        if not edition:
            self.unsigned.append(move)
        story.status, story.updated_at = AFTER[name], now
        if name == "schedule":
            story.publish_at = self.town.until + timedelta(days=3)

    def _composed(self, now):
        """The Edition of the working copy; the moves since it was changed have the hash of this content, too."""
        edition = compose(snapshot(self.story, self.parts), self.story.change_kind, self.story.public_note, now)
        self._keep_hashed(edition)
        for move in self.unsigned:
            move.content_hash = edition.content_hash
        self.unsigned = []
        return edition

    def _keep_hashed(self, edition):
        self.hashed[edition.content_hash] = hashed(edition.content, edition.kind, edition.public_note)

    def _put_live(self, edition, by):
        story = self.story
        edition.pk = EDITION[len(self.editions)]
        edition.story, edition.published_by = story, by
        edition.placement = edition.content["placement"]
        self.editions.append(edition)
        self.rows.append(edition)
        story.live_edition = edition
        story.first_published_at = story.first_published_at or edition.published_at

    def _go_on(self):
        """What comes after the first publication, and what readers have of it in the end."""
        if self.end in UNPUBLISHED:
            return
        if self.end in {"updated", "corrected", "changing"}:
            self._change()
        elif self.end == "retracted":
            self._retract()
        if self.end == "withdrawn":
            path = self.editions[-1].content["path"]
            self._move("take_down")
            self.story.live_edition = None
            self.rows.append(self._path(path, self.story.updated_at))
        else:
            self.rows += self._public_rows(self.editions[-1])

    def _change(self):
        story = self.story
        story.change_kind = Kind.CORRECTION if self.end == "corrected" else Kind.UPDATE
        self._move("reopen")
        story.version += 1
        if story.change_kind == Kind.CORRECTION:
            wrong, right = self.dice.sample(range(3, 60), 2)
            story.was_wrong, story.is_right = WRONG.format(wrong=wrong), RIGHT.format(right=right)
            story.public_note, story.note_place = f"{story.was_wrong} {story.is_right}", "foot"
        else:
            story.standfirst = f"{story.standfirst} More was known by the evening."
        self._keep_revision("", story.created_by)
        if self.end != "changing":
            for move in ("submit", "approve", "publish"):
                self._move(move)

    def _retract(self):
        story, note = self.story, "The report rested on a letter that was not what it seemed."
        now = story.updated_at + timedelta(minutes=20)
        kept = snapshot(story, self.parts) | {"version": story.version + 1, "embargo_until": None}
        edition = retraction(story.live_edition.content, note, kept, now)
        self._keep_hashed(edition)
        self._move("retract", edition=edition)
        story.change_kind, story.public_note = Kind.RETRACTION, note

    def _keep_revision(self, why, by):
        story = self.story
        kept = snapshot(story, self.parts)
        self.rows.append(
            Revision(story=story, number=story.version, snapshot=kept, why=why, by=by, at=story.updated_at)
        )

    def _public_rows(self, edition):
        """What a publication writes for readers, but for the search index."""
        article = article_of(edition)
        article.pk, at = ARTICLE[0], article.first_published_at
        yield article
        for tag in edition.content["tags"]:
            yield ArticleTag(article=article, tag_page_id=self.town.pages[tag["id"]], first_published_at=at)
        yield from author_rows(article, edition.content)
        yield from profile_rows(article, edition.content)
        yield from notice_rows(article, edition.content)
        yield self._path(article.path, edition.published_at, article)

    def _path(self, path, changed_at, article=None):
        answer = Path.Answer.ARTICLE if article else Path.Answer.GONE
        return Path(path=path, answer=answer, story_number=self.story.pk, article=article, changed_at=changed_at)


def _length(dice):
    """In sentences: many short items, few long reads."""
    most = dice.choices(LENGTHS, LENGTH_SHARES)[0]
    return dice.randint(most // 2, most)
