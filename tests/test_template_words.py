"""The words of the readers' templates: pictures, times, languages, tables."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.safestring import mark_safe

from articles.models.public import Section
from articles.templatetags import parts, reading


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en-gb"), timezone.override("Europe/London"):
        yield


def rendition(name, width):
    return {"name": name, "width": width, "height": width * 2 // 3, "format": name.rpartition(".")[2]}


def a_picture(**given):
    names = [("abc-640.webp", 640), ("abc-1280.webp", 1280), ("abc-640.jpg", 640), ("abc-1280.jpg", 1280)]
    renditions = [rendition(*name) for name in [*names, ("abc-16x9.jpg", 1200)]]
    return {"alt": "A quay at dusk", "width": 1800, "height": 1200, "renditions": renditions} | given


class TestPictures:
    def test_every_width_is_offered_and_crops_are_not(self):
        html = reading.picture(a_picture(), "/media/", sizes="50vw")
        assert 'srcset="/media/abc-640.webp 640w, /media/abc-1280.webp 1280w"' in html
        assert 'src="/media/abc-1280.jpg"' in html
        assert 'sizes="50vw" width="1800" height="1200" alt="A quay at dusk"' in html
        assert "16x9" not in html

    def test_newer_browsers_are_offered_the_smaller_files(self):
        renditions = [*a_picture()["renditions"], rendition("abc-768.avif", 768), rendition("abc-320.avif", 320)]
        html = reading.picture(a_picture(renditions=renditions), "/media/", sizes="50vw")
        widths = "/media/abc-320.avif 320w, /media/abc-768.avif 768w"
        assert html.startswith(f'<picture><source type="image/avif" srcset="{widths}" sizes="50vw"><img ')
        assert 'srcset="/media/abc-640.webp 640w' in html

    def test_only_what_is_not_first_in_sight_waits_to_be_loaded(self):
        assert 'loading="lazy"' in reading.picture(a_picture(), "/media/")
        assert "lazy" not in reading.picture(a_picture(), "/media/", lazy=False)

    def test_a_teaser_may_leave_the_alt_text_to_its_link(self):
        assert 'alt=""' in reading.picture(a_picture(), "/media/", alt="")

    def test_alt_text_is_escaped(self):
        assert 'alt="&quot;&gt;&lt;script&gt;"' in reading.picture(a_picture(alt='"><script>'), "/media/")

    @pytest.mark.parametrize("nothing", [None, {}, {"renditions": []}, {"renditions": None}])
    def test_a_picture_without_files_is_nothing(self, nothing):
        assert reading.picture(nothing, "/media/") == ""

    def test_a_figure_shows_caption_and_credit(self):
        picture = a_picture(caption="The quay.", credit="Photo: A. Nobody")
        html = render_to_string("reading/_figure.html", {"picture": picture, "media": "/media/"})
        assert '<span class="caption">The quay.</span> <span class="credit">Photo: A. Nobody</span>' in html


class TestTimes:
    MOMENT = datetime(2023, 9, 9, 13, 5, tzinfo=UTC)

    def test_they_are_told_in_the_newsrooms_zone(self):
        assert reading.when(self.MOMENT) == "9 September 2023, 14:05"
        assert reading.exact(self.MOMENT) == "Saturday 9 September 2023, 14:05 BST"
        assert reading.iso(self.MOMENT) == "2023-09-09T14:05:00+01:00"

    def test_text_from_json_columns_reads_like_a_moment(self):
        assert reading.when(self.MOMENT.isoformat()) == "9 September 2023, 14:05"
        assert reading.when("2023-09-09") == reading.day("2023-09-09") == "9 September 2023"
        assert reading.iso("2023-09-09") == "2023-09-09"

    @pytest.mark.parametrize("word", ["when", "exact", "day", "short_day", "clock", "iso", "weekday", "month"])
    @pytest.mark.parametrize("nonsense", [None, "", "yesterday", "2023-02-31", "2023-02-31T00:00:00", 7])
    def test_nonsense_is_silence(self, word, nonsense):
        assert getattr(reading, word)(nonsense) == ""

    def test_the_year_is_told_only_where_it_is_not_this_one(self):
        today = timezone.localdate()
        assert reading.short_day(date(today.year, 3, 1)) == "1 Mar"
        assert reading.short_day(date(2001, 3, 1)) == "1 Mar 2001"

    def test_the_last_day_has_hours_and_older_days_have_dates(self):
        now = timezone.now()
        assert ":" in reading.clock(now - timedelta(hours=23))
        assert ":" not in reading.clock(now - timedelta(hours=25))
        assert not reading.is_recent(now - timedelta(hours=25))


class TestLanguages:
    @pytest.mark.parametrize(
        ("language", "attributes"),
        [("en-gb", ""), ("de", ' lang="de"'), ("ar", ' lang="ar" dir="rtl"'), ("", "")],
    )
    def test_a_text_says_its_language_where_it_is_not_the_pages(self, language, attributes):
        assert reading.spoken(language, "en-GB") == attributes

    def test_a_text_from_left_to_right_says_so_on_a_page_from_right_to_left(self):
        assert reading.spoken("en", "ar") == ' lang="en" dir="ltr"'


class TestTables:
    def test_a_wide_table_scrolls_by_itself_and_by_keyboard(self):
        html = reading.with_scrolling_tables(mark_safe("<p>a</p><table><tbody></tbody></table>"))
        assert html.startswith('<p>a</p><div class="table" role="region" tabindex="0" aria-label="Table"><table>')
        assert html.endswith("</table></div>")

    def test_what_was_not_sanitised_stays_escaped(self):
        html = Template("{% load reading %}{{ text|with_scrolling_tables }}").render(Context({"text": "<script>"}))
        assert html == "&lt;script&gt;"


def test_every_section_has_one_of_the_tones():
    assert {reading.tone(Section(pk=number)) for number in range(14)} == {f"tone-{number}" for number in range(7)}
    assert reading.tone(None) == reading.tone(Section()) == "tone-0"


def test_the_page_for_a_broken_site_needs_nothing():
    assert "Something broke on our side" in render_to_string("errors/500.html")


def test_the_page_for_a_broken_site_names_the_paper_without_asking_the_database():
    assert '<p class="nameplate"><a href="/">The Lantern</a></p>' in render_to_string(
        "errors/500.html", {"newsroom": {"name": "The Lantern"}}
    )


class TestParts:
    """Parts that are remembered see only the names that they are remembered by."""

    @pytest.mark.parametrize(("name", "names"), parts.NAMES.items())
    def test_each_is_given_everything_that_it_says_it_needs(self, name, names):
        first = (settings.BASE_DIR / "templates" / name).read_text().partition("#}")[0]
        said = re.sub(r"\([^)]*\)|\{#|needs:", "", first)
        needed = {word.strip() for word in re.split("[;:]", said)[0].split(",")}
        assert needed == {*names, *parts.EVERYWHERE} & needed
