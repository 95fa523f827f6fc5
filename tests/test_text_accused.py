"""Against whom a sentence speaks, in the wordings of news reports. The people and firms are invented."""

import pytest

from articles.text import names, statements
from tests.test_text_statements import TERMS

AGAINST = ("guilt", "conviction", "accusation", "label")


def accused(text):
    """Who is accused or said to be guilty in the last sentence of a text in which nobody is linked to the story."""
    found = statements(text, names(text, {}, TERMS["not_people"]), TERMS)
    last = max((one.sentence.start for one in found), default=0)
    return {
        one.about.key
        for one in found
        if one.about and one.kind in AGAINST and one.sentence.start == last and not (one.negated or one.conditional)
    }


class TestPenalties:
    @pytest.mark.parametrize(
        "text",
        [
            "Odo Lamb was yesterday banned for two years and stripped of the cup.",
            "Odo Lamb has been suspended by the club after testing positive for a steroid.",
            "The society has suspended Odo Lamb.",
            "The watchdog fined Odo Lamb £900.",
            "Watchdog fines Odo Lamb",
            "League bans Odo Lamb for six months",
            "Odo Lamb has been struck off.",
            "Odo Lamb was forced to resign on Monday.",
            "Odo Lamb was found to have broken the rules.",
            "Odo Lamb, a team-mate of Ada Field, had returned an adverse analytical A sample.",
            "Odo Lamb has already served a six-month ban.",
            "It comes less than a month after Odo Lamb received a life ban.",
            "The first was Odo Lamb, the Dutchman who lost his title after testing positive for a steroid.",
            "Odo Lamb was fined following his positive test for a steroid.",
        ],
    )
    def test_are_told_of_whom_they_meet(self, text):
        assert accused(text) == {"Odo Lamb"}

    @pytest.mark.parametrize(
        "text",
        [
            "Odo Lamb tested positive for the virus.",
            "He will be questioned with his accuser, named as Odo Lamb for legal reasons.",
            "The match was suspended after Odo Lamb fell ill.",
            "Odo Lamb said the banned substance list was too long.",
            "Parking fines will rise, Odo Lamb told the council.",
            "Odo Lamb, the investigating officer, asked for witnesses.",
            "Odo Lamb, prosecuting, said the firm had lied.",
        ],
    )
    def test_are_not_seen_in_other_words(self, text):
        assert accused(text) == set()


class TestAnswers:
    @pytest.mark.parametrize(
        "text",
        [
            "Odo Lamb, who admitted three counts of fraud, was led away.",
            "Odo Lamb has denied falsifying a report.",
            "Odo Lamb denies two counts of false accounting.",
            "Odo Lamb and two other directors have denied allegations that they knew of it.",
        ],
    )
    def test_tell_of_what_somebody_is_accused(self, text):
        assert accused(text) == {"Odo Lamb"}

    @pytest.mark.parametrize("text", ["Odo Lamb denies that he stole the ring.", "Odo Lamb admitted he was tired."])
    def test_are_no_accusation_otherwise(self, text):
        assert accused(text) == set()


class TestWordings:
    @pytest.mark.parametrize(
        "text",
        [
            "The guilty plea of builder Odo Lamb ended the inquiry.",
            "Odo Lamb is being tried on a 12-count charge.",
            "Its director, Odo Lamb, 57, was given a six-month suspended sentence.",
            "The decision was quashed and Odo Lamb was convicted of theft.",
            "Odo Lamb, brother of Clara Field, was sentenced for her murder to life in prison.",
            "The agency has arraigned the former Minister of Roads and Bridges, Mr Odo Lamb, over the money.",
            "Odo Lamb has resigned following a report into allegations that he bullied clerks.",
            "Odo Lamb wrote that he had in the past been accused of theft.",
            "Police named the suspect in the killing of clerk Ada Field as Odo Lamb, 29.",
            "Odo Lamb was being sought in three towns.",
            "The council is prosecuting the firm and its former head of sales, Odo Lamb, over the spill.",
            "Two women have filed a lawsuit against the actor Odo Lamb.",
            "Odo Lamb faced bullying claims from his staff.",
            "Odo Lamb, 24, turned himself in.",
            "Odo Lamb surrendered to police on Friday.",
            "Odo Lamb murdered at least ten women.",
            "Odo Lamb stole over £900 from the till.",
            "Odo Lamb broke into her house.",
            "Odo Lamb misspent £900.",
            "Odo Lamb admitted the same offence last year.",
            "Odo Lamb is the suspect.",
            "Odo Lamb ignored complaints from nurses for a decade.",
            "Odo Lamb, 28, denies two offences.",
            "Billionaire Odo Lamb profited from forced labour, campaigners claim.",
            "Odo Lamb spent donations on cruises.",
        ],
    )
    def test_of_an_accusation_are_known(self, text):
        assert accused(text) == {"Odo Lamb"}

    @pytest.mark.parametrize(
        "text",
        [
            "The agency arraigned Odo Lamb, a deputy clerk of the port, alongside Ada Field.",
            "Two other former clerks charged in the case - Odo Lamb, 63, and Ada Field, 61 - sat in silence.",
            "Two directors have been arrested: Odo Lamb and Ada Field.",
            "Shopkeeper Odo Lamb and trader Ada Field were fined.",
            "Police arrested the brothers Odo Lamb and Ada Field.",
            "The twins Odo Lamb and Ada Field stole it.",
            "Managers Odo Lamb and Ada Field have since been charged with fraud.",
            "Odo Lamb, 24, and Ada Field, 19, handed themselves in.",
        ],
    )
    def test_that_name_two_mean_both(self, text):
        assert accused(text) == {"Odo Lamb", "Ada Field"}


