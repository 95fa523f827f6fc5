"""Who a source is stays with those who may know; who must not be named is found without being kept."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from accounts import roles
from articles import actions
from articles.models import ConfidentialRead, ProtectedPerson, Revision, SourceDetail
from articles.publishing.protected import hashes_of, named_in
from tests.make import make_draft, make_source, make_user, make_writer

pytestmark = pytest.mark.django_db
CANARY = "CANARY Ottoline Featherstonehaugh"


@pytest.fixture
def source(db):
    source = make_source("A nurse who works nights", kind="person")
    actions.write_detail(source, by=make_user(roles.LEGAL), facts={"name": CANARY, "contact": "", "notes": ""})
    return source


class TestWhoASourceIs:
    def test_the_right_reads_it_and_each_reading_is_logged(self, source):
        lawyer = make_user(roles.LEGAL)
        assert actions.read_detail(source, by=lawyer)["name"] == CANARY
        assert [(read.detail_number, read.by) for read in ConfidentialRead.objects.all()] == [(source.pk, lawyer)]

    @pytest.mark.parametrize("role", sorted(set(roles.ROLES) - {roles.LEGAL}))
    def test_nobody_else_reads_it(self, source, role):
        with pytest.raises(PermissionDenied):
            actions.read_detail(source, by=make_user(role))
        assert not SourceDetail.objects.visible_to(make_user(role)).exists()
        assert not ConfidentialRead.objects.exists()

    def test_a_reporter_writes_it_down_once_and_does_not_replace_it(self, source):
        reporter, fresh = make_user(roles.REPORTER), make_source("A surveyor", kind="person")
        actions.write_detail(fresh, by=reporter, facts={"name": "B"})
        with pytest.raises(PermissionDenied):
            actions.write_detail(source, by=reporter, facts={"name": "C"})

    def test_it_lies_encrypted(self, source):
        with connection.cursor() as cursor:
            cursor.execute("SELECT sealed FROM articles_sourcedetail")
            assert b"CANARY" not in bytes(cursor.fetchone()[0])

    def test_names_of_records_are_codes(self, source):
        assert str(source.detail) == f"S-{source.pk}"
        assert CANARY not in str(source)

    def test_it_is_in_no_revision(self, source):
        writer = make_writer()
        story = make_draft(writer)
        story.story_sources.create(source=source, terms="background", attribution="a nurse")
        with actions.edit(story, by=writer, version=story.version):
            pass
        assert CANARY not in str(list(Revision.objects.values_list("snapshot", flat=True)))


class TestProtectedPeople:
    def test_the_name_is_not_kept(self):
        actions.protect(by=make_user(roles.LEGAL), public_label="Ms K", reason="complainant", phrases=[CANARY])
        assert "Featherstonehaugh" not in str(ProtectedPerson.objects.values().get())

    def test_only_who_may_records_one(self):
        with pytest.raises(PermissionDenied):
            actions.protect(by=make_user(roles.EDITOR), public_label="Ms K", reason="child", phrases=["x"])

    @pytest.mark.parametrize(
        "text",
        [
            "Ottoline Featherstonehaugh",
            "OTTOLINE  FEATHERSTONEHAUGH’s",
            "ottoline-featherstonehaugh",
            "Öttolíne Featherstonehaugh",
        ],
    )
    def test_a_name_is_found_in_any_dress(self, text):
        assert named_in(f"So said {text} yesterday", {1: hashes_of(["Ottoline Featherstonehaugh"])}) == [1]

    def test_parts_of_a_name_are_not_the_name(self):
        assert named_in("Ottoline went to Featherstonehaugh", {1: hashes_of(["Ottoline Featherstonehaugh"])}) == []
