"""What waits for an editor is counted within an index, which therefore knows the document of each claim."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0004_lists_by_index"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="claim", name="claim_list_by_status_and_due"),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["status", "due_sort", "id", "document"], name="claim_list_by_status_and_due"
            ),
        ),
    ]
