"""The claim list and one claim's page: what they show to whom, and that edits go through the verb."""

import datetime
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.lifecycle import ClaimStatus
from claims.models import Claim, Event, User, search
from claims.workflow import assigning, editing, triage
from tests import factories
from tests.admin.conftest import LIST, do, errors_of, words_of

S = ClaimStatus


def page_of(claim: Claim) -> str:
    return f"{LIST}{claim.pk}/change/"


def numbers(client: Client, **query: str) -> list[int]:
    """The claims a list shows, by number."""
    return [claim.number for claim in client.get(LIST, query).context["cl"].result_list]


def typed(claim: Claim, **more: object) -> dict[str, object]:
    given = {"text": claim.text, "speaker": claim.speaker, "kind": claim.kind, "flags": claim.flags}
    return {**given, "version_seen": claim.version, **more}


@pytest.fixture
def editor(as_: Callable[[str], Client]) -> Client:
    return as_("edith")


def test_the_list_shows_status_reviewers_and_due_time(claim_in: Callable[..., Claim], editor: Client):
    claim = claim_in(S.IN_REVIEW)
    Claim.objects.filter(pk=claim.pk).update(due_at=datetime.datetime(2031, 3, 13, 12, tzinfo=datetime.UTC))
    answer = editor.get(LIST, {"status": "in_review"})
    said = words_of(answer)
    assert answer.context["cl"].list_display[:4] == ["action_checkbox", "numbered", "status_now", "claim"]
    assert f"{claim.kind.capitalize()} {claim.worth} Carl Thu 13 March 2031 12:00" in said
    assert said.count("Vessby handled 4.1 million tonnes") == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, [1, 2, 3]),
        ({"status": "no such status"}, []),
        ({"status": "triage"}, [2, 3]),
        ({"status": "waiting"}, [1]),
        ({"status": "queued"}, [1]),
        ({"status": "reviewers"}, []),
        ({"kind__exact": "nonsense"}, []),
        ({"flag": "legal"}, [3]),
        ({"flag": "any"}, [3]),
        ({"due": "overdue"}, [2]),
        ({"due": "none"}, [1, 3]),
        ({"reviewer": "none"}, [1, 2, 3]),
        ({"q": "quay"}, [2, 3]),
        ({"q": "QUAY crowns"}, [3]),
        ({"document": "vessby nowhere"}, []),
    ],
)
def test_filters_and_search_narrow_the_list(
    query: dict[str, str], found: list[int], claim: Claim, edith: User, editor: Client
):
    claims = {each.number: each for each in claim.document.claims.all()}
    assert sorted(claims) == [1, 2, 3]
    triage.queue(claims[1], by=edith)
    Claim.objects.filter(pk=claims[2].pk).update(due_at=timezone.now() - datetime.timedelta(hours=1))
    editing.edit(claims[3], by=edith, flags=["legal"])
    assert sorted(numbers(editor, **query)) == found


