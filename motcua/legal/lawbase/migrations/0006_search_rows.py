"""Search rows with a place and marks, and states written out by span, instead of a column of words."""

import django.db.models.deletion
from django.db import migrations, models

from motcua.legal.lawbase import search_index
from motcua.legal.lawbase.choices import EffectState, EventKind
from motcua.legal.lawbase.rules import effect, indexing
from motcua.legal.lawbase.rules.ranking import search_words

_OLD = ("lawbase_words_in", "lawbase_words_out", "lawbase_words_change")
STATES = [(item.value, item.value) for item in EffectState]


def take_down_old(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX IF EXISTS lawbase_words")
        return
    for name in _OLD:
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
    schema_editor.execute("DROP TABLE IF EXISTS lawbase_words")


def fill(apps, schema_editor):
    get = apps.get_model
    get("lawbase", "SearchWord").objects.all().delete()
    rows: dict[str, int] = {}
    for document in get("lawbase", "LegalDocument").objects.order_by("pk").iterator(chunk_size=200):
        spans = _spans(document)
        get("lawbase", "EffectSpan").objects.bulk_create(
            get("lawbase", "EffectSpan")(
                document_id=document.pk, since=span.since, until=span.until, state=span.state
            )
            for span in spans
        )
        _rows(get, document, spans, rows)
    get("lawbase", "SearchWord").objects.bulk_create(
        [get("lawbase", "SearchWord")(word=word, rows=many) for word, many in sorted(rows.items())], batch_size=500
    )
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _spans(document):
    events = document.events.filter(standing="confirmed")
    return effect.spans(effect.Event(EventKind(row.kind), row.on, tuple(row.scope), row.until) for row in events)


def _rows(get, document, spans, counts):
    facts = indexing.Document(
        document.slug, document.type, document.number, document.title, document.issuer, document.field,
        document.issued_on, document.is_holding, frozenset(span.state for span in spans),
    )  # fmt: skip
    base = indexing.first_place(facts)
    taken = get("lawbase", "SearchRow").objects
    while taken.filter(place__gte=base, place__lt=indexing.next_document(base)).exists():
        base = indexing.next_document(base)
    new = []
    for provision in document.provisions.exclude(search_text="").order_by("version_id", "order").iterator():
        head = None if provision.version_id is None else search_words(provision.heading)
        made = indexing.row_of(facts, facts.words if head is None else provision.search_text, head)
        place = base if head is None else base + 1 + sum(row.place > base for row in new)
        new.append(
            get("lawbase", "SearchRow")(
                place=place, document_id=document.pk, provision_id=provision.pk, title=made.title, head=made.head,
                words=made.words, marks=made.marks,
            )  # fmt: skip
        )
        for word in indexing.counted(made):
            counts[word] = counts.get(word, 0) + 1
    get("lawbase", "SearchRow").objects.bulk_create(new, batch_size=500)


def put_up(apps, schema_editor):
    search_index.put_up(schema_editor.connection)


def take_down(apps, schema_editor):
    search_index.take_down(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("lawbase", "0005_rejected_relations")]
    operations = [
        migrations.RunPython(take_down_old, migrations.RunPython.noop),
        migrations.CreateModel(
            name="SearchRow",
            fields=[
                ("place", models.BigIntegerField(primary_key=True, serialize=False)),
                ("title", models.TextField(blank=True)),
                ("head", models.TextField(blank=True)),
                ("words", models.TextField()),
                ("marks", models.TextField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="search_rows",
                        to="lawbase.legaldocument",
                    ),
                ),
                (
                    "provision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="search_row", to="lawbase.provision"
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["place", "document"], name="search_rows_document_at")]},
        ),
        migrations.CreateModel(
            name="EffectSpan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField()),
                ("until", models.DateField()),
                ("state", models.CharField(choices=STATES, max_length=20)),
                (
                    "document",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="spans",
                        to="lawbase.legaldocument",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "since"), name="one_span_of_effect_begins_on_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until__gt", models.F("since"))), name="a_span_of_effect_has_days"
                    ),
                ]
            },
        ),
        *(
            migrations.AddIndex(
                model_name="legaldocument", index=models.Index(fields=[name], name=f"legal_documents_by_{name}")
            )
            for name in ("type", "issuer", "field")
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RemoveField(model_name="provision", name="search_text"),
        migrations.RunPython(put_up, take_down),
    ]
