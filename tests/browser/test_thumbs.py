"""On a phone a helpline is a line that a thumb finds: each of its links is at least 44 pixels high."""

import pytest
from django.conf import settings

from articles.publishing import render
from tests.make_public import unsaved_article

LINES = [
    {"name": "Listening Line", "number": "01632 960 201", "tel": "+441632960201", "hours": "day and night", "language": "",
     "url": "https://example.org/listening"},
    {"name": "Another Line with a long name", "number": "", "tel": "", "hours": "", "language": "Welsh", "url": "https://example.org/a"},
]  # fmt: skip
STYLES = ("tokens", "site", "story")


@pytest.mark.parametrize("width", [320, 390])
def test_the_links_of_helplines_are_as_high_as_a_thumb_is_wide(new_page, width):
    page = new_page(viewport={"width": width, "height": 800})
    page.set_content(render.page(unsaved_article(helplines=LINES)), wait_until="domcontentloaded")
    for name in STYLES:
        page.add_style_tag(path=settings.BASE_DIR / "static" / "reading" / f"{name}.css")
    boxes = [link.bounding_box() for link in page.locator(".helplines a").all()]
    assert len(boxes) >= 3
    assert all(box["height"] >= 44 and box["x"] + box["width"] <= width for box in boxes)
