"""The evidence of a report: which pieces it prints, whether they count, and the one place of redaction.

Of a confidential piece nothing but its number and stance leaves this module, and no other piece's answer rests on
it: “same origin as 5.1” would name a source that must stay unnamed.
"""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from claims.models import Document, Evidence
from claims.reports.claim_facts import EvidenceFacts
from claims.sufficiency import Counting, Requirement, assess
from claims.vocabulary import EvidenceForm, EvidenceLevel, Stance

Row = Mapping[str, Any]
COLUMNS = (
    "review_id", "number", "stance", "form", "level", "title", "publisher", "origin", "excerpt", "locator",
    "published", "accessed", "link", "archive_link", "confidential", "struck_at",
    "file__sha256", "saved_copy__sha256",
)  # fmt: skip


@dataclass(slots=True)
class Sources:
    """The evidence of one review: what stands, and how many pieces were struck."""

    standing: list[Row] = field(default_factory=list)
    struck: int = 0


@dataclass(slots=True)
class _Weighed:
    """A public piece as ``sufficiency`` reads it, under its number in the report."""

    number: int
    stance: str
    level: str
    origin: str
    struck_at: datetime.datetime | None = None


def sources_by_review(document: Document) -> dict[int, Sources]:
    """The evidence of every submitted review of a claim with a decision; one query."""
    rows = Evidence.objects.filter(
        claim__document=document,
        claim__current_decision__isnull=False,
        review__submitted_at__isnull=False,
    ).order_by("review", "number")
    found: dict[int, Sources] = {}
    for row in rows.values(*COLUMNS).iterator(chunk_size=2000):
        sources = found.setdefault(row["review_id"], Sources())
        if row["struck_at"] is None:
            sources.standing.append(row)
        else:
            sources.struck += 1
    return found


def evidence_of(
    rows: Iterable[Row],
    requirement: Requirement,
    *,
    claim: int,
    first: int,
    kind: str,
    speaker: str,
    publisher: str,
) -> tuple[EvidenceFacts, ...]:
    """The pieces of one review of the claim with number ``claim``, numbered from ``first``."""
    numbered = list(enumerate(rows, first))
    public = [
        _Weighed(number, row["stance"], row["level"], row["origin"])
        for number, row in numbered
        if not row["confidential"]
    ]
    counting = assess(requirement, public, kind=kind, speaker=speaker, publisher=publisher).by_number
    return tuple(
        EvidenceFacts(number=number, stance=Stance(row["stance"]), confidential=True)
        if row["confidential"]
        else _public(number, row, counting[number], claim)
        for number, row in numbered
    )


def _public(number: int, row: Row, counting: Counting, claim: int) -> EvidenceFacts:
    return EvidenceFacts(
        number=number,
        stance=Stance(row["stance"]),
        confidential=False,
        form=EvidenceForm(row["form"]),
        level=EvidenceLevel(row["level"]),
        title=row["title"],
        publisher=row["publisher"],
        origin=row["origin"],
        excerpt=row["excerpt"],
        locator=row["locator"],
        published=row["published"],
        accessed=row["accessed"],
        link=row["link"],
        archive_link=row["archive_link"],
        file_sha256=row["file__sha256"] or "",
        saved_copy_sha256=row["saved_copy__sha256"] or "",
        counts=counting.counts,
        why=re.sub(r"\bE(\d+)$", rf"{claim}.\1", counting.why),
    )
