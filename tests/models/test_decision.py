"""Decisions: one current one a claim, ended ones stay."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from claims.lifecycle import ClaimStatus
from claims.models import Claim, Decision
from tests.factories import copy_of


@pytest.fixture
def decision(claim_in: Callable[..., Claim]) -> Decision:
    """Elias's approval."""
    return claim_in(ClaimStatus.APPROVED).current_decision


def test_one_current_decision_a_claim(decision: Decision, database_refuses: Callable):
    with database_refuses("one_current_decision_per_claim"):
        copy_of(decision, number=2).save()
    copy_of(decision, number=2, ended_at=timezone.now(), ended_reason="Wrong year.").save()
    assert Decision.objects.count() == 2


def test_numbers_are_unique(decision: Decision, database_refuses: Callable):
    with database_refuses("decision_number_is_unique"):
        copy_of(decision, ended_at=timezone.now(), ended_reason="Wrong year.").save()


def test_ended_has_a_reason(decision: Decision, database_refuses: Callable):
    with database_refuses("decision_ended_has_reason"):
        Decision.objects.update(ended_at=timezone.now())


def test_every_constraint_has_a_test():
    assert {constraint.name for constraint in Decision._meta.constraints} == {
        "decision_number_is_unique",
        "one_current_decision_per_claim",
        "decision_ended_has_reason",
    }


def test_it_is_called_by_its_label(decision: Decision):
    assert str(decision) == "Claim 1: True"