class TestPronouns:
    @pytest.mark.parametrize(
        "text",
        [
            "Odo Lamb was sentenced by Judge Ada Field. He was also fined.",
            "Odo Lamb left the dock.\n\nHe was also fined.",
            "Odo Lamb, a friend of Boris Moss, left. He was fined.",
            "Odo Lamb met Clara Field. He was fined.",
            "Odo Lamb left. The winger had been ill. He got a four-month suspension.",
        ],
    )
    def test_stand_for_the_subject_of_the_sentence_before(self, text):
        assert accused(text) == {"Odo Lamb"}

    @pytest.mark.parametrize(
        "text",
        [
            "Odo Lamb was hit by Boris Moss. He was arrested.",
            "Odo Lamb met Boris Moss. He was arrested.",
            "Judge Ada Field said her sentencing would follow.",
            "Clara Field left. He was arrested.",
            "Odo Lamb called it dull. Boris Moss said: “He faced many lawsuits.”",
        ],
    )
    def test_stand_for_nobody_where_it_could_be_another(self, text):
        assert accused(text) == set()


class TestNames:
    @pytest.mark.parametrize("name", ["Stephen King", "Elizabeth Bishop"])
    def test_may_end_like_titles(self, name):
        assert accused(f"{name} was charged with fraud.") == {name}

    @pytest.mark.parametrize("post", ["Manager", "Managers", "Former Detectives", "Prime Minister"])
    def test_begin_after_posts(self, post):
        assert accused(f"{post} Odo Lamb was charged with fraud.") == {"Odo Lamb"}


class TestFirms:
    @pytest.mark.parametrize(
        ("text", "firm"),
        [
            ("Quillon Bank defrauded its customers.", "Quillon Bank"),
            ("The watchdog fined Quillon Motors £2m.", "Quillon Motors"),
            ("Brackley Recycling Ltd closed. Brackley was prosecuted in 2017.", "Brackley Recycling Ltd"),
            ("Severn Water is one firm. Regulators fined Severn £2m.", "Severn Water"),
        ],
    )
    def test_are_accused_as_people_are(self, text, firm):
        assert accused(text) == {firm}

    @pytest.mark.parametrize(
        "text",
        [
            "Quillon Bank chief executive Odo Lamb was charged with fraud.",
            "Odo Lamb, of Quillon Bank, was charged with fraud.",
            "Odo Lamb, Quillon Bank boss, was charged with fraud.",
            "Odo Lamb left Quillon Bank. He was charged with fraud.",
        ],
    )
    def test_are_not_their_people(self, text):
        assert accused(text) == {"Odo Lamb"}

    @pytest.mark.parametrize("text", ["He robbed the Central Bank.", "The World Bank was fined."])
    def test_are_not_what_the_list_knows_as_another_body(self, text):
        assert accused(text) == set()


