"""Writing a story's text: what people type is kept, what they did not touch stays."""

import pytest
from playwright.sync_api import expect

from tests.browser.editor.form import WHOLE


class TestWriting:
    def test_a_story_typed_with_the_keyboard_alone(self, form):
        form = form()
        page = form.page
        form.text.focus()
        page.keyboard.type("The council ")
        page.keyboard.press("Control+b")
        page.keyboard.type("voted")
        page.keyboard.press("Control+b")
        page.keyboard.type(" late.")
        page.keyboard.press("Enter")
        page.keyboard.press("Control+Alt+2")
        page.keyboard.type("What follows")
        page.keyboard.press("Enter")
        page.keyboard.type("- one")
        page.keyboard.press("Enter")
        page.keyboard.type("two")
        form.save()
        assert form.stored == (
            "<p>The council <strong>voted</strong> late.</p><h2>What follows</h2><ul><li>one</li><li>two</li></ul>"
        )
        assert not page.complaints

    def test_quotation_marks_follow_the_language(self, form):
        form = form()
        form.write('"It\'s late," she said -- and left...')
        assert form.html.startswith("<p>“It’s late,” she said – and left…</p>")
        form.page.locator("[name=language]").fill("de")
        form.page.locator("[name=language]").blur()
        form.write('"Ja"')
        assert "„Ja“" in form.html
        expect(form.text).to_have_attribute("lang", "de")

    def test_backspace_takes_a_quotation_mark_back(self, form):
        form = form()
        form.text.focus()
        form.page.keyboard.type('5"')
        form.page.keyboard.press("Backspace")
        assert form.html == '<p>5"</p>'

    def test_the_number_of_words_goes_along(self, form):
        form = form()
        count = form.page.locator(".desk-editor-count")
        expect(count).to_have_text("0 words")
        form.write("One")
        expect(count).to_have_text("1 word, about 1 min")
        form.write("more and – so it goes")
        expect(count).to_have_text("6 words, about 1 min")

    def test_a_quote_becomes_a_pull_quote_and_a_paragraph_again(self, form):
        form = form("<p>We are ready.</p>")
        form.select("ready")
        form.press("Quote")
        assert form.html == "<blockquote><p>We are ready.</p></blockquote>"
        form.press("Pull quote")
        assert form.html == '<aside class="pullquote"><p>We are ready.</p></aside>'
        form.press("Pull quote")
        assert form.html == "<p>We are ready.</p>"

    def test_a_footnote_stands_after_the_paragraph_it_belongs_to_and_becomes_text_again(self, form):
        form = form("<p>It cost £41m.</p><p>Nobody asked why.</p>")
        form.select("£41m")
        form.press("Footnote to the paragraph above")
        form.page.keyboard.type("In prices of 2024.")
        noted = '<p>It cost £41m.</p><aside class="note"><p>In prices of 2024.</p></aside><p>Nobody asked why.</p>'
        assert form.html == noted
        form.press("Footnote to the paragraph above")
        assert form.html == "<p>It cost £41m.</p><p>In prices of 2024.</p><p>Nobody asked why.</p>"

    def test_undo_and_redo(self, form):
        form = form("<p>Kept</p>")
        undo = form.page.get_by_role("button", name="Undo")
        expect(undo).to_have_attribute("aria-disabled", "true")
        form.select("Kept")
        form.press("Bold")
        undo.click()
        assert form.html == "<p>Kept</p>"
        form.press("Redo")
        assert form.html == "<p><strong>Kept</strong></p>"

    def test_every_change_fires_an_input_event_on_the_textarea(self, form):
        form = form()
        form.page.evaluate("addEventListener('input', ({target}) => (window.heard = target.name))")
        form.write("x")
        assert form.page.evaluate("heard") == "body"


class TestWhatWasThereStays:
    def test_a_text_with_everything_survives_a_comma(self, form):
        form = form(WHOLE)
        form.select("late")
        form.page.keyboard.type("early")
        form.save()
        assert form.stored == WHOLE.replace("late", "early")
        assert not form.page.complaints

    def test_opening_alone_changes_nothing(self, form):
        form = form(WHOLE)
        before = form.html
        form.text.click()
        assert form.html == before == WHOLE


