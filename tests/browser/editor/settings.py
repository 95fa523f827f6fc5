"""The project's settings with a small desk of its own: one form with the text editor and nothing around it."""

from newsroom.settings import *  # noqa: F403

ROOT_URLCONF = "tests.browser.editor.desk"
TEMPLATES[0]["DIRS"].append(BASE_DIR / "tests" / "browser" / "editor" / "templates")  # noqa: F405
UNFOLD = {}  # the house's side bar leads to pages that this desk does not have
