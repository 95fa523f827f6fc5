"""Functions on text: what may be stored, what the words are, where they are unfinished, and what changed."""

import random
import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text import (
    compare,
    compare_plain,
    editors_marks,
    excerpt,
    is_shouting,
    is_slug,
    numbered,
    paragraphs,
    plain,
    quotations,
    sanitise,
    slug_of,
    square_brackets_outside_quotations,
    suspicious_links,
    unbalanced_quotation_marks,
    word_count,
)

TAGS = (
    "p br h1 h2 h3 h4 ul ol li blockquote strong b em i a aside figure hr sub sup table thead tbody tfoot tr th td div "
    "span svg math style script caption section pre s u font select option textarea title template img noscript iframe "
    "dl dt dd form input plaintext xmp mi mtext annotation-xml foreignObject center nobr object"
).split()
ATTRIBUTES = [
    "",
    ' href="https://a.example/x y"',
    ' href="/ok"',
    " href=//h",
    ' href="/\\h"',
    ' href="java\tscript:1"',
    " data-claim=7",
    " data-claim=8",
    " data-picture=12",
    ' data-picture="1 2"',
    " class=pullquote",
    " colspan=3",
    " rowspan=900",
    " scope=ROW",
    " onclick=x",
    ' href="https://a.b/<>&quot;"',
]
WORDS = ["x", "word ", " ", "\n", "\xa0", "&nbsp;", "&lt;b&gt;", "&#x338;", "\u0338", "e", "\u0301", "\u0344" * 20]
WORDS += [
    "&#0;",
    "\x00",
    "\x0b",
    "\r\n",
    "&amp;lt;",
    "<",
    ">",
    '"',
    "&",
    "<!--",
    "-->",
    "\ufeff",
    "<![CDATA[",
    "\ud800",
]
MARKUP = st.lists(
    st.one_of(
        st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
        st.builds("</{}>".format, st.sampled_from(TAGS)),
        st.sampled_from(WORDS),
        st.text(max_size=8),
    ),
    max_size=40,
).map("".join)
GRAMMAR = re.compile(
    r"(?:[^<>]|</?(?:p|h2|h3|ul|ol|li|blockquote|strong|em|sub|sup|table|thead|tbody|tr|th|td)>|</(?:a|span|aside|figure)>"
    r'|<br>|<hr>|<a href="(?:https?://|mailto:|tel:|/(?!/))[^"<>]*"(?: rel="noopener")?>|<span data-claim="[0-9a-f-]+">'
    r'|<aside class="pullquote">|<figure data-picture="\d+">'
    r'|<t[hd](?: scope="\w+")?(?: colspan="\d+")?(?: rowspan="\d+")?>)*'
)
HOSTILE = {
    "one word": "a" * 100_000,
    "NUL": "\0" * 100_000,
    "lone surrogates": "\ud800" * 100_000,
    "less-than": "<" * 100_000,
    "ampersands": "&" * 100_000,
    "nested bold": "<b>" * 20_000 + "x",
    "nested div": "<div>" * 20_000 + "x",
    "nested lists": "<ul><li>" * 20_000 + "x",
    "nested tables": "<table><tr><td>" * 20_000 + "x",
    "nested claims": "".join(f"<span data-claim={n}>" for n in range(20_000)) + "x",
    "open emphasis before every paragraph": "<b><i><u><s><tt><em><strong><sub>" + "<p>x" * 20_000,
    "quotation marks": "“" * 100_000,
    "straight marks": '"' * 100_000,
    "single marks": "‘a " * 33_000,
    "square brackets": "[a" * 50_000,
    "question marks": "?" * 100_000,
    "capital X": "X" * 100_000,
    "TK": "TK" * 50_000,
    "blank lines": "\n " * 50_000,
    "marks on one letter": "e" + "\u0301\u0316" * 50_000,
    "open anchors": '<a href="' * 11_000,
    "Chinese": "東" * 100_000,
    "emoji joined": "👩\u200d" * 50_000,
}


