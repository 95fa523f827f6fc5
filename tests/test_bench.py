"""manage.py bench gate: what it measures on, and that nothing of it stays. How long it takes is no test."""

import json

import pytest
from django.apps import apps
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def counts():
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}


def test_it_times_a_long_story_and_keeps_nothing_of_it(capsys):
    before = counts()
    call_command("bench", "gate", "--json", "--runs", "1")
    told = json.loads(capsys.readouterr().out)
    assert (told["claims"], told["sources"], told["people"]) == (40, 30, 20)
    assert 3000 <= told["words"] < 3100 and told["ms"] > 0 and told["checklist_ms"] > told["ms"] / 2
    assert counts() == before


def test_without_json_people_can_read_it(capsys):
    call_command("bench", "gate", "--runs", "1")
    assert "claims: 40\n" in capsys.readouterr().out
