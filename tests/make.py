"""One saved valid thing each: `make_story(status="approved")` and its kin. Give only what the test is about."""

import itertools

from django.utils import timezone

from accounts import roles
from accounts.models import User
from articles import actions
from articles.gate import Level
from articles.models import (
    Author,
    Byline,
    Case,
    Helpline,
    Jurisdiction,
    Organization,
    Person,
    Picture,
    Section,
    Source,
    Story,
    StoryOrganization,
    StoryPerson,
    StoryPicture,
    StorySource,
    Tag,
    Writer,
)

_numbers = itertools.count(1)
CORRECTION = {"was_wrong": "We said that the vote was on Tuesday.", "is_right": "It was on Monday."}
BODY = "<p>The council voted on Tuesday to mend the harbour wall before winter.</p><p>Work begins in May.</p>"
MISSPELT = BODY.replace("before", "befroe")  # what a minor fix may change


def make_user(*role_names, username="", **fields):
    """A person with these roles; the default is none at all."""
    username = username or f"person{next(_numbers)}"
    user = User.objects.create_user(username, f"{username}@example.org", "a-long-password-1", is_staff=True, **fields)
    user.groups.set([roles.role(name) for name in role_names])
    return user


def reviewed_profile():
    """The house's jurisdiction profile, which a lawyer has just reviewed: no check reminds of it."""
    return actions.review(Jurisdiction.objects.default(), by=make_user(roles.LEGAL))


def make_section(name="City", **fields):
    slug = fields.pop("slug", f"{name.lower()}-{next(_numbers)}")
    return Section.objects.create(name=name, slug=slug, **fields)


def make_author(name="Ada Quill", **fields):
    return Author.objects.create(name=name, slug=fields.pop("slug", f"author-{next(_numbers)}"), **fields)


def make_writer(*role_names, **fields):
    """A person who writes under a byline of their own."""
    user = make_user(*(role_names or (roles.REPORTER,)), **fields)
    Writer.objects.create(user=user, author=make_author())
    return user


def make_person(name="Nell Harrow", **fields):
    return Person.objects.create(name=name, **fields)


def make_organization(name="Harbour Trust", **fields):
    return Organization.objects.create(name=name, **fields)


def make_source(description="Minutes of the harbour committee, 14 May", kind="document", **fields):
    return Source.objects.create(public_description=description, kind=kind, **fields)


def make_helpline(name="Listening Line", **fields):
    """One that somebody tried today; its number is of a range reserved for examples."""
    said = {"number": "01632 960 000", "topics": ["suicide"], "verified_on": timezone.localdate()}
    return Helpline.objects.create(name=name, **(said | fields))


def make_count(person, by, **facts):
    """What somebody was accused of in a case of its own, and acquitted of."""
    case = Case.objects.create(name="The harbour fund case", court="Veremouth Crown Court")
    given = {"offence": "fraud", "status": "acquitted", "on": timezone.localdate() - timezone.timedelta(days=9)}
    return actions.accuse(case, person, by=by, **(given | facts))


def make_tag(name="Harbour"):
    return Tag.objects.get_or_create(name=name)[0]


def make_picture(**fields):
    """A library record without files."""
    stem = f"{next(_numbers):032x}"
    said = {"title": "Harbour", "alt_text": "A harbour wall.", "credit": "A. Quill", "rights_holder": "The paper"}
    renditions = [
        {"name": f"{stem}-640.webp", "width": 640, "height": 427, "format": "WEBP"},
        {"name": f"{stem}-1280.jpg", "width": 1280, "height": 853, "format": "JPEG"},
    ]
    facts = {"stem": stem, "width": 1280, "height": 853, "renditions": renditions}
    return Picture.objects.create(**(said | facts | fields))


def make_draft(by, headline="Council votes to mend the harbour wall", **fields):
    """A complete draft of this writer: section, type of work, standfirst, text, byline, one source on the record."""
    given = {"standfirst": "Work begins in May.", "body": BODY, "type_of_work": "news"} | fields
    given.setdefault("section", None)
    given["section"] = given["section"] or Section.objects.first() or make_section()
    story = actions.start(by=by, headline=headline, **given)
    if not story.bylines.exists():
        Byline.objects.create(story=story, author=make_author())
    StorySource.objects.create(story=story, source=make_source(), terms="on_record")
    return story


