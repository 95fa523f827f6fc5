"""Jurisdiction profiles: which applies to a story, the shipped ones, and every change with its reason on record."""

import uuid

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import jurisdictions, permissions
from articles.actions.passage import MoveRefused
from articles.actions.rule_values import fitting
from articles.actions.watching import watch_soon
from articles.models import Jurisdiction, JurisdictionChange, Rule, Term

RULE_FACTS = ("value", "cites")
TERM_FACTS = ("words", "reason", "cites", "removed")


# What every change has in common


def _keep(jurisdiction, what, before, after, *, by, why, now):
    """The log's line, and another stamp for whoever holds the old profile in memory."""
    JurisdictionChange.objects.create(
        jurisdiction=jurisdiction, what=what[:120], before=before, after=after, by=by, why=why, at=now or timezone.now()
    )
    Jurisdiction.objects.filter(pk=jurisdiction.pk).update(stamp=uuid.uuid4())
    watch_soon(at_once=False)


def _check(by, why="-"):
    if not permissions.may_keep_profiles(by):
        raise PermissionDenied(_("You may not change the jurisdiction profiles."))
    if not why.strip():
        raise MoveRefused(_("Say why: the reason is kept with the change."))


def _facts(row, names):
    return {name: getattr(row, name) for name in names}


# Rules


def change_rule(rule, *, by, value, cites, why, now=None):
    """Sets a rule's value here; an upgrade leaves it alone from then on."""
    _check(by, why)
    try:
        value = fitting(rule.about, value)
    except ValueError as error:
        raise MoveRefused(str(error)) from error
    return _write_rule(rule, {"value": value, "cites": cites.strip(), "edited": True}, by, why, now)


def restore_rule(rule, *, by, why, now=None):
    """The shipped value again, which follows upgrades."""
    _check(by, why)
    value, cites = jurisdictions.profile(rule.jurisdiction.shipped_as).rules[rule.key]
    return _write_rule(rule, {"value": value, "cites": cites, "edited": False}, by, why, now)


def _write_rule(rule, values, by, why, now):
    with transaction.atomic():
        fresh = Rule.objects.select_for_update().get(pk=rule.pk)
        before = _facts(fresh, RULE_FACTS)
        for name, value in values.items():
            setattr(fresh, name, value)
        fresh.save()
        after = _facts(fresh, RULE_FACTS)
        if after != before:
            _keep(fresh.jurisdiction, fresh.key, before, after, by=by, why=why.strip(), now=now)
    return fresh


# Terms


def add_term(jurisdiction, *, by, list, words, reason="", cites="", why, now=None):
    _check(by, why)
    given = {"words": phrases(words), "reason": reason.strip(), "cites": cites.strip()}
    with transaction.atomic():
        term = Term.objects.create(jurisdiction=jurisdiction, list=list, edited=True, **given)
        _keep(jurisdiction, list, None, _facts(term, TERM_FACTS), by=by, why=why.strip(), now=now)
    return term


def change_term(term, *, by, words, reason, cites, why, now=None):
    _check(by, why)
    given = {"words": phrases(words), "reason": reason.strip(), "cites": cites.strip(), "removed": False}
    return _write_term(term, given | {"edited": True}, by, why, now)


def remove_term(term, *, by, why, now=None):
    """The checks no longer look for it; the row stays, so that an upgrade does not bring it back."""
    _check(by, why)
    return _write_term(term, {"removed": True, "edited": True}, by, why, now)


def restore_term(term, *, by, why, now=None):
    """As shipped again; one of the house's own is only brought back."""
    _check(by, why)
    shipped = {one.key: one for one in jurisdictions.profile(term.jurisdiction.shipped_as).terms.get(term.list, ())}
    one = shipped.get(term.shipped_key)
    given = {"words": one.words, "reason": one.reason, "cites": one.cites, "edited": False} if one else {}
    return _write_term(term, given | {"removed": False}, by, why, now)


def _write_term(term, values, by, why, now):
    with transaction.atomic():
        fresh = Term.objects.select_for_update().get(pk=term.pk)
        before = _facts(fresh, TERM_FACTS)
        for name, value in values.items():
            setattr(fresh, name, value)
        fresh.save()
        after = _facts(fresh, TERM_FACTS)
        if after != before:
            _keep(fresh.jurisdiction, fresh.list, before, after, by=by, why=why.strip(), now=now)
    return fresh


def phrases(words):
    """Phrases with one comma and one space between them; refuses what would match anything."""
    phrases = [" ".join(phrase.split()) for phrase in words.split(",")]
    kept = [phrase for phrase in phrases if phrase]
    if not kept or any(not phrase.strip("* ") for phrase in kept):
        raise MoveRefused(_("Write the words to look for."))
    return ", ".join(kept)


# The whole profile


def review(jurisdiction, *, by, now=None):
    """This person has read the profile as it stands now and answers for it."""
    _check(by)
    now = now or timezone.now()
    before = {"by": jurisdiction.reviewed_by, "on": jurisdiction.reviewed_on and jurisdiction.reviewed_on.isoformat()}
    day = timezone.localdate(now, timezone.get_default_timezone())
    with transaction.atomic():
        Jurisdiction.objects.filter(pk=jurisdiction.pk).update(reviewed_by=str(by), reviewed_on=day)
        after = {"by": str(by), "on": day.isoformat()}
        _keep(jurisdiction, "reviewed", before, after, by=by, why="", now=now)
    return Jurisdiction.objects.get(pk=jurisdiction.pk)


