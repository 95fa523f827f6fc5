"""The section, tag, author or name that an address is of."""

import unicodedata
from functools import cache

from django.http import Http404

from articles.models.questions import Question


def named(model, slug, **more):
    """The live page with this slug, or 404. The question is written once for each kind of page."""
    values = {"slug": unicodedata.normalize("NFC", slug)} | more
    columns, question = _question(model, *values)
    rows = question(*values.values())
    if not rows:
        raise Http404
    return model.from_db("default", columns, rows[0])


@cache
def _question(model, *names):
    columns = [field.attname for field in model._meta.concrete_fields]

    def build(*values):
        return model.objects.live().filter(**dict(zip(names, values, strict=True))).values_list(*columns)

    return columns, Question(build, *(f"a sample of a {name}" for name in names))
