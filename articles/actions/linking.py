"""Linking somebody whom a story names to it, and saying that they died: who is dead cannot be asked."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.actions.editing import edit
from articles.actions.names import describe_name
from articles.actions.passage import MoveRefused
from articles.models import Person, StoryPerson


def link_person(story, *, by, name="", person=None, role="", died_on: date | None = None, now=None):
    """An edit like any other: afterwards the person is one of the story's. person: one that the desk knows; else a new
    record of this name. Returns the Person.
    """
    now = now or timezone.now()
    if person is None and not name.strip():
        raise MoveRefused(_("Say whom."))
    if died_on and died_on > timezone.localdate(now):
        raise MoveRefused(_("That day has not come yet."))
    why = _("{name} linked to the story").format(name=person or name.strip())
    with edit(story, by=by, version=story.version, why=why, now=now) as editing:
        person = _described(person or Person(name=name.strip()), died_on, by)
        last = editing.story.story_people.order_by("-position").values_list("position", flat=True).first()
        part = {"role": role, "position": 0 if last is None else last + 1}
        StoryPerson.objects.get_or_create(story=editing.story, person=person, defaults=part)
    return person


def _described(person, died_on, by):
    """The record, with the day of death where one is given; only who may change records gives one to a known person."""
    if person.pk and not by.has_perm("articles.view_person"):
        raise PermissionDenied(_("You may not see this record."))
    if person.pk and (died_on is None or person.died_on == died_on):
        return person
    person.died_on = died_on
    describe_name(person, by=by)
    return person
