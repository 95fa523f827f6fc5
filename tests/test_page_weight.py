"""What a page weighs on its way to a reader, without its pictures: HTML and every style sheet that it names, packed."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders

from tests.make_public import (
    correction,
    make_article,
    make_author,
    make_profile,
    make_section,
    make_tag,
    picture,
    source,
)

pytestmark = pytest.mark.django_db
STORY, FRONT = 60_000, 100_000  # bytes

SENTENCE = "The harbour board met on {} and put off what the ferrymen of quay {} had asked of it in writing. "


def weight(client, path):
    page = client.get(path).content
    sheets = re.findall(r'<link rel="stylesheet" href="/static/([^"]+)"', page.decode())
    assert sheets
    return sum(len(gzip.compress(one)) for one in (page, *(open(finders.find(name), "rb").read() for name in sheets)))


def words(number, count):
    """Text that packs no better than prose does: no sentence stands twice."""
    return "".join(SENTENCE.format(f"{number}.{place}", number * 7919 + place * 104729) for place in range(count))


def rich(number, **given):
    people = [make_profile(f"person-{number}-{one}") for one in range(6)]
    paragraphs = "".join(f"<p>{words(number * 100 + one, 4)}</p>" for one in range(30))
    facts = {
        "standfirst": words(number, 2),
        "body": paragraphs,
        "lead_picture": picture(),
        "sources": [source(words(number + one, 1)) for one in range(12)],
        "corrections": [correction(words(number, 2))],
    }
    return make_article(f"Story {number} of the harbour board and its ferrymen", profiles=people, **(facts | given))


def test_a_long_story_with_all_that_belongs_to_it(client):
    tags = [make_tag(f"tag-{number}") for number in range(6)]
    for number in range(4):
        make_article(f"Related {number}", tags=tags, lead_picture=picture(), standfirst=words(number, 2))
    story = rich(9, tags=tags, authors=[make_author()])
    assert weight(client, story.path) <= STORY


def test_a_full_front_page(client):
    for number in range(72):
        section = make_section(f"section-{number % 8}")
        make_article(
            f"Story {number} of the harbour board and its ferrymen",
            section=section, lead_picture=picture(stem=f"{number:032x}"), standfirst=words(number, 2),
        )  # fmt: skip
    assert weight(client, "/") <= FRONT
