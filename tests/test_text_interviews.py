"""Interviews printed without quotation marks."""

from articles.text.interviews import spoken

INTRO = "Ada Field plays the cello."
ENDS = "Her record is out now."


def words(text):
    return [text[start:end] for start, end in spoken(text)]


class TestSpoken:
    def test_are_the_questions_and_the_answers_between_and_after_them(self):
        asked = ["Why?", "A: I do not know.", "Q: And now?", "A: Sadly, nothing."]
        assert words("\n\n".join([INTRO, *asked, ENDS])) == asked
        plain = ["Why do you play?", "I do not know.", "It rained.", "And now?", "Sadly, nothing."]
        assert words("\n\n".join([INTRO, *plain, ENDS])) == plain

    def test_are_nothing_of_a_story_that_asks_once_or_far_apart(self):
        assert words(f"{INTRO}\n\nWhy does she play?\n\nNobody knows.") == []
        assert words("\n\n".join([INTRO, "Why?", *["It rained."] * 8, "Why not?", ENDS])) == []
        assert words("\n\n".join([INTRO, "Police: the road is shut.", ENDS])) == []
