"""A document for reports, built through the verbs: every standing, and a marker in all that must stay unsaid."""

import datetime
from collections.abc import Mapping

from claims.models import Assignment, Claim, Document, User
from claims.workflow import approving, assigning, evidence, talking, triage
from tests import factories

# In every field of a confidential piece, and in what reports never print: notes, contacts, struck evidence.
MARKER = "quartz"
SECRET_DAY = datetime.date(1987, 6, 5)
SECRET = factories.source(
    f"{MARKER} title",
    stance="refutes",
    form="interview",
    link=f"https://{MARKER}.example/link",
    publisher=f"{MARKER} publisher",
    origin=f"{MARKER} origin",
    excerpt=f"{MARKER} excerpt",
    locator=f"{MARKER} locator",
    published=SECRET_DAY,
    accessed=SECRET_DAY,
    archive_link=f"https://{MARKER}.example/archive",
    confidential=True,
)
TABLE = factories.source(
    link="https://statistics.example/freight/2025",
    excerpt="Vessby: 4.1 million tonnes.",
    locator="row 7",
    published=datetime.date(2026, 1, 14),
    accessed=datetime.date(2026, 3, 11),
    archive_link="https://archive.example/freight",
)


def claim_of(document: Document, number: int) -> Claim:
    """A claim of the document as it is now."""
    return Claim.objects.select_related("document").get(document=document, number=number)


def asked(claim: Claim, cast: Mapping[str, User], reviewer: str = "carl") -> Assignment:
    """The claim queued and one reviewer asked."""
    return assigning.assign(triage.queue(claim, by=cast["edith"]), to=cast[reviewer], by=cast["edith"])


def approve(claim: Claim, cast: Mapping[str, User], *, label: str = "True", **more: str) -> None:
    """Walk a proposed claim to an approved verdict: carl reviews, elias approves."""
    factories.make_review(asked(claim, cast), label=label, sources=[TABLE])
    approving.approve(claim, by=cast["elias"], **more)


def checked(cast: Mapping[str, User], **about: object) -> Document:
    """Fully checked: claim 1 true with open and secret evidence, 2 skipped, 3 false with an exemption."""
    document = factories.make_document(cast["edith"], title="The new quay", **about)
    first, second, third = (claim_of(document, number) for number in (1, 2, 3))
    assignment = asked(first, cast)
    struck = factories.make_review(assignment, submit=False, sources=[TABLE, SECRET], rationale="Two agree.")
    piece = evidence.add_evidence(assignment, factories.source(f"{MARKER} leaflet"), by=cast["carl"])
    evidence.strike_evidence(piece, by=cast["carl"], reason=f"{MARKER} forged", version=1)
    talking.add_note(first, by=cast["carl"], body=f"{MARKER} note")
    talking.record_contact(first, by=cast["edith"], who=f"{MARKER} person", how="By letter")
    factories.make_review(assignment, rationale="The tables agree.", sources=[], confidence="low")
    assert struck.pk
    approving.approve(first, by=cast["elias"], wording="Vessby handled 4.1 million tonnes in 2025.")
    triage.skip(second, by=cast["edith"], reason="other", words="Nobody disputes the day.")
    exempt = {"exemption": "The port closed its books.", "sources": []}
    factories.make_review(asked(third, cast, "clara"), label="False", rationale="It cost 80.", **exempt)
    approving.approve(third, by=cast["elias"])
    return document
