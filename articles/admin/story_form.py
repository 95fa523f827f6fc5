"""The story's form: every column that an edit may change, the tags, and the one-line source box."""

import json

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from taggit.forms import TagWidget
from unfold.widgets import (
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
    UnfoldBooleanSwitchWidget,
)

from articles.admin import claims, source_line
from articles.admin.editor import BodyField
from articles.admin.topics import TopicsField, rows_of
from articles.models import Story, Terms
from articles.workflow import Kind

SHORT = {"standfirst", "description", "public_note", "desk_note", "was_wrong", "is_right", "how_found"}
MOST_TAGS = 25
LONGEST_TAG = 80
TAGS_HELP = _("Separated by commas. A word that is new becomes a new tag.")
LINE_HELP = _("Paste a web address, or write “court: …”, “doc: …”, “heard: …”, “phone: …”. One source a line.")


class TagsInput(TagWidget, UnfoldAdminTextInputWidget):
    """Words with commas between them, in a box that can be seen."""


class StoryForm(forms.ModelForm):
    """Never saved by itself: `StoryAdmin` carries what it holds into `actions.start` and `actions.edit`."""

    may_dismiss = False  # whether this person says that a topic does not apply
    refusal = ""  # words of an action that refused the save, shown above the text
    topics = TopicsField()
    body = BodyField(label=_("Text"))
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    claims = claims.ClaimsField()
    change_kind = forms.ChoiceField(label=_("Kind of change"), widget=UnfoldAdminSelectWidget, required=False)
    language = forms.ChoiceField(label=_("Language"), widget=UnfoldAdminSelectWidget)
    source_lines = forms.CharField(
        label=_("Add sources"), required=False, max_length=8000, help_text=LINE_HELP,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2, "placeholder": "https://…", "data-confidential": ""}),
    )  # fmt: skip
    source_terms = forms.ChoiceField(
        label=_("On these terms"), required=False, widget=UnfoldAdminSelectWidget,
        choices=[("", _("As usual (people: to be agreed)")), *Terms.choices],
    )  # fmt: skip
    own_reporting = forms.BooleanField(
        label=_("Own reporting"), required=False, widget=UnfoldBooleanSwitchWidget,
        help_text=_("We were there and saw it ourselves."),
    )  # fmt: skip

    class Meta:
        model = Story
        fields = (
            "headline", "standfirst", "body", "section", "type_of_work", "desk_note", "tags", "labels", "slug",
            "dateline", "language", "social_headline", "description", "embargo_until", "public_note", "was_wrong",
            "is_right", "how_found", "note_place", "jurisdiction",
            "regions", "layout",
        )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        story = self.instance
        languages = dict(settings.LANGUAGES) | {
            story.language: dict(settings.LANGUAGES).get(story.language, story.language)
        }
        self._set("language", choices=list(languages.items()))
        self._set("slug", required=False, help_text=_("Made from the headline when left empty."))
        for name, offers in (("tags", "storytag"), ("labels", "storylabel")):
            attrs = {"data-offers": offers, "autocomplete": "off"}
            self._set(name, widget=TagsInput(attrs=attrs), help_text=TAGS_HELP, required=False)
        self.initial.setdefault("language", story.language)
        self._ask_what_can_hurt(story)
        self._offer_kinds(story)
        for name in SHORT & self.fields.keys():
            self.fields[name].widget.attrs["rows"] = 3
        self.initial["version"] = story.version if story.pk else ""
        self.fields["claims"].widget.attrs["data-known"] = SimpleLazyObject(lambda: json.dumps(claims.known(story)))
        if not story.pk and "headline" in self.fields:
            self.fields["headline"].widget.attrs["autofocus"] = True

    def _ask_what_can_hurt(self, story):
        if "topics" in self.fields:
            self.fields["topics"].widget.may_dismiss = self.may_dismiss
            self.initial["topics"] = SimpleLazyObject(lambda: rows_of(story))

    def _offer_kinds(self, story):
        """Only a change to what is live is called something."""
        if not story.is_live:
            del self.fields["change_kind"]
            return
        kinds = dict.fromkeys((*story.offered_kinds, Kind(story.change_kind)))
        self.fields["change_kind"].choices = [(kind.value, kind.label) for kind in kinds]
        self.initial["change_kind"] = story.change_kind

    def _set(self, name, **values):
        if name in self.fields:
            for key, value in values.items():
                setattr(self.fields[name], key, value)

    def clean_slug(self):
        return self.cleaned_data["slug"] or self.instance.slug

    def clean_tags(self):
        return self._within_bounds("tags")

    def clean_labels(self):
        return self._within_bounds("labels")

    def _within_bounds(self, name):
        words = self.cleaned_data[name] or []
        if len(words) > MOST_TAGS or any(len(word) > LONGEST_TAG for word in words):
            message = _("At most %(count)s words, each of at most %(length)s characters.")
            raise ValidationError(message, params={"count": MOST_TAGS, "length": LONGEST_TAG})
        return words

    def clean_source_lines(self):
        try:
            lines = source_line.parse(self.cleaned_data["source_lines"])
        except ValueError as error:
            raise ValidationError(_("What source is this: “%(line)s”?"), params={"line": str(error)}) from error
        for line in lines:
            if line.url:
                URLValidator(schemes=["http", "https"])(line.url)
        return lines

    def clean_claims(self):
        return claims.with_records(self.cleaned_data["claims"], self.instance, self.data)

    def clean_change_kind(self):
        return self.cleaned_data["change_kind"] or self.instance.change_kind

    def clean(self):
        if self.refusal:
            raise ValidationError(self.refusal)
        if "claims" in self.errors:
            self.add_error(None, self.errors["claims"])  # the field itself is not seen
        return super().clean()

    def _post_clean(self):
        super()._post_clean()
        if self.instance.is_live and "change_kind" in self.cleaned_data:
            self.instance.change_kind = Kind(self.cleaned_data["change_kind"])
