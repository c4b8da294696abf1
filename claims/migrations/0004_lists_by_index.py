"""Each order of the claim list and its filters of one word walk an index; the days of admin's hierarchy are gone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0003_progress_and_due_days"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="claim",
            name="claim_due_days_in_admin",
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(
                fields=["reviewer", "claim", "status", "due_sort"], name="assignment_list_newest"
            ),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(
                fields=["reviewer", "due_sort", "claim", "status"], name="assignment_list_by_due"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["status", "-id"], name="claim_list_of_status"),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["kind", "-id"], name="claim_list_of_kind"),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["kind", "due_sort", "id"], name="claim_list_of_kind_by_due"),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["kind", "-check_worthiness", "-id"], name="claim_list_of_kind_by_worth"
            ),
        ),
    ]
