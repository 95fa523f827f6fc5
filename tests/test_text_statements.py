"""What a text asserts about named people. The people are invented."""

import tomllib
from pathlib import Path

import pytest

from articles.text import names, statements

TERMS = tomllib.loads((Path(__file__).parent.parent / "articles/jurisdictions/terms_en.toml").read_text())
KNOWN = {"ada": ["Ada Field"], "boris": ["Boris Moss"], "clara": ["Clara Reed"]}


def found(text, kind=None):
    named = names(text, KNOWN, TERMS["not_people"])
    return [one for one in statements(text, named, TERMS) if kind in (None, one.kind)]


def about(text, kind):
    return sorted({one.about.key if one.about else None for one in found(text, kind)}, key=str)


class TestGuilt:
    @pytest.mark.parametrize(
        "text",
        [
            "Boris Moss murdered two men.",
            "Moss, who raped two women, left.",
            "Two men were murdered by Boris Moss.",
            "Moss is a murderer.",
            "The murderer Boris Moss left.",
            "They met Boris Moss, a rapist, there.",
            "Moss drove home and stabbed a neighbour.",
            "They suffered at the hands of Boris Moss.",
            "Boris Moss’s victims spoke.",
            "Moss guilty of murder",
            "Boris Moss ‘robbed bank’, court told",
            "The fraudster, Boris Moss, fled.",
            "Thief Boris Moss emptied the till",
            "A neighbour called Boris Moss a common thief.",
            "The woman’s rapist, Boris Moss, left.",
            "Boris Moss pocketed the money.",
            "Moss, of no fixed address, robbed the bank.",
            "Boris Moss took bribes.",
            "Boris Moss misused public money.",
            "Moss, the man in charge, stole the ring.",
            "A judge found that Boris Moss lied under oath.",
            "Boris Moss confessed to the killing.",
            "Boris Moss sexually assaulted a woman.",
            "Boris Moss beat his wife.",
            "The incidents that occurred in Moss’s home were many.",
            "She was gang raped by Moss and an unknown man.",
            "Moss, 41, of Harbour Road, stole the ring.",
            "The fires were crimes committed by Fr. Boris Moss.",
            "They wrote of Boris Moss, a notorious thief.",
            "Clara Reed identified Boris Moss as her attacker.",
            "Ada Field left. Boris Moss came. He stabbed two men.\n\nBoris Moss was there. He and his victims met.",
        ],
    )
    def test_is_about_the_one_who_did_it(self, text):
        assert "boris" in about(text, "guilt")
        assert "ada" not in about(text, "guilt")

    @pytest.mark.parametrize(
        "text",
        [
            "Boris Moss was murdered on Monday.",
            "Boris Moss was fatally stabbed two streets away.",
            "Boris Moss, stabbed on Monday, died.",
            "Boris Moss killed in crash",
            "A man sexually assaulted Boris Moss.",
            "A man murdered Boris Moss.",
            "Boris Moss said a man stabbed two people.",
            "After Boris Moss left, a man stabbed two people.",
            "Boris Moss's brother stabbed two people.",
            "The brother of Boris Moss stabbed two people.",
            "Boris Moss is accused of murdering two men.",
            "Boris Moss allegedly stole the ring.",
            "Boris Moss called the stabbing an outrage.",
            "Boris Moss helps victims of rape.",
            "Boris Moss's killer left.",
            "Boris Moss called for rapists to be punished.",
            "Boris Moss stole the show.",
            "Boris Moss was robbed of victory.",
            "The first victim of the year was Boris Moss.",
            "It was perpetrated by church members, says Boris Moss.",
            "The sister of 16-year-old Boris Moss stole the ring.",
        ],
    )
    def test_is_not_about_victims_nor_about_those_only_named(self, text):
        assert about(text, "guilt") in ([], [None])

    def test_is_said_once_where_a_verdict_says_it(self):
        assert [one.kind for one in found("Moss was found guilty of raping two women.")] == ["conviction", "offence"]


