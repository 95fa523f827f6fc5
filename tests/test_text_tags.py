"""What one types for tags."""

from types import SimpleNamespace

import pytest

from articles.text.tags import line_of, tags_in


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("", []),
        (" , ,", []),
        ("Tanner Street", ["Tanner Street"]),
        ("roads,  Tanner   Street , roads", ["Tanner Street", "roads"]),
        ('"Smith, Jones and Co", roads', ["Smith, Jones and Co", "roads"]),
        ('12" records, vinyl', ['12" records', "vinyl"]),
        ('"never closed, roads', ['"never closed', "roads"]),
    ],
)
def test_a_comma_stands_between_two_tags_and_a_space_does_not(line, tags):
    assert tags_in(line) == tags


def test_what_the_form_shows_is_read_back_as_the_same_tags():
    tags = ["Smith, Jones and Co", "Tanner Street", "roads"]
    assert tags_in(line_of(SimpleNamespace(name=name) for name in tags)) == tags
