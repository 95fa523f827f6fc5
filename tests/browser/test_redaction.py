"""A name is removed from the whole record of a story, and somebody else looks: from its History on, by clicks."""

import re

import pytest
from playwright.sync_api import expect

NAME = "Orla Penhaligon"
MAKE = f"""
from accounts.models import User
from articles import actions
from articles.models import Section
section, _ = Section.objects.get_or_create(slug="names", defaults={{"name": "Names", "position": 8}})
story = actions.start(by=User.objects.get(username="nora"), headline="A fire in Mill Lane", section=section,
    type_of_work="news", body="<p>The neighbour {NAME} called for help.</p>")
print(story.pk)
"""
KEPT = f"""
from articles.models import Revision, Story
print(sum("{NAME}" in str(one.snapshot) for one in Revision.objects.all()), Story.objects.get(pk=%s).body)
"""


@pytest.fixture
def number(site):
    for name, role in (("nora", "Reporter"), ("lars", "Legal reviewer"), ("edna", "Editor")):
        site.make_user(name, role)
    return site.run_python(MAKE)


def test_from_the_history_to_the_second_person(site, number, new_page, login):
    legal, editor = new_page(), new_page(viewport={"width": 390, "height": 844})
    login(legal, "lars")
    legal.goto(f"{site.url}/admin/articles/story/{number}/change/")
    legal.get_by_role("tab", name="History").click()
    legal.get_by_role("link", name=re.compile("^Remove words from the whole record")).click()
    legal.locator("[name=terms]").fill(NAME)
    legal.locator("[name=words]").fill("She is at risk.")
    legal.get_by_role("button", name="Look where it stands").click()
    expect(legal.get_by_role("heading", name=re.compile(r"Found in \d+ rows"))).to_be_visible()
    assert site.run_python(KEPT % number).startswith("1 <p>The neighbour Orla")
    legal.get_by_role("button", name="Redact now").click()
    expect(legal.get_by_text("Removed. A second person confirms within the hour.")).to_be_visible()
    expect(legal.get_by_role("button", name="I have looked: confirm")).to_have_count(0)
    assert NAME not in legal.content()
    left, body = site.run_python(KEPT % number).split(" ", 1)
    assert left == "0"
    assert NAME not in body

    login(editor, "edna")
    editor.goto(f"{site.url}/admin/")
    editor.locator("main").get_by_role("link", name=re.compile("^lars removed words from the record")).first.click()
    editor.get_by_role("button", name="I have looked: confirm").click()
    expect(editor.get_by_text("Confirmed.")).to_be_visible()
    expect(editor.locator("main")).to_contain_text("edna")
    assert legal.complaints == editor.complaints == []
