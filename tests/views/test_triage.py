"""Moves of many claims at once, and a claim the machine missed."""

import re

import pytest

from claims.lifecycle import ClaimStatus
from claims.models import Assignment, Claim, Event
from claims.views.triage import outcome_words
from claims.workflow import assigning, editing, triage
from claims.workflow.bulk import Outcome
from tests import factories


@pytest.fixture
def url(document):
    return f"/documents/{document.pk}/bulk/"


@pytest.fixture
def at_desk(client, edith):
    client.force_login(edith)
    return client


def said(response):
    return [str(message) for message in response.context["messages"]]


def statuses(document):
    return list(document.claims.order_by("number").values_list("status", flat=True))


def test_document_bulk_queues_the_selected(at_desk, document, url):
    response = at_desk.post(url, {"action": "queue", "claim": ["1", "3"]}, follow=True)
    assert response.redirect_chain == [(f"/documents/{document.pk}/#claims", 302)]
    assert said(response) == ["2 claims queued."]
    assert statuses(document) == ["queued", "proposed", "queued"]


def test_document_bulk_says_what_was_not_done_and_why(at_desk, edith, document, url):
    triage.skip(document.claims.get(number=2), by=edith, reason="opinion")
    triage.retire(document.claims.get(number=3), by=edith, reason="Cut.")
    response = at_desk.post(url, {"action": "queue", "claim": ["1", "2", "3"]}, follow=True)
    assert said(response) == ["1 claim queued. 2 were not: claim 2 is skipped; claim 3 is retired."]


def test_document_bulk_tells_an_editor_who_reviews_a_claim_neither_status_nor_name(
    client, document, url, edith, rolf, clara
):
    claim = document.claims.get(number=1)
    editing.edit(claim, by=edith, flags=["legal"])
    claras = assigning.assign(claim, to=clara, by=edith)
    assigning.assign(claim, to=rolf, by=edith)
    factories.make_review(claras, submit=False)
    client.force_login(rolf)
    with_you = "claim 1 is with you, and this cannot be done with it now; nothing was changed"
    queued = client.post(url, {"action": "queue", "claim": ["1"]}, follow=True)
    assert said(queued) == [f"0 claims queued. 1 was not: {with_you}."]
    to_clara = {"action": "assign", "claim": ["1"], "selection": "", "to": clara.pk}
    asked = client.post(url, {"action": "assign", "claim": ["1"]})
    to_clara["selection"] = asked.context["selection"]
    assert said(client.post(url, to_clara, follow=True)) == [f"0 claims assigned. 1 was not: {with_you}."]


@pytest.mark.parametrize(
    "posted", [{}, {"action": "queue"}, {"action": "skip", "claim": ["x", "-1", "9" * 30]}]
)
def test_document_bulk_needs_a_selection(at_desk, document, url, posted):
    response = at_desk.post(url, posted, follow=True)
    assert said(response) == ["Select one claim or more."]
    assert statuses(document) == ["proposed"] * 3


def test_document_bulk_asks_once_why_all_are_skipped(at_desk, document, url):
    asked = at_desk.post(url, {"action": "skip", "claim": ["1", "2"]})
    page = asked.content.decode()
    assert "<h1>Skip 2 claims</h1>" in page
    assert "error-summary" not in page
    token = re.search(r'name="selection" value="([^"]*)"', page)[1]
    again = at_desk.post(url, {"action": "skip", "selection": token, "reason": "other", "words": ""})
    assert "Say why, in one sentence or more." in again.content.decode()
    done = at_desk.post(
        url, {"action": "skip", "selection": token, "reason": "other", "words": "Said in jest."}, follow=True
    )
    assert said(done) == ["2 claims skipped."]
    assert statuses(document) == ["skipped", "skipped", "proposed"]
    assert document.claims.get(number=1).settled_words == "Said in jest."


def test_document_bulk_assigns_the_selected(at_desk, document, url, carl, dora):
    token = re.search(
        r'name="selection" value="([^"]*)"',
        at_desk.post(url, {"action": "assign", "claim": ["1", "2"]}).content.decode(),
    )[1]
    posted = {"action": "assign", "selection": token, "due": "2027-03-12T17:00", "instructions": "By phone."}
    refused = at_desk.post(url, posted | {"to": dora.pk})
    assert "Choose a reviewer." in refused.content.decode()
    assert "By phone." in refused.content.decode()
    done = at_desk.post(url, posted | {"to": carl.pk}, follow=True)
    assert said(done) == ["2 claims assigned."]
    assert list(
        Assignment.objects.values_list("claim__number", "reviewer__username", "instructions").order_by(
            "claim"
        )
    ) == [(1, "carl", "By phone."), (2, "carl", "By phone.")]


@pytest.mark.parametrize("token", ["", "nonsense", "WzFd:x:y"])
def test_document_bulk_believes_only_its_own_selection(at_desk, document, url, token):
    response = at_desk.post(url, {"action": "skip", "selection": token, "reason": "opinion"}, follow=True)
    assert said(response) == ["Select one claim or more."]
    assert statuses(document) == ["proposed"] * 3


