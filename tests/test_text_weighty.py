"""Changes that somebody in a hurry might call minor: each touches something; what is only spelling touches nothing."""

import random

import pytest

from articles.text import touched
from articles.text.weighty import OF, WORDS, is_misspelling, weight_of
from tests.test_text_changes import TERMS, content, kinds

MATERIAL = (
    ("The fire killed eleven people.", "The fire killed twelve people."),
    ("She won for the second time.", "She won for the sixth time."),
    ("A couple of boats sank.", "A score of boats sank."),
    ("A pair of boats sank.", "A trio of boats sank."),
    ("Most residents agreed.", "Some residents agreed."),
    ("All residents agreed.", "Few residents agreed."),
    ("A majority of members agreed.", "A minority of members agreed."),
    ("The bridge can open.", "The bridge cannot open."),
    ("The wall is safe.", "The wall isn't safe."),
    ("The wall is safe.", "The wall isn’t safe."),
    ("They can't leave.", "They can leave."),
    ("It will reopen.", "It won't reopen."),
    ("It begins next week.", "It begins next month."),
    ("It begins in Sept.", "It begins in Oct."),
    ("It began in the morning.", "It began in the evening."),
    ("He was fined last year.", "He was fined this year."),
    ("It was built in the 1960s.", "It was built in the 1970s."),
    ("It opens at 9 a.m. each day.", "It opens at 9 p.m. each day."),
    ("It opens at 9am each day.", "It opens at 9pm each day."),
    ("Mr Pike left.", "Dr Pike left."),
    ("The mayor, Ada Field, left.", "The deputy mayor, Ada Field, left."),
    ("Ada beat Nell.", "Nell beat Ada."),
    ("He had left.", "She had left."),
    ("He was charged. He denies it. The rain fell.", "He was charged. The rain fell. He denies it."),
    ("“It was a lie,” he said.", "“It was a fib,” he said."),
    ("He called it 'vile'.", "He called it 'evil'."),
    ("He was charged with theft.", "He was convicted of theft."),
    ("He was arrested on suspicion of theft.", "He was charged with theft."),
    ("He was questioned by police.", "He was arrested by police."),
    ("She was sued for libel.", "She was cleared of libel."),
    ("The alleged theft took place there.", "The theft took place there."),
    ("He allegedly took the money.", "He took the money."),
    ("He reportedly took the money.", "He took the money."),
    ("He took the money, according to police.", "He took the money."),
    ("He took the money, police said.", "He took the money."),
    ("He claimed that it was his.", "He admitted that it was his."),
    ("He said it was so.", "He lied it was so."),
    ("The suspected arson was at the quay.", "The arson was at the quay."),
    ("He is accused of fraud.", "He committed fraud."),
    ("The wall may fall.", "The wall will fall."),
    ("He could face jail.", "He will face jail."),
    ("It lies 5 km away.", "It lies 5 miles away."),
    ("It weighs five tonnes.", "It weighs five kilos."),
    ("It cost 5 pounds.", "It cost 5 euros."),
    ("It cost GBP 5.", "It cost EUR 5."),
    ("Support rose 3 per cent.", "Support rose 3 percentage points."),
    ("Support rose by 3 percent.", "Support rose by 3 percentage points."),
    ("Support rose by 3%.", "Support rose by 3 points."),
    ("It cost 3 million crowns.", "It cost 3 billion crowns."),
    ("It cost £3m.", "It cost £3bn."),
    ("It rose 3%.", "It rose 3."),
    ("Prices rose in the town.", "Prices fell in the town."),
    ("It costs more than before.", "It costs less than before."),
    ("An increase in crime was seen.", "A decrease in crime was seen."),
    ("Crime doubled.", "Crime tripled."),
    ("Crime doubled.", "Crime halved."),
    ("Turnout was up sharply.", "Turnout was down sharply."),
    ("The jury found him guilty.", "The jury found him not guilty."),
    ("He is innocent of it.", "He is guilty of it."),
    ("Three men are injured.", "Three men are dead."),
    ("He was injured in the fire.", "He died in the fire."),
    ("The driver was hurt.", "The driver was killed."),
    ("His wife was there.", "His sister was there."),
    ("A man was seen.", "A woman was seen."),
    ("A boy was hurt.", "A man was hurt."),
    ("The victim was taken away.", "The suspect was taken away."),
    ("The witness left the court.", "The defendant left the court."),
    ("He left before the fire.", "He left after the fire."),
    ("It lies in the east of the town.", "It lies in the west of the town."),
    ("A French ship sank.", "A Dutch ship sank."),
    ("London is calm.", "Leeds is calm."),
    ("Ada Quill, 34, left.", "Ada Quill, 43, left."),
    ("She is aged thirty-four.", "She is aged forty-three."),
    ("He denied it.", "He confirmed it."),
    ("The council refused the plan.", "The council agreed the plan."),
    ("The council rejected the plan.", "The council approved the plan."),
    ("The team won the match.", "The team lost the match."),
    ("She voted for the plan.", "She voted against the plan."),
    ("Only the mayor knew.", "The mayor knew."),
    ("At least five died.", "At most five died."),
    ("Nearly 50 people came.", "More than 50 people came."),
    ("About 50 people came.", "50 people came."),
    ("He raped her.", "He kissed her."),
    ("He resigned as head.", "He was sacked as head."),
    ("He left with the money.", "He left without the money."),
    ("He paid the tax.", "He failed to pay the tax."),
    ("He stopped paying.", "He kept paying."),
    ("Two fifths agreed.", "Three fifths agreed."),
    ("½ of them agreed.", "¼ of them agreed."),
    ("They won 3–1.", "They won 3–2."),
    ("King Charles II came.", "King Charles III came."),
    ("The sale was legal.", "The sale was illegal."),
    ("They agreed.", "They disagreed."),
    ("He was able to go.", "He was unable to go."),
    ("There was evidence.", "There was no evidence."),
    ("A few came.", "Few came."),
    ("There is a little doubt.", "There is little doubt."),
    ("The lights were off.", "The lights were on."),
    ("The money went to Pike.", "The money went from Pike."),
    ("She walked out of court.", "She walked into court."),
    ("He bribed officials.", "He bribed an official."),
    ("He bribed officials.", "He lobbied officials."),
    ("He abused pupils.", "He taught pupils."),
    ("He robbed the old bank.", "He robbed the new bank."),
    ("He robbed the old bank.", "He robbed the bank."),
    ("He accused the clerk of theft.", "He accused the baker of theft."),
    ("He attacked the clerk.", "He met the clerk."),
    ("He was complicit.", "He was present."),
    ("The gates were open.", "The gates were closed."),
    ("The report is true.", "The report is long."),
    ("He often paid late.", "He rarely paid late."),
)
MINOR = (
    ("The concil met.", "The council met."),
    ("They recieve letters.", "They receive letters."),
    ("They met and ate.", "They met, and ate."),
    ("They met the the board.", "They met the board."),
    ("He saw the boat.", "He saw a boat."),
    ("The colour faded.", "The color faded."),
    ("The boat lost it's sail.", "The boat lost its sail."),
    ("There boat sank.", "Their boat sank."),
    ("They was there.", "They were there."),
    ("He walks there.", "He walked there."),
    ("A well known boat.", "A well-known boat."),
    ("It opens befroe noon.", "It opens before noon."),
    ("He gvae it to hre.", "He gvae it to here."),
    ("He came form the quay.", "He came from the quay."),
    ("He bribed offcials.", "He bribed officials."),
    ("He bribed the officials.", "He bribed officials."),
    ("He defrauded the fund and saw a boat.", "He defrauded the fund and saw the boat."),
    ("It happened Monday at the quay.", "It happened on Monday at the quay."),
)


