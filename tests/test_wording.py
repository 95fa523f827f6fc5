"""What the checks make of sentences on crimes and courts: small cases, most of them traps, judged one by one.

The record says that Odo Lamb is charged with fraud unless a line says otherwise; of Ada Field it says nothing.
"""

from types import SimpleNamespace

import pytest

from articles.gate import proceedings
from articles.jurisdictions import profile

CHECKS = (
    proceedings.words_of_guilt_rest_on_a_count,
    proceedings.nobody_is_called_guilty_before_a_court_has_said_so,
    proceedings.nobody_is_labelled,
    proceedings.who_alleges_is_said,
    proceedings.how_it_ended_is_told,
)
PEOPLE = {1: "Odo Lamb", 2: "Ada Field"}
BESIDE = "The court sat on Monday. Odo Lamb and Ada Field were there."


def law(code="generic"):
    shipped = profile(code)
    terms = {name: [vars(term) for term in rows] for name, rows in shipped.terms.items()}
    rules = {key: value for key, (value, _cites) in shipped.rules.items()}
    return {"code": code, "language": "en", "rules": rules, "terms": terms}


LAW = law()


def found(words, status="charged", where="text", field=None, offence="fraud"):
    """The ids of what the checks say of these words in that part of a story. field: the status of Ada Field's count."""
    statuses = {1: status, 2: field}
    counts = [
        {"person": number, "name": PEOPLE[number], "offence": offence, "status": told, "citation": "A record"}
        for number, told in statuses.items()
        if told
    ]
    snapshot = {
        "profile": LAW,
        "people": [{"id": number, "name": name} for number, name in PEOPLE.items()],
        "organizations": [{"id": 9, "name": "Harbour Trust"}],
        "cases": [{"id": 1, "name": "A case", "jurisdiction": None, "counts": counts}],
    }
    content = {"headline": "", "standfirst": "", "social_headline": "", "text": BESIDE, "pictures": []}
    content |= {"pictures": [{where: words}]} if where in ("caption", "alt") else {where: words}
    edition = SimpleNamespace(content=content)
    ids = {finding.id for check in CHECKS for finding in check(snapshot, edition)}
    return " ".join(sorted(one.removeprefix("proceedings.") for one in ids))


