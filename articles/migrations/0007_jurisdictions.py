"""Jurisdiction profiles: rules, term lists, and the log of their changes; the law that applies to a story."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', "0006_refresh_problem"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Jurisdiction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40, unique=True, verbose_name='code')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('language', models.CharField(max_length=16, verbose_name='language of its term lists')),
                ('note', models.TextField(blank=True, verbose_name='what it is for')),
                ('shipped_as', models.SlugField(max_length=40)),
                ('is_default', models.BooleanField(default=False, verbose_name='applies where a story names none')),
                ('reviewed_by', models.CharField(blank=True, max_length=200, verbose_name='reviewed by')),
                ('reviewed_on', models.DateField(blank=True, null=True, verbose_name='reviewed on')),
                ('stamp', models.UUIDField(default=uuid.uuid4, editable=False)),
            ],
            options={
                'verbose_name': 'jurisdiction profile',
                'verbose_name_plural': 'jurisdiction profiles',
                'ordering': ['-is_default', 'name'],
                'permissions': [('keep_jurisdiction', 'Keep the jurisdiction profiles')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_default', True)), fields=('is_default',), name='one_default_jurisdiction'), models.CheckConstraint(condition=models.Q(models.Q(('reviewed_by', ''), ('reviewed_on__isnull', True)), models.Q(models.Q(('reviewed_by', ''), _negated=True), ('reviewed_on__isnull', False)), _connector='OR'), name='jurisdiction_review_has_name_and_date')],
            },
        ),
        migrations.AddField(
            model_name='story',
            name='jurisdiction',
            field=models.ForeignKey(blank=True, help_text='Where the people are, the courts sit or the story happened. Empty: the house’s own.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.jurisdiction', verbose_name='the law that applies'),
        ),
        migrations.CreateModel(
            name='JurisdictionChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(max_length=120)),
                ('before', models.JSONField(null=True)),
                ('after', models.JSONField(null=True)),
                ('why', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('jurisdiction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='articles.jurisdiction')),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Rule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=60)),
                ('value', models.JSONField()),
                ('cites', models.TextField(blank=True, verbose_name='law or code it comes from')),
                ('edited', models.BooleanField(default=False)),
                ('jurisdiction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rules', to='articles.jurisdiction')),
            ],
            options={
                'verbose_name': 'rule',
                'verbose_name_plural': 'rules',
                'constraints': [models.UniqueConstraint(fields=('jurisdiction', 'key'), name='rule_once')],
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('list', models.CharField(max_length=60, verbose_name='list')),
                ('words', models.TextField(help_text='Phrases with commas between them; * stands for any ending.', verbose_name='words')),
                ('reason', models.TextField(blank=True, verbose_name='reason, as the writer is told')),
                ('cites', models.TextField(blank=True, verbose_name='law or code it comes from')),
                ("shipped_key", models.CharField(blank=True, editable=False, max_length=200)),
                ('edited', models.BooleanField(default=False)),
                ('removed', models.BooleanField(default=False)),
                ('jurisdiction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='articles.jurisdiction')),
            ],
            options={
                'verbose_name': 'term',
                'verbose_name_plural': 'terms',
                'ordering': ['list', 'words'],
                'indexes': [models.Index(fields=['jurisdiction', 'list'], name='term_by_list')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('shipped_key', ''), _negated=True), fields=('jurisdiction', 'list', 'shipped_key'), name='shipped_term_once')],
            },
        ),
    ]
