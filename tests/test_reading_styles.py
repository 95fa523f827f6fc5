"""The readers' style sheets: either direction of writing, every preference of a reader, and no colour outside the tokens."""

import re

import pytest
from django.conf import settings

SHEETS = {path.name: path.read_text() for path in sorted((settings.BASE_DIR / "static/reading").glob("*.css"))}
PHYSICAL = re.compile(
    r"(?<![\w-])((?:margin|padding|border)-(?:left|right)(?:-\w+)?|left|right|text-align:\s*(?:left|right))\s*:",
    re.IGNORECASE,
)
FOR_EITHER = re.compile(r"float: (?:left|right);")


@pytest.mark.parametrize("name", SHEETS)
def test_no_rule_knows_left_from_right(name):
    assert PHYSICAL.findall(SHEETS[name]) == []


def test_what_floats_does_so_in_either_direction():
    assert sorted(FOR_EITHER.findall("".join(SHEETS.values()))) == ["float: left;", "float: right;"]


@pytest.mark.parametrize(
    "preference", ["prefers-color-scheme: dark", "prefers-contrast: more", "prefers-reduced-motion", "forced-colors: active"]
)  # fmt: skip
def test_what_readers_prefer_is_heeded(preference):
    assert f"({preference}" in "".join(SHEETS.values())


@pytest.mark.parametrize("name", SHEETS)
def test_nothing_is_fetched_from_elsewhere(name):
    assert not re.search(r"@import|url\(", SHEETS[name])


def test_dark_paper_has_a_colour_for_every_colour_of_light_paper():
    light, dark = re.findall(r":root \{(.*?)\n *\}", SHEETS["tokens.css"], re.DOTALL)[:2]
    names = [set(re.findall(r"--([a-z0-9-]+): #", rules)) for rules in (light, dark)]
    assert names[0] == names[1]


@pytest.mark.parametrize("scheme", [0, 1])
def test_text_has_a_contrast_of_seven_to_one_on_its_paper(scheme):
    rules = re.findall(r":root \{(.*?)\n *\}", SHEETS["tokens.css"], re.DOTALL)[scheme]
    colours = dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", rules))
    for name in ("ink", "ink-soft", "accent", *(f"tone-{number}" for number in range(7))):
        assert _contrast(colours[name], colours["paper"]) >= 7, name


def _contrast(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
