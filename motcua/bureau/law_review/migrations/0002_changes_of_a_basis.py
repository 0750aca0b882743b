"""A review names every change of its basis; what was begun by one event keeps it as its first."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Q

import motcua.base.keys

NEW, OLD = "a_review_says_why_it_began", "one_open_review_per_document_and_topic"


def name_the_first_change(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Its event becomes the first change of each review begun by a basis."""
    case, change = apps.get_model("law_review", "ReviewCase"), apps.get_model("law_review", "ReviewChange")
    for row in case.objects.filter(event__isnull=False).select_related("event").iterator():
        case.objects.filter(pk=row.pk).update(basis=row.event.document_id)
        change.objects.create(case=row, event=row.event, words=row.reason, at=row.created_at)
    if editor.connection.vendor == "postgresql":  # keys are looked at now, so that the table may be altered after
        editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [("law_review", "0001_initial"), ("lawbase", "0003_citations")]

    operations = [
        migrations.AddField(
            model_name="reviewcase",
            name="basis",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="lawbase.legaldocument",
            ),
        ),
        migrations.CreateModel(
            name="ReviewChange",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=motcua.base.keys.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("words", models.CharField(max_length=1000)),
                ("at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="law_review.reviewcase",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="lawbase.effectevent",
                    ),
                ),
                (
                    "patch",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="lawbase.textpatch",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=Q(event__isnull=False), fields=("case", "event"), name="a_case_names_an_event_once"
                    ),
                    models.UniqueConstraint(
                        condition=Q(patch__isnull=False), fields=("case", "patch"), name="a_case_names_a_patch_once"
                    ),
                    models.CheckConstraint(
                        condition=Q(event__isnull=True, patch__isnull=False)
                        | Q(event__isnull=False, patch__isnull=True),
                        name="a_change_is_of_effect_or_of_words",
                    ),
                ],
            },
        ),
        migrations.RemoveConstraint(model_name="reviewcase", name=NEW),
        migrations.RemoveConstraint(model_name="reviewcase", name=OLD),
        migrations.RunPython(name_the_first_change, migrations.RunPython.noop, elidable=True),
        migrations.AddConstraint(
            model_name="reviewcase",
            constraint=models.UniqueConstraint(
                fields=["document", "trigger", "topic"],
                condition=Q(basis__isnull=True) & ~Q(state="closed"),
                name=OLD,
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewcase",
            constraint=models.CheckConstraint(
                condition=(Q(trigger="basis") & Q(basis__isnull=False))
                | (~Q(trigger="basis") & Q(basis__isnull=True, event__isnull=True) & ~Q(topic="")),
                name=NEW,
            ),
        ),
    ]
