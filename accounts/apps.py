from django.apps import AppConfig, apps
from django.contrib.auth.management import create_permissions
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("People and roles")

    def ready(self):
        post_migrate.connect(seed_roles, sender=self)


def seed_roles(*, using, **kwargs):
    """Once the tables are there. Django makes an app's permissions in its own turn, which may come after ours."""
    from django.contrib.auth.models import Permission

    from accounts import roles  # models are not loaded when this module is

    known = set(Permission.objects.using(using).values_list("pk", flat=True))
    for name in ("accounts", "articles", "auth"):
        create_permissions(apps.get_app_config(name), verbosity=0, using=using)
    roles.seed(new=Permission.objects.using(using).exclude(pk__in=known))
