"""A reporter comes back from a council meeting: from a blank form to a submitted story, by what a hand does."""

import re

import pytest
from playwright.sync_api import expect

# Measured: 8 clicks, one of them drawn over a name; 8 keys, two of them pasting; 206 letters; 1 page load after the
# blank form; 99 seconds.
MOST_CLICKS, MOST_KEYS, MOST_LOADS = 9, 9, 1
MOST_TYPED = 220  # headline, standfirst, one tag, one source said in words
CLICK, KEY, PASTE, LETTER, THOUGHT = 1.2, 0.4, 1.2, 0.3, 1.35  # seconds; a letter at forty words a minute
THREE_MINUTES = 180
HAND = 100  # ms from a click to a key: a browser tells of a new selection only after the click

HEADLINE = "Council votes to close Tanner Street to lorries"
STANDFIRST = "Through traffic is barred from March after a four-hour debate; buses and early deliveries may still pass."
MINUTES = "https://council.example.org/minutes/2026-11-23"
TEXT = """Netherby council voted by eleven to nine on Monday night to close Tanner Street to through traffic from March, \
after four hours of argument and one recount.

Maud Ferrer, who leads the council, said the street “was built for carts and has never forgiven us for lorries”. \
Residents had counted nine hundred lorries in a single week of October, she told the meeting.

The scheme will cost £84,000 and will be paid for from the parking account. Buses, bicycles and deliveries before ten in \
the morning may still pass. A camera at the corner of Mill Lane will read number plates from April, and drivers will be \
warned for the first six weeks before anybody is fined.

Shopkeepers in the gallery were divided. Some feared for the trade that stops on its way through; others said that nobody \
stops now, because there is nowhere to stand. The opposition asked for a trial of six months and lost by two votes. A \
petition against the closure, with some twelve hundred names, was handed to the clerk before the vote and will be \
answered in writing.

The council will look at the figures again next November, when it must decide whether the posts become permanent or come \
out. Until then the market keeps its usual pitches on Thursdays and Saturdays."""
PREPARE = """
from accounts.models import User
from articles import actions
from articles.models import Author, Section, Writer
section, _ = Section.objects.get_or_create(slug="city-hall", defaults={"name": "City Hall", "position": 2})
author, _ = Author.objects.get_or_create(slug="cora-penhallow", defaults={"name": "Cora Penhallow"})
cora = User.objects.get(username="cora")
Writer.objects.get_or_create(user=cora, defaults={"author": author})
actions.start(by=cora, headline="Last week's meeting", section=section)
"""
KEPT = """
from articles.models import Story
story = Story.objects.get(headline={headline!r})
print(story.status, story.section, story.type_of_work, story.word_count > 200)
print(*(byline.author for byline in story.bylines.all()))
print(*(tag.name for tag in story.tags.all()))
print(*(f"{{row.person}}:{{row.role}}" for row in story.story_people.all()))
print(*(f"{{row.source.kind}}:{{row.terms}}" for row in story.story_sources.order_by("position")))
"""
FIND = """name => {
    const texts = document.createTreeWalker(document.querySelector(".ProseMirror"), NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
        const at = texts.currentNode.data.indexOf(name)
        if (at < 0) continue
        texts.currentNode.parentElement.scrollIntoView({ block: "center" })
        const range = document.createRange()
        range.setStart(texts.currentNode, at)
        range.setEnd(texts.currentNode, at + name.length)
        const { left, right, top, height } = range.getBoundingClientRect()
        return { left, right, middle: top + height / 2 }
    }
}"""


class Hand:
    """Counts what a person does, and how long it takes at a reporter's pace: a thought before each, but for letters."""

    def __init__(self, page):
        self.page = page
        self.clicks = self.keys = self.typed = self.loads = 0
        self.seconds = 0.0

    def watch(self, page):
        page.on("load", lambda _page: setattr(self, "loads", self.loads + 1))

    def click(self, target):
        target.click()
        self.clicks += 1
        self.seconds += THOUGHT + CLICK

    def press(self, key):
        self.page.wait_for_timeout(HAND)
        self.page.keyboard.press(key)
        self.keys += 1
        self.seconds += THOUGHT + KEY

    def type(self, words):
        self.page.keyboard.insert_text(words)
        self.typed += len(words)
        self.seconds += len(words) * LETTER

    def paste(self, words):
        self.page.evaluate("words => navigator.clipboard.writeText(words)", words)
        self.page.keyboard.press("Control+V")
        self.keys += 1
        self.seconds += THOUGHT + PASTE

    def drag_over(self, name):
        place = self.page.evaluate(FIND, name)
        self.page.mouse.move(place["left"] + 1, place["middle"])
        self.page.mouse.down()
        self.page.mouse.move(place["right"] - 1, place["middle"], steps=5)
        self.page.mouse.up()
        self.page.wait_for_timeout(HAND)
        self.clicks += 1
        self.seconds += THOUGHT + 2 * CLICK


@pytest.fixture(scope="module")
def newsroom(site):
    site.make_user("cora", "Reporter")
    site.run_python(PREPARE)
    return site


