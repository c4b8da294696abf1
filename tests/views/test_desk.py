"""The dashboard and the way to the next claim."""

import datetime
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from claims.lifecycle import ClaimStatus
from claims.models import Assignment, Claim, User
from claims.workflow import approving, assigning, triage
from tests import factories

HOUR = datetime.timedelta(hours=1)


def assigned(claim: Claim, to: User, by: User, hours: float | None) -> Assignment:
    due = timezone.now() + hours * HOUR if hours is not None else None
    triage.queue(claim, by=by)
    return assigning.assign(claim, to=to, by=by, due=due)


def claims_for(editor: User, count: int) -> list[Claim]:
    return [
        factories.make_document(editor).claims.select_related("document").order_by("number")[0]
        for _ in range(count)
    ]


def groups(client: Client, user: User, name: str) -> list[tuple[str, list[int]]]:
    client.force_login(user)
    return [(group.key, [row.pk for row in group.rows]) for group in client.get("/").context[name]]


def test_dashboard_puts_each_assignment_in_the_first_group_that_fits(client: Client, edith: User, carl: User):
    hours = [-2, 5, 5, 72, 72, None]
    made = [assigned(claim, carl, edith, due) for claim, due in zip(claims_for(edith, 6), hours, strict=True)]
    late, soon, soon_started, returned, started, asked = made
    for assignment in (late, soon_started, started):
        factories.make_review(assignment, submit=False)
    factories.make_review(returned)
    approving.return_review(returned, by=edith, reason="The quay opened in April, by its own plate.")
    assert groups(client, carl, "queue") == [
        ("overdue", [late.pk]),
        ("due_soon", [soon.pk, soon_started.pk]),
        ("returned", [returned.pk]),
        ("started", [started.pk]),
        ("asked", [asked.pk]),
    ]
    page = client.get("/").content.decode()
    assert "“The quay opened in April, by its own plate.”" in page
    assert "6 claims to check. One is overdue, two are due soon, one is returned." in page


def test_dashboard_of_an_empty_queue_says_why(client: Client, carl: User):
    client.force_login(carl)
    page = client.get("/").content.decode()
    assert "Nothing to check." in page
    assert "Start next" not in page


def test_dashboard_shows_what_i_finished_with_my_own_verdict(
    client: Client, claim: Claim, edith: User, carl: User
):
    factories.make_review(assigned(claim, carl, edith, 5), label="Half true")
    client.force_login(carl)
    context = client.get("/").context
    assert [str(review.verdict) for review in context["finished"]] == ["Half true"]
    assert context["shares"] == []


def test_dashboard_shows_my_own_share_only(client: Client, document, edith: User, carl: User, clara: User):
    first, second, *_ = document.claims.select_related("document").order_by("number")
    factories.make_review(assigned(first, carl, edith, 5))
    assigned(second, carl, edith, 5)
    assigning.assign(second, to=clara, by=edith)
    client.force_login(carl)
    (share,) = client.get("/").context["shares"]
    assert (share.title, share.total, share.done, share.started) == (document.title, 2, 1, 0)
    assert [part["width"] for part in share.parts] == ["50"]


def test_dashboard_never_says_to_a_reviewer_where_a_claim_stands(
    client: Client, claim: Claim, edith: User, carl: User, clara: User
):
    assigned(claim, carl, edith, 5)
    second = assigning.assign(claim, to=clara, by=edith)
    client.force_login(carl)
    before = client.get("/").content
    factories.make_review(second)
    after = client.get("/").content
    assert strip_tokens(after) == strip_tokens(before)


def strip_tokens(page: bytes) -> str:
    lines = page.decode().splitlines()
    return "\n".join(line for line in lines if "csrfmiddlewaretoken" not in line)


def test_dashboard_of_an_editor_groups_what_waits(
    client: Client, edith: User, claim_in: Callable[[ClaimStatus], Claim]
):
    wanted = [ClaimStatus.QUEUED, ClaimStatus.SUBMITTED, ClaimStatus.DISPUTED, ClaimStatus.APPROVED]
    queued, submitted, disputed, _ = [claim_in(status) for status in wanted]
    late = claim_in(ClaimStatus.ASSIGNED)
    Claim.objects.filter(pk=late.pk).update(due_at=timezone.now() - HOUR)
    found = dict(groups(client, edith, "waiting"))
    assert {key: found[key] for key in found if key != "proposed"} == {
        "queued": [queued.pk],
        "submitted": [submitted.pk],
        "disputed": [disputed.pk],
        "overdue": [late.pk],
    }
    assert len(found["proposed"]) == 8
    assert "?status=proposed" in client.get("/").content.decode()


@pytest.mark.parametrize("late", ["proposed", "queued", "in_review", "submitted"])
def test_what_the_dashboard_calls_overdue_is_what_the_claim_list_calls_so(
    client: Client, edith: User, rolf: User, claim_in: Callable[[ClaimStatus], Claim], late: str
):
    claims = {status: claim_in(ClaimStatus(status)) for status in ("in_review", "queued", "submitted")}
    claims["proposed"] = factories.make_document(edith).claims.order_by("number")[0]
    Claim.objects.filter(pk=claims[late].pk).update(due_at=timezone.now() - HOUR)
    found = dict(groups(client, edith, "waiting"))
    assert found["overdue"] == [claims[late].pk]
    page = client.get("/").content.decode()
    assert "One overdue. " in page
    listed = client.get("/claims/?due=overdue").context["rows"]
    assert [(row.document, row.number) for row in listed] == [(claims[late].document_id, claims[late].number)]
    for key, keys in found.items():
        if key not in ("overdue", "proposed"):
            assert len(client.get(f"/claims/?status={key}").context["rows"]) == len(keys)


