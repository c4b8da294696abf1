"""Scales and verdicts: a used verdict keeps its words, is withdrawn and offered again; all of it recorded."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from claims.lifecycle import ClaimStatus
from claims.models import Claim, Event, Scale, Verdict
from tests import factories
from tests.admin.conftest import errors_of

SCALES, VERDICTS = "/admin/claims/scale/", "/admin/claims/verdict/"


@pytest.fixture
def admin(as_: Callable[[str], Client]) -> Client:
    return as_("ada")


def with_lines(scale: Scale, **changes: Any) -> dict[str, Any]:
    """The form of a scale with its verdicts; ``changes`` by field name of a line."""
    lines = list(scale.verdicts.order_by("position"))
    sent: dict[str, Any] = {"name": scale.name, "question": scale.question}
    sent |= {"verdicts-TOTAL_FORMS": len(lines), "verdicts-INITIAL_FORMS": len(lines)}
    for i, verdict in enumerate(lines):
        for name in ("id", "position", "label", "meaning", "colour", "shape", "number"):
            value = getattr(verdict, name)
            sent[f"verdicts-{i}-{name}"] = "" if value is None else value
        sent[f"verdicts-{i}-scale"] = scale.pk
    return sent | changes


def words_of_event(action: str) -> dict[str, Any]:
    return Event.objects.get(action=action).body.words


def test_an_unused_verdict_is_edited_and_recorded(admin: Client):
    scale = Scale.objects.get(name="Rating")
    sent = with_lines(scale, **{"verdicts-0-meaning": "Right as it stands."})
    assert admin.post(f"{SCALES}{scale.pk}/change/", sent).status_code == 302
    assert factories.verdict("True").meaning == "Right as it stands."
    assert words_of_event("change scale")["changed"] == {
        "verdict True": {"meaning": ["Accurate as stated.", "Right as it stands."]}
    }


def test_a_used_verdict_keeps_its_words(claim_in: Callable[..., Claim], admin: Client):
    claim_in(ClaimStatus.SUBMITTED)
    scale = Scale.objects.get(name="Rating")
    page = admin.post(
        f"{SCALES}{scale.pk}/change/", with_lines(scale, **{"verdicts-0-meaning": "Something else."})
    )
    sentence = "This verdict is in use: withdraw it and add another instead of changing it."
    assert errors_of(page) == [sentence]
    assert factories.verdict("True").meaning == "Accurate as stated."
    used = factories.verdict("True")
    sent = {
        "scale": scale.pk,
        "position": 1,
        "label": "Correct",
        "meaning": used.meaning,
        "colour": "green",
        "shape": "tick",
    }
    assert errors_of(admin.post(f"{VERDICTS}{used.pk}/change/", sent)) == [sentence]


def test_a_new_scale_with_a_verdict(admin: Client):
    line = {
        "position": 1,
        "label": "Fine",
        "meaning": "Nothing to say.",
        "colour": "green",
        "shape": "tick",
        "number": "",
    }
    sent = {"name": "Short", "question": "Fine?", "verdicts-TOTAL_FORMS": 1, "verdicts-INITIAL_FORMS": 0}
    sent |= {f"verdicts-0-{name}": value for name, value in line.items()}
    assert admin.post(f"{SCALES}add/", sent).status_code == 302
    assert [str(verdict) for verdict in Scale.objects.get(name="Short").verdicts.all()] == ["Fine"]
    assert words_of_event("add scale")["changed"]["name"] == [None, "Short"]


def test_two_verdicts_in_one_position_are_refused_in_words(admin: Client):
    scale = Scale.objects.get(name="Rating")
    page = admin.post(f"{SCALES}{scale.pk}/change/", with_lines(scale, **{"verdicts-0-position": 2}))
    assert page.status_code == 200
    assert errors_of(page) != []


def test_withdraw_and_offer_again(admin: Client):
    verdict = factories.verdict("Outdated")
    for action, offered in (("withdraw", False), ("offer_again", True)):
        admin.post(VERDICTS, {"action": action, "_selected_action": [verdict.pk], "index": "0"})
        assert (verdict in Verdict.objects.offered()) is offered
    assert [event.action for event in Event.objects.filter(chain__document=None).order_by("number")] == [
        "withdraw",
        "offer again",
    ]


def test_a_scale_is_withdrawn_once(admin: Client):
    scale = Scale.objects.get(name="Rating")
    for _ in range(2):
        admin.post(SCALES, {"action": "withdraw", "_selected_action": [scale.pk], "index": "0"})
    assert Scale.objects.get(pk=scale.pk).withdrawn_at is not None
    assert Event.objects.filter(action="withdraw").count() == 1


def test_an_editor_sets_no_scale(as_: Callable[[str], Client]):
    client, scale = as_("edith"), Scale.objects.get(name="Rating")
    assert client.post(f"{SCALES}{scale.pk}/change/", with_lines(scale, name="Mine")).status_code == 403
    withdraw = {"action": "withdraw", "_selected_action": [scale.pk], "index": "0"}
    assert client.post(SCALES, withdraw).status_code == 403
    assert Scale.objects.get(pk=scale.pk).withdrawn_at is None
