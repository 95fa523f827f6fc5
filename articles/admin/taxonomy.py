"""Tags, desk labels, sections, authors, and who writes as whom."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.translation import gettext_lazy as _

from accounts import people
from articles import actions
from articles.admin.base import DeskAdmin
from articles.admin.following import PublicWords, tell
from articles.admin.names import Lines
from articles.models import Author, Label, Picture, Section, StoryPicture, Tag, Writer
from articles.publishing.compose import library_picture


class KeptAdmin(DeskAdmin):
    """What readers see of it changes at once; live stories that name it follow (articles.actions.taxonomy)."""

    def save_model(self, request, obj, form, change):
        tell(request, actions.keep(obj, by=request.user))


class TopicForm(forms.ModelForm):
    synonyms = Lines(label=_("Synonyms"), help_text=_("One a line."))


class TagForm(PublicWords, TopicForm):
    public_words = ("name", "description")


class TopicAdmin(DeskAdmin):
    form = TopicForm
    list_display = ("name", "slug", "description")
    search_fields = ("name",)
    fields = ("name", "slug", "description", "synonyms")

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if "slug" in form.base_fields:
            form.base_fields["slug"].required = False
            form.base_fields["slug"].help_text = _("The former address leads to the new one.") if obj else ""
        return form


@admin.register(Tag)
class TagAdmin(KeptAdmin, TopicAdmin):
    form = TagForm


@admin.register(Label)
class LabelAdmin(TopicAdmin):
    pass


class SectionForm(PublicWords, forms.ModelForm):
    public_words = ("name", "description")


@admin.register(Section)
class SectionAdmin(KeptAdmin):
    form = SectionForm
    list_display = ("name", "slug", "position")
    search_fields = ("name",)
    fields = ("name", "slug", "description", "position")


class AuthorForm(PublicWords, forms.ModelForm):
    """The portrait is chosen from the library; what readers see is a copy of what is said of it there."""

    public_words = ("name", "job_title", "biography", "email")
    portrait_from = forms.ModelChoiceField(
        Picture.objects,
        label=_("Portrait"),
        required=False,
        help_text=_("From the picture library."),
        widget=AutocompleteSelect(StoryPicture._meta.get_field("picture"), admin.site),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "portrait_from" in self.fields and self.instance.portrait:
            self.fields["portrait_from"].initial = self.instance.portrait["number"]

    def clean(self):
        cleaned = super().clean()
        if "portrait_from" in self.changed_data:
            picture = self.cleaned_data.get("portrait_from")
            self.instance.portrait = library_picture(picture) if picture else None
        return cleaned


@admin.register(Author)
class AuthorAdmin(KeptAdmin):
    form = AuthorForm
    list_display = ("name", "job_title")
    search_fields = ("name",)

    def get_fields(self, request, obj=None):
        library = ("portrait_from",) if self._may_choose(request, obj) else ()
        return ("name", "slug", "job_title", "biography", "email", *library)

    def _may_choose(self, request, obj):
        writes = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        return writes and request.user.has_perm("articles.view_picture")

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if not self._may_choose(request, obj):
            form.base_fields.pop("portrait_from", None)
        return form


@admin.register(Writer)
class WriterAdmin(DeskAdmin):
    list_display = ("author", "user")
    list_select_related = ("author", "user")
    autocomplete_fields = ("author",)
    fields = ("user", "author")

    def get_queryset(self, request):
        return super().get_queryset(request).filter(user__in=people.visible_to(request.user))

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Only a superuser sees superusers, here too."""
        if db_field.name == "user":
            kwargs["queryset"] = people.visible_to(request.user).order_by("first_name", "username")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
