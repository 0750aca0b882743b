"""Once the index of words of provisions; `0006_search_rows` puts up the one that took its place."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("lawbase", "0001_initial")]
    operations = []
