"""Which figures of a headline somebody has to have counted."""

import pytest

from articles.text import counted


def found(line):
    return [figure.text for figure in counted(line)]


class TestCounted:
    @pytest.mark.parametrize(
        ("line", "figures"),
        [
            ("Flood kills 12 and leaves 3,000 homeless", ["12", "3,000 homeless"]),
            ("Flood Kills 12 in Harbour Town", ["12"]),
            ("Council to cut £14m from parks", ["£14m"]),
            ("Harbour profit falls 23% in a year", ["23%"]),
            ("Half of nurses plan to leave", ["Half of"]),
            ("Harbour party 20 points ahead in poll", ["20 points"]),
            ("Police seize 40kg of cocaine", ["40"]),
            ("FIRE KILLS FIVE", ["FIVE"]),
            ("Two arrested after fire", ["Two arrested"]),
            ("Senate panel votes 12-9 for the wall", ["12"]),
            ("Founder jailed for 11 years", ["11 years"]),
            ("Clerk charged over N7bn loan", ["N7bn"]),
            ("Clerk held over Rs 310 crore loan", ["Rs 310 crore"]),
            ("Agency charges five ex-mayors", ["five ex-mayors"]),
        ],
    )
    def test_is_how_many_or_how_much(self, line, figures):
        assert found(line) == figures

    @pytest.mark.parametrize(
        "line",
        [
            "116th Congress meets",
            "Apollo 11 glove on show",
            "Judges weigh Article 50 appeal",
            "Airline grounds its Boeing 737 Max fleet",
            "M25 closed near junction 10 after lorry fire",
            "G7 leaders meet for COP26 talks",
            "Rovers beat Athletic 3-2",
            "Field beats Moss 6-4, 6-2",
            "Woman, 83, completes marathon",
            "Boy (9) rescued",
            "Singer dies aged 78",
            "Botanist dies at 93",
            "Girl of 12 wins chess title",
            "Channel 4 News moves to 6.30pm",
            "World War II bomb found under Area 51",
            "FTSE 100 closes higher",
            "Ten questions for a cellist",
            "Field wins 400 m hurdles",
            "Toy Story 4 tops box office",
            "Harbour open 24/7",
            "Rollout of 5G delayed",
        ],
    )
    def test_is_no_name_age_hour_or_score(self, line):
        assert found(line) == []
