"""The forms by which a jurisdiction profile is changed, each with its reason."""

from django import forms
from django.core.validators import validate_slug
from django.utils.translation import gettext_lazy as _

from articles.actions import rule_values
from articles.jurisdictions import Sort

LONGEST = 4000
RIGHT = "right-"


def _text(label, rows=2, **options):
    return forms.CharField(label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **options)


class WhyForm(forms.Form):
    """What every change asks: why."""

    why = _text(_("Why"), help_text=_("Kept with the change, for whoever asks later."))


class Lines(forms.CharField):
    """Several lines as a list."""

    widget = forms.Textarea(attrs={"rows": 5})

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        return super().to_python(value).splitlines()


def _value_field(about):
    choices = rule_values.choices(about)
    if about.sort == Sort.NUMBER:
        return forms.IntegerField(min_value=about.least, max_value=about.most, help_text=about.unit)
    if about.sort == Sort.YES_NO:
        answers = [("yes", _("Yes")), ("no", _("No"))]
        return forms.TypedChoiceField(choices=answers, coerce="yes".__eq__, widget=forms.RadioSelect)
    if about.sort == Sort.ONE:
        return forms.ChoiceField(choices=choices)
    if about.sort == Sort.SEVERAL:
        return forms.MultipleChoiceField(choices=choices, required=False, widget=forms.CheckboxSelectMultiple)
    return Lines(required=False, max_length=LONGEST * 10, help_text=_("One a line."))


class RuleForm(WhyForm):
    """value: of the rule's own sort."""

    def __init__(self, rule, *args, **options):
        self.about = rule.about
        shown = {True: "yes", False: "no"}[rule.value] if rule.about.sort == Sort.YES_NO else rule.value
        super().__init__(*args, initial={"value": shown, "cites": rule.cites}, **options)
        if rule.about.sort == Sort.RIGHTS:
            self.fields |= _rights(rule.value)
        else:
            self.fields["value"] = _value_field(rule.about)
            self.fields["value"].label = rule.about.label
        self.fields["cites"] = _text(_("The law or code it comes from"), required=False)
        self.order_fields([*(name for name in self.fields if name not in {"cites", "why"}), "cites", "why"])

    def clean(self):
        found = super().clean()
        if self.about.sort == Sort.RIGHTS:
            rights = {name.removeprefix(RIGHT): found.pop(name, "") for name in self.fields if name.startswith(RIGHT)}
            found["value"] = {kind: right for kind, right in rights.items() if right}
        return found


def _rights(value):
    """{name: field}: for all cautions, and for those of each kind, the right that it takes to override them."""
    same = ("", _("as for all"))
    return {
        RIGHT + kind: forms.ChoiceField(
            label=label, required=kind == "", initial=value.get(kind, ""),
            choices=[*([same] if kind else []), *rule_values.RIGHTS.items()],
        )
        for kind, label in rule_values.KINDS_OF_CAUTION.items()
    }  # fmt: skip


class TermForm(WhyForm):
    words = _text(_("Words"), rows=4, help_text=_("Phrases with commas between them; * at a word’s end stands for any"
                                                   " further letters."))  # fmt: skip
    reason = _text(_("Reason, as the writer is told"), required=False)
    cites = _text(_("The law or code it comes from"), required=False)
    field_order = ("words", "reason", "cites", "why")


class CopyForm(WhyForm):
    name = forms.CharField(label=_("Name of the copy"), max_length=120)
    code = forms.CharField(
        label=_("Its code"), max_length=40, validators=[validate_slug], help_text=_("Letters, digits, - and _.")
    )
    field_order = ("name", "code", "why")
