"""Text that was never sent is kept in the browser and offered again."""

import json
import re

from playwright.sync_api import expect

from tests.browser.editor.form import Form


class TestUnsentText:
    def kept(self, page):
        return page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('desk-unsent:'))")

    def type_and_leave(self, form, text="Unsent words"):
        form.text.press("Control+End")
        form.page.keyboard.type(text)
        form.page.goto("about:blank")

    def offer(self, form):
        return form.page.get_by_role("button", name=re.compile(r"Restore unsent text from \d\d:\d\d"))

    def test_after_a_crash_it_is_offered_and_restored(self, form):
        form = form("<p>Stored.</p>")
        form.page.locator("[name=headline]").fill("Unsent headline")
        self.type_and_leave(form)
        form.open()
        self.offer(form).click()
        expect(form.text).to_contain_text("Unsent words")
        expect(form.page.locator("[name=headline]")).to_have_value("Unsent headline")
        assert form.save().stored == "<p>Stored.Unsent words</p>"
        form.open()
        expect(self.offer(form)).to_be_hidden()
        assert self.kept(form.page) == []

    def test_it_is_kept_every_few_seconds(self, desk, page):
        form = Form(desk, page, "<p>Stored.</p>")
        page.clock.install()
        form.open()
        form.write("Unsent")
        page.clock.fast_forward(6_000)
        page.wait_for_function("Object.keys(localStorage).some(key => key.startsWith('desk-unsent:'))")

    def test_after_an_expired_login_it_is_offered(self, form):
        form = form("<p>Stored.</p>")
        cookies = form.page.context.cookies()
        form.text.press("Control+End")
        form.page.keyboard.type(" More.")
        form.page.context.clear_cookies()
        form.page.get_by_role("button", name="Save and continue editing").click()
        form.page.wait_for_load_state()
        assert form.stored == "<p>Stored.</p>"
        form.page.context.add_cookies(cookies)
        form.open()
        self.offer(form).click()
        expect(form.text).to_contain_text("Stored. More.")

    def test_rows_of_inlines_come_back(self, form):
        form = form("<p>Stored.</p>")
        page = form.page
        page.locator("#bylines-group a.add-row").click()
        page.locator("select[name=bylines-0-author]").select_option(label="Rosa Lind")
        page.goto("about:blank")
        form.open()
        self.offer(form).click()
        expect(page.locator("select[name=bylines-0-author]")).to_have_value("1")

    def test_what_is_confidential_is_never_kept(self, form):
        form = form("<p>Stored.</p>")
        form.page.locator("[name=desk_note]").fill("The name of the source")
        self.type_and_leave(form)
        form.open()
        kept = json.dumps(self.kept(form.page))
        assert "Unsent words" in kept
        assert "source" not in kept
        assert "csrf" not in kept

    def test_discarded_is_gone(self, form):
        form = form("<p>Stored.</p>")
        self.type_and_leave(form)
        form.open().page.get_by_role("button", name="Discard it").click()
        form.open()
        expect(self.offer(form)).to_be_hidden()

    def test_a_story_saved_by_somebody_meanwhile_comes_back_as_what_it_was_written_on(self, form):
        form = form("<p>Stored.</p>")
        self.type_and_leave(form)
        form.desk.run_python(f"Story.objects.filter(pk={form.number}).update(version=2, body='<p>Theirs.</p>')")
        form.open()
        expect(form.page.get_by_text("has been saved by somebody since")).to_be_visible()
        self.offer(form).click()
        expect(form.page.locator("[name=version]")).to_have_value("1")

    def test_a_new_story_that_was_saved_is_not_offered_again(self, desk, page, form):
        form = form()
        form.address = f"{desk.url}/admin/articles/story/add/"
        form.open()
        page.locator("[name=headline]").fill("A new story")
        self.type_and_leave(form)
        form.open()
        expect(page.get_by_text("“A new story”")).to_be_visible()
        self.offer(form).click()
        form.save()
        form.open()
        expect(self.offer(form)).to_be_hidden()

    def test_another_person_is_not_offered_it(self, form):
        form = form("<p>Stored.</p>")
        self.type_and_leave(form)
        form.page.route("**/change/", as_somebody_else)
        form.open()
        expect(self.offer(form)).to_be_hidden()

    def test_without_storage_the_form_works(self, desk, page):
        page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })")
        form = Form(desk, page, "<p>Stored.</p>")
        page.goto(form.address)
        expect(page.locator("textarea[name=body]")).to_have_attribute("data-state", "ready")
        form.text.press("Control+End")
        page.keyboard.type(" More.")
        assert form.save().stored == "<p>Stored. More.</p>"


def as_somebody_else(route):
    route.fulfill(response=(found := route.fetch()), body=re.sub(r'data-user="\d+"', 'data-user="99"', found.text()))
