"""What the gate and the desk's preview rely on: unsaved articles rendered without database or request."""

import pytest
from django.urls import set_urlconf

from articles.models.public import Section
from articles.publishing import render
from tests.make_public import correction, part, picture, unsaved_article


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
