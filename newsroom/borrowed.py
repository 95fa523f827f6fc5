"""What `manage.py check_text` borrows in a clone that nobody has set up: secrets and a database that end with it.

The checks go by the profiles as shipped then. Nothing is written; a newsroom that exists is never passed over.
"""

import os

from newsroom.first_run import new_secrets
from newsroom.serve import VAR_DIR

IN_MEMORY = "sqlite://:memory:"


def borrow():
    """Before the settings are read; does nothing where there is a newsroom."""
    if not has_newsroom():
        os.environ["DATABASE_URL"] = IN_MEMORY
        for name, value in new_secrets().items():
            os.environ.setdefault(name, value)


def has_newsroom():
    file = VAR_DIR / "newsroom.sqlite3"
    named = VAR_DIR / "newsroom.env"
    is_named = named.is_file() and "DATABASE_URL=" in named.read_text()
    return "DATABASE_URL" in os.environ or is_named or (file.is_file() and file.stat().st_size > 0)
