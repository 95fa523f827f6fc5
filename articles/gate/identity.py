"""Whom the words give away, whether or not they are linked: a child, or who reports a sexual offence.

What is linked, with its part in the story, is looked at in `clearance`; here the text alone is read.
"""

from django.utils.translation import gettext as _

from articles import text
from articles.gate.reading import reading_of, rule
from articles.gate.registry import Caution, Group, check

GRAVE = ("guilt", "conviction", "accusation", "offence")
SEXUAL = "topic.sexual_violence"
APART = "\n\n"


@check(Group.SAFETY)
def a_child_is_named_with_care(snapshot, edition):
    """Where the headline, or a paragraph that names a child, speaks of a crime, of an accusation or of a court."""
    reading = reading_of(snapshot, edition)
    looked_at = {("person", part["id"]) for part in snapshot["people"] if part.get("was_child")}
    for key, years in text.ages(reading.whole, reading.people).items():
        if years < rule(snapshot, "children.age") and key not in looked_at and _is_about_wrong(edition, reading, key):
            message = _("A child is named where the text speaks of a crime: legal decides whether that may be.")
            age = _("{years} years old").format(years=years) if years else _("not a year old")
            note = f"{age}; {_law(snapshot, 'children.naming_needs_legal')}"
            yield Caution("identity.C001", message, "people", _name(reading, key), note=note)


@check(Group.SAFETY)
def nobody_is_named_who_may_report_a_sexual_offence(snapshot, edition):
    """But for the accused, and for those linked as victims, whom `clearance` looks at."""
    reading = reading_of(snapshot, edition)
    roles = rule(snapshot, "people.not_identified_roles")
    hits = text.found_terms(reading.whole, {SEXUAL: reading.terms.get(SEXUAL, ())}) if roles else ()
    if not hits:
        return
    others = {("person", part["id"]) for part in snapshot["people"] if part["role"] in roles}
    others |= {said.about.key for said in reading.against()}
    for name in text.harmed(reading.whole, reading.people, hits):
        if name.key not in others:
            message = _(
                "Named, and perhaps somebody to whom a sexual offence was done: legal decides whether that may be."
            )
            law = _law(snapshot, "people.not_identified_roles")
            yield Caution("identity.C002", message, "people", _name(reading, name.key), note=law)


def _is_about_wrong(edition, reading, key):
    lists = {name: reading.terms[name] for name in GRAVE if name in reading.terms}
    paragraphs = {_paragraph(reading, name) for name in reading.names if name.key == key}
    for paragraph in [edition.content["headline"], *paragraphs]:
        idioms = text.found_terms(paragraph, {"idiom": reading.terms.get("idiom", ())})
        hits = text.found_terms(paragraph, lists)
        if any(not any(idiom.start <= hit.start and hit.end <= idiom.end for idiom in idioms) for hit in hits):
            return True
    return False


def _paragraph(reading, name):
    whole = reading.whole
    end = whole.find(APART, name.end)
    return whole[whole.rfind(APART, 0, name.start) + 1 : end if end >= 0 else len(whole)]


def _name(reading, key):
    """As the text gives it first."""
    return next(name.text for name in reading.names if name.key == key)


def _law(snapshot, key):
    return snapshot["profile"]["cites"].get(key, "")
