"""The documents say what the code does: their tables are generated, and every word of the product is named.

``make docs`` (WRITE_DOCS=1 with these tests) writes docs/lifecycle.md and docs/permissions.md anew.
"""

import os
from pathlib import Path

import pytest

from claims.lifecycle import ASSIGNMENT_MOVES, CLAIM_MOVES, NOT_YET, AssignmentStatus, ClaimStatus
from claims.models import User
from tests import docs_tables
from tests.scenes import everybody

DOCS = Path(__file__).resolve().parents[1] / "docs"


def compare(name: str, text: str) -> None:
    path = DOCS / name
    if os.environ.get("WRITE_DOCS"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, f"docs/{name} is out of date: run make docs"


def test_the_lifecycle_is_written_down():
    compare("lifecycle.md", docs_tables.lifecycle())


@pytest.mark.django_db
def test_the_permissions_are_written_down(cast: dict[str, User]):
    compare("permissions.md", docs_tables.permissions(everybody(cast)))


def test_every_status_and_move_is_named():
    text = (DOCS / "lifecycle.md").read_text(encoding="utf-8")
    assert [status for status in ClaimStatus if f"| {status.label} | `{status}` |" not in text] == []
    assert [status for status in AssignmentStatus if status.value not in text] == []
    moves = {**CLAIM_MOVES, **ASSIGNMENT_MOVES}
    starred = {name: " *" if name in NOT_YET else "" for name in moves}
    assert [name for name in moves if f"| {name}{starred[name]} | " not in text] == []


def test_what_is_not_there_yet_is_named():
    text = (DOCS / "lifecycle.md").read_text(encoding="utf-8")
    listed = text.split("## Not yet")[1].split(":\n")[1].strip().rstrip(".")
    assert set(listed.split(", ")) == NOT_YET
