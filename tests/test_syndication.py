"""What stands in the feeds' forms: bylines, times, pictures, corrections, and what is told of withdrawn stories."""

import json
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.models.public import Article, Section
from articles.models.tombstones import Tombstone
from articles.publishing import project
from tests.make import approved, make_section, make_story, make_user, make_writer
from tests.make_public import NOON, byline, correction, make_article, make_author, make_profile, make_tag, picture

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
AT = "{http://purl.org/atompub/tombstones/1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
MEDIA = "{http://search.yahoo.com/mrss/}"


def atom(client, path="/feed.atom"):
    return ElementTree.fromstring(client.get(path).content)


def rss_item(client, path="/feed.xml"):
    return ElementTree.fromstring(client.get(path).content).find(".//item")


def json_items(client, path="/feed.json"):
    return client.get(path).json()["items"]


def by_two():
    lines = [byline(make_author("ida-moss")), byline(make_author("lo-ash"), "reporting"),
             byline(make_author("kit-ray"), "photography")]  # fmt: skip
    return make_article(bylines=lines, authors=[])


CONTROL = "".join(map(chr, [*range(1, 9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xFDD0, 0xFFFE, 0xFFFF]))


class TestWhatWasPastedIn:
    def test_no_character_that_files_cannot_hold_gets_into_an_edition(self, client):
        """Word processors leave such: a headline broken by a vertical tab, marks between words."""
        parts = {"standfirst": f"Work{CONTROL} begins.\r\nSoon.", "description": f"In {CONTROL}short."}
        parts |= {"social_headline": f"Social{CONTROL}"}
        story = make_story("published", headline=f"The\x0bwall {CONTROL}holds", **parts)
        actions.retract(story, by=make_user(roles.EDITOR), note=f"It does{CONTROL} not.")
        story.refresh_from_db()
        for edition in story.editions.all():
            told = json.dumps(edition.content, ensure_ascii=False) + edition.public_note
            assert not [character for character in told if character in CONTROL]
        first = story.editions.order_by("number").first().content
        assert first["headline"] == "The wall   holds" and first["standfirst"] == "Work   begins.\r\nSoon."
        for path in ("/feed.xml", "/feed.atom", "/sitemap-stories-0.xml", "/sitemap-news.xml"):
            ElementTree.fromstring(client.get(path).content)


class TestEveryForm:
    def test_each_names_all_who_wrote_and_nobody_who_took_pictures(self, client):
        by_two()
        assert [one.text for one in rss_item(client).iter(f"{DC}creator")] == ["Ida Moss", "Lo Ash"]
        entry = atom(client).find(f"{ATOM}entry")
        assert [one.text for one in entry.iter(f"{ATOM}name")] == ["Ida Moss", "Lo Ash"]
        assert entry.find(f"{ATOM}author/{ATOM}uri").text == "http://testserver/authors/ida-moss/"
        assert [one["name"] for one in json_items(client)[0]["authors"]] == ["Ida Moss", "Lo Ash"]

    def test_each_tells_the_same_name_times_and_summary(self, client):
        article = make_article(first_published_at=NOON, updated_at=NOON + timedelta(hours=2))
        item, entry, told = rss_item(client), atom(client).find(f"{ATOM}entry"), json_items(client)[0]
        assert item.findtext("guid") == entry.findtext(f"{ATOM}id") == told["id"]
        later = "2026-11-10T14:00:00+00:00"
        assert item.findtext(f"{ATOM}updated") == entry.findtext(f"{ATOM}updated") == told["date_modified"] == later
        assert entry.findtext(f"{ATOM}published") == told["date_published"] == "2026-11-10T12:00:00+00:00"
        assert item.findtext("description") == entry.findtext(f"{ATOM}summary") == article.description
        assert told["content_text"] == article.description
        assert item.findtext("link") == told["url"] == entry.find(f"{ATOM}link").get("href")

    def test_each_has_the_picture_with_whose_it_is(self, client):
        make_article(lead_picture=picture())
        for found in (rss_item(client), atom(client).find(f"{ATOM}entry")):
            file = found.find(f"{MEDIA}content")
            assert file.get("url").endswith("-16x9.jpg")
            assert (file.get("width"), file.findtext(f"{MEDIA}credit")) == ("1200", "Tomas Reed")
        assert json_items(client)[0]["image"].endswith("-16x9.jpg")

    @pytest.mark.parametrize("path", ["/feed.xml", "/feed.atom", "/feed.json"])
    def test_none_holds_the_text(self, client, path):
        make_article(text="The whole story with CANARY in it.")
        assert b"CANARY" not in client.get(path).content

    @pytest.mark.parametrize("headline", ["A & B <i>", "Bell\x07 rings", "]]>", "渡船 🛥"])
    def test_any_headline_leaves_it_readable(self, client, headline):
        make_article(headline, tags=[make_tag("bell", name="Bell\x07")])
        assert atom(client).findtext(f"{ATOM}entry/{ATOM}title") == headline.replace("\x07", "")
        assert json_items(client)[0]["title"] == headline

    @pytest.mark.parametrize("path", ["/feed.xml", "/feed.atom", "/feed.json"])
    def test_an_empty_paper_has_the_same_bytes_again(self, client, path):
        assert client.get(path).content == client.get(path).content

    def test_a_correction_comes_in_words_and_as_data(self, client):
        make_article(corrections=[correction("The boat was on time.")])
        assert "The boat was on time." in atom(client).findtext(f"{ATOM}entry/{ATOM}summary")
        assert json_items(client)[0]["_newsroom"]["corrections"][0]["text"] == "The boat was on time."

    @pytest.mark.parametrize("form", ["xml", "atom", "json"])
    def test_its_own_address_is_in_it(self, client, form):
        make_article(authors=[make_author("åsa")])
        path = f"/authors/åsa/feed.{form}"
        assert f"http://testserver/authors/%C3%A5sa/feed.{form}" in client.get(path).content.decode()


class TestCorrections:
    @pytest.mark.parametrize("form", ["xml", "atom", "json"])
    def test_they_have_a_feed_of_their_own(self, client, form):
        make_article("Ferry late", corrections=[correction("The boat was on time.")])
        make_article("No fault in it")
        text = client.get(f"/corrections/feed.{form}").content.decode()
        assert "Correction: Ferry late" in text
        assert "The boat was on time." in text
        assert "No fault in it" not in text

    def test_two_of_one_story_have_two_names(self, client):
        make_article(corrections=[correction("One.", number=2), correction("Two.", number=3)])
        names = [one["id"] for one in json_items(client, "/corrections/feed.json")]
        assert len(set(names)) == 2

    def test_the_page_of_corrections_names_it(self, client):
        assert b'href="/corrections/feed.atom"' in client.get("/corrections/").content


def withdrawn(headline="Sluice keeper Ora Vane leaves", **given):
    """A story that was live and is taken down, while another one still stands in its section."""
    section = make_section()
    make_story("published", section=section, headline="The other story")
    story = make_story("published", section=section, headline=headline)
    return actions.take_down(story, by=make_user(roles.EDITOR), **given)


class TestWithdrawn:
    @pytest.mark.parametrize("legal", [False, True])
    def test_atom_has_a_tombstone_under_the_same_name(self, client, legal):
        story = make_story("published")
        name = atom(client).findtext(f"{ATOM}entry/{ATOM}id")
        actions.take_down(story, by=make_user(roles.EDITOR), legal=legal)
        feed = atom(client)
        assert [one.get("ref") for one in feed.iter(f"{AT}deleted-entry")] == [name]
        assert feed.find(f"{ATOM}entry") is None

    def test_tombstones_stand_before_the_entries_where_the_standard_has_room(self, client):
        withdrawn()
        kinds = [one.tag for one in atom(client)]
        assert kinds.index(f"{AT}deleted-entry") < kinds.index(f"{ATOM}entry")

    def test_a_tombstone_has_the_time_of_the_feed(self, client):
        withdrawn()
        feed = atom(client)
        assert feed.find(f"{AT}deleted-entry").get("when") == feed.findtext(f"{ATOM}updated")

    def test_rss_and_json_feed_have_the_entry_with_nothing_left_in_it(self, client):
        story = make_story("published")
        name = rss_item(client).findtext("guid")
        actions.take_down(story, by=make_user(roles.EDITOR))
        item, told = rss_item(client), json_items(client)[0]
        assert item.findtext("guid") == told["id"] == name
        assert item.findtext("description") == told["content_text"] == "This story has been withdrawn."
        assert item.findtext("link") == told["url"] == "http://testserver/"

    @pytest.mark.parametrize("form", ["xml", "atom", "json"])
    def test_no_feed_says_a_word_of_it_or_where_it_stood(self, client, form):
        withdrawn()
        place = Section.objects.get().slug
        for path in (f"/feed.{form}", f"/sections/{place}/feed.{form}"):
            text = client.get(path).content.decode()
            assert "The other story" in text
            assert "vane" not in text.lower()

    def test_each_feed_where_it_stood_has_one_and_no_other(self, client):
        withdrawn()
        make_story("published", section=make_section("Arts"), headline="Far away")
        home, arts = (Section.objects.get(name=name).slug for name in ("City", "Arts"))
        assert len(list(atom(client, f"/sections/{home}/feed.atom").iter(f"{AT}deleted-entry"))) == 1
        assert not list(atom(client, f"/sections/{arts}/feed.atom").iter(f"{AT}deleted-entry"))
        stones = Tombstone.objects.values_list("page", flat=True)
        assert sorted(stones) == ["author", "paper", "section"]

    def test_a_page_of_a_person_and_opinion_have_theirs(self, client):
        profile = make_profile()
        gone = make_article("A view", type_of_work="opinion", profiles=[profile])
        make_article("Another view", type_of_work="opinion", profiles=[profile])
        project.withdraw(gone.story_number, timezone.now())
        for path in ("/people/ora-vane/feed.atom", "/opinion/feed.atom"):
            feed = atom(client, path)
            assert len(list(feed.iter(f"{AT}deleted-entry"))) == 1
            assert [one.text for one in feed.iter(f"{ATOM}title")][1:] == ["Another view"]

    @pytest.mark.parametrize("form", ["xml", "atom", "json"])
    def test_where_no_story_is_left_subscribers_are_told_without_a_name(self, client, form):
        article = make_article("Vane leaves", profiles=[make_profile()], tags=[make_tag("ora-vane", name="Ora Vane")])
        project.withdraw(article.story_number, timezone.now())
        for path in ("/people/ora-vane/", "/tags/ora-vane/"):
            assert client.get(path).status_code == 404
            answer = client.get(f"{path}feed.{form}")
            text = answer.content.decode()
            assert answer.status_code == 200
            assert "Vane" not in text
            assert ("deleted-entry" if form == "atom" else "This story has been withdrawn.") in text
        Tombstone.objects.update(withdrawn_at=timezone.now() - timedelta(days=31))
        assert client.get(f"/people/ora-vane/feed.{form}").status_code == 404

    def test_news_leaves_none_where_opinion_stands(self):
        withdrawn()
        assert not Tombstone.objects.of(Tombstone.OPINION, 0).exists()

    def test_a_story_that_comes_back_has_none_and_its_old_name(self, client):
        writer, editor = make_writer(), make_user(roles.EDITOR)
        story = make_story("published", by=writer, editor=editor)
        name = rss_item(client).findtext("guid")
        story = actions.revive(actions.take_down(story, by=editor), by=editor)
        actions.publish(approved(actions.submit(story, by=writer), editor), by=editor)
        assert not Tombstone.objects.exists()
        assert rss_item(client).findtext("guid") == name

    def test_after_some_weeks_nothing_is_said_any_more(self, client):
        withdrawn()
        Tombstone.objects.update(withdrawn_at=timezone.now() - timedelta(days=31))
        assert not list(atom(client).iter(f"{AT}deleted-entry"))
        assert [one["title"] for one in json_items(client)] == ["The other story"]

    def test_taking_down_twice_leaves_one(self):
        story = withdrawn()
        project.withdraw(story.pk, timezone.now())
        assert Tombstone.objects.filter(story_number=story.pk, page="paper").count() == 1

    def test_a_retraction_stays_in_its_place_and_says_so(self, client):
        story = make_story("published")
        actions.retract(story, by=make_user(roles.EDITOR), note="Nothing of it was true.")
        entry = atom(client).find(f"{ATOM}entry")
        assert entry.findtext(f"{ATOM}title").startswith("Retracted: ")
        assert entry.findtext(f"{ATOM}summary").count("Nothing of it was true.") == 1
        assert rss_item(client).findtext("description").count("Nothing of it was true.") == 1
        assert json_items(client)[0]["content_text"].count("Nothing of it was true.") == 1
        assert json_items(client)[0]["_newsroom"]["is_retracted"] is True

    def test_a_renamed_story_keeps_its_name_and_tells_its_new_address(self, client):
        article = make_article(first_published_at=NOON)
        name = rss_item(client).findtext("guid")
        Article.objects.filter(pk=article.pk).update(path="/2026/11/another/")
        assert rss_item(client).findtext("guid") == name
        assert rss_item(client).findtext("link") == "http://testserver/2026/11/another/"
