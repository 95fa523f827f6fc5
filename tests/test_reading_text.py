"""What a text becomes on its way to readers: footnotes, players, subheads to go to, layouts."""

import re
from html.parser import HTMLParser

import pytest
from django.conf import settings

from articles.publishing import body
from articles.publishing.render import page
from articles.text import player
from articles.text.players import HOSTS
from tests.make_public import make_article, picture

pytestmark = pytest.mark.django_db

NOTED = (
    '<p>It cost £41m.</p><aside class="note"><p>In prices of 2024.</p></aside><p>Nobody asked why.</p>'
    '<ul><li>One</li><li>Two</li></ul><aside class="note"><p>A first.</p></aside><aside class="note"><p>And another.</p>'
    "</aside>"
)
FILM = '<p><a href="https://www.youtube.com/watch?v=abcdefghijk" rel="noopener">The street at six</a></p>'


def shown(html, **given):
    return str(body.as_shown(make_article(body=html, **given), "/media/"))


class TestFootnotes:
    def test_each_is_called_by_its_number_at_the_end_of_the_paragraph_it_follows(self):
        text = shown(NOTED)
        assert re.findall(r">([^<>]+)<sup", text) == ["It cost £41m.", "Two"]
        assert re.findall(r'href="#fn-(\d)" id="fn-call-\1"', text) == ["1", "2", "3"]

    def test_each_leads_back_to_where_it_was_called(self):
        text = shown(NOTED)
        assert re.findall(r'<aside class="note" id="fn-(\d)" role="doc-footnote"><a [^>]*href="#fn-call-\1"', text) == [
            "1", "2", "3",
        ]  # fmt: skip

    def test_one_that_follows_no_paragraph_is_called_from_nowhere(self):
        text = shown('<h2>Notes</h2><aside class="note"><p>Alone.</p></aside>')
        assert "fn-call" not in text
        assert 'id="fn-1"' in text

    def test_a_text_without_any_is_as_it_was(self):
        assert shown("<p>Plain.</p>") == "<p>Plain.</p>"


class TestPlayers:
    @pytest.mark.parametrize(
        ("address", "src"),
        [
            ("https://www.youtube.com/watch?v=abcdefghijk&t=3", "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1"),
            ("https://youtu.be/abcdefghijk", "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1"),
            ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1"),
            ("https://archive.org/details/a-film_1", "https://archive.org/embed/a-film_1"),
            ("https://datawrapper.dwcdn.net/aB3dE/2/", "https://datawrapper.dwcdn.net/aB3dE/"),
        ],
    )  # fmt: skip
    def test_an_address_we_know_has_a_player(self, address, src):
        assert player(address).src == src

    @pytest.mark.parametrize(
        "address",
        [
            "https://www.youtube.com/@somebody",
            "http://youtu.be/abcdefghijk",
            "https://youtu.be.example.org/abcdefghijk",
            "https://example.org/https://youtu.be/abcdefghijk",
            'https://youtu.be/abcdefghijk"onload',
        ],
    )
    def test_any_other_address_has_none(self, address):
        assert player(address) is None

    def test_nothing_is_loaded_before_a_reader_asks(self):
        text = page(make_article(body=FILM))
        loaded = [value for tag, name, value in _attributes(text) if name in ("src", "srcset") and tag != "script"]
        assert not [value for value in loaded if value.startswith("http")]
        assert "<iframe" not in text
        assert '<a href="https://www.youtube.com/watch?v=abcdefghijk" rel="noopener">The street at six</a>' in text

    def test_what_the_page_says_of_it_is_in_the_pages_language_also_in_a_story_of_another(self):
        text = page(make_article(body=FILM, language="ar"))
        assert re.search(r'<div class="body" lang="ar" dir="rtl">', text)
        assert re.search(r'<p class="player-note" lang="en[^"]*" dir="ltr">', text)

    def test_the_script_comes_with_a_player_only(self):
        assert "reading/player.js" in page(make_article(body=FILM))
        assert "<script src" not in page(make_article(body="<p>Plain.</p>"))

    def test_a_link_among_words_stays_a_link(self):
        among = FILM.replace("<p>", "<p>See ")
        assert shown(among) == among

    def test_the_readers_policy_lets_in_these_houses_and_no_other(self):
        assert sorted(HOSTS) == settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["frame-src"]


class TestSubheads:
    TEXT = "<p>Start.</p><h2>What now?</h2><p>A.</p><h2>Wer zahlt &amp; wann?</h2><p>B.</p><h2>What now?</h2><p>C.</p>"

    def test_each_has_an_address_of_its_own_that_stays_while_its_words_do(self):
        ids = re.findall(r'<h2 id="([^"]+)">', shown(self.TEXT))
        assert ids == ["to-what-now", "to-wer-zahlt-wann", "to-what-now-2"]
        assert re.findall(r'<h2 id="([^"]+)">', shown(f"<h2>First</h2>{self.TEXT}"))[1:] == ids

    @pytest.mark.parametrize("given", [{"type_of_work": "explainer"}, {"layout": "long"}])
    def test_an_explainer_and_a_long_read_list_them(self, given):
        text = page(make_article(body=self.TEXT, **given))
        assert re.findall(r'<li><a href="#([^"]+)">', text) == ["to-what-now", "to-wer-zahlt-wann", "to-what-now-2"]
        assert "Wer zahlt &amp; wann?</a>" in text

    def test_they_stand_beside_the_text_so_that_reader_modes_take_its_head_and_foot_along(self):
        text = page(make_article(body=self.TEXT, layout="long"))
        assert re.search(r'</nav>\s*<div class="column"><div class="body"', text)

    @pytest.mark.parametrize("given", [{"type_of_work": "news"}, {"type_of_work": "explainer", "body": "<h2>One</h2><p>A.</p>"}])  # fmt: skip
    def test_news_and_short_texts_do_not(self, given):
        assert 'class="contents"' not in page(make_article(**({"body": self.TEXT} | given)))


class TestLayouts:
    def test_a_gallery_shows_its_pictures_large(self):
        seven = {"pictures": [picture(7)], "body": '<p>Look.</p><figure data-picture="7"></figure>'}
        assert "58rem" in page(make_article(layout="gallery", **seven))
        assert "58rem" not in page(make_article(**seven))

    def test_a_long_read_begins_with_a_picture_as_wide_as_the_page(self):
        assert 'sizes="100vw"' in page(make_article(layout="long", lead_picture=picture()))
        assert 'sizes="100vw"' not in page(make_article(lead_picture=picture()))


class TestLabels:
    def test_opinion_says_whose_view_it_is(self):
        assert "The author’s own view, not the newsroom’s" in page(make_article(type_of_work="opinion"))
        assert "label-note" not in page(make_article(type_of_work="news"))


def _attributes(html):
    found = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found.extend((tag, name, value or "") for name, value in attrs)

    Reader().feed(html)
    return found
