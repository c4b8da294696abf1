"""What waits for an editor is counted within an index; what a reviewer finished is found by one.

So the index of due times within a status knows the document of each claim, and an assignment knows when it was handed in.
"""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

SUBMITTED = models.Q(status="submitted")


def tell_when_handed_in(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """From the review that was handed in last."""
    handed_in = (
        apps.get_model("claims", "Review").objects.filter(assignment=OuterRef("pk")).order_by("-number")
    )
    apps.get_model("claims", "Assignment").objects.filter(SUBMITTED).update(
        submitted_at=Coalesce(Subquery(handed_in.values("submitted_at")[:1]), F("at"))
    )


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
        migrations.RemoveIndex(model_name="review", name="review_finished_list"),
        migrations.AddField(
            model_name="assignment",
            name="submitted_at",
            field=models.DateTimeField(
                blank=True, help_text="When the review that stands was handed in.", null=True
            ),
        ),
        migrations.RunPython(tell_when_handed_in, migrations.RunPython.noop, elidable=True),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=(SUBMITTED & models.Q(submitted_at__isnull=False))
                | (~SUBMITTED & models.Q(submitted_at__isnull=True)),
                name="assignment_submitted_has_time",
            ),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(
                fields=["reviewer", "-submitted_at", "-id"],
                condition=models.Q(submitted_at__isnull=False),
                name="assignment_finished_list",
            ),
        ),
    ]
