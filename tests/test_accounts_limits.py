"""Guessing passwords: limited for whoever guesses, while the right person still comes in from elsewhere."""

import pytest

from accounts import roles
from tests.make import make_user

pytestmark = pytest.mark.django_db
PASSWORD = "a-long-password-1"


@pytest.fixture(autouse=True)
def mira():
    return make_user(roles.REPORTER, username="mira")


def attempt(client, password="wrong", username="mira", ip="192.0.2.1", **headers):
    return client.post("/admin/login/", {"username": username, "password": password}, REMOTE_ADDR=ip, headers=headers)


def let_in(response):
    return response.status_code == 302


class TestGuessing:
    def test_two_hundred_times_gets_five_answers_and_leaves_the_right_person_their_way_in(self, client):
        checked = [attempt(client) for _ in range(200)]
        assert sum("do not go together" in one.text for one in checked) <= 5
        assert not let_in(attempt(client, PASSWORD))
        assert let_in(attempt(client, PASSWORD, ip="198.51.100.7"))

    @pytest.mark.parametrize("username", ["MIRA", "mira ", " Mira", "mira@example.org", "MIRA@EXAMPLE.ORG"])
    def test_another_spelling_of_the_name_does_not_help_for_long(self, client, username):
        for _ in range(6):
            attempt(client)
        for _ in range(6):
            attempt(client, username=username)
        assert not let_in(attempt(client, PASSWORD, username=username))

    def test_a_made_up_forwarded_address_does_not_help(self, client):
        for number in range(12):
            attempt(client, **{"x-forwarded-for": f"203.0.113.{number}", "x-real-ip": f"203.0.113.{number}"})
        assert not let_in(attempt(client, PASSWORD, **{"x-forwarded-for": "203.0.113.99"}))

    def test_from_everywhere_at_once_is_limited_for_the_account(self, client):
        answers = [attempt(client, ip=f"10.{number // 200}.{number % 200}.1") for number in range(320)]
        assert "Too many wrong attempts" in answers[-1].text

    def test_in_between_right_ones_is_limited_as_well(self, client):
        for _ in range(3):
            for _ in range(2):
                attempt(client)
            let_in(attempt(client, PASSWORD))
            client.post("/admin/logout/")
        assert not let_in(attempt(client, PASSWORD))

    def test_a_network_of_the_sixth_version_is_one_address(self, client):
        for number in range(6):
            attempt(client, ip=f"2001:db8::{number}")
        assert not let_in(attempt(client, PASSWORD, ip="2001:db8::ffff"))


def test_right_passwords_use_up_nothing(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed_anywhere": "2/1h/key"}
    for number in range(4):
        assert let_in(attempt(client, PASSWORD, ip=f"198.51.100.{number}"))
        client.post("/admin/logout/")
