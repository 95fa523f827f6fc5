"""The product's main job, done in a browser: a story that names real people goes from a reporter to readers and back."""

import re

import pytest
from playwright.sync_api import expect

HEADLINE = "Jasper Quill and Orla Whitby answer for their letters to the court"
PARAGRAPHS = [
    "Jasper Quill and Orla Whitby wrote to the judge on behalf of a former colleague. The letters were read out on Thursday.",
    "Jasper Quill and Orla Whitby declined to comment further. The hearing goes on in March.",
]
NAMES = ["Jasper Quill", "Orla Whitby"]
PREPARE = """
from accounts.models import User
from articles.models import Author, Section, Writer
from articles.actions import add_picture
from django.core.files.base import ContentFile
from PIL import Image
import io
section, _ = Section.objects.get_or_create(slug="courts", defaults={"name": "Courts", "position": 1})
author, _ = Author.objects.get_or_create(slug="rosa-lindqvist", defaults={"name": "Rosa Lindqvist"})
Writer.objects.get_or_create(user=User.objects.get(username="rosa"), defaults={"author": author})
file = io.BytesIO()
Image.new("RGB", (1200, 800), (90, 110, 130)).save(file, "JPEG")
add_picture(ContentFile(file.getvalue(), "court.jpg"), by=User.objects.get(username="admin"), title="Court building",
    alt_text="A court building.", credit="Rosa Lindqvist", rights_holder="The Test Courier")
"""


@pytest.fixture(scope="module")
def newsroom(site):
    site.make_user("rosa", "Reporter")
    site.make_user("edgar", "Editor")
    site.make_user("ada", "Administrator")
    site.run_python(PREPARE)
    return site


class Desk:
    """Somebody at the desk, with the story in front of them."""

    def __init__(self, page, url):
        self.page, self.url, self.address = page, url, ""

    def open(self):
        self.page.goto(self.address)
        return self

    def tab(self, name):
        self.page.get_by_role("tab", name=re.compile(f"^{name}")).click()

    def save(self):
        self.page.get_by_role("button", name="Save", exact=True).click()
        expect(self.page.locator(".errorlist, .errornote")).to_have_count(0)

    def move(self, label, **fields):
        """Opens a verb, fills in what it asks and presses it."""
        verb = self.page.locator(
            "details.desk-verb", has=self.page.locator("summary", has_text=re.compile(f"^{label}$"))
        )
        verb.locator("summary").click()
        for name, value in fields.items():
            control = verb.locator(f"[name={name}]")
            control.select_option(value) if name == "kind" else control.fill(value)
        for reason in verb.locator("input[name^=override-]").all():
            reason.fill("Both of us have read the court file.")
        verb.get_by_role("button", name=label, exact=True).click()
        expect(self.page.get_by_text(f"Done: {label}.")).to_be_visible()

    def type_text(self, paragraphs):
        expect(self.page.locator("textarea[name=body]")).to_have_attribute("data-state", "ready", timeout=20_000)
        text = self.page.get_by_role("textbox", name="Text", exact=True)
        text.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        for number, paragraph in enumerate(paragraphs):
            if number:
                self.page.keyboard.press("Enter")
            self.page.keyboard.insert_text(paragraph)

    def add_name(self, model, name):
        self.page.goto(f"{self.url}/admin/articles/{model}/add/")
        self.page.fill("input[name=name]", name)
        self.page.get_by_role("button", name="Save", exact=True).click()
        expect(self.page).to_have_url(re.compile(f"/{model}/"))

    def choose(self, prefix, field, text, row=0):
        """Adds an inline row and finds a record in its autocomplete box."""
        self.page.locator(f"#{prefix}-group .add-row a, #{prefix}-group a.add-row").first.click()
        select = self.page.locator(f"#id_{prefix}-{row}-{field}")
        select.locator("xpath=following-sibling::span[contains(@class,'select2')]").first.click()
        self.page.locator(".select2-search__field").last.fill(text)
        self.page.locator(".select2-results__option", has_text=text).first.click()

    def part(self, prefix, role, row=0):
        self.page.locator(f"#id_{prefix}-{row}-role").select_option(role)


