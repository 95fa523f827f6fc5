"""The one door through which the record may be rewritten, and that nothing with words in it is forgotten."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from accounts import roles
from articles.actions import reach, redact
from articles.models import Edition, Redaction, RedactionDoor, Revision, Transition
from tests.make import make_user
from tests.test_redaction import NAME, WHY, dump, named_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def lawyer():
    return make_user(roles.LEGAL, username="lawyer")


def plain_updates():
    with connection.cursor() as cursor:
        for statement in (
            "UPDATE articles_edition SET public_note = 'x'",
            "UPDATE articles_revision SET why = 'x'",
            "UPDATE articles_transition SET note = 'x'",
            "UPDATE articles_redaction SET words = 'x'",
        ):
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
                cursor.execute(statement)


class TestTheDoor:
    def test_it_is_shut_before_and_after(self, lawyer):
        story = named_story()
        redact([NAME], by=lawyer, story=story, **WHY)
        assert not RedactionDoor.objects.exists()
        plain_updates()
        for model in (Edition, Revision, Transition, Redaction):
            with pytest.raises(DatabaseError), transaction.atomic():
                model.objects.all().delete()

    def test_a_failure_midway_changes_nothing_and_leaves_it_shut(self, lawyer, monkeypatch):
        story = named_story()
        before = dump()
        monkeypatch.setattr(redact.__globals__["project"], "project", lambda edition: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            redact([NAME], by=lawyer, story=story, **WHY)
        assert dump() == before
        assert not Redaction.objects.exists() and not RedactionDoor.objects.exists()

    @pytest.mark.parametrize(
        ("table", "change"),
        [
            ("edition", "number = 99"),
            ("revision", "by_id = NULL"),
            ("transition", "at = NULL"),
            ("redaction", "by_id = NULL"),
        ],
    )
    def test_even_while_it_is_open_who_and_when_are_refused(self, lawyer, table, change):
        record = redact([NAME], by=lawyer, story=named_story(), **WHY)
        with transaction.atomic(), connection.cursor() as cursor:
            door = RedactionDoor.objects.create(redaction=record)
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
                cursor.execute(f"UPDATE articles_{table} SET {change}")
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
                cursor.execute(f"DELETE FROM articles_{table}")
            door.delete()

    @pytest.mark.django_db(transaction=True)
    def test_nobody_can_leave_it_open(self, lawyer):
        record = redact([NAME], by=lawyer, story=named_story(), **WHY)
        with pytest.raises(DatabaseError), transaction.atomic():
            RedactionDoor.objects.create(redaction=record)
        assert not RedactionDoor.objects.exists()
        plain_updates()


def test_every_column_of_words_is_looked_at_or_known_to_hold_none():
    passed = {
        "articles.ConfidentialRead", "articles.SourceDetail", "articles.Heartbeat", "articles.RedactionConfirmation",
        "articles.RedactionDoor", "articles.Writer", "articles.Section", "articles.StoryTag", "articles.StoryLabel",
        "articles.Byline", "articles.StoryCase", "articles.Jurisdiction", "articles.JurisdictionChange",
        "articles.Rule", "articles.Term", "articles.Article", "articles.ArticleTag", "articles.ArticleAuthor",
        "articles.ArticleProfile", "articles.CorrectionNotice", "articles.HelplineTrial", "articles.Tombstone",
        "articles.KeptPage",
    }  # fmt: skip
    for model in apps.get_app_config("articles").get_models():
        if model not in reach.COLUMNS:
            assert model._meta.label in passed or model._meta.auto_created
            continue
        unread = {
            field.name
            for field in model._meta.concrete_fields
            if field.get_internal_type()
            in {"CharField", "TextField", "JSONField", "URLField", "SlugField", "EmailField"}
            and not field.choices
        } - set(reach.COLUMNS[model])
        assert unread <= {
            "body_text", "language", "content_hash", "move", "wikidata_id", "page_reason", "stem", "format", "sha256",
            "renditions", "found", "key", "words_hash", "file", "term_hashes", "forbidden_hashes", "kind", "page", "subject",
            "topics",
        }, model  # fmt: skip