def add_person(story, role="official", name="Nell Harrow", **fields):
    return StoryPerson.objects.create(story=story, person=make_person(name), role=role, **fields)


def add_organization(story, role="party", name="Harbour Trust", **fields):
    return StoryOrganization.objects.create(story=story, organization=make_organization(name), role=role, **fields)


def add_source(story, source=None, terms="on_record", **fields):
    """A use of a source; returns the StorySource."""
    return StorySource.objects.create(story=story, source=source or make_source(), terms=terms, **fields)


def add_picture(story, place="lead", **fields):
    return StoryPicture.objects.create(story=story, picture=make_picture(**fields), place=place)


def make_story(status="draft", by=None, editor=None, live=False, now=None, **fields):
    """A story that came to this status by the moves themselves. live: published before, then reopened."""
    writer = by or make_writer()
    editor = editor or make_user(roles.EDITOR)
    now = now or timezone.now()
    story = make_draft(writer, **fields)
    if live and status != "published":
        story = _publish(story, writer, editor, now)
        story = actions.reopen(story, by=editor, kind="update", now=now)
        story = edit_text(story, writer, "<p>The council has changed its mind.</p>")
    return ROADS[status](story, writer, editor, now)


def make_live(prepare=None, by=None, **fields):
    """A published story. prepare: what to put on the draft."""
    writer = by or make_writer()
    story = make_draft(writer, **fields)
    if prepare:
        prepare(story)
    editor = make_user(roles.EDITOR)
    return actions.publish(approved(actions.submit(story, by=writer), editor), by=editor)


def edit_text(story, by, body, claims=None, **fields):
    """One saved edit. claims: {key: details} as for actions.edit."""
    with actions.edit(story, by=by, version=story.version) as editing:
        editing.story.body = body
        editing.claims = claims or {}
        for name, value in fields.items():
            setattr(editing.story, name, value)
    return Story.objects.get(pk=story.pk)


def _review(story, writer, editor, now):
    return actions.submit(story, by=writer, now=now)


def _legal(story, writer, editor, now):
    return actions.ask_legal(_review(story, writer, editor, now), by=editor, now=now)


def _approve(story, writer, editor, now):
    return approved(_review(story, writer, editor, now), editor, now=now)


def approved(story, editor, now=None):
    """Approved, whatever cautions stand in the way."""
    return actions.approve(story, by=editor, now=now, overrides=reasons_for(story))


def reasons_for(story):
    """A reason for every caution that stands in the way."""
    found = [finding for task in actions.checklist(story) for finding in task.findings]
    return {finding.id: "Seen." for finding in found if finding.level == Level.CAUTION}


def clear_with_legal(story, editor=None, now=None):
    """Through legal and back, with the content as it stands."""
    story = actions.ask_legal(story, by=editor or make_user(roles.EDITOR), now=now)
    return actions.clear(story, by=make_user(roles.LEGAL), now=now)


def _schedule(story, writer, editor, now):
    at = now + timezone.timedelta(hours=1)
    return actions.schedule(_approve(story, writer, editor, now), by=editor, at=at, now=now)


def _publish(story, writer, editor, now):
    return actions.publish(_approve(story, writer, editor, now), by=editor, now=now)


def _spike(story, writer, editor, now):
    return actions.spike(story, by=editor, note="Overtaken by events.", now=now)


def _withdraw(story, writer, editor, now):
    live = story if story.is_live else _publish(story, writer, editor, now)
    return actions.take_down(live, by=editor, note="By mistake.", now=now)


ROADS = {
    "draft": lambda story, *_: story,
    "in_review": _review,
    "legal": _legal,
    "approved": _approve,
    "scheduled": _schedule,
    "published": _publish,
    "spiked": _spike,
    "withdrawn": _withdraw,
}
