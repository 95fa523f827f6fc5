"""Lists of the desk cost the same at any size: an index for each order and for what waits."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0024_search_marks'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['-published_at', '-id'], name='edition_by_time'),
        ),
        migrations.AddIndex(
            model_name='story',
            index=models.Index(fields=['-updated_at', '-id'], name='story_by_time'),
        ),
        migrations.AddIndex(
            model_name='story',
            index=models.Index(fields=['section', '-updated_at', '-id'], name='story_by_section'),
        ),
        migrations.AddIndex(
            model_name='story',
            index=models.Index(fields=['headline', 'id'], name='story_by_headline'),
        ),
        migrations.AddIndex(
            model_name='story',
            index=models.Index(fields=['status', 'id'], name='story_by_standing'),
        ),
        migrations.AddIndex(
            model_name='story',
            index=models.Index(fields=['created_by', '-created_at', '-id'], name='story_by_starter'),
        ),
        migrations.AddIndex(
            model_name='story',
            index=models.Index(condition=models.Q(('status', 'published'), _negated=True), fields=['-updated_at', '-id'], name='story_unpublished'),
        ),
        migrations.AddIndex(
            model_name='story',
            index=models.Index(condition=models.Q(('confirm_by__isnull', False)), fields=['confirm_by'], name='story_to_confirm'),
        ),
        migrations.AddIndex(
            model_name='story',
            index=models.Index(condition=models.Q(('refresh_problem', ''), _negated=True), fields=['id'], name='story_outdated'),
        ),
        migrations.AddIndex(
            model_name='storytask',
            index=models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['due_at', 'id'], name='task_open'),
        ),
    ]
