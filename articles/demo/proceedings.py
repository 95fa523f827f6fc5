"""What the demo's courts have decided, what they have not yet, and one order; the stories link to it by key."""

from datetime import timedelta

from articles import actions
from articles.jurisdictions.words import Stage
from articles.models import Case

CASES = (
    {
        "key": "pryke",
        "name": "The lifeboat charity fraud",
        "docket": "VCC 117",
        "record": "pryke-record",
        "counts": [
            ("pryke", "fraud by abuse of position", [(Stage.CHARGED, 210), (Stage.CONVICTED, 6)], 3),
            ("pryke", "theft", [(Stage.CHARGED, 210), (Stage.ACQUITTED, 6)], 1),
        ],
    },
    {
        "key": "fairweather",
        "name": "The market rents",
        "docket": "VMC 2041",
        "record": "court-lists",
        "counts": [("fairweather", "theft of stall rents", [(Stage.CHARGED, 61)], 1)],
    },
)


def record(desk):
    """The cases as they stood before any of the stories; {key: Case}."""
    return {told["key"]: _case(desk, told) for told in CASES}


def _case(desk, told):
    case = Case.objects.create(name=told["name"], court="Veremouth Crown Court", docket=told["docket"])
    for person, offence, ladder, times in told["counts"]:
        for _ in range(times):
            _count(desk, case, person, offence, ladder, desk.source(told["record"]))
    return case


def _count(desk, case, person, offence, ladder, source):
    by, count = desk.users["idris"], None
    for status, days_ago in ladder:
        at = desk.now - timedelta(days=days_ago)
        step = {"status": status, "on": at.date(), "citation": source, "now": at}
        if count is None:
            count = actions.accuse(case, desk.people[person], by=by, offence=offence, **step)
        else:
            actions.move_count(count, by=by, **step)
    actions.still_holds(count, by=by, now=desk.now)


def afterwards(desk):
    """What happened when the stories were out: an acquittal that the live one does not tell yet, and an order."""
    count = desk.cases["fairweather"].counts.get()
    day = (desk.now - timedelta(days=2)).date()
    source = desk.source("court-lists")
    actions.move_count(count, by=desk.users["edda"], status=Stage.ACQUITTED, on=day, citation=source, now=desk.now)
    actions.restrict(
        by=desk.users["lorne"],
        kind="court_order",
        case=desk.cases["pryke"],
        scope="Nothing of the hearing on what Leonard Pryke has to pay back, until he has been sentenced.",
        phrases=["confiscation hearing", "repayment hearing"],
        starts=day,
        ends=(desk.now + timedelta(days=10)).date(),
        legal_basis="Order of Judge Leckwith",
        now=desk.now,
    )
