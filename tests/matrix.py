"""Every address of the desk, asked by everybody: the walk behind tests/matrix.txt."""

import re
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.test import Client
from django.urls import URLResolver, get_resolver
from django.utils import timezone

from accounts import invitations, roles
from accounts.models import Invitation, User
from articles import actions
from articles.models import (
    ConfidentialRead,
    Jurisdiction,
    Label,
    PersonNote,
    PolicyPage,
    ProtectedPerson,
    Redaction,
    Source,
    Story,
    Writer,
)
from articles.workflow import CONFIRM, MOVES, Status
from tests import make
from tests.matrix_story import BUTTONS, STARTS, STEP, claim_in, courts, reply_in

FILE = Path(__file__).with_name("matrix.txt")
COLUMNS = ("anonymous", "no role", "own story", "reporter", "editor", "legal", "pictures", "publisher", "admin",
           "superuser")  # fmt: skip
NAMED = (  # a route that is a pattern: how the table calls it
    (r"^account/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$", "account/reset/<key>/"),
    (r"^r/", "r/<anything>"),
    (r"(?P<url>.*)$", "<anything>"),
)
WATCHED = {"accounts", "articles", "auth", "admin", "account", "mfa", "taggit"}
CANARIES = {  # what few may know: on which pages, and who
    "canary-source": ("articles/source/<id>/detail/", {"legal", "superuser"}),
    "canary-note": ("articles/person/<id>/change/", {"editor", "legal", "superuser"}),
    "canary-protected": ("", {"legal", "superuser"}),
    "canary-root": ("", {"superuser"}),
    "canary-order": ("restrictions/", {"legal", "superuser"}),
}


@dataclass
class Desk:
    """Who asks, and about what."""

    people: dict  # column -> User or None
    stories: dict  # (whose: "own" or "other", status) -> Story
    objects: dict  # "articles/person" -> pk
    token: str

    def story(self, column, status="draft"):
        return self.stories["own" if column == "own story" else "other", status]


@dataclass
class Row:
    """One line of the table."""

    label: str
    path: str
    sent: dict


def make_desk():
    writer, other, editor = make.make_writer(), make.make_writer(), make.make_user(roles.EDITOR)
    stories = {}
    for whose, by in (("own", writer), ("other", other)):
        for status in Status.values:
            stories[whose, status] = make.make_story(status, by=by, editor=editor)
        actions.open_task(stories[whose, "draft"], "finding", "x", "Look at it again.")
        claim_in(stories[whose, "draft"], by)
        reply_in(stories[whose, "draft"], by)
        stories[whose, "live"] = make.make_story(by=by, editor=editor, live=True)
        published = make.make_story("published", by=by, editor=editor)
        reopened = actions.reopen(published, by=editor, kind="minor")
        stories[whose, "minor"] = make.edit_text(reopened, by, make.MISSPELT)
        stories[whose, "fixed"] = _fixed(by, editor)
    people = {"anonymous": None, "no role": make.make_user(), "own story": writer, "reporter": writer}
    people |= {"editor": make.make_user(roles.EDITOR), "legal": make.make_user(roles.LEGAL)}
    people |= {"pictures": make.make_user(roles.PICTURE_EDITOR), "publisher": make.make_user(roles.PUBLISHER)}
    people |= {"admin": make.make_user(roles.ADMINISTRATOR)}
    root = User.objects.create_superuser("canary-root", "canary-root@example.org", "a-long-password-1")
    people["superuser"] = root
    Writer.objects.create(user=root, author=make.make_author("Rut Oak"))
    invitation = Invitation(name="Nell Brook", email="nell@example.org")
    token = invitations.prepare(invitation, by=people["admin"])
    invitation.save()
    return Desk(people, stories, _objects(other, people, invitation), token)


