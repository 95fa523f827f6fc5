"""Whom the text alone gives away: children near a crime, and who may report a sexual offence. Invented people."""

import pytest
from django.utils import timezone

from accounts import roles
from articles import actions
from articles.exchange.plain_text import findings
from articles.models import Jurisdiction, Rule
from articles.text import ages, harmed, names
from articles.text.terms import found_terms
from tests.make import add_person, edit_text, make_draft, make_user, make_writer

KNOWN = {"ada": ["Ada Field"], "boris": ["Boris Moss"]}
SEXUAL = {"hurt": [{"words": "rape, raped, raping, sexually assaulted, sexual assault"}]}


def aged(text):
    return ages(text, names(text, KNOWN))


def hurt(text):
    return [name.key for name in harmed(text, names(text, KNOWN), found_terms(text, SEXUAL))]


class TestAges:
    @pytest.mark.parametrize(
        ("text", "years"),
        [
            ("Ada Field, 14, was there.", 14),
            ("Ada Field, nine, was there.", 9),
            ("Ada Field (12) was there.", 12),
            ("Ada Field, aged 15, was there.", 15),
            ("Ada Field, who is nine, was there.", 9),
            ("A pupil, Ada Field, 16 of Mill Lane, was there.", 16),
            ("Fourteen-year-old Ada Field was there.", 14),
            ("The 14-year-old pupil Ada Field was there.", 14),
            ("Ada Field, 18 months, was there.", 0),
            ("Ada Field, 41, was there.", 41),
        ],
    )
    def test_stand_beside_the_name(self, text, years):
        assert aged(text) == {"ada": years}

    @pytest.mark.parametrize("text", ["Ada Field left on 14 May.", "Ada Field, 14 pupils and a dog left."])
    def test_are_no_other_figures(self, text):
        assert aged(text) == {}


class TestHarmed:
    @pytest.mark.parametrize(
        "text",
        [
            "Ada Field was raped in a hotel.",
            "Ada Field, 31, was sexually assaulted by Moss after a show.",
            "Ada Field told the jury that she was raped again.",
            "Ada Field, now 23, says he raped her.",
            "He denies raping former pupil Ada Field.",
            "He was tried for the rape of Ada Field.",
            "The rape complainant, Ada Field, spoke.",
            "He was accused of sexual assault by a dancer, by Ada Field.",
            "He was charged with rape in an incident involving the harbour pilot Ada Field.",
            "He denies rape stemming from a 1990 encounter with the dancer Ada Field.",
        ],
    )
    def test_is_whom_it_was_done_to(self, text):
        assert hurt(text) == ["ada"]

    @pytest.mark.parametrize(
        "text",
        [
            "Boris Moss raped a pupil.",
            "A dancer sued Boris Moss, saying he raped her.",
            "Ada Field, prosecuting, said that he raped her.",
            "Detective Ada Field said that she was raped.",
            "The man who raped Ada Field’s sister was jailed.",
            "Ada Field was raped and murdered in 1890.",
            "The rape trial goes on. Ada Field is the judge.",
            "Ada Field met a woman who was sexually assaulted.",
            "He was charged with rape in a case prosecuted by Ada Field.",
        ],
    )
    def test_is_nobody_else(self, text):
        assert hurt(text) == []


@pytest.mark.django_db
class TestTheGate:
    def found(self, text, jurisdiction=None):
        rows = findings(f"Court in harbour town\n\n{text}", timezone.now(), jurisdiction)
        return {row["id"]: row["places"][0] for row in rows if row["id"].startswith("identity.")}

    def ids(self, story):
        story.refresh_from_db()
        return {one.id for one in actions.findings_of(actions.edition_of(story)) if one.id.startswith("identity.")}

    def test_asks_about_a_child_that_is_named_beside_a_crime(self):
        place = self.found("Odo Lamb, 14, is charged with arson.")["identity.C001"]
        assert place["where"] == "Odo Lamb" and place["note"].startswith("14 years old; UN Convention")
        assert self.found("Odo Lamb, 14, won the chess title. He stole the show.") == {}
        assert self.found("Odo Lamb, 18, is charged with arson.") == {}
        assert self.found("A boy of 14 is charged with arson.") == {}

    def test_asks_about_a_child_under_a_headline_about_a_crime(self):
        rows = findings("Clerk jailed for fraud\n\nOdo Lamb, 14, watched.", timezone.now())
        assert [row["places"][0]["where"] for row in rows if row["id"] == "identity.C001"] == ["Odo Lamb"]

    def test_goes_by_the_age_of_the_profile(self):
        Rule.objects.filter(key="children.age", jurisdiction=Jurisdiction.objects.default()).update(value=14)
        actions.review(Jurisdiction.objects.default(), by=make_user(roles.LEGAL))
        assert self.found("Odo Lamb, 14, is charged with arson.") == {}

    def test_asks_about_who_seems_to_report_a_sexual_offence_and_names_the_law_of_the_place(self):
        text = "Ada Lamb, 31, was sexually assaulted after a show, the court heard."
        assert "press codes" in self.found(text)["identity.C002"]["note"]
        assert "Sexual Offences (Amendment) Act 1992" in self.found(text, "england_and_wales")["identity.C002"]["note"]
        assert self.found("A woman was sexually assaulted after a show, Ada Lamb, prosecuting, said.") == {}

    def test_leaves_to_clearance_who_is_linked_as_a_child_or_victim(self):
        writer = make_writer()
        story = make_draft(writer)
        part = add_person(story, name="Ada Lamb", role="victim")
        story = edit_text(story, writer, "<p>Ada Lamb, 14, was raped, the court heard.</p>")
        assert self.ids(story) == {"identity.C001"}
        part.was_child = True
        part.save()
        assert self.ids(story) == set()
