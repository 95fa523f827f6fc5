"""Tags, desk labels, sections, authors, and who writes as whom."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from accounts import people
from articles.admin.base import DeskAdmin
from articles.admin.names import Lines
from articles.models import Author, Label, Section, Tag, Writer


class TopicForm(forms.ModelForm):
    synonyms = Lines(label=_("Synonyms"), help_text=_("One a line."))


class TopicAdmin(DeskAdmin):
    form = TopicForm
    list_display = ("name", "slug", "description")
    search_fields = ("name",)
    fields = ("name", "slug", "description", "synonyms")

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if "slug" in form.base_fields:
            form.base_fields["slug"].required = False
        return form


@admin.register(Tag)
class TagAdmin(TopicAdmin):
    pass


@admin.register(Label)
class LabelAdmin(TopicAdmin):
    pass


@admin.register(Section)
class SectionAdmin(DeskAdmin):
    list_display = ("name", "slug", "position")
    search_fields = ("name",)
    fields = ("name", "slug", "description", "position")


@admin.register(Author)
class AuthorAdmin(DeskAdmin):
    list_display = ("name", "job_title")
    search_fields = ("name",)
    fields = ("name", "slug", "job_title", "biography", "email")


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
