"""What is said of people before courts, against what the courts have said; and what may not be reported at all.

Each part that travels alone (headline, standfirst, headline for sharing, description) is judged by itself: a finding
says where.
"""

import re

from django.utils.translation import gettext as _

from articles import text
from articles.gate.fairness import note_on
from articles.gate.laws import laws_of, terms_of
from articles.gate.output import rendered
from articles.gate.reading import reading_of
from articles.gate.registry import Advice, Blocker, Caution, Group, check
from articles.jurisdictions.words import Stage
from articles.publishing.naming import says
from articles.publishing.protected import named_in, readings, without_unseen

LADDER = list(Stage)
SETTLED = {Stage.PLEADED_GUILTY, Stage.CONVICTED, Stage.SENTENCED, Stage.APPEALING, Stage.UPHELD}
UNDONE = {Stage.OVERTURNED, Stage.RETRIAL}
A_LABEL = 25  # characters between “alleged” and the noun of a label, which is another check's
_ENDS_OFFENCE = re.compile(r"[,.;:]|\b(?:but|while|after|before|when|who|which|acquitted|cleared|not|denie[sd])\b")
_PLEA = re.compile(r"\bple[ad]", re.IGNORECASE)
TO_BE_TOLD = {Stage.ACQUITTED, Stage.HUNG_JURY, Stage.DISCONTINUED, Stage.APPEALING, Stage.OVERTURNED, Stage.RETRIAL}


def counts_of(snapshot, name):
    """The counts of the story's cases against whom a name means, each with its case: [count | {"case"}]."""
    number = name.key[1] if isinstance(name.key, tuple) and name.key[0] == "person" else None
    cases = snapshot.get("cases", ())
    return [count | {"case": case} for case in cases for count in case["counts"] if count["person"] == number]


def is_settled(snapshot, count):
    """Whether a court has decided that they did it, from the stage at which every law of the case allows to say so."""
    status, laws = Stage(count["status"]), laws_of(snapshot, count["case"])
    allowed = max(LADDER.index(law["rules"]["proceedings.guilt_words_from"]) for law in laws)
    return status in SETTLED and LADDER.index(status) >= allowed


@check(Group.FAIRNESS)
def words_of_guilt_rest_on_a_count(snapshot, edition):
    for said in reading_of(snapshot, edition).against():
        if said.kind in {"guilt", "conviction", "label"} and not counts_of(snapshot, said.about):
            message = _("Words of guilt about somebody for whom no court’s decision is recorded: link it, or reword.")
            yield Caution("proceedings.C001", message, said.field, said.sentence, note=note_on(said))


@check(Group.FAIRNESS)
def nobody_is_called_guilty_before_a_court_has_said_so(snapshot, edition):
    reading = reading_of(snapshot, edition)
    for said in reading.against():
        counts = counts_of(snapshot, said.about)
        if said.kind not in {"guilt", "conviction"} or not counts or said.statement.attributed:
            continue
        decided = [count for count in counts if is_settled(snapshot, count) or _is_true_of(said, count, reading)]
        if not decided or is_of_another(said, decided, reading.terms):
            status = ", ".join(sorted({f"{count['offence']}: {Stage(count['status']).label}" for count in counts}))
            message = _("Words of guilt, though no court has decided: say what the person is accused of, and by whom.")
            note = _("“{words}”, but for {name} the record says: {status}.")
            note = note.format(words=said.statement.text, status=status, name=said.about.text)
            yield Caution("proceedings.C002", message, said.field, said.sentence, note=note)


def is_of_another(said, counts, terms):
    """Whether the words of guilt, or those after “convicted”, name an offence that none of these counts is about."""
    told = said.statement
    lists = {name: terms.get(name, ()) for name in ("offence", "guilt")}
    after = _ENDS_OFFENCE.split(told.sentence.text[told.end - told.sentence.start :], maxsplit=1)[0]
    named = [told.text, *(one.text for one in text.found_terms(after, lists))]
    return any(text.is_another_offence(words, [count["offence"] for count in counts]) for words in named)


def _is_true_of(said, count, reading):
    """A plea that was made, or a conviction of which the same part of the story says what has become of it."""
    if said.kind != "conviction":
        return False
    if _PLEA.search(said.statement.text):
        return count["status"] == Stage.PLEADED_GUILTY
    return count["status"] in UNDONE and said.part in _told_of(reading, count)


