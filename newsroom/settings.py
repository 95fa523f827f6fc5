"""Settings: one file, the environment at the top. A missing secret stops a production start.

Values come from the environment, then from `var/secrets.env` (written by `make run`) and `var/newsroom.env`
(written by `manage.py setup`), then from the defaults here. README.md lists them in one table.
"""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONCE, NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from newsroom import unfold

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var"))).absolute()
for name in ("secrets.env", "newsroom.env"):
    if (VAR_DIR / name).is_file():
        env.read_env(VAR_DIR / name)


missing = [name for name in ("SECRET_KEY", "CONFIDENTIAL_KEYS") if not env(name, default="")]
if missing:
    raise ImproperlyConfigured(
        f"Not set: {', '.join(missing)}. Set it in the environment; for a trial, `make run` generates it in"
        f" {VAR_DIR / 'secrets.env'}. Nothing starts without it."
    )

# What differs by place

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
CONFIDENTIAL_KEYS = env.list("CONFIDENTIAL_KEYS")  # the first encrypts, all decrypt
TRACE_KEY = env("TRACE_KEY", default="") or CONFIDENTIAL_KEYS[-1]  # both sides know removed addresses by it
SITE = env("SITE", default="both")  # which side this process serves: both, public, desk
SITE_URL = env("SITE_URL", default=f"http://127.0.0.1:{env('PORT', default='8000')}").rstrip("/")
DESK_URL = env("DESK_URL", default=SITE_URL).rstrip("/")
_site = urlsplit(SITE_URL)
_hosts = {_site.hostname, urlsplit(DESK_URL).hostname} - {None}
_loopback = {"127.0.0.1", "localhost", "[::1]"}
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=sorted(_hosts | _loopback if _hosts & _loopback else _hosts))
HTTPS = _site.scheme == "https"

# The newsroom

NEWSROOM_NAME = env("NEWSROOM_NAME", default="Newsroom")
LEAVE_TO = env("LEAVE_TO", default="https://www.wikipedia.org/")  # where “Leave this page” leads; empty: no such link
NEWSROOM_TAGLINE = env("NEWSROOM_TAGLINE", default="")
NEWSROOM_ONE_PERSON = env.bool("NEWSROOM_ONE_PERSON", default=False)  # switches the two-people rule off, in public
LANGUAGE_CODE = env("LANGUAGE_CODE", default="en-gb")
TIME_ZONE = env("TIME_ZONE", default="Europe/London")
USE_TZ = True
LANGUAGES = [("en", _("English")), ("en-gb", _("British English")), ("de", _("German")), ("fr", _("French"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "newsroom.formats"

# The house

INSTALLED_APPS = [
    "unfold",
    "unfold.contrib.filters",
    "unfold.contrib.forms",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_prose_editor",
    "taggit",
    "accounts",
    "articles",
    "newsroom",
]

# The desk's middleware steps aside for readers (newsroom/middleware.py): no session, cookie or token on public pages.
MIDDLEWARE = [
    f"newsroom.health{'.Health' if SITE == 'public' else '_desk.DeskHealth'}",
    "django.middleware.security.SecurityMiddleware",
    "newsroom.pages.PageCache",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "newsroom.middleware.Side",
    "newsroom.middleware.ReadersGZip",
    "newsroom.middleware.Headers",
    "newsroom.middleware.BadInput",
    "newsroom.middleware.DeskSession",
    "django.middleware.common.CommonMiddleware",
    "newsroom.middleware.DeskCsrf",
    "newsroom.middleware.DeskAuthentication",
    "newsroom.middleware.DeskLoginRequired",
    "newsroom.middleware.DeskMessages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "newsroom.middleware.PublicTablesOnly",
]

SILENCED_SYSTEM_CHECKS = ["security.W003"]  # knows no subclass of the CSRF middleware; newsroom.E009 does
if SITE == "public":
    MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("newsroom.middleware.Desk")]
    # The admin's app stays installed, its addresses are not served: what it asks of the middleware is the desk's.
    SILENCED_SYSTEM_CHECKS += ["admin.E408", "admin.E409", "admin.E410"]

if SITE == "desk":  # it purges what others keep
    MIDDLEWARE.remove("newsroom.pages.PageCache")

ROOT_URLCONF = {"public": "newsroom.urls_public", "desk": "newsroom.urls_desk"}.get(SITE, "newsroom.urls")
PUBLIC_URLCONF = "newsroom.urls_public"
WSGI_APPLICATION = "newsroom.wsgi.application"
APPEND_SLASH = True
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

TAGGIT_CASE_INSENSITIVE = True  # “harbour” finds Harbour
TAGGIT_TAGS_FROM_STRING = "articles.text.tags.tags_in"
TAGGIT_STRING_FROM_TAGS = "articles.text.tags.line_of"

# Databases

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'newsroom.sqlite3'}")}
_database = DATABASES["default"]
if _database["ENGINE"].endswith("sqlite3"):
    if _database["NAME"] != ":memory:":
        VAR_DIR.mkdir(parents=True, exist_ok=True)
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    _database |= {
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 3}
        | _database.get("OPTIONS", {})  # from the URL, as ?sslmode=require
        | {
            "options": f"-c statement_timeout={env.int('STATEMENT_TIMEOUT', default=8000)}"
            " -c lock_timeout=2000 -c idle_in_transaction_session_timeout=15000",
        },
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Caches: the login's rate limits rest on `default`, whose locks must hold across processes and which must never be
# silently absent; so it is a table. `pages` may be lost at any moment; readers' pages may use no other.

REDIS_URL = env("REDIS_URL", default="")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "desk_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # else some hundred addresses would push the limits out
    },
    "pages": {
        "BACKEND": "newsroom.cache.ForgivingRedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"socket_timeout": 0.2, "socket_connect_timeout": 0.2},
    }
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}

