"""The frame of the desk by keyboard, on a phone, and without JavaScript."""

import pytest
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def newsroom(site):
    site.make_user("fritha", "Editor")
    return site


def tab_to(page, target, most=40):
    for _ in range(most):
        page.keyboard.press("Tab")
        if target.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError("The Tab key does not come there.")


def test_the_keyboard_opens_the_side_bar_of_a_phone_and_closes_it(newsroom, new_page, login):
    page = new_page(viewport={"width": 390, "height": 800})
    login(page, "fritha")
    page.goto(f"{newsroom.url}/admin/")
    stories = page.get_by_role("link", name="Stories", exact=True)
    expect(stories).to_be_hidden()
    tab_to(page, page.get_by_role("button", name="Side bar"))
    page.keyboard.press("Enter")
    expect(stories).to_be_visible()
    page.keyboard.press("Escape")
    expect(stories).to_be_hidden()


def test_the_keyboard_skips_the_side_bar_and_logs_out(newsroom, page, login):
    login(page, "fritha")
    page.goto(f"{newsroom.url}/admin/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    account = page.get_by_role("button", name="fritha")
    tab_to(page, account)
    page.keyboard.press("Enter")
    leave = page.get_by_role("button", name="Log out")
    expect(leave).to_be_visible()
    tab_to(page, leave)
    page.keyboard.press("Enter")
    page.wait_for_url("**/log**")


def test_icons_are_not_read_out(newsroom, page, login):
    login(page, "fritha")
    page.goto(f"{newsroom.url}/admin/articles/story/")
    expect(page.get_by_role("link", name="Add story", exact=True).first).to_be_visible()
    expect(page.get_by_role("link", name="Tags", exact=True)).to_be_visible()


def test_without_javascript_the_desk_is_read_and_says_what_is_missing(newsroom, page, login, new_page):
    login(page, "fritha")
    plain = new_page(java_script_enabled=False, storage_state=page.context.storage_state())
    plain.goto(f"{newsroom.url}/admin/")
    expect(plain.locator(".desk-noscript")).to_be_visible()
    expect(plain.get_by_role("heading", name="Waiting for me")).to_be_visible()
    expect(plain.get_by_role("button", name="Log out")).to_be_visible()
