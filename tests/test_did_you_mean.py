"""“Did you mean …?”: whom or what somebody may have meant, out of the names that have a page and no others."""

import re

import pytest

from articles.models.public import Profile
from articles.publishing import search
from articles.reading import guesses
from tests.make_public import make_article, make_profile, make_tag, part, take_down

pytestmark = pytest.mark.django_db


def offered(client, query):
    """What the page of results asks back, or ""."""
    found = re.search(r'class="message meant">[^<]*<a href="([^"]+)">([^<]+)</a>', client.get(query).content.decode())
    return (found[1], found[2]) if found else ""


class TestDidYouMean:
    @pytest.fixture(autouse=True)
    def forgetful(self):
        guesses.memory.clear()

    def paper(self, **given):
        facts = {"tags": [make_tag("dredging")], "profiles": [make_profile("ora-vane")]}
        facts |= {"headline": "A quiet day", "text": "The harbour sleeps."}
        return make_article(**(facts | given))

    def test_a_misspelt_name_is_offered_as_it_is_written_and_finds_something(self, client):
        self.paper()
        assert offered(client, "/search/?q=dredgin+ora") == ("/search/?q=Dredging%20ora", "Dredging ora")
        assert [one.headline for one in search.search("Dredging ora").articles] == ["A quiet day"]

    @pytest.mark.parametrize(
        "query", ["q=dredging", "q=zeppelin", "q=-drdging", "q=%22drdging%22", "q=", "q=a+b+c+d+drdging"]
    )
    def test_nothing_is_offered_where_nothing_is_misspelt_or_near(self, client, query):
        self.paper()
        assert offered(client, f"/search/?{query}") == ""

    def test_a_word_that_stands_in_a_story_is_not_misspelt(self, client):
        self.paper(text="The harbour sleeps, the dredgins rest.")
        assert offered(client, "/search/?q=dredgins+zeppelin") == ""

    def test_what_the_form_narrowed_is_not_guessed_at(self, client):
        self.paper()
        assert offered(client, "/search/?q=drdging&type=opinion") == ""

    def test_a_name_that_lost_its_page_is_offered_no_more_at_once(self, client):
        article = self.paper(profiles=[make_profile("ora-vanevik")])
        assert offered(client, "/search/?q=vanivik") != ""
        Profile.objects.update(is_live=False)
        assert offered(client, "/search/?q=vanivik") == ""
        Profile.objects.update(is_live=True)
        take_down(article)
        assert offered(client, "/search/?q=vanivik") == ""

    def test_only_names_with_a_page_are_offered(self, client):
        self.paper(people=[part("Kit Thornquist")], headline="Thornquist speaks")
        assert offered(client, "/search/?q=thornqist") == ""

    def test_what_was_typed_stays_words(self, client):
        self.paper()
        assert offered(client, "/search/?q=drdging+%3C%22") == ("/search/?q=Dredging%20%3C%22", "Dredging &lt;&quot;")

    @pytest.mark.parametrize("tags", [3, 40])
    def test_it_costs_few_questions_however_many_names(self, client, django_assert_max_num_queries, tags):
        self.paper(tags=[make_tag("dredging"), *(make_tag(f"dredging-{number}") for number in range(tags))])
        client.get("/search/?q=zeppelin")
        with django_assert_max_num_queries(8):
            assert offered(client, "/search/?q=drdging") != ""
        with django_assert_max_num_queries(15):
            assert offered(client, "/search/?q=drdging+vnae") != ""
        with django_assert_max_num_queries(5):
            assert offered(client, "/search/?q=drdging+vnae+harbuor") == ""
