"""An editor that did not load whole must not be able to strip what it does not know."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.editor.form import WHOLE, Form


class TestSilentLoss:
    """Trap 1: an editor that did not load whole must not be able to strip what it does not know."""

    @pytest.mark.parametrize("part", ["django_prose_editor/editor", "marks", "blocks", "figure", "links", "build"])
    def test_a_part_that_does_not_load_makes_the_text_read_only_and_says_so(self, desk, page, part):
        form = Form(desk, page, WHOLE)
        page.route(re.compile(rf"{part}(\.[0-9a-f]+)?\.js"), lambda route: route.abort())
        form.open(state="read-only")
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text("read-only")
        expect(alert).to_contain_text("Nothing is lost")
        expect(alert.get_by_role("button", name="Reload the page")).to_be_visible()
        expect(page.locator("textarea[name=body]")).not_to_be_editable()
        page.locator("[name=headline]").fill("Council votes again")
        assert form.save().stored == WHOLE

    def test_a_mark_that_the_editor_does_not_understand_makes_the_text_read_only(self, desk, page):
        form = Form(desk, page, WHOLE)

        def forget_claims(route):
            route.fulfill(response=(found := route.fetch()), body=found.text().replace("span[data-claim]", "span[x]"))

        page.route(re.compile(r"editor/marks(\.[0-9a-f]+)?\.js"), forget_claims)
        form.open(state="read-only")
        expect(page.get_by_role("alert")).to_contain_text("marked claims")
        assert form.save().stored == WHOLE

    def test_a_part_that_never_arrives_makes_the_text_read_only(self, desk, page):
        form = Form(desk, page, WHOLE)
        held = []
        page.route(re.compile(r"editor/figure(\.[0-9a-f]+)?\.js"), lambda route: held.append(route))
        page.clock.install()
        page.goto(form.address)
        page.clock.fast_forward(25_000)
        expect(page.get_by_role("alert")).to_contain_text("read-only")
        held[0].abort()

    def test_without_its_scripts_it_is_a_textarea_and_the_server_asks_about_marks_that_vanish(self, desk, page):
        page.route(re.compile(r"editor/start(\.[0-9a-f]+)?\.js"), lambda route: route.abort())
        form = Form(desk, page, '<p>See <a href="/x/">the minutes</a>.</p>')
        page.goto(form.address)
        page.locator("textarea[name=body]").fill("<p>See the minutes!</p>")
        form.save()
        expect(page.get_by_text("would remove all links")).to_be_visible()
        assert form.stored == '<p>See <a href="/x/">the minutes</a>.</p>'
        assert form.html == "<p>See the minutes!</p>"
        page.get_by_label("Yes, I removed all links on purpose.").check()
        assert form.save().stored == "<p>See the minutes!</p>"