class TestConstructions:
    @pytest.mark.parametrize(
        "text",
        [
            "Odo Lamb's conviction for murder stunned the town.",
            "A 43-year-old nurse, Odo Lamb, has appeared in court charged with theft.",
            "Odo Lamb, 43, of Dunmore, appeared before magistrates on Monday accused of theft.",
            "According to the charge sheet, Odo Lamb took $40,000 in bribes.",
            "Killer nurse Odo Lamb will die in prison.",
            "The university stripped Odo Lamb of her degree for plagiarism.",
            "Three former partners are suing Odo Lamb for £3m.",
            "Police have issued a warrant for Odo Lamb's arrest.",
            "An arrest warrant has been issued for Odo Lamb.",
            "Odo Lamb is wanted in Spain for fraud.",
            "Extradition proceedings against Odo Lamb begin today.",
            "The watchdog opened an investigation into Odo Lamb.",
            "An inquiry into Odo Lamb's expenses has begun.",
            "A complaint has been lodged against Odo Lamb.",
            'The leader branded Odo Lamb "a serial liar".',
            "Odo Lamb sent explicit messages to a 14-year-old girl.",
            "The driver, Odo Lamb, was three times over the limit.",
            "Odo Lamb ran a Ponzi scheme that cost investors £3m.",
            "Suspicion fell on Odo Lamb, the victim's sister.",
            "Court papers name Odo Lamb as the ringleader.",
            "Disgraced former mayor Odo Lamb has written a book.",
            "Odo Lamb entered guilty pleas to six charges.",
            "Odo Lamb has convictions for theft and assault.",
            "Odo Lamb was caught shoplifting.",
            "Footage appears to show Odo Lamb punching a steward.",
            "The collapse of the fund was blamed on Odo Lamb.",
            "Odo Lamb is to blame for the collapse, the report says.",
            "Odo Lamb was negligent, the coroner ruled.",
            "Neglect by Odo Lamb contributed to the death, the inquest found.",
            "The theft by Odo Lamb came to light in May.",
            "Odo Lamb: guilty of fraud",
            "Having robbed the bank, Odo Lamb fled to Spain.",
            "Accused of fraud, Odo Lamb fled to Spain.",
            "Charged with six counts of fraud, Odo Lamb said nothing.",
            "Jailed in 2009, Odo Lamb now runs a cafe.",
            "Others accused in the case include Odo Lamb.",
            "One of the accused, Odo Lamb, wept.",
            "The defendant, Odo Lamb, wept.",
            "The accused, identified as Odo Lamb, is 43.",
            "The arrested woman was identified as Odo Lamb.",
            "The woman held has been named locally as Odo Lamb.",
            "Odo Lamb is understood to be the main suspect.",
            "The main suspect is Odo Lamb.",
            "Corruption claims have dogged Odo Lamb since May.",
            "The scandal surrounding Odo Lamb deepened.",
        ],
    )
    def test_that_accuse(self, text):
        assert accused(text) == {"Odo Lamb"}

    @pytest.mark.parametrize(
        "text",
        [
            "Odo Lamb and Boris Moss conspired to rob the bank.",
            "Odo Lamb, 43, and her brother, Boris Moss, 41, were found guilty of robbery.",
            "Odo Lamb, 43, of Dunmore, and Boris Moss, 41, of Leith, were jailed for robbery.",
            "Also charged are Odo Lamb, 43, and Boris Moss, 41.",
            "Police arrested Odo Lamb and her husband Boris Moss.",
            "Odo Lamb was jailed for six years and Boris Moss for four.",
            "Odo Lamb was charged with theft and Boris Moss with fraud.",
        ],
    )
    def test_that_accuse_two(self, text):
        assert accused(text) == {"Odo Lamb", "Boris Moss"}

    @pytest.mark.parametrize(
        "text",
        [
            "Odo Lamb told the jury that Boris Moss raped her.",
            "Odo Lamb, who says Boris Moss attacked her, gave evidence.",
            "Odo Lamb accused Boris Moss of lying.",
            "Odo Lamb was murdered by Boris Moss.",
            "Odo Lamb was attacked by her former partner, Boris Moss.",
            "Boris Moss murdered Odo Lamb in 1998.",
            "Boris Moss was convicted of the murder of Odo Lamb.",
            "Boris Moss was convicted of Odo Lamb's murder.",
            "Odo Lamb's killer, Boris Moss, was jailed for life.",
            "The man accused of killing Odo Lamb is Boris Moss.",
            "The trial of Boris Moss, who denies murdering Odo Lamb, continues.",
            "Judge Odo Lamb sentenced Boris Moss to four years.",
            "Boris Moss was sentenced to four years by Judge Odo Lamb.",
            "Prosecutor Odo Lamb said Boris Moss had lied to the police.",
            "Odo Lamb, prosecuting, told jurors that Boris Moss had planned the killing.",
            "Odo Lamb, defending, said Boris Moss was ashamed of his crimes.",
            "Detective Odo Lamb said Boris Moss preyed on the elderly.",
            "Odo Lamb, whose son was killed by Boris Moss, wept.",
        ],
    )
    def test_that_accuse_one_of_two(self, text):
        assert accused(text) == {"Boris Moss"}

    @pytest.mark.parametrize(
        "text",
        [
            "Odo Lamb, whose brother was murdered, called for longer sentences.",
            "Detective Inspector Odo Lamb, who arrested the man, praised the witnesses.",
            "Odo Lamb was killed in a crash on Monday.",
            "Odo Lamb was robbed at gunpoint.",
            "A man has been charged with the murder of Odo Lamb.",
            "The killing of Odo Lamb shocked the town.",
            "Odo Lamb's murder remains unsolved.",
            "The man who raped Odo Lamb was jailed.",
            "The trial of a man accused of murdering Odo Lamb has begun.",
            "Odo Lamb, a criminologist, studies killers.",
            "Odo Lamb plays a murderer in the film.",
            "Odo Lamb shot a round of 68.",
            "Odo Lamb was sent off for a second booking.",
            "Odo Lamb killed off the tie with a third goal.",
            "Odo Lamb is in charge of the inquiry into the fraud.",
            "Odo Lamb, chair of the fraud inquiry, will report in May.",
            "Odo Lamb denied a request for an interview.",
            "Odo Lamb was found not guilty of murder.",
            "Police have ruled out Odo Lamb as a suspect.",
            "Odo Lamb has not been accused of any wrongdoing.",
            "Odo Lamb said that she was bullied at school.",
            "Odo Lamb sued the paper for libel and won.",
            "Odo Lamb, suing for damages, said the firm lied.",
            "Odo Lamb alleges she was attacked.",
            "Odo Lamb lodged a complaint about the noise.",
            "Odo Lamb, defending, said her client had been wrongly convicted.",
            "Odo Lamb disarmed the gunman.",
            "Odo Lamb forgave her attacker.",
            "Odo Lamb works with sex offenders.",
            "Odo Lamb warned that fraud was rising.",
            "Odo Lamb, 82, was conned out of £9,000.",
            "A thief stole Odo Lamb's bicycle.",
            "Odo Lamb's father was jailed for fraud.",
            "Odo Lamb, the daughter of the convicted murderer, spoke.",
            "Odo Lamb took over after her predecessor was jailed.",
        ],
    )
    def test_that_accuse_nobody_named(self, text):
        assert accused(text) == set()


