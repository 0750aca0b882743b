"""Search: PostgreSQL keeps each term by years too; the vocabulary counts rows by state and years."""

from collections import Counter

from django.db import migrations, models

from motcua.legal.lawbase import search_index
from motcua.legal.lawbase.rules import indexing


def count(apps, schema_editor):
    rows = Counter()
    for marks in apps.get_model("lawbase", "SearchRow").objects.values_list("marks", flat=True).iterator():
        rows.update(word for word in indexing.counted(indexing.Row("", "", "", marks)) if word.startswith(indexing.STATE))
    word = apps.get_model("lawbase", "SearchWord")
    word.objects.filter(word__in=list(rows)).delete()
    word.objects.bulk_create([word(word=one, rows=many) for one, many in sorted(rows.items())], batch_size=500)


def put_up(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        search_index.put_up(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("lawbase", "0007_kept_back")]
    operations = [
        migrations.AddIndex(
            model_name="legaldocument",
            index=models.Index(fields=["state_on"], name="legal_documents_by_state_on"),
        ),
        migrations.RunPython(count, migrations.RunPython.noop),
        migrations.RunPython(put_up, migrations.RunPython.noop),
    ]