NOT_DECIDED = [
    "Odo Lamb defrauded the harbour fund.",
    "After the theft by Odo Lamb the fund was closed.",
    ("Odo Lamb: guilty", {"where": "headline"}),
    "Having robbed the bank, Odo Lamb fled.",
    "Fraudster Odo Lamb appeared in court.",
    ("Odo Lamb stole £2,000 from the fund.", {"where": "headline"}),
    ("How Odo Lamb swindled the harbour", {"where": "headline"}),
    ("Harbour thief Odo Lamb faces court", {"where": "headline"}),
    "Odo Lamb, a thief, was in court on Monday.",
    "Odo Lamb was a thief.",
    "The money was stolen by Odo Lamb.",
    "The fund was robbed by Odo Lamb in May.",
    "Odo Lamb's victims sat in the gallery.",
    "Odo Lamb’s crimes shook the town.",
    "Victims of Odo Lamb spoke outside.",
    "Odo Lamb's fraud cost the town £2m.",
    "The fraud committed by Odo Lamb cost the town £2m.",
    "Odo Lamb is guilty.",
    "Odo Lamb did it, and he is guilty of fraud.",
    "Odo Lamb, who stole from the fund, smiled.",
    ("Odo Lamb murdered the clerk.", {"where": "standfirst"}),
    ("The clerk was killed by Odo Lamb.", {"where": "standfirst"}),
    ("Odo Lamb killed the clerk.", {"where": "social_headline"}),
    ("Odo Lamb and Ada Field stole the money.", {"field": "convicted"}),
    "Odo Lamb has been found guilty of fraud.",
    "Odo Lamb was convicted of fraud.",
    "Odo Lamb was jailed for two years.",
    "Odo Lamb was sentenced to two years in prison.",
    "A jury convicted Odo Lamb of fraud.",
    "Odo Lamb pleaded guilty to fraud.",
    "Odo Lamb is a convicted fraudster.",
    "Odo Lamb confessed to the fraud.",
    "Odo Lamb admitted fraud.",
    "Odo Lamb raped a woman in 2019.",
    "Odo Lamb was responsible for the death of the clerk.",
    "Odo Lamb embezzled funds, and Ada Field watched.",
    ("Odo Lamb, who stole from the fund, smiled.", {"status": "pleaded_guilty"}),
    "Odo Lamb stole the money. His wife, Vera Lamb, wept.",
    "Ada Field, whom Odo Lamb defrauded, gave evidence.",
    "Ada Field was defrauded by Odo Lamb.",
    ("“A nice man” – but Odo Lamb stole £2,000.", {"where": "headline"}),
    ("Guilty: Odo Lamb", {"where": "headline"}),
    ("Odo Lamb guilty of fraud", {"where": "headline"}),
    ("Odo Lamb jailed for fraud", {"where": "headline"}),
    ("Odo Lamb convicted", {"where": "headline"}),
    ("Killer Odo Lamb to stay in prison", {"where": "headline"}),
    "Odo Lamb's killing of the clerk shocked the town.",
    "Odo Lamb, the man who killed the clerk, was in court.",
    "The killer, Odo Lamb, was in court.",
    "The murderer was Odo Lamb.",
    "It was Odo Lamb who killed the clerk.",
    "Police know that Odo Lamb killed the clerk.",
    ("Odo Lamb was convicted of fraud.", {"status": "pleaded_guilty"}),
    "The thief is Odo Lamb.",
    "The teacher, Odo Lamb, shot the clerk.",
    "Odo Lamb the fraudster was led away.",
    "He is a thief, Odo Lamb.",
    "Odo Lamb and his accomplice stole £2,000.",
    "It emerged on Monday that Odo Lamb had stolen £2,000.",
    "Odo Lamb spent the stolen money after he robbed the bank.",
    "Odo Lamb fled after robbing the bank.",
    "Odo Lamb, 44, a pilot, was ill when a jury found him guilty of fraud.",
    "Crimes committed by Fr. Odo Lamb shook the town.",
    "Ada Field identified Odo Lamb as her attacker.",
    "Odo Lamb, a retired boat builder who was convicted of fraud, smiled.",
    "Odo Lamb was handed down two life sentences.",
]  # fmt: skip