class TestSomebodyNamedInTheNextSentence:
    def about(self, text):
        found = statements(text, names(text, {}, TERMS["not_people"]), TERMS)
        return {one.about.key for one in found if one.about and one.kind in AGAINST}

    @pytest.mark.parametrize(
        "text",
        [
            "A nurse has been charged with theft. Odo Lamb, 43, works in Leith.",
            "A teacher who kissed a pupil has been banned from the classroom.\n\nOdo Lamb, 43, taught in Leith.",
            "A man accused of killing a woman was in tears. Odo Lamb, 43, denies the charge.",
            "A former minister siphoned off three million pounds.\n\nOdo Lamb, who left office in May, says no.",
            "A nurse stole drugs from patients. Odo Lamb, who has since resigned, took them home.",
        ],
    )
    def test_is_who_was_accused(self, text):
        assert self.about(text) == {"Odo Lamb"}

    @pytest.mark.parametrize(
        "text",
        [
            "A man has been charged with killing a woman. Odo Lamb, 43, was found at home.",
            "A man has been arrested after a stabbing. Odo Lamb, 43, died in hospital.",
            "A nurse has been charged with theft. Odo Lamb works in Leith.",
            "Two men have been charged with theft. Odo Lamb, 43, saw them.",
            "A nurse was stabbed at the door. Odo Lamb, who left the hospital in May, was walking home.",
            "A man killed in a crash was a mayor. Odo Lamb, who left office in May, was driving.",
            "A nurse stole drugs from patients. Odo Lamb, who leads the hospital, spoke of a loss of trust.",
        ],
    )
    def test_is_nobody_else(self, text):
        assert self.about(text) == set()