def _objects(writer, people, invitation):
    """One of each kind that has a page."""
    source, picture = make.make_source(), make.make_picture()
    folder = settings.PRIVATE_MEDIA_ROOT / "renditions"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / picture.renditions[0]["name"]).write_bytes(b"RIFF")
    protected = ProtectedPerson.objects.create(public_label="canary-protected", reason="child", forbidden_hashes=[])
    Source.objects.filter(pk=source.pk).update(protected_person=protected)
    actions.write_detail(source, by=people["legal"], facts={"name": "canary-source", "notes": "canary-source"})
    made = {"person": make.make_person(), "organization": make.make_organization(), "source": source}
    made |= {"picture": picture, "tag": make.make_tag(), "label": Label.objects.create(name="Courts")}
    made |= {"protectedperson": protected, "section": make.make_section(), "author": make.make_author()}
    made |= {"writer": Writer.objects.get(user=writer), "helpline": make.make_helpline()}
    made |= {"policypage": PolicyPage.objects.get(kind="ethics")}
    made["errorreport"] = actions.report_error(text="The vote was on Tuesday.", email="canary-reader@example.org")
    PersonNote.objects.create(person=made["person"], text="canary-note")
    keys = {f"articles/{name}": one.pk for name, one in made.items()}
    keys |= {"accounts/user": make.make_user(roles.REPORTER).pk, "superuser": people["superuser"].pk}
    keys |= {"r/<path:content_type_id>": Story.objects.latest("pk").pk}
    keys |= {"accounts/invitation": invitation.pk, "accounts/roles": roles.role(roles.LEGAL).pk}
    facts = {"reason": "other", "words": "x", "replaced_by": "x", "sealed": b"x", "found": {}}
    facts |= {"at": timezone.now(), "confirm_by": timezone.now()}
    keys["redactions/<int:number>"] = Redaction.objects.create(by=writer, **facts).pk
    keys |= courts(made["person"], people)
    return keys | {"file": picture.renditions[0]["name"]}


# The rows


def routes():
    """The desk's addresses as the resolver has them, without "admin/", as the table calls them."""
    found = _patterns(get_resolver("newsroom.urls_desk"))
    return [_named(route.removeprefix("admin/")) for route in found if route.startswith("admin/")]


def _patterns(resolver, before=""):
    for one in resolver.url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _patterns(one, route)
        else:
            yield route


def _named(route):
    for pattern, name in NAMED:
        if route == pattern:
            return name
    return re.sub(r"^\^\(\?P<app_label>.*\)/\$$", "<app>/", route)


def rows(desk, column):
    """Every row for one column, in the table's order."""
    found = {}
    for route in routes():
        for row in _rows_of(route, desk, column):
            found.setdefault(row.label, row)
    found |= {row.label: row for row in _autocompletes()}
    if column == "own story":
        found = {label: row for label, row in found.items() if label.startswith("articles/story/<")}
    return [found[label] for label in sorted(found)]


def _fixed(by, editor):
    """Live in a second edition."""
    story = actions.reopen(make.make_story("published", by=by, editor=editor), by=editor, kind="minor")
    return actions.publish_minor(make.edit_text(story, by, make.MISSPELT), by=editor)


def _rows_of(route, desk, column):
    story = desk.story(column)
    if route.startswith("articles/story/<int:number>/move/"):
        return [_move(name, desk, column) for name in (*MOVES, CONFIRM.name)]
    if route == "articles/story/<path:object_id>/change/":
        return [_change(desk.story(column, status)) for status in ("draft", "in_review", "approved", "published")]
    if route.startswith("articles/story/<int:number>/claims/"):
        return [_claims(route, story)]
    if route.startswith("articles/story/<int:number>/replies/"):
        return [_replies(route, story)]
    if route.endswith("/court/"):
        sent = {"person": story.replies.get().person_id, "case_name": "Lamb", "alike": "1"} | STEP
        return [Row(_short(route), route.replace("<int:number>", str(story.pk)), sent)]
    if route.startswith("rules/<"):
        return [_of_profile(route)]
    if route.endswith(("/difference/", "/editions/<int:edition>/")):
        story = desk.story(column, "fixed")
        return [Row(_short(route), route.replace("<int:number>", str(story.pk)).replace("<int:edition>", "2"), {})]
    if route.startswith("articles/story/<"):
        places = {"<int:number>": story.pk, "<path:object_id>": story.pk, "<int:task>": story.tasks.get().pk}
        places |= {"<int:revision>": story.revisions.earliest("number").pk}
        filled = re.sub("<[^>]*>", lambda place: str(places[place.group()]), route)
        return [Row(_short(route), filled, _sent(route) | {"version": story.version})]
    if route == "accounts/user/<path:object_id>/change/":
        me = desk.people[column].pk if desk.people[column] else desk.objects["accounts/user"]
        asked = {"id": desk.objects["accounts/user"], "superuser": desk.objects["superuser"], "oneself": me}
        return [Row(f"accounts/user/<{who}>/change/", f"accounts/user/{pk}/change/", {}) for who, pk in asked.items()]
    if route == "<app>/":
        return [Row(f"{app}/", f"{app}/", {}) for app in ("accounts", "articles")]
    return [Row(_short(route), _filled(route, desk), _sent(route))]


def _sent(route):
    """What a button sends that is more than an empty form."""
    return next((sent for end, sent in BUTTONS.items() if route.endswith(end)), {})


