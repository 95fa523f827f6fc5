"""Drafts from a CSV file: once each, and never published."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.exchange.csv_import import Unreadable, body_of, import_csv
from articles.models import Article, Story
from tests.make import make_writer

pytestmark = pytest.mark.django_db
REAL = Path(__file__).resolve().parents[2] / "shared" / "input" / "wikinews_2019.csv"
FILE = 'url,date,title,text\nhttps://a.example.org/1,2019-01-04,Wall holds,"Friday, January 4, 2019\n\nThe wall <held>.\n\nIt rained."\n'


@pytest.fixture
def writer(db):
    return make_writer()


def test_a_row_becomes_a_draft_with_its_source(writer):
    assert import_csv(io.StringIO(FILE), by=writer)["created"] == 1
    story = Story.objects.get()
    assert (story.status, story.headline) == ("draft", "Wall holds")
    assert story.body == "<p>The wall &lt;held&gt;.</p><p>It rained.</p>"
    use = story.story_sources.get()
    assert (use.source.url, str(use.source.published_on)) == ("https://a.example.org/1", "2019-01-04")
    assert not Article.objects.exists()


def test_the_second_run_changes_nothing(writer):
    import_csv(io.StringIO(FILE), by=writer)
    before = Story.objects.values().get()
    assert import_csv(io.StringIO(FILE), by=writer) == {"created": 0, "skipped": 1, "refused": []}
    assert Story.objects.values().get() == before


def test_a_file_without_the_columns_is_refused_with_their_names(writer):
    with pytest.raises(Unreadable, match="text, title"):
        import_csv(io.StringIO("url,date\nx,y\n"), by=writer)


@pytest.mark.parametrize("row", [",2019-01-04,T,x", "https://a.example.org/2,,,x"])
def test_a_row_that_cannot_be_a_story_is_named_and_the_others_go_on(writer, row):
    counts = import_csv(io.StringIO(FILE + row + "\n"), by=writer)
    assert counts["created"] == 1
    assert counts["refused"][0].startswith("6:") or len(counts["refused"]) == 1


def test_nul_bytes_and_nonsense_dates_do_no_harm(writer):
    text = "url,date,title,text\nhttps://a.example.org/3,never,Ti\x00tle,te\x00xt\n"
    assert import_csv(io.StringIO(text), by=writer)["created"] == 1


def test_the_command_says_what_it_did(writer, tmp_path, capsys):
    file = tmp_path / "stories.csv"
    file.write_text(FILE)
    call_command("import_csv", str(file))
    assert capsys.readouterr().out.strip() == "1 created, 0 skipped, 0 refused"
    with pytest.raises(CommandError):
        call_command("import_csv", str(tmp_path / "missing.csv"))
    with pytest.raises(CommandError):
        call_command("import_csv", str(file), by="nobody")


def test_the_day_at_the_top_is_no_paragraph():
    assert body_of("Friday, January 4, 2019 \n\n\nText.") == "<p>Text.</p>"


@pytest.mark.skipif(not REAL.exists(), reason="the real input is not at hand")
def test_the_real_file_comes_in_whole_and_once(writer):
    for expected in ({"created": 171, "skipped": 0}, {"created": 0, "skipped": 171}):
        with REAL.open(newline="") as file:
            counts = import_csv(file, by=writer)
        assert {key: counts[key] for key in expected} == expected
    assert Story.objects.filter(status="draft").count() == 171
