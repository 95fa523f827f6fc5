# ruff: noqa: E501 (one source a line)
"""The sources of the demo stories that are more than their attribution says: kinds, addresses, dates, private details.

A source that is not named here is a document, or a person where its key is the key of one in the cast.
"""

COURT_RECORDS = {
    "pryke-record",
    "cawdell-record",
    "dunmarsh-record",
    "aggregates-record",
    "tribunal-judgment",
    "court-lists",
}
BROADCASTS = {"council-webcast", "saltern-radio", "match-broadcast"}
WEBSITES = {"ferry-site", "match-statistics", "bathing-results", "festival-programme", "tide-gauge", "trade-directory"}
AGENCIES = {"coastline-press"}
PEOPLE = {"council-finance-official", "gallery-staff", "steward", "storr", "teague", "fire-service-note"}

# {key: (web address, archived copy, days since it was published)}
ADDRESSES = {
    "council-webcast": ("https://council.example.org/meetings/webcast/full-council", "", 1),
    "harbour-report": (
        "https://council.example.org/papers/old-quay-appendix-c",
        "https://archive.example.net/old-quay-appendix-c",
        12,
    ),
    "transport-paper": ("https://council.example.org/papers/line-4-programme-and-cost", "", 9),
    "budget-papers": (
        "https://council.example.org/papers/draft-budget",
        "https://archive.example.net/draft-budget",
        40,
    ),
    "planning-file": ("https://planning.example.org/larkfield-nursery", "", 66),
    "rescue-accounts": ("https://charities.example.org/saltern-inshore-rescue/accounts", "", 120),
    "court-lists": ("https://courts.example.org/veremouth/lists", "", 20),
    "court-statistics": ("https://courts.example.org/statistics/quarterly", "", 31),
    "tribunal-judgment": (
        "https://tribunals.example.org/judgments/osei-lund",
        "https://archive.example.net/osei-lund",
        50,
    ),
    "bathing-results": ("https://coast.example.org/bathing/results", "", 10),
    "agency-bulletin": ("https://coast.example.org/bulletins/thornsea", "", 2),
    "port-accounts": ("https://port.example.com/annual-report", "https://archive.example.net/port-annual-report", 80),
    "ferry-site": ("https://ferries.example.com/fares", "", 5),
    "saltern-radio": ("https://radio.example.com/morning-bulletin", "", 30),
    "trust-papers": ("https://hospitals.example.org/board/papers", "", 45),
    "skarn-decision": (
        "https://ports-and-coasts.example.org/decisions/skarn",
        "https://archive.example.net/skarn-decision",
        60,
    ),
    "match-statistics": ("https://league.example.com/statistics", "", 100),
    "festival-programme": ("https://festival.example.org/programme", "", 25),
}

# Who the confidential sources are: invented, like everybody here; sealed by the loader.
PRIVATE = {
    "conf-surveyor": {
        "name": "Bartholomew Quince",
        "contact": "signal: bquince.example",
        "notes": "Worked on the second survey. Never on the firm’s e-mail.",
    },
    "conf-nurse": {
        "name": "Odile Marchbank",
        "contact": "odile@example.net",
        "notes": "Night shift on the children’s ward.",
    },
    "conf-port-accounts": {
        "name": "Silas Penhallow",
        "contact": "meets at the Chandlers’ Hall",
        "notes": "Has seen the dredging invoices.",
    },
    "conf-club": {"name": "Ginevra Stott", "contact": "ginevra@example.net", "notes": "Sits in on board meetings."},
}


def kind_of(key, people):
    """The kind of a source by its key; people: the keys of the cast."""
    for kind, keys in (
        ("court_record", COURT_RECORDS),
        ("broadcast", BROADCASTS),
        ("website", WEBSITES),
        ("agency", AGENCIES),
    ):
        if key in keys:
            return kind
    if key.startswith("own-"):
        return "own_reporting"
    return "person" if key in people or key in PEOPLE or key in PRIVATE else "document"
