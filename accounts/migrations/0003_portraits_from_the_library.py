"""Who keeps the authors chooses their portraits from the library: roles that keep them may see it."""

from django.db import migrations

KEEPS = ("change_section", "change_author", "change_writer")


def see_pictures(apps, schema_editor):
    """A new database has neither rights nor roles yet: there the roles are made with it."""
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="articles")
    sees = permissions.filter(codename="view_picture").first()
    if sees is None:
        return
    groups = apps.get_model("auth", "Group").objects.all()
    for codename in KEEPS:
        groups = groups.filter(permissions__in=permissions.filter(codename=codename))
    for group in groups:
        group.permissions.add(sees)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_invitation"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [migrations.RunPython(see_pictures, migrations.RunPython.noop)]
