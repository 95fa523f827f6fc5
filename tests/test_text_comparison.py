"""What changed between two texts: shown to people, counted for rules."""

import random
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text import compare, compare_plain
from tests.markup import MARKUP


class TestCompare:
    def test_the_same_text_has_no_difference(self):
        diff = compare("<p>a</p>", "<p>a</p>\n")
        assert diff.rows == [("equal", "a", "a")]
        assert (diff.characters, diff.text_only, diff.is_empty) == (0, True, True)

    def test_words_are_shown_within_a_changed_block(self):
        diff = compare("<p>The mayor said no.</p>", "<p>The mayor said yes.</p>")
        assert diff.rows == [("changed", "The mayor said <del>no</del>.", "The mayor said <ins>yes</ins>.")]
        assert diff.html == '<div class="diff-changed diff-p">The mayor said <del>no</del><ins>yes</ins>.</div>'

    def test_characters_are_counted_within_the_replaced_words(self):
        assert compare("<p>Mr Smith left</p>", "<p>Mr Smyth left.</p>").characters == 3

    def test_an_entity_is_one_character(self):
        assert compare("<p>a b</p>", "<p>a &amp; b</p>").characters == 2

    def test_blocks_added_and_removed_have_one_side(self):
        diff = compare("<p>Keep this.</p><p>Gone now.</p>", "<h2>New head</h2><p>Keep this.</p><ul><li>new</li></ul>")
        assert [row[0] for row in diff.rows] == ["added", "equal", "removed", "added"]
        assert diff.rows[2] == ("removed", "<del>Gone now.</del>", "")
        assert not diff.text_only

    def test_a_changed_block_is_found_again_among_new_ones(self):
        old = "<p>The council met on Monday evening.</p>"
        new = "<p>An entirely new beginning.</p><p>The council met on Tuesday evening.</p>"
        assert [row[0] for row in compare(old, new).rows] == ["added", "changed"]

    def test_only_words_changed_is_text_only(self):
        html = '<p>The <a href="/a">old</a> <span data-claim="1">fact</span></p><figure data-picture="1"></figure>'
        assert compare(html, html.replace("old", "new").replace("The", "A")).text_only

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ('<p><a href="/a">a</a></p>', '<p><a href="/b">a</a></p>'),
            ('<p><a href="/a">a</a> b</p>', '<p>a <a href="/a">b</a></p>'),
            ('<p><a href="/a">One</a> two three four.</p>', '<p>One two <a href="/a">three</a> fuor.</p>'),
            ("<p>a b</p>", '<p>a <span data-claim="1">b</span></p>'),
            ('<p><span data-claim="1">a</span></p>', '<p><span data-claim="2">a</span></p>'),
            ('<p>a</p><figure data-picture="1"></figure>', '<p>a</p><figure data-picture="2"></figure>'),
            ("<p>a</p><hr>", "<p>a</p>"),
            ("<p>a b</p>", "<p>a</p><p>b</p>"),
            ("<p>a</p>", "<h2>a</h2>"),
            ("<p>a</p>", "<p><strong>a</strong></p>"),
            ("<p>a b</p>", "<p>a<br>b</p>"),
            ("<ul><li>a</li></ul><ul><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
            (
                "<p>Alpha one.</p><p>Beta two.</p><p>Gamma three.</p>",
                "<p>Beta two.</p><p>Gamma three.</p><p>Delta.</p>",
            ),
        ],
    )
    def test_a_touched_block_link_figure_or_mark_is_not_text_only(self, old, new):
        assert not compare(old, new).text_only
        assert not compare(old, new).is_empty

    def test_a_changed_link_shows_both_addresses(self):
        html = compare('<p><a href="/a?x&amp;y">a</a></p>', '<p><a href="/b">a</a></p>').html
        assert "<del><code>[link /a?x&amp;y]</code></del>" in html
        assert "<ins><code>[link /b]</code></ins>" in html

    def test_both_sides_are_escaped(self):
        hostile = '<p>&lt;script&gt;alert("1")&lt;/script&gt;</p><p><a href="https://a.org/\'x">y</a></p>'
        for diff in (compare(hostile, "<p>a</p>"), compare("<p>a</p>", hostile), compare(hostile, hostile)):
            shown = diff.html + "".join(old + new for _, old, new in diff.rows)
            assert re.sub(r"</?(?:ins|del|code|div)(?: class=\"[\w -]+\")?>|<br>", "", shown).count("<") == 0

    @settings(deadline=None, max_examples=150)
    @given(MARKUP, MARKUP)
    def test_nothing_but_our_tags_is_ever_in_a_diff(self, old, new):
        diff = compare(old, new)
        shown = diff.html + "".join(before + after for _, before, after in diff.rows)
        assert "<" not in re.sub(r"</?(?:ins|del|code|div)(?: class=\"[\w -]+\")?>|<br>", "", shown)

    @settings(deadline=None, max_examples=150)
    @given(st.text("ab \n", max_size=60), st.text("ab \n", max_size=60))
    def test_each_side_can_be_read_back_from_the_rows(self, old, new):
        rows = compare_plain(old, new).rows
        for side, text in ((1, old), (2, new)):
            read = [re.sub("</?(ins|del)>", "", row[side]) for row in rows]
            wanted = [part for part in re.split(r"\n(?:[^\S\n]*\n)+", text) if part.strip()]
            assert [part for part in read if part] == wanted

    def test_plain_strings_are_compared_too(self):
        diff = compare_plain("Mayor <quits>", "Mayor <resigns>")
        assert diff.rows == [("changed", "Mayor &lt;<del>quits</del>&gt;", "Mayor &lt;<ins>resigns</ins>&gt;")]
        assert diff.text_only

    @pytest.mark.parametrize("block", [80, 16_000])
    def test_a_hundred_kilobytes_take_less_than_two_seconds(self, block):
        chance = random.Random(1)
        words = [f"w{chance.paretovariate(0.6):.0f}" for _ in range(32_000)]
        edited = ["new" if n % 9 == 0 else word for n, word in enumerate(words)]
        old, new = (
            "".join(f"<p>{' '.join(text[n : n + block])}</p>" for n in range(0, len(text), block))
            for text in (words, edited)
        )
        assert len(old) > 100_000
        started = time.monotonic()
        diff = compare(old, new)
        assert diff.html
        assert diff.rows
        assert time.monotonic() - started < 2
        assert diff.characters < len(old) / 3
