"""The story that everything here is for, in a browser: pasted as it comes it raises its list (mended: test_seed_by_hand)."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import seed_story

REAL = Path(__file__).resolve().parents[3] / "shared" / "input" / "000_f736b301b4631f4a.txt"
MOST_TASKS = 7
PASTE = """html => {
    const clipboard = new DataTransfer()
    clipboard.setData("text/html", html)
    document.querySelector(".ProseMirror").dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }))
}"""


@pytest.fixture(scope="module")
def newsroom(site):
    site.make_user("rita", "Reporter")
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
