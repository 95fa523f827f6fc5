"""One form opened by two people: what the other has saved meanwhile stays where it was not touched here, and is told
where it was. Stories are compared as a whole instead (articles.admin.stale).
"""

import json
from datetime import UTC, datetime
from hashlib import sha256

from django.db.models import Model, QuerySet
from django.utils.formats import localize
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.admin.editor import BodyField
from articles.text import plain

OPENED = "as_opened"  # what the page sends back: {field: mark of what it said}
LONGEST_TOLD = 300


class Meanwhile:
    """Before a ModelForm: a page that does not say what it showed when it was opened is saved as it comes."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._now = {name: self.initial.get(name) for name in self.fields if self._stands_in_table(name)}

    def as_opened(self):
        return json.dumps({name: _mark(value) for name, value in self._now.items()})

    def clean(self):
        for name in self._changed_by_others():
            if _mark(self.cleaned_data[name]) == _mark(self._now[name]):
                continue
            if _mark(self.cleaned_data[name]) == self._opened[name]:
                self._keep_theirs(name)
            else:
                self.add_error(name, self._told(name))
        return super().clean()

    def _changed_by_others(self):
        self._opened = _read(self.data.get(OPENED))
        return [
            name
            for name, value in self._now.items()
            if name in self.cleaned_data and self._opened.get(name, _mark(value)) != _mark(value)
        ]

    def _keep_theirs(self, name):
        theirs = getattr(self.instance, name)
        self.cleaned_data[name] = theirs.all() if self.instance._meta.get_field(name).many_to_many else theirs
        if name in self.changed_data:
            self.changed_data.remove(name)

    def _told(self, name):
        """Their words, as far as there is room; the page sent back knows them, so that a second save is a decision."""
        said = _("Somebody has changed this meanwhile (now: “%(theirs)s”). Save again to have yours instead.")
        return said % {"theirs": Truncator(self._in_words(name) or _("nothing")).chars(LONGEST_TOLD)}

    def _in_words(self, name):
        field, value = self.instance._meta.get_field(name), getattr(self.instance, name)
        if field.many_to_many:
            return ", ".join(str(one) for one in value.all())
        if field.choices:
            return str(getattr(self.instance, f"get_{name}_display")())
        if isinstance(value, list):
            return ", ".join(str(one) for one in value)
        if isinstance(self.fields[name], BodyField):
            return plain(value)
        return "" if value is None else str(localize(value))

    def _stands_in_table(self, name):
        table = self._meta.model._meta
        return any(field.name == name for field in (*table.fields, *table.many_to_many))


def _read(sent):
    try:
        read = json.loads(sent or "{}")
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def _mark(value):
    """Short, and the same for a value of the table and for the same value typed."""
    if isinstance(value, (list, tuple, QuerySet)):
        value = [one.pk if isinstance(one, Model) else one for one in value]
    elif isinstance(value, Model):
        value = value.pk
    elif isinstance(value, datetime):
        value = value.astimezone(UTC).replace(microsecond=0)
    words = "" if value is None else str(value)
    return sha256(words.replace("\r\n", "\n").strip().encode()).hexdigest()[:16]
