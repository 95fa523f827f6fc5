"""A save that came too late: both texts side by side, and what was typed kept whole until somebody decides."""

from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.admin.topics import chosen, in_words
from articles.models import Jurisdiction, Label, Section, Tag
from articles.publishing.snapshot import PARTS
from articles.text import compare, sanitise
from articles.workflow import Kind

NEVER_RESENT = {"csrfmiddlewaretoken", "version", "_save", "_continue", "_addanother", "_submit"}
CHOSEN = {"section": Section, "jurisdiction": Jurisdiction}
# {relation of a story: what one of its rows is about}
KEYS = {part.relation: part.target for part in PARTS.values() if part.target}


def stale_page(model_admin, request, current):
    """Answers a refused save: every field and every row, mine beside theirs as it is now. Nothing is saved."""
    form = model_admin.get_form(request, current, change=True)(instance=current)
    rows = [_field(form, name, request.POST, current) for name in form.fields if name != "version"]
    inlines = [_rows(inline, request, current) for inline in model_admin.get_inline_instances(request, current)]
    context = model_admin.admin_site.each_context(request) | {
        "title": _("Somebody has saved this story since you opened it"),
        "story": current,
        "opts": model_admin.opts,
        "fields": [row for row in rows if row],
        "inlines": [inline for inline in inlines if inline],
        "resent": list(_resent(model_admin, request, current)),
        "last": current.revisions.select_related("by").defer("snapshot").first(),
    }
    return TemplateResponse(request, "desk/stale.html", context, status=409)


def _field(form, name, posted, current):
    bound = form[name]
    mine = posted.get(bound.html_name, "")
    theirs = bound.initial
    if name == "claims":
        told = _("What you said of them is kept and goes with the text.")
        return {"label": _("Claims"), "mine": told, "theirs": "", "differs": True} if len(mine) > len("{}") else None
    if name in {"source_lines", "source_terms", "own_reporting"}:
        return {"label": bound.label, "mine": mine, "theirs": "", "differs": True} if mine else None
    if name == "topics":
        return _topics_told(bound, posted, current)
    if name == "body":
        diff = compare(current.body, sanitise(mine[:1_000_000]))
        return {"label": bound.label, "rows": diff.rows, "differs": not diff.is_empty}
    if name == "embargo_until":
        mine = " ".join(filter(None, (posted.get(f"{name}_0"), posted.get(f"{name}_1"))))
    mine, theirs = _in_words(name, mine, current), _theirs(name, theirs, current)
    return {"label": bound.label, "mine": mine, "theirs": theirs, "differs": mine.strip() != theirs.strip()}


def _topics_told(bound, posted, current):
    sent = bound.field.widget.value_from_datadict(posted, {}, bound.html_name)
    theirs = in_words(current.story_topics.all())
    mine = theirs if sent is None else in_words(chosen(sent))
    return {"label": bound.label, "mine": mine, "theirs": theirs, "differs": mine != theirs}


def _in_words(name, value, current):
    if name in CHOSEN:
        known = value.isascii() and value.isdigit() and len(value) < 18
        return str((CHOSEN[name].objects.filter(pk=value).first() if known else None) or "")
    if name == "change_kind":
        return str(dict(Kind.choices).get(value, value))
    if name == "type_of_work":
        return str(dict(current._meta.get_field(name).flatchoices).get(value, value))
    if name in {"tags", "labels"}:
        return ", ".join(sorted(word.strip() for word in value.split(",") if word.strip()))
    return value.replace("\r\n", "\n")


def _theirs(name, value, current):
    if name in {"tags", "labels"}:
        model = Tag if name == "tags" else Label
        return ", ".join(
            sorted(model.objects.filter(pk__in=getattr(current, name).values("pk")).values_list("name", flat=True))
        )
    if name == "embargo_until":
        return value.strftime("%Y-%m-%d %H:%M:%S") if value else ""
    return _in_words(name, str(value or ""), current)


def _posted_rows(posted, prefix, key):
    """The rows of an inline as typed, without empty and deleted ones: {column: value}."""
    total = posted.get(f"{prefix}-TOTAL_FORMS", "0")
    for number in range(min(int(total), 100) if total.isascii() and total.isdigit() and len(total) < 6 else 0):
        start = f"{prefix}-{number}-"
        row = {name[len(start) :]: posted[name] for name in posted if name.startswith(start)}
        if row.get(key) and not row.get("DELETE"):
            yield row


def _rows(inline, request, current):
    """One inline's rows as people read them, mine and theirs, where they differ."""
    prefix = inline.model._meta.get_field("story").remote_field.related_name
    key = KEYS[prefix]
    target = inline.model._meta.get_field(key).related_model
    mine = list(_posted_rows(request.POST, prefix, key))
    numbers = [int(row[key]) for row in mine if row[key].isascii() and row[key].isdigit() and len(row[key]) < 18]
    names = target.objects.in_bulk(numbers)
    columns = [name for name in inline.fields if name not in {key, "position"}]
    told = [" · ".join([str(names.get(int(row[key]), "?") if row[key].isdigit() and len(row[key]) < 18 else "?"),
                        *filter(None, (row.get(name, "") for name in columns))]) for row in mine]  # fmt: skip
    now = getattr(current, prefix).select_related(key)
    theirs = [
        " · ".join([str(getattr(row, key)), *(str(getattr(row, n)) for n in columns if getattr(row, n))]) for row in now
    ]
    if told == theirs:
        return None
    return {"label": inline.model._meta.verbose_name_plural, "mine": told, "theirs": theirs}


def _resent(model_admin, request, current):
    """What “save mine over it” sends: everything typed, its rows fitted to the rows that stand there now."""
    prefixes = [inline.model._meta.get_field("story").remote_field.related_name
                for inline in model_admin.get_inline_instances(request, current)]  # fmt: skip
    for name, values in request.POST.lists():
        if name not in NEVER_RESENT and not any(name.startswith(f"{prefix}-") for prefix in prefixes):
            yield from ((name, value) for value in values)
    for prefix in prefixes:
        yield from _fitted(request.POST, prefix, current).items()


def _fitted(posted, prefix, current):
    """The rows as typed over those of now: known ones keep their number, the others of now are taken away."""
    key = KEYS[prefix]
    mine = {(row[key], row.get("role") if key == "author" else ""): row for row in _posted_rows(posted, prefix, key)}
    rows, fitted = [], {}
    for standing in getattr(current, prefix).all():
        number = str(getattr(standing, f"{key}_id"))
        row = mine.pop((number, standing.role if key == "author" else ""), None)
        rows.append((row or {key: number, "DELETE": "on"}) | {"id": str(standing.pk)})
    kept = len(rows)
    rows += [row | {"id": ""} for row in mine.values()]
    for index, row in enumerate(rows):
        for column, value in (row | {"story": str(current.pk)}).items():
            fitted[f"{prefix}-{index}-{column}"] = value
    fitted |= {f"{prefix}-TOTAL_FORMS": str(len(rows)), f"{prefix}-INITIAL_FORMS": str(kept),
               f"{prefix}-MIN_NUM_FORMS": "0", f"{prefix}-MAX_NUM_FORMS": "100"}  # fmt: skip
    return fitted
