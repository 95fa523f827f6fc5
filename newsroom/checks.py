"""What would make this newsroom unsafe or unreachable, found before it starts: system checks with permanent ids."""

from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from cryptography.fernet import Fernet
from django.apps import apps
from django.conf import settings
from django.core.checks import Error, Warning
from django.db import DatabaseError
from django.utils.module_loading import import_string

PUBLIC = "public_"
SITES = ("both", "public", "desk")
POLICIES_DUE = "articles.actions.policies_due"  # by name, like these: models are not there yet when this is read
DESK_MIDDLEWARE = (
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
)


def site_is_known(app_configs, **kwargs):
    if settings.SITE not in SITES:
        yield Error(f"SITE is {settings.SITE!r}; it is one of {', '.join(SITES)}.", id="newsroom.E001")


def addresses_are_whole(app_configs, **kwargs):
    for name in ("SITE_URL", "DESK_URL"):
        url = urlsplit(getattr(settings, name))
        if url.scheme not in {"http", "https"} or not url.hostname or url.path or url.query or url.fragment:
            yield Error(
                f"{name} is {getattr(settings, name)!r}; it is a scheme and a host, as in https://news.example.org.",
                id="newsroom.E002",
            )


def time_zone_exists(app_configs, **kwargs):
    try:
        ZoneInfo(settings.TIME_ZONE)
    except (KeyError, ValueError, OSError):
        yield Error(
            f"TIME_ZONE is {settings.TIME_ZONE!r}, which is no zone; it is a name as Europe/London.", id="newsroom.E003"
        )


def confidential_keys_encrypt(app_configs, **kwargs):
    if not settings.CONFIDENTIAL_KEYS:
        yield Error("CONFIDENTIAL_KEYS holds no key.", id="newsroom.E004")
    for place, key in enumerate(settings.CONFIDENTIAL_KEYS, start=1):
        try:
            Fernet(key)
        except ValueError:
            yield Error(
                f"Key {place} of CONFIDENTIAL_KEYS is no Fernet key.",
                hint="It is 32 random bytes in URL-safe base64, as Fernet.generate_key() makes them.",
                id="newsroom.E004",
            )


def secret_key_is_long(app_configs, **kwargs):
    if not settings.DEBUG and (len(settings.SECRET_KEY) < 50 or len(set(settings.SECRET_KEY)) < 5):
        yield Error(
            "SECRET_KEY is short or monotonous; outside DEBUG it has 50 random characters or more.", id="newsroom.E005"
        )


def is_public(model):
    return model._meta.db_table.startswith(PUBLIC)


def public_models_know_no_desk(app_configs, **kwargs):
    """Law 1: no relation leads from what readers see to what the desk writes, in either spelling."""
    for model in filter(is_public, apps.get_models(include_auto_created=True)):
        for field in model._meta.get_fields():
            if not field.is_relation or (field.related_model and is_public(field.related_model)):
                continue
            if field.auto_created and not field.concrete:
                yield Error(
                    f"{field.related_model.__name__} can be reached from {model.__name__} as {field.name!r}.",
                    hint='A relation of the desk to a public table says related_name="+".',
                    obj=field.field,
                    id="newsroom.E007",
                )
            else:
                yield Error(f"{model.__name__}.{field.name} leads to a desk table.", obj=field, id="newsroom.E006")


def middleware_fits_the_side(app_configs, **kwargs):
    """The desk has all its guards; a process for readers only has no session, login or token."""
    present = [entry for entry in map(import_string, settings.MIDDLEWARE) if isinstance(entry, type)]
    for name in DESK_MIDDLEWARE:
        guard = import_string(name)
        has = any(issubclass(entry, guard) for entry in present)
        if has and settings.SITE == "public":
            yield Error(f"{guard.__name__} is the desk's; this process serves readers only.", id="newsroom.E008")
        elif not has and settings.SITE != "public":
            yield Error(f"The desk is served without {guard.__name__}.", id="newsroom.E009")


def processes_share_their_pages(app_configs, **kwargs):
    """Sides that are served apart keep readers' pages in one place, or what one purges the other still shows."""
    if settings.PAGE_CACHE and settings.SITE != "both" and not settings.REDIS_URL:
        yield Warning(
            "Readers and desk are served apart, and there is no Redis in which they share the pages that are kept.",
            hint="Set REDIS_URL in both; or PAGE_CACHE=off where a Varnish in front keeps them (PURGE_URLS).",
            id="newsroom.W010",
        )


def purges_have_an_address(app_configs, **kwargs):
    for given in settings.PURGE_URLS:
        url = urlsplit(given)
        if url.scheme not in {"http", "https"} or not url.hostname:
            yield Error(f"PURGE_URLS holds {given!r}; each is as http://127.0.0.1:6081/.", id="newsroom.E011")


def the_paper_says_what_it_is(app_configs, databases=None, **kwargs):
    """The pages below /about/ that every paper has: written by the newsroom, and looked at within two years.

    Of the sort that Django runs where a database is named (`check --database default`, `migrate`) and nowhere else.
    """
    if "default" not in (databases or ()):
        return
    try:
        due = import_string(POLICIES_DUE)()
    except DatabaseError:  # no tables yet, or those of an older version: `migrate` looks first
        return
    for page, why in due:
        yield Warning(
            f"The page “{page}” of the paper is {why}.",
            hint="On the desk, under “About the paper”.",
            id="newsroom.W012" if page.is_as_shipped else "newsroom.W013",
        )


CHECKS = (
    processes_share_their_pages,
    purges_have_an_address,
    site_is_known,
    addresses_are_whole,
    time_zone_exists,
    confidential_keys_encrypt,
    secret_key_is_long,
    public_models_know_no_desk,
    middleware_fits_the_side,
)
DATABASE_CHECKS = (the_paper_says_what_it_is,)
