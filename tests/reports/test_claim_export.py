"""Claims as a table: every column, what each viewer may know, formulas, odd letters, any number of rows."""

import csv
import io
import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.lifecycle import ClaimStatus, Role
from claims.models import Claim, Document, User
from claims.permissions import visible_to
from claims.reports import claim_export
from claims.reports.claim_export import COLUMNS, rows, stream
from claims.workflow import assigning, editing, triage
from tests import factories, reporting
from tests.markers import asked_of, leave_markers

LETTERS = "Die Straße in İzmir, Ёлка und Café kosten 4 Millionen."


def table(viewer: User | None = None, **where: Any) -> list[dict[str, Any]]:
    claims = Claim.objects.filter(**where)
    seen = visible_to(viewer, claims) if viewer else claims
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows(seen, viewer)]


def test_an_approved_claim_has_its_document_decision_and_reviewers(cast: dict[str, User]):
    document = reporting.checked(cast)
    first, second, third = table()
    assert (first["document"], first["document_title"]) == (document.pk, "The new quay")
    assert first["document_source"] == "Coast Courier"
    assert (first["number"], first["status"], first["verdict"]) == (1, "approved", "True")
    assert first["wording"] == "Vessby handled 4.1 million tonnes in 2025."
    assert (first["as_of"], first["recheck_on"]) == ("2026-03-12", None)
    assert (first["reviewers"], first["approved_by"]) == (["Carl"], "Elias")
    assert first["approved_at"].endswith("Z")
    assert (first["quote"], first["start"], first["end"]) == (first["claim"], 0, len(first["quote"]))
    assert (first["machine_guess"], second["machine_guess"]) == (False, True)
    assert (second["status"], second["settled_reason"]) == ("skipped", "other")
    assert (second["settled_words"], second["verdict"]) == ("Nobody disputes the day.", None)
    assert (third["verdict"], third["reviewers"]) == ("False", ["Clara"])


def test_nothing_confidential_and_no_draft_is_in_it(cast: dict[str, User]):
    reporting.checked(cast)
    for form in ("csv", "jsonl"):
        assert reporting.MARKER not in b"".join(stream(Claim.objects.all(), form)).decode()


def test_an_editor_who_reviews_a_claim_learns_only_their_own_part(claim: Claim, cast: dict[str, User]):
    pair = asked_of(claim, cast["edith"], cast["carl"], cast["rolf"])
    before = table(cast["rolf"])
    leave_markers(pair.carls, submit=True)
    assert table(cast["rolf"]) == before
    assert (before[0]["status"], before[0]["reviewers"]) == (None, ["Rolf"])
    assert table(cast["edith"])[0]["status"] == "in_review"
    assert table(cast["edith"])[0]["reviewers"] == ["Carl", "Rolf"]
    factories.make_review(pair.claras)
    assert (table(cast["rolf"])[0]["status"], table(cast["rolf"])[0]["reviewers"]) == (
        "submitted",
        ["Carl", "Rolf"],
    )


def test_an_editor_who_reviews_a_claim_that_was_put_aside_sees_that_but_not_who_else_was_on_it(
    claim: Claim, cast: dict[str, User]
):
    pair = asked_of(claim, cast["edith"], cast["carl"], cast["rolf"])
    factories.make_review(pair.claras)
    triage.skip(Claim.objects.get(pk=claim.pk), by=cast["edith"], reason="opinion")
    row = table(cast["rolf"])[0]
    assert (row["status"], row["reviewers"], row["settled_reason"]) == ("skipped", ["Rolf"], "opinion")


def test_a_reader_gets_the_approved_claims(cast: dict[str, User]):
    reporting.checked(cast)
    reporting.checked(cast, restricted=True)
    assert [(row["number"], row["reviewers"]) for row in table(cast["rita"])] == [
        (1, ["Carl"]),
        (3, ["Clara"]),
    ]


def test_rows_go_by_document_and_number_whatever_the_order_of_the_list(document: Document, edith: User):
    other = factories.make_document(edith)
    editing.add(document, by=edith, start=0, end=11)
    found = [list(each) for each in rows(Claim.objects.order_by("-id"))]
    assert [row[:1] + row[3:4] for row in found] == [
        *([document.pk, number] for number in (1, 2, 3, 4)),
        *([other.pk, number] for number in (1, 2, 3)),
    ]


