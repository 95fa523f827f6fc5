"""The vocabularies that rules choose from and checks compare with."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stage(TextChoices):
    """How far an accusation has come, for one person and one count, in the order of the ladder."""

    ALLEGED = "alleged", _("Alleged")
    REPORTED = "reported", _("Reported to the police")
    INVESTIGATED = "investigated", _("Under investigation")
    ARRESTED = "arrested", _("Arrested")
    WARRANT = "warrant", _("Warrant or summons issued")
    CHARGED = "charged", _("Charged")
    ON_TRIAL = "on_trial", _("On trial")
    PLEADED_GUILTY = "pleaded_guilty", _("Pleaded guilty")
    CONVICTED = "convicted", _("Convicted")
    SENTENCED = "sentenced", _("Sentenced")
    ACQUITTED = "acquitted", _("Acquitted")
    HUNG_JURY = "hung_jury", _("Jury could not agree")
    DISCONTINUED = "discontinued", _("Discontinued or dismissed")
    RELEASED = "released", _("Released without charge")
    APPEALING = "appealing", _("Appeal pending")
    UPHELD = "upheld", _("Conviction upheld")
    RETRIAL = "retrial", _("Retrial ordered")
    OVERTURNED = "overturned", _("Conviction overturned")


class Topic(TextChoices):
    """What can hurt to read."""

    SEXUAL_VIOLENCE = "sexual_violence", _("Sexual violence")
    SUICIDE = "suicide", _("Suicide")
    SELF_HARM = "self_harm", _("Self-harm")
    CHILD_ABUSE = "child_abuse", _("Child abuse")
    DOMESTIC_ABUSE = "domestic_abuse", _("Domestic abuse")


class Touched(TextChoices):
    """What a change to a live story may touch."""

    HEADLINE = "headline", _("The headline")
    NAME = "name", _("A name")
    FIGURE = "figure", _("A figure")
    DATE = "date", _("A date")
    QUOTATION = "quotation", _("A quotation")
    NEGATION = "negation", _("A “not” or “no”")
    STATUS = "status", _("The state of proceedings")
    CLAIM = "claim", _("A claim")
