"""What machines call the paper's pages about itself, and with what text those begin that every newsroom needs.

The required pages are always there, so each thing we publish may name their addresses without asking the database.
"""

from typing import NamedTuple

from django.template.loader import render_to_string

from articles.models.policies import REQUIRED, PolicyKind
from articles.publishing.addresses import absolute, address
from articles.text import sanitise

INDICATOR = "http://cv.iptc.org/newscodes/trustindicator/"


class Policy(NamedTuple):
    """What a kind of page is to machines: property of a NewsMediaOrganization, term of the IPTC's vocabulary."""

    property: str
    indicator: str = ""


POLICIES = {
    PolicyKind.MISSION: Policy("missionCoveragePrioritiesPolicy", "coveragePolicy"),
    PolicyKind.PRINCIPLES: Policy("publishingPrinciples", "editorialPolicy"),
    PolicyKind.ETHICS: Policy("ethicsPolicy", "ethicsPolicy"),
    PolicyKind.CORRECTIONS: Policy("correctionsPolicy", "correctionsPolicy"),
    PolicyKind.UNNAMED_SOURCES: Policy("unnamedSourcesPolicy", "unnamedSourcesPolicy"),
    PolicyKind.VERIFICATION: Policy("verificationFactCheckingPolicy", "factCheckingPolicy"),
    PolicyKind.BYLINES: Policy("noBylinesPolicy", "noBylinesPolicy"),
    PolicyKind.DIVERSITY: Policy("diversityPolicy", "editorialDiversityPolicy"),
    PolicyKind.OWNERSHIP: Policy("ownershipFundingInfo"),
    PolicyKind.MASTHEAD: Policy("masthead"),
    PolicyKind.CONTACT: Policy("actionableFeedbackPolicy", "feedbackPolicy"),
    PolicyKind.FEEDBACK: Policy("actionableFeedbackPolicy", "feedbackPolicy"),  # where written, before the contact page
}


def place_of(kind):
    return absolute(address("policy", PolicyKind(kind).slug))


def properties(kinds=REQUIRED):
    """As JSON-LD has them. kinds: of the pages that exist, where somebody looked; else those that always do."""
    return {policy.property: place_of(kind) for kind, policy in POLICIES.items() if kind in kinds}


def indicators():
    """As ninjs has them."""
    return [
        {"role": INDICATOR + POLICIES[kind].indicator, "title": str(kind.label), "href": place_of(kind)}
        for kind in REQUIRED
        if POLICIES[kind].indicator
    ]


def starter(kind):
    """The text that a required page begins with."""
    return sanitise(render_to_string(f"reading/policies/{kind}.html"))
