"""Words with their claims block by block, and quotations beside what was said."""

import pytest

from articles.text import is_altered, marked_blocks, quoted_words


class TestBlocks:
    def test_a_text_is_words_with_the_claims_in_which_they_stand(self):
        first, second = marked_blocks(
            '<p>A <span data-claim="1"><em>b</em> &amp; <span data-claim="2">c</span></span></p>'
            '<blockquote><p><span data-claim="1">d</span></p></blockquote>'
        )
        assert (first.kind, second.kind) == ("p", "blockquote")
        assert [tuple(run) for run in first.runs] == [
            ("A ", (), ()), ("b", ("1",), ("1",)), (" & ", ("1",), ()), ("c", ("1", "2"), ("2",)),
        ]  # fmt: skip
        assert [tuple(run) for run in second.runs] == [("d", ("1",), ())]

    def test_items_stand_alone_and_what_has_no_words_is_left_out(self):
        blocks = marked_blocks(
            '<p>A<br>b</p><hr><figure data-picture="1"></figure><ul><li>C<ul><li>d</li></ul></li></ul>'
        )
        assert [(block.kind, "".join(run.text for run in block.runs)) for block in blocks] == [
            ("p", "A b"), ("li", "C"), ("li", "d"),
        ]  # fmt: skip


class TestQuotations:
    def test_only_what_stands_between_the_marks_was_said(self):
        assert quoted_words("“We never meant to stay,” she said. “We had to go.”") == (
            "We never meant to stay, … We had to go."
        )
        assert quoted_words("He called it “a disgrace”.") == "a disgrace"
        assert quoted_words("Without any marks") == "Without any marks"

    @pytest.mark.parametrize(
        "quoted",
        [
            "We never meant to stay",
            '"We never   meant to stay,"',
            "[W]e never meant to stay … until May",
            "We never meant to stay [in the house] until May",
            "never meant",
            "We … had to go",
        ],
    )
    def test_a_quotation_may_leave_out_insert_and_end_early(self, quoted):
        assert not is_altered(quoted, "We never meant to stay – until May. We had to go.")

    @pytest.mark.parametrize(
        "quoted",
        ["We meant to stay", "We never meant to go", "until May … We never meant", "he never meant", "ever meant"],
    )
    def test_other_words_another_order_and_parts_of_words_are_alterations(self, quoted):
        assert is_altered(quoted, "We never meant to stay – until May. We had to go.")
