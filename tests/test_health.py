"""`/healthz` and `/readyz`: what somebody who watches the processes is told."""

import json
from datetime import timedelta

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.db import OperationalError
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from articles import actions
from articles.models import Outbox, Story
from newsroom import health
from newsroom.health import Health
from newsroom.health_desk import DeskHealth
from tests.make import make_story

pytestmark = pytest.mark.django_db


def asked(kind, address="/healthz", method="get"):
    passed_on = HttpResponse("a page")
    return kind(lambda request: passed_on)(getattr(RequestFactory(), method)(address))


def state(kind, address="/healthz"):
    response = asked(kind, address)
    return response.status_code, json.loads(response.content)


@pytest.fixture
def alive():
    actions.beat("worker-1")


class TestTheReadersProcess:
    def test_is_well_with_database_and_cache(self):
        assert state(Health) == (200, {"status": "ok", "database": "ok", "cache": "ok"})

    def test_knows_nothing_of_the_worker(self):
        assert "worker" not in state(Health)[1]

    def test_is_at_fault_without_its_database_and_serves_nothing(self, monkeypatch):
        def gone(*args, **kwargs):
            raise OperationalError("connection to server at 10.0.0.5 failed")

        monkeypatch.setattr(health.Path.objects, "order_by", gone)
        for address in ("/healthz", "/readyz"):
            status, told = state(Health, address)
            assert (status, told["database"]) == (503, "does not answer")
            assert "10.0.0.5" not in str(told)

    def test_is_at_fault_without_its_cache_but_goes_on_serving(self, monkeypatch):
        monkeypatch.setattr(LocMemCache, "get", lambda *args, **kwargs: None)
        status, told = state(Health)
        assert (status, told["status"], told["database"]) == (503, "fault", "ok")
        assert told["cache"].startswith("does not answer")
        assert state(Health, "/readyz")[0] == 200

    def test_leaves_every_other_address_alone(self):
        assert asked(Health, "/healthz/x").content == b"a page"

    def test_is_only_read(self):
        assert asked(Health, method="post").status_code == 405

    def test_is_never_kept(self):
        assert asked(Health)["Cache-Control"] == "no-store"


class TestTheDesk:
    def test_is_well_while_the_worker_beats(self, alive):
        told = {"status": "ok", "database": "ok", "cache": "ok", "worker": "ok", "schedule": "ok", "effects": "ok"}
        assert state(DeskHealth) == (200, told)

    def test_says_that_no_worker_ever_ran(self):
        status, told = state(DeskHealth)
        assert (status, told["worker"]) == (503, "has never run")

    def test_says_since_when_the_worker_is_silent(self):
        actions.beat("worker-1", timezone.now() - timedelta(minutes=3))
        status, told = state(DeskHealth)
        assert status == 503
        assert told["worker"].startswith("last seen 2")

    def test_counts_stories_past_their_hour(self, alive):
        story = make_story(status="scheduled")
        Story.objects.filter(pk=story.pk).update(publish_at=timezone.now() - timedelta(minutes=3))
        status, told = state(DeskHealth)
        assert (status, told["schedule"]) == (503, "1 past their hour")
        assert story.headline not in str(told)

    def test_counts_effects_that_nobody_delivered(self, alive):
        then = timezone.now() - timedelta(minutes=3)
        Outbox.objects.create(kind="purge", payload={"keys": []}, due_at=then)
        status, told = state(DeskHealth)
        assert (status, told["effects"]) == (503, "1 waiting")


class TestOverHTTP:
    def test_a_prober_needs_no_name_no_login_and_no_cookie(self, client, alive):
        response = client.get("/healthz", headers={"host": "10.0.0.7:8001"})
        assert response.status_code == 200
        assert response.json()["worker"] == "ok"
        assert not response.cookies
