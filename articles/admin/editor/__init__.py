"""The rich text editor of the story form.

A form has `body = BodyField(label=…)`, its ModelAdmin the `EditorAdmin` mixin; the page includes
`admin/editor/_autosave.html` inside the form, and after a save calls `saved(response, request, key)`.
"""

from articles.admin.editor.autosave import saved
from articles.admin.editor.fields import BodyField
from articles.admin.editor.media import EditorAdmin
from articles.admin.editor.vanished import vanished
from articles.admin.editor.widgets import BodyWidget

__all__ = ["BodyField", "BodyWidget", "EditorAdmin", "saved", "vanished"]
