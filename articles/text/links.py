"""Addresses in links: which may be stored, and which look broken."""

import re
from html import unescape
from urllib.parse import urlsplit

from articles.text.characters import legible

LONGEST = 2000

_ALLOWED = re.compile(r"https?://[^/?#\s]|mailto:[^\s?]|tel:[+(\d]|/(?!/)|/\Z", re.IGNORECASE)
_ANCHOR = re.compile(r"<a\b([^>]*)>", re.IGNORECASE)
_HREF = re.compile(r"""(?<![\w-])href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))""", re.IGNORECASE)
_HREF_NAME = re.compile(r"(?<![\w-])href(?![\w-])", re.IGNORECASE)


def safe_href(value: str) -> str | None:
    """The address as it may be stored, or None: browsers read a backslash as a slash and skip tabs and line ends."""
    href = re.sub(r"[\t\n]", "", legible(value)).strip()
    if len(href) > LONGEST or "\\" in href or not _ALLOWED.match(href):
        return None
    scheme, colon, rest = href.partition(":")
    if colon and not href.startswith("/"):
        href = scheme.lower() + colon + rest
    return href.replace("<", "%3C").replace(">", "%3E").replace('"', "%22")


def is_external(href: str) -> bool:
    return href.startswith(("http://", "https://"))


def suspicious_links(html: str, own_hosts=()) -> list[str]:
    """Addresses that look like slips of the hand, each once, in order of appearance.

    Reads stored and unsanitised HTML alike. `own_hosts` need no dot and may be local (a development site).
    """
    html = legible(html)
    found = [_href_in(anchor[1]) for anchor in _ANCHOR.finditer(html[: html.rfind(">") + 1])]
    return list(dict.fromkeys(href for href in found if href is not None and _looks_broken(href, own_hosts)))


def _href_in(attributes: str) -> str | None:
    if match := _HREF.search(attributes):
        return unescape(next((value for value in match.groups() if value is not None), ""))
    return "" if _HREF_NAME.search(attributes) else None


def _looks_broken(href: str, own_hosts) -> bool:
    stripped = href.strip()
    if stripped in ("", "/#") or stripped.startswith("#") or re.search(r"\s|%20\Z", href):
        return True
    if re.search(r"[,;:!'’”\"\]>}]\Z|(?<!\.)\.\Z", stripped) or _ends_in_stray_bracket(stripped):
        return True
    scheme = stripped.partition(":")[0].lower()
    if scheme in ("http", "https"):
        return _has_odd_host(stripped, own_hosts)
    if scheme == "mailto":
        return not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", stripped[7:].partition("?")[0])
    return scheme != "tel" and not re.match(r"/(?![/\\])", stripped)


def _ends_in_stray_bracket(href: str) -> bool:
    return href.endswith(")") and href.count(")") > href.count("(")


def _has_odd_host(href: str, own_hosts) -> bool:
    try:
        parts = urlsplit(href)
        host, _ = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return True
    if host in own_hosts:
        return False
    if re.match(r"https?:/*https?(:|/|\Z)", href, re.IGNORECASE) or "@" in parts.netloc:
        return True
    local = host == "localhost" or host.endswith((".localhost", ".local", ".test", ".invalid", ".example"))
    placeholder = re.fullmatch(r"(.+\.)?example\.(com|net|org)", host)
    return local or bool(placeholder) or "." not in host or ".." in host or bool(re.match(r"(127|0)\.", host))
