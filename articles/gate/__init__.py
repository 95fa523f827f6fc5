"""What must hold before readers see it. One function a rule; see docs/architecture.md for how to add one."""

from articles.gate import (  # noqa: F401  (they register their checks)
    anonymity,
    attribution,
    care,
    claims,
    clearance,
    essentials,
    fairness,
    identity,
    jurisdiction,
    language,
    output,
    people,
    pictures,
    proceedings,
    quotations,
    replies,
)
from articles.gate.registry import Advice, Blocker, Caution, Finding, Level, gathered, inspect, tasks, unmet

__all__ = ["Advice", "Blocker", "Caution", "Finding", "Level", "gathered", "inspect", "tasks", "unmet"]