def _claims(route, story):
    """Of the checkers' page, with what its buttons send."""
    claim = story.claims.get()
    evidence = claim.evidence.get()
    places = {"<int:number>": story.pk, "<int:claim>": claim.pk, "<int:evidence>": evidence.pk}
    sent = {"claim": claim.pk, "result": "supported", "evidence": evidence.pk}
    sent |= {f"claim-{claim.pk}-{name}": value for name, value in (("kind", "figure"), ("severity", "serious"))}
    said = {"source": evidence.source_id, "stance": "supports", "note": "Page 4"}
    sent |= {f"evidence-{evidence.pk}-{name}": value for name, value in said.items()}
    return Row(_short(route), re.sub("<[^>]*>", lambda place: str(places[place.group()]), route), sent)


def _replies(route, story):
    """Of the page of replies, with what its buttons send."""
    asked, (first, use) = story.replies.get(), story.story_sources.all()
    places, to = {"<int:number>": story.pk, "<int:reply>": asked.pk, "<int:use>": use.pk}, f"person-{asked.person_id}"
    sent = {"to": to, "text": "True?", "channel": "email"}
    sent |= {"sent_at": "2026-05-01T12:00", "deadline": "2026-05-04T12:00"}
    sent |= {"public-to": to, "public-source": first.source_id, "public-answer": "Never.", "waive-to": to}
    sent |= {"waive-reason": "He is abroad.", f"reply-{asked.pk}-outcome": "declined"}
    path = re.sub("<[^>]*>", lambda place: str(places[place.group()]), route)
    return Row(_short(route), path + (f"?to={to}" if route.endswith("letter/") else ""), sent)


def _of_profile(route):
    """Of a jurisdiction profile, with what its forms send."""
    profile = Jurisdiction.objects.get(code="england_and_wales")
    places = {"<slug:code>": profile.code, "<int:number>": profile.terms.filter(list="discouraged").first().pk}
    places |= {"<str:key>": "reply.minimum_hours", "<str:name>": "discouraged"}
    sent = {"value": "48", "words": "fling", "name": "Elsewhere", "code": "elsewhere", "why": "Counsel’s advice."}
    return Row(_short(route), re.sub("<[^>]*>", lambda place: str(places[place.group()]), route), sent)


def _change(story):
    path = f"articles/story/{story.pk}/change/"
    return Row(path.replace(str(story.pk), f"<{story.status}>"), path, {"version": story.version})


def _move(name, desk, column):
    story = desk.story(column, STARTS.get(name, "in_review"))
    later = (timezone.now() + timezone.timedelta(days=1)).strftime("%Y-%m-%dT12:00")
    sent = {"version": story.version, "note": "It was forged.", "at": later, "kind": "update"}
    return Row(f"articles/story/<id>/move/{name}/", f"articles/story/{story.pk}/move/{name}/", sent)


def _short(route):
    """As the table calls it; the desk's first page has no name of its own."""
    known = re.sub(r"<(?:int:number|int:pk|path:object_id)>", "<id>", route)
    return re.sub(r"<\w+:(\w+)>", r"<\1>", known) or "(first page)"


def _filled(route, desk):
    """The route with something that exists in each of its places. A new kind of place is filled here."""
    values = {
        "<key>": "1-none",
        "<anything>": "nowhere/",
        "<str:token>": desk.token,
        "<str:name>": desk.objects["file"],
        "<int:count>": str(desk.objects["count"]),
    }
    thing = desk.objects.get("/".join(route.split("/")[:2]), "")
    values |= {"<path:content_type_id>": str(ContentType.objects.get_for_model(Story).pk)}
    values |= dict.fromkeys(("<int:number>", "<int:pk>", "<path:object_id>"), str(thing))
    filled = re.sub(r"<[^>]*>", lambda place: values[place.group()], route)
    assert thing or not re.search(r"<(int:number|int:pk|path:object_id)>", route), f"What is {route} about?"
    return filled


def _autocompletes():
    """The first field that leads to each kind of thing that has a list."""
    found = {}  # target: where a field leads to it
    for model in apps.get_models():
        for field in model._meta.fields if model._meta.app_label in {"articles", "accounts"} else ():
            target = field.related_model
            if isinstance(field, models.ForeignKey) and admin.site.is_registered(target):
                found.setdefault(target, (model._meta.app_label, model._meta.model_name, field.name))
    query = "autocomplete/?app_label={}&model_name={}&field_name={}"
    return [Row(f"autocomplete/ {target._meta.model_name}", query.format(*one), {}) for target, one in found.items()]


