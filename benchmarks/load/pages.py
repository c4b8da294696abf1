"""Rows of the table: claim page, document page, dashboards, admin's claim list."""

from collections.abc import Callable, Iterator

from benchmarks.figures import interleaved
from benchmarks.load.asking import Visitor
from benchmarks.load.bare import LIST
from benchmarks.load.building import Cast, cast_of_desk
from benchmarks.load.lists import FLOOR
from benchmarks.load.table import MEGABYTES, QUERIES, Figure, compared
from claims.models import Assignment, Claim, Document, User

DETAIL, DASHBOARD, ADMIN = "page", "dashboard", "admin"
ADMIN_PAGES = {
    "first page": "",
    "status": "?status=triage",
    "kind": "?kind__exact=statistic",
    "words": "?q=harbour",
}


class Beside:
    """Pages of one person, each beside the bare page."""

    def __init__(self, user: User, rounds: int) -> None:
        self.visitor, self.nobody, self.rounds = Visitor(user), Visitor(), rounds
        last = Claim.objects.order_by("-pk").values_list("pk", flat=True)[0]
        self.bare = LIST.format(start=last)

    def compare(
        self, row: str, what: str, address: str, reach: float | None = None, limit: float | None = None
    ) -> Iterator[Figure]:
        """The page against the bare one, and how many queries it takes."""
        actions: list[Callable[[], object]] = [
            lambda: self.visitor.get(address),
            lambda: self.nobody.get(self.bare),
        ]
        ours, floor = interleaved(actions, self.rounds, warm=1)
        yield compared(row, what, ours, floor, FLOOR, reach=reach, limit=limit)
        most = (12, 8) if row == DETAIL else (None, None)
        yield Figure(row, f"{what}, queries", self.visitor.queries(address), QUERIES, *most)

    def megabytes(self, address: str) -> float:
        """How large the page's HTML is."""
        return len(self.visitor.get(address)) / 1_000_000


def measure_details(rounds: int) -> Iterator[Figure]:
    """Claim page and document page of an editor and of a reviewer; the document of 40 sentences and the long one."""
    cast = cast_of_desk()
    long, short = Document.objects.order_by("id")[:2]
    for label, user in (("editor", cast.editor), ("reviewer", cast.reviewers[0])):
        beside = Beside(user, max(rounds // 4, 1))
        for name, document in (("40 sentences", short), ("20,000 sentences", long)):
            address = _document_of(user, document, cast)
            claim = _claim_of(user, document)
            if claim is not None:
                number = f"/documents/{document.pk}/claims/{claim.number}/"
                yield from beside.compare(DETAIL, f"{label}, claim page, {name}", number)
            if address:
                yield from beside.compare(DETAIL, f"{label}, document page, {name}", address)
                size = beside.megabytes(address)
                yield Figure(DETAIL, f"{label}, document page, {name}, HTML", size, MEGABYTES, 1.0)


def _document_of(user: User, document: Document, cast: Cast) -> str:
    if user == cast.editor or _claim_of(user, document):
        return f"/documents/{document.pk}/"
    return ""


def _claim_of(user: User, document: Document) -> Claim | None:
    """A claim that is in review: the reviewer's own, for an editor anybody's."""
    found = Assignment.objects.filter(claim__document=document, status="started").order_by("id")
    if user.username.startswith("reviewer"):
        found = found.filter(reviewer=user)
    first = found.select_related("claim").first()
    return first.claim if first else None


def measure_dashboards(rounds: int) -> Iterator[Figure]:
    """The desk of an editor, with the progress of the open documents, and the queue of a reviewer."""
    cast = cast_of_desk()
    yield from Beside(cast.editor, rounds).compare(DASHBOARD, "editor", "/", 4, 2)
    yield from Beside(cast.reviewers[0], rounds).compare(DASHBOARD, "reviewer", "/")


def measure_admin(rounds: int) -> Iterator[Figure]:
    """Admin's claim list: the first page, and under a filter."""
    beside = Beside(cast_of_desk().administrator, max(rounds // 2, 1))
    for what, query in ADMIN_PAGES.items():
        yield from beside.compare(ADMIN, what, f"/admin/claims/claim/{query}", 6, 4)
