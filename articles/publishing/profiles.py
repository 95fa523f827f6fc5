"""The jurisdiction profile that applies to a story, as plain data for the gate: the checks make no queries."""

from functools import lru_cache

from articles.models import Jurisdiction, Rule, Term


def profile_of(story):
    """The profile of a Story: its own, or the house's. One query; three after somebody has changed the profile."""
    return profile_of_number(story.jurisdiction_id)


def profile_of_number(number):
    """The same for a jurisdiction's number, as snapshots keep it; None is the house's."""
    jurisdiction = Jurisdiction.objects.for_story(number).get()
    rules, cites, terms = _rules_and_terms(jurisdiction.pk, jurisdiction.stamp)
    return {
        "code": jurisdiction.code,
        "name": jurisdiction.name,
        "language": jurisdiction.language,
        "reviewed_by": jurisdiction.reviewed_by,
        "reviewed_on": jurisdiction.reviewed_on.isoformat() if jurisdiction.reviewed_on else None,
        "rules": rules,
        "cites": cites,
        "terms": terms,
    }


@lru_cache(maxsize=32)
def _rules_and_terms(number, stamp):
    """Held in memory until the stamp is another: every change writes one, so all processes notice. Only to be read."""
    held = list(Rule.objects.filter(jurisdiction=number).values_list("key", "value", "cites"))
    rules = {key: value for key, value, _cites in held}
    cites = {key: cited for key, _value, cited in held}
    terms = {}
    for term in Term.objects.filter(jurisdiction=number, removed=False).order_by("list", "pk"):
        found = {"words": term.words, "reason": term.reason, "cites": term.cites}
        terms.setdefault(term.list, []).append(found)
    return rules, cites, terms
