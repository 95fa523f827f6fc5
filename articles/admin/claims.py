"""What the editor says of the claims in a text: one hidden field of the story's form, checked before it is believed."""

import json
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import actions
from articles.actions.claims import kind_of
from articles.models import Claim, Evidence, Organization, Person
from articles.models.claims import hash_of_words, subjects_of
from articles.text import claim_marks

LONGEST = 300_000
MOST = 500
MOST_SOURCES = 100
LARGEST_NUMBER = 2**63 - 1
LONGEST_WORDS = 200
SAID = {"kind", "severity", "about", "support", "unsupport"}
QUOTED = {"speaker", "speaker_text", "checked_how"}
NEW = {
    "id": None, "severity": Claim.Severity.ORDINARY, "person": None, "organization": None, "about": "", "speaker": "",
    "original": "", "checked_how": "", "evidence": [], "verdict": None, "lost_verdict": False,
}  # fmt: skip
ROWS = {"person": "story_people", "organization": "story_organizations"}
MODELS = {"person": Person, "organization": Organization}
NOT_UNDERSTOOD = _(
    "What was said of the claims could not be read (%(why)s). Nothing has been saved and your text is kept: open the "
    "claim in the text, choose again, and save."
)


class ClaimsField(forms.CharField):
    """{key: {kind, severity, about, support, unsupport}} as JSON; a textarea, so that unsent text brings it back.

    A quotation may add {speaker, speaker_text, checked_how}: one who speaks is “person-3” or words.
    """

    widget = forms.Textarea(attrs={"hidden": True, "data-claims": True, "aria-hidden": "true"})

    def __init__(self, **kwargs):
        super().__init__(required=False, max_length=LONGEST, **kwargs)

    def clean(self, value):
        text = super().clean(value)
        try:
            return understood(json.loads(text or "{}"))
        except (ValueError, RecursionError) as error:
            why = str(error)[:100]
            raise ValidationError(NOT_UNDERSTOOD, params={"why": why}) from error


def understood(said):
    """The same, only with what is expected; ValueError for anything else."""
    if not isinstance(said, dict) or len(said) > MOST:
        raise ValueError(_("too many, or no list of claims"))
    return {_key(key): _one(one) for key, one in said.items()}


def _key(key):
    if str(UUID(key)) != key:
        raise ValueError(_("no number of a claim"))
    return key


def _one(one):
    if not isinstance(one, dict) or one.keys() - SAID - QUOTED:
        raise ValueError(_("something unknown"))
    kind, severity = (one.get(name, "") for name in ("kind", "severity"))
    if kind not in Claim.ClaimKind.values or severity not in Claim.Severity.values:
        raise ValueError(_("no such kind"))
    sources = {name: _numbers(one.get(name, [])) for name in ("support", "unsupport")}
    return {"kind": kind, "severity": severity, "about": _somebody(one.get("about", ""))} | sources | _quoted(one)


def _quoted(one):
    """Who speaks and how it was checked, where that was asked."""
    if not one.keys() & QUOTED:
        return {}
    words = {name: one.get(name, "") for name in ("speaker_text", "checked_how")}
    if any(not isinstance(text, str) or len(text) > LONGEST_WORDS or "\x00" in text for text in words.values()):
        raise ValueError(_("too many words"))
    return words | {"speaker": _somebody(one.get("speaker", ""), among=("person",))}


def _somebody(key, among=("person", "organization")):
    named, _dash, number = key.partition("-") if isinstance(key, str) else ("?", "", "")
    if key and (named not in among or not _is_number(number)):
        raise ValueError(_("nobody of this story"))
    return key


def _numbers(sources):
    if not isinstance(sources, list) or len(sources) > MOST_SOURCES or any(type(one) is not int for one in sources):
        raise ValueError(_("no such source"))
    if any(not 0 < number <= LARGEST_NUMBER for number in sources):
        raise ValueError(_("no such source"))
    return sources


def _is_number(text):
    return text.isascii() and text.isdigit() and len(text) <= 18


def with_records(said, story, posted):
    """Puts in place of each “person-3” the record itself. ValidationError where it is nobody of this story.

    posted: the whole form, since a person or a source may be added to the story by the same save.
    """
    before = _before(said, story)
    wanted = {one.get(name, "") for one in said.values() for name in ("about", "speaker")} - {""}
    allowed = (subjects_of(story) if story.pk and wanted else {}) | {one.about_key: one.about for one in before}
    allowed |= {f"person-{one.speaker_id}": one.speaker for one in before if one.speaker}
    for kind, model in MODELS.items():
        chosen = _chosen(posted, ROWS[kind], kind) & {key.removeprefix(f"{kind}-") for key in wanted - allowed.keys()}
        allowed |= {f"{kind}-{one.pk}": one for one in model.objects.filter(pk__in=chosen)} if chosen else {}
    if wanted - allowed.keys():
        raise ValidationError(NOT_UNDERSTOOD, params={"why": _("somebody who is not in this story")})
    ticked = {str(number) for one in said.values() for number in one["support"]}
    missing = ticked - _chosen(posted, "story_sources", "source") if ticked else ()
    if missing and (story.pk is None or missing - {str(use.source_id) for use in story.story_sources.all()}):
        raise ValidationError(NOT_UNDERSTOOD, params={"why": _("a source that is not in this story")})
    records = {"": None} | allowed
    return {
        key: one | {name: records[one[name]] for name in ("about", "speaker") if name in one}
        for key, one in said.items()
    }