# The walk


def walk(desk, column):
    """({row: "GET/POST"}, [what must never be in an answer, whoever asks])."""
    client = Client(raise_request_exception=False)
    person = desk.people[column]
    if person:
        client.force_login(person)
    cookies, before = client.cookies.output(), _fingerprint()
    answers, broken = {}, []
    for row in rows(desk, column):
        words = []
        for method in ("get", "post"):
            client.cookies = SimpleCookie(cookies.replace("Set-Cookie: ", ""))
            answer, wrote = _ask(client, method, row, before)
            words.append(_word(answer, method, person, wrote))
            broken += [f"{method} {row.path}: {wrong}" for wrong in _wrong(answer, method, wrote, row, column)]
        answers[row.label] = "/".join(dict.fromkeys(words))
    return answers, broken


def _ask(client, method, row, before):
    """(the answer, whether it changed anything); undone afterwards."""
    written = []

    def note(execute, sql, params, many, context):
        written.extend([sql] if sql.startswith(("INSERT", "UPDATE", "DELETE")) and "_session" not in sql else [])
        return execute(sql, params, many, context)

    with transaction.atomic():
        with connection.execute_wrapper(note):
            answer = getattr(client, method)(f"/admin/{row.path}", row.sent if method == "post" else None)
        wrote = bool(written) and _fingerprint() != before
        transaction.set_rollback(True)
    return answer, wrote


def _wrong(answer, method, wrote, row, column):
    if wrote and (method == "get" or answer.status_code >= 400):
        yield "refused, or only asked for, and yet something was written"
    if "no-store" not in answer.get("Cache-Control", "") or answer.get("X-Robots-Tag") != "noindex":
        yield "a cache or an index may keep it"
    text = b"" if answer.streaming else answer.content
    for canary, (label, knowing) in CANARIES.items():
        if canary.encode() in text and not (row.label.startswith(label) and column in knowing):
            yield f"shows {canary}"


def _word(answer, method, person, wrote):
    fixed = {400: "bad", 404: "none", 405: "method", 429: "too many"}
    if answer.status_code == 403:
        return "refused" if person else "sign-in"
    if answer.status_code == 302 and answer["Location"].startswith("/admin/login/") and not person:
        return "sign-in"
    if answer.status_code in {200, 301, 302}:
        if method == "get":
            return "page" if answer.status_code == 200 else "on"
        return "done" if wrote else "asked"
    return fixed.get(answer.status_code, f"({answer.status_code})")


def _fingerprint():
    """All that counts: everything of people, roles and stories, but not that a reading was logged."""
    kept = [model for model in apps.get_models(include_auto_created=True)
            if model._meta.app_label in WATCHED and model is not ConfidentialRead]  # fmt: skip
    return {model: list(model._base_manager.order_by("pk").values_list()) for model in kept}


# The table

HEAD = """\
# Who may do what at each address of the desk, below /admin/: the answer to GET / to POST, or one word for both.
# POST sends an empty form, or what the button sends; a move is asked of a story from whose status it starts.
#
# page     GET is answered with a page            sign-in  asked to sign in first
# on       GET leads on to another address        refused  403
# asked    POST is read and changes nothing       none     404
# done     POST changes something                 method   405: nothing is done by this method here
# bad      400, said in words
#
# “own story”: a reporter about a story of theirs (other lines are as the reporter’s); “reporter”: about somebody else’s.
# “no role”: somebody who may sign in and has no role yet.
#
# Written by  WRITE_MATRIX=1 python -m pytest tests/test_matrix.py  and then read, line by line: what stands here is
# what the product does, and a line that is wrong by the rules of the house is mended in the product.
"""


def read():
    """{column: {row: answers}} as checked in."""
    table = {column: {} for column in COLUMNS}
    lines = FILE.read_text().splitlines() if FILE.exists() else []
    for line in lines:
        if line.startswith("#") or not line.strip():
            continue
        label, *cells = re.split(r"\s{2,}", line.strip())
        for column, cell in zip(COLUMNS, cells, strict=True):
            if cell != "·":
                table[column][label] = cell
    return table


def write(table):
    labels = sorted({label for column in table.values() for label in column})
    wide = max(map(len, labels)) + 2
    lines = [HEAD, "# " + "address".ljust(wide - 2) + "".join(column.ljust(16) for column in COLUMNS).rstrip()]
    for label in labels:
        cells = "".join(table[column].get(label, "·").ljust(16) for column in COLUMNS)
        lines.append(label.ljust(wide) + cells.rstrip())
    FILE.write_text("\n".join(lines) + "\n")