def test_dashboard_leads_who_also_reviews_to_their_own_late_claims_too(
    client: Client, edith: User, rolf: User
):
    mine, *theirs = claims_for(edith, 10)
    assigned(mine, rolf, edith, 5)
    Claim.objects.filter(pk__in=[claim.pk for claim in (mine, *theirs)]).update(due_at=timezone.now() - HOUR)
    groups(client, rolf, "waiting")
    assert ">All overdue, yours too</a>" in client.get("/").content.decode()
    groups(client, edith, "waiting")
    assert ">All 10 overdue</a>" in client.get("/").content.decode()


def test_dashboard_of_an_editor_shows_progress(client: Client, edith: User, claim_in: Callable[..., Claim]):
    claim = claim_in(ClaimStatus.APPROVED)
    client.force_login(edith)
    (share,) = client.get("/").context["progress"]
    assert (share.document, share.done, share.total) == (claim.document_id, 1, claim.document.claims.count())


MORE_DOCUMENTS = 'These 8 are due first. <a href="/documents/?order=due">All documents</a>'


@pytest.mark.parametrize(("documents", "said"), [(8, 0), (9, 1)])
def test_dashboard_says_that_it_shows_the_documents_due_first(
    client: Client, edith: User, carl: User, documents: int, said: int
):
    for claim in claims_for(edith, documents):
        assigned(claim, carl, edith, 5)
    for user, part in ((edith, "progress"), (carl, "shares")):
        client.force_login(user)
        page = client.get("/")
        assert (len(page.context[part]), page.content.decode().count(MORE_DOCUMENTS)) == (8, said)


def test_dashboard_of_both_roles_has_both_parts(client: Client, claim: Claim, edith: User, rolf: User):
    assignment = assigned(claim, rolf, edith, 5)
    assert groups(client, rolf, "queue") == [("due_soon", [assignment.pk])]
    assert "proposed" in dict(groups(client, rolf, "waiting"))


def test_dashboard_hides_from_an_editor_how_their_own_review_stands_among_others(
    client: Client, claim: Claim, edith: User, rolf: User, clara: User
):
    assigned(claim, rolf, edith, 72)
    Claim.objects.filter(pk=claim.pk).update(due_at=timezone.now() - HOUR)
    assert claim.pk in dict(groups(client, edith, "waiting"))["overdue"]
    assert "overdue" not in dict(groups(client, rolf, "waiting"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("rita", "Approved claims are open to you under Claims."),
        ("ada", "Accounts, scales and policies are kept in Admin."),
        ("otto", "Your account has no role at this desk yet."),
    ],
)
def test_dashboard_tells_everybody_else_where_to_go(
    client: Client, cast: dict[str, User], name: str, words: str
):
    client.force_login(cast[name])
    assert words in client.get("/").content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_dashboard_of_a_reviewer_asks_a_constant_number_of_queries(
    client: Client, edith: User, carl: User, rows: int, django_assert_num_queries: DjangoAssertNumQueries
):
    for claim in claims_for(edith, rows):
        assigned(claim, carl, edith, 5)
    for claim in claims_for(edith, rows):
        factories.make_review(assigned(claim, carl, edith, 5))
    client.force_login(carl)
    with django_assert_num_queries(5):
        client.get("/")


@pytest.mark.parametrize("rows", [1, 3])
def test_dashboard_of_an_editor_asks_a_constant_number_of_queries(
    client: Client,
    edith: User,
    claim_in: Callable[..., Claim],
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
):
    for _ in range(rows):
        for status in (ClaimStatus.QUEUED, ClaimStatus.DISPUTED):
            claim_in(status, factories.make_document(edith, "Vessby sold 12 boats in 2025.\n"))
    client.force_login(edith)
    with django_assert_num_queries(5):
        client.get("/")


def test_groups_with_more_than_they_show_are_counted_by_one_query_more(
    client: Client, edith: User, django_assert_num_queries: DjangoAssertNumQueries
):
    for claim in claims_for(edith, 9):
        triage.queue(claim, by=edith)
    client.force_login(edith)
    with django_assert_num_queries(6):
        page = client.get("/").content.decode()
    assert "All 18 to triage" in page
    assert "All 9 unassigned" in page


def test_start_next_leads_to_the_most_urgent_claim(client: Client, edith: User, carl: User):
    later, soon = claims_for(edith, 2)
    assigned(later, carl, edith, 72)
    assigned(soon, carl, edith, 5)
    client.force_login(carl)
    assert (
        client.get("/start-next/").headers["Location"]
        == f"/documents/{soon.document_id}/claims/{soon.number}/"
    )
    assert Assignment.objects.filter(status="asked").count() == 2


def test_start_next_with_nothing_to_do_says_so(client: Client, carl: User):
    client.force_login(carl)
    assert "Nothing to check." in client.get("/start-next/", follow=True).content.decode()
