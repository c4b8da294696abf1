"""Two indexes: progress of the documents on the desk, and the days in admin's date hierarchy, without reading claims."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0002_guards_and_first_rows")]

    operations = [
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["document", "status"], name="claim_progress_of_document"),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["due_at"], name="claim_due_days_in_admin"),
        ),
    ]
