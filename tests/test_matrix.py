"""Every address of the desk × every role × GET and POST is what tests/matrix.txt says. A new address needs its line."""

import logging
import os

import pytest
from django.db import transaction
from django.test import Client

from tests import matrix

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def desk(django_db_setup, django_db_blocker):
    """Made once: everything that is asked of it is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield matrix.make_desk()
        transaction.set_rollback(True)


@pytest.mark.parametrize("column", matrix.COLUMNS)
def test_every_address_answers_as_the_table_says(desk, column):
    logging.disable()  # each refusal would be logged with its traceback
    answers, broken = matrix.walk(desk, column)
    logging.disable(logging.NOTSET)
    table = matrix.read()
    if os.environ.get("WRITE_MATRIX"):
        matrix.write(table | {column: answers})
        return
    assert not broken
    assert answers == table[column]


def test_no_form_of_another_site_is_taken(desk):
    """Without its token nothing is done, whoever's browser sends it."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(desk.people["superuser"])
    logging.disable()
    answers = {
        row.label: client.post(f"/admin/{row.path}", row.sent).status_code for row in matrix.rows(desk, "editor")
    }
    logging.disable(logging.NOTSET)
    assert set(answers.values()) == {403}


class TestTheTableItself:
    TABLE = matrix.read()
    OPEN = {"account/inactive/", "account/reset/", "account/reset/<key>/", "account/reset/done/", "account/reset/sent/",
            "invited/<token>/", "login/"}  # fmt: skip

    def test_nothing_breaks(self):
        odd = {cell for column in self.TABLE.values() for cell in column.values() if "(" in cell or "?" in cell}
        assert not odd

    def test_strangers_are_asked_to_sign_in_but_for_the_pages_around_it(self):
        assert {label for label, cell in self.TABLE["anonymous"].items() if cell != "sign-in"} == self.OPEN

    def test_nobody_deletes_anything(self):
        cells = {column[label] for column in self.TABLE.values() for label in column if label.endswith("/delete/")}
        assert cells == {"sign-in", "refused"}

    def test_no_move_is_made_by_asking_for_a_page(self):
        moves = {column[label] for column in self.TABLE.values() for label in column if "/move/" in label}
        assert {cell.split("/")[0] for cell in moves} == {"sign-in", "method"}

    def test_who_has_no_role_is_shown_nothing_of_the_desk(self):
        shown = {label for label, cell in self.TABLE["no role"].items() if cell.startswith("page")}
        assert not {
            label for label in shown if label.startswith(("articles/", "accounts/", "editor/", "autocomplete/"))
        }
