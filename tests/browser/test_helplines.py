"""A helpline from the list to the reader and off again; a story on abuse on a phone, with and without JavaScript."""

from playwright.sync_api import expect

PREPARE = """
from accounts.models import User
from articles import actions
from articles.models import Author, Byline, Section, Source, StorySource, StoryTopic
section, _ = Section.objects.get_or_create(slug="harbour", defaults={"name": "Harbour"})
author, _ = Author.objects.get_or_create(slug="ines-tarn", defaults={"name": "Ines Tarn"})
one, two = (User.objects.get(username=name) for name in ("fiona", "seth"))
body = "<p>She left the house in May, and did not go back. " + "The rain fell on the quay. " * 120 + "</p>"
story = actions.start(by=one, headline="A house by the quay", section=section, body=body, type_of_work="news")
Byline.objects.create(story=story, author=author)
StoryTopic.objects.create(story=story, topic="domestic_abuse")
source = Source.objects.create(public_description="Minutes of the harbour committee", kind="document")
StorySource.objects.create(story=story, source=source, terms="on_record")
story = actions.submit(story, by=one)
reasons = {f.id: "Seen." for task in actions.checklist(story) for f in task.findings if f.level == "caution"}
story = actions.publish(actions.approve(story, by=two, overrides=reasons), by=two)
print(story.live_edition.content["path"])
"""
PHONE = {"viewport": {"width": 390, "height": 844}}


def test_one_is_added_tried_and_withdrawn_and_readers_follow(site, new_page, login):
    for name in ("fiona", "seth"):
        site.make_user(name, "Editor")
    path = site.run_python(PREPARE).split()[-1]
    page = new_page()
    login(page, "fiona")
    page.goto(f"{site.url}/admin/articles/helpline/add/")
    page.fill("#id_name", "The Lantern Line")
    page.fill("#id_number", "01632 960 123")
    page.get_by_label("Domestic abuse").check()
    page.locator("button[name=_continue], input[name=_continue]").first.click()
    page.goto(f"{site.url}/admin/")
    page.get_by_role("link", name="to be tried").click()
    page.get_by_role("link", name="The Lantern Line").first.click()
    page.get_by_role("button", name="I have tried it today").click()
    expect(page.get_by_text("Tried today: noted with your name.")).to_be_visible()
    page.goto(f"{site.url}/admin/")
    expect(page.get_by_text("to be tried")).to_have_count(0)

    reader = new_page(java_script_enabled=False, **PHONE)
    reader.goto(site.url + path)
    expect(reader.locator(".advisory")).to_contain_text("This story speaks of violence at home.")
    assert reader.locator(".advisory").bounding_box()["y"] < reader.locator(".body").bounding_box()["y"]
    expect(reader.locator(".foot-help a[href='tel:01632960123']")).to_be_visible()
    assert reader.evaluate("document.documentElement.scrollWidth") <= 390
    assert reader.locator("a.leave").get_attribute("href").startswith("https://")

    page.goto(f"{site.url}/admin/articles/helpline/")
    page.get_by_role("link", name="The Lantern Line").first.click()
    page.get_by_label("no longer shown").check()
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.wait_for_url("**/helpline/")
    reader.goto(site.url + path)
    expect(reader.get_by_text("01632 960 123")).to_have_count(0)
    assert page.complaints == reader.complaints == []


def test_leaving_takes_the_page_out_of_the_way_back(site, new_page):
    for name in ("fiona", "seth"):
        site.make_user(name, "Editor")
    path = site.run_python(PREPARE).split()[-1]
    page = new_page(**PHONE)
    page.route(
        "https://www.wikipedia.org/**", lambda route: route.fulfill(body="<h1>Elsewhere</h1>", content_type="text/html")
    )
    page.goto(site.url + "/")
    page.goto(site.url + path)
    page.evaluate("window.scrollTo(0, 1500)")
    leave = page.get_by_role("link", name="Leave this page")
    expect(leave).to_be_in_viewport()
    leave.click()
    expect(page.get_by_role("heading", name="Elsewhere")).to_be_visible()
    page.go_back()
    assert page.url == site.url + "/"
    assert page.complaints == []