def test_the_list_says_where_common_words_were_looked_for(
    claim: Claim, editor: Client, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(search, "COMMON", 1)
    monkeypatch.setattr(search, "LOOKED_AT", 2)
    assert search.ONLY_THE_NEWEST in editor.get(LIST, {"q": "quay"}).content.decode()
    assert search.ONLY_THE_NEWEST not in editor.get(LIST, {"q": "elephant"}).content.decode()
    assert search.ONLY_THE_NEWEST not in editor.get(LIST).content.decode()


def test_the_filter_by_document_takes_a_number_or_words(claim: Claim, edith: User, editor: Client):
    other = factories.make_document(edith, "The bridge opened in 1931.", title="Bridges of the coast")
    assert numbers(editor, document=str(other.pk)) == [1]
    assert numbers(editor, document="bridges coast") == [1]
    assert len(numbers(editor, document=str(claim.document_id))) == 3


@pytest.mark.parametrize(
    "query", [{"reviewer": "x"}, {"document": "9" * 30}, {"status": "'"}, {"due": "x"}, {"worth": "x"}]
)
def test_a_strange_address_is_no_error(query: dict[str, str], claim: Claim, editor: Client):
    assert editor.get(LIST, query).status_code == 200


def test_counts_on_demand_cost_the_same_at_any_length(cast: dict[str, User], editor: Client):
    counts = []
    for rows in (1, 2):
        for _ in range(rows):
            factories.make_document(cast["edith"], "The bridge opened in 1931.")
        with CaptureQueriesContext(connection) as queries:
            assert editor.get(LIST, {"_facets": "True"}).status_code == 200
        counts.append(len(queries))
    assert counts == [14, 14]


def test_a_claim_page_costs_the_same_with_more_history(
    claim_in: Callable[..., Claim], edith: User, editor: Client
):
    claim = claim_in(S.IN_REVIEW)
    editor.get(page_of(claim))  # Django remembers the type of thing from here on
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert editor.get(page_of(claim)).status_code == 200
        counts.append(len(queries))
        for words in ("once", "twice"):
            editing.edit(claim, by=edith, text=f"{claim.text} Said {words}.")
        if len(counts) == 1:
            assigning.assign(claim, to=User.objects.get(username="clara"), by=edith)
    assert counts == [10, 10]


# --- editing --------------------------------------------------------------------------------------------


def test_an_edit_goes_through_the_verb(claim: Claim, edith: User, editor: Client):
    sent = typed(claim, text="Vessby handled 4.1 million tonnes in 2025.", flags=["legal"])
    assert editor.post(page_of(claim), sent).status_code == 302
    claim.refresh_from_db()
    assert (claim.text, claim.flags, claim.version) == (
        "Vessby handled 4.1 million tonnes in 2025.",
        ["legal"],
        2,
    )
    assert (claim.confirmed_by, claim.required_reviews) == (edith, 2)
    assert Event.objects.filter(claim=claim, action="edit").count() == 1


def test_an_edit_of_an_older_version_shows_both_and_keeps_what_was_typed(
    claim: Claim, elias: User, editor: Client
):
    sent = typed(claim, text="My wording.")
    editing.edit(claim, by=elias, text="The other wording.")
    page = editor.post(page_of(claim), sent)
    assert page.status_code == 409
    assert page.context["adminform"].form["text"].value() == "My wording."
    assert "The claim as it is now Text The other wording." in words_of(page)
    assert errors_of(page)[0].startswith("Claim 1 was changed by Elias at")
    claim.refresh_from_db()
    assert claim.text == "The other wording."
    again = {**sent, "version_seen": page.context["adminform"].form["version_seen"].value()}
    assert editor.post(page_of(claim), again).status_code == 302
    claim.refresh_from_db()
    assert claim.text == "My wording."


def test_an_edit_after_approval_is_answered_in_words(claim_in: Callable[..., Claim], editor: Client):
    claim = claim_in(S.APPROVED)
    assert "_save" not in editor.get(page_of(claim)).content.decode()
    page = editor.post(page_of(claim), typed(claim, text="Too late."))
    assert errors_of(page) == ["Claim 1 is approved, so nothing was changed."]
    assert page.context["adminform"].form["text"].value() == "Too late."


@pytest.mark.parametrize("field", ["status", "version", "number", "required_reviews", "round"])
def test_status_version_and_history_are_never_edited(field: str, claim: Claim, editor: Client):
    before = Claim.objects.filter(pk=claim.pk).values(field).get()
    editor.post(page_of(claim), typed(claim, **{field: "approved" if field == "status" else 99}))
    after = Claim.objects.filter(pk=claim.pk).values(field).get()
    assert after == ({"version": 2} if field == "version" else before)


def test_no_claim_is_added_here(claim: Claim, editor: Client):
    assert editor.get(f"{LIST}add/").status_code == 403


# --- blind ----------------------------------------------------------------------------------------------

SECRET = "zebra"


@pytest.fixture
def half_done(claim: Claim, cast: dict[str, User]) -> Claim:
    """rolf and clara are asked; clara handed in, rolf did not begin. Two reviews are needed."""
    editing.edit(claim, by=cast["edith"], flags=["legal"])
    triage.queue(claim, by=cast["edith"])
    assigning.assign(claim, to=cast["rolf"], by=cast["edith"])
    second = assigning.assign(
        claim, to=cast["clara"], by=cast["edith"], instructions=f"{SECRET} instructions"
    )
    factories.make_review(
        second, rationale=f"{SECRET} rationale", sources=[factories.source(f"{SECRET} source")]
    )
    return Claim.objects.get(pk=claim.pk)


def test_an_editor_who_reviews_a_claim_sees_nothing_of_the_others_work(
    half_done: Claim, as_: Callable[[str], Client]
):
    rolf, edith = as_("rolf"), as_("edith")
    pages = [
        page_of(half_done),
        LIST,
        f"{LIST}?status=in_review",
        "/admin/claims/event/",
        f"{LIST}?reviewer=none",
    ]
    pages += [f"/admin/claims/event/{event.pk}/change/" for event in Event.objects.filter(claim=half_done)]
    said = " ".join(words_of(rolf.get(page, follow=True)) for page in pages)
    assert (SECRET in said, "False" in said) == (False, False)
    assert SECRET in words_of(edith.get(page_of(half_done)))


def test_to_an_editor_who_reviews_it_the_status_is_with_you(half_done: Claim, as_: Callable[[str], Client]):
    rolf, edith = as_("rolf"), as_("edith")
    assert "With you" in words_of(rolf.get(LIST))
    assert numbers(rolf, status="in_review") == []
    assert numbers(rolf, status="yours") == numbers(edith, status="in_review") == [1]
    clara = str(User.objects.get(username="clara").pk)
    assert (numbers(rolf, reviewer=clara), numbers(edith, reviewer=clara)) == ([], [1])
    told = [
        f"version {half_done.version}" in words_of(client.get(page_of(half_done))) for client in (rolf, edith)
    ]
    assert told == [False, True]


def test_the_counts_of_a_document_tell_no_status_either(half_done: Claim, as_: Callable[[str], Client]):
    (row,) = as_("rolf").get("/admin/claims/document/").context["cl"].result_list
    assert dict(row.counts) == {"yours": 1, "proposed": 2}


def test_a_refusal_or_a_conflict_tells_them_neither_status_nor_name(
    half_done: Claim, rolf: User, as_: Callable[[str], Client]
):
    client = as_("rolf")
    sentence = "Claim 1 is with you, and this cannot be done with it now; nothing was changed."
    refused = do(client, "queue", [half_done]).context["outcome"].refused
    assert [words for _, words in refused] == [sentence]
    page = client.post(page_of(half_done), typed(half_done, text="Mine.", version_seen=1))
    (conflict,) = errors_of(page)
    assert (page.status_code, conflict[:27]) == (409, "Claim 1 was changed by Edit")
    said = words_of(page)
    assert ("In review" in said, "Clara" in said, "Mine." in said) == (False, False, True)


@pytest.mark.parametrize(
    "query", [{"status__exact": "in_review"}, {"version__gt": "4"}, {"assignments": "1"}, {"round": "2"}]
)
def test_no_column_is_asked_that_the_list_does_not_offer(claim: Claim, editor: Client, query: dict[str, str]):
    assert editor.get(LIST, query).status_code in (302, 400)


def test_an_unknown_value_lists_nothing_and_says_so(claim: Claim, editor: Client):
    page = editor.get(LIST, {"status": "bogus"})
    assert list(page.context["cl"].result_list) == []
    assert "“status: bogus” is not known here, so nothing is listed." in words_of(page)
