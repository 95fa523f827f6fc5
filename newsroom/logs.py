"""How a line of the log looks: one JSON object (LOG_FORMAT=json) or one line of text, without personal data in either.

Nobody of ours logs a name or a text on purpose. Others' messages may hold one: a database error quotes the row, an
address carries a search. So every line, tracebacks too, goes through `without_people`.
"""

import logging
import re
import time
from contextlib import suppress
from ipaddress import ip_address

from pythonjsonlogger.json import JsonFormatter

_QUOTED_ROWS = re.compile(r"^(DETAIL|CONTEXT|LINE \d+|HINT):.*\n?(\s*\^\s*\n?)?", re.MULTILINE)
_SEARCH = re.compile(r"(?<=\?)[^\s\"'<>]+")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_PERHAPS_ADDRESS = re.compile(r"(?<![\w.:])[0-9a-fA-F.:]{3,}(?<![.])(?!\w)")


def without_people(text):
    """The text without e-mail and network addresses, query strings, and the rows that PostgreSQL's errors quote."""
    text = _SEARCH.sub("…", _QUOTED_ROWS.sub("", text))
    return _PERHAPS_ADDRESS.sub(_without_address, _MAIL.sub("<mail>", text))


def _without_address(found):
    """A machine's address (IPv4, IPv6) is hidden; a time or a version only looks like one."""
    word = found[0]
    for colon in ("", ":"):  # “from 192.0.2.17: refused”
        with suppress(ValueError):
            ip_address(word.removesuffix(colon))
            return f"<address>{colon}"
    return word


class Line(logging.Formatter):
    """`2026-11-23 14:05:01,123 WARNING newsroom.cache Redis does not answer`."""

    def __init__(self):
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def format(self, record):
        return without_people(super().format(record))


class Json(JsonFormatter):
    """`{"time": "2026-11-23T14:05:01.123+00:00", "level": "WARNING", "logger": "newsroom.cache", "message": "…"}`."""

    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"
    converter = time.gmtime

    def __init__(self):
        names = {"asctime": "time", "levelname": "level", "name": "logger", "exc_info": "traceback"}
        super().__init__("{asctime}{levelname}{name}{message}", style="{", rename_fields=names, json_ensure_ascii=False)

    def add_fields(self, log_data, record, message_dict):
        """The four and the traceback: what a library attaches to its records (a request, say) stays out."""
        super().add_fields(log_data, record, message_dict)
        for name in set(log_data) - {"time", "level", "logger", "message", "traceback"}:
            del log_data[name]
        for name in {"message", "traceback"} & set(log_data):
            log_data[name] = without_people(log_data[name])
