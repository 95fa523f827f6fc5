"""The law that applies: profiles as shipped, as changed with a reason, and as the checks are handed them."""

from datetime import date, datetime, timedelta
from io import StringIO
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import DatabaseError, IntegrityError, transaction

from accounts import roles
from articles import actions, jurisdictions
from articles.actions import jurisdictions as acting
from articles.actions import standards
from articles.jurisdictions import RULES, Profile, Term
from articles.models import Jurisdiction, JurisdictionChange, Revision, Rule
from articles.models import Term as KeptTerm
from tests.make import add_person, make_draft, make_story, make_user, make_writer

pytestmark = pytest.mark.django_db
WHY = "Counsel’s advice of 3 May."


@pytest.fixture
def lawyer(db):
    return make_user(roles.LEGAL)


@pytest.fixture
def generic(db):
    return Jurisdiction.objects.get(code="generic")


def rule(profile, key="reply.minimum_hours"):
    return profile.rules.get(key=key)


def change(profile, by, key="reply.minimum_hours", value=48):
    return actions.change_rule(rule(profile, key), by=by, value=value, cites="House rule", why=WHY)


def shipped(monkeypatch, **changed):
    """As if a newer version shipped another generic profile."""
    old, other = jurisdictions.profile("generic"), jurisdictions.profile
    new = Profile(**({name: getattr(old, name) for name in Profile.__dataclass_fields__} | changed))
    monkeypatch.setattr(jurisdictions, "profile", lambda code: new if code == "generic" else other(code))
    for reader in (jurisdictions, standards):
        monkeypatch.setattr(reader, "profiles", lambda: {"generic": new})
    acting.seed()
    return new


def terms_of(profile, name="discouraged"):
    return {term.words for term in profile.terms.filter(list=name, removed=False)}


class TestTheShippedProfiles:
    def test_there_are_two_and_the_most_protective_is_the_houses(self):
        assert set(Jurisdiction.objects.values_list("code", flat=True)) == {"generic", "england_and_wales"}
        assert Jurisdiction.objects.default().code == "generic"

    @pytest.mark.parametrize("code", jurisdictions.profiles())
    def test_each_has_every_rule_with_a_fitting_value_and_where_it_comes_from(self, code):
        rules = jurisdictions.profile(code).rules
        assert set(rules) == set(RULES)
        for key, (value, cites) in rules.items():
            assert acting.fitting(RULES[key], value) == value, key
            assert cites.strip(), key

    @pytest.mark.parametrize("code", jurisdictions.profiles())
    def test_their_terms_are_phrases_that_match_something(self, code):
        for name, terms in jurisdictions.profile(code).terms.items():
            for term in terms:
                assert acting.phrases(term.words) == " ".join(term.words.split()), (name, term.words)
                assert len(term.key) <= 200
                assert term.reason.strip(), (name, term.words)

    def test_the_generic_one_is_never_less_protective(self):
        def number(code, key):
            return jurisdictions.profile(code).rules[key][0]

        for key in ("people.not_identified_roles", "children.naming_needs_legal", "advisories.topics"):
            assert set(number("generic", key)) >= set(number("england_and_wales", key))
        for key in ("children.age", "reply.minimum_hours", "claims.independent_sources_needed"):
            assert number("generic", key) >= number("england_and_wales", key)
        for key in ("proceedings.recheck_days", "helplines.verified_days", "changes.minor_characters"):
            assert number("generic", key) <= number("england_and_wales", key)

    def test_nobody_has_reviewed_them(self):
        assert not Jurisdiction.objects.exclude(reviewed_by="").exists()

    def test_seeding_again_changes_nothing(self):
        before = list(Rule.objects.values()), list(Jurisdiction.objects.values()), KeptTerm.objects.count()
        acting.seed()
        assert before == (list(Rule.objects.values()), list(Jurisdiction.objects.values()), KeptTerm.objects.count())
        assert not JurisdictionChange.objects.exists()


