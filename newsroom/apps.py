from django.apps import AppConfig
from django.core import checks

from newsroom.checks import CHECKS


class NewsroomConfig(AppConfig):
    name = "newsroom"

    def ready(self):
        for check in CHECKS:  # Django knows no other way to be told of checks
            checks.register(check, "newsroom")