class TestLinks:
    def test_a_link_by_the_keyboard_then_changed_then_removed(self, form):
        form = form("<p>See the minutes.</p>")
        form.select("minutes")
        form.page.keyboard.press("Control+k")
        form.page.get_by_label("Address").fill("example.org/minutes")
        form.page.keyboard.press("Enter")
        form.expect('<p>See the <a href="https://example.org/minutes">minutes</a>.</p>')
        form.select("minutes")
        expect(form.page.get_by_placeholder("Type to search")).to_be_hidden()  # the desk's own Ctrl-K stays closed
        form.press("Link")
        expect(form.page.get_by_label("Address")).to_have_value("https://example.org/minutes")
        form.page.get_by_label("Address").fill("/2024/05/minutes/")
        form.page.get_by_role("button", name="Save link").click()
        form.expect('<p>See the <a href="/2024/05/minutes/">minutes</a>.</p>')
        form.select("minutes")
        form.press("Remove link")
        form.expect("<p>See the minutes.</p>")
        assert form.save().stored == "<p>See the minutes.</p>"

    @pytest.mark.parametrize(
        "address", ["javascript:alert(1)", "//evil.example", "ftp://x.org/", "data:text/html,x", "\\x"]
    )
    def test_an_address_that_cannot_be_stored_is_refused_in_words(self, form, address):
        form = form("<p>See the minutes.</p>")
        form.select("minutes")
        form.press("Link")
        form.page.get_by_label("Address").fill(address)
        form.page.keyboard.press("Enter")
        expect(form.page.get_by_text("This address cannot be used")).to_be_visible()
        form.page.keyboard.press("Escape")
        assert form.html == "<p>See the minutes.</p>"

    def test_without_a_selection_it_asks_for_the_words_too(self, form):
        form = form("<p>See</p>")
        form.text.press("Control+End")
        form.page.keyboard.type(" ")
        form.press("Link")
        form.page.get_by_label("Words that carry").fill("the desk")
        form.page.get_by_label("Address").fill("desk@courier.org")
        form.page.keyboard.press("Enter")
        form.expect('<p>See <a href="mailto:desk@courier.org">the desk</a></p>')

    def test_an_address_pasted_over_words_becomes_their_link(self, form):
        form = form("<p>See the minutes.</p>")
        form.select("minutes")
        form.paste("", "https://example.org/m")
        assert '<a href="https://example.org/m">minutes</a>' in form.html


class TestPictures:
    def test_a_picture_is_searched_and_chosen_with_the_keyboard(self, form):
        form = form("<p>Before.</p>")
        form.text.press("Control+End")
        form.press("Picture")
        form.page.get_by_label("Search the picture library").fill("dusk")
        expect(form.page.get_by_text("Pictures found: 1")).to_be_visible()
        form.page.keyboard.press("Tab")
        form.page.keyboard.press("Enter")
        figure = form.page.locator("figure.desk-figure")
        expect(figure).to_contain_text("Where the council met.")
        expect(figure).to_contain_text("Mira Holt")
        expect(figure).to_contain_text("Alt text: A lit hall behind wet cobbles")
        form.page.keyboard.type("After.")
        assert form.save().stored == '<p>Before.</p><figure data-picture="1"></figure><p>After.</p>'
        assert not form.page.complaints

    def test_typing_on_a_selected_picture_does_not_replace_it(self, form):
        form = form('<p>Before.</p><figure data-picture="1"></figure><p>After.</p>')
        form.page.locator("figure.desk-figure img").click()
        form.page.keyboard.type("Between.")
        assert form.html == '<p>Before.</p><figure data-picture="1"></figure><p>Between.</p><p>After.</p>'

    def test_a_picture_is_removed_by_its_button_and_the_save_is_no_surprise(self, form):
        form = form('<p>Before.</p><figure data-picture="1"></figure>')
        form.page.get_by_role("button", name="Remove picture").click()
        assert form.save().stored == "<p>Before.</p>"

    def test_a_picture_that_lacks_its_words_says_so(self, form):
        form = form('<figure data-picture="2"></figure><figure data-picture="99"></figure>')
        expect(form.page.get_by_text("No credit yet")).to_be_visible()
        expect(form.page.get_by_text("not in the library any more")).to_be_visible()

    def test_an_expired_login_is_said_and_the_text_is_safe(self, form):
        form = form("<p>Typed.</p>")
        form.page.context.clear_cookies()
        form.press("Picture")
        expect(form.page.get_by_text("Your login has expired")).to_be_visible()
        form.page.keyboard.press("Escape")
        assert form.html == "<p>Typed.</p>"


