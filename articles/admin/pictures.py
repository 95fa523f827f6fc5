"""The picture library. A file is looked at before it is kept; what is said of it is a change like any other."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.decorators import display
from unfold.widgets import UnfoldAdminImageFieldWidget, UnfoldBooleanSwitchWidget

from articles import actions, permissions
from articles.admin.base import DeskAdmin
from articles.admin.editor.picture_chooser import thumbnail
from articles.admin.following import tell
from articles.models import Picture
from articles.publishing.renditions import UploadRefused, inspect_upload

SAID = ("title", "alt_text", "caption", "credit", "rights_holder")


class PictureForm(forms.ModelForm):
    file = forms.FileField(
        label=_("File"), help_text=_("JPEG, PNG, WebP or GIF, at most 25 MB."), widget=UnfoldAdminImageFieldWidget
    )

    def clean_file(self):
        try:
            inspect_upload(self.cleaned_data["file"])
        except UploadRefused as refused:
            raise ValidationError(str(refused)) from refused
        return self.cleaned_data["file"]


class DescriptionForm(forms.ModelForm):
    """Of a picture that is in the library. on_live: only where live stories show it and the person may change them."""

    on_live = forms.BooleanField(required=False)


def _offer(live):
    label = ngettext("Also on {count} live story, at once", "Also on {count} live stories, at once", live)
    return forms.BooleanField(
        label=label.format(count=live),
        required=False,
        widget=UnfoldBooleanSwitchWidget,
        help_text=_("For a wrong credit, licence or description. A caption that a story has of its own stays."),
    )


@admin.register(Picture)
class PictureAdmin(DeskAdmin):
    form = PictureForm
    list_display = ("seen", "title", "credit", "rights_holder", "created_at")
    list_display_links = ("seen", "title")
    search_fields = ("title", "caption", "alt_text", "credit")

    def get_fields(self, request, obj=None):
        if obj is None:
            return ("file", *SAID)
        return (*SAID, "on_live") if self._live(request, obj) else SAID

    def _live(self, request, obj):
        """On how many live stories this person may mend what is said of it."""
        if not (permissions.may_fix(request.user) and self.has_change_permission(request, obj)):
            return 0
        if not hasattr(obj, "shown_live"):
            obj.shown_live = actions.live_stories_with(obj)
        return obj.shown_live

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, form=DescriptionForm if obj else PictureForm, **kwargs)
        if "title" in form.base_fields:
            form.base_fields["title"].required = obj is not None
        live = self._live(request, obj) if obj else 0
        if live:
            form.base_fields["on_live"] = _offer(live)
        else:
            form.base_fields.pop("on_live", None)
        return form

    @display(description=_("picture"))
    def seen(self, picture):
        return format_html('<img src="{}" alt="{}" class="desk-thumbnail">', thumbnail(picture), picture.alt_text)

    def save_model(self, request, obj, form, change):
        said = {name: form.cleaned_data.get(name, "") for name in SAID}
        if change:
            on_live = form.cleaned_data.get("on_live", False)
            actions.describe_picture(obj, by=request.user, on_live=on_live, **said)
            if on_live:
                live = actions.Followed(self._live(request, obj), actions.voided_by(obj))
                tell(request, live)
            return
        made = actions.add_picture(form.cleaned_data["file"], by=request.user, **said)
        obj.pk, obj.title, obj._state.adding = made.pk, made.title, False