def test_a_selection_of_one_document_is_not_one_of_another(at_desk, edith, document, url, claim_in):
    other = claim_in(ClaimStatus.PROPOSED).document
    page = at_desk.post(url, {"action": "skip", "claim": "1"}).content.decode()
    token = re.search(r'name="selection" value="([^"]*)"', page)[1]
    at_desk.post(f"/documents/{other.pk}/bulk/", {"action": "skip", "selection": token, "reason": "opinion"})
    assert statuses(other) == statuses(document) == ["proposed"] * 3


def test_a_rows_button_queues_its_claim_by_the_version_seen(at_desk, document, url):
    claim = document.claims.get(number=2)
    page = at_desk.get(f"/documents/{document.pk}/").content.decode()
    assert f'name="queue" value="2-{claim.version}"' in page
    response = at_desk.post(url, {"queue": f"2-{claim.version}", "claim": ["1"]}, follow=True)
    assert said(response) == ["Claim 2 queued."]
    assert statuses(document) == ["proposed", "queued", "proposed"]


def test_a_rows_button_with_an_old_version_is_a_conflict(at_desk, elias, document, url):
    claim = document.claims.get(number=2)
    editing.edit(claim, by=elias, speaker="Ingrid Holm")
    response = at_desk.post(url, {"queue": f"2-{claim.version}"})
    assert response.status_code == 409
    assert statuses(document) == ["proposed"] * 3


@pytest.mark.parametrize("wanted", ["", "2", "x-1", "2-x", "99-1", "1" * 30])
def test_a_rows_button_of_nothing_is_not_found(at_desk, url, wanted):
    assert at_desk.post(url, {"queue": wanted}).status_code == 404


@pytest.mark.parametrize(("name", "status"), [("carl", 403), ("clara", 404), ("rita", 404), ("otto", 404)])
def test_document_bulk_is_for_editors(client, cast, claim_in, name, status):
    claim = claim_in(ClaimStatus.ASSIGNED)
    client.force_login(cast[name])
    events = Event.objects.count()
    for posted in ({"action": "queue", "claim": "2"}, {"action": "skip", "claim": "2"}, {"queue": "1-1"}):
        answer = client.post(f"/documents/{claim.document_id}/bulk/", posted)
        assert answer.status_code == status
    assert Event.objects.count() == events


def test_document_bulk_is_a_post(at_desk, url):
    assert at_desk.get(url).status_code == 302


def test_outcome_words():
    refused = [(Claim(number=n), f"Claim {n} is approved, so nothing was changed.") for n in range(1, 13)]
    assert outcome_words(Outcome([Claim()] * 38), "queued") == "38 claims queued."
    assert (
        outcome_words(Outcome([], refused[:1]), "queued")
        == "0 claims queued. 1 was not: claim 1 is approved."
    )
    assert outcome_words(Outcome([Claim()], refused), "skipped").endswith(
        "; claim 10 is approved; and 2 more."
    )


# --- a claim the machine missed ----------------------------------------------------------------------


def test_claim_add_stores_the_claim_on_its_words(at_desk, document):
    url = f"/documents/{document.pk}/add-claim/"
    typed = {"words": "opened the\nnew quay", "text": "A quay opened.", "kind": "event", "flags": ["legal"]}
    response = at_desk.post(url, typed, follow=True)
    assert response.redirect_chain == [(f"/documents/{document.pk}/?claim=4#passage-4", 302)]
    assert said(response) == ["Claim 4 added. It waits for triage."]
    claim = document.claims.get(number=4)
    assert (claim.quote, claim.text, claim.flags) == ("opened the new quay", "A quay opened.", ["legal"])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Choose the words of the text on which the claim stands."),
        ("no such words", "These words do not stand in the text like this. Copy them from it exactly."),
        ("quay", "These words stand in the text more than once. Copy a few more words around them."),
    ],
)
def test_claim_add_keeps_everything_typed(at_desk, document, words, sentence):
    typed = {
        "words": words,
        "text": "My <own> wording",
        "kind": "event",
        "speaker": "Holm",
        "flags": ["legal"],
    }
    page = at_desk.post(f"/documents/{document.pk}/add-claim/", typed).content.decode()
    assert page.count(sentence) == 2  # in the summary and beside the field
    assert "My &lt;own&gt; wording" in page
    assert 'value="Holm"' in page
    assert '<option value="event" selected>' in page
    assert re.search(r'value="legal"[^>]* checked', page)
    assert document.claims.count() == 3


@pytest.mark.parametrize(("name", "status"), [("edith", 200), ("carl", 403), ("clara", 404), ("rita", 404)])
def test_claim_add_is_for_editors(client, cast, claim_in, name, status):
    claim = claim_in(ClaimStatus.ASSIGNED)
    client.force_login(cast[name])
    url = f"/documents/{claim.document_id}/add-claim/"
    assert client.get(url).status_code == status
    typed = {"words": "62 million crowns", "kind": "statistic"}
    assert client.post(url, typed).status_code == (302 if status == 200 else status)