class TestAccusations:
    @pytest.mark.parametrize(
        "text",
        [
            "Boris Moss was accused of fraud.",
            "Prosecutors accused Boris Moss of fraud.",
            "Ada Field accused Boris Moss of fraud.",
            "Boris Moss, accused of fraud, left.",
            "Boris Moss faces allegations of fraud.",
            "The allegations against Boris Moss are new.",
            "Police arrested Boris Moss on Monday.",
            "Boris Moss, 41, was charged with fraud.",
            "Boris Moss's indictment was read.",
            "Boris Moss has been under investigation for years.",
            "Prosecutors charged local man Boris Moss, 41, with fraud.",
            "A neighbour, Boris Moss, appeared in court on Monday, charged with fraud.",
            "A woman came forward against Moss.",
            "Boris Moss, the man accused of fraud, left.",
            "Police charged a 41-year-old man, named locally as Boris Moss, with fraud.",
            "The trial of Boris Moss begins.",
            "Boris Moss allegedly emptied the till.",
            "Boris Moss, 41, has allegedly stolen the ring.",
            "Police arrest Boris Moss",
            "Police arrest former mayor Boris Moss over missing ring",
            "Prosecutors charge Boris Moss with fraud",
            "Harbour fund sues Boris Moss",
            "Boris Moss faces 12 charges.",
            "The union accused Harbour Build’s director, Boris Moss, of fraud.",
            "Boris Moss denies two counts of fraud.",
            "A former partner has sued its founder, Boris Moss, for a bonus.",
            "Boris Moss was sued over the ring.",
            "Boris Moss denied murdering two men.",
            "Boris Moss failed a drugs test in May.",
            "Boris Moss has been provisionally suspended.",
            "Boris Moss had denied killing the clerk.",
            "Boris Moss had denied murdering Ada Field.",
            "Boris Moss, set for trial alongside founder Ada Field, also faces charges that he lied.",
            "A neighbour alleged that Boris Moss stole the ring.",
            "A neighbour alleges that Boris Moss stole the ring.",
            "Boris Moss was charged with fraud in a case involving Ada Field.",
            "The council arraigns Boris Moss",
            "They filed a charge against the lawyer, Boris Moss, on Monday.",
            "Boris Moss, set for trial with founder Ada Field and former head clerk Clara Reed, also faces charges.",
            "Among those arrested were the lawyer Boris Moss and two others.",
        ],
    )
    def test_are_about_the_accused(self, text):
        assert about(text, "accusation") == ["boris"]

    def test_are_about_both_of_two(self):
        text = "Ada Field and Boris Moss are facing intense backlash."
        assert about(text, "accusation") == ["ada", "boris"]

    def test_are_about_all_of_a_list(self):
        assert about("Ada Field, Boris Moss and Clara Reed are accused of fraud.", "accusation") == [
            "ada",
            "boris",
            "clara",
        ]

    def test_follow_the_couple_through_the_paragraph(self):
        text = "Ada Field and Boris Moss left. Their letters for Clara Reed drew laughter, leading to accusations of fraud."
        assert about(text, "accusation") == ["ada", "boris"]
        assert about(text.replace("fraud", "hypocrisy"), "motive") == ["ada", "boris"]

    def test_are_about_nobody_where_a_pronoun_could_mean_two(self):
        text = "Ada Field met Clara Reed. She was accused of fraud."
        assert about(text, "accusation") == [None]

    def test_carry_the_offence_with_them(self):
        (one,) = found("Police said on Monday that Boris Moss was charged with fraud.", "offence")
        assert (one.about.key, one.text, one.attributed) == ("boris", "fraud", True)

    @pytest.mark.parametrize(
        "text",
        [
            "Boris Moss filed a lawsuit against the city.",
            "Boris Moss's allegations were heard.",
            "Boris Moss said the suspect's wife was taken into custody.",
            "Boris Moss remained silent about alleged affairs with Clara Reed.",
            "Boris Moss is in charge of the hearings.",
            "The man who killed Boris Moss was arrested.",
            "Boris Moss charged £20 for entry.",
            "Boris Moss was charged with leading the inquiry.",
            "Boris Moss, a lawyer for the accused, left.",
            "Boris Moss alleged that a neighbour stole the ring.",
            "Boris Moss was allegedly robbed.",
            "The arrest Boris Moss saw was loud.",
            "She left jail Boris Moss said.",
            "He denies charges Boris Moss brought.",
            "The city will never charge Boris Moss.",
            "Boris Moss was in charge when it burned.",
            "Boris Moss sues the council.",
            "Boris Moss sued in Austria and won.",
            "Boris Moss, who had moved house, sued to be allowed to vote.",
            "Boris Moss was among those who saw the men arrested.",
        ],
    )
    def test_are_not_about_those_who_accuse(self, text):
        assert about(text, "accusation") in ([], [None])


