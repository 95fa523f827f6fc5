"""Content notes and helplines on the screens: the story's form, the list of helplines, readers' pages and feeds."""

import re

import pytest
from django.urls import reverse

from accounts import roles
from articles.models import Helpline, HelplineTrial, Story
from tests.make import make_draft, make_helpline, make_live, make_story, make_user, make_writer
from tests.make_public import make_article
from tests.test_admin_stories import change, form_of

pytestmark = pytest.mark.django_db

NOTE = {"topic": "suicide", "label": "Suicide", "note": "This story speaks of suicide.", "help_first": True}
LINE = {"id": 1, "name": "Quiet Line", "number": "01632 960 001", "tel": "01632960001", "url": "https://quiet.example/",
        "hours": "day and night", "language": "English and Welsh"}  # fmt: skip


@pytest.fixture
def reporter(client):
    reporter = make_writer(username="reporter")
    client.force_login(reporter)
    return reporter


@pytest.fixture
def editor(client):
    editor = make_user(roles.EDITOR, username="editor")
    client.force_login(editor)
    return editor


def topics(**rows):
    """What the browser sends of the topics' boxes. rows: {topic: {"applies", "note", "reason"}}."""
    sent = {"topics": "shown"}
    for topic, row in rows.items():
        sent |= {f"topics-{topic}": "on"} if row.get("applies") else {}
        sent |= {f"topics-{topic}-{part}": row.get(part, "") for part in ("note", "reason")}
    return sent


def kept(story):
    return [(one.topic, one.note, one.reason) for one in story.story_topics.all()]


class TestTheForm:
    def test_a_ticked_box_is_a_topic_with_its_words(self, client, reporter):
        story = make_draft(reporter)
        row = {"applies": True, "note": " A death  in a family. "}
        client.post(change(story), form_of(story, **topics(suicide=row)))
        assert kept(story) == [("suicide", "A death in a family.", "")]

    def test_an_unticked_box_takes_it_away_and_a_form_without_boxes_leaves_it(self, client, reporter):
        story = make_draft(reporter)
        client.post(change(story), form_of(story, **topics(suicide={"applies": True})))
        story = Story.objects.get()
        client.post(change(story), form_of(story, headline="Another headline for it"))
        story = Story.objects.get()
        assert story.headline == "Another headline for it" and kept(story) == [("suicide", "", "")]
        client.post(change(story), form_of(story, **topics()))
        assert kept(story) == []

    def test_a_new_story_has_them_from_its_first_save(self, client, reporter):
        client.post(reverse("admin:articles_story_add"), form_of(**topics(suicide={"applies": True})))
        assert kept(Story.objects.get()) == [("suicide", "", "")]

    def test_an_editor_says_why_one_does_not_apply(self, client, editor):
        story = make_story("in_review")
        client.post(change(story), form_of(story, **topics(suicide={"reason": "A film of that name."})))
        assert kept(story) == [("suicide", "", "A film of that name.")]

    def test_a_writer_is_not_asked_for_it_and_refused_where_it_is_forged(self, client, reporter):
        story = make_draft(reporter)
        assert "It does not apply" not in client.get(change(story)).text
        answer = client.post(change(story), form_of(story, **topics(suicide={"reason": "A film of that name."})))
        assert "An editor decides that a topic does not apply." in answer.text
        assert kept(story) == []

    def test_the_checks_suggest_a_topic_lead_to_its_box_and_offer_to_tick_it(self, client, reporter):
        story = make_draft(reporter)
        said = client.post(
            reverse("desk_checks", args=[story.pk]), form_of(story, body="<p>He killed himself.</p>")
        ).text
        assert 'href="#id_topics-suicide"' in said and 'data-take="id_topics-suicide"' in said
        assert "Suicide: “killed himself”" in said
        assert 'id="id_topics-suicide"' in client.get(change(story)).text

    def test_the_checks_see_a_box_that_was_ticked_just_now(self, client, reporter):
        make_helpline()
        story = make_draft(reporter)
        typed = form_of(story, body="<p>He killed himself.</p>", **topics(suicide={"applies": True}))
        assert "data-take" not in client.post(reverse("desk_checks", args=[story.pk]), typed).text
        assert kept(story) == []

    def test_a_save_that_came_too_late_shows_both(self, client, reporter):
        story = make_draft(reporter)
        typed = form_of(story, **topics(suicide={"applies": True})) | {"version": story.version + 3}
        answer = client.post(change(story), typed)
        assert answer.status_code == 409
        assert "What can hurt to read" in answer.text and 'name="topics-suicide"' in answer.text

    def test_who_may_only_look_reads_them(self, client, editor):
        story = make_live(lambda draft: draft.story_topics.create(topic="suicide", note="A death."))
        assert "Suicide: A death." in client.get(change(story)).text

    def test_far_too_long_a_note_is_refused(self, client, reporter):
        story = make_draft(reporter)
        row = {"applies": True, "note": "x" * 301}
        assert "At most 300 characters." in client.post(change(story), form_of(story, **topics(suicide=row))).text
        assert kept(story) == []


