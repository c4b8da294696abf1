"""The guards, and what every desk starts with: groups, the system account, two scales, the default policy."""

from django.contrib.auth.hashers import make_password
from django.db import migrations

from claims.models import guards
from claims.vocabulary import Flag, Kind

RATING = [
    ("True", "Accurate as stated.", "green", "tick", 5),
    ("Mostly true", "Accurate, but a detail is missing.", "olive", "three-quarters", 4),
    ("Half true", "Partly accurate; much is left out.", "amber", "half", 3),
    ("Mostly false", "A grain of truth, wrong impression.", "orange", "quarter", 2),
    ("False", "Not accurate.", "red", "cross", 1),
    ("Missing context", "Correct, but the reader needs more.", "purple", "dashed", None),
    ("Misleading", "Correct words, wrong conclusion.", "purple", "bent-arrow", None),
    ("Unproven", "Evidence does not decide it.", "purple", "question", None),
    ("Outdated", "Was correct; no longer is.", "purple", "clock", None),
    ("Satire", "Not meant to be believed.", "grey", "smile", None),
    ("Opinion", "A view; not for checking.", "grey", "bubble", None),
]
BEFORE_PUBLICATION = [
    ("Correct", "Can be printed as it stands.", "green", "tick", None),
    ("Needs change", "Right after the change named in the rationale.", "amber", "half", None),
    ("Wrong", "Must not be printed.", "red", "cross", None),
    ("Not confirmed", "We could not confirm it.", "purple", "question", None),
    ("Opinion", "A view; not for checking.", "grey", "bubble", None),
]
WITHOUT_EVIDENCE = {"Unproven", "Opinion", "Satire", "Not confirmed"}


def first_rows(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    User = apps.get_model("claims", "User")
    Scale = apps.get_model("claims", "Scale")
    Verdict = apps.get_model("claims", "Verdict")
    Policy = apps.get_model("claims", "Policy")
    for name in ("Editors", "Reviewers", "Readers"):
        Group.objects.get_or_create(name=name)
    User.objects.get_or_create(
        username="system",
        defaults={"is_active": False, "display_name": "Factcheck", "password": make_password(None)},
    )
    apps.get_model("claims", "Chain").objects.get_or_create(document=None)
    scales = (
        ("Rating", "How true is it?", RATING),
        ("Before publication", "Can it be printed?", BEFORE_PUBLICATION),
    )
    for name, question, entries in scales:
        scale = Scale.objects.create(name=name, question=question)
        for position, (label, meaning, colour, shape, number) in enumerate(entries, start=1):
            verdict = Verdict.objects.create(
                scale=scale,
                label=label,
                meaning=meaning,
                colour=colour,
                shape=shape,
                number=number,
                position=position,
            )
            if label in WITHOUT_EVIDENCE:
                Policy.objects.create(verdict=verdict, pieces=0)
    Policy.objects.create(pieces=1)
    Policy.objects.create(kind=Kind.STATISTIC.value, origins=2, primary_suffices=True)
    for flag in Flag:
        if flag is Flag.ALLEGATION:
            Policy.objects.create(flag=flag.value, reviews=2, origins=2, request_for_comment=True)
        else:
            Policy.objects.create(flag=flag.value, reviews=2)


def put_up_guards(apps, schema_editor):
    guards.install(schema_editor)


def take_down_guards(apps, schema_editor):
    guards.remove(schema_editor)


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_first"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [
        migrations.RunPython(first_rows, migrations.RunPython.noop),
        migrations.RunPython(put_up_guards, take_down_guards),
    ]
