"""A suggested content note is taken with one click, and stands before the picture and the text once it is saved."""

from playwright.sync_api import expect


def test_one_click_takes_a_suggestion_and_saving_keeps_it(site, page, login):
    login(page, "admin")
    page.goto(f"{site.url}/admin/articles/story/add/")
    expect(page.locator("textarea[name=body]")).to_have_attribute("data-state", "ready", timeout=20_000)
    checks = page.locator("aside[data-live-checks]")
    page.fill("#id_headline", "A man is tried for rape at Harwich")
    expect(checks.get_by_text("Sexual violence: “rape”")).to_be_visible(timeout=20_000)
    checks.get_by_role("button", name="Add the note").click()
    expect(checks.get_by_text("carries no content note")).to_have_count(0, timeout=20_000)
    page.locator("[data-tab=sources]").click()
    box = page.get_by_label("Sexual violence", exact=True)
    expect(box).to_be_checked()
    page.locator("button[name=_save], input[name=_save]").first.click()
    page.wait_for_url(lambda url: "/change/" in url)
    page.locator("[data-tab=sources]").click()
    expect(page.locator("#id_topics-sexual_violence")).to_be_checked()
    assert page.complaints == []