class TestSanitise:
    @pytest.mark.parametrize(
        ("given", "stored"),
        [
            ("text", "<p>text</p>"),
            ("<h1>A</h1><h4>B</h4>", "<h2>A</h2><h3>B</h3>"),
            ("<div>a</div><div>b</div>", "<p>a</p><p>b</p>"),
            ("<p><b>a</b><i>b</i><s>c</s></p>", "<p><strong>a</strong><em>b</em>c</p>"),
            ("<p>a<sub>2</sub><sup>3</sup><br>b</p><hr>", "<p>a<sub>2</sub><sup>3</sup><br>b</p><hr>"),
            ("<ul><li>a<li><p>b</p></ul>", "<ul><li>a</li><li><p>b</p></li></ul>"),
            ("<blockquote>a</blockquote>", "<blockquote><p>a</p></blockquote>"),
            ('<aside class="big pullquote">a</aside>', '<aside class="pullquote"><p>a</p></aside>'),
            ("<aside>a</aside>", "<p>a</p>"),
            (
                '<table><tr><th scope=col onclick=x>a<td colspan="2" rowspan="x">b</table>',
                '<table><tbody><tr><th scope="col">a</th><td colspan="2">b</td></tr></tbody></table>',
            ),
            ("<table><caption>C</caption><tr><td></table>", "<p>C</p><table><tbody><tr><td></td></tr></tbody></table>"),
        ],
    )
    def test_what_is_allowed_stays_and_the_rest_becomes_its_like(self, given, stored):
        assert sanitise(given) == stored

    @pytest.mark.parametrize(
        "tag", ["script", "style", "svg", "math", "title", "textarea", "noscript", "iframe", "template"]
    )
    def test_dangerous_elements_go_with_their_content(self, tag):
        assert sanitise(f"<p>a</p><{tag}>alert(1)</{tag}>") == "<p>a</p>"

    def test_images_in_the_text_go(self):
        assert sanitise('<p>a<img src="https://tracker.example/x.png" onerror="x">b</p>') == "<p>ab</p>"

    @pytest.mark.parametrize(
        "href", ["https://a.org/x?y=1", "http://a.org", "mailto:desk@a.org", "tel:+4930123", "/about/"]
    )
    def test_links_to_the_web_mail_telephone_and_our_own_pages_stay(self, href):
        assert f'<a href="{href}"' in sanitise(f'<a href="{href}">a</a>')

    @pytest.mark.parametrize(
        "href",
        [
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "\\\\evil.example",
            "https:\\\\evil.example",
            "https:/evil.example",
            "https:evil.example",
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            "JAVASCRIPT:alert(1)",
            "&#106;avascript:alert(1)",
            "\x01javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "ftp://a.org",
            "page.html",
            "#top",
            "",
        ],
    )
    def test_any_other_address_is_dropped_and_its_text_stays(self, href):
        assert sanitise(f'<p>a <a href="{href}">b</a></p>') == "<p>a b</p>"

    def test_external_links_do_not_hand_over_the_window(self):
        assert sanitise('<a href="https://a.org">a</a>') == '<p><a href="https://a.org" rel="noopener">a</a></p>'
        assert "rel" not in sanitise('<a rel="nofollow" href="/a">a</a>')

    def test_a_figure_holds_a_picture_number_and_nothing_else(self):
        html = '<figure data-picture="012" class="x"><img src="x"><p>inside</p></figure>'
        assert sanitise(html) == '<figure data-picture="12"></figure>'

    @pytest.mark.parametrize("number", ["", "x", "-1", "1.5", "0", "٣", "1" * 40])
    def test_a_figure_without_a_whole_number_is_dropped(self, number):
        assert sanitise(f'<p>a</p><figure data-picture="{number}">inside</figure>') == "<p>a</p>"

    def test_a_figure_in_a_sentence_parts_it(self):
        html = "<p>a <strong>b<figure data-picture=1></figure>c</strong></p>"
        figure = '<figure data-picture="1"></figure>'
        assert sanitise(html) == f"<p>a <strong>b</strong></p>{figure}<p><strong>c</strong></p>"

    def test_claim_marks_stay_and_other_spans_go(self):
        uuid = "0f8fad5b-d9cb-469f-a165-70867728950e"
        html = (
            f'<p><span class="x">a</span><span data-claim="4" style="x">b</span><span data-claim="{uuid}">c</span></p>'
        )
        assert sanitise(html) == f'<p>a<span data-claim="4">b</span><span data-claim="{uuid}">c</span></p>'
        assert sanitise('<p><span data-claim="x&quot;">a</span></p>') == "<p>a</p>"

    def test_control_characters_go_and_text_is_composed(self):
        assert sanitise("<p>a\x00b&#1;c\ufeffd e\u0301 \ud800</p>") == "<p>abcd é \ufffd</p>"

    def test_line_ends_are_spaces_as_in_a_browser(self):
        assert sanitise("<p>a\r\nb\x0bc</p>\r\n") == "<p>a b c</p>"

    def test_composing_the_page_never_melts_a_tag(self):
        stored = sanitise("<p>&#x338;a</p>")
        assert unicodedata.normalize("NFC", stored) == stored == "<p>&#824;a</p>"
        assert plain(stored) == "\u0338a"

    def test_empty_paragraphs_at_the_ends_are_trimmed_and_between_stay(self):
        assert sanitise("<p></p><p>&nbsp;</p><p>a</p><p><br></p><p>b</p><p> </p>") == "<p>a</p><p></p><p>b</p>"

    def test_empty_emphasis_links_and_claim_marks_go(self):
        assert sanitise('<p>a<strong> </strong>b<a href="/x"></a><span data-claim="1"></span></p>') == "<p>a b</p>"

    def test_space_moves_out_of_the_end_of_emphasis(self):
        assert sanitise("<p>Say <b> this </b>now </p>") == "<p>Say <strong>this</strong> now</p>"

    def test_escaped_markup_stays_text(self):
        assert sanitise("<p>&lt;script&gt; &amp;lt;</p>") == "<p>&lt;script&gt; &amp;lt;</p>"

    @settings(deadline=None, max_examples=400)
    @given(MARKUP)
    def test_sanitising_twice_changes_nothing(self, html):
        once = sanitise(html)
        assert sanitise(once) == once

    @settings(deadline=None, max_examples=400)
    @given(MARKUP)
    def test_nothing_outside_the_grammar_comes_out(self, html):
        assert GRAMMAR.fullmatch(sanitise(html))


