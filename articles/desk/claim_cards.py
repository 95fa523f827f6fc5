"""The claims of a story as the checkers' page shows them: numbered, each with its forms and what may be done."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from articles import permissions
from articles.desk.claim_forms import ClaimForm, EvidenceForm
from articles.models import Claim, Evidence
from articles.models.claims import subjects_of
from articles.text import compare_plain, is_altered, marked_blocks, quoted_words


@dataclass
class Card:
    """One claim. `why_none`: why this person gives no verdict on it; empty where they may."""

    number: int
    claim: Claim
    form: ClaimForm
    evidence: list = field(default_factory=list)  # (Evidence, its form, its terms)
    new: EvidenceForm | None = None
    altered: list | None = None  # rows of a comparison where the quoted words differ from the original
    why_none: str = ""
    is_ticked: bool = False

    @property
    def is_supported(self):
        return any(one.stance == Evidence.Stance.SUPPORTS for one, _form, _terms in self.evidence)


def cards_of(story, user, refused=None, ticked=False):
    """refused: a bound form that stands in for the fresh one of the same prefix; ticked: all that can be judged."""
    uses = list(story.story_sources.select_related("source").order_by("position", "pk"))
    terms = {use.source_id: use.get_terms_display() or _("terms not said yet") for use in uses}
    sources, subjects = [use.source for use in uses], subjects_of(story)
    is_writer = not permissions.one_person_newsroom() and story.writers.filter(pk=user.pk).exists()
    found = []
    for number, claim in enumerate(story.claims.bound().with_evidence(), 1):
        card = Card(number, claim, _or_refused(ClaimForm(claim, subjects), refused))
        for one in claim.evidence.all():
            form = _or_refused(EvidenceForm(claim, sources, one), refused)
            card.evidence.append((one, form, terms.get(one.source_id, "")))
        new = _or_refused(EvidenceForm(claim, sources), refused)
        card.new = new if new.fields["source"].choices else None
        card.altered = _altered(claim)
        card.why_none = _why_none(claim, user, is_writer)
        card.is_ticked = bool(ticked and card.is_supported and not claim.verdict and not card.why_none)
        found.append(card)
    return found


def _or_refused(form, refused):
    return refused if refused is not None and refused.prefix == form.prefix else form


def _altered(claim):
    if claim.kind != Claim.ClaimKind.QUOTATION or not claim.original:
        return None
    quoted = quoted_words(claim.words)
    return compare_plain(claim.original, quoted).rows if is_altered(quoted, claim.original) else None


def _why_none(claim, user, is_writer):
    if is_writer:
        return _("You are a writer of this story: somebody else judges its claims.")
    if permissions.one_person_newsroom():
        return ""
    if user.pk == claim.words_by_id:
        return _("You wrote these words, or changed them last: somebody else judges them.")
    return _("You marked this claim: somebody else judges it.") if user.pk == claim.created_by_id else ""


def text_of(story, cards):
    """[(kind of block, [(words, cards in which they stand, cards that begin with them)])]."""
    by_key = {card.claim.key: card for card in cards}
    return [
        (block.kind, [(run.text, _known(by_key, run.keys), _known(by_key, run.begins)) for run in block.runs])
        for block in marked_blocks(story.body)
    ]


def _known(by_key, keys):
    return [by_key[key] for key in keys if key in by_key]
