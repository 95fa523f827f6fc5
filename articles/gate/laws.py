"""Whose law a case is judged by: the story's, and the case's own where that is another. The stricter holds.

A paper answers at home for what it prints of a court abroad, and abroad for what it prints there; so a case in another
place is held to both, and what one of them forbids is not excused by the other.
"""

STRICTER_WITH_MORE = (
    "offence", "guilt", "conviction", "accusation", "alleged", "label", "label_before", "discouraged",
    "topic.sexual_violence",
)  # fmt: skip


def laws_of(snapshot, case=None):
    """The profiles that hold for a case, the story's first; without a case, for all the cases of the story."""
    cases = [case] if case else snapshot.get("cases", ())
    found = {snapshot["profile"]["code"]: snapshot["profile"]}
    for one in cases:
        law = snapshot.get("laws", {}).get(one.get("jurisdiction"))
        if law:
            found.setdefault(law["code"], law)
    return list(found.values())


def called_for_by(snapshot):
    """The checks whose findings call for legal by any law of the story."""
    return [name for law in laws_of(snapshot) for name in law["rules"]["legal.called_for_by"]]


def terms_of(snapshot):
    """The words that the checks look for: the story's, and what the law of a case adds in the same language.

    Only lists that make a reading stricter grow: no law of another place excuses a wording here.
    """
    ours, *others = laws_of(snapshot)
    terms = dict(ours["terms"])
    for law in others:
        if law["language"] == ours["language"]:
            for name in STRICTER_WITH_MORE:
                known = {row["words"] for row in terms.get(name, ())}
                more = [row for row in law["terms"].get(name, ()) if row["words"] not in known]
                terms[name] = [*terms.get(name, ()), *more]
    return terms