class TestPlainText:
    def test_blocks_are_parted_by_blank_lines_and_entities_decoded(self):
        html = "<h2>A &amp; B</h2><p>“Yes,” <em>she</em> said.<br>Then &lt;left&gt;</p><ul><li>x</li><li>y</li></ul>"
        assert plain(html) == "A & B\n\n“Yes,” she said.\nThen <left>\n\nx\n\ny"

    def test_a_row_of_a_table_is_one_paragraph(self):
        assert paragraphs("<table><tr><th>Name<th>Age<tr><td>Ann<td>40</table>") == ["Name\tAge", "Ann\t40"]

    def test_pictures_rules_and_empty_paragraphs_say_nothing(self):
        assert paragraphs("<p>a</p><p></p><figure data-picture=1></figure><hr><p>b</p>") == ["a", "b"]

    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("", 0),
            ("one", 1),
            ("Don’t count well-known — dashes… twice", 5),
            ("yes—no 1,000.5 e.g.", 4),
            ("東京に行く", 5),
            ("CEOは東京", 4),
            ("हिन्दी में", 2),
            ("ภาษาไทย", 2),
            ("서울 시장", 2),
        ],
    )
    def test_words_are_counted_as_readers_count_them(self, text, count):
        assert word_count(f"<p>{text}</p>") == count

    def test_words_of_neighbouring_blocks_do_not_run_together(self):
        assert word_count("<p>one</p><p>two</p>") == 2


class TestExcerpt:
    def test_a_short_text_stays_whole_on_one_line(self):
        assert excerpt("a\n\nb  c") == "a b c"

    def test_a_long_text_is_cut_between_words(self):
        assert excerpt("The mayor, who was asked twice", 12) == "The mayor…"

    def test_a_text_of_one_word_is_cut_anyway(self):
        assert excerpt("a" * 500, 20) == "a" * 19 + "…"

    def test_a_letter_keeps_its_marks(self):
        assert excerpt("ก่" * 100, 20) == "ก่" * 9 + "…"

    @settings(deadline=None)
    @given(st.text(max_size=400), st.integers(1, 60))
    def test_it_is_never_longer_than_asked(self, text, length):
        assert len(excerpt(text, length)) <= length


