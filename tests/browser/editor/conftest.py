"""One story form around the editor, at a small desk of its own, and somebody logged in."""

import pytest

from tests.browser.editor.form import Form
from tests.browser.newsroom_site import NewsroomSite

LOG_IN = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from accounts.models import User
user, session = User.objects.get(username="admin"), SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session.save()
print(session.session_key)
"""
MAKE_LIBRARY = """
from articles.models import Author, Picture
hall = [{"name": "hall-640.webp", "width": 640, "height": 427, "format": "webp"}]
Picture.objects.create(title="Town hall at dusk", caption="Where the council met.", credit="Mira Holt",
    alt_text="A lit hall behind wet cobbles", renditions=hall)
Picture.objects.create(title="Tram works")
Author.objects.create(name="Rosa Lind", slug="rosa-lind")
"""


@pytest.fixture(scope="session")
def desk():
    """The small desk of desk.py: one story form around the editor."""
    desk = NewsroomSite("editor", settings="tests.browser.editor.settings")
    try:
        desk.start().make_user("admin", superuser=True)
        desk.run_python(MAKE_LIBRARY)
        yield desk
    finally:
        desk.stop()


@pytest.fixture(scope="session")
def cookie(desk):
    """Of somebody logged in."""
    return {"name": "sessionid", "value": desk.run_python(LOG_IN), "url": desk.url}


@pytest.fixture
def new_page(new_page, cookie):
    """Every page here is one of somebody logged in, without typing the password each time."""

    def make(**options):
        page = new_page(**options)
        page.context.add_cookies([cookie])
        return page

    return make


@pytest.fixture
def page(new_page):
    return new_page()


@pytest.fixture
def form(desk, page):
    return lambda body="": Form(desk, page, body).open()
