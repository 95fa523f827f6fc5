from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Stories")

    def ready(self):
        post_migrate.connect(seed_jurisdictions, sender=self)


def seed_jurisdictions(*, apps=apps, **kwargs):
    """Once the tables are there, as the code knows them: not halfway through the migrations."""
    from articles.actions import jurisdictions  # models are not loaded when this module is
    from articles.models import Jurisdiction, JurisdictionChange, Rule, Term

    def columns(model):
        return {field.column for field in model._meta.local_fields}

    for model in (Jurisdiction, JurisdictionChange, Rule, Term):
        try:
            there = apps.get_model("articles", model.__name__)
        except LookupError:
            return
        if columns(there) != columns(model):
            return
    jurisdictions.seed()
