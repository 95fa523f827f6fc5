"""What the desk's `/healthz` says beside the readers': whether the worker lives and everything due has happened."""

from articles import actions
from newsroom.health import OK, Health


def worker():
    """A sign of life within the last two minutes."""
    pulse = actions.pulse()
    if pulse.is_alive:
        return OK
    return f"last seen {pulse.last_beat:%Y-%m-%d %H:%M:%S} UTC" if pulse.last_beat else "has never run"


def schedule():
    """No story is two minutes past its hour."""
    late = len(actions.pulse().late_stories)
    return f"{late} past their hour" if late else OK


def effects():
    """Nothing that follows a publication (purge, mail, index) has waited for more than two minutes."""
    waiting = actions.pulse().waiting_effects
    return f"{waiting} waiting" if waiting else OK


class DeskHealth(Health):
    parts = Health.parts | {"worker": worker, "schedule": schedule, "effects": effects}
