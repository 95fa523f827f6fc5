"""How a real newsroom begins: its name, address, zone and language, its sections, and the first administrator."""

import os
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth import get_user_model, password_validation
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from accounts import roles
from articles.models import Section
from articles.text.slugs import slug_of

NAMES = {"name": "NEWSROOM_NAME", "url": "SITE_URL", "zone": "TIME_ZONE", "language": "LANGUAGE_CODE"}


@dataclass
class Founding:
    """What a newsroom needs to begin. The first four need no database to be checked."""

    name: str
    url: str
    zone: str
    language: str
    username: str
    email: str
    password: str = field(default="", repr=False)
    sections: list[str] = field(default_factory=list)
    superuser: bool = False

    def user(self):
        return get_user_model().objects.filter(username=self.username).first()

    def problem(self, name):
        """What is wrong with one of its fields, in a sentence; empty where nothing is."""
        return CHECKS[name](self)


def _name(new):
    if not new.name.strip() or not new.name.isprintable() or len(new.name) > 80:
        return _("A name has one to eighty characters, in one line.")
    return _("A name does not begin with “$”.") if new.name.startswith("$") else ""


def _url(new):
    try:
        url = urlsplit(new.url)
        usable = url.scheme in {"http", "https"} and url.hostname and not (url.path or url.query or url.fragment)
    except ValueError:
        usable = False
    bare = new.url.isprintable() and not any(character in new.url for character in " \"'\\@")
    return "" if usable and bare else _("An address is a scheme and a host, as in https://news.example.org.")


def _zone(new):
    try:
        ZoneInfo(new.zone)
    except (KeyError, ValueError, OSError):
        return _("A zone is a name of the time zone database, as in Europe/London.")
    return ""


def _language(new):
    known = [code for code, _name in settings.LANGUAGES]
    return "" if new.language in known else _("A language is one of %(known)s.") % {"known": ", ".join(known)}


def _username(new):
    try:
        get_user_model()._meta.get_field("username").clean(new.username, None)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _email(new):
    try:
        validate_email(new.email)
    except ValidationError as error:
        return " ".join(error.messages)
    taken = get_user_model().objects.filter(email__iexact=new.email).exclude(username=new.username)
    return _("Somebody else has this e-mail address.") if taken.exists() else ""


def _password(new):
    """Only somebody new needs one: setting up again changes nobody's password."""
    if new.user():
        return ""
    try:
        password_validation.validate_password(new.password, get_user_model()(username=new.username, email=new.email))
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _sections(new):
    if not new.sections and not Section.objects.exists():
        return _("A newsroom has at least one section.")
    limit = Section._meta.get_field("name").max_length
    bad = [name for name in new.sections if not name.strip() or len(name) > limit or not name.isprintable()]
    return _("A section’s name has one to %(limit)s characters, in one line.") % {"limit": limit} if bad else ""


CHECKS = {
    "name": _name,
    "url": _url,
    "zone": _zone,
    "language": _language,
    "sections": _sections,
    "username": _username,
    "email": _email,
    "password": _password,
}


def demo_logins(var_dir):
    """The demo's users who are in this database: a real newsroom does not begin among invented stories."""
    path = var_dir / "demo-logins.txt"
    names = {line.split()[0] for line in path.read_text().splitlines() if line.strip()} if path.exists() else set()
    return sorted(get_user_model().objects.filter(username__in=names).values_list("username", flat=True))


def found(new, path):
    """Makes what is not there yet, writes the settings to `path`; says what it did. Twice is once."""
    with transaction.atomic():
        done = [*_make_sections(new.sections), *_make_administrator(new)]
    write_settings(path, {setting: getattr(new, name) for name, setting in NAMES.items()})
    return [*done, _("Settings are in %(path)s.") % {"path": path}]


def _make_sections(names):
    taken = set(Section.objects.values_list("slug", flat=True))
    for position, name in enumerate(names, start=Section.objects.count()):
        name = name.strip()
        if Section.objects.filter(name=name).exists():
            continue
        slug = slug_of(name, reserved=taken)
        taken.add(slug)
        Section.objects.create(name=name, slug=slug, position=position)
        yield _("Section %(name)s.") % {"name": name}


def _make_administrator(new):
    user = new.user()
    if user is None:
        user = get_user_model()(username=new.username, email=new.email)
        user.set_password(new.password)
        yield _("Administrator %(username)s.") % {"username": new.username}
    user.is_staff = user.is_active = True
    user.is_superuser = user.is_superuser or new.superuser
    user.save()
    user.groups.add(roles.role("Administrator"))


def write_settings(path, values):
    """Sets these in a file of NAME="value" lines; other lines stay as they are. Never half a file."""
    held = path.read_text().splitlines() if path.exists() else []
    kept = [line for line in held if line.split("=")[0] not in values]
    new = [f'{name}="{_quoted(value)}"' for name, value in values.items()]
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.write_text("\n".join([*kept, *new]) + "\n")
    os.replace(draft, path)


def _quoted(value):
    return value.strip().replace("\\", "\\\\").replace('"', '\\"')
