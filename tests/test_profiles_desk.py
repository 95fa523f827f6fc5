"""The pages of the jurisdiction profiles: read by the desk, changed by those who keep them, always with a reason."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts import roles
from articles import actions
from articles.models import Jurisdiction, JurisdictionChange, Revision, Story
from tests.make import make_draft, make_user, make_writer

pytestmark = pytest.mark.django_db
WHY = "Counsel’s advice of 3 May."


def at(name, *args):
    return reverse(f"desk_{name}", args=args)


def signed_in(*role_names):
    client = Client()
    client.force_login(make_user(*role_names))
    return client


@pytest.fixture
def lawyer(db):
    return signed_in(roles.LEGAL)


@pytest.fixture
def generic(db):
    return Jurisdiction.objects.get(code="generic")


def value(profile, key):
    return profile.rules.get(key=key).value


def rule_page(key):
    return at("profile_rule", "generic", key)


class TestReading:
    @pytest.mark.parametrize("role", [roles.REPORTER, roles.EDITOR, roles.ADMINISTRATOR])
    def test_a_profile_reads_as_a_document(self, role):
        page = signed_in(role).get(at("profile", "england_and_wales")).text
        for said in ("Words of guilt from", "Convicted", "[2022] UKSC 5", "24 hours", "Nobody has reviewed"):
            assert said in page

    def test_the_houses_profile_stands_first(self, lawyer):
        page = lawyer.get(at("profiles")).text
        assert page.index("Generic") < page.index("England and Wales</a>")

    def test_only_who_keeps_them_is_offered_to_change_them(self, lawyer):
        assert "I have reviewed this profile" in lawyer.get(at("profile", "generic")).text
        page = signed_in(roles.EDITOR).get(at("profile", "generic")).text
        assert "I have reviewed this profile" not in page
        assert rule_page("children.age") not in page

    def test_strangers_see_nothing(self):
        assert signed_in().get(at("profiles")).status_code == 403
        assert signed_in().get(at("profile", "generic")).status_code == 403
        assert Client().get(at("profiles")).status_code == 302

    def test_it_costs_as_many_queries_with_many_changes_as_with_few(
        self, lawyer, generic, django_assert_max_num_queries
    ):
        user = make_user(roles.LEGAL)
        for hours in range(30, 60):
            actions.change_rule(generic.rules.get(key="reply.minimum_hours"), by=user, value=hours, cites="", why=WHY)
        with django_assert_max_num_queries(16):
            assert lawyer.get(at("profile", "generic")).status_code == 200

    def test_words_are_found_in_all_lists(self, lawyer, generic):
        user = make_user(roles.LEGAL)
        actions.add_term(generic, by=user, list="discouraged", words="tryst, fling", reason="Abuse is none.", why=WHY)
        actions.add_term(generic, by=user, list="discouraged", words="bagatelle", why=WHY)
        found = lawyer.get(at("profile_search", "generic") + "?q=FLING").text
        assert "tryst, fling" in found
        assert "Abuse is none." in found
        assert "bagatelle" not in found
        assert "bagatelle" in lawyer.get(at("profile_terms", "generic", "discouraged")).text

    @pytest.mark.parametrize("name", ["profile", "profile_search"])
    def test_what_is_not_there_is_not_found(self, lawyer, name):
        assert lawyer.get(at(name, "atlantis")).status_code == 404

    def test_odd_questions_are_answered(self, lawyer):
        assert lawyer.get(at("profile_search", "generic") + "?q=%27%25%5C").status_code == 200
        assert lawyer.get(at("profile_terms", "generic", "no-such-list")).status_code == 302
        assert lawyer.get(rule_page("no.such.rule")).status_code == 404


class TestChangingARule:
    @pytest.mark.parametrize(
        ("key", "posted", "kept"),
        [
            ("reply.minimum_hours", {"value": "48"}, 48),
            ("reply.fair_report_exempt", {"value": "no"}, False),
            ("proceedings.guilt_words_from", {"value": "sentenced"}, "sentenced"),
            ("children.naming_needs_legal", {"value": ["witness", "victim"]}, ["victim", "witness"]),
            ("legal.called_for_by", {"value": "proceedings\r\n\r\nchildren.C001"}, ["proceedings", "children.C001"]),
            (
                "override.roles",
                {"right-": "override_caution", "right-people": "clear_story"},
                {"": "override_caution", "people": "clear_story"},
            ),
        ],
    )  # fmt: skip
    def test_of_every_sort(self, lawyer, generic, key, posted, kept):
        assert lawyer.get(rule_page(key)).status_code == 200
        answer = lawyer.post(rule_page(key), posted | {"cites": "A law", "why": WHY})
        assert answer.status_code == 302, answer.text
        assert value(generic, key) == kept
        page = lawyer.get(at("profile", "generic")).text
        assert WHY in page
        assert "A law" in page

    @pytest.mark.parametrize("posted", [{"value": "48"}, {"value": "-3", "why": WHY}, {"value": "x", "why": WHY}, {}])
    def test_is_refused_without_a_reason_or_a_value(self, lawyer, generic, posted):
        assert lawyer.post(rule_page("reply.minimum_hours"), posted).status_code == 200
        assert value(generic, "reply.minimum_hours") == 24

    def test_is_taken_back_to_what_was_shipped(self, lawyer, generic):
        lawyer.post(rule_page("reply.minimum_hours"), {"value": "48", "cites": "", "why": WHY})
        lawyer.post(rule_page("reply.minimum_hours"), {"restore": "1", "why": "An error."})
        assert value(generic, "reply.minimum_hours") == 24
        assert generic.changes.count() == 2

    @pytest.mark.parametrize("role", [roles.EDITOR, roles.REPORTER, roles.PUBLISHER])
    def test_is_for_those_who_keep_the_profiles(self, generic, role):
        posted = {"value": "1", "cites": "", "why": WHY}
        assert signed_in(role).post(rule_page("reply.minimum_hours"), posted).status_code == 403
        assert signed_in(role).post(at("profile_review", "generic")).status_code == 403
        assert not JurisdictionChange.objects.exists()


class TestChangingWords:
    def test_they_are_added_changed_taken_out_and_brought_back(self, lawyer, generic):
        there = at("profile_terms", "generic", "discouraged")
        lawyer.post(there, {"words": "tryst", "reason": "Abuse is none.", "cites": "", "why": WHY})
        term = generic.terms.get(words="tryst")
        page = at("profile_term", "generic", term.pk)
        lawyer.post(page, {"words": "tryst, fling", "reason": "", "cites": "", "why": WHY})
        lawyer.post(page, {"act": "remove", "why": WHY})
        term.refresh_from_db()
        assert (term.words, term.removed) == ("tryst, fling", True)
        assert "Taken out." in lawyer.get(there).text
        lawyer.post(page, {"act": "restore", "why": WHY})
        term.refresh_from_db()
        assert not term.removed
        assert generic.changes.filter(what="discouraged").count() == 4

    def test_not_without_a_reason(self, lawyer, generic):
        there = at("profile_terms", "generic", "discouraged")
        assert lawyer.post(there, {"words": "tryst"}).status_code == 200
        assert not generic.terms.filter(words="tryst").exists()

    def test_not_of_another_profile(self, lawyer, generic):
        term = actions.add_term(generic, by=make_user(roles.LEGAL), list="guilt", words="thief", why=WHY)
        assert lawyer.get(at("profile_term", "england_and_wales", term.pk)).status_code == 404


class TestTheWholeProfile:
    def test_somebody_answers_for_it(self, generic):
        person = make_user(roles.LEGAL, first_name="Lorne", last_name="Whitacre")
        client = Client()
        client.force_login(person)
        client.post(at("profile_review", "generic"))
        assert "Reviewed by Lorne Whitacre" in client.get(at("profile", "generic")).text
        client.post(rule_page("reply.minimum_hours"), {"value": "48", "cites": "", "why": WHY})
        assert "1 change since" in client.get(at("profiles")).text

    def test_it_is_copied_and_made_the_houses(self, lawyer):
        asked = {"name": "Scotland", "code": "scotland", "why": WHY}
        assert lawyer.post(at("profile_copy", "england_and_wales"), asked)["Location"] == at("profile", "scotland")
        lawyer.post(at("profile_default", "scotland"), {"why": WHY})
        assert Jurisdiction.objects.default().name == "Scotland"

    def test_two_copies_of_a_name_are_refused_in_words(self, lawyer):
        asked = {"name": "Scotland", "code": "generic", "why": WHY}
        page = lawyer.post(at("profile_copy", "generic"), asked, follow=True).text
        assert "There is a profile of that code or name already." in page

    def test_the_first_page_reminds_its_keepers_until_somebody_reviewed_it(self, lawyer):
        said = "Nobody has reviewed the rules of “Generic”"
        assert said in lawyer.get(reverse("admin:index")).text
        assert said not in signed_in(roles.EDITOR).get(reverse("admin:index")).text
        lawyer.post(at("profile_review", "generic"))
        assert said not in lawyer.get(reverse("admin:index")).text

    def test_it_reminds_of_others_only_where_a_story_names_them(self, lawyer):
        assert "England and Wales" not in lawyer.get(reverse("admin:index")).text
        story = make_draft(make_writer())
        Story.objects.filter(pk=story.pk).update(jurisdiction=Jurisdiction.objects.get(code="england_and_wales"))
        assert "England and Wales" in lawyer.get(reverse("admin:index")).text


class TestTheStorysForm:
    def test_a_writer_names_the_law_that_applies(self):
        writer = make_writer()
        client = Client()
        client.force_login(writer)
        story = make_draft(writer)
        address = reverse("admin:articles_story_change", args=[story.pk])
        page = client.get(address)
        form = page.context["adminform"].form
        sent = {name: form[name].value() or "" for name in form.fields if name != "own_reporting"}
        for formset in page.context["inline_admin_formsets"]:
            one = formset.formset
            sent |= {f"{one.prefix}-TOTAL_FORMS": "0", f"{one.prefix}-INITIAL_FORMS": "0"}
        there = Jurisdiction.objects.get(code="england_and_wales")
        sent |= {"jurisdiction": there.pk, "tags": "", "labels": "", "embargo_until_0": "", "embargo_until_1": ""}
        checked = client.post(reverse("desk_checks", args=[story.pk]), sent).text
        assert "England and Wales" in checked
        answer = client.post(address, sent | {"_save": "1"})
        assert answer.status_code == 302, answer.text
        assert Story.objects.get(pk=story.pk).jurisdiction == there
        assert Revision.objects.filter(story=story).first().snapshot["jurisdiction"] == "England and Wales"
