"""What must hold before readers see it. One function a rule; see docs/architecture.md for how to add one."""

from articles.gate import attribution, essentials, jurisdiction, language, output, people, pictures  # noqa: F401  (they register their checks)
from articles.gate.registry import Advice, Blocker, Caution, Finding, Level, inspect, tasks, unmet

__all__ = ["Advice", "Blocker", "Caution", "Finding", "Level", "inspect", "tasks", "unmet"]
