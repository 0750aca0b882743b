"""The words of names are kept with their agency."""

from django.db import migrations

from motcua.counter.dossiers import name_index


def put_up(apps, schema_editor):
    name_index.put_up(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0004_answer_change")]
    operations = [migrations.RunPython(put_up, migrations.RunPython.noop)]
