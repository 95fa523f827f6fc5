"""Whom and what the corpus speaks of, unsaved and with numbers of their own: sections, people, tags, the desk."""

from dataclasses import dataclass, field

from django.contrib.auth.hashers import make_password
from django.db import connection
from django.db.models import Max

from accounts import roles
from accounts.models import User
from articles.management.corpus import words
from articles.models import (
    Author,
    Edition,
    Organization,
    Person,
    Picture,
    Profile,
    Section,
    Source,
    Story,
    Tag,
    TagPage,
    Writer,
)
from articles.models.public import Article
from articles.text import slug_of

PLACES, AUTHORS, TAGS, PEOPLE, ORGANIZATIONS, DOCUMENTS = 12_000, 160, 2_000, 3_000, 600, 400
NUMBERED = (
    User, Section, Author, Tag, TagPage, Profile, Person, Organization, Source, Picture, Writer, Story, Edition,
    Article,
)  # fmt: skip
PAGES_OF_PEOPLE, PAGES_OF_ORGANIZATIONS = 900, 250
DESK = ((roles.REPORTER, 40), (roles.EDITOR, 8), (roles.LEGAL, 2), (roles.PUBLISHER, 2))
JOBS = ("Reporter", "Correspondent", "Editor", "Photographer")
BODIES = (
    "Trust",
    "Council",
    "Fishing Company",
    "Museum",
    "School",
    "Ferry Line",
    "Choir",
    "Rowing Club",
    "Clinic",
    "Bank",
)
DOCUMENTS_OF = ("Minutes of {name}", "Accounts of {name}", "Letter of {name} to its tenants", "Survey by {name}")
PAGE_REASON = "Speaks for others in public, story after story."


@dataclass
class World:
    """Everything in memory before any of it is saved: the stories are told in processes of their own."""

    seed: int
    base: dict  # model -> the highest number that is taken
    suffix: str = ""  # of addresses, where there are stories already
    rows: dict = field(default_factory=dict)  # model -> instances, in the order in which they are saved
    groups: list = field(default_factory=list)  # (user, role)

    def add(self, model, **fields):
        rows = self.rows.setdefault(model, [])
        one = model(pk=self.base.get(model, 0) + len(rows) + 1, **fields)
        rows.append(one)
        return one

    def of(self, model):
        return self.rows[model]


def build(seed, now):
    """now: when all of it was decided and made."""
    base = {model: model._base_manager.aggregate(last=Max("pk"))["last"] or 0 for model in NUMBERED}
    world = World(seed, base, f"-{base[Story]}" if base[Story] else "")
    world.places = words.places(PLACES)
    surnames = [place.capitalize() for place in words.places(900)]
    for position, (name, slug) in enumerate(words.SECTIONS, 1):
        told = f"What happens in {name.lower()}, and around it."
        world.add(Section, name=name, slug=slug + world.suffix, position=position, description=told)
    _add_desk(world, surnames, now)
    _add_tags(world)
    _add_names(world, surnames, now)
    return world


def _add_desk(world, surnames, now):
    """Reporters who write as authors, and further authors who have left; nobody of them can sign in."""
    people = iter(words.names(sum(count for _role, count in DESK) + AUTHORS, surnames[::-1]))
    closed = make_password(None)
    for role, count in DESK:
        for number in range(1, count + 1):
            first, last = next(people).split()
            name = f"{slug_of(role)}-{number}{world.suffix}"
            user = world.add(
                User, username=name, email=f"{name}@corpus.example", first_name=first, last_name=last,
                is_staff=True, password=closed, date_joined=now,
            )  # fmt: skip
            world.groups.append((user, role))
            if role == roles.REPORTER:
                world.add(Writer, user=user, author=_author(world, str(user)))
    while len(world.rows[Author]) < AUTHORS:
        _author(world, next(people))


def _author(world, name):
    number = len(world.rows.get(Author, ()))
    return world.add(
        Author, name=name, slug=slug_of(name) + world.suffix, job_title=JOBS[number % 4] if number % 3 else "",
        biography=f"{name} has written for the paper since the old presses stood in the cellar.",
    )  # fmt: skip


def _add_tags(world):
    """What the stories are about: the best known villages, and things in them."""
    things = [one.removeprefix("the ") for one in words.OBJECTS]
    for number in range(TAGS):
        place = world.places[number // 2].capitalize()
        name = place if number % 2 else f"{place} {things[number // 2 % len(things)]}"
        slug = slug_of(name) + world.suffix
        tag = world.add(Tag, name=name + world.suffix, slug=slug, description=f"Everything on {name}.")
        world.add(TagPage, tag_number=tag.pk, name=tag.name, slug=slug, description=tag.description)


def _add_names(world, surnames, now):
    editor = world.of(User)[-1]
    decided = {"page_reason": PAGE_REASON, "page_decided_by": editor, "page_decided_at": now}
    for number, name in enumerate(words.names(PEOPLE, surnames)):
        has_page = number < PAGES_OF_PEOPLE
        page = _profile(world, "person", name) if has_page else None
        world.add(Person, name=name, description=_told(name), profile=page, **(decided if has_page else {}))
    for number in range(ORGANIZATIONS):
        name = f"{world.places[number].capitalize()} {BODIES[number % len(BODIES)]}"
        has_page = number < PAGES_OF_ORGANIZATIONS
        page = _profile(world, "organization", name) if has_page else None
        world.add(Organization, name=name, description=_told(name), profile=page, **(decided if has_page else {}))
        if number < DOCUMENTS:
            told = DOCUMENTS_OF[number % len(DOCUMENTS_OF)].format(name=name)
            world.add(Source, kind="document", public_description=told, created_by=editor, created_at=now)


def _profile(world, kind, name):
    return world.add(Profile, kind=kind, name=name, slug=slug_of(name) + world.suffix, description=_told(name))


def _told(name):
    return f"{name} stands in the paper’s reports on the coast."


def save(world):
    """Writes the things, parents first, and gives the people of the desk their roles."""
    for model, rows in world.rows.items():
        model.objects.bulk_create(rows, batch_size=500)
    for user, role in world.groups:
        user.groups.add(roles.role(role))


def mark_live():
    """Sets the flag of every page to whether a live article is on it."""
    links = {
        "public_section": ("public_article", "section_id"),
        "public_tagpage": ("public_article_tag", "tag_page_id"),
        "public_author": ("public_article_author", "author_id"),
        "public_profile": ("public_article_profile", "profile_id"),
    }
    with connection.cursor() as cursor:
        for page, (table, column) in links.items():
            found = f"EXISTS (SELECT 1 FROM {table} WHERE {column} = {page}.id)"  # noqa: S608
            cursor.execute(f"UPDATE {page} SET is_live = {found} WHERE is_live <> {found}")  # noqa: S608
