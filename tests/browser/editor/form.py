"""The story form on the screen, and what a person does with it."""

from playwright.sync_api import expect

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
