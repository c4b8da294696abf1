"""The walk: the same script gives the same desk, and a claim is found on its words."""

from pathlib import Path

import pytest
from django.conf import settings

from claims.lifecycle import ClaimStatus
from claims.management.walk import STAGES, Walk, claim_at, claim_for, day, load
from claims.models import Claim, Document, User

SEEDS = Path(settings.BASE_DIR) / "seeds"


def walk(cast: dict[str, User], name: str, stage: str) -> Document:
    path = SEEDS / name
    return Walk(load(path), cast, stage).run(path)


@pytest.mark.parametrize("name", ["radar-regiment.txt", "flood-post.html", "own-draft.md"])
def test_twice_the_same(cast: dict[str, User], name: str) -> None:
    first, second = (walk(cast, name, STAGES[-1]) for _ in range(2))
    told = [
        list(
            document.claims.order_by("number").values_list(
                "quote", "text", "status", "current_decision__label"
            )
        )
        for document in (first, second)
    ]
    assert told[0] == told[1]


def test_imported_leaves_everything_to_triage(cast: dict[str, User]) -> None:
    document = walk(cast, "price-report.md", "imported")
    assert set(document.claims.values_list("status", flat=True)) == {ClaimStatus.PROPOSED}


def test_a_claim_the_machine_cut_otherwise_is_added(document: Document, edith: User) -> None:
    part = {"quote": "The harbour of Vessby", "triage": "queue", "text": None, "kind": "other"}
    before = Claim.objects.count()
    added = claim_for(document, part, edith)
    assert (added.quote, added.made_by, Claim.objects.count()) == (
        "The harbour of Vessby",
        "editor",
        before + 1,
    )


def test_claim_at_finds_the_claim_on_exactly_the_words(document: Document) -> None:
    assert claim_at(document, document.claims.get(number=2).quote).number == 2


def test_day() -> None:
    assert (day(None), str(day("2026-03-12"))) == (None, "2026-03-12")
