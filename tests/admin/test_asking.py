"""The pages of an action: what they ask, the result per claim, and two thousand claims in one signed field."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.lifecycle import ClaimStatus
from claims.models import Claim, User
from claims.workflow import triage
from tests import factories
from tests.admin.conftest import LIST, choose, do, errors_of, press, words_of

S = ClaimStatus


@pytest.fixture
def editor(as_: Callable[[str], Client]) -> Client:
    return as_("edith")


def test_the_menu_offers_every_action_and_no_deletion(claim: Claim, editor: Client):
    page = editor.get(LIST)
    choices = page.context["action_form"].fields["action"].choices
    assert [name for name, _ in choices][1:] == ["queue", "skip", "assign", "unassign", "approve", "return"]


def test_the_page_says_what_will_be_done_to_which_claims(claim: Claim, editor: Client):
    page = choose(editor, "queue", [claim])
    assert page.context["title"] == "Queue 1 claim"
    assert "1 The harbour of Vessby handled 4.1 million tonnes of freight in 2025." in words_of(page)


def test_before_approving_an_editor_sees_the_verdict(claim_in: Callable[..., Claim], editor: Client):
    claim = claim_in(S.SUBMITTED)
    assert [
        [str(v) for v in verdicts] for _, _, verdicts in choose(editor, "approve", [claim]).context["claims"]
    ] == [["True"]]


def test_an_editor_who_is_still_reviewing_does_not(
    claim: Claim, cast: dict[str, User], as_: Callable[[str], Client]
):
    from claims.workflow import assigning, editing  # noqa: PLC0415 - only here

    editing.edit(claim, by=cast["edith"], flags=["legal"])
    for name in ("rolf", "clara"):
        assignment = assigning.assign(claim, to=cast[name], by=cast["edith"])
    factories.make_review(assignment)
    shown = {
        name: [
            [str(v) for v in verdicts]
            for _, _, verdicts in choose(as_(name), "approve", [claim]).context["claims"]
        ]
        for name in ("rolf", "edith")
    }
    assert shown == {"rolf": [[]], "edith": [["True"]]}


def test_all_done_leads_back_to_the_same_list(claim: Claim, editor: Client):
    typed = {"action": "queue", "_selected_action": [claim.pk], "index": "0"}
    page = editor.post(f"{LIST}?status=triage&q=harbour", typed)
    answer = press(editor, page)
    assert answer["Location"] == f"{LIST}?status=triage&q=harbour"
    assert [str(m) for m in editor.get(LIST).context["messages"]] == ["1 claim queued."]


def test_each_refused_claim_is_listed_with_its_sentence(claim: Claim, editor: Client, edith: User):
    claims = list(claim.document.claims.order_by("number"))
    triage.skip(claims[1], by=edith, reason="opinion")
    page = do(editor, "queue", claims)
    assert page.context["title"] == "2 claims queued. 1 was not:"
    assert "Claim 2 is skipped, so nothing was changed." in words_of(page)
    assert f"/admin/claims/claim/{claims[1].pk}/change/" in page.content.decode()


@pytest.mark.parametrize(
    ("action", "typed", "sentence"),
    [
        ("skip", {"reason": ""}, "This field is required."),
        ("skip", {"reason": "other", "words": " "}, "Say why, in one sentence or more."),
        (
            "skip",
            {"reason": "duplicate", "duplicate_of": "77"},
            "Enter the number of the other claim in this document.",
        ),
        ("assign", {"to": "", "instructions": "Ask."}, "This field is required."),
        ("return", {"reviewer": "", "reason": ""}, "This field is required."),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_the_rest_stays(
    action: str, typed: dict[str, str], sentence: str, claim: Claim, editor: Client
):
    page = do(editor, action, [claim], **typed)
    assert errors_of(page) == [sentence]
    assert {name: page.context["form"][name].value() for name in typed} == typed
    again = press(editor, page, **typed)
    assert errors_of(again) == [sentence]
    assert Claim.objects.get(pk=claim.pk).version == 1


@pytest.mark.parametrize("name", ["queue", "delete_selected", "no-such-move"])
def test_a_selection_that_was_changed_does_nothing(name: str, claim: Claim, editor: Client):
    answer = editor.post(f"{LIST}move/{name}/", {"sealed": "1:abc:def"})
    assert answer["Location"] == LIST
    assert Claim.objects.get(pk=claim.pk).status == "proposed"


def test_a_selection_of_another_editor_does_nothing(
    claim: Claim, editor: Client, as_: Callable[[str], Client]
):
    page = choose(editor, "queue", [claim])
    assert press(as_("elias"), page)["Location"] == LIST
    assert Claim.objects.get(pk=claim.pk).status == "proposed"


def test_an_administrator_moves_no_claim(
    claim: Claim, editor: Client, ada: User, as_: Callable[[str], Client]
):
    client = as_("ada")
    assert choose(client, "queue", [claim]).status_code == 403
    assert press(client, choose(editor, "queue", [claim])).status_code in (302, 403)
    assert Claim.objects.get(pk=claim.pk).status == "proposed"


def test_two_thousand_claims_chosen_across_all_pages(editor: Client, edith: User, carl: User):
    text = "\n".join(f"The quay number {i} cost {i} million crowns in 2025." for i in range(2000))
    document = factories.make_document(edith, text)
    assert document.claims.count() == 2000
    with CaptureQueriesContext(connection) as queries:
        page = choose(editor, "assign", document.claims.all()[:50], select_across="1")
    assert len(queries) < 20
    assert page.context["title"] == "Assign 2,000 claims"
    assert page.content.decode().count("<input") < 12
    answer = press(editor, page, to=carl.pk, due="", instructions="")
    assert answer.status_code == 302
    assert Claim.objects.filter(status="assigned").count() == 2000
    assert [str(m) for m in editor.get(LIST).context["messages"]] == ["2,000 claims assigned."]
