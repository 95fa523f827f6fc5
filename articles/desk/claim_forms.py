"""What can be said of a claim and of its evidence on the checkers' page."""

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from articles.models import Claim, Evidence, Verdict

ROWS = forms.Textarea(attrs={"rows": 2})


class ClaimForm(forms.Form):
    """One claim. `changes()` gives what `actions.describe` takes."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Claim.ClaimKind.choices)
    severity = forms.ChoiceField(label=_("Severity"), choices=Claim.Severity.choices)
    about = forms.ChoiceField(label=_("About whom"), required=False)
    speaker = forms.ChoiceField(label=_("Speaker"), required=False)
    speaker_text = forms.CharField(
        label=_("Speaker in other words"), required=False, max_length=200,
        help_text=_("For somebody without a record here, as the document calls them: “Jane Doe 1”."),
    )  # fmt: skip
    original = forms.CharField(
        label=_("The words as they were spoken or written"), required=False, max_length=5000, widget=ROWS
    )
    checked_how = forms.CharField(
        label=_("How it was checked"), required=False, max_length=200,
        help_text=_("For example “own recording”, “court transcript, page 12”, “read back to her”."),
    )  # fmt: skip

    def __init__(self, claim, subjects, data=None):
        initial = {name: getattr(claim, name) for name in ("kind", "severity", "speaker_text", "original")}
        initial |= {"checked_how": claim.checked_how, "about": claim.about_key}
        initial["speaker"] = f"person-{claim.speaker_id}" if claim.speaker_id else ""
        super().__init__(data, initial=initial, prefix=f"claim-{claim.pk}", label_suffix="")
        self.subjects = subjects | {claim.about_key: claim.about} if claim.about else subjects
        self.speakers = {key: one for key, one in subjects.items() if key.startswith("person-")}
        if claim.speaker:
            self.speakers |= {initial["speaker"]: claim.speaker}
        self.fields["about"].choices = [("", _("Nobody in particular")), *self.subjects.items()]
        self.fields["speaker"].choices = [("", "–"), *self.speakers.items()]

    @property
    def about_quotation(self):
        """The fields that only a quotation has."""
        return [self[name] for name in ("speaker", "speaker_text", "original", "checked_how")]

    def changes(self):
        said = {name: value for name, value in self.cleaned_data.items() if name not in {"about", "speaker"}}
        about = self.subjects.get(self.cleaned_data["about"])
        kind = about._meta.model_name if about else ""
        said |= {"person": about if kind == "person" else None}
        said |= {"organization": about if kind == "organization" else None}
        return said | {"speaker": self.speakers.get(self.cleaned_data["speaker"])}


class EvidenceForm(forms.Form):
    """One source for one claim. `evidence`: what is changed; None for another source."""

    source = forms.TypedChoiceField(label=_("Source"), coerce=int)
    stance = forms.ChoiceField(
        label=_("It"), choices=Evidence.Stance.choices, initial=Evidence.Stance.SUPPORTS, widget=forms.RadioSelect
    )
    is_primary = forms.BooleanField(
        label=_("Primary document"), required=False,
        help_text=_("A judgment, a transcript, a register, the video itself."),
    )  # fmt: skip
    note = forms.CharField(
        label=_("Where in it"), required=False, max_length=2000, widget=ROWS, help_text=_("Page, minute, paragraph.")
    )
    archived_url = forms.URLField(
        label=_("Archived copy"), required=False, max_length=1000, assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])],
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
    )  # fmt: skip
    independent_of = forms.TypedMultipleChoiceField(
        label=_("Independent of"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick the others that do not draw on the same origin."),
    )  # fmt: skip
    file = forms.FileField(
        label=_("File"), required=False,
        help_text=_("Kept privately, for whoever may see the story: nothing that names a confidential source."),
    )  # fmt: skip

    def __init__(self, claim, sources, evidence=None, data=None, files=None):
        prefix = f"evidence-{evidence.pk}" if evidence else f"new-{claim.pk}"
        super().__init__(data, files, prefix=prefix, label_suffix="", initial=_as_it_is(evidence))
        others = [one for one in claim.evidence.all() if evidence is None or one.pk != evidence.pk]
        if evidence:
            self.fields["source"].choices = [(evidence.source_id, evidence.source)]
        else:
            taken = {one.source_id for one in others}
            self.fields["source"].choices = [(one.pk, one) for one in sources if one.pk not in taken]
        self.fields["independent_of"].choices = [(one.pk, one.source) for one in others]
        if not others:
            del self.fields["independent_of"]


def _as_it_is(evidence):
    if evidence is None:
        return {}
    found = {name: getattr(evidence, name) for name in ("stance", "is_primary", "note", "archived_url")}
    return found | {"source": evidence.source_id, "independent_of": [one.pk for one in evidence.independent_of.all()]}


class VerdictForm(forms.Form):
    """One verdict on everything that is ticked."""

    claim = forms.TypedMultipleChoiceField(
        coerce=int, error_messages={"required": _("Tick the claims first.")}, label=_("Claims")
    )
    result = forms.ChoiceField(choices=Verdict.Result.choices)
    note = forms.CharField(required=False, max_length=2000, label=_("Note"))

    def __init__(self, claims, data=None):
        super().__init__(data)
        self.fields["claim"].choices = [(claim.pk, str(claim)) for claim in claims]
