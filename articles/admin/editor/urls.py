"""The editor's own addresses, below /admin/editor/."""

from django.urls import path

from articles.admin.editor.picture_chooser import pictures

urlpatterns = [path("pictures/", pictures, name="editor_pictures")]
