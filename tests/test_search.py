"""Readers' search: what is found, in which order, what is shown of it, and that no input is syntax."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from articles.publishing import search, search_engines
from tests.make_public import (
    NOON,
    make_article,
    make_profile,
    make_section,
    make_tag,
    take_down,
)

pytestmark = pytest.mark.django_db


def found(query, **given):
    return [article.headline for article in search.search(query, **given).articles]


class TestFinding:
    @pytest.mark.parametrize("query", ["ferries", "FERRY", "fer", '"ferry late"', "ferry quay", "  ferry\t"])
    def test_words_their_beginnings_and_phrases_are_found(self, query):
        make_article("Ferry late again", text="The boat lay at the quay.")
        make_article("Council meets")
        assert found(query) == ["Ferry late again"]

    @pytest.mark.parametrize("query", ["ferry council", '"late ferry"', "ferry -late", "zeppelin"])
    def test_what_does_not_fit_is_not(self, query):
        make_article("Ferry late again", text="The boat lay at the quay.")
        assert found(query) == []

    def test_names_of_people_and_tags_are_found(self):
        make_article("A quiet day", profiles=[make_profile("ora-vane")], tags=[make_tag("dredging")])
        assert found("Ora Vane") == found("dredging") == ["A quiet day"]

    def test_accents_need_not_be_typed(self):
        make_article("Café Zoë closes")
        assert found("cafe zoe") == found("CAFÉ ZOË") == ["Café Zoë closes"]

    def test_composed_and_decomposed_letters_are_one(self):
        make_article("Måløy bridge opens")
        assert found("Ma\u030aløy") == ["Måløy bridge opens"]

    def test_a_story_that_was_taken_down_is_not_found(self):
        take_down(make_article("Ferry late again"))
        assert found("ferry") == []

    def test_a_changed_story_is_found_as_it_is_now(self):
        article = make_article("Ferry late again", text="Nobody waited.")
        article.headline = "Tram late again"
        article.save()
        search.index(article)
        assert (found("ferry"), found("tram")) == ([], ["Tram late again"])

    def test_the_index_keeps_no_second_row_of_a_story(self):
        article = make_article()
        search.index(article)
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM public_search")
            assert cursor.fetchone()[0] == 1


class TestOrder:
    def test_a_word_of_the_headline_weighs_more_than_one_of_the_text(self):
        make_article("Harbour dredged", text="Mud was taken away.", number=101)
        make_article("Council meets", text="Somebody spoke of mud and harbour walls and other things.", number=102)
        assert found("harbour")[0] == "Harbour dredged"

    def test_of_equal_fit_the_newer_stands_first(self):
        for days in (400, 0, 200):
            make_article(
                f"Ferry late {days}", text="The boat was late.", first_published_at=NOON - timedelta(days=days)
            )
        assert found("ferry") == ["Ferry late 0", "Ferry late 200", "Ferry late 400"]


class TestTurning:
    def test_every_story_is_shown_once(self, monkeypatch):
        monkeypatch.setattr(search, "CANDIDATES", 6)
        for number in range(15):
            make_article(f"Ferry {number}", first_published_at=NOON)
        shown, before, page = [], None, 1
        for _ in range(10):
            result = search.search("ferry", before=before, page=page, limit=2)
            shown += [article.pk for article in result.articles]
            if not result.older:
                break
            before, page = result.older
        assert len(shown) == len(set(shown)) == 15

    def test_the_older_link_of_the_page_leads_on(self, client):
        for number in range(25):
            make_article(f"Ferry {number}")
        first = client.get("/search/", {"q": "ferry"})
        assert b"page=2" in first.content
        assert b"Ferry" in client.get("/search/?q=ferry&page=2").content

    @pytest.mark.parametrize("query", ["ferry", '"ferry late"', "ferry -tram", "fer"])
    def test_more_than_is_looked_at_for_one_page_is_shown_in_the_end(self, query, monkeypatch):
        monkeypatch.setattr(search, "CANDIDATES", 4)
        monkeypatch.setattr(search_engines, "LOOKED", 6)
        fitting = set()
        for number in range(30):
            words = "ferry late" if number % 3 else "late ferry"
            article = make_article(
                f"Item {number}", text=words, first_published_at=NOON - timedelta(days=60 * (30 - number))
            )
            if number % 3 or "late" not in query:
                fitting.add(article.pk)
        shown, before, page = [], None, 1
        for _ in range(60):
            result = search.search(query, before=before, page=page, limit=2)
            shown += [article.pk for article in result.articles]
            if not result.older:
                break
            before, page = result.older
        assert len(shown) == len(set(shown)) and set(shown) == fitting


@pytest.mark.skipif("connection.vendor != 'postgresql'")
class TestBeginnings:
    """For the beginning of a word PostgreSQL gathers all that begins so, each time it looks: dear for common words."""

    @pytest.fixture(autouse=True)
    def _articles(self, db, monkeypatch):
        monkeypatch.setattr(search_engines, "COMMON", 3)
        monkeypatch.setattr("django.utils.timezone.now", lambda: NOON + timedelta(days=3))
        for number in range(3):
            make_article(f"Tram {number}", first_published_at=NOON - timedelta(days=number))
        make_article("Tramway", first_published_at=NOON - timedelta(days=400))

    def test_a_word_of_many_new_stories_is_not_looked_for_by_its_beginning(self):
        assert found("tram") == ["Tram 0", "Tram 1", "Tram 2"]
        assert search.newest("tram", 9) == [article.article for article in self.newest_first("tram")]

    def newest_first(self, word):
        asked = search_engines.Asked(word, word, [], None, None, None, 9)
        return search_engines.Postgresql().candidates(asked).matches

    def test_any_other_is(self, monkeypatch):
        monkeypatch.setattr(search_engines, "COMMON", 4)
        assert set(found("tram")) == {"Tram 0", "Tram 1", "Tram 2", "Tramway"}

    @pytest.mark.parametrize("word", ["tra", "council"])
    def test_the_beginnings_of_words_are_gathered_in_few_spans_of_months(self, word):
        months = search_engines.months_between(NOON - timedelta(days=4000), NOON)
        asked = search_engines.Asked(f"'{word}':*", f"'{word}':*", [], None, None, None, 9)
        spans = search_engines.Postgresql()._spans(asked, months)
        assert len(spans) < 6
        assert " | ".join(spans).split(" | ") == [f"'={month}'" for month in months]


@pytest.mark.skipif("connection.vendor != 'postgresql'")
class TestHowMuchIsLookedAt:
    """Fitting is reckoned out of the words of each row: only of rows that may be shown."""

    @pytest.fixture(autouse=True)
    def _articles(self, db, monkeypatch):
        monkeypatch.setattr(search, "CANDIDATES", 7)
        monkeypatch.setattr(search_engines, "LOOKED", 12)
        monkeypatch.setattr("django.utils.timezone.now", lambda: NOON + timedelta(days=3))
        self.harbour, city = make_section("harbour"), make_section("city")
        for number in range(20):
            at = NOON - timedelta(days=12 * number)
            make_article(f"Ferry {number}", section=city if number % 4 else self.harbour, first_published_at=at)

    def asked(self, monkeypatch, query, **given):
        """(articles found, how often all that fit were asked for at once)."""
        calls, ask = [], search_engines.Postgresql._any

        def counted(self, asked):
            rows, is_whole = ask(self, asked)
            calls.append([row[1] for row in rows if not is_whole])
            return rows, is_whole

        monkeypatch.setattr(search_engines.Postgresql, "_any", counted)
        return found(query, **given), calls

    def test_a_word_that_new_stories_have_is_followed_back_month_by_month(self, monkeypatch):
        headlines, calls = self.asked(monkeypatch, "ferry", within=search.Within(section=self.harbour.pk))
        assert headlines == [f"Ferry {number}" for number in range(0, 20, 4)]
        assert calls == []

    def test_where_more_fit_than_are_read_none_of_them_is_ranked_at_once(self, monkeypatch):
        monkeypatch.setattr(search_engines, "FEW", 1)
        headlines, [unranked] = self.asked(monkeypatch, "ferry")
        assert headlines == [f"Ferry {number}" for number in range(7)]
        assert unranked and set(unranked) == {None}

    def test_of_a_rare_word_all_are_read_and_the_newest_ranked(self, monkeypatch):
        make_article("Zeppelin", first_published_at=NOON - timedelta(days=5000))
        headlines, calls = self.asked(monkeypatch, "zeppelin")
        assert (headlines, calls) == (["Zeppelin"], [[]])


class TestWhatIsShown:
    def test_the_found_word_is_marked_and_everything_else_escaped(self):
        make_article("Ferry late", text="The <script>alert(1)</script> ferry & its crew waited.")
        snippet = search.search("ferry").articles[0].snippet
        assert "<mark>ferry</mark>" in snippet
        assert "&amp; its crew waited" in snippet
        assert "<script" not in snippet  # SQLite shows it as words, PostgreSQL leaves it out

    def test_marks_in_the_text_itself_mark_nothing(self):
        assert search.marked("a <mark>b</mark>") == "a &lt;mark&gt;b&lt;/mark&gt;"

    def test_the_question_is_shown_again_escaped(self, client):
        page = client.get("/search/", {"q": '"><script>alert(1)</script>'}).content.decode()
        assert "<script>alert" not in page

    def test_an_empty_question_gets_the_form_and_no_message(self, client):
        assert search.search("").message == ""
        assert client.get("/search/").status_code == 200

    def test_a_question_without_a_word_is_told_so(self):
        assert search.search("?!").message
        assert search.search("-ferry").message

    def test_it_takes_at_most_six_queries(self, client, django_assert_max_num_queries):
        for rows in (3, 9):
            for number in range(rows):
                make_article(f"Ferry {rows} {number}")
            with django_assert_max_num_queries(6):
                client.get("/search/?q=ferry")

    def test_the_title_says_what_was_looked_for_and_it_stays_words(self, client):
        page = client.get("/search/?q=ferry+%3Cb%3E").content.decode()
        assert "<title>ferry &lt;b&gt; – Search – " in page

    def test_a_search_that_finds_nothing_shows_the_latest_in_as_many(self, client, django_assert_max_num_queries):
        make_article("Ferry late again")
        client.get("/search/?q=zebra")  # reads the names that might have been meant, for some minutes
        with django_assert_max_num_queries(6):
            page = client.get("/search/?q=zebra").content.decode()
        assert "Nothing found" in page
        assert "Ferry late again" in page


ODD = (
    '"', '""', "'", "*", "-", "--", "ferry*", "ferry:", "headline:ferry", "NEAR(ferry late)", "a AND", "OR",
    "NOT ferry", "(ferry", "^ferry", "ferry;drop table public_search", "% _", "\\", "🛥", "\x02ferry\x03", "<->",
    "!ferry", "&|!():*", "x" * 5000, "ferry " * 500, '"' * 999, "- " * 400, "e\u0301" * 300, "\ud800",
)  # fmt: skip


class TestNoInputIsSyntax:
    @pytest.mark.parametrize("query", ODD)
    def test_odd_questions_are_answered(self, query):
        make_article("Ferry late again")
        assert isinstance(search.search(query), search.SearchPage)

    @pytest.mark.parametrize("query", ODD[:-1])
    def test_odd_questions_get_a_page(self, client, query):
        assert client.get("/search/", {"q": query}).status_code == 200

    @pytest.mark.parametrize(
        "asked", ["q=%00", "q=%ff", "q=ferry&page=-1", "q=ferry&page=99999999999999", "q=ferry&before=nonsense",
                  "q=ferry&before=9999-12-31T23:59:59Z_999999999999999999", "page=2", "q=ferry&q=late", "q=ferry&page="]
    )  # fmt: skip
    def test_odd_addresses_never_break(self, client, asked):
        make_article("Ferry late again")
        assert client.get(f"/search/?{asked}").status_code in {200, 400}

    def test_an_operator_is_a_word(self):
        make_article("Ferry or tram")
        make_article("Neither")
        assert found("ferry OR neither") == []


class TestIndex:
    def test_a_text_without_end_is_indexed_all_the_same(self):
        make_article("Lantern", text=" ".join(f"word{number}" for number in range(120_000)))
        assert found("lantern") == found("word7") == ["Lantern"]

    def test_a_row_whose_article_is_gone_shows_nothing(self):
        """Should a removal ever be forgotten, the story is not shown all the same."""
        make_article("Lantern").delete()
        assert found("lantern") == []

    def test_it_can_be_taken_back_and_fills_the_index_from_what_is_there(self):
        make_article("Lantern", profiles=[make_profile("ora-vane")])
        migration, marks = (
            import_module(f"articles.migrations.{name}") for name in ("0002_search", "0024_search_marks")
        )
        editor = connection.schema_editor()
        if connection.vendor == "postgresql":
            editor.execute("DROP INDEX story_words")  # of 0029_words_and_pictures, which would be taken back first
        migration.drop(apps, editor)
        migration.create(apps, editor)
        migration.fill(apps, editor)
        marks.add(apps, editor)
        assert found("lantern vane") == ["Lantern"]
        assert found("lantern", within=search.Within(type_of_work="news")) == ["Lantern"]
        marks.take_away(apps, editor)
        marks.add(apps, editor)
        assert found("lantern", within=search.Within(type_of_work="news")) == ["Lantern"]
