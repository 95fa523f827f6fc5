"""A story as its form stands, before it is saved: what the checklist beside it judges. Nothing is written here.

Only what is valid counts: a field that would be refused keeps its saved value, such a row is left out.
"""

from functools import reduce
from operator import or_

from django.core.exceptions import ValidationError
from django.db.models import Q, prefetch_related_objects
from django.forms import ModelChoiceField, TypedChoiceField
from django.utils import timezone

from articles import actions
from articles.admin import claims, source_line
from articles.models import Label, Tag
from articles.publishing.compose import compose
from articles.publishing.snapshot import FIELDS, PARTS, snapshot

TOPICS = {"tags": Tag, "labels": Label}
LONGEST_NUMBER = 18


def posted(model_admin, request, story):
    """The story's form and the rows that this person may change, as they were sent: (form, formsets)."""
    typed = request.POST.copy()
    typed["body-confirmed"] = "yes"  # marks that vanish are asked about when it is saved
    form = model_admin.get_form(request, story, change=story is not None)(typed, instance=story)
    _ask_nothing_of_the_whole(form)
    formsets = []
    for formset_class, inline in model_admin.get_formsets_with_inlines(request, story):
        if inline.has_change_permission(request, story):
            prefix = formset_class.get_default_prefix()
            formset = formset_class(**model_admin.get_formset_kwargs(request, form.instance, inline, prefix))
            _look_up_together(formset)
            formsets.append(formset)
    return form, formsets


def edition_of(form, formsets, by, now=None):
    """The Edition that saving this form and publishing it would make."""
    story = form.instance
    if form.is_bound:
        form.is_valid()  # puts what is valid on its story
    elif story.pk is None:
        _take_what_is_offered(form)
    kept = snapshot(story, _parts(form, formsets, by))
    if form.is_bound:
        kept["claims"] = claims.as_typed(kept["claims"], story.body, form.cleaned_data.get("claims") or {})
    kept["slug"] = story.slug or actions.free_slug(story)
    note = story.public_note or actions.note_of(story)
    return compose(kept, story.change_kind, note, now or story.publish_at or timezone.now())


def _take_what_is_offered(form):
    """What stands in the form of a new story from the start, such as its usual section."""
    for name in form.fields.keys() & {name.removesuffix("_id") for name in FIELDS}:
        field = form.fields[name]
        try:
            setattr(form.instance, name, field.clean(form.get_initial_for_field(field, name)))
        except ValidationError:
            continue


def _parts(form, formsets, by):
    """The parts of the snapshot that the form holds; the others are as they were saved."""
    typed, story = getattr(form, "cleaned_data", {}), form.instance
    found = {name: _topics(model, typed[name]) for name, model in TOPICS.items() if name in typed}
    rows = {one.prefix: one for one in formsets if one.is_bound and one.management_form.is_valid()}
    found |= {name: _rows(rows[part.relation], part) for name, part in PARTS.items() if part.relation in rows}
    if typed.get("topics") is not None:
        found["topics"] = sorted(typed["topics"], key=lambda one: one.topic)
    found["sources"] = [*found.get("sources", PARTS["sources"].rows(story)), *_box(form, typed)]
    if story.pk is None:
        found["writers"] = [by]
        found["bylines"] = found.get("bylines") or actions.usual_bylines(story, by)
    return found


def _topics(model, words):
    """Tags as they would be: known ones found whatever their capitals, the others new."""
    asked = reduce(or_, (Q(name__iexact=word) for word in words), Q(pk__in=[]))
    known = {tag.name.casefold(): tag for tag in model.objects.filter(asked)}
    for word in words:
        if word.casefold() not in known:
            known[word.casefold()] = tag = model(name=word)
            tag.slug = tag.slugify(word)
    return sorted(known.values(), key=lambda tag: tag.name)


def _rows(formset, part):
    rows = [form.instance for form in formset.forms if _counts(form)]
    prefetch_related_objects(rows, *part.joins, *part.along)
    return sorted(rows, key=lambda row: (getattr(row, "position", 0), row.pk is None, row.pk or 0))


def _counts(form):
    is_row = form.instance.pk or form.has_changed()
    return is_row and not form.errors and not form.cleaned_data.get("DELETE")


def _box(form, typed):
    """The sources of the one-line box; where a line of it is not finished, the others."""
    if not form.is_bound:
        return []
    lines = typed.get("source_lines")
    if lines is None:
        lines = source_line.usable(form.data.get("source_lines", ""))
    return source_line.uses(lines, typed.get("source_terms", ""), typed.get("own_reporting", False))


def _ask_nothing_of_the_whole(form):
    """Its fields judge what they hold; the database is not asked whether all of it may stand there."""
    everything = {field.name for field in form._meta.model._meta.get_fields()}
    form._get_validation_exclusions = lambda: everything


def _look_up_together(formset):
    """The records chosen in the rows, found by one query a column and not by one a row."""
    chosen = {name: field for name, field in formset.empty_form.fields.items() if isinstance(field, ModelChoiceField)}
    number = formset.model._meta.pk.name
    known = {name: _known(field, name, formset.forms) for name, field in chosen.items() if name != number}
    for form in formset.forms:
        _ask_nothing_of_the_whole(form)
        form.fields.pop(number, None)
        for name, records in known.items():
            form.fields[name] = TypedChoiceField(
                choices=[(key, key) for key in records], coerce=records.get, empty_value=None,
                required=chosen[name].required,
            )  # fmt: skip


def _known(field, name, forms):
    typed = {str(form.data.get(form.add_prefix(name), "")) for form in forms}
    numbers = [text for text in typed if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER]
    return {str(record.pk): record for record in field.queryset.filter(pk__in=numbers)} if numbers else {}