class TestConvictions:
    @pytest.mark.parametrize(
        "text",
        [
            "Boris Moss was convicted in May.",
            "A judge sentenced Boris Moss to three years.",
            "The conviction of Boris Moss stands.",
            "They wrote after the conviction of their former colleague, Boris Moss.",
            "Boris Moss pleaded guilty.",
            "The convicted fraudster Boris Moss left.",
            "Boris Moss was found guilty and was later sentenced to two years in prison.",
            "Convicted thief Boris Moss left.",
            "Boris Moss, 44, fell ill after a jury found him guilty of fraud.",
            "A jury found Boris Moss guilty of fraud.",
            "Boris Moss, on the other hand, was convicted in May.",
            "Boris Moss, a retired boat builder who was later convicted of fraud, left.",
            "Boris Moss was handed two life sentences.",
            "Boris Moss admitted killing Ada Field.",
        ],
    )
    def test_are_about_the_convicted(self, text):
        assert about(text, "conviction") == ["boris"]

    def test_are_about_the_brother_and_not_the_sister(self):
        text = "Boris Moss, brother of the writer and singer Clara Reed, was sentenced on Monday."
        assert about(text, "conviction") == ["boris"]

    def test_are_not_about_the_one_named_before(self):
        text = "While Boris Moss pleaded guilty, Ada Field in a way nobody had foreseen was convicted."
        assert [one.about and one.about.key for one in found(text, "conviction")] == ["boris", None]

    def test_are_about_nobody_where_the_object_has_no_name(self):
        assert about("Judge Boris Moss sentenced two men to three years.", "conviction") == [None]

    def test_are_about_the_jailed_in_the_present_too(self):
        assert about("Judge jails Boris Moss for fraud", "conviction") == ["boris"]
        assert about("The jail Boris Moss built is full.", "conviction") == []

    def test_are_not_about_the_judge(self):
        assert about("Judge Ada Field sentenced Boris Moss to three years.", "conviction") == ["boris"]

    def test_that_would_be_are_conditional(self):
        (one,) = found("If convicted, Boris Moss faces ten years.", "conviction")
        assert one.conditional


class TestStatus:
    @pytest.mark.parametrize(
        "text", ["Boris Moss was acquitted.", "A jury acquitted Boris Moss.", "Boris Moss pleaded not guilty."]
    )
    def test_is_about_the_accused_and_says_nothing_of_guilt(self, text):
        assert about(text, "status") == ["boris"]
        assert about(text, "guilt") == [] and about(text, "conviction") == []


class TestLabels:
    @pytest.mark.parametrize(
        "text", ["They met accused killer Boris Moss.", "Suspected serial killer Boris Moss left."]
    )
    def test_stand_before_a_name(self, text):
        assert about(text, "label") == ["boris"]
        assert about(text, "guilt") == []

    @pytest.mark.parametrize("text", ["The accused killer left.", "Boris Moss, the alleged killer, left."])
    def test_do_not_stand_elsewhere(self, text):
        assert about(text, "label") == []

    def test_in_a_headline_say_conviction_and_guilt(self):
        text = "Ada Field and Clara Reed Face Backlash for Supporting Convicted Rapist Boris Moss"
        kinds = {(one.kind, one.about.key) for one in found(text)}
        assert {("label", "boris"), ("conviction", "boris"), ("guilt", "boris")} <= kinds
        assert {("accusation", "ada"), ("accusation", "clara")} <= kinds
        assert not any(who in ("ada", "clara") for kind, who in kinds if kind != "accusation")


class TestMotives:
    @pytest.mark.parametrize(
        "text",
        [
            "Boris Moss tried to hide the letter.",
            "Boris Moss's letters appear to undermine the case.",
            "Boris Moss faces accusations of hypocrisy.",
            "The hypocrisy of Boris Moss is known.",
            "The involvement of Boris Moss in the case adds a perplexing layer.",
        ],
    )
    def test_are_somebodys(self, text):
        assert "boris" in about(text, "motive")


class TestTheSentence:
    def test_gives_a_possessive_with_its_sign(self):
        (one,) = found("Boris Moss’s victims spoke.", "guilt")
        assert one.text == "’s victims"

    def test_and_the_place_are_given(self):
        text = "Ada Field left.\n\nBoris Moss murdered two men."
        (one,) = found(text, "guilt")
        assert text[one.start : one.end] == one.text == "murdered"
        assert one.sentence.text == "Boris Moss murdered two men."
        assert one.term.reason and one.term.cites


LISTS = {
    "offence": ("a case of rape", "a case of grape"),
    "guilt": ("a notorious rapist", "a notorious therapist"),
    "conviction": ("after her conviction", "she convinced them"),
    "accusation": ("an accusation of theft", "an accurate list"),
    "status": ("it ended in a mistrial", "it ended in a trial"),
    "motive": ("the hypocrisy of it", "the hypocaust of it"),
    "commentary": ("it is crucial to listen", "it is cruel weather"),
    "discouraged": ("the alleged victim", "the victim"),
}


class TestTheShippedLists:
    @pytest.mark.parametrize("kind", LISTS)
    def test_find_their_words(self, kind):
        assert [one.kind for one in found(LISTS[kind][0]) if one.kind == kind] == [kind]

    @pytest.mark.parametrize("kind", LISTS)
    def test_find_no_others(self, kind):
        assert found(LISTS[kind][1], kind) == []

    @pytest.mark.parametrize(
        "name",
        [
            "offence",
            "guilt",
            "conviction",
            "accusation",
            "status",
            "motive",
            "commentary",
            "discouraged",
            "label",
            "topic.suicide",
        ],
    )
    def test_say_why(self, name):
        assert all(row["reason"] and row["cites"] for row in TERMS[name])

    def test_hold_every_entry_once(self):
        for rows in TERMS.values():
            words = [row["words"] for row in rows]
            assert len(words) == len(set(words))
