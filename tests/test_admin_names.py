"""The forms of people and organizations at the desk."""

import pytest

from accounts import roles
from tests.make import make_organization, make_person, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter(client):
    user = make_user(roles.REPORTER)
    client.force_login(user)
    return user


def test_who_adds_a_name_is_told_who_is_known_already(client, reporter):
    make_person("Nell Harrow")
    make_organization("Harrow Trust")
    assert "Nell Harrow" in client.get("/admin/articles/person/add/?name=Ida+Harrow").text
    assert "Harrow Trust" in client.get("/admin/articles/organization/add/?name=Trust").text
    assert client.get("/admin/articles/person/add/?name=+").status_code == 200