# Readers' pages: kept by ourselves (in Redis where there is one, else in a file of VAR_DIR), and purged at whatever
# stands in front of us: a Varnish with deploy/varnish.vcl, or a delivery network that purges by Surrogate-Key.

PAGE_CACHE = env.bool("PAGE_CACHE", default=not DEBUG)
PAGE_CACHE_FILE = Path(env("PAGE_CACHE_FILE", default=str(VAR_DIR / "pages.sqlite3")))  # without Redis
PURGE_URLS = env.list("PURGE_URLS", default=[])
PURGE_METHOD = env("PURGE_METHOD", default="PURGE")
PURGE_HEADERS = env.dict("PURGE_HEADERS", default={})  # as Fastly-Key=…

# People who may come in

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
PASSWORD_RESET_TIMEOUT = 3600
ACCOUNT_ADAPTER = "accounts.signing_in.Adapter"
ACCOUNT_EMAIL_NOTIFICATIONS = True  # of a changed password, of a second factor
ACCOUNT_EMAIL_SUBJECT_PREFIX = f"[{NEWSROOM_NAME}] "
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation is the proof
ACCOUNT_FORMS = {"login": "accounts.signing_in.LoginForm", "reset_password": "accounts.signing_in.ResetForm"}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_LOGOUT_REDIRECT_URL = "admin:login"
ACCOUNT_RATE_LIMITS = {"login_failed_anywhere": "300/1h/key"}  # beside the narrow ones for each place
ACCOUNT_SESSION_REMEMBER = True  # for SESSION_COOKIE_AGE; nobody is asked
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*"]
ALLAUTH_TRUSTED_PROXY_COUNT = env.int(  # whose X-Forwarded-For the login's limits believe
    "TRUSTED_PROXIES", default=int(HTTPS and env.bool("BEHIND_PROXY", default=True))
)
MFA_ADAPTER = "accounts.signing_in.SecondFactor"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # allauth notes addresses of its own, unproved; an invitation is the proof
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = NEWSROOM_NAME
UNFOLD = unfold.look(NEWSROOM_NAME) | {
    "ACCOUNT": {"navigation": [{"title": _("Your account"), "link": reverse_lazy("accounts_profile")}]}
}

# Cookies, headers

SESSION_ENGINE = "django.contrib.sessions.backends.db"  # a session that was ended must not live on in a cache
SESSION_COOKIE_AGE = 43200
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
CSRF_FAILURE_VIEW = "newsroom.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = sorted({SITE_URL, DESK_URL})
SIGNED_COOKIE_LEGACY_SALT_FALLBACK = False
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=HTTPS)
if HTTPS and env.bool("BEHIND_PROXY", default=True):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"

PLAYERS = [  # of films and charts: loaded into a story when its reader asks for it (articles.text.players)
    "https://archive.org",
    "https://datawrapper.dwcdn.net",
    "https://player.vimeo.com",
    "https://www.youtube-nocookie.com",
]
CONTENT_SECURITY_POLICY = {  # readers; the desk's own is set in newsroom/middleware.py
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": PLAYERS,
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
DESK_CONTENT_SECURITY_POLICY = CONTENT_SECURITY_POLICY["DIRECTIVES"] | {
    "script-src": [SELF, NONCE, UNSAFE_EVAL],  # the admin skin's Alpine build evaluates expressions
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}

# Uploads and files

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_PERMISSIONS = 0o640
MEDIA_ROOT = VAR_DIR / "media" / "public"  # renditions that a live article uses; nothing else
MEDIA_URL = "/media/"
PRIVATE_MEDIA_ROOT = VAR_DIR / "media" / "private"  # originals and renditions not published
STATIC_ROOT = Path(env("STATIC_ROOT", default=str(BASE_DIR / "staticfiles")))
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": PRIVATE_MEDIA_ROOT}},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage" if DEBUG else "newsroom.static.HashedStatic"
    },
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MAX_AGE = 3600

# Mail

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 10  # seconds; a mail server that hangs must not hold up whoever saves
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL", default=f"newsroom@{_site.hostname}")

# Logs: one line each, no bodies, no queries, no names of sources

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "newsroom.logs.Line"}, "json": {"()": "newsroom.logs.Json"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": env("LOG_FORMAT", default="line")}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
    "loggers": {"django": {"handlers": ["console"], "level": "INFO", "propagate": False}},
}
