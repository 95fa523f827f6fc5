"""A misspelling in a live story: mended by one editor in few clicks, seen by a second; a date is not mended that way."""

import re

from playwright.sync_api import expect

MOST_CLICKS = 7  # reopen, what, go; into the text; save; publish, go
PREPARE = """
from accounts.models import User
from articles import actions
from articles.models import Author, Byline, Section
from articles.models import Source, StorySource
section, _ = Section.objects.get_or_create(slug="harbour", defaults={"name": "Harbour"})
author, _ = Author.objects.get_or_create(slug="ines-tarn", defaults={"name": "Ines Tarn"})
one, two = (User.objects.get(username=name) for name in ("fiona", "seth"))
body = "<p>Work on the quay was aproved on Tuesday.</p><p>The ferry runs as before.</p>"
story = actions.start(by=one, headline="Quay is mended", section=section, body=body, type_of_work="news")
Byline.objects.create(story=story, author=author)
source = Source.objects.create(public_description="Minutes of the harbour committee", kind="document")
StorySource.objects.create(story=story, source=source, terms="on_record")
story = actions.submit(story, by=one)
reasons = {f.id: "Seen." for task in actions.checklist(story) for f in task.findings if f.level == "caution"}
story = actions.publish(actions.approve(story, by=two, overrides=reasons), by=two)
print(story.pk, story.live_edition.content["path"])
"""
CARET_BEFORE = """words => {
    const texts = document.createTreeWalker(document.querySelector(".ProseMirror"), NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
        const at = texts.currentNode.data.indexOf(words)
        if (at < 0) continue
        texts.currentNode.parentElement.scrollIntoView({ block: "center" })
        const range = document.createRange()
        range.setStart(texts.currentNode, at)
        range.setEnd(texts.currentNode, at + 1)
        const { left, top, height } = range.getBoundingClientRect()
        return { x: left + 1, y: top + height / 2 }
    }
}"""


class Editor:
    """Counts the clicks."""

    def __init__(self, page, address):
        self.page, self.address, self.clicks = page, address, 0

    def click(self, target):
        target.click()
        self.clicks += 1

    def move(self, name, kind=""):
        self.click(self.page.locator(f"summary.verb-{name}"))
        form = self.page.locator("details.desk-verb[open]")
        if kind:
            form.locator("select[name=kind]").select_option(kind)
            self.clicks += 1
        self.click(form.locator("button[type=submit]"))

    def write_before(self, words, letters):
        expect(self.page.locator("textarea[name=body]")).to_have_attribute("data-state", "ready", timeout=20_000)
        place = self.page.evaluate(CARET_BEFORE, words)
        self.page.mouse.click(place["x"], place["y"])
        self.clicks += 1
        self.page.keyboard.type(letters)

    def save(self):
        self.click(self.page.get_by_role("button", name="Save", exact=True))
        expect(self.page.locator(".desk-touches")).to_be_visible()


def test_a_minor_fix_takes_few_clicks_and_a_second_looks_at_that_very_fix(site, new_page, login):
    for name in ("fiona", "seth", "greta"):
        site.make_user(name, "Editor")
    number, path = site.run_python(PREPARE).split()[-2:]
    address = f"{site.url}/admin/articles/story/{number}/change/"
    one, two = Editor(new_page(), address), new_page()
    login(one.page, "fiona")
    one.page.goto(address)

    one.move("reopen", kind="minor")
    one.write_before("proved", "p")
    one.save()
    expect(one.page.locator(".desk-touches")).to_contain_text("A minor fix: it touches nothing")
    one.move("publish_minor")
    expect(one.page.get_by_text("Done: Publish minor fix.")).to_be_visible()
    assert one.clicks <= MOST_CLICKS
    assert "approved on Tuesday" in two.request.get(site.url + path).text()

    login(two, "greta")
    two.goto(address)
    two.locator(".desk-standing").get_by_role("link", name="What it changed").click()
    expect(two.locator(".desk-sides ins")).to_have_text("approved")
    two.get_by_role("link", name="Back to the story").click()
    two.locator("summary.verb-confirm").click()
    two.locator("details.desk-verb[open] button[type=submit]").click()
    expect(two.get_by_text("Done: Confirm.")).to_be_visible()

    one.page.goto(address)
    one.move("reopen", kind="minor")
    one.write_before("Tuesday", "Good ")
    one.save()
    expect(one.page.locator(".desk-touches")).to_contain_text(re.compile("A name|A date"))
    one.move("publish_minor")
    expect(one.page.get_by_text("This is no minor fix.")).to_be_visible()
    assert "Good" not in two.request.get(site.url + path).text()
    assert one.page.complaints == two.complaints == []
