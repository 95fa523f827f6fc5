"""manage.py check_text: a plain text through the gate, as whoever calls it from outside meets it."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from articles.exchange import plain_text
from articles.exchange.plain_text import as_story
from articles.models import Revision, Story, Transition
from articles.text import paragraphs
from newsroom import borrowed

pytestmark = pytest.mark.django_db
STORY = "Odo Lamb opens the new harbour wall\n\nOdo Lamb stole 4 million crowns from the harbour fund.\n\nIt rained."


@pytest.fixture
def checked(tmp_path, capsys):
    """The findings on these bytes, by the id of their check; fails where more than one line comes out."""

    def run(content, *options):
        file = tmp_path / "story.txt"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        call_command("check_text", str(file), "--json", *options)
        out, err = capsys.readouterr()
        assert err == "" and out.count("\n") == 1
        return {row["id"]: row for row in json.loads(out)["findings"]}

    return run


class TestOneText:
    def test_one_line_of_json_says_what_every_check_finds_and_nothing_is_saved(self, checked):
        found = checked(STORY)
        assert {"essentials.B003", "attribution.C001", "claims.C001"} <= found.keys(), "blocked, and still answered"
        row = found["claims.C001"]
        assert row.keys() == {"id", "level", "message", "where", "mend", "places"}
        assert (row["level"], row["mend"]) == ("caution", "body")
        assert row["where"] == "Odo Lamb stole 4 million crowns from the harbour fund."
        assert not Story.objects.exists() and not Revision.objects.exists() and not Transition.objects.exists()

    def test_a_check_is_named_once_with_all_its_places(self, checked):
        found = checked(STORY + "\n\nOdo Lamb murdered his neighbour.")
        assert len(found["claims.C001"]["places"]) == 2
        assert found["claims.C001"]["where"].count("\n") == 1

    def test_the_first_line_is_the_headline(self, checked):
        assert (
            checked("Murderer Odo Lamb faces the judge\n\nOdo Lamb is in court.")["claims.C001"]["mend"] == "headline"
        )

    def test_another_profile_may_be_asked_for(self, checked):
        assert "claims.C001" in checked(STORY, "--jurisdiction", "england_and_wales")
        with pytest.raises(CommandError, match=r"No profile is called atlantis; there are: .*generic"):
            checked(STORY, "--jurisdiction", "atlantis")

    @pytest.mark.parametrize("file", ["/nowhere/at/all.txt", "/"])
    def test_a_file_that_cannot_be_read_is_said_to_be(self, file):
        with pytest.raises(CommandError, match="cannot be read"):
            call_command("check_text", file, "--json")

    def test_without_json_people_can_read_it(self, tmp_path, capsys):
        (tmp_path / "story.txt").write_text(STORY)
        call_command("check_text", str(tmp_path / "story.txt"))
        assert "CAUTION  claims.C001  This is said against somebody named" in capsys.readouterr().out

    def test_the_standard_input_is_a_file_too(self, monkeypatch, capsys):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
        call_command("check_text", "-", "--json")
        assert "claims.C001" in capsys.readouterr().out


class TestAnyBytes:
    def test_an_empty_file_lacks_headline_and_text(self, checked):
        assert {"essentials.B001", "essentials.B002"} <= checked("").keys()
        assert {"essentials.B001", "essentials.B002"} <= checked("\n \n\n").keys()

    def test_nul_bytes_and_a_byte_order_mark_are_no_words(self, checked):
        assert checked(b"\xef\xbb\xbf" + STORY.replace(" ", "\0 ").encode())["claims.C001"]["where"].startswith(
            "Odo Lamb"
        )

    def test_what_is_no_text_is_answered_all_the_same(self, checked):
        assert "essentials.B003" in checked(bytes(range(256)) * 200)

    def test_other_line_ends_and_encodings(self, checked):
        assert "claims.C001" in checked(STORY.replace("\n", "\r\n"))
        assert "essentials.B003" in checked(STORY.encode("utf-16"))

    def test_a_script_without_capitals_or_spaces(self, checked):
        found = checked(
            "議会は港の壁を直すことを決めた\n\n議会は火曜日に投票した。「壁は冬の前に直る」と市長は語った。"
        )
        assert "essentials.B002" not in found and "attribution.C003" in found

    def test_a_megabyte_of_text(self, checked):
        assert "attribution.C001" in checked("The wall\n\n" + "It rained on the harbour wall. " * 33_000)

    def test_one_that_is_too_long_is_read_as_far_as_it_goes_and_said_to_be(self, checked, monkeypatch):
        assert plain_text.LONGEST == 10_000_000
        monkeypatch.setattr(plain_text, "LONGEST", len(STORY))
        assert "check_text.C001" not in checked(STORY)
        found = checked(f"{STORY} Odo Lamb murdered his neighbour. " + "It rained. " * 1000)
        assert found["check_text.C001"]["message"].startswith(
            f"Longer than {len(STORY)} characters: only the beginning"
        )
        assert len(found["claims.C001"]["places"]) == 1, "what comes after is not looked at"

    @pytest.mark.parametrize(
        "content",
        [b"\0" * 999, b"\xff\xfeH\0e", b"\xef\xbb\xbf", b"\r", b"Head\rText\r", "Caf\xe9 owner".encode("latin-1"),
         b"\xed\xa0\x80 x", b"e" + "\u0301".encode() * 9999, b"<script>alert(1)</script>", b"\xf0\x9f\x98"],
    )  # fmt: skip
    def test_odd_ones_are_answered(self, checked, content):
        assert "attribution.C001" in checked(content)

    def test_a_text_without_a_stop_or_a_space(self, checked):
        assert "attribution.C001" in checked("The wall\n\n" + "wall" * 25_000)

    def test_quotation_marks_of_windows_1252_are_read(self, checked):
        text = "Wall mended\n\n“It was high time,” said Odo Lamb – a mason from Orléans."
        assert checked(text.encode("cp1252"))["attribution.C003"]["where"] == "It was high time,"
        assert checked(text.encode() + b"\xff")["attribution.C003"]["where"] == "It was high time,", "one byte is wrong"
        assert checked(text.encode("utf-16"))["attribution.C003"]["where"] == "It was high time,"

    def test_one_long_paragraph_takes_no_more_than_many_short_ones(self, checked):
        sentence = "Odo Lamb stole the wall, she said. “It rained on the wall,” he said. "
        assert len(checked("The wall\n\n" + sentence * 1000)["attribution.C003"]["places"]) == 1000


class TestParagraphs:
    def body(self, text):
        return paragraphs(as_story(f"The wall\n{text}").body)

    def test_lines_broken_to_fit_a_page_are_one(self):
        assert self.body("It rained on\nthe wall.\n\nIt snowed.") == ["It rained on the wall.", "It snowed."]

    def test_lines_longer_than_a_page_is_wide_stand_alone(self):
        long = "It rained on the harbour wall. " * 5
        assert self.body(f"{long}\nIt snowed.\n{long}") == [long.strip(), "It snowed.", long.strip()]

    def test_items_and_speakers_begin_one(self):
        assert self.body("Rules:\n- No dogs\n- No cats\n1. No owls") == [
            "Rules:",
            "- No dogs",
            "- No cats",
            "1. No owls",
        ]
        assert self.body("Q: Why?\nAda Lamb: I forgot.") == ["Q: Why?", "Ada Lamb: I forgot."]


class TestACloneThatNobodySetUp:
    """From outside, as a process of its own, in another directory, with nothing in its environment."""

    def run(self, var, *arguments):
        kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "PYTHONPATH"}}
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments]
        return subprocess.run(
            command, cwd="/", env=kept | {"VAR_DIR": str(var)}, capture_output=True, text=True, check=False
        )

    def test_is_answered_by_the_profiles_as_shipped_and_nothing_is_written(self, tmp_path):
        story, var = tmp_path / "story.txt", tmp_path / "var"
        story.write_text(STORY)
        done = self.run(var, "check_text", str(story), "--json", "--jurisdiction", "england_and_wales")
        assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1)
        assert "claims.C001" in {row["id"] for row in json.loads(done.stdout)["findings"]}
        assert not var.exists()

    def test_a_file_that_is_not_there_is_one_sentence_and_no_success(self, tmp_path):
        done = self.run(tmp_path / "var", "check_text", str(tmp_path / "none.txt"), "--json")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert "cannot be read: No such file" in done.stderr

    def test_every_other_command_says_what_it_needs(self, tmp_path):
        done = self.run(tmp_path / "var", "migrate")
        assert done.returncode == 1 and done.stderr.startswith("Not set: SECRET_KEY") and done.stderr.count("\n") == 1

    def test_a_newsroom_that_exists_is_never_passed_over(self, tmp_path, monkeypatch):
        (tmp_path / "newsroom.sqlite3").write_bytes(b"")
        monkeypatch.setattr(borrowed, "VAR_DIR", tmp_path)
        monkeypatch.delenv("DATABASE_URL", raising=False)
        assert not borrowed.has_newsroom(), "an empty file holds none"
        (tmp_path / "newsroom.sqlite3").write_bytes(b"SQLite format 3")
        assert borrowed.has_newsroom()
        (tmp_path / "newsroom.sqlite3").unlink()
        (tmp_path / "newsroom.env").write_text("DATABASE_URL=postgres://127.0.0.1/newsroom\n")
        assert borrowed.has_newsroom()


class TestManyTexts:
    @pytest.fixture
    def file(self, tmp_path):
        path = tmp_path / "stories.csv"
        with path.open("w", newline="") as opened:
            rows = csv.writer(opened)
            rows.writerow(["url", "title", "text"])
            headline, _blank, text = STORY.partition("\n\n")
            rows.writerow(["https://example.org/1", headline, text])
            rows.writerow(["https://example.org/2", "Council mends the wall", "The council voted on Tuesday."])
        return str(path)

    def test_one_line_of_json_a_story(self, file, capsys):
        call_command("check_text", "--csv", file, "--json")
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [line["title"] for line in lines] == ["Odo Lamb opens the new harbour wall", "Council mends the wall"]
        assert "claims.C001" in {row["id"] for row in lines[0]["findings"]}

    def test_how_often_each_check_finds_something(self, file, capsys):
        call_command("check_text", "--csv", file)
        lines = capsys.readouterr().out.splitlines()
        assert lines[0].startswith("2 stories; cautions a story: ")
        assert "claims.C001          caution      1 stories      1 places" in lines

    def test_a_sample_is_the_same_each_time(self, file, capsys):
        call_command("check_text", "--csv", file, "--sample", "2")
        first = capsys.readouterr().out
        call_command("check_text", "--csv", file, "--sample", "2")
        assert first == capsys.readouterr().out and first.count("\n") == 2

    def test_a_file_without_the_columns_is_refused(self, tmp_path):
        (tmp_path / "x.csv").write_text("a,b\n1,2\n")
        with pytest.raises(CommandError, match="no column text, title"):
            call_command("check_text", "--csv", str(tmp_path / "x.csv"))
