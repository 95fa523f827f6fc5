"""No name gets a public page by itself: an editor decides it, with a reason."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from accounts import roles
from articles import actions
from articles.actions import MoveRefused, names, refreshing
from articles.models import Article, Person, Profile
from tests.make import add_person, approved, make_draft, make_person, make_user, make_writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db):
    return make_user(roles.EDITOR)


def publish_about(person_part, story, writer, editor):
    return actions.publish(approved(actions.submit(story, by=writer), editor), by=editor)


def test_a_person_has_no_page_until_it_is_decided(editor):
    writer = make_writer()
    story = make_draft(writer)
    part = add_person(story)
    publish_about(part, story, writer, editor)
    assert not Profile.objects.exists()
    assert Article.objects.get().people[0]["slug"] == ""


def test_a_decision_makes_the_page_and_a_story_makes_it_live(editor):
    writer = make_writer()
    story = make_draft(writer)
    part = add_person(story)
    person = actions.decide_page(part.person, by=editor, reason="Holds the city’s highest office.")
    assert not person.profile.is_live
    publish_about(part, story, writer, editor)
    assert Profile.objects.get().is_live
    assert Article.objects.get().people[0]["slug"] == "nell-harrow"


def test_it_needs_a_reason_and_the_right(editor):
    with pytest.raises(MoveRefused):
        actions.decide_page(make_person(), by=editor, reason=" ")
    for role in sorted(set(roles.ROLES) - {roles.EDITOR}):
        with pytest.raises(PermissionDenied):
            actions.decide_page(make_person(), by=make_user(role), reason="Because.")


def test_the_database_refuses_a_page_without_a_reason(editor):
    person = actions.decide_page(make_person(), by=editor, reason="Mayor.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=person.pk).update(page_reason="")


def test_a_withdrawn_page_leaves_the_name_in_live_stories_without_the_link(editor):
    writer = make_writer()
    story = make_draft(writer)
    part = add_person(story)
    person = actions.decide_page(part.person, by=editor, reason="Mayor.")
    story = publish_about(part, story, writer, editor)
    updated = Article.objects.get().updated_at
    actions.withdraw_page(person, by=editor)
    article = Article.objects.get()
    assert (article.people[0]["name"], article.people[0]["slug"]) == ("Nell Harrow", "")
    assert article.updated_at == updated
    assert not Profile.objects.exists()
    story.refresh_from_db()
    assert story.live_edition.kind == "refresh"


@pytest.mark.parametrize("value", ["42", "q42", "Q0", "Q42 "])
def test_a_wikidata_id_is_a_q_and_a_number(value):
    with pytest.raises(ValidationError):
        Person(name="X", wikidata_id=value).full_clean()
    Person(name="X", wikidata_id="Q42").full_clean()


def test_two_people_of_one_name_have_two_pages(editor):
    pages = [actions.decide_page(make_person("Nell Harrow"), by=editor, reason="Known.").profile for _ in range(2)]
    assert {page.slug for page in pages} == {"nell-harrow", "nell-harrow-2"}


def test_withdrawing_a_page_never_undoes_a_publication_made_meanwhile(editor, monkeypatch):
    writer = make_writer()
    story = make_draft(writer)
    part = add_person(story)
    person = actions.decide_page(part.person, by=editor, reason="Mayor.")
    story = publish_about(part, story, writer, editor)
    newer = actions.retract(story, by=editor, note="The letter was forged.").live_edition
    monkeypatch.setattr(names.Article.objects, "about", lambda _profile: Article.objects.all())
    monkeypatch.setattr(refreshing, "_held", lambda _number: story)  # as it was read before the retraction
    with pytest.raises(actions.Stale):
        actions.withdraw_page(person, by=editor)
    monkeypatch.undo()
    story.refresh_from_db()
    assert story.live_edition == newer
    assert Article.objects.get().is_retracted
    assert Profile.objects.exists()
