"""Choosing the record that says so, or writing down a new one: without a search box, so that it needs no script."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Source
from articles.models.sources import UNATTRIBUTABLE

KINDS = (Source.SourceKind.COURT_RECORD, Source.SourceKind.DOCUMENT)
MOST_OFFERED = 100


class RecordForm(forms.Form):
    """The last fields of a form; `record()` is the Source, made where it is new."""

    citation = forms.ModelChoiceField(
        label=gettext_lazy("The record that says so"), queryset=Source.objects.none(), required=False,
        empty_label=gettext_lazy("(none, or a new one below)"),
    )  # fmt: skip
    new_record = forms.CharField(
        label=gettext_lazy("Or a new record"), required=False, max_length=300,
        help_text=gettext_lazy("As readers may see it, for example “Court record 12/26”."),
    )  # fmt: skip
    new_record_url = forms.URLField(
        label=gettext_lazy("Its public address, if it has one"), required=False, assume_scheme="https"
    )  # fmt: skip

    def __init__(self, *args, case=None, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["citation"].queryset = _offered(case)

    def full_clean(self):
        super().full_clean()
        for name in set(self.fields) & set(self._errors):
            self.fields[name].widget.attrs |= {"aria-invalid": "true", "aria-describedby": f"error-{name}"}

    def clean(self):
        given = super().clean()
        if given.get("new_record_url") and not given.get("new_record"):
            self.add_error("new_record", _("Say what this address shows."))
        return given

    def record(self):
        """The Source chosen or written, or None."""
        given = self.cleaned_data
        if given["new_record"].strip():
            return Source.objects.create(
                kind=Source.SourceKind.COURT_RECORD,
                public_description=given["new_record"].strip(),
                url=given["new_record_url"],
                created_by=self.by,
            )
        return given["citation"]


def _offered(case):
    """Records of the stories on a case and those its counts rest on; without a case, the latest there are.

    Readers are shown them: none that a story uses off the record.
    """
    found = Source.objects.filter(kind__in=KINDS, protected_person__isnull=True)
    found = found.exclude(story_sources__terms__in=UNATTRIBUTABLE)
    if case is not None:
        of_stories = Q(story_sources__story__story_cases__case=case)
        found = found.filter(of_stories | Q(pk__in=case.counts.values("citation")))
    latest = found.order_by("-pk").values("pk").distinct()[:MOST_OFFERED]
    return Source.objects.filter(pk__in=list(latest.values_list("pk", flat=True))).order_by("-pk")