NOTHING = [
    "Odo Lamb did not steal the money.",
    "Odo Lamb never stole anything.",
    "Odo Lamb denies that he stole the money.",
    "Odo Lamb has pleaded not guilty to fraud.",
    "Odo Lamb is charged with fraud, the court record says.",
    "Odo Lamb is accused of stealing £2,000, prosecutors said.",
    "Prosecutors say Odo Lamb stole £2,000.",
    "Odo Lamb stole £2,000, prosecutors said.",
    "Odo Lamb stole £2,000, the indictment says.",
    "Odo Lamb stole £2,000, according to the charge sheet.",
    "“Odo Lamb stole my money,” said Ada Field.",
    "Police accused Odo Lamb of theft.",
    "If Odo Lamb stole the money, he will go to prison.",
    "Whether Odo Lamb stole the money is for the jury.",
    "Odo Lamb could be jailed for ten years.",
    "Odo Lamb was shot in the leg.",
    "Odo Lamb was killed in May.",
    "Odo Lamb was robbed on Monday.",
    "Odo Lamb’s house was burgled.",
    "Somebody stole the money. Odo Lamb was in court.",
    "Odo Lamb, who was convicted of nothing, smiled.",
    "Odo Lamb has not been convicted of any crime.",
    "Odo Lamb was charged with murder on Monday.",
    "Odo Lamb was cleared of a theft in 2001.",
    "Odo Lamb led the inquiry into the thief.",
    "Odo Lamb prosecuted a murderer in 1999.",
    "The jury will decide whether Odo Lamb is guilty.",
    "Odo Lamb shot a film about a murderer.",
    "Odo Lamb, 44, of Mill Row, is on trial for fraud.",
    ("Judge sends fraud trial of Odo Lamb to a jury", {"where": "headline"}),
    ("Odo Lamb in court over harbour fraud", {"where": "headline"}),
    ("Odo Lamb trial: jury is sworn in", {"where": "headline"}),
    "Odo Lamb allegedly stole £2,000, police said.",
    "Prosecutors allege that Odo Lamb stole £2,000.",
    "The Harbour Trust alleges that Odo Lamb stole £2,000.",
    "Ada Field alleges that Odo Lamb stole £2,000.",
    ("Odo Lamb defrauded the harbour fund.", {"status": "convicted"}),
    ("Fraudster Odo Lamb was sentenced to two years.", {"status": "sentenced"}),
    ("Odo Lamb was accused of fraud by the trust. A jury acquitted him in May.", {"status": "acquitted"}),
    ("Odo Lamb was accused of fraud by the trust. The jury could not agree.", {"status": "hung_jury"}),
    ("Odo Lamb was convicted of fraud in May. He has appealed against his conviction.", {"status": "appealing"}),
    ("Odo Lamb was convicted of fraud in May. He is appealing.", {"status": "appealing"}),
    ("Odo Lamb was convicted in 2020 of fraud, but the Court of Appeal quashed the conviction.", {"status": "overturned"}),
    ("The charges against Odo Lamb were dropped in May.", {"status": "discontinued"}),
    ("Odo Lamb was charged with fraud in May; prosecutors later dropped the case.", {"status": "discontinued"}),
    ("A retrial of Odo Lamb for fraud begins in May.", {"status": "retrial"}),
    "Odo Lamb's mother was murdered in 1990.",
    "Odo Lamb's lawyer, Ina Rook, said the thief was never found.",
    "Ada Field, a victim of fraud, gave evidence against Odo Lamb.",
    "Ada Field told the court that Odo Lamb stole her savings.",
    "The case against Odo Lamb began in May, the court record shows.",
    ("Odo Lamb pleaded guilty to fraud.", {"status": "pleaded_guilty"}),
    ("Odo Lamb’s fraud trial begins", {"where": "headline"}),
    ("Odo Lamb's fraud conviction was quashed.", {"status": "overturned"}),
    "The thief was not Odo Lamb.",
    "The thief was Odo Lamb's brother.",
    "Odo Lamb’s shooting of the film was delayed, the trust said.",
    "The clerk, whom Odo Lamb taught, was killed in May.",
    "Odo Lamb, the lawyer of the man who killed the clerk, spoke.",
    "Odo Lamb, the judge, jailed the thief.",
    "Odo Lamb, shot in May, was in hospital.",
    "The teacher, Odo Lamb, shot in May, was in hospital.",
    "Odo Lamb and the thief were never seen together.",
    ("Not guilty: Odo Lamb", {"where": "headline"}),
    ("Odo Lamb: not guilty", {"where": "headline"}),
    "Odo Lamb, accused of robbing the bank by prosecutors, said nothing.",
    "Odo Lamb faces trial for robbing the bank, the court record says.",
    "Odo Lamb denied having robbed the bank.",
    "“I did not steal it,” said Odo Lamb.",
    ("Odo Lamb was wrongly convicted in 1999 of theft.", {"status": "overturned"}),
    "Odo Lamb is innocent of the theft, his lawyer said.",
    "Detectives do not believe that Odo Lamb killed the clerk.",
    "There is no evidence that Odo Lamb stole the money.",
    "Odo Lamb is not the thief.",
    "Odo Lamb is no thief.",
    "Odo Lamb was mistaken for a thief.",
    "Odo Lamb plays a murderer in the film.",
    "Odo Lamb’s novel is about a killer.",
    "Odo Lamb wrote “The Killer”, a novel.",
    "Ada Field alleged that Odo Lamb stole £2,000.",
    "In its letter the trust alleged that a clerk, Odo Lamb, stole £2,000.",
    ("Odo Lamb had his conviction for fraud quashed in May.", {"status": "overturned"}),
    "The sister of 16-year-old Odo Lamb was convicted of fraud.",
    "Odo Lamb was charged with fraud in a case involving Ada Field.",
]  # fmt: skip

