"""The synthetic desk is the same each time, its history verifies, and its rows fit together."""

import datetime
import hashlib
import json
import re
from typing import Any

import pytest
from django.db import transaction

from benchmarks.load.arrivals import Arrivals
from benchmarks.load.building import build, cast_of_desk, make_cast
from benchmarks.load.fates import SHARES
from benchmarks.load.inventing import FOLDED, Size, invent, vocabulary
from claims.lifecycle import SETTLED
from claims.models import (
    Assignment,
    Claim,
    ClaimSpan,
    Decision,
    Document,
    Event,
    EventBody,
    Review,
    Revision,
    RevisionText,
)
from claims.reports.verification import verify
from claims.text import Reading
from claims.workflow import intake
from claims.workflow.arriving import Particulars
from claims.workflow.moving import standing_of
from claims.workflow.reading import Incoming

TODAY = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
SIZE = Size(200)


def digest_of_desk() -> str:
    """What the desk says, without keys, salts and the time of day at which it was built."""
    tables = [
        Document.objects.order_by("id").values_list("title", "source", "due_at", "search_text"),
        Claim.objects.order_by("document", "number").values_list(
            "number", "start", "end", "text", "kind", "speaker", "status", "version", "due_at", "search_text"
        ),
        Assignment.objects.order_by("id").values_list(
            "claim__number", "reviewer__username", "status", "due_at"
        ),
        Review.objects.order_by("id").values_list("assignment__claim__number", "verdict__label", "version"),
        Event.objects.order_by("id").values_list("number", "action", "claim__number", "actor__username"),
    ]
    plain = [[[str(value) for value in row] for row in table] for table in tables]
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()


def digest_of_one_built_anew() -> str:
    with transaction.atomic():
        build(SIZE, today=TODAY)
        digest = digest_of_desk()
        transaction.set_rollback(True)
    return digest


@pytest.mark.django_db
def test_the_same_desk_is_built_each_time():
    assert digest_of_one_built_anew() == digest_of_one_built_anew()


@pytest.mark.django_db
def test_the_desk_is_whole():
    build(SIZE, today=TODAY)
    assert (Claim.objects.count(), Document.objects.count()) == (200, 4)
    assert set(Claim.objects.values_list("status", flat=True)) == set(SHARES)
    assert list(verify()) == []
    for claim in Claim.objects.select_related("current_decision__review__assignment"):
        if claim.status not in {*SETTLED, "proposed", "queued"}:
            assert standing_of(claim) == claim.status
    for decision in Decision.objects.select_related("claim", "review__assignment__claim__document"):
        assert decision.review.claim_digest == decision.claim.digest()
        assert decision.review.assessment().missing == ""
    assert len(cast_of_desk().reviewers) == 2


def test_a_document_is_the_same_whatever_was_made_before():
    first = invent(3, SIZE)
    invent(2, SIZE)
    assert invent(3, SIZE) == first
    assert [first.text[c.start : c.end] == c.quote for c in first.extraction.candidates].count(False) == 0


def test_sizes_add_up():
    for claims in (200, 10_000, 1_000_000):
        size = Size(claims)
        assert sum(size.of_document(number)[1] for number in range(size.documents)) == claims
    assert (Size(1_000_000).documents, Size(1_000_000).of_document(0)) == (20_000, (20_000, 20_000))


def test_words_that_fold_are_among_the_words():
    assert set(FOLDED) < set(vocabulary()[0])


@pytest.mark.django_db
def test_documents_arrive_as_the_import_leaves_them():
    cast, made = make_cast(2), invent(3, SIZE)
    due = TODAY + datetime.timedelta(days=2)
    arrivals = Arrivals(cast.editor, TODAY, TODAY)
    arrivals.bring_in(made, editor=cast.other, due_at=due)
    arrivals.store()
    about = Particulars(
        title=made.title,
        source=made.source,
        author=made.author,
        date=(TODAY - datetime.timedelta(days=made.days_ago)).date(),
        language="en",
        editor=cast.other,
        due_at=due,
    )
    incoming = Incoming(Reading(made.text, format="plain"), None)
    intake.store(incoming, made.extraction, by=cast.editor, about=about)
    ours, theirs = (rows_of_document(document) for document in Document.objects.order_by("id"))
    assert ours == theirs
    assert list(verify()) == []


def rows_of_document(document: Document) -> list[list[dict[str, Any]]]:
    """Every row of a document without keys, salts, times and what hangs on them."""
    tables = [
        Document.objects.filter(pk=document.pk),
        Revision.objects.filter(document=document),
        RevisionText.objects.filter(revision__document=document),
        Claim.objects.filter(document=document).order_by("number"),
        ClaimSpan.objects.filter(claim__document=document).order_by("claim", "position"),
        Event.objects.filter(chain__document=document).order_by("number"),
        EventBody.objects.filter(event__chain__document=document).order_by("event"),
    ]
    return [[plain_row(row) for row in table.values()] for table in tables]


OWN = {"public_id", "added_at", "at", "salt", "digest", "hash", "previous_hash"}


def plain_row(row: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in row.items() if key not in OWN and not re.search("(^|_)id$", key)}
    return kept | ({"sentence_offsets": bytes(row["sentence_offsets"])} if "sentence_offsets" in row else {})