def make_default(jurisdiction, *, by, why, now=None):
    """From now on it applies to every story that names no other."""
    _check(by, why)
    with transaction.atomic():
        old = Jurisdiction.objects.select_for_update().default()
        if old.pk != jurisdiction.pk:
            Jurisdiction.objects.filter(pk=old.pk).update(is_default=False)
            Jurisdiction.objects.filter(pk=jurisdiction.pk).update(is_default=True)
            _keep(jurisdiction, "default", {"code": old.code}, {"code": jurisdiction.code}, by=by, why=why, now=now)
    return Jurisdiction.objects.get(pk=jurisdiction.pk)


def copy_profile(jurisdiction, *, by, code, name, why, now=None):
    """The same rules and terms under another code, not yet reviewed; what is unedited follows upgrades as before."""
    _check(by, why)
    if Jurisdiction.objects.filter(code=code).exists() or Jurisdiction.objects.filter(name=name).exists():
        raise MoveRefused(_("There is a profile of that code or name already."))
    kept = {"language": jurisdiction.language, "note": jurisdiction.note, "shipped_as": jurisdiction.shipped_as}
    with transaction.atomic():
        new = Jurisdiction.objects.create(code=code, name=name, **kept)
        for model in (Rule, Term):
            rows = list(model.objects.filter(jurisdiction=jurisdiction))
            for row in rows:
                row.pk, row.jurisdiction = None, new
            model.objects.bulk_create(rows)
        _keep(new, "copied", None, {"from": jurisdiction.code}, by=by, why=why.strip(), now=now)
    return new


# As shipped


def seed(now=None):
    """Creates what is missing of the shipped profiles. Rows that nobody edited follow an upgrade, which is logged;
    edited and removed ones stay as they are."""
    now = now or timezone.now()
    with transaction.atomic():
        for shipped in jurisdictions.profiles().values():
            _create_missing(shipped)
        for jurisdiction in Jurisdiction.objects.all():
            shipped = jurisdictions.profile(jurisdiction.shipped_as)
            changes = [*_follow_rules(jurisdiction, shipped), *_follow_terms(jurisdiction, shipped)]
            _log_upgrade(jurisdiction, changes, now)


def _create_missing(shipped):
    if Jurisdiction.objects.filter(code=shipped.code).exists():
        return
    jurisdiction = Jurisdiction.objects.create(
        code=shipped.code, name=shipped.name, language=shipped.language, note=shipped.note, shipped_as=shipped.code,
        is_default=not Jurisdiction.objects.filter(is_default=True).exists(),
    )  # fmt: skip
    Rule.objects.bulk_create(
        Rule(jurisdiction=jurisdiction, key=key, value=value, cites=cites)
        for key, (value, cites) in shipped.rules.items()
    )
    Term.objects.bulk_create(_term(jurisdiction, name, one) for name, terms in shipped.terms.items() for one in terms)


def _term(jurisdiction, name, one):
    facts = {"words": one.words, "reason": one.reason, "cites": one.cites, "shipped_key": one.key}
    return Term(jurisdiction=jurisdiction, list=name, **facts)


def _follow_rules(jurisdiction, shipped):
    """Yields (what, before, after) of each rule that is new, changed, or read by nothing any more."""
    there = {rule.key: rule for rule in jurisdiction.rules.all()}
    for key, (value, cites) in shipped.rules.items():
        rule = there.pop(key, None)
        before = _facts(rule, RULE_FACTS) if rule else None
        after = {"value": value, "cites": cites}
        if rule is None:
            Rule.objects.create(jurisdiction=jurisdiction, key=key, **after)
        elif rule.edited or before == after:
            continue
        else:
            Rule.objects.filter(pk=rule.pk).update(**after)
        yield key, before, after
    for key, rule in there.items():
        rule.delete()
        yield key, _facts(rule, RULE_FACTS), None


def _follow_terms(jurisdiction, shipped):
    there = {(term.list, term.shipped_key): term for term in jurisdiction.terms.exclude(shipped_key="")}
    wanted = {(name, one.key): _term(jurisdiction, name, one) for name, terms in shipped.terms.items() for one in terms}
    new = [term for place, term in wanted.items() if place not in there]
    Term.objects.bulk_create(new)
    yield from ((term.list, None, _facts(term, TERM_FACTS)) for term in new)
    for place, term in there.items():
        one, before = wanted.get(place), _facts(term, TERM_FACTS)
        if term.edited or (one and _facts(one, TERM_FACTS) == before):
            continue
        if one is None:
            term.delete()
        else:
            Term.objects.filter(pk=term.pk).update(words=one.words, reason=one.reason, cites=one.cites)
        yield term.list, before, _facts(one, TERM_FACTS) if one else None


def _log_upgrade(jurisdiction, changes, now):
    if not changes:
        return
    why = _("Shipped with a newer version")
    JurisdictionChange.objects.bulk_create(
        JurisdictionChange(jurisdiction=jurisdiction, what=what, before=before, after=after, why=why, at=now)
        for what, before, after in changes
    )
    Jurisdiction.objects.filter(pk=jurisdiction.pk).update(stamp=uuid.uuid4())