def test_a_story_goes_the_whole_way(newsroom, new_page, login):
    headline, paragraphs, names = HEADLINE, PARAGRAPHS, NAMES
    reporter, editor = Desk(new_page(), newsroom.url), Desk(new_page(), newsroom.url)
    reader = new_page(java_script_enabled=False)
    login(reporter.page, "rosa")
    login(editor.page, "edgar")

    # The reporter writes it.
    for name in names:
        reporter.add_name("person", name)
    reporter.add_name("organization", "Courts Reporting Trust")
    reporter.page.goto(f"{newsroom.url}/admin/articles/story/add/")
    reporter.page.fill("[name=headline]", headline)
    reporter.type_text(paragraphs)
    reporter.page.get_by_role("button", name="Save", exact=True).click()
    expect(reporter.page).to_have_url(re.compile(r"/story/\d+/change/"))
    reporter.address = editor.address = reporter.page.url
    expect(reporter.page.locator("aside[data-live-checks] .is-blocker").first).to_be_visible()

    # The checks turn as the story is completed.
    reporter.page.select_option("[name=section]", label="Courts")
    reporter.page.select_option("[name=type_of_work]", "news")
    reporter.page.fill("[name=standfirst]", "What was written, what was said, and what the court decided.")
    reporter.tab("People & sources")
    reporter.page.fill("[name=source_lines]", "court: judgment and sentencing remarks\nhttps://example.org/video")
    reporter.page.fill("[name=tags]", "Courts, Letters")
    for row, name in enumerate(names):
        reporter.choose("story_people", "person", name, row)
        reporter.part("story_people", "letter_writer", row)
    reporter.choose("story_organizations", "organization", "Courts Reporting Trust")
    reporter.part("story_organizations", "party")
    reporter.tab("Pictures")
    reporter.choose("story_pictures", "picture", "Court building")
    reporter.save()
    reporter.open()
    expect(reporter.page.locator("[data-live-checks] .desk-level.is-blocker")).to_have_count(0)
    expect(reporter.page.locator("[data-live-checks] .desk-level.is-caution")).to_have_count(0)
    reporter.move("Submit")

    # Sent back with a note, mended, approved by somebody else, published.
    editor.open().move("Send back", note="Say in the standfirst which court.")
    reporter.open().tab("History")
    expect(reporter.page.get_by_text("Say in the standfirst which court.").first).to_be_visible()
    reporter.tab("Text")
    reporter.page.fill("[name=standfirst]", "What was written and said, and what the superior court decided.")
    reporter.save()
    reporter.open().move("Submit")
    expect(reporter.page.locator("details.desk-verb summary", has_text="Approve")).to_have_count(0)
    reader.goto(newsroom.url)
    expect(reader.get_by_text(headline)).to_have_count(0)
    editor.open().move("Approve")
    editor.move("Publish")

    # A reader finds it everywhere.
    reader.goto(newsroom.url)
    reader.get_by_role("link", name=headline).first.click()
    address = reader.url
    expect(reader.get_by_role("heading", level=1)).to_have_text(headline)
    expect(reader.get_by_text("Letter writer").first).to_be_visible()
    for page in ("/sections/courts/", "/tags/letters/", "/search/?q=superior", "/authors/rosa-lindqvist/"):
        reader.goto(newsroom.url + page)
        expect(reader.get_by_role("link", name=headline).first).to_be_visible()
    assert headline.split("’")[0].split("&")[0] in reader.request.get(newsroom.url + "/feed.xml").text()

    # Changed afterwards: readers still see the old text, then the correction and its note.
    new_words = "The appeal will be heard in March."
    editor.open().move("Reopen", kind="correction")
    editor.type_text([*paragraphs[:-1], new_words])
    editor.page.fill("[name=was_wrong]", "The first version gave the wrong month for the appeal.")
    editor.page.fill("[name=is_right]", "It is March.")
    editor.save()
    reader.goto(address)
    expect(reader.get_by_text(new_words)).to_have_count(0)
    editor.open().move("Submit")
    reporter.open().move("Accept changes")
    editor.open().move("Approve")
    editor.move("Publish")
    reader.goto(address)
    expect(reader.get_by_text(new_words)).to_be_visible()
    expect(reader.get_by_text("The first version gave the wrong month for the appeal.").first).to_be_visible()
    reader.goto(newsroom.url + "/corrections/")
    expect(reader.get_by_text("The first version gave the wrong month for the appeal.").first).to_be_visible()

    # Taken down: gone.
    editor.open().move("Take down now")
    assert reader.goto(address).status == 410
    reader.goto(newsroom.url)
    expect(reader.get_by_text(headline)).to_have_count(0)
    assert reporter.page.complaints == editor.page.complaints == []


def test_a_reporter_cannot_approve_or_publish_by_any_route(newsroom, page, login):
    login(page, "rosa")
    page.goto(f"{newsroom.url}/admin/articles/story/add/")
    page.fill("[name=headline]", "A story that nobody has approved yet")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page).to_have_url(re.compile(r"/story/\d+/change/"))
    story = page.url.removesuffix("change/")
    token = page.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    version = page.locator("input[name=version]").first.input_value()
    for verb in ("approve", "publish", "schedule", "publish_minor", "retract", "take_down"):
        forged = {"csrfmiddlewaretoken": token, "version": version, "note": "x", "at": "2030-01-01T10:00"}
        answer = page.request.post(f"{story}move/{verb}/", form=forged, headers={"Referer": page.url})
        assert "Done:" not in answer.text(), verb
    assert page.request.get(f"{story}move/publish/").status == 405
    number = re.search(r"/story/(\d+)/", page.url)[1]
    state = f"from articles.models import Story; print(Story.objects.get(pk={number}).status)"
    assert newsroom.run_python(state) == "draft"


def test_an_administrator_gives_somebody_a_role(newsroom, page, login):
    newsroom.make_user("mila")
    login(page, "ada")
    page.goto(f"{newsroom.url}/admin/accounts/user/?q=mila")
    page.get_by_role("link", name="mila").first.click()
    page.locator("label", has_text="Reporter").locator("input[type=checkbox]").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was changed successfully").first).to_be_visible()
    roles = "from accounts.models import User; print(list(User.objects.get(username='mila').groups.values_list('name', flat=True)))"
    assert newsroom.run_python(roles) == "['Reporter']"
