"""Courts on the desk, in a browser: a case from a story, a count that moves on, a restriction, a child that legal clears."""

import pytest
from playwright.sync_api import expect

PREPARE = """
from accounts.models import User
from articles import actions
from articles.models import Author, Byline, Person, Section, Source, Story, StoryPerson, StorySource
section, _ = Section.objects.get_or_create(slug="harbour", defaults={"name": "Harbour"})
author, _ = Author.objects.get_or_create(slug="ines-tarn", defaults={"name": "Ines Tarn"})
one, two = (User.objects.get(username=name) for name in ("fiona", "seth"))

def draft(headline, body, person=None, role="official"):
    story = actions.start(by=one, headline=headline, section=section, body=body, type_of_work="news")
    Byline.objects.create(story=story, author=author)
    source = Source.objects.create(public_description="Minutes of the harbour committee", kind="document")
    StorySource.objects.create(story=story, source=source, terms="on_record")
    if person:
        StoryPerson.objects.create(story=story, person=person, role=role)
    return story

def live(*args):
    story = actions.submit(draft(*args), by=one)
    return actions.publish(actions.approve(story, by=two, overrides=reasons(story)), by=two)

def reasons(story):
    found = actions.checklist(story)
    return {f.id: "Seen." for task in found for f in task.findings if f.level == "caution"}
"""
COURT = """
odo, _ = Person.objects.get_or_create(name="Odo Lamb")
named = live("Harbour fund loses its treasurer", "<p>The fund met on Tuesday.</p>", odo)
said = live("A new bell for the quay", "<p>Odo Lamb gave the money for the bell.</p>")
story = draft("Treasurer of the harbour fund in court", "<p>The court sat on Monday.</p>", odo, "defendant")
print(story.pk, named.pk, said.pk)
"""
SECRET = """
story = live("Where she lives now", "<p>She lives in Tanner Street, by the mill.</p>")
other = draft("The mill is sold", "<p>The mill of Tanner Street is sold.</p>")
print(story.pk, other.pk)
"""
CHILD = """
pip = Person.objects.create(name="Pip Oak", born_year=2014)
story = draft("A girl saw the fire", "<p>Pip Oak saw the fire on the quay.</p>", pip, "victim")
story = actions.submit(story, by=one)
print(story.pk)
"""


@pytest.fixture
def people(site):
    site.make_user("fiona", "Editor")
    site.make_user("seth", "Editor")
    site.make_user("lena", "Legal reviewer")


def made(site, code):
    return site.run_python(PREPARE + code).split("\n")[-1].split()


def save(page):
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_load_state()


def open_case_from(page, name):
    """With the button beside the field, in the window that it opens."""
    page.locator("[data-tab=sources]").click()
    page.get_by_text("Add another Case of this story").click()
    page.locator("[data-id='related-widget-wrapper-story_cases-0-case'] .material-symbols-outlined").first.click()
    with page.expect_popup() as opened:
        page.locator("#add_id_story_cases-0-case").click()
    form = opened.value
    form.fill("input[name=name]", name)
    form.fill("input[name=court]", "Veremouth Crown Court")
    form.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#id_story_cases-0-case option:checked")).to_have_text(name)
    save(page)


def add_count(page, offence):
    page.get_by_role("link", name="Add a person’s count").click()
    page.get_by_label("Who is accused").select_option(label="Odo Lamb")
    page.get_by_label("Offence, as charged").fill(offence)
    page.get_by_label("How far it has come").select_option(label="Charged")
    page.get_by_label("Since").fill("2026-05-03")
    page.get_by_label("Or a new record").fill(f"Court record on {offence}")
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_text("Recorded.")).to_be_visible()