@pytest.mark.parametrize(("old", "new"), MATERIAL)
def test_what_changes_the_sense_is_touched(old, new):
    assert kinds(old, new)
    assert kinds(new, old)
    around = "The rain came late. {} The farmers were glad."
    assert kinds(around.format(old), around.format(new))


@pytest.mark.parametrize(("old", "new"), MATERIAL)
@pytest.mark.parametrize("part", ["standfirst", "description"])
def test_so_it_is_in_what_stands_above_the_text_and_in_search_results(part, old, new):
    before, after = (content("The rain came late.", **{part: words}) for words in (old, new))
    assert touched(before, after, TERMS) == touched(after, before, TERMS) != set()


@pytest.mark.parametrize(("old", "new"), MINOR)
def test_what_is_only_spelling_is_not(old, new):
    assert kinds(old, new) == kinds(new, old) == set()


@pytest.mark.parametrize("seed", range(30))
def test_a_word_that_carries_weight_put_in_left_out_or_replaced_is_touched(seed):
    chance = random.Random(seed)
    word, other = chance.sample(sorted(OF), 2)
    with_it, without, with_other = (f"It rained there {x}and we saw boats." for x in (f"{word} ", "", f"{other} "))
    for old, new in ((with_it, without), (without, with_it), (with_it, with_other)):
        assert kinds(old, new) & set(WORDS), (old, new)


@pytest.mark.parametrize("seed", range(30))
def test_its_misspelling_is_not(seed):
    chance = random.Random(seed)
    word = chance.choice([word for word in OF if len(word) > 5])
    place = chance.randrange(len(word))
    wrong = word[:place] + word[place + 1 :]
    if not weight_of(wrong):
        assert is_misspelling(word, wrong) and is_misspelling(wrong, word)


def test_two_words_that_both_carry_weight_are_no_misspelling_of_each_other():
    assert not is_misspelling("man", "men")
    assert not is_misspelling("he", "she")
    assert not is_misspelling("may", "many")


def test_what_is_moved_past_something_that_readers_rely_on():
    old = "The rain fell hard. He was acquitted in May. The quay stood empty all through that day."
    new = "He was acquitted in May. The rain fell hard. The quay stood empty all through that day."
    assert kinds(old, new)
