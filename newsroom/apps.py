from django.apps import AppConfig
from django.core import checks

from newsroom.checks import CHECKS, DATABASE_CHECKS


class NewsroomConfig(AppConfig):
    name = "newsroom"

    def ready(self):
        for check in CHECKS:  # Django knows no other way to be told of checks
            checks.register(check, "newsroom")
        for check in DATABASE_CHECKS:
            checks.register(check, checks.Tags.database)