def test_a_case_is_opened_from_a_story_and_a_count_moves_from_charged_to_acquitted(site, page, login, people):
    number, linked, said = made(site, COURT)
    login(page, "fiona")
    page.goto(f"{site.url}/admin/articles/story/{number}/change/")
    open_case_from(page, "The harbour fund case")

    page.goto(f"{site.url}/admin/articles/case/")
    page.get_by_role("link", name="The harbour fund case").first.click()
    for offence in ("fraud", "theft"):
        add_count(page, offence)
    person = page.get_by_role("region", name="Odo Lamb")
    expect(person.get_by_text("Charged", exact=True).first).to_be_visible()
    expect(person.get_by_role("link", name="Harbour fund loses its treasurer")).to_be_visible()
    expect(person.get_by_role("link", name="A new bell for the quay")).to_be_visible()
    expect(person.get_by_text("Names them in its words")).to_have_count(1)

    theft = person.get_by_role("listitem").filter(has=page.get_by_text("theft", exact=True)).first
    theft.get_by_role("link", name="It has moved on").click()
    expect(page.get_by_text("2 live stories name this person")).to_be_visible()
    page.get_by_label("How far it has come").select_option(label="Acquitted")
    page.get_by_label("Since").fill("2026-09-01")
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_text("Recorded. 2 live stories name this person")).to_be_visible()
    tasks = page.get_by_role("link", name="A case has moved on")
    expect(tasks).to_have_count(6)  # two charges and an acquittal, on each of the two stories
    tasks.first.click()
    expect(page.get_by_text("Odo Lamb, theft: Acquitted since").first).to_be_visible()
    assert any(f"story/{one}/" in page.url for one in (linked, said))
    assert page.complaints == []


def test_a_restriction_with_its_document_finds_what_is_live_and_stops_what_is_not(site, new_page, login, people):
    live, waiting = made(site, SECRET)
    page = new_page()
    login(page, "lena")
    page.goto(f"{site.url}/admin/restrictions/")
    page.get_by_role("link", name="Record a restriction").click()
    page.get_by_label("What is forbidden").fill("Nobody says where she lives.")
    page.get_by_label("Words that must not appear").fill("Tanner Street")
    page.get_by_label("Or an order that is new here").fill("Order of 3 May, Veremouth Crown Court")
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_role("heading", name="1 live story is touched")).to_be_visible()
    expect(page.get_by_text("Order of 3 May, Veremouth Crown Court")).to_be_visible()
    expect(page.get_by_text("was told by mail at once")).to_be_visible()
    assert "Tanner" not in page.content()

    editor = new_page()
    login(editor, "fiona")
    editor.goto(f"{site.url}/admin/")
    expect(editor.get_by_role("link", name="Where she lives now").first).to_be_visible()
    editor.goto(f"{site.url}/admin/articles/story/{live}/change/")
    expect(editor.get_by_text("A restriction touches it").first).to_be_visible()
    editor.goto(f"{site.url}/admin/articles/story/{waiting}/change/")
    checks = editor.locator("aside[data-live-checks]")
    expect(checks.get_by_text("A reporting restriction is in the way: R-")).to_be_visible()
    assert page.complaints == editor.complaints == []


def move(page, name, **fields):
    page.locator(f"summary.verb-{name}").click()
    form = page.locator("details.desk-verb[open]")
    for field, value in fields.items():
        form.locator(f"[name={field}]").fill(value)
    form.locator("button[type=submit]").click()
    page.wait_for_load_state()


def test_a_child_hurt_is_named_once_legal_has_cleared_it_and_a_change_asks_again(site, new_page, login, people):
    [number] = made(site, CHILD)
    address = f"{site.url}/admin/articles/story/{number}/change/"
    editor, legal = new_page(), new_page()
    login(editor, "seth")
    login(legal, "lena")
    editor.goto(address)
    waits = "A child accused, hurt or heard is named only where legal has cleared it."
    expect(editor.locator("aside[data-live-checks]").get_by_text(waits)).to_be_visible()
    expect(editor.get_by_text(f"Legal clears it first: {waits}")).to_be_visible()
    move(editor, "ask_legal", note="She is twelve.")

    legal.goto(address)
    move(legal, "clear", note="Her parents agree in writing.")
    editor.goto(address)
    expect(editor.get_by_text(f"Legal clears it first: {waits}")).to_have_count(0)

    editor.fill("#id_headline", "A girl of twelve saw the fire")
    save(editor)
    expect(editor.locator("aside[data-live-checks]").get_by_text(waits)).to_be_visible()
    expect(editor.get_by_text("It holds no longer: the story has changed since.")).to_be_visible()
    assert editor.complaints == legal.complaints == []
