"""Mended declarations; the index of names follows a mended name."""

import django.db.models.deletion
import motcua.base.keys
import motcua.counter.dossiers.choices
from django.db import migrations, models
from motcua.counter.dossiers import name_index


def follow(apps, schema_editor):
    name_index.follow_mended(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0003_sent_draft'),
    ]

    operations = [
        migrations.CreateModel(
            name='AnswerChange',
            fields=[
                ('id', models.UUIDField(default=motcua.base.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('seq', models.PositiveIntegerField()),
                ('at', models.DateTimeField()),
                ('by_name', models.CharField(max_length=120)),
                ('reason', models.CharField(choices=[('mistyped', 'mistyped'), ('asked', 'asked'), ('other', 'other')], max_length=10)),
                ('words', models.CharField(blank=True, max_length=500)),
                ('old', models.JSONField()),
                ('new', models.JSONField()),
                ('fee_before_vnd', models.PositiveIntegerField()),
                ('fee_after_vnd', models.PositiveIntegerField()),
                ('dossier', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='answer_changes', to='dossiers.dossier')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('dossier', 'seq'), name='one_change_of_answers_per_act'), models.CheckConstraint(condition=models.Q(models.Q(('reason', motcua.counter.dossiers.choices.AmendReason['OTHER']), _negated=True), models.Q(('words', ''), _negated=True), _connector='OR'), name='another_reason_is_put_in_words')],
            },
        ),
        migrations.RunPython(follow, migrations.RunPython.noop),
    ]
