"""What a jurisdiction profile may say: the register of rules, and the profiles as shipped. Pure; no queries."""

from articles.jurisdictions.rules import GROUPS, RULES, Rule, Sort, review_is_due
from articles.jurisdictions.shipped import Profile, Term, profile, profiles

__all__ = ["GROUPS", "RULES", "Profile", "Rule", "Sort", "Term", "profile", "profiles", "review_is_due"]
