"""The index of words of applicants' names."""

from django.db import migrations

from motcua.counter.dossiers import name_index


def up(apps, schema_editor):
    name_index.put_up(schema_editor.connection)


def down(apps, schema_editor):
    name_index.take_down(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0001_initial")]
    operations = [migrations.RunPython(up, down)]
