"""Helplines that nobody has tried for too long: on the desk's first page, and in one mail a week to who may try them."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.models import Helpline, Jurisdiction, Outbox
from tests.make import make_helpline, make_user, make_writer

pytestmark = pytest.mark.django_db
ZONE = timezone.get_default_timezone()
TUESDAY = datetime(2026, 6, 2, 12, tzinfo=ZONE)
WEEK = timedelta(days=7)


def tried(days_ago, name="Quiet Line", **facts):
    return make_helpline(name, verified_on=TUESDAY.date() - timedelta(days=days_ago), **facts)


def worker(now, monkeypatch):
    monkeypatch.setattr("articles.actions.care.timezone.now", lambda: now)
    actions.remind_of_helplines(now)
    for _round in range(2):
        actions.sweep(now + timedelta(seconds=1))


class TestTheMail:
    def test_goes_once_a_week_to_who_may_try_them(self, mailoutbox, monkeypatch):
        editor, _writer = make_user(roles.EDITOR), make_writer()
        gone = make_user(roles.EDITOR, username="gone")
        gone.__class__.objects.filter(pk=gone.pk).update(is_active=False)
        tried(181)
        tried(10, "Fresh Line")
        counts = []
        for now in (TUESDAY, TUESDAY + timedelta(hours=1), TUESDAY + timedelta(days=3), TUESDAY + WEEK):
            worker(now, monkeypatch)
            counts.append(len(mailoutbox))
        assert counts == [1, 1, 1, 2]
        assert mailoutbox[0].to == [editor.email]
        assert "Quiet Line: 01632 960 000" in mailoutbox[0].body and "Fresh Line" not in mailoutbox[0].body
        assert "/admin/articles/helpline/?tried=due" in mailoutbox[0].body
        assert mailoutbox[0].subject == "1 helpline is to be tried"

    def test_does_not_go_before_monday_morning_nor_where_nothing_is_due(self, mailoutbox, monkeypatch):
        make_user(roles.EDITOR)
        line = tried(10)
        worker(TUESDAY, monkeypatch)
        assert not Outbox.objects.exists()
        Helpline.objects.filter(pk=line.pk).update(verified_on=None)
        worker(datetime(2026, 6, 8, 7, 59, tzinfo=ZONE), monkeypatch)
        assert not mailoutbox
        worker(datetime(2026, 6, 8, 8, 1, tzinfo=ZONE), monkeypatch)
        assert len(mailoutbox) == 1

    def test_says_nothing_of_one_that_was_tried_meanwhile(self, mailoutbox, monkeypatch):
        editor = make_user(roles.EDITOR)
        line = tried(181)
        actions.remind_of_helplines(TUESDAY)
        actions.tried(line, by=editor, now=TUESDAY)
        worker(TUESDAY, monkeypatch)
        assert not mailoutbox

    def test_goes_by_the_days_of_the_profile(self, monkeypatch, mailoutbox):
        make_user(roles.EDITOR)
        tried(40)
        rule = Jurisdiction.objects.default().rules.get(key="helplines.verified_days")
        actions.change_rule(rule, by=make_user(roles.LEGAL), value=30, cites="House practice", why="They change.")
        worker(TUESDAY, monkeypatch)
        assert "for 30 days" in mailoutbox[0].body


class TestTheFirstPage:
    def test_tells_who_may_try_them_and_leads_there(self, client):
        make_helpline(verified_on=None)
        make_helpline("Another", verified_on=None)
        make_helpline("Gone", verified_on=None, is_retired=True)
        client.force_login(make_user(roles.EDITOR))
        page = client.get("/admin/").text
        assert "2 helplines are to be tried" in page
        assert "/admin/articles/helpline/?tried=due" in page

    @pytest.mark.parametrize("role", [roles.REPORTER, roles.LEGAL])
    def test_tells_nobody_else_and_nothing_where_all_are_good(self, client, role):
        line = make_helpline(verified_on=None)
        client.force_login(make_user(role))
        assert "to be tried" not in client.get("/admin/").text
        Helpline.objects.filter(pk=line.pk).update(verified_on=timezone.localdate())
        client.force_login(make_user(roles.EDITOR))
        assert "to be tried" not in client.get("/admin/").text
