"""What the gate and the desk's preview rely on: unsaved articles rendered without database or request."""

import re

import pytest
from django.urls import set_urlconf

from articles.models.public import Section
from articles.publishing import render
from tests.make_public import correction, part, picture, source, unsaved_article


class TestRender:
    def test_an_unsaved_article_is_rendered_without_the_database(self):
        page = render.page(unsaved_article(lead_picture=picture(), pictures=[picture()]))
        assert "Ferry late again" in page

    def test_a_preview_takes_its_pictures_from_the_desk_and_says_what_it_is(self):
        page = render.page(
            unsaved_article(lead_picture=picture()),
            sections=[Section(name="Harbour", slug="harbour")],
            media="/admin/pictures/files/",
            preview={"label": "Draft of today"},
        )
        assert 'src="/admin/pictures/files/' in page
        assert 'src="/media/' not in page
        assert "Draft of today" in page
        assert 'content="noindex' in page

    def test_addresses_are_the_readers_also_where_the_desk_alone_is_served(self):
        set_urlconf("newsroom.urls_desk")
        try:
            assert 'href="/archive/"' in render.page(unsaved_article())
        finally:
            set_urlconf(None)

    def test_figures_without_a_picture_of_the_article_are_dropped(self):
        body = '<p>A</p><figure data-picture="7"></figure><figure data-picture="99999999999"></figure>'
        html = render.body_html(unsaved_article(body=body, pictures=[picture(7)]))
        assert html.count("<figure") == 1

    @pytest.mark.parametrize(
        ("body", "levels"),
        [("<h3>A</h3><p>x</p>", "22"), ("<h3>A</h3><h2>B</h2><h3>C</h3>", "222233"), ("<h2>A</h2><h3>B</h3>", "2233")],
    )
    def test_no_level_of_heading_is_skipped(self, body, levels):
        html = render.body_html(unsaved_article(body=body))
        assert "".join(re.findall(r"</?h([1-6])", html)) == levels

    def test_captions_are_escaped(self):
        body = '<figure data-picture="7"></figure>'
        html = render.body_html(
            unsaved_article(body=body, pictures=[picture(7, caption="<script>x</script>", alt='"><b>')])
        )
        assert "<script>" not in html
        assert "<b>" not in html

    @pytest.mark.parametrize(
        ("given", "surface"),
        [
            ({"headline": "ZEBRA"}, "page"),
            ({"headline": "ZEBRA"}, "card"),
            ({"headline": "ZEBRA"}, "json_ld"),
            ({"headline": "ZEBRA"}, "feed"),
            ({"headline": "ZEBRA"}, "ninjs"),
            ({"text": "ZEBRA"}, "ninjs"),
            ({"headline": "ZEBRA"}, "search"),
            ({"social_headline": "ZEBRA"}, "page"),
            ({"slug": "ZEBRA"}, "address"),
            ({"text": "ZEBRA"}, "search"),
            ({"people": [part("ZEBRA")]}, "search"),
            ({"people": [part("ZEBRA")]}, "json_ld"),
            ({"description": "ZEBRA"}, "feed"),
            ({"pictures": [picture(alt="ZEBRA")]}, "pictures"),
            ({"pictures": [picture(rights_holder="ZEBRA")]}, "pictures"),
            ({"pictures": [picture(stem="ZEBRA")]}, "pictures"),
            ({"lead_picture": picture(caption="ZEBRA")}, "page"),
            ({"corrections": [correction("ZEBRA")]}, "feed"),
        ],
    )
    def test_outputs_hold_every_word_on_every_surface_it_reaches(self, given, surface):
        assert "ZEBRA" in render.outputs(unsaved_article(**given))[surface]


class TestHowWeKnow:
    BODY = "<p>The wall cost 3 million crowns. Rain fell.</p>"

    def page(self, **claim):
        end = self.BODY.index(" Rain")
        told = {"number": 1, "end": end, "after": "crowns.", "words": "The wall cost 3 million crowns.", "sources": [1]}
        sources = [source("Minutes of 14 May"), source("Accounts of the city")]
        article = unsaved_article(
            body=self.BODY, sources=sources, claims=[told | {"kind": "figure", "is_checked": True} | claim]
        )
        return render.page(article)

    def test_a_statement_opens_its_own_sources_without_a_script(self):
        page = self.page()
        assert re.search(r"3 million crowns\.<button [^>]*popovertarget=\"how-1\"[^>]*></button> Rain fell", page)
        note = page[page.index('id="how-1" popover') :].split("</aside>")[0]
        assert "Accounts of the city" in note
        assert "Minutes of 14 May" not in note
        assert "somebody other than the writer" in note

    def test_what_nobody_checked_is_not_said_to_be(self):
        assert "somebody other than the writer" not in self.page(is_checked=False)

    def test_a_place_that_no_longer_fits_the_text_gets_no_mark(self):
        assert "<button" not in self.page(end=5).split('class="body"')[1].split("</div>")[0]

    def test_a_story_without_claims_says_nothing_of_methods(self):
        page = render.page(unsaved_article(sources=[source("Minutes of 14 May")]))
        assert "Sources and methods" not in page
        assert "popover" not in page
