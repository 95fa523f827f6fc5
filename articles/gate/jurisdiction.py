"""Whether somebody answers for the rules that the other checks go by."""

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from articles.gate.laws import laws_of
from articles.gate.registry import Advice, Group, check
from articles.jurisdictions import review_is_due


@check(Group.SAFETY)
def the_profile_was_reviewed(snapshot, edition):
    for profile in laws_of(snapshot):
        reviewed_on = parse_date(profile["reviewed_on"]) if profile["reviewed_on"] else None
        if reviewed_on is None:
            message = _("Nobody has reviewed the rules of “{name}”, which this story is held to.")
            yield Advice("jurisdiction.A001", message.format(name=profile["name"]), "jurisdiction")
        elif review_is_due(reviewed_on, profile["rules"]["profile.review_months"], edition.published_at.date()):
            message = _("The rules of “{name}”, which this story is held to, were last reviewed on {day}.")
            said = message.format(name=profile["name"], day=profile["reviewed_on"])
            yield Advice("jurisdiction.A002", said, "jurisdiction")
