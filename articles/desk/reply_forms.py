"""What is filled in on the page of replies: who is asked about what, what came of it, or why nobody is asked."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.actions.replies import RECORDED
from articles.models import ReplyRequest, Role

ROWS = forms.Textarea(attrs={"rows": 3})
LONGEST = 20_000


class Moment(forms.DateTimeField):
    """Day and time as the browser asks for them, in the newsroom's zone."""

    def __init__(self, **kwargs):
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, **kwargs)


class AboutSomebody(forms.Form):
    """To whom, and about which claims. `subject()` and `chosen()` give the records."""

    to = forms.ChoiceField(label=_("To"))
    claims = forms.TypedMultipleChoiceField(
        label=_("About these claims"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple,
        help_text=_("None ticked: about all that is said of them."),
    )  # fmt: skip

    def __init__(self, subjects, claims, data=None, files=None, initial=None, prefix=None):
        super().__init__(data, files, initial=initial, prefix=prefix, label_suffix="")
        self._subjects, self._claims = subjects, {claim.pk: claim for claim in claims}
        self.fields["to"].choices = list(subjects.items())
        self.fields["claims"].choices = [(claim.pk, claim.words[:160]) for claim in claims]
        if not claims:
            del self.fields["claims"]

    def subject(self):
        return self._subjects[self.cleaned_data["to"]]

    def chosen(self):
        return [self._claims[number] for number in self.cleaned_data.get("claims", ())]


class AskForm(AboutSomebody):
    text = forms.CharField(
        label=_("What was put to them"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 12})
    )
    channel = forms.ChoiceField(label=_("How"), choices=ReplyRequest.Channel.choices)
    sent_at = Moment(label=_("Sent"))
    deadline = Moment(label=_("Answer by"))
    proof = forms.CharField(
        label=_("What proves it"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("“Sent from the desk’s address, read receipt”, “spoke to her at her door, two witnesses”."),
    )  # fmt: skip
    file = forms.FileField(label=_("File"), required=False, help_text=_("Kept privately."))


class PublicForm(AboutSomebody):
    source = forms.TypedChoiceField(label=_("Where they said it"), coerce=int)
    answer = forms.CharField(label=_("What they said, as readers get it"), max_length=LONGEST, widget=ROWS)

    def __init__(self, subjects, claims, sources, *args, **kwargs):
        super().__init__(subjects, claims, *args, **kwargs)
        self._sources = {source.pk: source for source in sources}
        self.fields["source"].choices = [(source.pk, source) for source in sources]

    def chosen_source(self):
        return self._sources[self.cleaned_data["source"]]


class WaiveForm(AboutSomebody):
    reason = forms.CharField(label=_("Why they are not asked"), max_length=2000, widget=ROWS)


class ExtendForm(forms.Form):
    """More time for one who was asked."""

    deadline = Moment(label=_("Answer by"))
    reason = forms.CharField(
        label=_("Why they have longer"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("“Their lawyer asked for it”, “she is abroad until Monday”."),
    )  # fmt: skip

    def __init__(self, request, data=None):
        super().__init__(data, prefix=f"extend-{request.pk}", label_suffix="")


class LinkForm(forms.Form):
    """Who it is that the text names, and what part they have in the story."""

    known = forms.TypedChoiceField(label=_("Who is it?"), coerce=int, required=False, empty_value=0,
                                   widget=forms.RadioSelect)  # fmt: skip
    name = forms.CharField(label=_("Name"), max_length=200)
    role = forms.ChoiceField(
        label=_("Part in this story"), required=False, choices=[("", _("to be said later")), *Role.choices]
    )
    died_on = forms.DateField(
        label=_("Died on"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Empty: counts as living, and is asked."),
    )  # fmt: skip

    def __init__(self, people, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self._people = {person.pk: person for person in people}
        if not people:
            del self.fields["known"]
            return
        nobody = (0, _("Somebody whom the desk does not know yet"))
        self.fields["known"].choices = [nobody, *((person.pk, _told(person)) for person in people)]

    def person(self):
        return self._people.get(self.cleaned_data.get("known") or 0)


def _told(person):
    return ", ".join(filter(None, [person.name, person.description[:80]]))


class OutcomeForm(forms.Form):
    """What came of one request."""

    outcome = forms.ChoiceField(label=_("What came of it"))
    answer = forms.CharField(
        label=_("Their answer, as readers get it"), required=False, max_length=LONGEST, widget=ROWS,
        help_text=_("Readers see it after “{name} said:”, so no quotation marks are needed."),
    )  # fmt: skip
    answered_at = Moment(label=_("When it came"), required=False, help_text=_("Empty: now."))
    note = forms.CharField(
        label=_("Note to the desk"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("How it came, or how you tried to reach them."),
    )  # fmt: skip
    file = forms.FileField(label=_("File"), required=False, help_text=_("Kept privately."))

    def __init__(self, request, data=None, files=None):
        super().__init__(data, files, prefix=f"reply-{request.pk}", label_suffix="")
        possible = [one for one in RECORDED if one != ReplyRequest.Outcome.WITHDRAWN or request.has_answer]
        self.fields["outcome"].choices = [("", "–"), *((one.value, one.label) for one in possible)]
        answer = self.fields["answer"]
        answer.help_text = answer.help_text.format(name=request.to)


def usual_times(hours, now=None):
    """(now, the first full hour after the least time that the rule gives)."""
    now = timezone.localtime(now or timezone.now())
    due = now + timedelta(hours=hours + 1)
    return now.replace(second=0, microsecond=0), due.replace(minute=0, second=0, microsecond=0)
