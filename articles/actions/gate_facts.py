"""What the checks go by beside the snapshot of an Edition: read when asked, and kept in no Revision."""

from django.db.models import Min
from django.utils import timezone

from articles.models import CountStep, Person, ProtectedPerson, Restriction
from articles.publishing.naming import names_of
from articles.publishing.profiles import profile_of_number


def facts_for_gate(edition):
    """The snapshot of an Edition and what no snapshot keeps."""
    kept = edition.snapshot
    return kept | {
        "protected": protected_hashes(),
        "profile": profile_of_number(kept.get("jurisdiction_id")),
        "laws": laws_of_cases(kept),
        "born": born(kept),
        "began": began(kept),
        "restrictions": restrictions_on(timezone.localdate(edition.published_at)),
    }


def protected_hashes():
    """{number: hashes} of everybody who must not be identified, for the gate's scan of the outputs."""
    return dict(ProtectedPerson.objects.values_list("pk", "forbidden_hashes"))


def laws_of_cases(kept):
    """{number of a jurisdiction: its profile} of those that the cases of a snapshot name themselves."""
    named = {case.get("jurisdiction") for case in kept.get("cases", ())} - {None}
    return {number: profile_of_number(number) for number in sorted(named)}


def born(kept):
    """{number of a person: (year, day as ISO text or None)} of the people of a snapshot whose birth the desk knows."""
    people = Person.objects.filter(pk__in=[part["id"] for part in kept["people"]], born_year__isnull=False)
    found = people.values_list("pk", "born_year", "born_on") if kept["people"] else ()
    return {number: (year, day.isoformat() if day else None) for number, year, day in found}


def began(kept):
    """{number of a case: the first day known of it, as ISO text}, for the ages of those in it."""
    cases = [case["id"] for case in kept.get("cases", ())]
    steps = CountStep.objects.filter(count__case__in=cases).order_by().values("count__case")
    days = dict(steps.annotate(first=Min("status_on")).values_list("count__case", "first")) if cases else {}
    return {number: day.isoformat() for number, day in days.items()}


def restrictions_on(day):
    """What may not be reported on a day: [{"id", "person", "names", "case", "forbids_pictures", "hashes"}]."""
    return [
        {
            "id": one.pk,
            "person": one.person_id,
            "names": names_of(one.person) if one.person else [],
            "case": one.case_id,
            "forbids_pictures": one.forbids_pictures,
            "hashes": one.forbidden_hashes,
        }
        for one in Restriction.objects.in_force(day).select_related("person")
    ]
