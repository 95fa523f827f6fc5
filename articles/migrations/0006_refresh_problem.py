"""Why a live story could not be brought up to date."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_former_addresses")]

    operations = [
        migrations.AddField(
            model_name="story",
            name="refresh_problem",
            field=models.TextField(blank=True, editable=False),
        ),
    ]