BY_WHOM = [
    "Odo Lamb allegedly stole £2,000.",
    "Odo Lamb is alleged to have stolen £2,000.",
    "Odo Lamb is suspected of theft.",
    "It was alleged that Odo Lamb stole £2,000.",
    ("Odo Lamb allegedly stole £2,000", {"where": "headline"}),
    "Odo Lamb, the alleged killer, was in court.",
    "Murder suspect Odo Lamb was in court.",
]  # fmt: skip

LABELS = [
    "Accused killer Odo Lamb was in court.",
    "The alleged fraudster Odo Lamb was in court.",
    ("Alleged killer Odo Lamb in court", {"where": "headline"}),
    "Suspected gunman Odo Lamb was led away.",
    "The suspected serial killer, Odo Lamb, was led away.",
    ("alleged drug dealer Odo Lamb", {"where": "social_headline"}),
    "Accused rapist Lamb was led away. Odo Lamb said nothing.",
]  # fmt: skip

OLD_LABELS = [
    ("Convicted fraudster Odo Lamb was led away.", {"status": "convicted"}),
    ("Disgraced fraudster Odo Lamb left.", {"status": "sentenced"}),
    ("Odo Lamb spoke. Convicted thief Ada Field listened.", {"field": "convicted"}),
]  # fmt: skip

NOT_TOLD = [
    ("Odo Lamb was accused of fraud by the trust.", {"status": "acquitted"}),
    ("Odo Lamb was accused of fraud by the trust.", {"status": "hung_jury"}),
    ("Odo Lamb was accused of fraud by the trust.", {"status": "discontinued"}),
    ("Odo Lamb was accused of fraud by the trust.", {"status": "overturned"}),
    ("Odo Lamb was accused of fraud by the trust.", {"status": "retrial"}),
    ("Odo Lamb was convicted of fraud in May.", {"status": "appealing"}),
    ("Odo Lamb was accused of fraud by the trust. Ada Field was acquitted in May.", {"status": "acquitted"}),
]  # fmt: skip

BOTH = [
    ("Odo Lamb defrauded the fund.", {"status": "acquitted"}),
    ("Fraudster Odo Lamb smiled.", {"status": "overturned"}),
    ("Odo Lamb convicted of fraud", {"status": "overturned", "where": "headline"}),
]  # fmt: skip

NO_COUNT = [
    "Ada Field stole the money.",
    "Harbour Trust defrauded the town.",
    ("Fraudster Ada Field smiled.", {"status": None}),
    ("Ina Rook was convicted of theft in 2001.", {"status": None}),
    "Vera Lamb stole the money, and Odo Lamb wept.",
    "Odo Lamb wept. His brother, Tom Lamb, murdered the clerk in 1999.",
    ("Ina Rook died in 2001. She had murdered the clerk.", {"status": None}),
    "Odo Lamb said that Ada Field stole the money.",
    "Odo Lamb called Ada Field a thief.",
    "Odo Lamb spoke. Ada Field, a convicted thief, listened.",
    "They wrote of Ada Field, a notorious thief.",
    "Odo Lamb left while Ada Field, on the other hand, was convicted.",
]  # fmt: skip


def cases(rows):
    """Each as (words, what is not as usual)."""
    return [(row, {}) if isinstance(row, str) else row for row in rows]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Odo Lamb leaves the court.", ""),
        ("Harbour thief Odo Lamb leaves the court.", "C002"),
        ("Alleged killer Odo Lamb leaves the court.", "B001"),
        ("Odo Lamb, who stole £2,000, and Ada Field", "C002"),
    ],
)
@pytest.mark.parametrize("where", ["caption", "alt", "description"])
def test_what_is_said_of_pictures_and_in_search_results_is_read_as_well(words, told, where):
    assert found(words, where=where) == told


