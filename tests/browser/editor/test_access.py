"""The editor for everybody: by keyboard, by ear, in the dark."""

from playwright.sync_api import expect

COLOURS = """() => {
    const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
    const { backgroundColor, color } = getComputedStyle(document.querySelector(".desk-editor"))
    return [backgroundColor, color].map((colour) => {
        pen.fillStyle = colour
        pen.fillRect(0, 0, 1, 1)
        return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3)
    })
}"""


class TestAccess:
    def test_the_text_is_a_named_textbox_that_is_spell_checked_in_its_language(self, form):
        form = form("<p>Text</p>")
        expect(form.text).to_have_attribute("aria-multiline", "true")
        expect(form.text).to_have_attribute("spellcheck", "true")
        expect(form.text).to_have_attribute("lang", "en-gb")

    def test_the_label_leads_to_the_text(self, form):
        form = form("<p>Text</p>")
        form.page.locator("label[for=id_body]").click()
        expect(form.text).to_be_focused()

    def test_a_link_to_the_field_leads_to_the_text(self, form):
        form = form("<p>Text</p>")
        form.page.evaluate("location.hash = 'id_body'")
        expect(form.text).to_be_focused()

    def test_the_toolbar_is_one_stop_and_arrow_keys_walk_it(self, form):
        form = form("<p>Text</p>")
        bar, page = form.page.get_by_role("toolbar", name="Formatting"), form.page
        assert bar.locator("[tabindex='0']").count() == 1
        form.text.press("Alt+F10")
        expect(bar.get_by_role("button", name="H2: heading")).to_be_focused()
        page.keyboard.press("ArrowRight")
        expect(bar.get_by_role("button", name="H3: smaller heading")).to_be_focused()
        page.keyboard.press("End")
        expect(bar.get_by_role("button", name="Redo")).to_be_focused()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        assert form.html == "<h2>Text</h2>"
        page.keyboard.press("Alt+F10")
        page.keyboard.press("Escape")
        expect(form.text).to_be_focused()

    def test_buttons_say_whether_they_are_pressed(self, form):
        form = form("<p><strong>Bold</strong> plain</p>")
        bold = form.page.get_by_role("button", name="Bold")
        form.select("Bold")
        expect(bold).to_have_attribute("aria-pressed", "true")
        form.select("plain")
        expect(bold).to_have_attribute("aria-pressed", "false")

    def test_every_button_has_a_name(self, form):
        form = form()
        for button in form.page.get_by_role("toolbar").get_by_role("button").all():
            assert button.get_attribute("aria-label")

    def test_dark_mode_is_dark(self, form):
        form = form("<p>Text</p>")
        form.page.evaluate("document.documentElement.classList.add('dark')")
        paper, ink = form.page.evaluate(COLOURS)
        assert max(paper) < 60
        assert min(ink) > 200
