"""The picture library. A file is looked at before it is kept; what is said of it is a change like any other."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display
from unfold.widgets import UnfoldAdminImageFieldWidget

from articles import actions
from articles.admin.base import DeskAdmin
from articles.admin.editor.picture_chooser import thumbnail
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


@admin.register(Picture)
class PictureAdmin(DeskAdmin):
    form = PictureForm
    list_display = ("seen", "title", "credit", "rights_holder", "created_at")
    list_display_links = ("seen", "title")
    search_fields = ("title", "caption", "alt_text", "credit")

    def get_fields(self, request, obj=None):
        return SAID if obj else ("file", *SAID)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if "title" in form.base_fields:
            form.base_fields["title"].required = obj is not None
        if obj is not None:
            form.base_fields.pop("file", None)
        return form

    @display(description=_("picture"))
    def seen(self, picture):
        return format_html('<img src="{}" alt="{}" class="desk-thumbnail">', thumbnail(picture), picture.alt_text)

    def save_model(self, request, obj, form, change):
        said = {name: form.cleaned_data.get(name, "") for name in SAID}
        if change:
            actions.describe_picture(obj, by=request.user, **said)
            return
        made = actions.add_picture(form.cleaned_data["file"], by=request.user, **said)
        obj.pk, obj.title, obj._state.adding = made.pk, made.title, False
