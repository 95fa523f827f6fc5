"""Films and charts of other houses: which addresses we know a player for, and where that player is."""

import re
from typing import NamedTuple


class Player(NamedTuple):
    """What is loaded when a reader asks for it, and from whom. `shape`: film or chart."""

    house: str
    src: str
    shape: str


_KNOWN = (
    (
        re.compile(r"https://(?:(?:www\.|m\.)?youtube\.com/(?:watch\?v=|shorts/|live/)|youtu\.be/)([\w-]{11})(?:[?&#].*)?"),
        "YouTube", "https://www.youtube-nocookie.com/embed/{}?autoplay=1", "film",
    ),
    (
        re.compile(r"https://(?:www\.)?vimeo\.com/([0-9]{5,12})(?:[?/#].*)?"),
        "Vimeo", "https://player.vimeo.com/video/{}?autoplay=1&dnt=1", "film",
    ),
    (
        re.compile(r"https://archive\.org/details/([\w.-]{3,100})(?:[?/#].*)?"),
        "Internet Archive", "https://archive.org/embed/{}", "film",
    ),
    (
        re.compile(r"https://(?:www\.datawrapper\.de/_|datawrapper\.dwcdn\.net)/([A-Za-z0-9]{5})(?:/[0-9]*/?)?"),
        "Datawrapper", "https://datawrapper.dwcdn.net/{}/", "chart",
    ),
)  # fmt: skip
HOSTS = tuple(f"https://{src.split('/')[2]}" for _, _, src, _ in _KNOWN)


def player(address: str) -> Player | None:
    """The player of a film or chart at this address; None for an address we know none for."""
    for pattern, house, src, shape in _KNOWN:
        if match := pattern.fullmatch(address):
            return Player(house, src.format(match[1]), shape)
    return None
