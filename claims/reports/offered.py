"""Which documents the claim list offers to choose from: few, found without going through all. Reads only."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from claims.lifecycle import LIVE, Role
from claims.models import Assignment, Claim, Document, Review, User
from claims.permissions import visible_to

DOCUMENTS_OFFERED = 25
CANDIDATES = 200  # how many are looked at to find those few


def documents_seen(user: User) -> QuerySet[Document]:
    """The documents of the claims that this person sees: each of them is accepted from an address."""
    return Document.objects.only("title").filter(_seen(user))


def documents_offered(user: User) -> QuerySet[Document]:
    """A few of them, the newest; for a reviewer, those of the claims they got last."""
    if Role.REVIEWER in user.roles and not user.roles & {Role.EDITOR, Role.READER}:
        wrote = Exists(Review.objects.filter(assignment=OuterRef("pk")))
        mine = Assignment.objects.assigned_to(user).filter(Q(status__in=LIVE) | wrote)
        offered = Q(pk__in=mine.order_by("-claim_id").values("claim__document")[:CANDIDATES])
    else:
        newest = Document.objects.arrived().order_by("-added_at", "-id").values("pk")
        offered = Q(pk__in=newest[:CANDIDATES]) & _seen(user)
    return Document.objects.only("title").filter(offered).order_by("-added_at", "-id")[:DOCUMENTS_OFFERED]


def _seen(user: User) -> Q:
    """Documents with a claim that this person sees; for an editor every document that has arrived."""
    if Role.EDITOR in user.roles:
        return Q(current_revision__isnull=False)
    return Q(Exists(visible_to(user, Claim.objects.filter(document=OuterRef("pk")))))
