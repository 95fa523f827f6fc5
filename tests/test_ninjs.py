"""A story as ninjs 3.1: what partners get of it while it stands, and when it is corrected, moved, retracted or gone."""

import json
from datetime import timedelta
from pathlib import Path as FilePath

import pytest
from django.conf import settings

from accounts import roles
from articles import actions
from articles.publishing import ninjs, render
from tests.make import add_person, approved, edit_text, make_live, make_story, make_user, make_writer
from tests.make_public import (
    NOON,
    byline,
    correction,
    make_article,
    make_author,
    make_profile,
    make_tag,
    part,
    picture,
    source,
    unsaved_article,
)

SCHEMAS = FilePath(settings.BASE_DIR).parent / "shared" / "kit" / "data"
# What ninjs 3.1 has names for, of all that we use; a name it does not know makes an item invalid.
KNOWN = set(
    """
    uri type representationType version firstCreated versionCreated pubStatus language title headlines by located edNote
    copyrightHolder copyrightNotice genres subjects trustIndicators altIds slugline descriptions bodies people
    organisations infoSources associations standard
    """.split()
)
TEXT = {"role", "contentType", "value"}


def told_of(**given):
    return ninjs.of_article(unsaved_article(**given))


def everything():
    """An article with something in every column that partners get."""
    return unsaved_article(
        slug="渡船",
        social_headline="Late, again!",
        dateline="Harbour City",
        description="Why the boat was late.",
        body='<p>See <a href="/2026/11/other/">this</a>.</p><figure data-picture="7"></figure>',
        lead_picture=picture(8, stem="cd" * 16),
        pictures=[picture(7), picture(8, stem="cd" * 16)],
        people=[part("Ora Vane", role="witness", slug="ora-vane"), part("Bo Lind", role="relative")],
        organizations=[part("Mole Line", slug="mole-line", wikidata_id="Q42")],
        sources=[source("The Wire", kind="agency"), source("Two sailors", kind="person")],
        tags=[{"name": "Ferries", "slug": "ferries"}],
        advisories=[{"topic": "suicide", "label": "Suicide", "note": "It tells of a suicide.", "help_first": False}],
        helplines=[{"id": 1, "name": "Listening Line", "number": "116 123", "tel": "116123", "url": "", "hours": "",
                    "language": ""}],
        replies=[{"kind": "declined", "name": "Bo Lind", "on": "2026-11-09", "text": "", "source": "", "url": ""}],
        corrections=[correction("It was Tuesday.")],
    )  # fmt: skip


class TestItem:
    def test_it_has_no_key_that_the_standard_does_not_know(self):
        item = ninjs.of_article(everything())
        assert set(item) <= KNOWN
        assert {"headlines", "bodies", "by", "versionCreated", "people", "associations", "edNote"} <= set(item)
        for name in ("headlines", "descriptions"):
            assert all(set(one) == TEXT for one in item[name])
        for one in item["associations"]:
            assert set(one) <= KNOWN | {"name", "rel", "renditions"}
        assert all(item.values())

    @pytest.mark.skipif(not (SCHEMAS / "schemas").exists(), reason="the schemas of the IPTC are not here")
    def test_the_schema_of_the_iptc_accepts_it(self):
        jsonschema = pytest.importorskip("jsonschema")
        referencing = pytest.importorskip("referencing")
        schema = json.loads((SCHEMAS / "schemas" / "ninjs-3.1.json").read_text())
        places = json.loads((SCHEMAS / "ninjs-suite" / "GeoJSON-schema.json").read_text())
        resource = referencing.Resource.from_contents(places, default_specification=referencing.jsonschema.DRAFT7)
        registry = referencing.Registry().with_resource("https://geojson.org/schema/GeoJSON.json", resource)
        judge = jsonschema.validators.validator_for(schema)(schema, registry=registry)
        assert not list(judge.iter_errors(ninjs.of_article(everything())))
        assert list(judge.iter_errors({"uri": "a", "unknown": 1}))

    def test_its_name_is_the_one_in_feeds_and_its_version_the_editions(self):
        article = everything()
        item = ninjs.of_article(article)
        assert item["uri"] == render.entries.guid(article)
        assert item["version"] == "1"
        assert item["standard"]["version"] == "3.1"

    def test_times_are_the_first_and_this_publication(self):
        told = told_of(first_published_at=NOON, published_at=NOON + timedelta(hours=2))
        assert (told["firstCreated"], told["versionCreated"]) == (
            "2026-11-10T12:00:00+00:00",
            "2026-11-10T14:00:00+00:00",
        )

    def test_pictures_and_links_in_the_text_have_their_whole_address(self):
        html = ninjs.of_article(everything())["bodies"][0]["value"]
        assert 'href="http://testserver/2026/11/other/"' in html
        assert 'src="http://testserver/media/' in html
        assert "data-picture" not in html
        assert "Tomas Reed" in html

    def test_a_picture_without_a_file_leaves_nothing_behind(self):
        told = told_of(body='<figure data-picture="7"></figure><p>A</p>', pictures=[picture(7, renditions=[])])
        assert told["bodies"][0]["value"] == "<p>A</p>"
        assert "associations" not in told

    def test_each_picture_comes_once_the_lead_first_with_every_size(self):
        lead, other = ninjs.of_article(everything())["associations"]
        assert (lead["rel"], other["rel"]) == ("lead", "inline")
        assert (lead["by"], lead["copyrightHolder"]) == ("Tomas Reed", "The Courier")
        assert len(lead["renditions"]) == len(picture()["renditions"])
        names = [one["name"] for one in lead["renditions"]]
        assert len(set(names)) == len(names)
        assert lead["renditions"][0]["contentType"] == "image/webp"

    def test_people_have_their_part_and_those_without_a_page_no_address(self):
        item = ninjs.of_article(everything())
        assert item["people"] == [
            {"name": "Ora Vane", "rel": "witness", "uri": "http://testserver/people/ora-vane/"},
            {"name": "Bo Lind", "rel": "relative"},
        ]
        assert item["organisations"][0]["uri"] == "http://www.wikidata.org/entity/Q42"

    def test_what_protects_people_goes_wherever_the_text_goes(self):
        item = ninjs.of_article(everything())
        said = {one["role"]: one["value"] for one in [*item["bodies"], *item["descriptions"]]}
        assert said["contentWarning"] == "It tells of a suicide."
        assert "Bo Lind declined to comment." in said["rightOfReply"]
        assert "116 123" in said["helplines"]
        assert "CORRECTION (2026-11-10T14:00:00+00:00): It was Tuesday." in item["edNote"]

    def test_people_who_told_us_are_no_sources_of_a_partner(self):
        assert ninjs.of_article(everything())["infoSources"] == [{"name": "The Wire", "role": "agency"}]

    @pytest.mark.django_db
    def test_all_who_wrote_sign_and_a_story_without_a_name_is_the_papers(self):
        lines = [byline(make_author("ida-moss")), byline(make_author("lo-ash"))]
        assert told_of(bylines=lines)["by"] == "Ida Moss, Lo Ash"
        assert told_of(bylines=[])["by"] == "The Test Courier"

    def test_the_papers_rules_are_told(self):
        told = {one["role"].rpartition("/")[2]: one for one in told_of()["trustIndicators"]}
        assert list(told) == ["ethicsPolicy", "correctionsPolicy", "unnamedSourcesPolicy", "feedbackPolicy"]
        assert told["ethicsPolicy"]["href"] == "http://testserver/about/ethics/"
        assert told["ethicsPolicy"]["title"] == "Ethics"


