"""The document page: the whole text, every claim marked, and nothing a person may not know."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.lifecycle import ClaimStatus
from claims.workflow import assigning, editing, triage
from tests import factories
from tests.document_pages import groups_on, marks_on, page_of, text_on


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("edith", 200),
        ("rolf", 200),
        ("carl", 200),
        ("clara", 404),
        ("rita", 404),
        ("ada", 404),
        ("otto", 404),
    ],
)
def test_document_detail_is_for_editors_and_its_reviewers(client, cast, claim_in, name, status):
    claim = claim_in(ClaimStatus.ASSIGNED)
    client.force_login(cast[name])
    assert client.get(f"/documents/{claim.document_id}/").status_code == status
    assert client.get("/documents/987654/").status_code == 404


def test_document_detail_asks_for_a_log_in(client, document):
    response = client.get(f"/documents/{document.pk}/")
    assert (response.status_code, response["Location"].partition("?")[0]) == (302, "/login/")


@pytest.mark.parametrize("name", ["edith", "carl"])
def test_the_text_without_tags_equals_the_document(client, cast, claim_in, name):
    document = claim_in(ClaimStatus.ASSIGNED).document
    assert text_on(page_of(client, cast[name], document)) == factories.ARTICLE


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.sampled_from(["Vessby", "sold", "41", "<b>", "&amp;", "‘boats’", "é", "\n", "."]), min_size=4
    ),
    cuts=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=6),
)
def test_the_text_equals_the_document_for_any_passages(client, edith, words, cuts):
    text = "In 2025 the harbour sold one boat. " + " ".join(words)
    document = factories.make_document(edith, text)
    whole = document.current_revision.text
    for start, length in cuts:
        if whole[start : start + length].strip() and start + length <= len(whole):
            editing.add(document, by=edith, start=start, end=start + length)
    assert text_on(page_of(client, edith, document)) == whole


def test_an_editor_reads_every_status(client, cast, document):
    first, second, third = document.claims.order_by("number")
    assigning.assign(triage.queue(first, by=cast["edith"]), to=cast["carl"], by=cast["edith"])
    triage.skip(second, by=cast["edith"], reason="opinion")
    page = page_of(client, cast["edith"], document)
    assert marks_on(page) == [
        f"Claim 1, assigned, {first.kind}",
        f"Claim 2, skipped, {second.kind}",
        f"Claim 3, proposed, {third.kind}",
    ]
    assert groups_on(page) == ["To triage 1, most check-worthy first", "With reviewers 1", "Settled 1"]
    assert "<strong>2 of 3 sentences</strong>" in page
    assert "accounted for, 66 %" in page
    assert re.findall(r'class="unseen" id="([^"]*)"', page) == ["sentence-2"]
    assert "Opinion" in page


def test_next_not_looked_at_goes_round(client, edith, document):
    hrefs = [
        re.search(r'href="([^"]*)">Next not looked at', page_of(client, edith, document, query))[1]
        for query in ("", "?sentence=0", "?sentence=2", "?sentence=x")
    ]
    assert hrefs == [
        "?sentence=0#sentence-0",
        "?sentence=1#sentence-1",
        "?sentence=0#sentence-0",
        "?sentence=0#sentence-0",
    ]


def test_the_strip_says_how_many_sentences_have_claims_to_triage(client, edith, document):
    assert "3 not yet looked at, with claims to triage" in page_of(client, edith, document)
    triage.retire(document.claims.get(number=1), by=edith, reason="It was cut.")
    page = page_of(client, edith, document)
    assert "0 with claims taken up" in page
    assert "3 not yet looked at, 2 of them with claims to triage" in page


def test_every_sentence_is_accounted_for(client, edith, document):
    for claim in document.claims.all():
        triage.skip(claim, by=edith, reason="out_of_scope")
    page = page_of(client, edith, document)
    assert "Every sentence is accounted for." in page
    assert "Next not looked at" not in page


def test_a_reviewer_reads_numbers_and_their_own_part(client, cast, document):
    first, second, third = document.claims.order_by("number")
    assigning.assign(triage.queue(first, by=cast["edith"]), to=cast["carl"], by=cast["edith"])
    triage.skip(third, by=cast["edith"], reason="opinion")
    page = page_of(client, cast["carl"], document).partition('id="main"')[2]
    assert marks_on(page) == ["Claim 1, yours, asked", "Claim 2", "Claim 3"]
    assert groups_on(page) == ["My claims 1"]
    assert "<strong>0 of 1 claim</strong>" in page
    assert second.text not in re.sub(r"<[^>]*>", "", page.partition("My claims")[2])
    for word in (
        "accounted",
        "sentences",
        "Skipped",
        "skipped",
        "unseen",
        "Settled",
        "Report",
        "With the selected",
    ):
        assert word not in page


def test_another_reviewers_work_changes_nothing_on_a_reviewers_page(client, cast, document):
    edith, carl, clara = cast["edith"], cast["carl"], cast["clara"]
    claim = triage.queue(document.claims.get(number=1), by=edith)
    assigning.assign(claim, to=carl, by=edith)
    theirs = assigning.assign(claim, to=clara, by=edith)
    before = page_of(client, carl, document)
    factories.make_review(theirs, label="False")
    triage.skip(document.claims.get(number=2), by=edith, reason="opinion")
    assert without_tokens(page_of(client, carl, document)) == without_tokens(before)


def without_tokens(page: str) -> str:
    return re.sub(r'csrfmiddlewaretoken" value="[^"]*"', "", page)


def test_an_editor_who_reviews_a_claim_does_not_read_its_status(client, cast, document):
    edith, rolf, clara = cast["edith"], cast["rolf"], cast["clara"]
    claim = triage.queue(document.claims.get(number=1), by=edith)
    assigning.assign(claim, to=rolf, by=edith)
    theirs = assigning.assign(claim, to=clara, by=edith)
    before = page_of(client, rolf, document)
    factories.make_review(theirs, label="False")
    assert without_tokens(page_of(client, rolf, document)) == without_tokens(before)
    assert marks_on(before)[0] == f"Claim 1, yours, {claim.kind}"
    assert "Clara" not in before


@pytest.mark.parametrize("name", ["edith", "carl"])
def test_document_detail_asks_the_same_number_of_queries_for_one_and_three_claims(client, cast, name):
    counts = []
    for text in (factories.ARTICLE.splitlines()[0], factories.ARTICLE):
        document = factories.make_document(cast["edith"], text)
        for claim in document.claims.all():
            claim = triage.queue(claim, by=cast["edith"])
            factories.make_review(assigning.assign(claim, to=cast["carl"], by=cast["edith"]))
        client.force_login(cast[name])
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(f"/documents/{document.pk}/")
        counts.append((document.claims.count(), len(queries)))
    assert counts == [(1, QUERIES[name]), (3, QUERIES[name])]


QUERIES = {"edith": 11, "carl": 11}
