"""What the readers' templates say beyond Django's own words: pictures, times, addresses. No queries."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.text.remembering import holds_until

register = template.Library()

CROPS = ("-16x9", "-4x3", "-1x1")
FALLBACK_WIDTH = 1280  # what a browser gets that does not know srcset
TONES = 7


@register.simple_tag
def address(name, *args):
    """The reader's address of that name, by the readers' own urlconf: the desk's preview has another one."""
    return _address(name, *args)


@lru_cache(maxsize=20_000)
def _address(name, *args):
    return reverse(f"reading:{name}", urlconf=settings.PUBLIC_URLCONF, args=args)


@register.simple_tag
def picture(pic, media, sizes="100vw", lazy=True, alt=None):
    """An <img> with every width there is, in a <picture> where newer browsers have smaller files.

    `alt=""` where the picture only repeats the link beside it.
    """
    whole = [one for one in (pic or {}).get("renditions") or [] if not _stem(one).endswith(CROPS)]
    if not whole:
        return ""
    plain = [one for one in whole if not one["name"].endswith((".webp", ".avif"))] or whole
    fallback = min(plain, key=lambda one: abs(one["width"] - FALLBACK_WIDTH))
    image = format_html(
        '<img src="{}{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" {}>',
        media,
        fallback["name"],
        _widths(whole, ".webp", media) or _widths(plain, "", media),
        sizes,
        pic.get("width") or fallback["width"],
        pic.get("height") or fallback["height"],
        pic.get("alt", "") if alt is None else alt,
        mark_safe('loading="lazy" decoding="async"') if lazy else mark_safe('fetchpriority="high"'),
    )
    smaller = _widths(whole, ".avif", media)
    source = '<picture><source type="image/avif" srcset="{}" sizes="{}">{}</picture>'
    return format_html(source, smaller, sizes, image) if smaller else image


def _widths(renditions, ending, media):
    """The srcset of those files that end so."""
    those = sorted((one for one in renditions if one["name"].endswith(ending)), key=lambda one: one["width"])
    return ", ".join(f"{media}{one['name']} {one['width']}w" for one in those)


def _stem(rendition):
    return rendition["name"].rpartition(".")[0]


@register.simple_tag
def spoken(language, of_page=""):
    """The lang and dir attributes of a text, where its language is not the page's."""
    if not language or language.lower() == of_page.lower():
        return ""
    attributes = [("lang", language)]
    if _is_rtl(language) != _is_rtl(of_page):
        attributes.append(("dir", "rtl" if _is_rtl(language) else "ltr"))
    return format_html_join("", ' {}="{}"', attributes)


def _is_rtl(language):
    return language.split("-")[0] in settings.LANGUAGES_BIDI


@register.filter
def sources_of(article, claim):
    """The sources that a claim rests on, of those that the article lists."""
    return [article.sources[place] for place in claim["sources"] if place < len(article.sources)]


@register.simple_tag
def today():
    found = timezone.localdate()
    holds_until(_start_of(found + timedelta(days=1)))
    return found


@register.simple_tag
def this_year():
    found = timezone.localdate().year
    holds_until(_start_of(date(found + 1, 1, 1)))
    return found


@register.filter
def tone(section):
    """The class that gives a section its one muted colour."""
    return f"tone-{(getattr(section, 'pk', 0) or 0) % TONES}"


@register.filter
def when(moment):
    """Day and time in words, in the newsroom's zone; a date alone stays a date."""
    moment = _moment(moment)
    if not isinstance(moment, datetime):
        return day(moment)
    # Translators: a date format with the time, for example 9 September 2023, 14:05
    return date_format(moment, _("j F Y, H:i"))


@register.filter
def day(moment):
    """The day in words."""
    # Translators: a date format, for example 9 September 2023
    return _told(moment, _("j F Y"))


@register.filter
def weekday(moment):
    """The day as a front page is dated."""
    # Translators: a date format with the weekday, for example Saturday 9 September 2023
    return _told(moment, _("l j F Y"))


@register.filter
def exact(moment):
    """Weekday, day, time and zone: what a time says when asked."""
    moment = _moment(moment)
    # Translators: a date format with weekday, time and zone, for example Saturday 9 September 2023, 14:05 BST
    return date_format(moment, _("l j F Y, H:i T")) if isinstance(moment, datetime) else day(moment)


@register.filter
def short_day(moment):
    """The day in few letters; the year only where it is not this one."""
    moment = _moment(moment)
    if not moment:
        return ""
    # Translators: a short date format of this year, for example 9 Sep
    this_year, today = _("j M"), timezone.localdate()
    if moment.year == today.year:
        holds_until(_start_of(date(today.year + 1, 1, 1)))
        return date_format(moment, this_year)
    # Translators: a short date format, for example 9 Sep 2023
    return date_format(moment, _("j M Y"))


def _start_of(day):
    return timezone.make_aware(datetime.combine(day, time.min))


@register.filter
def clock(moment):
    """The time of a moment of today, with the day if it was yesterday, else the day alone: for lists of what is new."""
    moment = _moment(moment)
    if not is_recent(moment):
        return short_day(moment)
    time, today = date_format(moment, "H:i"), timezone.localdate()
    if moment.date() != today:
        return f"{short_day(moment)}, {time}"
    holds_until(_start_of(today + timedelta(days=1)))
    return time


@register.filter
def is_recent(moment):
    """Within the last day: old teasers need no time."""
    moment = _moment(moment)
    if not isinstance(moment, datetime) or timezone.now() - moment >= timedelta(days=1):
        return False
    holds_until(moment + timedelta(days=1))
    return True


@register.filter
def month(moment):
    # Translators: a date format of a month, for example September 2023
    return _told(moment, _("F Y"))


@register.filter
def iso(moment):
    """What <time datetime> wants."""
    moment = _moment(moment)
    return (
        moment.isoformat(timespec="seconds") if isinstance(moment, datetime) else moment.isoformat() if moment else ""
    )


def _told(value, format):
    moment = _moment(value)
    return date_format(moment, format) if moment else ""


def _moment(value):
    """A local datetime or a date, from one or from the ISO text that JSON columns hold; None from anything else."""
    if isinstance(value, str):
        value = _parsed(value)
    if isinstance(value, datetime):
        return timezone.localtime(value) if timezone.is_aware(value) else value
    return value if isinstance(value, date) else None


def _parsed(text):
    try:
        return parse_date(text) if len(text) <= len("2000-01-01") else parse_datetime(text)
    except ValueError:
        return None


@register.filter
def with_scrolling_tables(html):
    """Sanitised HTML whose wide tables scroll by themselves, by keyboard too, instead of the page."""
    label = format_html('<div class="table" role="region" tabindex="0" aria-label="{}"><table>', _("Table"))
    framed = str(html).replace("<table>", label).replace("</table>", "</table></div>")
    return mark_safe(framed) if isinstance(html, SafeString) else framed  # noqa: S308
