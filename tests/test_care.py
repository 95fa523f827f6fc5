"""Content notes and helplines: what is suggested, what readers are shown, and what live stories follow."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.models import Article, Edition, Helpline, HelplineTrial, Rule, Story, StoryTopic
from articles.publishing.care import offered
from articles.publishing.compose import article_of, content_hash
from articles.publishing.snapshot import snapshot
from tests.make import BODY, edit_text, make_draft, make_helpline, make_live, make_tag, make_user, make_writer

pytestmark = pytest.mark.django_db

RAPE = "<p>He was convicted of rape. The rape took place in March.</p>"
SUICIDE = "<p>The singer killed himself in May, his family said.</p>"
METHOD = "<p>The singer killed himself in May. He jumped from the bridge and left a note.</p>"


@pytest.fixture
def writer(db):
    return make_writer()


@pytest.fixture
def editor(db):
    return make_user(roles.EDITOR)


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def found(story):
    """{id: notes of its findings}, of this room only."""
    by_id = {}
    for finding in actions.findings_of(actions.edition_of(story)):
        if finding.id.startswith("care."):
            by_id.setdefault(finding.id, []).append(finding)
    return by_id


def with_topics(story, *topics, by=None, **columns):
    for topic in topics:
        StoryTopic.objects.create(story=story, topic=topic, **columns)
    return Story.objects.get(pk=story.pk)


def set_regions(*codes):
    Rule.objects.filter(jurisdiction__is_default=True, key="helplines.regions").update(value=list(codes))
    jurisdiction = Rule.objects.filter(key="helplines.regions", jurisdiction__is_default=True).get().jurisdiction
    jurisdiction.stamp = type(jurisdiction)._meta.get_field("stamp").default()
    jurisdiction.save(update_fields=["stamp"])


def live(*topics, body=SUICIDE, **fields):
    return make_live(lambda draft: with_topics(draft, *topics), body=body, **fields)


class TestWhatIsSuggested:
    def test_a_council_story_needs_no_note(self, writer):
        assert found(make_draft(writer)) == {}

    def test_words_of_a_topic_suggest_it_and_are_named(self, writer):
        (finding,) = found(make_draft(writer, body=RAPE))["care.C001"]
        assert finding.note == "Sexual violence: “rape”"
        assert (finding.mend, finding.row) == ("topics", "sexual_violence")

    def test_one_word_in_passing_does_not_but_a_headline_does(self, writer):
        passing = "<p>He had been acquitted of rape in 2001.</p>"
        assert "care.C001" not in found(make_draft(writer, body=passing))
        assert "care.C001" in found(make_draft(writer, headline="A trial for rape begins at Harwich", body=passing))

    @pytest.mark.parametrize(
        ("headline", "topic"),
        [
            ("A teacher admits a sex crime at Harwich", "sexual_violence"),
            ("The survivors of clergy abuse at Harwich meet", "sexual_violence"),
            ("A singer is held over domestic assault", "domestic_abuse"),
            ("A singer is held for assaulting his girlfriend", "domestic_abuse"),
            ("A coach is banned for abusing boys at Harwich", "child_abuse"),
        ],
    )
    def test_so_do_the_words_that_headlines_have_for_it(self, writer, headline, topic):
        assert [one.row for one in found(make_draft(writer, headline=headline))["care.C001"]] == [topic]

    def test_a_tag_does(self, writer):
        story = make_draft(writer)
        story.tags.add(make_tag("Domestic violence"))
        (finding,) = found(story)["care.C001"]
        assert "domestic violence" in finding.note

    def test_one_mention_of_a_suicide_is_enough(self, writer):
        assert "care.C001" in found(make_draft(writer, body=SUICIDE))

    def test_a_suicide_bomber_is_another_matter(self, writer):
        body = "<p>A suicide bomber struck the market. Suicide bombings have become rare.</p>"
        assert found(make_draft(writer, body=body)) == {}

    def test_a_topic_taken_or_dismissed_is_not_suggested_again(self, writer):
        make_helpline(topics=["sexual_violence"])
        taken = with_topics(make_draft(writer, body=RAPE), "sexual_violence")
        dismissed = with_topics(make_draft(writer, body=RAPE), "sexual_violence", reason="A play of 1890.")
        assert found(taken) == found(dismissed) == {}

    def test_only_what_the_profile_wants_a_note_for_is_suggested(self, writer):
        rule = Rule.objects.get(jurisdiction__is_default=True, key="advisories.topics")
        actions.change_rule(rule, by=make_user(roles.LEGAL), value=["suicide"], cites="-", why="A test.")
        assert found(make_draft(writer, body=RAPE)) == {}


class TestHelp:
    def test_a_topic_without_a_helpline_is_a_caution(self, writer):
        story = with_topics(make_draft(writer), "suicide")
        (finding,) = found(story)["care.C002"]
        assert finding.note == "Suicide"
        make_helpline(topics=["self_harm"])
        assert "care.C002" in found(story)
        make_helpline(topics=["suicide"])
        assert found(story) == {}

    def test_a_topic_that_nobody_has_decided_on_yet_shows_none(self, writer):
        make_helpline(topics=["suicide"])
        assert set(found(make_draft(writer, body=SUICIDE))) == {"care.C001", "care.C002"}
        assert found(with_topics(make_draft(writer, body=SUICIDE), "suicide")) == {}

    def test_each_region_of_the_readers_needs_one(self, writer):
        set_regions("GB-ENG", "IE")
        story = with_topics(make_draft(writer), "suicide")
        make_helpline(topics=["suicide"], regions=["GB"])
        (finding,) = found(story)["care.C002"]
        assert finding.note == "Suicide: IE"
        make_helpline(topics=["suicide"], regions=[])
        assert found(story) == {}

    def test_a_story_may_be_for_readers_elsewhere(self, writer):
        set_regions("GB-ENG")
        make_helpline("Listening Line Wales", topics=["suicide"], regions=["GB-ENG"])
        make_helpline("Dublin Line", topics=["suicide"], regions=["IE"])
        story = with_topics(make_draft(writer, regions="ie"), "suicide")
        assert found(story) == {}
        assert [one["name"] for one in actions.edition_of(story).content["helplines"]] == ["Dublin Line"]

    def test_one_that_nobody_has_tried_for_long_is_a_caution(self, writer):
        story = with_topics(make_draft(writer), "suicide")
        line = make_helpline(topics=["suicide"], verified_on=timezone.localdate() - timedelta(days=181))
        assert set(found(story)) == {"care.C003"}
        actions.tried(line, by=make_user(roles.EDITOR))
        assert found(story) == {}

    def test_one_that_was_never_tried_is_a_caution_and_a_retired_one_is_none(self, writer):
        story = with_topics(make_draft(writer), "suicide")
        line = make_helpline(topics=["suicide"], verified_on=None)
        assert set(found(story)) == {"care.C003"}
        Helpline.objects.filter(pk=line.pk).update(is_retired=True)
        assert set(found(story)) == {"care.C002"}

    def test_a_dismissed_topic_needs_none(self, writer):
        assert found(with_topics(make_draft(writer), "suicide", reason="A film of that name.")) == {}


class TestSuicide:
    def test_how_it_was_done_and_a_note_left_are_cautions_with_the_reason(self, writer):
        notes = [finding.note for finding in found(make_draft(writer, body=METHOD))["care.C004"]]
        assert len(notes) == 2
        assert "jumped from" in notes[0] and "copied" in notes[0]
        assert "left a note" in notes[1] and "private" in notes[1]

    def test_also_in_the_headline(self, writer):
        story = make_draft(writer, headline="Singer found hanged after suicide, say police", body=SUICIDE)
        assert {finding.mend for finding in found(story)["care.C004"]} == {"headline"}

    def test_the_same_words_in_another_story_are_nothing(self, writer):
        body = "<p>The swimmer jumped from the pier and left a note for her trainer.</p>"
        assert found(make_draft(writer, body=body)) == {}

    def test_nor_where_an_editor_has_said_that_it_is_no_story_on_suicide(self, writer):
        story = with_topics(make_draft(writer, body=METHOD), "suicide", reason="The plot of an opera.")
        assert found(story) == {}


class TestChoosing:
    def choose(self, story, by, **columns):
        with actions.edit(story, by=by, version=story.version) as editing:
            actions.choose_topics(editing.story, [StoryTopic(topic="suicide", **columns)], by=by)
        return Story.objects.get(pk=story.pk)

    def test_a_writer_takes_a_topic_with_words_of_its_own(self, writer):
        story = self.choose(make_draft(writer), writer, note="A death in a family.")
        (note,) = actions.edition_of(story).content["advisories"]
        assert (note["note"], note["label"]) == ("A death in a family.", "Suicide")
        assert story.revisions.first().snapshot["topics"] == [
            {"topic": "suicide", "note": "A death in a family.", "reason": ""}
        ]

    def test_a_writer_dismisses_none_but_keeps_what_an_editor_dismissed(self, writer, editor):
        story = make_draft(writer)
        with pytest.raises(PermissionDenied):
            self.choose(story, writer, reason="It is a film.")
        story = self.choose(story, editor, reason="It is a film.")
        assert actions.edition_of(story).content["advisories"] == []
        story = self.choose(story, writer, reason="It is a film.")
        with pytest.raises(PermissionDenied):
            self.choose(story, writer, reason="It is something else.")

    def test_restoring_a_version_brings_its_topics_back(self, writer):
        story = self.choose(make_draft(writer), writer)
        kept = story.revisions.first()
        with actions.edit(story, by=writer, version=story.version) as editing:
            actions.choose_topics(editing.story, [], by=writer)
        assert not StoryTopic.objects.exists()
        actions.restore(story, kept, by=writer, version=story.version + 1)
        assert StoryTopic.objects.get().topic == "suicide"


class TestWhatReadersGet:
    def test_a_plain_story_has_neither(self):
        make_live(body=BODY)
        article = Article.objects.get()
        assert (article.advisories, article.helplines) == ([], [])

    def test_the_usual_words_and_the_helpline(self):
        make_helpline("Quiet Line", topics=["suicide"], number="01632 960 001", hours="day and night")
        live("suicide")
        article = Article.objects.get()
        assert [note["note"] for note in article.advisories] == ["This story speaks of suicide."]
        (line,) = article.helplines
        assert (line["name"], line["tel"], line["hours"]) == ("Quiet Line", "01632960001", "day and night")

    def test_an_approval_from_before_there_were_topics_still_holds(self, writer):
        edition = actions.edition_of(make_draft(writer))
        before = {key: value for key, value in edition.content.items() if key not in {"advisories", "helplines"}}
        assert content_hash(before, edition.kind, "") == edition.content_hash

    def test_an_edition_of_an_older_version_is_shown_without(self):
        edition = make_live().live_edition
        edition.content = {k: v for k, v in edition.content.items() if k not in {"advisories", "helplines"}}
        assert article_of(edition).advisories == []

    def test_a_retraction_has_none(self, editor):
        make_helpline(topics=["suicide"])
        actions.retract(live("suicide"), by=editor, note="None of it was so.")
        article = Article.objects.get()
        assert (article.advisories, article.helplines) == ([], [])


class TestTheList:
    def test_trying_one_is_on_record_and_stays(self, editor):
        line = make_helpline(verified_on=None)
        actions.tried(line, by=editor)
        line.refresh_from_db()
        assert (line.verified_on, line.verified_by) == (timezone.localdate(), editor)
        assert HelplineTrial.objects.get().by == editor
        for change in (
            lambda: HelplineTrial.objects.update(by=make_user()),
            lambda: HelplineTrial.objects.all().delete(),
        ):
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
                change()

    def test_only_who_keeps_them_may(self, writer):
        line = make_helpline()
        for refused in (lambda: actions.tried(line, by=writer), lambda: actions.keep_helpline(line, by=writer)):
            with pytest.raises(PermissionDenied):
                refused()

    @pytest.mark.parametrize("role", [roles.EDITOR, roles.ADMINISTRATOR])
    def test_editors_and_administrators_keep_them(self, role):
        actions.tried(make_helpline(), by=make_user(role))

    def test_another_number_was_never_tried_and_other_words_change_nothing(self, editor):
        line = make_helpline()
        line.hours = "evenings"
        actions.keep_helpline(line, by=editor)
        assert line.verified_on
        line.number = "01632 960 999"
        actions.keep_helpline(line, by=editor)
        assert Helpline.objects.get().verified_on is None

    def test_what_is_due(self):
        today = timezone.localdate()
        make_helpline("Fresh")
        make_helpline("Stale", verified_on=today - timedelta(days=200))
        make_helpline("Never", verified_on=None)
        make_helpline("Gone", verified_on=None, is_retired=True)
        assert [str(one) for one in Helpline.objects.due(today - timedelta(days=180))] == ["Never", "Stale"]


class TestLiveStoriesFollow:
    def test_a_changed_number_reaches_them_as_a_refresh(self, editor, commit):
        line = make_helpline(topics=["suicide"], number="01632 960 001")
        story = live("suicide")
        line.number = "01632 960 002"
        with commit():
            followed = actions.keep_helpline(line, by=editor)
        assert followed.live == 1
        assert Article.objects.get().helplines[0]["number"] == "01632 960 002"
        assert Edition.objects.filter(story=story).latest("number").kind == "refresh"
        assert Article.objects.get().corrections == []

    def test_a_retired_one_is_taken_off_and_another_one_joins(self, editor, commit):
        line = make_helpline("Old Line", topics=["suicide"])
        live("suicide")
        with commit():
            line.is_retired = True
            actions.keep_helpline(line, by=editor)
        assert Article.objects.get().helplines == []
        with commit():
            actions.keep_helpline(Helpline(name="New Line", number="01632 960 003", topics=["suicide"]), by=editor)
        assert [one["name"] for one in Article.objects.get().helplines] == ["New Line"]

    def test_those_of_other_topics_and_plain_ones_stay_as_they_are(self, editor, commit):
        line = make_helpline(topics=["domestic_abuse"])
        live("suicide")
        make_live()
        line.hours = "evenings"
        with commit():
            assert actions.keep_helpline(line, by=editor).live == 0
        assert not Edition.objects.filter(kind="refresh").exists()

    def test_a_changed_region_takes_it_off_and_brings_it_back(self, editor, commit):
        """The story names no regions: those of the newsroom's profile are its readers'."""
        set_regions("GB-ENG")
        line = make_helpline(topics=["suicide"], regions=["GB"])
        live("suicide")
        assert [one["id"] for one in Article.objects.get().helplines] == [line.pk]
        for regions, shown in ((["IE"], []), (["GB-ENG"], [line.pk]), ([], [line.pk])):
            line.regions = regions
            with commit():
                actions.keep_helpline(line, by=editor)
            assert [one["id"] for one in Article.objects.get().helplines] == shown

    def test_a_region_decides_there_too(self, editor, commit):
        set_regions("GB-ENG")
        live("suicide")
        with commit():
            actions.keep_helpline(
                Helpline(name="Dublin", number="01632 960 003", topics=["suicide"], regions=["IE"]), by=editor
            )
        assert Article.objects.get().helplines == []

    def test_an_approval_with_it_in_does_not_hold_any_longer(self, writer, editor):
        line = make_helpline(topics=["suicide"])
        story = with_topics(make_draft(writer, body=SUICIDE), "suicide")
        story = actions.approve(actions.submit(story, by=writer), by=editor)
        line.hours = "evenings"
        assert actions.keep_helpline(line, by=editor).voided == (story,)
        with pytest.raises(actions.MoveRefused):
            actions.publish(story, by=editor)


def test_a_plain_story_asks_for_no_helplines(writer, django_assert_num_queries):
    story = make_draft(writer)
    with django_assert_num_queries(0):
        offered(story, [])
    make_helpline(topics=["suicide"])
    story = with_topics(story, "suicide")
    assert [one["topics"] for one in snapshot(story)["helplines"]] == [["suicide"]]
    assert edit_text(story, writer, BODY).revisions.first().snapshot["audience"] == []
