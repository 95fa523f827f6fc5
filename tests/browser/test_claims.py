"""A claim's way: one key in the text, a source, a verdict by somebody else, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

MAKE = """
from accounts.models import User
from articles import actions
from articles.models import Section, Source, StorySource
section, _ = Section.objects.get_or_create(slug="claims", defaults={"name": "Claims", "position": 9})
story = actions.start(by=User.objects.get(username="clara"), headline="The wall", section=section,
    body="<p>Rain fell. The wall cost 3 million crowns. Work begins in May.</p>", type_of_work="news")
source = Source.objects.create(kind="document", public_description="Ledger of the harbour office")
StorySource.objects.create(story=story, source=source, terms="on_record")
print(story.pk)
"""


@pytest.fixture
def story(site):
    site.make_user("clara", "Reporter")
    site.make_user("edith", "Editor")
    return f"{site.url}/admin/articles/story/{site.run_python(MAKE)}/"


def select(page, words):
    page.evaluate(
        """words => {
            const text = document.querySelector(".ProseMirror p").firstChild
            document.querySelector(".ProseMirror").focus()
            getSelection().collapse(text, text.data.indexOf(words))
        }""",
        words,
    )
    page.wait_for_timeout(100)


def test_from_one_key_to_a_verdict(site, story, new_page, login):
    reporter, checker = new_page(), new_page(java_script_enabled=False)
    login(reporter, "clara")
    login(checker, "edith")

    reporter.goto(f"{story}change/")
    expect(reporter.locator("textarea[name=body]")).to_have_attribute("data-state", "ready")
    select(reporter, "wall cost")
    reporter.keyboard.press("Control+Alt+c")
    box = reporter.get_by_role("dialog", name="Claim")
    expect(box.get_by_label("Figure")).to_be_checked()
    box.get_by_label("Serious").check()
    box.get_by_label("Ledger of the harbour office").check()
    reporter.keyboard.press("Enter")
    reporter.get_by_role("button", name="Save", exact=True).click()
    expect(reporter.locator(".errorlist, .errornote")).to_have_count(0)

    # The box knows what was saved.
    expect(reporter.locator("textarea[name=body]")).to_have_attribute("data-state", "ready")
    reporter.locator(".ProseMirror [data-claim]").click()
    reporter.keyboard.press("Control+Alt+c")
    expect(box.get_by_label("Serious")).to_be_checked()
    expect(box.get_by_label("Ledger of the harbour office")).to_be_checked()
    assert not reporter.complaints

    # Somebody else judges it, without a script.
    checker.goto(f"{story}claims/")
    card = checker.locator("article", has_text="The wall cost 3 million crowns.")
    expect(card).to_contain_text("Ledger of the harbour office")
    card.get_by_role("button", name="Supported", exact=True).click()
    expect(checker.get_by_text("1 claim: Supported.")).to_be_visible()

    # An edit of its words voids it.
    reporter.goto(f"{story}change/")
    expect(reporter.locator("textarea[name=body]")).to_have_attribute("data-state", "ready")
    reporter.locator(".ProseMirror [data-claim]").dblclick(position={"x": 40, "y": 8})
    reporter.keyboard.type("bridge")
    reporter.get_by_role("button", name="Save", exact=True).click()
    expect(reporter.locator(".errorlist, .errornote")).to_have_count(0)
    checker.goto(f"{story}claims/")
    expect(checker.locator("article", has_text=re.compile("bridge"))).to_contain_text("The words have changed")


def test_a_sentence_that_needs_a_claim_gets_one_by_one_click(site, story, page, login):
    login(page, "clara")
    page.goto(f"{story}change/")
    expect(page.locator("textarea[name=body]")).to_have_attribute("data-state", "ready")
    select(page, "Work begins")
    page.keyboard.insert_text("“We never meant to stay so long,” said the mayor. ")
    page.get_by_role("tab", name="Claims").click()
    page.locator("[data-claims-list]").get_by_role("button", name="Make this a claim").click()
    box = page.get_by_role("dialog", name="Claim")
    expect(box.get_by_label("Quotation")).to_be_checked()
    expect(page.locator(".ProseMirror [data-claim]")).to_have_text("“We never meant to stay so long,” said the mayor.")
    expect(page.locator("[data-claims-list]")).to_contain_text("nothing supports it yet")
    box.get_by_role("button", name="In the list").click()
    expect(page.locator("[id^=claim-row-]")).to_be_focused()
    page.locator("[id^=claim-row-] a").click()
    expect(page.locator(".ProseMirror")).to_be_focused()
    assert page.evaluate("getSelection().toString()") == "“We never meant to stay so long,” said the mayor."
    assert not page.complaints
