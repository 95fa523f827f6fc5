"""The right of reply from the finding to the reader's line: asked, more time, no answer in time, and an answer after all."""

import re

from playwright.sync_api import expect

PREPARE = """
from accounts.models import User
from articles import actions
from articles.models import Author, Byline, Person, Section, Source, StoryPerson, StorySource
section, _ = Section.objects.get_or_create(slug="harbour", defaults={"name": "Harbour"})
author, _ = Author.objects.get_or_create(slug="ines-tarn", defaults={"name": "Ines Tarn"})
rosa = User.objects.get(username="rosa")
key = "7d0c2a51-52b0-4f0c-8a55-0f3a3f2b9a10"
said = "Odo Lamb stole the harbour fund, the auditors found."
story = actions.start(by=rosa, headline="Fund is empty", section=section, type_of_work="news",
                      body=f"<p>{said}</p><p>The quay is closed until spring.</p>")
Byline.objects.create(story=story, author=author)
source = Source.objects.create(public_description="Report of the auditors", kind="document")
StorySource.objects.create(story=story, source=source, terms="on_record")
odo = Person.objects.create(name="Odo Lamb")
StoryPerson.objects.create(story=story, person=odo, role="official")
with actions.edit(story, by=rosa, version=story.version) as editing:
    editing.story.body = f'<p><span data-claim="{key}">{said}</span></p><p>The quay is closed until spring.</p>'
    editing.claims = {key: {"kind": "allegation", "person": odo}}
print(story.pk)
"""
TIME_PASSES = """
from datetime import timedelta
from django.utils import timezone
from articles.models import ReplyRequest
now = timezone.now()
ReplyRequest.objects.filter(story=%s).update(sent_at=now - timedelta(days=9), deadline=now - timedelta(hours=1))
"""
OUT = """
from accounts.models import User
from articles import actions
from articles.models import Story
rosa, seth = (User.objects.get(username=name) for name in ("rosa", "seth"))
story = actions.submit(Story.objects.get(pk=%s), by=rosa)
reasons = {f.id: "Seen." for task in actions.checklist(story) for f in task.findings if f.level == "caution"}
story = actions.publish(actions.approve(story, by=seth, overrides=reasons), by=seth)
print(sorted(reasons), story.live_edition.content["path"])
"""


def test_from_the_finding_to_the_readers_line(site, new_page, login):
    site.make_user("rosa", "Reporter")
    site.make_user("seth", "Editor")
    number = site.run_python(PREPARE).split()[-1]
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    login(page, "rosa")
    page.goto(f"{site.url}/admin/articles/story/{number}/change/")
    page.get_by_role("link", name="Somebody is accused here and has not been asked").first.click()
    page.wait_for_url("**/replies/?to=person-*")

    letter = page.locator("textarea[name=text]")
    expect(letter).to_have_value(re.compile("Odo Lamb stole the harbour fund"))
    assert "auditors" not in letter.input_value().replace("the auditors found", "")
    letter.focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("ControlOrMeta+c")
    assert "To Odo Lamb" in page.evaluate("navigator.clipboard.readText()")
    page.locator("select[name=channel]").select_option("email")
    page.get_by_role("button", name="They were asked").click()
    card = page.locator(".desk-claim", has_text="Odo Lamb").first
    expect(card).to_contain_text("Waiting")
    expect(card).to_contain_text("left")

    card.get_by_text("Give them longer").click()
    card.locator("input[name$=-deadline]").fill("2099-05-04T15:00")
    card.get_by_label("Why they have longer").fill("His lawyer asked for it.")
    card.locator("details[open]").get_by_role("button", name="Keep").click()
    card = page.locator(".desk-claim", has_text="Odo Lamb").first
    card.get_by_text("How it came to this").click()
    expect(card).to_contain_text("His lawyer asked for it.")

    site.run_python(TIME_PASSES % number)
    page.goto(f"{site.url}/admin/")
    waiting = page.locator("section.desk-box", has_text="Waiting for a reply")
    expect(waiting).to_contain_text("Answer was due")
    waiting.get_by_role("link", name="Odo Lamb").first.click()
    card = page.locator(".desk-claim", has_text="Odo Lamb").first
    record(card, "no_response")
    expect(page.locator(".desk-claim").first).to_contain_text("No response")
    record(page.locator(".desk-claim").first, "replied", answer="I never touched the fund.")
    expect(page.locator(".desk-claim").first).to_contain_text("I never touched the fund.")

    overridden, path = site.run_python(OUT % number).splitlines()[-1].rsplit(" ", 1)
    assert "replies" not in overridden
    reader = new_page(java_script_enabled=False, viewport={"width": 390, "height": 844})
    reader.goto(site.url + path)
    expect(reader.locator(".replies")).to_contain_text("Odo Lamb said: I never touched the fund.")
    assert page.complaints == []


def record(card, outcome, answer=""):
    card.get_by_text("What came of it", exact=True).or_(card.get_by_text("Something came later")).first.click()
    card.locator("select[name$=-outcome]").select_option(outcome)
    if answer:
        card.locator("textarea[name$=-answer]").fill(answer)
    card.locator("details[open]").get_by_role("button", name="Keep").click()
