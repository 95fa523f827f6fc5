"""The right of reply, and sources that are not named: who was asked, why somebody has no name, who approved it.

The statements of the triggers are written out here: a released migration must not change with the code.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

TABLE = "articles_replystep"
KEPT = ("id", "request_id", "outcome", "deadline", "by_id", "at")
SHUT = "NOT EXISTS (SELECT 1 FROM articles_redactiondoor)"


def create(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    apart = "IS DISTINCT FROM" if postgresql else "IS NOT"
    touched = " OR ".join(f"OLD.{column} {apart} NEW.{column}" for column in KEPT)
    refuse(schema_editor, "no_delete", "DELETE")
    refuse(schema_editor, "keeps", "UPDATE", f"WHEN ({touched})")
    if postgresql:
        schema_editor.execute(
            f"CREATE TRIGGER {TABLE}_no_update BEFORE UPDATE ON {TABLE}"
            " FOR EACH ROW EXECUTE FUNCTION articles_append_only_but_redaction()"  # of 0010_redaction
        )
    else:
        refuse(schema_editor, "no_update", "UPDATE", f"WHEN {SHUT}")


def refuse(schema_editor, name, event, when=""):
    if schema_editor.connection.vendor == "postgresql":
        body = f"FOR EACH ROW {when} EXECUTE FUNCTION articles_append_only()"
    else:
        body = f"{when} BEGIN SELECT RAISE(ABORT, '{TABLE} is append-only'); END"
    schema_editor.execute(f"CREATE TRIGGER {TABLE}_{name} BEFORE {event} ON {TABLE} {body}")


def drop(apps, schema_editor):
    on = f" ON {TABLE}" if schema_editor.connection.vendor == "postgresql" else ""
    for name in ("no_update", "no_delete", "keeps"):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_{name}{on}")


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0014_care'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ReplyRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(blank=True, verbose_name='what was put to them')),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='sent')),
                ('channel', models.CharField(blank=True, choices=[('email', 'E-mail'), ('letter', 'Letter'), ('phone', 'Telephone'), ('in_person', 'In person'), ('message', 'Message'), ('lawyer', 'Through their lawyer'), ('press_office', 'Through their press office')], max_length=12, verbose_name='how')),
                ('deadline', models.DateTimeField(blank=True, null=True, verbose_name='answer by')),
                ('outcome', models.CharField(choices=[('waiting', 'Waiting'), ('replied', 'Replied'), ('declined', 'Declined to comment'), ('no_response', 'No response'), ('unreachable', 'Could not be reached'), ('public_reply', 'Has replied in public'), ('waived', 'Not asked, for a reason')], default='waiting', max_length=12, verbose_name='outcome')),
                ('answer', models.TextField(blank=True, verbose_name='their answer, as readers get it')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered')),
                ('proof_note', models.TextField(blank=True, verbose_name='what proves it')),
                ('file', models.CharField(blank=True, editable=False, max_length=255)),
                ('file_name', models.CharField(blank=True, editable=False, max_length=255)),
                ('sha256', models.CharField(blank=True, editable=False, max_length=64)),
                ('waiver_reason', models.TextField(blank=True, verbose_name='why they are not asked')),
                ('created_at', models.DateTimeField(editable=False)),
            ],
            options={
                'verbose_name': 'request for a reply',
                'verbose_name_plural': 'requests for a reply',
                'ordering': ['pk'],
                'permissions': [('waive_reply', 'Waive the right of reply with a reason')],
            },
        ),
        migrations.CreateModel(
            name='ReplyStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(choices=[('waiting', 'Waiting'), ('replied', 'Replied'), ('declined', 'Declined to comment'), ('no_response', 'No response'), ('unreachable', 'Could not be reached'), ('public_reply', 'Has replied in public'), ('waived', 'Not asked, for a reason')], max_length=12)),
                ('answer', models.TextField(blank=True)),
                ('note', models.TextField(blank=True)),
                ('deadline', models.DateTimeField(null=True)),
                ('at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'step of a request for a reply',
                'verbose_name_plural': 'steps of requests for a reply',
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.AlterModelOptions(
            name='storysource',
            options={'ordering': ['position', 'pk'], 'permissions': [('approve_anonymity', 'Approve that a source is not named')], 'verbose_name': 'source of this story', 'verbose_name_plural': 'sources of this story'},
        ),
        migrations.AddField(
            model_name='article',
            name='replies',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='person',
            name='died_on',
            field=models.DateField(blank=True, help_text='Empty: counts as living.', null=True, verbose_name='died on'),
        ),
        migrations.AddField(
            model_name='storysource',
            name='anonymity_approved_as',
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.AddField(
            model_name='storysource',
            name='anonymity_approved_at',
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='storysource',
            name='anonymity_approved_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='storysource',
            name='anonymity_words',
            field=models.CharField(blank=True, help_text='In place of the words above: “asked not to be named because her employer forbids it”.', max_length=200, verbose_name='why, in other words'),
        ),
        migrations.AddField(
            model_name='storysource',
            name='reason_for_anonymity',
            field=models.CharField(blank=True, choices=[('dismissal', 'asked not to be named for fear of dismissal'), ('reprisals', 'asked not to be named for fear of reprisals'), ('safety', 'asked not to be named for their safety'), ('not_authorised', 'is not authorised to speak publicly'), ('privacy', 'asked not to be named to protect their privacy or that of others'), ('law', 'may not be named by law or court order'), ('other', 'another reason, in words of its own')], help_text='For a person who is not named. Readers see it beside the attribution.', max_length=16, verbose_name='why not named'),
        ),
        migrations.AddConstraint(
            model_name='storysource',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('anonymity_approved_at__isnull', True), ('anonymity_approved_by__isnull', True)), models.Q(('anonymity_approved_at__isnull', False), ('anonymity_approved_by__isnull', False)), _connector='OR'), name='anonymity_is_approved_by_somebody'),
        ),
        migrations.AddField(
            model_name='replyrequest',
            name='by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='replyrequest',
            name='claims',
            field=models.ManyToManyField(blank=True, related_name='replies', to='articles.claim', verbose_name='claims'),
        ),
        migrations.AddField(
            model_name='replyrequest',
            name='organization',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.organization', verbose_name='organization'),
        ),
        migrations.AddField(
            model_name='replyrequest',
            name='person',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.person', verbose_name='person'),
        ),
        migrations.AddField(
            model_name='replyrequest',
            name='public_source',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.source', verbose_name='where they replied in public'),
        ),
        migrations.AddField(
            model_name='replyrequest',
            name='story',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='articles.story'),
        ),
        migrations.AddField(
            model_name='replystep',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='replystep',
            name='request',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='articles.replyrequest'),
        ),
        migrations.AddConstraint(
            model_name='replyrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('organization__isnull', False), ('person__isnull', True)), models.Q(('organization__isnull', True), ('person__isnull', False)), _connector='OR'), name='reply_is_asked_of_one'),
        ),
        migrations.AddConstraint(
            model_name='replyrequest',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['public_reply', 'waived']), models.Q(('deadline__isnull', False), ('sent_at__isnull', False), models.Q(('channel', ''), _negated=True), models.Q(('text', ''), _negated=True)), _connector='OR'), name='reply_says_what_was_asked_when_and_how'),
        ),
        migrations.AddConstraint(
            model_name='replyrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'waived'), _negated=True), models.Q(('waiver_reason', ''), _negated=True), _connector='OR'), name='waiver_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='replyrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'public_reply'), _negated=True), models.Q(('public_source__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='public_reply_has_its_source'),
        ),
        migrations.AddConstraint(
            model_name='replyrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'replied'), _negated=True), models.Q(('answered_at__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='reply_has_its_words'),
        ),
        migrations.RunPython(create, drop),
    ]