class TestSlug:
    @pytest.mark.parametrize(
        ("title", "slug"),
        [
            ("Mayor says: “No!”", "mayor-says-no"),
            ("Don’t stop", "dont-stop"),
            ("Straße, Łódź, Ærø, Đà Nẵng, ışık", "strasse-lodz-aero-da-nang-isik"),
            ("Ｆｕｌｌ ﬁne Ⅳ", "full-fine-iv"),
            ("İstanbul", "istanbul"),
            ("Київ й Ёлка", "київ-й-ёлка"),
            ("東京オリンピック 2026", "東京オリンピック-2026"),
            ("ภาษาไทยที่นี่ น้ำ", "ภาษาไทยที่นี่-น้ำ"),
            ("हिन्दी में", "हिन्दी-में"),
            ("محمد رسول", "محمد-رسول"),
            ("שָׁלוֹם", unicodedata.normalize("NFC", "שָׁלוֹם")),
            ("🎉🎉", "story"),
            ("?!…", "story"),
            ("", "story"),
            ("--a--", "a"),
        ],
    )
    def test_it_stays_readable_in_every_script(self, title, slug):
        assert slug_of(title) == slug

    def test_a_reserved_word_gets_a_suffix(self):
        assert slug_of("Feed", reserved={"feed"}) == "feed-story"
        assert slug_of("🎉", reserved={"story", "story-story"}) == "story-story-2"

    def test_it_is_cut_at_a_word(self):
        slug = slug_of("wonderful " * 20)
        assert slug == "-".join(["wonderful"] * 8)
        assert len(slug_of("a" * 500)) == 80

    def test_a_number_fits_into_the_length(self):
        assert numbered("mayor", 2) == "mayor-2"
        assert numbered("a" * 80, 12) == "a" * 77 + "-12"

    @settings(deadline=None)
    @given(st.text(max_size=200))
    def test_it_is_a_slug_and_its_own_slug_whatever_is_typed(self, title):
        slug = slug_of(title)
        assert is_slug(slug)
        assert is_slug(numbered(slug, 23))
        assert slug_of(slug) == slug

    @settings(deadline=None)
    @given(st.text(max_size=60))
    def test_composed_and_decomposed_titles_give_the_same(self, title):
        assert slug_of(unicodedata.normalize("NFD", title)) == slug_of(unicodedata.normalize("NFC", title))

    @pytest.mark.parametrize("value", ["", "A", "a b", "-a", "a-", "a--b", "a/b", "é", "a" * 81])
    def test_anything_else_is_no_slug(self, value):
        assert not is_slug(value)


class TestQuotations:
    @pytest.mark.parametrize(
        "text",
        [
            "He said “it is over” and left.",
            'He said "it is over" and left.',
            "Il a dit «it is over» et partit.",
            "Er sagte „it is over“ und ging.",
            "Er sagte „it is over” und ging.",
            "Er sagte »it is over« und ging.",
            "Han sa ”it is over” och gick.",
            "He said ‘it is over’ and left.",
        ],
    )
    def test_each_language_has_its_marks(self, text):
        assert [quotation.text for quotation in quotations(text)] == ["it is over"]

    def test_places_are_those_of_the_words_between_the_marks(self):
        text = "First “one two three”, then “four five six”."
        for quotation in quotations(text):
            assert text[quotation.start : quotation.end] == quotation.text
        assert len(quotations(text)) == 2

    def test_a_word_or_two_are_no_quotation(self):
        assert quotations("The “so called” “expert”") == []

    def test_apostrophes_never_make_a_quotation(self):
        assert quotations("Don’t trust the players’ union of ’89 or the ‘90s that weren’t there’") == []

    def test_a_possessive_does_not_end_a_single_quotation(self):
        found = quotations("He said ‘the players’ union is very strong,’ and left.")
        assert [quotation.text for quotation in found] == ["the players’ union is very strong,"]

    def test_a_quotation_in_a_quotation_belongs_to_it(self):
        assert [q.text for q in quotations("“He said ‘it is over’ to me”")] == ["He said ‘it is over’ to me"]
        assert [q.text for q in quotations("‘He said “it is over” to me.’")] == ["He said “it is over” to me."]

    @pytest.mark.parametrize("marks", ["“”", '""', "«»"])
    def test_one_that_runs_over_paragraphs_is_one(self, marks):
        opening, closing = marks
        text = f"{opening}One two.\n\n{opening}Three four.{closing} He left.\n\nNothing here."
        assert [q.text for q in quotations(text)] == [f"One two.\n\n{opening}Three four."]
        assert unbalanced_quotation_marks(text) == []

    def test_one_that_never_closes_is_none(self):
        assert quotations("He said “it is over and left.\n\nNothing of the kind here.") == []


class TestUnbalancedMarks:
    @pytest.mark.parametrize(
        "text",
        [
            "He said “it is over.",
            "It is over,” he said.",
            'He said "it is over.',
            "« Fini",
            "“One “two” three",
            "„Eins ”zwei” drei”",
        ],
    )
    def test_a_mark_too_many_or_too_few_is_named(self, text):
        assert unbalanced_quotation_marks(f"“Fine.”\n\n{text}\n\nFine.") == [text]

    @pytest.mark.parametrize(
        "text", ["“Yes,” he said.", 'A 27" screen.', "‘Yes,’ she didn’t say.", "« Oui », dit-il.", ""]
    )
    def test_balanced_paragraphs_and_inches_are_not(self, text):
        assert unbalanced_quotation_marks(text) == []

    def test_a_long_quotation_that_is_never_closed_is_found_where_it_stops(self):
        assert unbalanced_quotation_marks("“One.\n\n“Two.\n\nThree.") == ["“Two."]


