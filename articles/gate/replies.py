"""The right of reply: who is accused was asked, and had time."""

from datetime import timedelta

from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import text
from articles.gate.claims import is_grave, needing
from articles.gate.proceedings import is_of_another
from articles.gate.reading import Said, has_died, reading_of, rule
from articles.gate.registry import Caution, Group, check
from articles.jurisdictions.words import Stage
from articles.models import ReplyRequest, Source

Outcome = ReplyRequest.Outcome
ENDED = {Outcome.REPLIED, Outcome.DECLINED, Outcome.UNREACHABLE, Outcome.PUBLIC_REPLY, Outcome.WAIVED,
         Outcome.WITHDRAWN}  # fmt: skip
FOUND_GUILTY = {Stage.PLEADED_GUILTY, Stage.CONVICTED, Stage.SENTENCED, Stage.APPEALING, Stage.UPHELD}
OF_A_VERDICT = {"conviction", "guilt", "label"}


@check(Group.FAIRNESS)
def whoever_is_accused_was_asked(snapshot, edition):
    for name, (key, why) in _asked_nothing(snapshot, edition).items():
        message = _("Somebody is accused here and has not been asked about it: whom did you ask, or why not?")
        yield Caution("replies.C001", message, "replies", name, _row(key), note=why)


@check(Group.FAIRNESS)
def whoever_was_asked_had_time(snapshot, edition):
    hours = rule(snapshot, "reply.minimum_hours")
    for request in snapshot["replies"]:
        if request["outcome"] in ENDED:
            continue
        sent, deadline = parse_datetime(request["sent_at"]), parse_datetime(request["deadline"])
        message = _("Their time to answer has not passed, or was too short.")
        if deadline > edition.published_at:
            told = _("answer by {when}").format(when=date_format(localtime(deadline), "SHORT_DATETIME_FORMAT"))
            yield Caution("replies.C002", message, "replies", request["name"], request["id"], told)
        elif deadline - sent < timedelta(hours=hours):
            given = int((deadline - sent) / timedelta(hours=1))
            told = ngettext("had {count} hour of {hours}", "had {count} hours of {hours}", given)
            told = told.format(count=given, hours=hours)
            yield Caution("replies.C002", message, "replies", request["name"], request["id"], told)


def _row(key):
    """How the page of replies knows somebody: “person-3”; the name itself where nobody has linked it."""
    return "-".join(map(str, key)) if isinstance(key, tuple) else key


def _asked_nothing(snapshot, edition):
    """{name: (key, what was not put to them)} of everybody accused and living whom no request answers for."""
    found = {}
    reading = reading_of(snapshot, edition)
    dead = text.dead(reading.whole, reading.people)
    for key, name, claim in _accusations(snapshot, edition):
        answered = any(_answers_for(snapshot, one, key, claim) for one in snapshot["replies"])
        if key not in dead and not has_died(snapshot, key) and not answered:
            why = "" if claim is None or not _was_asked(snapshot, key) else f"“{claim['words']}”"
            found.setdefault(name, (key, why))
    return found


def _accusations(snapshot, edition):
    """(key as in Reading, name, the claim or None) of each accusation that is no fair report of court or record."""
    for claim in snapshot["claims"]:
        if is_grave(claim) and not _is_fair_report(snapshot, claim):
            side = "person" if claim["person"] else "organization"
            yield (side, claim[side]), claim["about"], claim
    reading = reading_of(snapshot, edition)
    answering = {(field, words): claims for kind, field, words, claims in needing(snapshot, edition)}
    for said in reading.against():
        claims = answering.get((said.field, said.sentence), [])
        if not _is_reported_fairly(snapshot, edition, said, claims):
            for claim in claims or [None]:
                yield said.about.key, _name(snapshot, said.about.key), claim


def _is_reported_fairly(snapshot, edition, said: Said, claims):
    """Each claim that answers for the sentence is, or it tells a verdict on record."""
    if not rule(snapshot, "reply.fair_report_exempt"):
        return False
    if claims and all(_is_fair_report(snapshot, claim) for claim in claims):
        return True
    counts = [count for case in snapshot["cases"] for count in case["counts"] if count["status"] in FOUND_GUILTY]
    theirs = [count for count in counts if ("person", count["person"]) == said.about.key and count["citation"]]
    is_told = said.kind in OF_A_VERDICT and bool(theirs)
    return is_told and not is_of_another(said, theirs, reading_of(snapshot, edition).terms)


def _is_fair_report(snapshot, claim):
    """All that supports it is a court's record, or a primary document that is public."""
    supporting = [one for one in claim["evidence"] if one["stance"] == "supports"]
    exempt = rule(snapshot, "reply.fair_report_exempt")
    return bool(exempt and supporting) and all(_is_of_record(snapshot, one) for one in supporting)


def _is_of_record(snapshot, evidence):
    source = next((use for use in snapshot["sources"] if use["id"] == evidence["source"]), None)
    if source is None:
        return False
    is_public = bool(source["url"] or source["published_on"])
    official = source["kind"] == Source.SourceKind.DOCUMENT and evidence["is_primary"] and is_public
    return official or source["kind"] == Source.SourceKind.COURT_RECORD


def _answers_for(snapshot, request, key, claim):
    """A request about no claim in particular is about all; else about its own, and about what no claim is bound to."""
    same = key in {("person", request["person"]), ("organization", request["organization"])}
    return same and (claim is None or not request["claims"] or _was_put(snapshot, request, claim))


def _was_put(snapshot, request, claim):
    """As it is worded now; requests from before that was kept count for any words."""
    then = request.get("asked", {}).get(str(claim["id"]), claim["words"])
    most = rule(snapshot, "changes.minor_characters")
    reworded = text.is_reworded(then, claim["words"], snapshot["profile"]["terms"], most)
    return claim["id"] in request["claims"] and not reworded


def _was_asked(snapshot, key):
    return any(_answers_for(snapshot, request, key, None) for request in snapshot["replies"])


def _name(snapshot, key):
    """A linked name as its record has it; any other as the text gives it in full."""
    parts = {("person", part["id"]): part["name"] for part in snapshot["people"]}
    parts |= {("organization", part["id"]): part["name"] for part in snapshot["organizations"]}
    return parts.get(key, key)
