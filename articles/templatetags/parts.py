"""Parts of a page that are made once and remembered by all they show: teasers, the navigation, the foot.

A part is a template that sees nothing but what its kind names here, and a key holds every one of these names: a
template that needs more misses it at once, on the first look at the page, instead of showing somebody else's. An
article is named by its number and its stamp, which every writing of its row renews (models/public.py), and by its
section's name.
"""

from django import template
from django.template.loader import get_template
from django.utils import timezone, translation
from django.utils.safestring import mark_safe

from articles.text.remembering import FOR_EVER, Memory, noting_ends

register = template.Library()
memory = Memory(6000)
EVERYWHERE = ("newsroom", "media")
NAMES = {
    "reading/_nav.html": ("sections", "current"),
    "reading/_footer.html": ("sections", "feeds"),
    "reading/_related.html": ("related",),
    "reading/_front.html": ("lead", "seconds", "thirds", "latest", "opinions", "strips", "corrections"),
    "reading/_strip.html": ("section", "articles", "pictured", "lines"),
    "reading/_ticker.html": ("latest",),
    "reading/_opinions.html": ("opinions",),
    "reading/_notice.html": ("notice", "level"),
}
TEASER = ("article", "size", "level", "in_section", "is_first", "no_picture", "no_date", "by_one")
LEFT = "<!--part {} {}-->"  # with a number that no text can know


@register.simple_tag(takes_context=True)
def part(context, name, **given):
    """The part of that name; or, in a page that is kept for later, the place that it will be put in."""
    if context.get("leaves_parts"):
        return mark_safe(LEFT.format(context["leaves_parts"], name))  # noqa: S308
    return _made(name, NAMES[name], context, given)


@register.simple_tag(takes_context=True)
def teaser(context, name, **given):
    """A card or row of one article."""
    return _made(name, TEASER, context, given)


def _made(name, names, context, given):
    shown = {key: given.get(key, context.get(key)) for key in (*names, *EVERYWHERE)}
    key = (name, translation.get_language(), *(_face(value) for value in shown.values()))
    if None in key:  # something that cannot be named: an unsaved article of a preview
        return _rendered(name, shown)
    now = timezone.now()
    found = memory.get(key, now)
    if found is None:
        with noting_ends() as ends:
            found = _rendered(name, shown)
        memory.keep(key, found, min(ends, default=FOR_EVER))
    return found


def _rendered(name, shown):
    return mark_safe(get_template(name).render(shown))  # noqa: S308  (a template's own output)


def _face(value):
    """What stands in a key for a value; None where nothing can."""
    if isinstance(value, list | tuple):
        return tuple(map(_face, value))
    if isinstance(value, dict):
        return tuple(map(_face, value.values()))
    if hasattr(value, "stamp"):
        return _of_article(value)
    if hasattr(value, "note"):
        return value.pk, value.kind, value.note, value.published_at, _face(value.article)
    if hasattr(value, "slug"):
        return value.pk, value.name, value.slug
    return value if value is not None else ""


def _of_article(article):
    """With what a list says of it beside its own words: a person's part in it. What a search found stands only once."""
    if not article.pk or getattr(article, "snippet", ""):
        return None
    state = getattr(article, "state", None)  # of those that are read once (reading/cards.py)
    state = state or (article.pk, article.stamp, article.section.name, article.section.slug)
    return state, getattr(article, "part", "")
