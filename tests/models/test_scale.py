"""Scales and verdicts: the two that come with it, and that used words stay."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.utils import timezone

from claims.lifecycle import ClaimStatus
from claims.models import Claim, Scale, Verdict
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_scales_that_come_with_it():
    told = {
        scale.name: [(verdict.label, verdict.number) for verdict in scale.verdicts.all()]
        for scale in Scale.objects.all()
    }
    without = ["Missing context", "Misleading", "Unproven", "Outdated", "Satire", "Opinion"]
    assert told == {
        "Rating": [
            ("True", 5),
            ("Mostly true", 4),
            ("Half true", 3),
            ("Mostly false", 2),
            ("False", 1),
            *((label, None) for label in without),
        ],
        "Before publication": [
            (label, None) for label in ("Correct", "Needs change", "Wrong", "Not confirmed", "Opinion")
        ],
    }


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("verdict_label_is_unique_in_its_scale", {"label": "False"}),
        ("verdict_has_one_position_in_its_scale", {"position": 2}),
        ("verdict_colour_is_one_of_seven", {"colour": "pink"}),
        ("verdict_shape_is_known", {"shape": "star"}),
    ],
)
def test_the_database_refuses(database_refuses: Callable, name: str, values: dict):
    with database_refuses(name):
        Verdict.objects.filter(scale__name="Rating", label="True").update(**values)


def test_offered_is_not_withdrawn():
    Verdict.objects.filter(label="Satire").update(withdrawn_at=timezone.now())
    assert not Verdict.objects.offered().filter(label="Satire").exists()


def test_a_used_verdict_is_withdrawn_never_edited_or_deleted(claim_in: Callable[..., Claim]):
    claim_in(ClaimStatus.IN_REVIEW)
    used = factories.verdict("True")
    used.label = "Quite true"
    with pytest.raises(ValidationError, match="This verdict is in use"):
        used.clean()
    with pytest.raises(ProtectedError):
        used.delete()
    used = factories.verdict("True")
    used.withdrawn_at = timezone.now()
    used.clean()


def test_an_unused_verdict_may_be_edited():
    unused = factories.verdict("Half true")
    unused.label = "Partly true"
    unused.clean()
