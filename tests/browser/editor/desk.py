"""The small desk: stories with a headline, a text and bylines, saved without workflow."""

from django import forms
from django.http import HttpResponse
from django.urls import include, path
from django.utils import timezone
from unfold.admin import ModelAdmin, TabularInline
from unfold.sites import UnfoldAdminSite

from articles.admin.editor import BodyField, EditorAdmin, saved
from articles.models import Byline, Story

desk = UnfoldAdminSite(name="admin")
PIXELS = """<svg xmlns="http://www.w3.org/2000/svg" width="640" height="427">
<rect width="640" height="427" fill="#7a8ca3"/>
<path d="M0 330 180 180 330 300 450 220 640 360V427H0Z" fill="#41566e"/></svg>"""


class StoryForm(forms.ModelForm):
    body = BodyField(label="Text")

    class Meta:
        model = Story
        fields = ["headline", "language", "desk_note", "body"]
        widgets = {"desk_note": forms.Textarea(attrs={"data-confidential": ""})}


class Bylines(TabularInline):
    model = Byline
    fields = ["author", "role"]
    extra = 0


class StoryAdmin(EditorAdmin, ModelAdmin):
    form = StoryForm
    fields = ["headline", "language", "body", "desk_note"]
    inlines = [Bylines]
    change_form_template = "browser/story.html"

    def render_change_form(self, request, context, *args, **kwargs):
        context["autosave_key"] = f"story-{context['original'].pk}" if context.get("original") else "story-new"
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by, obj.created_at, obj.slug = request.user, timezone.now(), f"story-{timezone.now():%s%f}"
        obj.updated_at, obj.version = timezone.now(), obj.version + 1 if change else 1
        obj.save()

    def response_add(self, request, obj, *args, **kwargs):
        return saved(super().response_add(request, obj, *args, **kwargs), request, "story-new")


def thumbnail(request, name):
    return HttpResponse(PIXELS, content_type="image/svg+xml")


desk.register(Story, StoryAdmin)
urlpatterns = [
    path("admin/editor/", include("articles.admin.editor.urls")),
    path("admin/pictures/files/<path:name>", thumbnail),
    path("admin/", desk.urls),
]
