"""The desk's search for stories: which words find what is not published, in each database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.admin import story_search
from articles.models import StoryOrganization, StoryPerson
from articles.publishing import outbox
from tests.make import edit_text, make_live, make_organization, make_person, make_story, make_writer
from tests.make_public import byline, make_article, make_author, picture
from tests.test_plans import read_whole

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    writer = make_writer()
    story = make_story("in_review", by=writer, headline="Ferries to stop at Lighthouse Quay")
    return edit_text(story, writer, "<p>The crossing was closed by fog, the pilot’s office said.</p>", slug="quay-fog")


class TestWhatIsNotPublished:
    @pytest.mark.parametrize(
        "typed", ["ferries", "FERRIES", "ferr", "lighthouse", "crossing", "cross", "quay-fog", "pilot's", "pilot’s office",
                  "ferries fog", "ferries the", "the", "house", '"closed by fog"', "ferries ?!", "-ferries"],
    )  # fmt: skip
    def test_it_is_found_by_words_and_their_beginnings(self, draft, typed):
        expected = {draft.pk} if connection.vendor == "postgresql" or typed not in ODD else set()
        assert story_search.found(typed) == expected

    @pytest.mark.parametrize("typed", ["zeppelin", "ferries zeppelin", "fog zeppelin the"])
    def test_other_words_find_nothing(self, draft, typed):
        assert story_search.found(typed) == set()

    def test_each_word_may_stand_in_the_text_or_in_a_name(self, draft):
        StoryPerson.objects.create(story=draft, person=make_person("Ora Vane"))
        StoryOrganization.objects.create(story=draft, organization=make_organization("Pilotage Board"))
        other = make_live(headline="Ora Vane was elsewhere")
        StoryPerson.objects.create(story=other, person=make_person("Perran Moss"))
        for typed in ("ora vane", "pilotage", "vane fog", "board crossing vane"):
            assert story_search.found(typed) & {draft.pk} == {draft.pk}, typed
        assert story_search.found("moss fog") == set()

    def test_what_is_live_is_found_as_readers_find_it(self):
        story = make_live(headline="Tram late again")
        assert story_search.found("tram") == {story.pk}

    @pytest.mark.skipif("connection.vendor != 'postgresql'")
    def test_only_the_newest_are_looked_through_by_letters(self, draft, monkeypatch):
        make_story(headline="Another item")
        monkeypatch.setattr(story_search, "NEWEST", 1)
        assert story_search.found("ferr") == {draft.pk}
        assert story_search.found("ighthous") == set()

    @pytest.mark.skipif("connection.vendor != 'postgresql'")
    def test_an_index_is_asked_for_the_words(self, draft):
        with CaptureQueriesContext(connection) as captured:
            story_search.found("fog office")
        asked = [one["sql"] for one in captured.captured_queries if "articles_story" in one["sql"]]
        assert asked
        assert [sql for sql in asked if read_whole(sql)] == []


ODD = {"pilot's", '"closed by fog"', "ferries ?!", "-ferries"}  # looked for letter by letter


class TestPicturesStillShown:
    """Before a picture's files are taken away, the live articles that show it are looked for."""

    STEM, FACE = "cd" * 16, "ef" * 16

    @pytest.fixture(autouse=True)
    def _articles(self, db):
        face = byline(make_author()) | {"portrait": picture(stem=self.FACE)}
        self.shows = make_article("Shows", pictures=[picture(), picture(stem=self.STEM)])
        self.portrays = make_article("Portrays", bylines=[face])
        make_article("Neither")

    @pytest.mark.skipif("connection.vendor != 'postgresql'")
    def test_they_are_found_by_an_index(self):
        assert list(outbox.may_show({self.STEM})) == [self.shows]
        assert list(outbox.may_show({self.FACE, "00" * 16})) == [self.portrays]
        with CaptureQueriesContext(connection) as captured:
            list(outbox.may_show({self.STEM, self.FACE}))
        assert read_whole(captured.captured_queries[0]["sql"]) == set()

    def test_only_what_nobody_shows_is_taken_away(self, monkeypatch):
        gone = []
        monkeypatch.setattr(outbox.renditions, "withdraw_files", lambda stem, folder: gone.append(stem))
        outbox.EFFECTS["withdraw_pictures"]({"stems": [self.STEM, self.FACE, "00" * 16]})
        assert gone == ["00" * 16]