class TestSquareBrackets:
    def test_inside_a_quotation_they_are_an_editors_insertion(self):
        assert square_brackets_outside_quotations("“[The mayor] knew,” he said.") == []

    def test_outside_they_are_named(self):
        assert square_brackets_outside_quotations("“Yes,” he said [ask again]. [") == ["[ask again]"]


class TestEditorsMarks:
    @pytest.mark.parametrize(
        "text",
        [
            "He is TK years old.",
            "The TK-year-old left.",
            "It cost $TK.",
            "TKTK",
            "Mr XXX said so.",
            "On XXXX",
            "He left ??",
            "He left [CHECK].",
            "He left [TK age of the man].",
            "He left [check with the desk].",
            "He left [??].",
        ],
    )
    def test_unfinished_work_is_found(self, text):
        assert editors_marks(text) == [text]

    @pytest.mark.parametrize(
        "text",
        [
            "TK Maxx opens.",
            "Super Bowl XXX",
            "Chapter XXX begins",
            "XXXL shirts",
            "an XXX-rated film",
            "Why?",
            "TKO",
            "ATK",
            "[sic]",
        ],
    )
    def test_what_only_looks_like_it_is_not(self, text):
        assert editors_marks(text) == []

    def test_each_mark_is_shown_in_its_place(self):
        marks = editors_marks("Long " * 40 + "TK here " + "Long " * 40 + "??")
        assert len(marks) == 2
        assert "TK here" in marks[0]
        assert len(marks[0]) <= 80


class TestShouting:
    @pytest.mark.parametrize("headline", ["MAYOR QUITS", "FIRE IN NYC", "POLICE SEARCH FOR MISSING CHILD in Paris"])
    def test_capitals_throughout_shout(self, headline):
        assert is_shouting(headline)

    @pytest.mark.parametrize(
        "headline", ["Mayor quits", "NATO and EU meet", "NATO", "UNESCO, INTERPOL meet", "東京", "", "UK: EU"]
    )
    def test_acronyms_and_plain_headlines_do_not(self, headline):
        assert not is_shouting(headline)


class TestSuspiciousLinks:
    @pytest.mark.parametrize(
        "href",
        [
            "",
            "#",
            "https://a.org/one two",
            "https://intranet/page",
            "http://http://a.org",
            "https://https//a.org",
            "https://a.org/page).",
            "https://a.org/page.",
            "https://a.org/page)",
            "http://localhost:8000/x",
            "http://127.0.0.1/x",
            "https://example.com/x",
            "www.a.org",
            "mailto:desk",
            "https://bank.org@evil.org/",
            "https://[broken/",
        ],
    )
    def test_an_address_that_looks_broken_is_named(self, href):
        assert suspicious_links(f'<p><a class="x" href="{href}">a</a></p>') == [href]

    @pytest.mark.parametrize(
        "href",
        [
            "https://a.org/x_(y)",
            "https://a.org/",
            "https://a.org/?q=1&amp;r=2#z",
            "/about/",
            "mailto:a@b.org",
            "tel:+49",
            "http://desk/x",
        ],
    )
    def test_sound_addresses_are_not(self, href):
        assert suspicious_links(f'<a href="{href}">a</a>', own_hosts=("desk",)) == []

    def test_each_is_named_once_and_names_without_address_are_none(self):
        assert suspicious_links('<a href="#">a</a><a HREF=#>b</a><a name="x">c</a><a data-href="#">d</a>') == ["#"]


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


class TestHostileInput:
    FUNCTIONS = [
        sanitise,
        plain,
        paragraphs,
        word_count,
        excerpt,
        slug_of,
        quotations,
        unbalanced_quotation_marks,
        square_brackets_outside_quotations,
        editors_marks,
        suspicious_links,
        is_shouting,
        is_slug,
        lambda text: compare(text, f"new{text[:-9]}").html,
        lambda text: compare_plain(text, text[::-1]).rows,
    ]

    @pytest.mark.parametrize("name", HOSTILE)
    def test_every_function_bears_it_and_is_quick(self, name):
        for function in self.FUNCTIONS:
            started = time.monotonic()
            function(HOSTILE[name])
            assert time.monotonic() - started < 5