class TestAnUpgrade:
    def test_changes_what_nobody_edited_and_says_so_in_the_log(self, generic, monkeypatch):
        rules = jurisdictions.profile("generic").rules | {"reply.minimum_hours": (72, "Newer law")}
        shipped(monkeypatch, rules=rules)
        assert (rule(generic).value, rule(generic).cites) == (72, "Newer law")
        logged = JurisdictionChange.objects.get()
        assert (logged.what, logged.before["value"], logged.after["value"], logged.by) == (
            "reply.minimum_hours", 24, 72, None
        )  # fmt: skip

    def test_leaves_alone_what_somebody_edited(self, generic, lawyer, monkeypatch):
        change(generic, lawyer)
        shipped(monkeypatch, rules=jurisdictions.profile("generic").rules | {"reply.minimum_hours": (72, "")})
        assert rule(generic).value == 48

    def test_brings_a_new_rule_to_every_profile(self, generic, lawyer):
        copy = actions.copy_profile(generic, by=lawyer, code="elsewhere", name="Elsewhere", why=WHY)
        Rule.objects.filter(key="children.age").delete()
        acting.seed()
        assert rule(generic, "children.age").value == rule(copy, "children.age").value == 18

    def test_new_terms_come_changed_reasons_follow_and_old_ones_go(self, generic, monkeypatch):
        shipped(monkeypatch, terms={"discouraged": [Term("sex scandal", "Old"), Term("affair")]})
        assert terms_of(generic) == {"sex scandal", "affair"}
        shipped(
            monkeypatch, terms={"discouraged": [Term("sex scandal, sex claims", "It is no sex."), Term("had sex with")]}
        )
        assert terms_of(generic) == {"sex scandal, sex claims", "had sex with"}
        assert generic.terms.get(shipped_key="sex scandal").reason == "It is no sex."

    def test_a_term_that_was_taken_out_stays_out(self, generic, lawyer, monkeypatch):
        shipped(monkeypatch, terms={"discouraged": [Term("affair")]})
        actions.remove_term(generic.terms.get(), by=lawyer, why=WHY)
        acting.seed()
        assert terms_of(generic) == set()

    def test_the_houses_own_terms_stay(self, generic, lawyer, monkeypatch):
        actions.add_term(generic, by=lawyer, list="discouraged", words="tryst", why=WHY)
        shipped(monkeypatch, terms={})
        assert terms_of(generic) == {"tryst"}


class TestAChange:
    def test_is_kept_with_its_reason_and_with_what_was_before(self, generic, lawyer):
        change(generic, lawyer)
        kept = generic.changes.get()
        assert (kept.what, kept.why, kept.by) == ("reply.minimum_hours", WHY, lawyer)
        assert (kept.before["value"], kept.after) == (24, {"value": 48, "cites": "House rule"})

    def test_that_changes_nothing_is_not_logged(self, generic, lawyer):
        change(generic, lawyer)
        change(generic, lawyer)
        assert generic.changes.count() == 1

    def test_needs_a_reason(self, generic, lawyer):
        with pytest.raises(actions.MoveRefused):
            actions.change_rule(rule(generic), by=lawyer, value=48, cites="", why="  ")
        assert rule(generic).value == 24

    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("reply.minimum_hours", -1),
            ("reply.minimum_hours", "24"),
            ("reply.minimum_hours", True),
            ("proceedings.guilt_words_from", "hearsay"),
            ("children.naming_needs_legal", ["judge", "bystander"]),
            ("reply.fair_report_exempt", "no"),
            ("override.roles", {}),
            ("override.roles", {"": "rule_the_world"}),
            ("legal.called_for_by", ["x" * 300]),
        ],
    )
    def test_to_what_a_rule_cannot_be_is_refused(self, generic, lawyer, key, value):
        with pytest.raises(actions.MoveRefused):
            change(generic, lawyer, key, value)
        assert not generic.changes.exists()

    def test_is_for_those_who_keep_the_profiles(self, generic):
        change(generic, make_user(roles.ADMINISTRATOR))
        for name in (roles.EDITOR, roles.REPORTER, roles.PUBLISHER):
            with pytest.raises(PermissionDenied):
                change(generic, make_user(name), value=1)
        assert rule(generic).value == 48

    def test_can_be_taken_back_to_what_was_shipped(self, generic, lawyer):
        change(generic, lawyer)
        actions.restore_rule(rule(generic), by=lawyer, why="An error.")
        assert (rule(generic).value, rule(generic).edited) == (24, False)
        assert generic.changes.count() == 2

    def test_of_a_term_is_logged_too_and_can_be_taken_back(self, generic, lawyer, monkeypatch):
        shipped(monkeypatch, terms={"discouraged": [Term("affair", "A pattern of abuse is none.")]})
        term = generic.terms.get()
        actions.change_term(term, by=lawyer, words=" fling ,  affair", reason="", cites="", why=WHY)
        assert terms_of(generic) == {"fling, affair"}
        actions.restore_term(term, by=lawyer, why="An error.")
        kept = generic.terms.get()
        assert (kept.words, kept.reason, kept.edited) == ("affair", "A pattern of abuse is none.", False)

    @pytest.mark.parametrize("words", ["", " , ", "*", "affair, *"])
    def test_a_term_that_would_match_anything_is_refused(self, generic, lawyer, words):
        with pytest.raises(actions.MoveRefused):
            actions.add_term(generic, by=lawyer, list="discouraged", words=words, why=WHY)

    @pytest.mark.parametrize("statement", ["UPDATE articles_jurisdictionchange SET why = ''",
                                           "DELETE FROM articles_jurisdictionchange"])  # fmt: skip
    def test_the_log_refuses_to_be_changed(self, generic, lawyer, statement):
        change(generic, lawyer)
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            JurisdictionChange.objects.raw(statement)._fetch_all()