@pytest.mark.django_db
class TestAddress:
    def test_the_page_and_the_feeds_lead_to_it(self, client):
        article = make_article(tags=[make_tag()], profiles=[make_profile()])
        place = f"{article.path}ninjs.json"
        assert f'type="application/json" href="{place}"' in client.get(article.path).content.decode()
        assert place in client.get("/feed.atom").content.decode()
        assert client.get("/feed.json").json()["items"][0]["_newsroom"]["ninjs"] == f"http://testserver{place}"
        response = client.get(place)
        assert response.headers["Content-Type"] == "application/json"
        assert response.json()["headlines"][0]["value"] == article.headline
        assert response.headers["X-Robots-Tag"] == "noindex"
        assert f"<http://testserver{article.path}>" in response.headers["Link"]

    def test_it_takes_one_query_and_is_not_sent_twice(self, client, django_assert_num_queries):
        place = f"{make_article(tags=[make_tag()], profiles=[make_profile()]).path}ninjs.json"
        with django_assert_num_queries(1):
            etag = client.get(place).headers["ETag"]
        assert client.get(place, headers={"if-none-match": etag}).status_code == 304

    def test_there_is_none_where_there_is_no_story(self, client):
        assert client.get("/2026/11/nothing/ninjs.json").status_code == 404

    @pytest.mark.parametrize(("legal", "status"), [(False, 410), (True, 451)])
    def test_withdrawn_it_is_canceled_under_its_name_with_a_higher_version(self, client, legal, status):
        story = make_live(lambda story: add_person(story, name="Ora Vane"))
        place = f"{story.live_edition.content['path']}ninjs.json"
        before = client.get(place).json()
        assert before["pubStatus"] == "usable"
        actions.take_down(story, by=make_user(roles.EDITOR), legal=legal)
        response = client.get(place)
        item = response.json()
        assert response.status_code == status
        assert (item["uri"], item["pubStatus"]) == (before["uri"], "canceled")
        assert int(item["version"]) > int(before["version"])
        assert not {"bodies", "headlines", "people", "altIds", "slugline"} & set(item)
        assert set(item) <= KNOWN

    def test_retracted_it_is_canceled_and_says_why(self, client):
        story = make_story("published")
        actions.retract(story, by=make_user(roles.EDITOR), note="Nothing of it was true.")
        item = client.get(f"{story.live_edition.content['path']}ninjs.json").json()
        assert (item["pubStatus"], item["version"]) == ("canceled", "2")
        assert "Nothing of it was true." in item["edNote"]
        assert "bodies" not in item

    def test_renamed_it_moves_with_its_story(self, client):
        writer, editor = make_writer(), make_user(roles.EDITOR)
        story = make_story("published", by=writer, editor=editor)
        old = story.live_edition.content["path"]
        story = actions.reopen(story, by=writer, kind="update")
        story = edit_text(story, writer, "<p>The wall holds.</p>", slug="wall-holds")
        actions.publish(approved(actions.submit(story, by=writer), editor), by=editor)
        response = client.get(f"{old}ninjs.json")
        assert response.status_code == 301
        assert response.headers["Location"].endswith("/wall-holds/ninjs.json")
        assert client.get(response.headers["Location"]).json()["version"] == "2"

    def test_the_gate_looks_at_it(self):
        assert "ZEBRA" in render.outputs(unsaved_article(people=[part("ZEBRA")]))["ninjs"]
