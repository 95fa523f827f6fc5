"""Marks of claims in the text: set by one key, removed by another, never in two places at once."""

import re

from playwright.sync_api import expect

ONE = "<p>Rain fell. The wall, said Mr. Hale, cost 3 million. Work begins in May.</p><p>It is new.</p>"
KEY = "00000000-0000-0000-0000-000000000001"
MARKED = f'<p>Rain fell. <span data-claim="{KEY}">It cost 3 million.</span> Work begins.</p><p>Later.</p>'


def without_keys(html):
    return re.sub(r'data-claim="[0-9a-f-]{36}"', "data-claim", html)


def cursor_in(form, words):
    form.select(words)
    form.page.keyboard.press("ArrowLeft")


def copied(form, how):
    """What the browser puts on the clipboard for the selection."""
    return form.page.evaluate(
        """how => {
            const data = new DataTransfer()
            const event = new ClipboardEvent(how, { clipboardData: data, bubbles: true, cancelable: true })
            document.querySelector(".ProseMirror").dispatchEvent(event)
            return data.getData("text/html")
        }""",
        how,
    )


class TestBinding:
    def test_one_key_binds_the_sentence_of_the_cursor(self, form):
        form = form(ONE)
        cursor_in(form, "wall")
        form.page.keyboard.press("Control+Alt+c")
        expect(form.page.get_by_role("dialog", name="Claim")).to_be_visible()
        assert without_keys(form.html) == ONE.replace(
            "The wall, said Mr. Hale, cost 3 million.",
            "<span data-claim>The wall, said Mr. Hale, cost 3 million.</span>",
        )
        assert not form.page.complaints

    def test_a_selection_is_bound_as_it_is_without_the_space_at_its_end(self, form):
        form = form(ONE)
        form.select("cost 3 million. ")
        form.press("Claim: bind the sentence or the selection")
        assert "<span data-claim>cost 3 million.</span> Work" in without_keys(form.html)

    def test_a_second_key_binds_the_paragraph(self, form):
        form = form(ONE)
        cursor_in(form, "Work")
        form.page.keyboard.press("Control+Alt+p")
        assert without_keys(form.html).startswith("<p><span data-claim>Rain fell.")
        assert without_keys(form.html).endswith("in May.</span></p><p>It is new.</p>")

    def test_escape_leads_back_to_the_words(self, form):
        form = form(ONE)
        cursor_in(form, "wall")
        form.page.keyboard.press("Control+Alt+c")
        form.page.keyboard.press("Escape")
        expect(form.page.get_by_role("dialog", name="Claim")).to_be_hidden()
        expect(form.text).to_be_focused()

    def test_the_key_within_a_claim_opens_it_and_makes_no_second(self, form):
        form = form(MARKED)
        cursor_in(form, "cost")
        form.page.keyboard.press("Control+Alt+c")
        expect(form.page.get_by_role("dialog", name="Claim")).to_be_visible()
        form.page.keyboard.press("Enter")
        assert form.html == MARKED


class TestRemoving:
    def test_a_removed_mark_is_explained_and_the_save_is_not_refused(self, form):
        form = form(MARKED)
        cursor_in(form, "cost")
        form.press("Remove the claim")
        assert form.save().stored == re.sub("</?span[^>]*>", "", MARKED)


class TestCopying:
    def test_a_copied_claim_stays_in_its_one_place(self, form):
        form = form(MARKED)
        form.select("It cost 3 million.")
        html = copied(form, "copy")
        assert KEY in html
        form.select("Later.")
        form.paste(html)
        assert form.html.count(KEY) == 1 and form.html.count("It cost 3 million.") == 2

    def test_a_claim_that_was_cut_goes_where_it_is_pasted_once(self, form):
        form = form(MARKED)
        form.select("It cost 3 million.")
        html = copied(form, "cut")
        assert KEY not in form.html
        form.select("Later.")
        form.paste(html)
        assert form.html.count(KEY) == 1
        form.select("Work begins.")
        form.paste(html)
        assert form.html.count(KEY) == 1 and form.html.count("It cost 3 million.") == 2

    def test_undoing_and_doing_again_leaves_it_in_one_place(self, form):
        form = form(MARKED)
        form.select("It cost 3 million.")
        html = copied(form, "cut")
        form.select("Later.")
        form.paste(html)
        for keys in ("Control+z", "Control+z", "Control+Shift+z", "Control+Shift+z"):
            form.page.keyboard.press(keys)
            assert form.html.count(KEY) <= 1
        assert form.html.count(KEY) == 1 and form.html.count("It cost 3 million.") == 1
        form.page.keyboard.press("Control+z")
        form.page.keyboard.press("Control+z")
        assert form.html == MARKED

    def test_words_pasted_into_the_midst_of_it_belong_to_it(self, form):
        form = form(MARKED)
        form.select("3")
        html = copied(form, "cut")
        form.paste(html)
        assert form.html == MARKED
        form.select("3")
        form.paste("<p>4 <b>thousand</b></p>")
        pieces = form.page.locator(f".ProseMirror [data-claim='{KEY}']").all_inner_texts()
        assert "".join(pieces) == "It cost 4 thousand million."

    def test_a_part_of_it_that_is_dragged_elsewhere_leaves_it(self, form):
        form = form(MARKED)
        form.select("million")
        words = form.page.evaluate("(({ x, y, width, height }) => [x + width / 2, y + height / 2])"
                                   "(getSelection().getRangeAt(0).getBoundingClientRect())")  # fmt: skip
        form.page.mouse.move(*words)
        form.page.mouse.down()
        target = form.page.locator(".ProseMirror p:last-child").bounding_box()
        for step in (2, 4):
            form.page.mouse.move(target["x"] + 20 + step, target["y"] + target["height"] / 2)
        form.page.mouse.up()
        assert form.page.locator(f".ProseMirror p:last-child [data-claim='{KEY}']").count() == 0
        assert "million" in form.page.locator(".ProseMirror p:last-child").inner_text()
        assert form.html.count(KEY) == 1

    def test_a_claim_of_another_text_does_not_come_along(self, form):
        form = form("<p>Later.</p>")
        form.select("Later.")
        form.paste(f'<p data-pm-slice="1 1 []"><span data-claim="{KEY}">From elsewhere.</span></p>')
        assert form.html == "<p>From elsewhere.</p>"
