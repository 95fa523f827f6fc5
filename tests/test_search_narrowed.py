"""A search that is narrowed to a section, an author, a type of work or days, with and without a word."""

import html
import re
from datetime import timedelta

import pytest

from articles.publishing import search
from tests.make_public import NOON, byline, make_article, make_author, make_section
from tests.test_search import found


class TestNarrowing:
    @pytest.fixture(autouse=True)
    def _articles(self, db):
        self.moss, self.vane = make_author("ida-moss"), make_author("ora-vane")
        self.harbour, self.city = make_section("harbour"), make_section("city")
        make_article("Ferry one", section=self.harbour, bylines=[byline(self.moss)], type_of_work="opinion")
        make_article(
            "Ferry two", section=self.city, bylines=[byline(self.vane), byline(self.moss)],
            first_published_at=NOON - timedelta(days=100),
        )  # fmt: skip

    def test_by_section_author_and_type(self):
        both = {"Ferry one", "Ferry two"}
        assert set(found("ferry", within=search.Within(author=self.moss.pk))) == both
        assert found("ferry", within=search.Within(author=self.vane.pk)) == ["Ferry two"]
        assert found("ferry", within=search.Within(section=self.harbour.pk)) == ["Ferry one"]
        assert found("ferry", within=search.Within(type_of_work="opinion")) == ["Ferry one"]
        assert found("ferry", within=search.Within(type_of_work="opinion", section=self.city.pk)) == []

    def test_by_time(self):
        middle = NOON - timedelta(days=50)
        assert found("ferry", within=search.Within(since=middle)) == ["Ferry one"]
        assert found("ferry", within=search.Within(until=middle)) == ["Ferry two"]
        assert found("ferry", within=search.Within(since=NOON)) == ["Ferry one"]
        assert found("ferry", within=search.Within(until=NOON)) == ["Ferry two"]
        assert found('"ferry two"', within=search.Within(since=middle)) == []

    @pytest.mark.parametrize("query", ["=s1", "tnews", "m202611", "'=tnews'", '"tnews"'])
    def test_no_mark_is_found_as_a_word(self, query):
        assert found(query) == []


class TestThePage:
    @pytest.fixture(autouse=True)
    def _articles(self, db):
        moss = make_author("perran-moss", name="Perran Moss")
        given = {"bylines": [byline(moss)], "type_of_work": "opinion", "first_published_at": NOON}
        make_article("Ferry one", section=make_section("harbour"), **given)
        make_article("Ferry two", section=make_section("city"), first_published_at=NOON - timedelta(days=100))

    @pytest.mark.parametrize(
        "narrowed", ["section=harbour", "author=perran+moss", "author=perran-moss", "type=opinion", "from=2026-11-10",
                     "from=2026-11-01&to=2026-11-10"],
    )  # fmt: skip
    def test_it_narrows(self, client, narrowed):
        page = client.get(f"/search/?q=ferry&{narrowed}").content.decode()
        assert "Ferry one" in page and "Ferry two" not in page

    def test_what_was_chosen_stands_there_again_and_goes_with_the_older_results(self, client):
        for number in range(25):
            make_article(f"Ferry {number}", section=make_section("harbour"))
        page = client.get("/search/?q=ferry&section=harbour&to=2026-12-01").content.decode()
        assert '<option value="harbour" selected>' in page and 'value="2026-12-01"' in page
        assert "q=ferry&amp;section=harbour&amp;to=2026-12-01&amp;page=2" in page

    def test_an_author_whom_nobody_knows_is_no_dead_end(self, client):
        page = client.get("/search/?q=ferry&author=Nobody+Here").content.decode()
        assert "is called “Nobody Here”" in page and 'href="/search/?q=ferry"' in page
        assert "Ferry one" not in page.partition("latest-instead")[0]

    @pytest.mark.parametrize(
        "narrowed", ["from=nonsense", "to=2026-99-99", "from=0000-00-00", "type=x", "to=9999-12-31"]
    )
    def test_nonsense_narrows_nothing(self, client, narrowed):
        page = client.get(f"/search/?q=ferry&{narrowed}").content.decode()
        assert "Ferry one" in page and "Ferry two" in page

    @pytest.mark.parametrize(
        "narrowed", ["section=harbour", "author=perran+moss", "type=opinion", "from=2026-11-10", "q=%2B&type=opinion",
                     "from=2026-11-01&to=2026-11-10&author=perran-moss&section=harbour", "q=&from=2026-11-10"],
    )  # fmt: skip
    def test_without_a_word_it_shows_the_newest_that_fit(self, client, narrowed):
        page = client.get(f"/search/?{narrowed}").content.decode()
        assert "Ferry one" in page and "Ferry two" not in page and "latest-instead" not in page

    @pytest.mark.parametrize("narrowed", ["section=harbour", "from=2026-10-01", "to=2026-12-01&type=news"])
    def test_without_a_word_it_is_turned_through_to_the_end(self, client, narrowed):
        for number in range(45):
            at = NOON + timedelta(hours=number // 2)  # two at each moment
            make_article(f"Story {number:02}", section=make_section("harbour"), first_published_at=at)
        path, seen = f"/search/?{narrowed}", []
        while path:
            page = client.get(path).content.decode()
            seen += re.findall(r">Story (\d\d)<", page)
            path = html.unescape((re.findall(r'href="(/search/[^"]*before=[^"]*)"', page) or [""])[0])
        assert seen == [f"{number:02}" for number in reversed(range(45))]

    def test_without_a_word_and_without_a_story_it_leads_to_everything(self, client):
        page = client.get("/search/?type=review").content.decode()
        assert "No story fits all of this." in page and 'href="/search/"' in page and "latest-instead" in page

    def test_narrowed_to_nothing_it_leads_to_everything(self, client):
        page = client.get("/search/?q=ferry&from=2027-01-01").content.decode()
        assert 'href="/search/?q=ferry"' in page
