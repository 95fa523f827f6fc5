"""What `manage.py bench` can measure: one module each, named as the word on the command line.

A bench has `HELP`, `add_arguments(parser)` and `run(options, tell)`, which returns a flat dict of figures; `tell(line)`
says how far it is. Timings are nobody's test: a test looks at what is measured on and that nothing of it stays.
"""

from importlib import import_module

NAMES = ("gate", "origin", "reading", "serving")


def named(name):
    return import_module(f"{__name__}.{name}")