class TestAProfileAsAWhole:
    def test_a_copy_is_the_same_and_nobody_has_reviewed_it(self, generic, lawyer):
        change(generic, lawyer)
        actions.review(generic, by=lawyer)
        copy = actions.copy_profile(generic, by=lawyer, code="elsewhere", name="Elsewhere", why=WHY)
        assert (rule(copy).value, rule(copy).edited, copy.reviewed_by, copy.is_default) == (48, True, "", False)
        assert copy.rules.count() == generic.rules.count()
        assert copy.terms.count() == generic.terms.count()

    def test_two_profiles_do_not_share_a_code(self, generic, lawyer):
        with pytest.raises(actions.MoveRefused):
            actions.copy_profile(generic, by=lawyer, code="generic", name="Another", why=WHY)

    def test_only_one_is_the_houses(self, generic, lawyer):
        there = Jurisdiction.objects.get(code="england_and_wales")
        actions.make_default(there, by=lawyer, why=WHY)
        assert Jurisdiction.objects.default() == there
        with pytest.raises(IntegrityError), transaction.atomic():
            Jurisdiction.objects.update(is_default=True)

    def test_a_review_has_a_name_and_a_day(self, generic, lawyer):
        now = datetime(2031, 5, 3, 12, tzinfo=ZoneInfo("UTC"))
        reviewed = actions.review(generic, by=lawyer, now=now)
        assert (reviewed.reviewed_by, reviewed.reviewed_on) == (str(lawyer), date(2031, 5, 3))
        assert generic.changes.get().what == "reviewed"


class TestWhatTheChecksAreHanded:
    def test_the_houses_profile_or_the_storys_own(self, lawyer):
        writer = make_writer()
        story = make_draft(writer)
        assert actions.profile_of(story)["code"] == "generic"
        story.jurisdiction = Jurisdiction.objects.get(code="england_and_wales")
        profile = actions.profile_of(story)
        assert (profile["code"], profile["reviewed_on"]) == ("england_and_wales", None)
        assert profile["rules"]["suspects.named_from_status"] == "charged"

    def test_a_change_holds_at_once_and_else_it_costs_one_query(
        self, generic, lawyer, django_assert_num_queries, django_assert_max_num_queries
    ):
        story = make_draft(make_writer())
        actions.profile_of(story)
        with django_assert_num_queries(1):
            actions.profile_of(story)
        change(generic, lawyer)
        with django_assert_max_num_queries(3):
            assert actions.profile_of(story)["rules"]["reply.minimum_hours"] == 48
        with django_assert_num_queries(1):
            assert actions.profile_of(story)["rules"]["reply.minimum_hours"] == 48

    def test_a_removed_term_is_not_among_them(self, generic, lawyer):
        term = actions.add_term(generic, by=lawyer, list="topic.suicide", words="overdose*", reason="Care.", why=WHY)
        found = actions.profile_of(SimpleNamespace(jurisdiction_id=None))["terms"]["topic.suicide"]
        assert {"words": "overdose*", "reason": "Care.", "cites": ""} in found
        actions.remove_term(term, by=lawyer, why=WHY)
        found = actions.profile_of(SimpleNamespace(jurisdiction_id=None))["terms"].get("topic.suicide", [])
        assert "overdose*" not in {term["words"] for term in found}

    def test_no_revision_keeps_it(self):
        make_draft(make_writer())
        assert "profile" not in Revision.objects.latest("pk").snapshot

    def test_the_law_that_applies_is_kept_in_revisions_and_restored(self):
        writer = make_writer()
        story = make_draft(writer)
        first = story.revisions.get()
        with actions.edit(story, by=writer, version=story.version) as editing:
            editing.story.jurisdiction = Jurisdiction.objects.get(code="england_and_wales")
        story = editing.story
        assert story.revisions.first().snapshot["jurisdiction"] == "England and Wales"
        assert actions.restore(story, first, by=writer, version=story.version).jurisdiction is None

    def test_a_revision_older_than_the_column_can_be_restored(self):
        writer = make_writer()
        story = make_draft(writer)
        kept = story.revisions.get()
        old = {key: value for key, value in kept.snapshot.items() if not key.startswith("jurisdiction")}
        older = Revision.objects.create(story=story, number=0, snapshot=old, by=writer, at=kept.at)
        assert actions.restore(story, older, by=writer, version=story.version).headline == story.headline


