"""The things of the desk, one noun a file, each with its QuerySet."""

from claims.models.assignment import Assignment
from claims.models.claim import Claim, ClaimLink, ClaimSpan
from claims.models.decision import Decision
from claims.models.document import Document, Revision, RevisionText
from claims.models.evidence import Evidence, SavedFile
from claims.models.history import Chain, Event, EventBody
from claims.models.issued_report import IssuedReport
from claims.models.note import Contact, Note, Suggestion
from claims.models.outbox import Outbox
from claims.models.policy import Policy
from claims.models.review import Review
from claims.models.scale import Scale, Verdict
from claims.models.user import User

__all__ = [
    "Assignment",
    "Chain",
    "Claim",
    "ClaimLink",
    "ClaimSpan",
    "Contact",
    "Decision",
    "Document",
    "Event",
    "EventBody",
    "Evidence",
    "IssuedReport",
    "Note",
    "Outbox",
    "Policy",
    "Review",
    "Revision",
    "RevisionText",
    "SavedFile",
    "Scale",
    "Suggestion",
    "User",
    "Verdict",
]
