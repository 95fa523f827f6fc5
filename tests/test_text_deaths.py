"""Of whom a text says that they are dead. The people are invented."""

import pytest

from articles.text import dead, names
from tests.test_text_statements import TERMS


def died(text):
    return dead(text, names(text, {}, TERMS["not_people"]))


@pytest.mark.parametrize(
    "text",
    [
        "Odo Lamb, who has died aged 93, was arrested in 1961.",
        "Odo Lamb died on Friday.",
        "Odo Lamb, 41, was found dead at home.",
        "They stole from the late Odo Lamb.",
        "Since the death of the baker Odo Lamb the shop is shut.",
        "Odo Lamb took his own life in May.",
    ],
)
def test_whoever_died_is(text):
    assert died(text) == {"Odo Lamb"}


@pytest.mark.parametrize(
    "text",
    [
        "Odo Lamb died laughing.",
        "Odo Lamb killed a clerk.",
        "Odo Lamb, whose wife died in May, was arrested.",
        "Odo Lamb was arrested after a clerk died.",
        "The death of a clerk brought Odo Lamb to court.",
    ],
)
def test_nobody_else_is(text):
    assert died(text) == set()