class TestNames:
    def test_a_selected_name_is_offered_to_the_form_by_mouse_and_by_toolbar(self, form):
        form = form("<p>The mayor, Ada Brandt’s rival, left.</p>")
        form.page.evaluate("addEventListener('desk:name-selected', ({detail}) => (window.heard = detail))")
        form.select(" Ada Brandt’s")
        form.page.locator(".desk-names button", has_text="Add person").click()
        assert form.page.evaluate("heard") == {"text": "Ada Brandt", "kind": "person"}
        form.press("Add the selected name as an organization")
        assert form.page.evaluate("heard") == {"text": "Ada Brandt", "kind": "organization"}

    def test_common_words_are_not_offered(self, form):
        form = form("<p>The mayor, Ada Brandt, left.</p>")
        form.select("mayor")
        expect(form.page.locator(".desk-names")).to_be_hidden()

    def test_nothing_selected_is_nothing_to_add(self, form):
        form = form("<p>Text</p>")
        button = form.page.get_by_role("button", name="Add the selected name as a person")
        expect(button).to_have_attribute("aria-disabled", "true")


class TestPasting:
    def test_from_a_word_processor_on_the_desktop(self, form):
        form = form()
        form.text.focus()
        form.paste(
            "<html xmlns:o='urn:x'><head><style>p {color: red}</style></head><body><!--StartFragment-->"
            "<h1 style='margin:0'>Head <b>line</b></h1><p class=MsoNormal style='color:red'>One&nbsp; "
            "<span lang=EN-GB>two</span><o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
            "<p class=MsoListParagraphCxSpFirst style='mso-list:l0'><![if !supportLists]>"
            "<span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Apples</p>"
            "<p class=MsoListParagraphCxSpLast><span style='mso-list:Ignore'>·</span>Pears</p>"
            "<!--EndFragment--></body></html>"
        )
        assert form.html == "<h2>Head line</h2><p>One two</p><ul><li>Apples</li><li>Pears</li></ul>"

    def test_from_a_word_processor_on_the_web(self, form):
        form = form()
        form.text.focus()
        form.paste(
            '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="x:1">'
            '<span style="font-size:11pt;font-weight:400">Plain </span><span style="font-weight:700">bold</span>'
            '<span style="font-style:italic"> slanted</span></p><br><p><span>Next</span></p></b>'
        )
        assert form.html == "<p>Plain <strong>bold</strong><em> slanted</em></p><p>Next</p>"

    def test_from_a_mail_with_line_breaks(self, form):
        form = form()
        form.text.focus()
        form.paste(
            '<div>Hello<br><br>World<br>line</div><img src="http://tracker.example/x.gif"><script>bad()</script>'
        )
        assert form.html == "<p>Hello</p><p>World<br>line</p>"

    def test_plain_text_becomes_paragraphs(self, form):
        form = form()
        form.text.focus()
        form.paste("", "One\n\nTwo\n\nThree")
        assert form.html == "<p>One</p><p>Two</p><p>Three</p>"

    def test_unsafe_links_do_not_come_along(self, form):
        form = form()
        form.text.focus()
        form.paste('<p><a href="javascript:x()">a</a> <a href="https://example.org/" onclick="y()">b</a></p>')
        assert form.html == '<p>a <a href="https://example.org/">b</a></p>'
