"""Each order of the claim list, and each filter in it, walks the index that is named after it, on both databases.

PostgreSQL chooses by what it knows of the rows: it is given some, and told not to read and sort so small a table.
"""

import datetime
import re
from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.http import QueryDict
from django.test import RequestFactory

from claims.filters import filter_of
from claims.lifecycle import AssignmentStatus, ClaimStatus
from claims.models import Assignment, Claim, Document
from claims.permissions import visible_to
from claims.reports.coverage import own_standing
from claims.reports.figures import COUNTED, handed_in
from claims.reports.table_rows import with_own
from claims.reports.waiting import PILES, OpenClaims
from claims.vocabulary import Kind

ROWS = 51
KEY = "the primary key"
FORBIDDEN = ("seqscan", "bitmapscan", "sort", "hashjoin", "mergejoin")
OTHERS = """
    SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND tablename = %s AND indexname <> %s
    AND indexname NOT IN (SELECT conname FROM pg_constraint)
"""

KINDS = [Kind.EVENT, *(kind for kind in Kind if kind != Kind.EVENT)]


@pytest.fixture(autouse=True)
def many(document, edith, carl, clara):
    """On PostgreSQL six hundred claims of every kind, few queued or without a due time, half with reviewers."""
    if connection.vendor != "postgresql":
        return
    statuses = [*[ClaimStatus.PROPOSED] * 11, ClaimStatus.QUEUED, ClaimStatus.ASSIGNED]
    claims = [like(document.claims.all()[0], number, statuses, KINDS) for number in range(600)]
    Claim.objects.bulk_create(claims)
    Assignment.objects.bulk_create(
        Assignment(
            claim=claim,
            round=1,
            reviewer=clara if claim.number % 20 else carl,
            status=(AssignmentStatus.ASKED, AssignmentStatus.STARTED)[claim.number % 3 % 2],
            by=edith,
            at=claim.added_at,
            due_at=claim.due_at,
        )
        for claim in claims[::2]
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE claims_claim, claims_assignment, claims_document")


def like(claim, number, statuses, kinds):
    """A new claim of the same passage with another number, status, kind, worth and due time."""
    columns = {field.attname: getattr(claim, field.attname) for field in claim._meta.concrete_fields}
    columns |= {
        "id": None,
        "number": 100 + number,
        "status": statuses[number % 13],
        "kind": kinds[number % 17 and 1 + number % (len(kinds) - 1)],
        "check_worthiness": number * 37 % 1000,
        "due_at": claim.added_at + datetime.timedelta(hours=number * 13 % 999) if number % 11 else None,
    }
    del columns["due_sort"]
    return Claim(**columns)


def walked(rows, table: str, wanted: str, called: str = "") -> list[str]:
    """The index by which the rows of a table are found, and "sorted" where they had to be sorted.

    Among a few hundred rows several indexes cost PostgreSQL the same: there the others of the table are gone (until the
    test ends), so that only the one that is wanted or the key can serve, in its order.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(OTHERS, [table, wanted])
            for (name,) in cursor.fetchall():
                cursor.execute(f'DROP INDEX "{name}"')
            cursor.execute("; ".join(f"SET LOCAL enable_{way} = off" for way in FORBIDDEN))
        plan = rows.explain()
    if connection.vendor == "postgresql":
        found = re.findall(
            rf"Scan(?: Backward)? using (\w+) on {table}(?: own| on_it| (?i:{called}))? ", plan
        )
        ordered = re.search(r"^ *(?:-> +)?Sort", plan, re.MULTILINE)
    else:
        name = called or ("(?:own|on_it)" if table == "claims_assignment" else table)
        steps = re.findall(rf"(?:SCAN|SEARCH) {name}\b(?! ?_)(?: USING (?:COVERING )?INDEX (\w+))?", plan)
        found = [step or "claims_claim_pkey" for step in steps]
        ordered = re.search(r"^\d+ 0 0 USE TEMP B-TREE FOR ORDER BY", plan, re.MULTILINE)
    named = [KEY if name.endswith("_pkey") else name for name in found[:1]]
    return named + ["sorted"] * bool(ordered)


def list_of(user, asked):
    """The first page of the claim list, as the page asks for it."""
    request = RequestFactory().get(f"/claims/?{asked}")
    request.user = user
    rows = visible_to(user, Claim.objects.all())
    if user.username == "carl":
        rows = with_own(user, rows)
    filterset = filter_of(user)(QueryDict(asked), rows, request=request)
    assert filterset.errors == {}
    return filterset.qs.order_by(*filterset.columns).values("pk")[:ROWS]


OF_AN_EDITOR = {
    "order=new": KEY,
    "order=new&status=queued": "claim_list_of_status",
    "order=new&kind=event": "claim_list_of_kind",
    "order=new&due=overdue": KEY,
    "order=new&due=none": KEY,
    "order=new&worth=800": KEY,
    "order=new&verdict=True": KEY,
    "order=new&status=queued&due=soon": "claim_list_of_status",
    "order=new&kind=event&worth=800": "claim_list_of_kind",
    "order=worth": "claim_list_by_worth",
    "order=worth&status=queued": "claim_triage_list",
    "order=worth&kind=event": "claim_list_of_kind_by_worth",
    "order=worth&due=overdue": "claim_list_by_worth",
    "order=worth&due=none": "claim_list_by_worth",
    "order=worth&worth=800": "claim_list_by_worth",
    "order=worth&verdict=True": "claim_list_by_worth",
    "order=worth&status=queued&due=soon": "claim_triage_list",
    "order=worth&kind=event&worth=800": "claim_list_of_kind_by_worth",
    "order=due": "claim_list_by_due",
    "order=due&status=queued": "claim_list_by_status_and_due",
    "order=due&kind=event": "claim_list_of_kind_by_due",
    "order=due&due=overdue": "claim_list_by_due",
    "order=due&due=none": "claim_list_by_due",
    "order=due&worth=800": "claim_list_by_due",
    "order=due&verdict=True": "claim_list_by_due",
    "order=due&kind=event&worth=800": "claim_list_of_kind_by_due",
}


@pytest.mark.parametrize("asked", OF_AN_EDITOR)
def test_the_list_of_an_editor(edith, asked):
    wanted = OF_AN_EDITOR[asked]
    assert walked(list_of(edith, asked), "claims_claim", wanted) == [wanted]


@pytest.mark.parametrize("order", ["new", "worth", "due"])
def test_the_list_of_an_editor_under_a_reviewer(edith, carl, order):
    rows = list_of(edith, f"order={order}&reviewer={carl.pk}")
    if order == "new":
        assert walked(rows, "claims_assignment", "assignment_list_newest") == ["assignment_list_newest"]
    else:  # theirs are found and sorted; PostgreSQL, told not to sort, begins with them too
        assert walked(rows, "claims_assignment", "assignment_queue")[0] == "assignment_queue"


OF_A_REVIEWER = {
    "order=new": "assignment_list_newest",
    "order=new&state=asked": "assignment_list_newest",
    "order=new&verdict=True": "assignment_list_newest",
    "order=due": "assignment_list_by_due",
    "order=due&state=asked": "assignment_list_by_due",
    "order=due&verdict=True": "assignment_list_by_due",
    "order=due&due=overdue": "assignment_list_by_due",
}


@pytest.mark.parametrize("asked", OF_A_REVIEWER)
def test_the_list_of_a_reviewer(carl, asked):
    wanted = OF_A_REVIEWER[asked]
    assert walked(list_of(carl, asked), "claims_assignment", wanted) == [wanted]


def test_the_lists_of_documents(edith):
    newest = Document.objects.order_by("-added_at", "-id")[:ROWS]
    by_due = Document.objects.order_by("due_sort", "id")[:ROWS]
    for rows, wanted in ((newest, "document_list_newest_first"), (by_due, "document_list_by_due")):
        with transaction.atomic():
            assert walked(rows, "claims_document", wanted) == [wanted]
            transaction.set_rollback(True)


def test_the_claims_of_a_status_in_a_document(edith, document):
    of_document = Claim.objects.filter(document=document).order_by().values_list("document", "status")
    rows, wanted = of_document.order_by("document", "status")[:ROWS], "claim_progress_of_document"
    assert walked(rows, "claims_claim", wanted) == [wanted]


class Statement:
    """A statement on the claims that are open to an editor; explained as a queryset is."""

    def __init__(self, user, sql: str):
        self.sql, self.values = OpenClaims(user).asked(sql)

    def explain(self) -> str:
        how = "EXPLAIN" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
        with connection.cursor() as cursor:
            cursor.execute(f"{how} {self.sql}", self.values)
            steps = [" ".join(map(str, row)) for row in cursor.fetchall()]
        return "\n".join(without_what_is_looked_up_once(steps))


def without_what_is_looked_up_once(steps: list[str]) -> Iterator[str]:
    """PostgreSQL tells of it first, further in."""
    inside = None
    for step in steps:
        depth = len(step) - len(step.lstrip())
        if inside is None or depth <= inside:
            inside = depth if step.lstrip().startswith("CTE ") else None
            yield step


@pytest.mark.parametrize(
    ("pile", "status"), [(pile, status) for pile in PILES for status in sorted(pile.statuses)]
)
def test_the_first_rows_of_an_editors_dashboard(edith, pile, status):
    wanted = "claim_triage_list" if pile.key == "proposed" else "claim_list_by_status_and_due"
    rows = Statement(edith, f"{pile.of({status})} ORDER BY {pile.order} LIMIT 9")
    assert walked(rows, "claims_claim", wanted) == [wanted]


# Of the late ones SQLite says that it may look at the row, as their due time is a column that is made of another; it
# never does.
@pytest.mark.parametrize("pile", [pile for pile in PILES if not pile.is_late])
def test_the_counts_of_an_editors_dashboard_read_nothing_but_the_index(edith, pile):
    wanted = "claim_list_by_status_and_due"
    rows = Statement(edith, f"{pile.of(pile.statuses)} LIMIT {COUNTED + 1}")
    assert walked(rows, "claims_claim", wanted) == [wanted]
    assert re.search(rf"(COVERING INDEX|Index Only Scan using) {wanted}", rows.explain())


@pytest.mark.parametrize("rows", [5, COUNTED + 1])
def test_what_a_reviewer_finished_last(carl, rows):
    wanted = "assignment_finished_list"
    found = walked(handed_in(carl).values("pk")[:rows], "claims_assignment", wanted, "claims_assignment")
    assert found == [wanted]


def test_a_reviewers_share_of_a_document(carl, document):
    either = {"postgresql": "one_open_assignment_per_reviewer", "sqlite": "assignment_list_newest"}
    wanted = either[
        connection.vendor
    ]  # SQLite cannot know that a value it is given fits the condition of an index
    rows = Claim.objects.filter(document=document).values_list(own_standing(carl))
    assert walked(rows, "claims_assignment", wanted, "U0") == [wanted]
