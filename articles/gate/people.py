"""Who is who: being mentioned is not being accused."""

from django.utils.translation import gettext as _

from articles.gate.registry import Caution, Group, check
from articles.models import Role, Source

COURT = {Source.SourceKind.COURT_RECORD, Source.SourceKind.DOCUMENT}


@check(Group.PEOPLE)
def every_person_and_organization_has_a_part(snapshot, edition):
    for part in snapshot["people"]:
        if not part["role"] or (part["role"] == Role.OTHER and not part["role_text"]):
            message = _("Say what part this person has in the story.")
            yield Caution("people.C001", message, "people.role", part["name"], part["id"])
    for part in snapshot["organizations"]:
        if not part["role"] or (part["role"] == Role.OTHER and not part["role_text"]):
            message = _("Say what part this organization has in the story.")
            yield Caution("people.C002", message, "organizations.role", part["name"], part["id"])


@check(Group.PEOPLE)
def a_defendant_has_a_source(snapshot, edition):
    """A document or court record that may be named: what somebody is tried for is never hearsay."""
    named = any(use["kind"] in COURT for use in snapshot["sources"])
    accused = snapshot["profile"]["rules"]["sources.accusation_roles"]
    for part in snapshot["people"]:
        if part["role"] in accused and not named:
            message = _("A defendant needs a court record or document among the sources.")
            yield Caution("people.C003", message, "sources", part["name"])
