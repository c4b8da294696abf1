"""Evidence: constraints as sentences."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from claims.lifecycle import ClaimStatus
from claims.models import Claim, Evidence, SavedFile
from tests.factories import copy_of


@pytest.fixture
def piece(claim_in: Callable[..., Claim]) -> Evidence:
    """The one source of carl's draft."""
    claim_in(ClaimStatus.IN_REVIEW)
    return Evidence.objects.get()


BAD = {
    "evidence_stance_is_known": {"stance": "maybe"},
    "evidence_form_is_known": {"form": "rumour"},
    "evidence_level_is_known": {"level": "tertiary"},
    "evidence_struck_has_reason": {"struck_at": timezone.now()},
}


@pytest.mark.parametrize("name", BAD)
def test_the_database_refuses(piece: Evidence, database_refuses: Callable, name: str):
    with database_refuses(name):
        Evidence.objects.update(**BAD[name])


def test_numbers_are_unique_in_a_review(piece: Evidence, database_refuses: Callable):
    with database_refuses("evidence_number_is_unique"):
        copy_of(piece).save()


def test_every_constraint_has_a_test():
    names = {constraint.name for constraint in Evidence._meta.constraints}
    assert names == {*BAD, "evidence_number_is_unique"}


def test_standing_is_not_struck(piece: Evidence):
    assert list(Evidence.objects.standing()) == [piece]
    Evidence.objects.update(struck_at=timezone.now(), struck_reason="Wrong year.")
    assert list(Evidence.objects.standing()) == []


def test_a_saved_file_is_stored_once(db: None, database_refuses: Callable):
    values = {
        "sha256": "a" * 64,
        "size": 1,
        "media_type": "text/plain",
        "path": "a",
        "added_at": timezone.now(),
    }
    assert str(SavedFile.objects.create(**values)) == "a" * 12
    with database_refuses("sha256"):
        SavedFile.objects.create(**values)