def test_csv_is_for_spreadsheets(document: Document, edith: User, carl: User):
    claim = document.claims.get(number=1)
    editing.edit(claim, by=edith, text='=HYPERLINK("https://x.example")', speaker="@mayor", flags=["legal"])
    assigning.assign(claim, to=carl, by=edith)
    User.objects.filter(pk=carl.pk).update(display_name="+Carl")
    data = b"".join(stream(Claim.objects.all(), "csv"))
    assert data.startswith(b'\xef\xbb\xbf"document","document_title"')
    assert data.count(b"\r\n") == 4
    found = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert list(found[0]) == list(COLUMNS)
    first = found[0]
    assert (first["claim"], first["speaker"]) == ('\'=HYPERLINK("https://x.example")', "'@mayor")
    assert (first["reviewers"], first["flags"], first["machine_guess"]) == ("'+Carl", "legal", "")
    assert (found[1]["machine_guess"], found[1]["verdict"], found[1]["number"]) == ("yes", "", "2")


def test_json_lines_hold_what_csv_holds(document: Document, edith: User):
    editing.edit(document.claims.get(number=1), by=edith, text="=1+1", flags=["legal", "health"])
    lines = b"".join(stream(Claim.objects.all(), "jsonl")).decode().splitlines()
    found = [json.loads(line) for line in lines]
    assert [list(each) for each in found] == [list(COLUMNS)] * 3
    assert (found[0]["claim"], found[0]["flags"], found[0]["machine_guess"]) == (
        "=1+1",
        ["health", "legal"],
        False,
    )
    assert (found[1]["verdict"], found[1]["reviewers"], found[1]["due"]) == (None, [], None)


def test_odd_letters_come_out_and_are_found_the_same_on_every_database(edith: User):
    factories.make_document(edith, LETTERS, title="=Ёлка İ ß é")
    for form in ("csv", "jsonl"):
        text = b"".join(stream(Claim.objects.all(), form)).decode()
        assert LETTERS in text
        assert "=Ёлка İ ß é" in text
    asked = ("strasse", "STRASSE", "straße", "izmir", "İZMİR", "ёлка", "ЕЛКА", "cafe", "CAFÉ", "kost", "quay")
    assert [Claim.objects.search(words).count() for words in asked] == [1] * 10 + [0]
    assert [Document.objects.search(words).count() for words in ("ss", "елка", "E", "e", "i")] == [1] * 5


def test_the_cost_does_not_grow_with_the_rows_of_a_portion(document: Document, edith: User, carl: User):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            list(rows(Claim.objects.all(), edith))
        return len(queries)

    before = asked()
    text = "".join(f"Quay {i} cost {i + 2} million crowns in 2025.\n" for i in range(400))
    assigning.assign_all(factories.make_document(edith, text).claims.all(), to=carl, by=edith)
    assert (before, asked()) == (4, 4)
    factories.make_document(edith, text)
    assert asked() == 6


def test_what_is_no_longer_seen_while_the_file_is_written_is_left_out(
    cast: dict[str, User], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(claim_export, "ROWS_A_QUERY", 1)
    document = reporting.checked(cast)
    coming = rows(visible_to(cast["rita"], Claim.objects.all()), cast["rita"])
    assert next(coming)[COLUMNS.index("number")] == 1
    Document.objects.filter(pk=document.pk).update(restricted=True)
    assert list(coming) == []


def test_who_comes_while_the_file_is_written_is_named_in_it(
    cast: dict[str, User], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(claim_export, "ROWS_A_QUERY", 1)
    document = factories.make_document(cast["edith"])
    coming = rows(Claim.objects.all(), cast["edith"])
    assert next(coming)[COLUMNS.index("number")] == 1
    second, third = document.claims.filter(number__gt=1).order_by("number")
    nora, norman = (factories.make_user(name, Role.EDITOR, Role.REVIEWER) for name in ("nora", "norman"))
    assigning.assign(triage.queue(second, by=nora), to=norman, by=nora)
    factories.bring_to(
        ClaimStatus.APPROVED, third, editor=nora, reviewer=cast["carl"], approver=norman, other=cast["clara"]
    )
    named = [dict(zip(COLUMNS, row, strict=True)) for row in coming]
    assert [(row["reviewers"], row["approved_by"]) for row in named] == [
        (["Norman"], None),
        (["Carl"], "Norman"),
    ]


def test_no_claim_is_no_row(db: None):
    assert b"".join(stream(Claim.objects.all(), "jsonl")) == b""
    assert b"".join(stream(Claim.objects.all(), "csv")).count(b"\r\n") == 1
