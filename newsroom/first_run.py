"""What `make run` does before it starts the servers: secrets, tables, a demo in an empty newsroom, static files.

Runs without Django for as long as there are no secrets to start Django with. Nothing here happens twice.
"""

import base64
import os
import secrets
import subprocess
import sys

from newsroom import serve

COMMANDS = (
    ("Tables", ["migrate", "--verbosity", "0"]),
    ("Static files", ["collectstatic", "--noinput", "--verbosity", "0"]),  # before the pages that name them
    ("Demo newsroom", ["demo"]),  # does nothing where the database holds anything
)
NO_LETTERS = {"EMAIL_URL": "dummymail://"}  # the people of the demo are invented


def new_secrets():
    """A value for each secret that a newsroom cannot start without."""
    return {
        "SECRET_KEY": secrets.token_urlsafe(64),
        "CONFIDENTIAL_KEYS": base64.urlsafe_b64encode(os.urandom(32)).decode(),
    }


def write_missing_secrets(path):
    """Adds what the file does not hold yet, readable by its owner only; never changes a value that is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    held = path.read_text() if path.exists() else ""
    names = {line.split("=")[0] for line in held.splitlines()}
    missing = {name: value for name, value in new_secrets().items() if name not in names}
    if missing:
        lines = "".join(f"{name}={value}\n" for name, value in missing.items())
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a") as file:
            file.write(lines if not held or held.endswith("\n") else "\n" + lines)
    path.chmod(0o600)
    return sorted(missing)


def main():
    serve.refuse_taken(serve.addresses()[0])  # before the minute that a demo takes
    var = serve.VAR_DIR
    had_newsroom = (var / "newsroom.sqlite3").exists()
    made = write_missing_secrets(var / "secrets.env")
    if made:
        print(f"Generated {' and '.join(made)} in {var / 'secrets.env'}. Keep a copy somewhere safe.", flush=True)
    if had_newsroom and "CONFIDENTIAL_KEYS" in made:
        print(
            "This newsroom's key was missing: confidential details written earlier cannot be read"
            " until its old CONFIDENTIAL_KEYS is put back.",
            flush=True,
        )
    for title, arguments in COMMANDS:
        print(f"{title} ...", flush=True)
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=serve.BASE_DIR, env=os.environ | NO_LETTERS, check=False)  # noqa: S603
        if done.returncode:
            sys.exit(f"`manage.py {arguments[0]}` failed; the newsroom was not started.")


if __name__ == "__main__":
    main()
