"""Makes the demo newsroom through the same actions that people use; every story goes the whole way of its moves."""

import io
import random
import secrets
from datetime import timedelta

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from accounts import roles
from accounts.models import User
from articles import actions
from articles.demo import cast, pictures, policies, proceedings
from articles.demo.lives import Life
from articles.demo.stories import ALL_STORIES
from articles.models import (
    Author,
    Helpline,
    Jurisdiction,
    Label,
    Organization,
    Person,
    PolicyPage,
    Section,
    Source,
    Story,
    Tag,
    Writer,
)
from articles.publishing import outbox
from articles.publishing.compose import library_picture

LOGINS = (
    ("nell", "Nell Hathersage", roles.REPORTER, "nell-hathersage"),
    ("idris", "Idris Penvarne", roles.REPORTER, "idris-penvarne"),
    ("edda", "Edda Rowntree", roles.EDITOR, ""),
    ("caspar", "Caspar Dunmore", roles.EDITOR, ""),
    ("lorne", "Lorne Whitacre", roles.LEGAL, ""),
    ("petra", "Petra Voss", roles.PICTURE_EDITOR, ""),
    ("pascoe", "Pascoe Bryant", roles.PUBLISHER, ""),
    ("ansel", "Ansel Trewin", roles.ADMINISTRATOR, ""),
)


def is_empty():
    """No newsroom here yet: neither people nor stories."""
    return not User.objects.exists() and not Story.objects.exists()


def load(now=None, say=print):
    """Fills an empty database; returns [(username, password, role)]. now: what "days ago" counts back from."""
    now = now or timezone.now()
    with transaction.atomic():
        logins = _people()
        desk = Desk(now, say)
    actions.review(Jurisdiction.objects.default(), by=desk.users["lorne"], now=now)
    desk.keep_helplines()
    desk.keep_policies()
    desk.draw()
    for number, told in enumerate(sorted(ALL_STORIES, key=lambda told: -told["days_ago"]), 1):
        Life(desk, told).live()
        if number % 10 == 0:
            say(f"  {number} of {len(ALL_STORIES)} stories")
    proceedings.afterwards(desk)
    actions.remind_of_helplines(now)  # this week's letter: not in the first minute of whoever starts the servers now
    while outbox.sweep():
        pass
    return logins


def _people():
    logins = []
    for username, name, role, _author in LOGINS:
        first, last = name.split()
        password = secrets.token_urlsafe(12)
        user = User(username=username, email=f"{username}@example.org", first_name=first, last_name=last, is_staff=True)
        user.set_password(password)
        user.save()
        user.groups.add(roles.role(role))
        logins.append((username, password, role))
    return logins


class Desk:
    """Everybody and everything the demo stories speak of, by key."""

    def __init__(self, now, say):
        self.now, self.say = now, say
        self.users = {user.username: user for user in User.objects.all()}
        self.sections = {
            one["slug"]: Section.objects.create(position=place, **one) for place, one in enumerate(cast.SECTIONS, 1)
        }
        self.authors = {one["slug"]: Author.objects.create(**one) for one in cast.AUTHORS}
        self.people = {one["key"]: self._named(Person, one) for one in cast.PEOPLE}
        self.organizations = {one["key"]: self._named(Organization, one) for one in cast.ORGANIZATIONS}
        self.tags = {one["slug"]: Tag.objects.create(**one) for one in cast.TAGS}
        self.label = Label.objects.create(name="Follow up", slug="follow-up")
        self.told_sources = {one["key"]: one for one in cast.SOURCES}
        self.sources = {}
        self.pictures = {}
        self.cases = proceedings.record(self)
        for username, _name, _role, author in LOGINS:
            if author:
                Writer.objects.create(user=self.users[username], author=self.authors[author])

    def _named(self, model, one):
        named = model.objects.create(**{k: v for k, v in one.items() if k not in {"key", "page_reason"}})
        if one["page_reason"]:
            actions.decide_page(named, by=self.users["edda"], reason=one["page_reason"], now=self.now)
        return named

    def source(self, key):
        """A Source, made when a story first uses it."""
        if key not in self.sources:
            self.sources[key] = self._make_source(self.told_sources[key])
        return self.sources[key]

    def _make_source(self, told):
        age = told["published_on"]
        source = Source.objects.create(
            kind=told["kind"],
            public_description=told["public_description"],
            url=told["url"],
            archived_url=told["archived_url"],
            published_on=self.now.date() - timedelta(days=age) if age is not None else None,
            created_by=self.users["nell"],
        )
        if told["private_detail"]:
            actions.write_detail(source, by=self.users["lorne"], facts={"notes": told["private_detail"]})
        return source

    def keep_helplines(self):
        """Of numbers that are reserved for examples, and say so."""
        keeper = self.users["edda"]
        for one in cast.HELPLINES:
            helpline = Helpline(**{key: value for key, value in one.items() if key != "is_tried"})
            actions.keep_helpline(helpline, by=keeper)
            if one["is_tried"]:
                actions.tried(helpline, by=keeper, now=self.now - timedelta(days=12))

    def keep_policies(self):
        """What the paper says of itself: three years old, and read again two months ago."""
        pages = {page.kind: page for page in PolicyPage.objects.all()}
        for kind, text in policies.POLICIES.items():
            page = pages.get(kind) or PolicyPage(kind=kind)
            page.body, page.effective_from = text, self.now.date() - timedelta(days=1100)
            page.reviewed_at = self.now.date() - timedelta(days=60)
            actions.keep_policy(page, by=self.users["edda"], now=self.now)

    def draw(self):
        """The pictures of the library, and the authors' portraits."""
        self.say(f"  drawing {len(pictures.PICTURES) + len(self.authors)} pictures")
        for one in pictures.PICTURES:
            described = {"alt_text": one["alt"], **{k: one[k] for k in ("caption", "credit", "rights_holder")}}
            title = one["key"].replace("-", " ").capitalize()
            self.pictures[one["key"]] = self._picture(pictures.draw(one["key"]), title, described)
        for slug, author in self.authors.items():
            said = {"alt_text": f"Portrait of {author.name}", "credit": cast.NEWSROOM["name"],
                    "rights_holder": cast.NEWSROOM["name"]}  # fmt: skip
            portrait = self._picture(pictures.draw_portrait(slug), f"Portrait: {author.name}", said)
            author.portrait = library_picture(portrait)
            author.save(update_fields=["portrait"])

    def _picture(self, image, title, described):
        file = io.BytesIO()
        image.convert("RGB").save(file, "JPEG", quality=90)
        return actions.add_picture(File(file, f"{title}.jpg"), by=self.users["petra"], title=title, **described)

    def editor_for(self, key):
        """One of the two editors, always the same for the same story."""
        return self.users[random.Random(key).choice(["edda", "caspar"])]
