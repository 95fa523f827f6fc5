"""The story that everything here is for, in a browser: pasted as it comes it raises its list; properly done it passes."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import seed_story
from tests.browser.test_first_story import Desk

REAL = Path(__file__).resolve().parents[3] / "shared" / "input" / "000_f736b301b4631f4a.txt"
MOST_TASKS = 7
SHOWN = (
    "This story speaks of sexual violence.",
    "Veremouth Listening Line",
    "020 7946 0123",
    "Judgment and sentencing record 7/26",
    "Statement of Jane Doe 1, read in court",
    "How we know this",
    "Marlow Fenn declined to comment.",
    "upheld",
    "Last checked",
)
PASTE = """html => {
    const clipboard = new DataTransfer()
    clipboard.setData("text/html", html)
    document.querySelector(".ProseMirror").dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }))
}"""
PREPARE = """
from accounts.models import User
from articles import actions
from articles.models import Author, Jurisdiction, Section, Writer
from tests import seed_story
rita, edwin, root = (User.objects.get(username=name) for name in ("rita", "edwin", "admin"))
author, _ = Author.objects.get_or_create(slug="rita-holm", defaults={"name": "Rita Holm"})
Writer.objects.get_or_create(user=rita, defaults={"author": author})
section, _ = Section.objects.get_or_create(slug="justice", defaults={"name": "Justice"})
actions.review(Jurisdiction.objects.default(), by=root)
seed_story.helpline(root)
print(seed_story.properly_done(rita, edwin, section).pk)
"""


@pytest.fixture(scope="module")
def newsroom(site):
    site.make_user("rita", "Reporter")
    site.make_user("edwin", "Editor")
    return site


def told(path):
    """(headline, paragraphs) of a text whose first line is its headline."""
    headline, *rest = [block.replace("\n", " ").strip() for block in path.read_text().split("\n\n") if block.strip()]
    return headline, rest


@pytest.mark.parametrize("real", [False, True], ids=["invented", "real"])
def test_pasted_as_it_is_it_raises_few_tasks_that_ask_for_everything(newsroom, page, login, real):
    if real and not REAL.exists():
        pytest.skip("The real text is not here.")
    headline, paragraphs = told(REAL) if real else (seed_story.HEADLINE, seed_story.PARAGRAPHS)
    login(page, "rita")
    page.goto(f"{newsroom.url}/admin/articles/story/add/")
    expect(page.locator("textarea[name=body]")).to_have_attribute("data-state", "ready", timeout=20_000)
    page.fill("[name=headline]", headline)
    page.get_by_role("textbox", name="Text", exact=True).click()
    page.evaluate(PASTE, "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))
    checks = page.locator("aside[data-live-checks]")
    for message in seed_story.ASKED:
        expect(checks.get_by_text(message)).to_have_count(1)
    assert checks.locator(".desk-task").count() <= MOST_TASKS
    guilty = checks.locator("li", has_text="Words of guilt about somebody").last
    guilty.locator("[data-mend]").first.click()
    expect(page.locator("[name=headline]")).to_be_focused()
    assert not page.complaints


def test_properly_done_it_passes_and_readers_see_what_it_rests_on(newsroom, new_page, login):
    number = newsroom.run_python(PREPARE)
    reporter, editor = Desk(new_page(), newsroom.url), Desk(new_page(), newsroom.url)
    reader = new_page(java_script_enabled=False)
    login(reporter.page, "rita")
    login(editor.page, "edwin")
    reporter.address = editor.address = f"{newsroom.url}/admin/articles/story/{number}/change/"

    checks = reporter.open().page.locator("aside[data-live-checks]")
    expect(checks.locator(".desk-level.is-blocker, .desk-level.is-caution")).to_have_count(0)
    reporter.move("Submit")
    editor.open().move("Approve")
    editor.move("Publish")

    reader.goto(newsroom.url)
    reader.get_by_role("link", name=seed_story.PROPER_HEADLINE).first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(seed_story.PROPER_HEADLINE)
    page = reader.locator("main").inner_html()
    assert [words for words in SHOWN if words.casefold() not in page.casefold()] == []