def ids(story, **options):
    return {finding.id for finding in actions.findings_of(actions.edition_of(story, **options))}


class TestRulesThatAreRead:
    def test_who_needs_a_record(self, generic, lawyer):
        story = make_draft(make_writer())
        story.story_sources.all().delete()
        add_person(story, role="party")
        assert "people.C003" not in ids(story)
        change(generic, lawyer, "sources.accusation_roles", ["defendant", "party"])
        assert "people.C003" in ids(story)

    def test_how_much_a_minor_fix_may_change(self, generic, lawyer):
        editor = make_user(roles.EDITOR)
        story = make_story(live=True, editor=editor)
        story = actions.reopen(actions.discard(story, by=editor), by=editor, kind="minor")
        with actions.edit(story, by=editor, version=story.version) as editing:
            editing.story.standfirst += " now"
        change(generic, lawyer, "changes.minor_characters", 3)
        with pytest.raises(actions.MoveRefused):
            actions.publish_minor(editing.story, by=editor)
        change(generic, lawyer, "changes.minor_characters", 4)
        change(generic, lawyer, "changes.second_look_hours", 5)
        live = actions.publish_minor(editing.story, by=editor)
        assert live.confirm_by == live.updated_at + timedelta(hours=5)

    def test_who_confirms_a_take_down_by_when(self, generic, lawyer):
        change(generic, lawyer, "changes.take_down_look_hours", 7)
        gone = actions.take_down(make_story("published"), by=make_user(roles.EDITOR))
        assert gone.confirm_by == gone.updated_at + timedelta(hours=7)

    def test_which_right_overrides_which_cautions(self, generic, lawyer):
        writer, editor = make_writer(), make_user(roles.EDITOR)
        story = make_story("in_review", by=writer)
        story.story_sources.all().delete()
        change(generic, lawyer, "override.roles", {"": "override_caution", "sources": "clear_story"})
        with pytest.raises(PermissionDenied):
            actions.approve(story, by=editor, overrides={"attribution.C001": "Own knowledge."})
        change(generic, lawyer, "override.roles", {"": "override_caution", "people": "clear_story"})
        approved = actions.approve(story, by=editor, overrides={"attribution.C001": "Own knowledge."})
        assert approved.status == "approved"

    def test_a_profile_that_nobody_reviewed_is_mentioned(self, generic, lawyer):
        story = make_draft(make_writer())
        assert "jurisdiction.A001" in ids(story)
        reviewed = actions.review(generic, by=lawyer, now=datetime(2030, 5, 20, 12, tzinfo=ZoneInfo("UTC")))
        assert reviewed.reviewed_on == date(2030, 5, 20)
        assert not {"jurisdiction.A001", "jurisdiction.A002"} & ids(
            story, now=datetime(2031, 5, 19, 12, tzinfo=ZoneInfo("UTC"))
        )
        assert "jurisdiction.A002" in ids(story, now=datetime(2031, 5, 20, 12, tzinfo=ZoneInfo("UTC")))


class TestTheDocument:
    def test_says_what_is_shipped(self):
        call_command("standards", "--check", stdout=StringIO())

    def test_is_found_to_be_old_after_a_rule_has_changed(self, monkeypatch):
        rules = jurisdictions.profile("generic").rules | {"children.age": (19, "Newer law")}
        shipped(monkeypatch, rules=rules)
        assert "19 years<br>*Newer law*" in standards.rules_in_markdown()
        with pytest.raises(CommandError):
            call_command("standards", "--check")
