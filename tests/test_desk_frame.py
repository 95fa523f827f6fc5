"""The frame around every page of the desk: where one is, the side bar, what an empty list says."""

import re

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from accounts import roles
from tests.make import make_story, make_user

pytestmark = pytest.mark.django_db


def page_for(client, role, name, *args, query=""):
    client.force_login(make_user(role))
    return client.get(reverse(name, args=args) + query).content.decode()


def where(page):
    heading = re.search(r"<h1.*?</h1>", page, re.DOTALL)[0]
    return " ".join(strip_tags(heading).replace("chevron_right", "›").split())


def test_the_way_to_a_story_names_the_list_once(client):
    story = make_story(headline="Harbour wall to be mended")
    page = page_for(client, roles.EDITOR, "admin:articles_story_change", story.pk)
    assert where(page) == "Stories›Harbour wall to be mended"


def test_a_blank_form_says_what_it_makes(client):
    assert where(page_for(client, roles.REPORTER, "admin:articles_story_add")) == "Stories ›Add story"


@pytest.mark.parametrize(("role", "offered"), [(roles.ADMINISTRATOR, True), (roles.EDITOR, False)])
def test_invitations_stand_at_the_side_for_who_may_invite(client, role, offered):
    page = page_for(client, role, "admin:index")
    assert (reverse("admin:accounts_invitation_changelist") in page) is offered


@pytest.mark.parametrize(("query", "says"), [("?q=zebra", "Nothing matches"), ("", "Nothing here yet")])
def test_a_list_without_rows_says_why(client, query, says):
    assert says in page_for(client, roles.REPORTER, "admin:articles_story_changelist", query=query)


@pytest.mark.parametrize("name", ["admin:index", "admin:articles_story_changelist", "admin:articles_tag_add"])
def test_every_page_has_a_way_past_the_side_bar_and_words_without_javascript(client, name):
    page = page_for(client, roles.EDITOR, name)
    assert 'href="#content"' in page
    assert 'id="content"' in page
    assert "JavaScript is switched off." in page
