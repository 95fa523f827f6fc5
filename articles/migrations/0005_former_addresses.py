"""The former address of a section, author, tag or profile leads to its page."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_claims")]

    operations = [
        migrations.AddField(
            model_name="path",
            name="page",
            field=models.CharField(
                blank=True,
                choices=[("section", "Section"), ("author", "Author"), ("tag", "Tag"), ("profile", "Profile")],
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="path",
            name="page_number",
            field=models.BigIntegerField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="path",
            name="story_number",
            field=models.BigIntegerField(blank=True, db_index=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="path",
            constraint=models.CheckConstraint(
                condition=models.Q(page="", page_number__isnull=True, story_number__isnull=False)
                | models.Q(
                    ~models.Q(page=""), page_number__isnull=False, story_number__isnull=True, answer="redirect"
                ),
                name="path_of_a_story_or_of_a_page",
            ),
        ),
    ]
