"""Claims chosen in the list, carried from page to page in one signed field: thousands need no thousand inputs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.core import signing
from django.db.models import QuerySet

from claims.admin.signs import with_shown_status
from claims.models import Assignment, Claim, User
from claims.permissions import visible_to

SALT = "claims.admin.selection"
ROWS_A_QUERY = 500


@dataclass(frozen=True)
class Selection:
    """Each chosen claim with the version its editor saw, and whose choice it is."""

    seen: dict[int, int]
    by: User

    @classmethod
    def of(cls, claims: "QuerySet[Claim]", by: User) -> "Selection":
        """The claims of a list as it stands now, in the order of documents and numbers."""
        rows = claims.order_by("document", "number").values_list("pk", "version")
        return cls(dict(rows), by)

    def sealed(self) -> str:
        """The one field of the form."""
        flat = [number for pair in self.seen.items() for number in pair]
        return signing.dumps([self.by.pk, *flat], salt=SALT, compress=True)

    @classmethod
    def opened(cls, sealed: str, by: User) -> "Selection | None":
        """The selection of a form; nothing when it was tampered with or belongs to someone else."""
        try:
            owner, *flat = signing.loads(sealed, salt=SALT)
        except signing.BadSignature:
            return None
        return cls(dict(zip(flat[::2], flat[1::2], strict=True)), by) if owner == by.pk else None

    def claims(self, first: int | None = None) -> Iterator[Claim]:
        """The claims in order, a few queries at a time; those no longer seen are left out."""
        for some in in_portions(list(self.seen)[:first]):
            rows = visible_to(self.by, Claim.objects.filter(pk__in=some)).select_related("document")
            found = {claim.pk: claim for claim in with_shown_status(rows, self.by)}
            yield from (found[pk] for pk in some if pk in found)

    def reviewers(self) -> "QuerySet[User]":
        """Everyone the visitor sees to be on a chosen claim."""
        pks: set[int] = set()
        for some in in_portions(self.seen):
            live = visible_to(self.by, Assignment.objects.live().filter(claim__in=some))
            pks.update(live.values_list("reviewer", flat=True))
        return User.objects.filter(pk__in=pks).order_by("username")


def in_portions(pks: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """So many that any database takes them in one query."""
    rest = iter(pks)
    while some := tuple(islice(rest, ROWS_A_QUERY)):
        yield some
