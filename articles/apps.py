from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Stories")

    def ready(self):
        post_migrate.connect(seed_jurisdictions, sender=self)
        post_migrate.connect(seed_policies, sender=self)


def seed_jurisdictions(*, apps=apps, **kwargs):
    from articles.actions import jurisdictions  # models are not loaded when this module is
    from articles.models import Jurisdiction, JurisdictionChange, Rule, Term

    if are_there(apps, Jurisdiction, JurisdictionChange, Rule, Term):
        jurisdictions.seed()


def seed_policies(*, apps=apps, **kwargs):
    from articles.actions import policies
    from articles.models import PolicyPage

    if are_there(apps, PolicyPage):
        policies.seed()


def are_there(apps, *models):
    """Whether the tables are as the code knows them: not halfway through the migrations."""

    def columns(model):
        return {field.column for field in model._meta.local_fields}

    for model in models:
        try:
            there = apps.get_model("articles", model.__name__)
        except LookupError:
            return False
        if columns(there) != columns(model):
            return False
    return True