def _told_of(reading, count):
    """The parts in which it is told how a count ended; of somebody else who is named it tells nothing."""
    theirs = ("person", count["person"])
    return {said.part for said in reading.of_kind("status") if said.about is None or said.about.key == theirs}


@check(Group.FAIRNESS)
def nobody_is_labelled(snapshot, edition):
    """“Accused killer Ada Lamb”: refused while a count is open, advised against after a conviction."""
    for said in reading_of(snapshot, edition).of_kind("label"):
        counts = counts_of(snapshot, said.about) if said.about else []
        settled = any(is_settled(snapshot, count) for count in counts)
        message = _("A label before a name reads as its title: write what the person is accused or convicted of.")
        if counts and not settled:
            yield Blocker("proceedings.B001", message, said.field, said.sentence, note=note_on(said))
        else:
            yield Advice("proceedings.A001", message, said.field, said.sentence, note=note_on(said))


@check(Group.FAIRNESS)
def who_alleges_is_said(snapshot, edition):
    alleging = {phrase for term in terms_of(snapshot).get("alleged", ()) for phrase in _phrases(term)}
    reading = reading_of(snapshot, edition)
    labels = [said.statement for said in reading.of_kind("label")]
    for said in reading.of_kind("accusation"):
        plain = said.statement.text.casefold()
        is_label = any(said.statement.end <= label.start < said.statement.end + A_LABEL for label in labels)
        if said.about and plain in alleging and not said.statement.attributed and not is_label:
            message = _("Alleged by whom? Name who says so, or the document.")
            yield Caution("proceedings.C003", message, said.field, said.sentence, note=note_on(said))


def _phrases(term):
    return [phrase.strip().casefold() for phrase in term["words"].split(",")]


@check(Group.FAIRNESS)
def how_it_ended_is_told(snapshot, edition):
    """An acquittal, a jury that could not agree, an appeal: wherever the accusation is repeated."""
    reading = reading_of(snapshot, edition)
    accused = {said.about.key for said in reading.against()}
    for case in snapshot.get("cases", ()):
        for count in case["counts"]:
            untold = count["status"] in TO_BE_TOLD and "text" not in _told_of(reading, count)
            if untold and ("person", count["person"]) in accused:
                message = _("The accusation is repeated, and not how it ended.")
                yield Caution("proceedings.C004", message, "body", count["name"], note=_told(count))


@check(Group.FAIRNESS)
def a_count_has_its_record(snapshot, edition):
    people = {part["id"] for part in snapshot["people"]}
    for case in snapshot.get("cases", ()):
        for count in case["counts"]:
            if count["person"] in people and not count["citation"]:
                message = _("No record is given for how far a case has come.")
                yield Caution("proceedings.C005", message, "cases", count["name"], note=_told(count))


def _told(count):
    return f"{count['name']}, {count['offence']}: {Stage(count['status']).label}"


@check(Group.SAFETY, harm=True)
def no_restriction_is_broken(snapshot, edition):
    """The finding names the restriction by number only: what it says may itself be secret.

    Whoever must not be named is found by name in all that readers would get, unless somebody else of the same name is
    among the people of the story.
    """
    content = edition.content
    shown = {part.get("id") for part in snapshot["people"]} if content["people"] else set()
    cases = {case["id"] for case in snapshot.get("cases", ())}
    for one in snapshot.get("restrictions", ()):
        reached = one["case"] is None or one["case"] in cases
        named = reached and (one["person"] in shown or _says_name(snapshot, edition, one))
        pictured = one["forbids_pictures"] and reached and bool(content["pictures"])
        worded = one["hashes"] and _says(edition, one)
        if named or pictured or worded:
            message = _("A reporting restriction is in the way: R-{number}. Ask legal.")
            yield Blocker("proceedings.B002", message.format(number=one["id"]), "people" if named else "body")


def _says(edition, restriction):
    hashes = {restriction["id"]: restriction["hashes"]}
    return any(named_in(output, hashes) for output in rendered(edition).values())


def _says_name(snapshot, edition, restriction):
    others = [part for part in snapshot["people"] if part["id"] != restriction["person"]]
    theirs = {name.casefold() for part in others for name in (part["name"], *part.get("also_known_as", ()))}
    names = [name for name in restriction["names"] if name.casefold() not in theirs]
    shown = {reading for output in rendered(edition).values() for reading in readings(output)} if names else ()
    return any(says(words, names) for reading in shown for words in {reading, without_unseen(reading)})