def _before(said, story):
    """The claims as they were saved last: whom they were about, and who spoke."""
    if not story.pk or not said:
        return []
    return list(story.claims.filter(key__in=said).select_related("person", "organization", "speaker"))


def _chosen(posted, prefix, column):
    """The numbers that the rows of a form name, as it was sent."""
    total = posted.get(f"{prefix}-TOTAL_FORMS", "0")
    rows = [f"{prefix}-{row}-" for row in range(min(int(total), 100) if _is_number(total) else 0)]
    return {posted[f"{row}{column}"] for row in rows if _is_number(posted.get(f"{row}{column}", ""))
            and not posted.get(f"{row}DELETE")}  # fmt: skip


def details(said):
    """As `Editing.claims` takes it."""
    found = {}
    for key, one in said.items():
        kind = one["about"]._meta.model_name if one["about"] else ""
        found[key] = {"kind": one["kind"], "severity": one["severity"]}
        found[key] |= {name: one["about"] if kind == name else None for name in MODELS}
        found[key] |= {name: one[name] for name in QUOTED & one.keys()}
    return found


def support(story, said, *, by):
    """Links the claims, now that they are saved, to the sources that were ticked; in the save's transaction."""
    wanted = {key: one for key, one in said.items() if one["support"] or one["unsupport"]}
    if not wanted:
        return
    sources = {use.source_id: use.source for use in story.story_sources.select_related("source")}
    for claim in story.claims.bound().filter(key__in=wanted):
        claim.story = story
        for number in wanted[claim.key]["support"]:
            if number not in sources:
                raise actions.MoveRefused(_("A claim was to rest on a source that is not in this story. Tick another."))
            actions.support(claim, sources[number], by=by)
        taken = claim.evidence.filter(source__in=wanted[claim.key]["unsupport"], stance=Evidence.Stance.SUPPORTS)
        for evidence in taken:
            actions.unsupport(evidence, by=by)


def as_typed(kept, body, said):
    """The claims of a snapshot as a form holds them: those whose mark stands in its text, with its words.

    kept: the story's claims as they were saved; said: `ClaimsField`'s value, with the records that claims are about.
    """
    saved = {claim["key"]: claim for claim in kept}
    return [_as_typed(mark, saved.get(mark.key), said.get(mark.key, {})) for mark in claim_marks(body).marks]


def _as_typed(mark, saved, said):
    claim = dict(saved or NEW | {"key": mark.key, "kind": kind_of(mark.words)})
    if saved and hash_of_words(saved["words"]) != hash_of_words(mark.words):
        claim |= {"verdict": None, "lost_verdict": bool(saved["verdict"] or saved["lost_verdict"])}
    claim["words"] = mark.words
    if said:
        told = details({mark.key: said})[mark.key]
        claim |= {"kind": told["kind"], "severity": told["severity"], "about": str(said["about"] or "")}
        claim |= {name: told[name].pk if told[name] else None for name in MODELS}
        ticked = _ticked(claim["evidence"], said)
        if ticked != claim["evidence"]:
            claim |= {"verdict": None, "lost_verdict": bool(claim["verdict"] or claim["lost_verdict"])}
        claim["evidence"] = ticked
        if "speaker" in told:
            claim |= {"speaker": str(told["speaker"] or told["speaker_text"]), "checked_how": told["checked_how"]}
    return claim


def _ticked(evidence, said):
    supports = Evidence.Stance.SUPPORTS
    kept = [one for one in evidence if one["stance"] != supports or one["source"] not in said["unsupport"]]
    known = {one["source"] for one in kept}
    bare = {"stance": supports, "is_primary": False, "independent_of": [], "archived_url": "", "sha256": ""}
    return kept + [bare | {"source": number} for number in said["support"] if number not in known]


def known(story):
    """What is saved of a story's claims, for the box below a claim in the editor."""
    if not story.pk:
        return {}
    address = reverse("desk_claims", args=[story.pk])
    return {claim.key: _shown(claim, address) for claim in story.claims.with_evidence()}


def _shown(claim, address):
    rests = {stance: [] for stance in Evidence.Stance.values}
    for one in claim.evidence.all():
        rests[one.stance].append(one.source_id)
    return {
        "kind": claim.kind,
        "severity": claim.severity,
        "about": claim.about_key,
        "about_name": str(claim.about or ""),
        "speaker": str(claim.speaker or claim.speaker_text),
        "checked_how": claim.checked_how,
        "supports": rests[Evidence.Stance.SUPPORTS],
        "contradicts": rests[Evidence.Stance.CONTRADICTS],
        "url": f"{address}#claim-{claim.pk}",
    }
