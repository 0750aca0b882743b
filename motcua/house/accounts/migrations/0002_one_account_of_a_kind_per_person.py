"""An officer may hold a citizen's account as well: a personal number is unique within its kind of account."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.AlterField("account", "personal_number", models.CharField(max_length=12, null=True, blank=True)),
        migrations.AddConstraint(
            "account",
            models.UniqueConstraint(fields=["personal_number", "kind"], name="one_account_of_a_kind_per_person"),
        ),
    ]
