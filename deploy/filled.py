"""python3 deploy/filled.py SETTINGS TEMPLATE: the template with ${NAME} from the table of settings, on standard output.

A bare $word is nginx's own and stays as it is.
"""

import re
import sys
from pathlib import Path


def table(text):
    """{name: value} of an environment file: NAME=value or NAME="value" lines, # comments."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    pairs = (line.split("=", 1) for line in lines)
    return {name: value.strip('"') for name, value in pairs}


def filled(template, settings):
    """Raises KeyError where the table lacks a name."""
    return re.sub(r"\$\{([A-Z][A-Z0-9_]*)\}", lambda found: settings[found[1]], template)


if __name__ == "__main__":
    settings, template = (Path(name).read_text() for name in sys.argv[1:])
    try:
        sys.stdout.write(filled(template, table(settings)))
    except KeyError as missing:
        sys.exit(f"{sys.argv[1]} does not set {missing.args[0]}")
