"""Two texts side by side: what a comparison marked, taken apart so that the template escapes every word itself."""

import re
from html import unescape

from django import template

register = template.Library()
_MARKED = re.compile(r"(<(?:ins|del)>.*?</(?:ins|del)>)", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@register.filter
def pieces(shown):
    """[(mark, words)] of one side of a row of `articles.text.Diff`; mark is ins, del or nothing."""
    parts = (part for part in _MARKED.split(shown or "") if part)
    return [(part[1:4] if _MARKED.match(part) else "", unescape(_TAG.sub("", part))) for part in parts]
