"""Search: PostgreSQL keeps each term by years too; the vocabulary counts rows by state and years."""

from collections import Counter

from django.db import migrations, models
from django.db.models import F
from django.db.models.functions import Length

from motcua.legal.lawbase import search_index
from motcua.legal.lawbase.rules import indexing


def shorten(apps, schema_editor):
    """A row kept before may be longer than PostgreSQL holds now that it keeps each term twice.

    Neighbours have no more than twice the letters of the words: shorter rows have none too many.
    """
    rows, word = apps.get_model("lawbase", "SearchRow"), apps.get_model("lawbase", "SearchWord")
    long = rows.objects.annotate(letters=Length("words")).filter(letters__gt=indexing.MOST_PAIRS // 2)
    for key in list(long.values_list("pk", flat=True)):
        row = rows.objects.get(pk=key)
        few = indexing.kept(row.words)
        rest = [one for one in row.marks.split() if one.startswith(("_", "@"))]
        lost = {*row.words.split()} - {*few.split(), *row.title.split()}
        rows.objects.filter(pk=key).update(words=few, marks=" ".join([*indexing.pairs(few), *rest]))
        for some in batched(sorted(lost)):
            word.objects.filter(word__in=some, rows__gt=0).update(rows=F("rows") - 1)


def batched(words, many=500):
    return (words[at : at + many] for at in range(0, len(words), many))


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
    """Step by step, each that can be done again: PostgreSQL's new index still reads rows changed in the same step."""

    atomic = False
    dependencies = [("lawbase", "0007_kept_back")]
    operations = [
        migrations.RunPython(shorten, migrations.RunPython.noop, atomic=True),
        migrations.RunPython(count, migrations.RunPython.noop, atomic=True),
        migrations.RunPython(put_up, migrations.RunPython.noop, atomic=True),
        migrations.AddIndex(
            model_name="legaldocument",
            index=models.Index(fields=["state_on"], name="legal_documents_by_state_on"),
        ),
    ]
