"""The checks beside a story while somebody writes: what they say, when they say it, and where their links lead."""

import re

import pytest
from playwright.sync_api import expect

MAKE_STORY = """
from datetime import timedelta
from django.utils import timezone
from articles import actions
from articles.models import Author, Person, Picture, Section, Source, StoryPerson, StoryPicture, StorySource
from accounts.models import User
section, _ = Section.objects.get_or_create(slug="harbour", defaults={"name": "Harbour"})
story = actions.start(by=User.objects.get(username="admin"), headline="Council votes to mend the harbour wall",
    section=section, type_of_work="news", standfirst="Work begins in May.", embargo_until=timezone.now() + timedelta(days=300_000),
    body="<p>The council met late.</p><p>It will cost <strong>TK million</strong> before winter.</p>")
Person.objects.get_or_create(name="Cora Dill")
for name, role in (("Ann Sorrel", "official"), ("Ben Teasel", "")):
    StoryPerson.objects.create(story=story, person=Person.objects.create(name=name), role=role)
print(story.pk)
"""
MARK = "A mark of unfinished work is left in."
PERSON = "Say what part this person has in the story."


@pytest.fixture
def story(site):
    return f"{site.url}/admin/articles/story/{site.run_python(MAKE_STORY)}/change/"


@pytest.fixture
def desk(site, page, login):
    login(page, "admin")
    return page


def opened(page, address):
    page.goto(address)
    expect(page.locator("textarea[name=body]")).to_have_attribute("data-state", "ready", timeout=20_000)
    return page.locator("aside[data-live-checks]")


def follow(checks, words):
    checks.get_by_role("link", name=words).first.click()


class TestWhileOneWrites:
    def test_a_new_story_is_judged_from_its_first_words(self, site, desk):
        checks = opened(desk, f"{site.url}/admin/articles/story/add/")
        asked = []
        desk.on("request", lambda request: request.url.endswith("/checks/") and asked.append(request.url))
        expect(desk.locator("[name=headline]")).to_be_focused()
        desk.keyboard.type("Council TK", delay=30)
        expect(checks.get_by_text("The story has no headline.")).to_have_count(0)
        expect(checks.get_by_text("A mark of unfinished work is left in.")).to_be_visible()
        expect(desk.get_by_role("status").filter(has_text="Checks: ")).to_have_text(re.compile(r"\d blockers"))
        assert len(asked) == 1, "once somebody pauses, not at every key"
        desk.get_by_role("tab", name=re.compile("^Checks")).click()
        expect(desk.locator("#panel-checks").get_by_text("A mark of unfinished work is left in.")).to_be_visible()
        assert not desk.complaints

    def test_rows_that_are_not_saved_count(self, desk, story):
        checks = opened(desk, story)
        desk.get_by_role("tab", name="People & sources").click()
        desk.locator("#story_people-group .add-row a, #story_people-group a.add-row").first.click()
        desk.locator("#id_story_people-2-person + .select2").click()
        desk.locator(".select2-search__field").last.fill("Cora")
        desk.locator(".select2-results__option", has_text="Cora Dill").first.click()
        places = checks.locator("li", has_text=PERSON).last.locator("[data-mend]")
        expect(places).to_have_count(2)
        desk.locator("#id_story_people-1-role").select_option("witness")
        expect(checks.get_by_role("link", name=PERSON)).to_have_count(1)
        follow(checks, PERSON)
        expect(desk.locator("#id_story_people-2-role")).to_be_focused()

    def test_the_page_stays_where_it_is(self, site, new_page, login, story):
        page = new_page(viewport={"width": 390, "height": 844})
        login(page, "admin")
        checks = opened(page, story)
        page.locator("[name=standfirst]").scroll_into_view_if_needed()
        page.locator("[name=standfirst]").press("End")
        before = page.evaluate("scrollY"), page.locator("[name=standfirst]").bounding_box()["y"]
        page.keyboard.type(" XXX")
        expect(checks.locator("li", has_text=MARK).last.locator("[data-mend]")).to_have_count(2)
        assert (page.evaluate("scrollY"), page.locator("[name=standfirst]").bounding_box()["y"]) == before
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


class TestLinks:
    def test_a_finding_opens_the_tab_and_focuses_the_very_row(self, desk, story):
        follow(opened(desk, story), PERSON)
        expect(desk.get_by_role("tab", name="People & sources")).to_have_attribute("aria-selected", "true")
        expect(desk.locator("#id_story_people-1-role")).to_be_focused()
        expect(desk.locator("#id_story_people-1-role")).to_be_in_viewport()

    def test_words_in_the_text_are_selected(self, desk, story):
        checks = opened(desk, story)
        desk.get_by_role("tab", name="Placing").click()
        follow(checks, "A mark of unfinished work is left in.")
        expect(desk.get_by_role("textbox", name="Text", exact=True)).to_be_focused()
        desk.wait_for_function("getSelection().toString().includes('TK million')")

    def test_words_in_a_field_are_selected(self, desk, story):
        checks = opened(desk, story)
        desk.locator("[name=standfirst]").fill("Work begins in XXX.")
        expect(checks.get_by_text("XXX")).to_have_count(1)
        checks.locator("a[href='#id_standfirst']").click()
        expect(desk.locator("[name=standfirst]")).to_be_focused()
        assert "XXX" in desk.evaluate("getSelection().toString()")

    def test_what_is_folded_away_is_unfolded(self, desk, story):
        follow(opened(desk, story), re.compile("Under embargo"))
        expect(desk.locator("#id_embargo_until_0")).to_be_focused()

    def test_a_picture_and_a_source_lead_to_where_they_are_chosen(self, desk, story):
        follow(opened(desk, story), "No source is given for anything in this story.")
        expect(desk.locator("#id_source_lines")).to_be_focused()

    def test_they_work_without_scripts(self, site, new_page, desk, story):
        plain = new_page(java_script_enabled=False)
        plain.context.add_cookies(desk.context.cookies())
        plain.goto(story)
        links = plain.locator("aside[data-live-checks] [data-mend]")
        assert links.count() > 3
        for link in links.all():
            link.click()
            expect(plain.locator(link.get_attribute("href"))).to_be_in_viewport()
