"""The index of words of provisions."""

from django.db import migrations

from motcua.legal.lawbase import search_index


def up(apps, schema_editor):
    search_index.put_up(schema_editor.connection)


def down(apps, schema_editor):
    search_index.take_down(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("lawbase", "0001_initial")]
    operations = [migrations.RunPython(up, down)]
