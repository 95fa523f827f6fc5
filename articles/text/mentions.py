"""Mentions: where a sentence speaks of somebody, by name or by a word that stands for one."""

from typing import NamedTuple

from articles.text import english
from articles.text.names import Name
from articles.text.sentences import Sentence


class Mention(NamedTuple):
    """One or several named people where a sentence speaks of them, or a word that stands for them; `names` is empty
    where nobody can say for whom it stands."""

    names: tuple[Name, ...]
    start: int
    end: int
    possessive: bool
    is_pronoun: bool = False


def groups(text: str, own: list[Name]) -> list[Mention]:
    """Names with “and” between them are one mention, with those before them in the list."""
    groups: list[list[Name]] = []
    for name in reversed(own):
        between = text[name.end : groups[-1][0].start] if groups else ""
        if groups and (english.COORDINATION.match(between) or (between == ", " and len(groups[-1]) > 1)):
            groups[-1].insert(0, name)
        else:
            groups.append([name])
    return [
        Mention(tuple(group), group[0].start, group[-1].end, _possessive(text, group[-1].end))
        for group in reversed(groups)
    ]


def _possessive(text: str, end: int) -> bool:
    return text[end : end + 2] in ("'s", "’s") or (text[end - 1 : end] == "s" and text[end : end + 1] in ("'", "’"))


def pronouns(text: str, sentence: Sentence, own: list[Name], earlier: list[list[Name]]) -> list[Mention]:
    found = []
    for match in english.PRONOUN.finditer(text, sentence.start, sentence.end):
        before = [name for name in own if name.end <= match.start()]
        stands_for = _pair(text, [*earlier, before]) if match["many"] else _only([*earlier[-1:], before])
        word = match[0].lower()
        possessive = word in ("his", "their") or (
            word == "her" and text[match.end() : match.end() + 2].strip().isalpha()
        )
        found.append(
            Mention(stands_for, match.start(), match.end(), possessive or _possessive(text, match.end()), True)
        )
    return found


def _only(sentences: list[list[Name]]) -> tuple[Name, ...]:
    """The one person named in this sentence or the last; nobody where there are two."""
    candidates = {name.key: name for names in sentences for name in names}
    return tuple(candidates.values()) if len(candidates) == 1 else ()


def _pair(text: str, sentences: list[list[Name]]) -> tuple[Name, ...]:
    """The last two or more people of the paragraph who were named in one breath."""
    for names in reversed(sentences):
        for mention in reversed(groups(text, names)):
            if len({name.key for name in mention.names}) > 1:
                return mention.names
    return ()
