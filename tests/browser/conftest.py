"""A newsroom that runs, a Chromium that looks at it, and a way in."""

import os

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.newsroom_site import PASSWORD, NewsroomSite

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
FLAGS += ["--disable-sync"]
expect.set_options(timeout=15_000)  # of a machine that does other things, too


@pytest.fixture(scope="session")
def site():
    """The project as it is, with a superuser `admin`. More people: `site.make_user("rosa", "Reporter")`."""
    site = NewsroomSite()
    try:
        site.start().make_user("admin", superuser=True)
        yield site
    finally:
        site.stop()


def is_complaint(message):
    return message.type == "error" and not message.location["url"].endswith("/favicon.ico")


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser):
    """Makes pages, each with cookies of its own; `page.complaints` lists what its console called an error."""
    contexts = []

    def make(**options):
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "en-GB"} | options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: is_complaint(message) and page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return page

    yield make
    for context in contexts:
        for page in context.pages:
            page.unroute_all(behavior="ignoreErrors")  # what is still on its way is no fault of the next test
        context.close()


@pytest.fixture
def page(new_page):
    return new_page()


@pytest.fixture
def login(site):
    """`login(page, "rosa")` goes through the login form; another newsroom than `site` may be named."""

    def login(page, username, at=site):
        page.goto(f"{at.url}/admin/login/")
        page.locator("input[name=login], input[name=username]").first.fill(username)
        page.locator("input[name=password]").fill(PASSWORD)
        page.locator("input[name=password]").press("Enter")
        page.wait_for_url(lambda url: "/login/" not in url)

    return login
