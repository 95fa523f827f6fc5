"""The spine in one test: written, submitted, approved by somebody else, published, taken down."""

import pytest

from accounts import roles
from articles import actions
from articles.models import Article, Path
from tests.make import add_person, make_draft, make_tag, make_user, make_writer

pytestmark = pytest.mark.django_db


def test_what_an_editor_publishes_a_reader_reads():
    reporter, editor = make_writer(), make_user(roles.EDITOR)
    story = make_draft(reporter, headline="Council votes to mend the harbour wall")
    story.tags.add(make_tag())
    add_person(story)
    story = actions.submit(story, by=reporter)
    story = actions.approve(story, by=editor)
    story = actions.publish(story, by=editor)
    article = Article.objects.get(story_number=story.pk)
    assert article.headline == "Council votes to mend the harbour wall"
    assert article.path.endswith("/council-votes-to-mend-the-harbour-wall/")
    assert [person["role_label"] for person in article.people] == ["Official"]
    story = actions.take_down(story, by=editor)
    assert Path.objects.get(story_number=story.pk).answer == "gone"
    assert not Article.objects.exists()
