"""The form field of a story's text."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from articles.admin.editor.vanished import KINDS, vanished
from articles.admin.editor.widgets import BodyWidget
from articles.text import sanitise

LONGEST = 1_000_000


class BodyField(forms.CharField):
    """Sanitised HTML. Refuses a text in which marks vanish that nobody says they removed.

    `previous` is the text that was opened for editing; where a form does not set it, the form's initial value.
    """

    widget = BodyWidget
    default_error_messages = {
        "vanished": _(
            "This save would remove all %(kinds)s from the text, although the words are still there. Nothing has been "
            "saved. If you did not remove them, the editor may not have loaded completely: reload the page and save "
            "again. If you did, tick the box below the text and save."
        ),
    }

    def __init__(self, **kwargs):
        super().__init__(**{"required": False, "strip": False} | kwargs)
        too_long = ngettext_lazy(
            "The text has more than %(limit_value)d character with its markup.",
            "The text has more than %(limit_value)d characters with its markup.",
            "limit_value",
        )
        self.validators = [MaxLengthValidator(LONGEST, too_long)]
        self.previous = None

    def get_bound_field(self, form, field_name):
        if self.previous is None:
            self.previous = form.get_initial_for_field(self, field_name) or ""
        return super().get_bound_field(form, field_name)

    def to_python(self, value):
        text = super().to_python(value)
        return text if len(text) > LONGEST else sanitise(text)

    def clean(self, value):
        text = super().clean(value)
        if not getattr(value, "confirmed", False):
            self._refuse_losses(text, getattr(value, "removed", frozenset()))
        return text

    def has_changed(self, initial, data):
        return sanitise(initial or "") != sanitise(data or "")

    def _refuse_losses(self, text, removed):
        missed = [KINDS[kind] for kind in vanished(self.previous or "", text) if kind not in removed]
        if missed:
            self.widget.lost = missed
            kinds = ", ".join(str(kind) for kind in missed)
            raise ValidationError(self.error_messages["vanished"], code="vanished", params={"kinds": kinds})