@pytest.fixture
def hand(newsroom, new_page, login):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    login(page, "cora")
    page.goto(f"{newsroom.url}/admin/")
    return Hand(page)


def start(hand):
    """The form opens on its headline, with what is usual filled in."""
    hand.click(hand.page.get_by_role("link", name="Start a story"))
    expect(hand.page.locator("[name=headline]")).to_be_focused()
    expect(hand.page.locator("textarea[name=body]")).to_have_attribute("data-state", "ready", timeout=20_000)


def test_a_council_story_takes_few_steps_from_blank_to_submitted(newsroom, hand):
    page = hand.page
    start(hand)
    hand.watch(page)
    hand.type(HEADLINE)
    hand.press("Tab")
    hand.type(STANDFIRST)
    expect(page.locator("[name=section] option:checked")).to_have_text("City Hall")
    expect(page.locator("[name=type_of_work]")).to_have_value("news")
    hand.click(page.get_by_role("textbox", name="Text", exact=True))
    hand.paste(TEXT)

    # A name in the text becomes a person of the story.
    hand.drag_over("Maud Ferrer")
    with page.expect_popup() as opened:
        hand.click(page.locator(".desk-names").get_by_text("Add person"))
    window = opened.value
    expect(window.locator("[name=name]")).to_have_value("Maud Ferrer")
    with window.expect_event("close"):
        hand.click(window.get_by_role("button", name="Save", exact=True))
    expect(page.locator("[name=story_people-0-role]")).to_be_focused()
    hand.press("o")  # official

    hand.click(page.locator("[name=source_lines]"))
    hand.paste(MINUTES)
    hand.press("Enter")
    hand.type("heard: the council leader, after the vote")
    hand.press("Tab")
    hand.press("o")  # on the record
    hand.click(page.locator("[name=own_reporting]"))
    hand.click(page.locator("[name=tags]"))
    hand.type("Tanner Street")
    hand.press("Control+Shift+Enter")

    expect(page.get_by_text("Submitted.")).to_be_visible()
    expect(page.locator(".desk-level.is-blocker")).to_have_count(0)
    assert newsroom.run_python(KEPT.format(headline=HEADLINE)).splitlines() == [
        "in_review City Hall news True",
        "Cora Penhallow",
        "Tanner Street",
        "Maud Ferrer:official",
        "website:on_record person:on_record own_reporting:on_record",
    ]
    assert hand.clicks <= MOST_CLICKS
    assert hand.keys <= MOST_KEYS
    assert hand.typed <= MOST_TYPED
    assert hand.loads <= MOST_LOADS
    assert hand.seconds < THREE_MINUTES
    assert page.complaints == []


def test_a_name_the_desk_knows_is_chosen_without_another_window(newsroom, hand):
    newsroom.run_python("from articles.models import Person; Person.objects.create(name='Odile Marchetti')")
    start(hand)
    page = hand.page
    page.get_by_role("textbox", name="Text", exact=True).click()
    hand.paste("Odile Marchetti chaired the meeting.")
    hand.drag_over("Odile Marchetti")
    hand.click(page.locator(".desk-names").get_by_text("Add person"))
    expect(page.locator("[name=story_people-0-role]")).to_be_focused()
    expect(page.locator("[name=story_people-0-person] option:checked")).to_have_text("Odile Marchetti")
    assert len(page.context.pages) == 1


def test_somebody_alike_is_chosen_in_the_window_instead_of_added_twice(newsroom, hand):
    newsroom.run_python("from articles.models import Person; Person.objects.create(name='Wilhelmina Ostrander')")
    start(hand)
    page = hand.page
    page.get_by_role("textbox", name="Text", exact=True).click()
    hand.paste("Mina Ostrander spoke for the shopkeepers.")
    hand.drag_over("Mina Ostrander")
    with page.expect_popup() as opened:
        hand.click(page.locator(".desk-names").get_by_text("Add person"))
    with opened.value.expect_event("close"):
        opened.value.get_by_role("button", name="Wilhelmina Ostrander").click()
    expect(page.locator("[name=story_people-0-person] option:checked")).to_have_text("Wilhelmina Ostrander")
    count = "from articles.models import Person; print(Person.objects.filter(name__contains='Ostrander').count())"
    assert newsroom.run_python(count) == "1"


def test_known_tags_are_offered_while_one_types(newsroom, hand):
    newsroom.run_python("from articles.models import Tag; Tag.objects.create(name='Ferry strike')")
    start(hand)
    page = hand.page
    page.get_by_role("tab", name="People & sources").click()
    page.locator("[name=tags]").click()
    hand.type("Harbour, ferr")
    page.keyboard.type("y")
    expect(page.locator("#id_tags-known option")).to_have_attribute("value", "Harbour, Ferry strike")


def test_saving_has_its_key(newsroom, hand):
    start(hand)
    hand.type("Roadworks begin in Sailmaker Row")
    hand.press("Control+S")
    expect(hand.page).to_have_url(re.compile(r"/story/\d+/change/"))
    expect(hand.page.locator(".desk-badge.is-draft")).to_be_visible()
