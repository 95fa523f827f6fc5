"""Every finding that the checks can make, read from their code, with what readers see of it and what it rests on."""

import ast
import inspect
import sys
from functools import cache
from typing import NamedTuple

from articles.gate.origins import ORIGINS
from articles.gate.registry import CHECKS, Level

LEVELS = {"Blocker": Level.BLOCKER, "Caution": Level.CAUTION, "Advice": Level.ADVICE}


class Entry(NamedTuple):
    """id and level of a finding, what it says, where its check stands, and whether it holds for corrections too."""

    id: str
    level: Level
    message: str
    place: str
    harm: bool
    readers: str
    origin: str


def catalogue() -> list[Entry]:
    """By module, Blockers first. A finding that two checks make stands once."""
    found = {entry.id: entry for rule in reversed(CHECKS) for entry in _entries(rule)}
    levels = list(Level)
    return sorted(found.values(), key=lambda entry: (entry.id.partition(".")[0], levels.index(entry.level), entry.id))


def _entries(rule):
    module = sys.modules[rule.function.__module__]
    for identity, level, message in _made_in(module, rule.function.__name__):
        readers, origin = ORIGINS.get(identity) or ORIGINS.get(identity.partition(".")[0]) or ("", "House practice")
        place = f"{rule.function.__module__.replace('.', '/')}.py: {rule.function.__name__}"
        yield Entry(identity, level, message, place, rule.harm, readers, origin)


def _made_in(module, function):
    """(id, level, message) of what a function of a module makes, or one that it calls there."""
    functions = _functions(module)
    waiting, seen = [function], set()
    while waiting:
        name = waiting.pop()
        if name in functions and name not in seen:
            seen.add(name)
            yield from _findings(functions[name])
            waiting += [node.id for node in ast.walk(functions[name]) if isinstance(node, ast.Name)]


@cache
def _functions(module):
    tree = ast.parse(inspect.getsource(module))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


def _findings(function):
    said = ""
    for node in _in_order(function):
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "message":
            said = _words(node.value) or said
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in LEVELS:
            identity, *more = node.args
            yield identity.value, LEVELS[node.func.id], (_words(more[0]) if more else "") or said


def _in_order(function):
    return sorted((node for node in ast.walk(function) if hasattr(node, "lineno")), key=lambda node: node.lineno)


def _words(node):
    """The words of `_("…")`, with or without `.format(…)`."""
    strings = (one.args[0] for one in ast.walk(node) if getattr(getattr(one, "func", None), "id", "") == "_")
    return next((one.value for one in strings if isinstance(one, ast.Constant)), "")
