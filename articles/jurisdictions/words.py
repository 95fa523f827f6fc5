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


TERM_LISTS = {  # {list: (name, what the checks do with it)}
    "offence": (_("Offences"), _("Crimes. Whoever is named with one needs a status, a date and a record.")),
    "guilt": (_("Words of guilt"), _("They assert that somebody did it, which only a conviction allows.")),
    "conviction": (_("Words of conviction"), _("They say that a court has found somebody guilty.")),
    "accusation": (_("Words of accusation"), _("They say that somebody is accused: by whom, of what?")),
    "alleged": (_("Alleged by nobody"), _("Accusations whose words say nothing of who makes them.")),
    "status": (_("The state of a case"), _("An acquittal, a hung jury or an appeal that has to be told as well.")),
    "label_before": (_("Before a label"), _("With a label and a name after them they brand somebody.")),
    "label": (_("Labels"), _("Nouns that brand whoever is named after them.")),
    "discouraged": (_("Discouraged words"), _("Words that hurt or mislead, each with what to write instead.")),
    "commentary": (_("Commentary"), _("Opinions that do not belong under a news label.")),
    "motive": (_("Motives"), _("Guesses at what somebody meant or intended.")),
    "attribution": (_("Attribution"), _("They say who says so.")),
    "negation": (_("Negation"), _("They turn a statement round.")),
    "denial": (_("Denials"), _("Somebody rejects an accusation.")),
    "condition": (_("Conditions"), _("What is said only for the case that something else is true.")),
    "idiom": (_("Idioms"), _("Turns of phrase in which a word of another list means nothing of the kind.")),
    "topic.sexual_violence": (_("Topic: sexual violence"), _("They suggest a content note and a helpline.")),
    "topic.suicide": (_("Topic: suicide"), _("They suggest a content note and a helpline.")),
    "topic.self_harm": (_("Topic: self-harm"), _("They suggest a content note and a helpline.")),
    "topic.child_abuse": (_("Topic: child abuse"), _("They suggest a content note and a helpline.")),
    "topic.domestic_abuse": (_("Topic: domestic abuse"), _("They suggest a content note and a helpline.")),
    "no_topic": (_("No topic"), _("Words of a topic that mean something else here, as in “suicide bomber”.")),
    "suicide_method": (
        _("How, where and why of a suicide"),
        _("Looked for in stories on suicide alone: details that somebody could follow."),
    ),
    "vague_attribution": (_("Vague attributions"), _("Wordings that do not say how a source knows.")),
    "unnamed_speaker": (_("Speakers without a name"), _("Whose words these are, when no name is given.")),
    "trusted_agencies": (_("Trusted agencies"), _("Their reports may count as a primary document.")),
    "not_people": (_("No people"), _("Capitalised words that are no person’s name.")),
}  # fmt: skip


def list_name(name):
    """A term list as people call it; a house's own lists go by their key."""
    return TERM_LISTS.get(name, (name, ""))[0]
