"""Words without end and a story that runs against the page: nothing leaves its column, on paper's site or on the desk."""

import pytest

WORDS = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ARABIC = "المجلس يصوت على إصلاح جدار الميناء"
MAKE = """
from articles import actions
from articles.models.public import Article
from tests.make import make_live
word, arabic = {words!r}, {arabic!r}
long = make_live(headline=word, standfirst=word)
other = make_live(headline=arabic, standfirst=arabic, body=f"<p>{{arabic}}. {{arabic}}. {{arabic}}. {{arabic}}.</p>", language="ar")
actions.report_error(about="", text="This sentence is so long that it takes three lines of a telephone. " * 3, evidence="", email="")
print(*(f"{{story.pk}} {{Article.objects.get(story_number=story.pk).get_absolute_url()}}" for story in (long, other)))
"""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
ENDS = "(found) => found.map((one) => Math.round(one.getBoundingClientRect().right))"


@pytest.fixture(scope="module")
def stories(site):
    """(number, address) of the one with the word, and of the one in Arabic."""
    site.make_user("fritha", "Editor")
    told = site.run_python(MAKE.format(words=WORDS, arabic=ARABIC)).split()
    return [(told[0], told[1]), (told[2], told[3])]


@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_no_word_is_wider_than_a_readers_page(site, stories, new_page, width):
    page = new_page(viewport={"width": width, "height": 800})
    for path in ("/", stories[0][1], "/search/?q=zzyzx"):
        page.goto(site.url + path)
        assert page.evaluate(TOO_WIDE) <= 0, path


def test_no_word_is_wider_than_a_page_of_the_desk(site, stories, new_page, login):
    page = new_page(viewport={"width": 390, "height": 800})
    login(page, "fritha")
    story = f"/admin/articles/story/{stories[0][0]}"
    for path in ("/admin/", f"{story}/change/", f"{story}/replies/", f"{story}/claims/", f"{story}/court/"):
        page.goto(site.url + path)
        assert page.evaluate(TOO_WIDE) <= 0, path


def test_what_a_reader_reports_is_read_whole_in_the_list_of_a_phone(site, stories, new_page, login):
    page = new_page(viewport={"width": 390, "height": 800})
    login(page, "fritha")
    page.goto(f"{site.url}/admin/articles/errorreport/")
    words = page.locator("#result_list .field-words").first
    assert words.evaluate("(one) => one.scrollHeight - one.clientHeight") <= 0


def test_a_story_from_right_to_left_begins_where_its_text_does(site, stories, new_page):
    page = new_page(viewport={"width": 1440, "height": 900})
    page.goto(site.url + stories[1][1])
    ends = page.locator(".story-head > .headline, .story-head > .standfirst, .body").evaluate_all(ENDS)
    assert len(ends) == 3
    assert len(set(ends)) == 1
