"""manage.py demo: fills an empty database with the demo newsroom."""

from django.conf import settings
from django.core.management.base import BaseCommand

from articles.demo import cast, loading


class Command(BaseCommand):
    help = "Fills an empty database with the demo newsroom and writes its logins to var/demo-logins.txt."

    def handle(self, **options):
        if not loading.is_empty():
            self.stdout.write("The database has a newsroom already; nothing is loaded.")
            return
        logins = loading.load(say=self.stdout.write)
        self._name_the_newsroom()
        file = settings.VAR_DIR / "demo-logins.txt"
        file.write_text("".join(f"{username} {password} {role}\n" for username, password, role in logins))
        file.chmod(0o600)
        self.stdout.write(f"The demo newsroom is ready; its logins are in {file}.")

    def _name_the_newsroom(self):
        """Servers started from now on show the demo paper's name; what is set already stays."""
        file = settings.VAR_DIR / "newsroom.env"
        if not file.exists():
            lines = {"NEWSROOM_NAME": cast.NEWSROOM["name"], "NEWSROOM_TAGLINE": cast.NEWSROOM["tagline"]}
            file.write_text("".join(f'{name}="{value}"\n' for name, value in lines.items()))
