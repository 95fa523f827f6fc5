"""The log: one line each, as text or JSON, and nobody's name, address or search in it."""

import io
import json
import logging

import pytest

from newsroom.logs import Json, Line, without_people


@pytest.fixture
def written():
    """Logs through a formatter and returns what was written."""
    logger = logging.getLogger("tests.logs")
    logger.propagate = False

    def write(formatter, log):
        stream = io.StringIO()
        handler = logging.StreamHandler(stream)
        handler.setFormatter(formatter)
        logger.addHandler(handler)
        log(logger)
        logger.removeHandler(handler)
        return stream.getvalue()

    return write


def fail(logger):
    try:
        raise ValueError("duplicate key\nDETAIL:  Key (name)=(Jane Roe) exists.\n")
    except ValueError:
        logger.exception("not saved by %s", "jane@example.org")


class TestWhatIsMasked:
    @pytest.mark.parametrize(
        ("text", "masked"),
        [
            ("mail to jane.roe+desk@news.example.org refused", "mail to <mail> refused"),
            ("from 192.0.2.17: refused", "from <address>: refused"),
            ("from 2001:db8::8a2e:370:7334", "from <address>"),
            ("from ::1, 2001:db8:0:1:1:1:1:1", "from <address>, <address>"),
            ("Not Found: /search/?q=Jane+Roe&section=2", "Not Found: /search/?…"),
            ("took 12:30:05.123 on Django 5.2.19", "took 12:30:05.123 on Django 5.2.19"),
            ("story 12: section-3 tag-9", "story 12: section-3 tag-9"),
        ],
    )
    def test_it_is_people_and_nothing_else(self, text, masked):
        assert without_people(text) == masked


class TestALine:
    def test_as_json_is_one_object_with_its_traceback(self, written):
        text = written(Json(), fail)
        assert text.count("\n") == 1
        line = json.loads(text)
        assert set(line) == {"time", "level", "logger", "message", "traceback"}
        assert line["message"] == "not saved by <mail>"
        assert line["time"].endswith("Z")
        assert "ValueError: duplicate key" in line["traceback"]
        assert "(Jane Roe) exists.\n" not in line["traceback"]

    def test_as_json_leaves_out_what_libraries_attach(self, written):
        text = written(Json(), lambda logger: logger.warning("x", extra={"request": "CANARY", "status_code": 404}))
        assert "CANARY" not in text

    def test_as_text_holds_the_same(self, written):
        text = written(Line(), fail)
        assert "ERROR tests.logs not saved by <mail>" in text
        assert "DETAIL:  Key (name)=(Jane Roe) exists.\nTrace" not in text
        assert text.rstrip().endswith("ValueError: duplicate key")
