"""What can hurt to read in a story, as its form asks: a box for each topic, its note, or why it does not apply."""

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.jurisdictions.words import Topic
from articles.models import StoryTopic
from articles.publishing.care import NOTES

LONGEST = StoryTopic._meta.get_field("note").max_length
PARTS = ("note", "reason")


def _row(topic, note="", reason="", applies=False):
    return {"topic": topic, "applies": applies, "note": note, "reason": reason}


class TopicsWidget(forms.Widget):
    """may_dismiss: whether this person may write why a topic does not apply."""

    may_dismiss = False

    def value_from_datadict(self, data, files, name):
        """None where the form was sent without it: the topics stay as they are."""
        if name not in data:
            return None
        return [
            _row(topic, *(data.get(f"{name}-{topic}-{part}", "") for part in PARTS), f"{name}-{topic}" in data)
            for topic in Topic.values
        ]

    def render(self, name, value, attrs=None, renderer=None):
        given = {row["topic"]: row for row in value or ()}
        rows = [
            given.get(topic, _row(topic))
            | {"label": topic.label, "usual": NOTES[topic], "id": f"{attrs['id']}-{topic}"}
            for topic in Topic
        ]
        context = {"name": name, "id": attrs["id"], "rows": rows, "may_dismiss": self.may_dismiss, "longest": LONGEST}
        return render_to_string("desk/topics.html", context)

    def id_for_label(self, id_):
        return ""


class TopicsField(forms.Field):
    """Its value is a list of StoryTopics without a story, or None: leave them alone."""

    widget = TopicsWidget

    def __init__(self, **kwargs):
        super().__init__(label=gettext_lazy("What can hurt to read"), required=False, **kwargs)

    def clean(self, value):
        if value is None:
            return None
        for row in value:
            if any(len(row[part].strip()) > LONGEST for part in PARTS):
                raise ValidationError(_("At most %(count)s characters."), params={"count": LONGEST})
        return chosen(value)

    def has_changed(self, initial, data):
        return data is not None and _facts(initial or []) != _facts(data)


def chosen(rows):
    """The topics that a form names, as StoryTopics without a story."""
    return [_chosen(row) for row in rows if row["applies"] or row["reason"].strip()]


def _chosen(row):
    """A box that is ticked counts, whatever else stands in the row."""
    note, reason = (" ".join(row[part].split()) for part in PARTS)
    return StoryTopic(topic=row["topic"], note=note, reason="" if row["applies"] else reason)


def _facts(rows):
    return sorted((one.topic, one.note, one.reason) for one in chosen(rows))


def rows_of(story):
    """The field's value for a story as it is kept."""
    if story.pk is None:
        return []
    return [_row(one.topic, one.note, one.reason, not one.reason) for one in story.story_topics.all()]


def in_words(rows):
    """For a page that compares: “Suicide; Self-harm (does not apply: a film)”."""
    told = []
    for one in rows or ():
        words = _("{topic} (does not apply: {reason})") if one.reason else "{topic}: {note}" if one.note else "{topic}"
        told.append(words.format(topic=one, reason=one.reason, note=one.note))
    return "; ".join(sorted(told))
