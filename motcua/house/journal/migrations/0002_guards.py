"""The triggers that keep the journal append-only."""

from django.db import migrations

from motcua.house.journal import guards


def up(apps, schema_editor):
    guards.put_up(schema_editor.connection)


def down(apps, schema_editor):
    guards.take_down(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunPython(up, down)]
