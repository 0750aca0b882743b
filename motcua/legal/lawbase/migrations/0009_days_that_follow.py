"""Which days follow the acting document's first day; the days after the gazette that a text asks for."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F
from django.db.models.functions import Coalesce


def mark_what_follows(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """What counts from the day its acting document takes effect is taken to follow it."""
    first = Coalesce("acting__effective_on", "acting__issued_on")
    for name in ("EffectEvent", "TextPatch"):
        model = apps.get_model("lawbase", name)
        rows = model.objects.exclude(acting=F("document")).annotate(first=first).filter(on=F("first"))
        model.objects.filter(pk__in=rows.values("pk")).update(follows=True)
    event = apps.get_model("lawbase", "EffectEvent")
    event.objects.filter(acting=None, relation__kind="details", kind="expires").update(follows=True)
    if editor.connection.vendor == "postgresql":  # keys are looked at now, so that the tables may be altered after
        editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):

    dependencies = [
        ('lawbase', '0008_terms_by_years'),
    ]

    operations = [
        migrations.AddField(
            model_name='effectevent',
            name='follows',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='textpatch',
            name='follows',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='legaldocument',
            name='gazette_days',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.RunPython(mark_what_follows, migrations.RunPython.noop),
    ]
