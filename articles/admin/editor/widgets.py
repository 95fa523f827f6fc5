"""The textarea that becomes an editor where JavaScript runs, and shows its HTML where it does not."""

import json
from functools import cached_property

from django.template.loader import render_to_string
from django.urls import reverse
from django_prose_editor.widgets import importmap as prose_importmap
from js_asset import ImportMap, Media, Script
from unfold.widgets import UnfoldAdminTextareaWidget

from articles.admin.editor.strings import strings
from articles.admin.editor.vanished import KINDS
from articles.text import sanitise

# Asked for one by one, each may fail.
MODULES = ["marks", "blocks", "figure", "typing", "paste", "names", "claims", "build"]
PARTS = [
    *MODULES, "chooser", "claim_box", "claim_guess", "claim_marks", "dialogs", "find", "icons", "kinds", "links",
    "pictures", "toolbar", "words",
]  # fmt: skip
EXTENSIONS = [
    # from the bundle of django-prose-editor
    "Document", "Paragraph", "Text", "HardBreak", "Bold", "Italic", "Subscript", "Superscript", "BulletList",
    "ListItem", "Blockquote", "HorizontalRule", "TableRow", "TableCell", "Dropcursor", "Gapcursor", "History",
    # ours: names that the bundle does not have, or its own would stand in for one that did not load
    "SafeLink", "Claim", "SectionHeading", "NumberedList", "PullQuote", "Footnote", "Grid", "GridHeader",
    "PictureFigure", "Typography", "CleanPaste", "SelectedName", "Claims",
]  # fmt: skip


class Typed(str):
    """What was typed, with what the person or the healthy editor says was taken out on purpose."""

    removed: frozenset = frozenset()
    confirmed: bool = False


class BodyWidget(UnfoldAdminTextareaWidget):
    """`lost` holds the kinds of marks (label texts) about which a refused save has to be confirmed."""

    def __init__(self, attrs=None):
        super().__init__(attrs={"rows": 24} | (attrs or {}))
        self.lost = []

    @cached_property
    def media(self):
        modules = {f"desk/editor/{part}": f"desk/editor/{part}.js" for part in PARTS}
        return Media(
            importmap=prose_importmap | ImportMap(modules),
            css={"all": ["desk/editor/editor.css"]},
            js=[Script("desk/editor/start.js", defer=True), Script("desk/autosave.js", defer=True)],
        )

    def format_value(self, value):
        """Sanitised also when it comes back from a refused form."""
        return sanitise(value) if value else value

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-desk-editor"] = json.dumps(self.configuration())
        return context

    def render(self, name, value, attrs=None, renderer=None):
        around = {
            "textarea": super().render(name, value, attrs, renderer),
            "name": name,
            "removed": " ".join(sorted(getattr(value, "removed", ()))),
            "lost": self.lost,
        }
        return render_to_string("admin/editor/body.html", around)

    def configuration(self):
        return {
            "modules": [f"desk/editor/{module}" for module in MODULES],
            "extensions": EXTENSIONS,
            "kinds": {kind: str(label) for kind, label in KINDS.items()},
            "pictures": reverse("editor_pictures"),
            "strings": strings(),
        }

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        if value is None:
            return None
        typed = Typed(value)
        typed.removed = frozenset(data.get(f"{name}-removed", "").split())
        typed.confirmed = bool(data.get(f"{name}-confirmed"))
        return typed

    def use_required_attribute(self, initial):
        """A hidden required textarea would stop the form without a word."""
        return False
