"""Writing a story's text in a real browser: what people type is kept, what they did not touch stays."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.newsroom_site import NewsroomSite

WHOLE = (
    '<p>The <strong>council</strong> met <em>late</em> on <a href="https://example.org/x" rel="noopener">Tuesday</a>, '
    'said <span data-claim="7">Ada <span data-claim="8">Brandt</span> of Millbrook</span>.</p><h2>What follows</h2>'
    '<figure data-picture="1"></figure><h3>Water</h3><p>H<sub>2</sub>O and m<sup>2</sup>.</p>'
    '<blockquote><p>We are ready.</p></blockquote><aside class="pullquote"><p>Nobody asked us.</p></aside>'
    "<ul><li>One</li><li><p>Two</p><ul><li>Deeper</li></ul></li></ul><ol><li>First</li></ol>"
    '<table><thead><tr><th scope="col">Ward</th></tr></thead><tbody><tr><td>North</td></tr></tbody></table>'
    "<hr><p>End<br>line.</p>"
)
MAKE_STORY = """
from django.utils import timezone
from accounts.models import User
from articles.models import Story
now = timezone.now()
user = User.objects.get(username="admin")
story = Story.objects.create(slug=f"story-{{now:%H%M%S%f}}", headline="Council votes", body={body!r},
    desk_note="A call", created_by=user, created_at=now, updated_at=now)
print(story.pk)
"""
MAKE_LIBRARY = """
from articles.models import Author, Picture
hall = [{"name": "hall-640.webp", "width": 640, "height": 427, "format": "webp"}]
Picture.objects.create(title="Town hall at dusk", caption="Where the council met.", credit="Mira Holt",
    alt_text="A lit hall behind wet cobbles", renditions=hall)
Picture.objects.create(title="Tram works")
Author.objects.create(name="Rosa Lind", slug="rosa-lind")
"""


@pytest.fixture(scope="module")
def desk():
    """The small desk of editor_desk.py: one story form around the editor."""
    desk = NewsroomSite("editor", settings="tests.browser.editor_settings")
    try:
        desk.start().make_user("admin", superuser=True)
        desk.run_python(MAKE_LIBRARY)
        yield desk
    finally:
        desk.stop()


@pytest.fixture
def new_page(new_page, desk):
    """Every page here is one of somebody logged in, without typing the password each time."""
    key = desk.run_python(
        "from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY\n"
        "from django.contrib.sessions.backends.db import SessionStore\n"
        "from accounts.models import User\n"
        "user, session = User.objects.get(username='admin'), SessionStore()\n"
        "session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()\n"
        "session[BACKEND_SESSION_KEY] = 'django.contrib.auth.backends.ModelBackend'\n"
        "session.save()\nprint(session.session_key)"
    )

    def make(**options):
        page = new_page(**options)
        page.context.add_cookies([{"name": "sessionid", "value": key, "url": desk.url}])
        return page

    return make


@pytest.fixture
def page(new_page):
    return new_page()


class Form:
    """The story form on the screen."""

    def __init__(self, desk, page, body=""):
        self.desk, self.page = desk, page
        self.number = desk.run_python(MAKE_STORY.format(body=body))
        self.address = f"{desk.url}/admin/articles/story/{self.number}/change/"

    def open(self, state="ready"):
        self.page.goto(self.address)
        expect(self.page.locator("textarea[name=body]")).to_have_attribute("data-state", state)
        return self

    @property
    def text(self):
        return self.page.get_by_role("textbox", name="Text")

    @property
    def html(self):
        return self.page.locator("textarea[name=body]").input_value()

    def expect(self, html):
        """The same, once a dialog has closed and its answer arrived."""
        expect(self.page.locator("textarea[name=body]")).to_have_value(html)

    def write(self, *lines):
        self.text.focus()
        for line in lines:
            self.page.keyboard.type(line)
            self.page.keyboard.press("Enter")

    def select(self, words):
        """Selects words of the text as a reader's eye finds them."""
        self.page.evaluate(
            """words => {
                const editor = document.querySelector(".ProseMirror")
                editor.focus()
                const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT)
                while (walker.nextNode()) {
                    const start = walker.currentNode.data.indexOf(words)
                    if (start < 0) continue
                    getSelection().setBaseAndExtent(walker.currentNode, start, walker.currentNode, start + words.length)
                    return
                }
                throw new Error("not in the text: " + words)
            }""",
            words,
        )
        self.page.wait_for_timeout(100)  # the browser tells of a selection a moment later

    def press(self, button):
        self.page.get_by_role("toolbar").get_by_role("button", name=button, exact=True).click()

    def paste(self, html, text=""):
        self.page.evaluate(
            """([html, text]) => {
                const brought = new DataTransfer()
                brought.setData("text/html", html)
                brought.setData("text/plain", text)
                const event = new ClipboardEvent("paste", { clipboardData: brought, bubbles: true, cancelable: true })
                document.querySelector(".ProseMirror").dispatchEvent(event)
            }""",
            [html, text],
        )

    def save(self):
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Save and continue editing").click()
        return self

    @property
    def stored(self):
        return self.desk.run_python(f"print(Story.objects.get(pk={self.number}).body)")


@pytest.fixture
def form(desk, page):
    return lambda body="": Form(desk, page, body).open()


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
        page.route(re.compile(r"editor/figure(\.[0-9a-f]+)?\.js"), lambda route: None)
        page.clock.install()
        page.goto(form.address)
        page.clock.fast_forward(25_000)
        expect(page.get_by_role("alert")).to_contain_text("read-only")

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
        expect(bar.get_by_role("button", name="Heading", exact=True)).to_be_focused()
        page.keyboard.press("ArrowRight")
        expect(bar.get_by_role("button", name="Smaller heading")).to_be_focused()
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
        colours = form.page.locator(".desk-editor").evaluate(
            "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]"
        )
        paper, ink = ([int(part) for part in re.findall(r"\d+", colour)] for colour in colours)
        assert max(paper) < 60
        assert min(ink) > 200


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
