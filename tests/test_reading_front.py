"""The front page: what leads, what stands beside it, and that no story stands twice."""

from datetime import timedelta

import pytest
from django.utils.html import escape

from tests.make_public import NOON, correction, make_article, make_section, picture
from tests.test_reading import front_context, text_of

pytestmark = pytest.mark.django_db


class TestFrontPage:
    def test_it_takes_five_queries_and_one_for_stories_not_seen_before(self, client, django_assert_num_queries):
        for count in (3, 12):
            for number in range(count):
                make_article(section=make_section(f"s{number}"), corrections=[correction("Tuesday.")])
            for queries in (6, 5):
                with django_assert_num_queries(queries):
                    assert client.get("/").status_code == 200

    def test_a_story_stands_once_above_the_latest(self, client):
        for number in range(30):
            make_article(f"Story {number}", section=make_section(f"s{number % 3}"))
        context = front_context(client)
        above = [context["lead"], *context["seconds"], *context["thirds"]]
        above += [one for strip in context["strips"] for one in strip["articles"]]
        assert len({one.pk for one in above}) == len(above)
        assert len(context["latest"]) == 12
        assert not {one.pk for one in context["latest"]} & {one.pk for one in [context["lead"], *context["seconds"]]}

    def test_all_that_was_found_for_it_is_on_the_page(self, client):
        for number in range(30):
            make_article(f"Story <{number}>", section=make_section(f"s{number % 3}"))
        for number in range(2):
            make_article(f"View <{number}>", type_of_work="opinion", first_published_at=NOON - timedelta(days=9))
        context = front_context(client)
        page = text_of(client.get("/"))
        groups = [[context["lead"]], *(context[name] for name in ("seconds", "thirds", "latest", "opinions"))]
        groups += [strip["articles"] for strip in context["strips"]]
        for group in groups:
            assert group
            assert all(escape(one.headline) in page for one in group)

    def test_the_lead_is_new_and_has_a_picture_and_is_no_opinion(self, client):
        wanted = make_article(lead_picture=picture())
        make_article("No picture")
        make_article("My view", type_of_work="opinion", lead_picture=picture())
        assert front_context(client)["lead"].pk == wanted.pk

    def test_an_opinion_leads_where_there_is_nothing_else(self, client):
        wanted = make_article("My view", type_of_work="opinion")
        assert front_context(client)["lead"].pk == wanted.pk

    def test_opinions_stand_together_and_then_nowhere_else(self, client):
        for number in range(8):
            make_article(f"Report {number}")
        views = [make_article(f"View {number}", type_of_work="opinion", first_published_at=NOON - timedelta(days=9))
                 for number in range(2)]  # fmt: skip
        context = front_context(client)
        assert {one.pk for one in context["opinions"]} == {one.pk for one in views}
        assert not {one.pk for strip in context["strips"] for one in strip["articles"]} & {one.pk for one in views}

    def test_one_opinion_alone_stays_in_its_section(self, client):
        for number in range(8):
            make_article(f"Report {number}", section=make_section("city"))
        view = make_article("View", type_of_work="opinion", first_published_at=NOON - timedelta(days=9))
        context = front_context(client)
        assert context["opinions"] == []
        assert view.pk in {one.pk for strip in context["strips"] for one in strip["articles"]}

    def test_a_retraction_does_not_lead(self, client):
        make_article("Retracted: boats", is_retracted=True)
        context = front_context(client)
        assert context["lead"] is None
        assert len(context["latest"]) == 1
        assert context["strips"] == []

    def test_an_empty_paper_says_so(self, client):
        assert "Nothing has been published yet" in text_of(client.get("/"))