ANOTHER = [
    ("Odo Lamb murdered his neighbour.", {"offence": "fraud"}),
    ("Odo Lamb was convicted of murder.", {"offence": "theft"}),
    ("Odo Lamb was found guilty of raping two women.", {"offence": "tax evasion"}),
    ("Odo Lamb bribed officials.", {"offence": "burglary"}),
    ("Odo Lamb was convicted of theft and murder.", {"offence": "theft"}),
    ("Odo Lamb stole the money.", {"offence": "rape"}),
]
THE_SAME = [
    ("Odo Lamb stole the money.", {"offence": "fraud by abuse of position"}),
    ("Odo Lamb was convicted of manslaughter.", {"offence": "murder"}),
    ("Odo Lamb attacked and strangled his neighbour.", {"offence": "murder"}),
    ("Odo Lamb assaulted two women.", {"offence": "rape"}),
    ("Odo Lamb was convicted of it.", {"offence": "theft"}),
    ("Odo Lamb was convicted of theft, acquitted of murder.", {"offence": "theft"}),
    ("Odo Lamb was convicted of theft but cleared of rape.", {"offence": "theft"}),
    ("Odo Lamb stole the money.", {"offence": "an offence under section 4"}),
    ("Odo Lamb was jailed for robbing a bank.", {"offence": "robbery"}),
]


@pytest.mark.parametrize(("words", "facts"), ANOTHER)
def test_one_conviction_does_not_stand_for_another_offence(words, facts):
    assert found(words, status="convicted", **facts) == "C002"


@pytest.mark.parametrize(("words", "facts"), THE_SAME)
def test_it_stands_for_what_may_be_the_same(words, facts):
    assert found(words, status="convicted", **facts) == ""


@pytest.mark.parametrize(("words", "facts"), cases(NOT_DECIDED))
def test_it_is_more_than_the_record_says(words, facts):
    assert found(words, **facts) == "C002"


@pytest.mark.parametrize(("words", "facts"), cases(NOTHING))
def test_it_is_left_alone(words, facts):
    assert found(words, **facts) == ""


@pytest.mark.parametrize(("words", "facts"), cases(BY_WHOM))
def test_it_asks_who_alleges_it(words, facts):
    assert found(words, **facts) == "C003"


@pytest.mark.parametrize(("words", "facts"), cases(LABELS))
def test_it_is_a_label_on_somebody_still_accused(words, facts):
    assert found(words, **facts) == "B001"


@pytest.mark.parametrize(("words", "facts"), cases(OLD_LABELS))
def test_it_is_a_label_on_somebody_convicted(words, facts):
    assert found(words, **facts) == "A001"


@pytest.mark.parametrize(("words", "facts"), cases(NOT_TOLD))
def test_it_lacks_how_it_ended(words, facts):
    assert found(words, **facts) == "C004"


@pytest.mark.parametrize(("words", "facts"), cases(BOTH))
def test_it_is_undone_and_says_so_nowhere(words, facts):
    assert found(words, **facts) == "C002 C004"


@pytest.mark.parametrize(("words", "facts"), cases(NO_COUNT))
def test_it_needs_a_count(words, facts):
    assert found(words, **facts) == "C001"


MISSED = [
    ("Rook Ltd, run by Ina Rook, was convicted of fraud.", {"status": None}),
    "The man who killed the clerk is Odo Lamb.",
    ("Odo Lamb: thief, liar, fraudster", {"where": "headline"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "facts"), cases(MISSED))
def test_what_is_known_to_be_missed_is_said(words, facts):
    """Not what should be, but what is: whoever mends one moves it to where it belongs."""
    assert found(words, **facts) == ""