class TestTheList:
    def sent(self, **given):
        usual = {"name": "Quiet Line", "number": "01632 960 001", "url": "", "hours": "", "language": ""}
        return usual | {"topics": ["suicide"], "regions": "gb-eng\nIE"} | given

    def test_one_is_added_with_its_regions(self, client, editor):
        answer = client.post(reverse("admin:articles_helpline_add"), self.sent(_save="1"))
        assert answer.status_code == 302
        line = Helpline.objects.get()
        assert (line.regions, line.topics, line.verified_on) == (["GB-ENG", "IE"], ["suicide"], None)

    def test_it_needs_a_number_or_an_address(self, client, editor):
        answer = client.post(reverse("admin:articles_helpline_add"), self.sent(number="", _save="1"))
        assert "A number or a web address." in answer.text

    def test_the_button_saves_and_notes_who_has_tried_it(self, client, editor):
        line = make_helpline(verified_on=None)
        place = reverse("admin:articles_helpline_change", args=[line.pk])
        button = re.search(r'name="([^"]*tried)"', client.get(place).text)[1]
        client.post(place, self.sent(number=line.number, hours="evenings", **{button: "1"}))
        line.refresh_from_db()
        assert (line.hours, line.verified_by) == ("evenings", editor)
        assert HelplineTrial.objects.get().helpline == line

    def test_what_is_due_is_found(self, client, editor):
        make_helpline("Tried Line")
        make_helpline("Never Line", verified_on=None)
        page = client.get(reverse("admin:articles_helpline_changelist") + "?tried=due").text
        assert "Never Line" in page and "Tried Line" not in page

    def test_it_asks_as_often_for_many_as_for_few(self, client, editor, django_assert_max_num_queries):
        place = reverse("admin:articles_helpline_changelist")
        for _number in range(3):
            make_helpline()
        client.get(place)
        with django_assert_max_num_queries(40) as few:
            client.get(place)
        for _number in range(9):
            make_helpline()
        with django_assert_max_num_queries(len(few)):
            client.get(place)


class TestReaders:
    def test_the_note_stands_before_the_picture_and_the_text(self, client):
        picture = {"number": 7, "stem": "ab" * 16, "alt": "A quay.", "caption": "", "credit": "", "rights_holder": "",
                   "width": 1600, "height": 1067, "place": "lead",
                   "renditions": [{"name": f"{'ab' * 16}-640.webp", "width": 640, "height": 427, "format": "WEBP"}]}  # fmt: skip
        article = make_article(advisories=[NOTE | {"help_first": False}], lead_picture=picture, pictures=[picture])
        page = client.get(article.path).text
        assert (
            page.index("This story speaks of suicide.") < page.index('class="lead-picture') < page.index('class="body"')
        )

    def test_helplines_stand_after_the_text_and_for_suicide_before_it_too(self, client):
        page = client.get(make_article(advisories=[NOTE], helplines=[LINE]).path).text
        assert page.count('href="tel:01632960001"') == 2
        assert page.index("tel:") < page.index('class="body"') < page.rindex("tel:")
        assert "day and night · English and Welsh" in page
        other = make_article(slug="other", advisories=[NOTE | {"help_first": False}], helplines=[LINE])
        page = client.get(other.path).text
        assert page.index('class="body"') < page.index("tel:")

    @pytest.mark.parametrize(
        ("topic", "offered"), [("domestic_abuse", True), ("sexual_violence", True), ("suicide", False)]
    )
    def test_who_may_be_watched_reading_finds_a_way_out(self, topic, offered, client):
        article = make_article(advisories=[NOTE | {"topic": topic, "help_first": False}])
        page = client.get(article.path).text
        assert ('<a class="leave" href="https://www.wikipedia.org/" rel="noreferrer"' in page) is offered
        assert ("reading/leave.js" in page) is offered
        assert ("browser’s history" in page) is offered

    def test_a_paper_that_names_nowhere_to_go_has_no_way_out(self, client, settings):
        settings.LEAVE_TO = ""
        article = make_article(advisories=[NOTE | {"topic": "domestic_abuse"}])
        assert "leave" not in client.get(article.path).text

    def test_a_story_without_shows_neither(self, client):
        page = client.get(make_article().path).text
        assert "advisory" not in page and "helplines" not in page

    def test_feeds_begin_with_the_note(self, client):
        article = make_article(advisories=[NOTE], helplines=[LINE], description="The quay at dawn.")
        feed = client.get("/feed.xml").text
        assert "This story speaks of suicide.&lt;br&gt;The quay at dawn." in feed
        assert "This story speaks" not in client.get("/").text
        assert "contentRating" not in client.get(article.path).text

    def test_the_feed_asks_as_often_for_many_as_for_few(self, client, django_assert_max_num_queries):
        for number in range(3):
            make_article(slug=f"a{number}", advisories=[NOTE], helplines=[LINE])
        with django_assert_max_num_queries(10) as few:
            client.get("/feed.xml")
        for number in range(9):
            make_article(slug=f"b{number}", advisories=[NOTE], helplines=[LINE])
        with django_assert_max_num_queries(len(few)):
            client.get("/feed.xml")
