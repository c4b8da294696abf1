"""The CSV file: one row a claim, safe in every spreadsheet."""

import csv
import io

import pytest

from claims.reports import csv as report_csv
from claims.reports.assembling import assemble
from claims.reports.document_report import Report
from tests import factories, reporting


def rows_of(report: Report) -> list[dict[str, str]]:
    body = "".join(report_csv.stream(report))
    assert body.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(body.removeprefix("\ufeff"), newline="")))


def test_one_row_a_claim_in_text_order(cast):
    rows = rows_of(assemble(reporting.checked(cast)))
    assert tuple(rows[0]) == report_csv.COLUMNS
    assert [(row["number"], row["standing"], row["verdict"], row["rating"]) for row in rows] == [
        ("1", "approved", "True", "5"),
        ("2", "skipped", "", ""),
        ("3", "approved", "False", "1"),
    ]
    assert rows[1]["settled_words"] == "Nobody disputes the day."
    assert rows[2]["exemption"] == "The port closed its books. (Clara)"


def test_evidence_is_one_line_a_piece(cast):
    first = rows_of(assemble(reporting.checked(cast)))[0]
    assert first["evidence"].split("\n") == [
        "1.1 Supports; Document, primary; Freight table 2025; Statistics office; origin: Statistics office; "
        "published 2026-01-14; accessed 2026-03-11; “Vessby: 4.1 million tonnes.”; row 7; "
        "https://statistics.example/freight/2025; archived: https://archive.example/freight; "
        "Counts as a primary source",
        "1.2 Refutes; confidential source, known to the desk",
    ]
    assert first["links"].split("\n") == [
        "https://statistics.example/freight/2025",
        "https://archive.example/freight",
    ]
    assert (first["evidence_count"], first["reviewed_by"], first["approved_by"]) == ("2", "Carl", "Elias")


def test_every_row_says_incomplete(cast, document):
    rows = rows_of(assemble(document))
    assert {row["report"] for row in rows} == {"Draft, not issued · INCOMPLETE"}
    assert {row["machine_guess"] for row in rows} == {"yes"}


def test_document_without_claims_still_says_what_it_is(cast, document):
    report = assemble(document)
    object.__setattr__(report, "claims", ())
    rows = rows_of(report)
    assert [(row["number"], row["document"]) for row in rows] == [("", document.title)]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_formula_is_written_as_text(start):
    assert report_csv.safe(f"{start}1+1") == f"'{start}1+1"


def test_harmless_cells_stay_as_they_are():
    assert [report_csv.safe(value) for value in ("a=1", 5, None, "", "'=1")] == ["a=1", "5", "", "", "'=1"]


def test_formulas_in_everything_a_person_types(cast):
    evil = '=HYPERLINK("https://evil.example";"x")'
    document = factories.make_document(
        cast["edith"], "-4 degrees were measured in Vessby on 3 March 2026.\n", title=evil
    )
    first = reporting.claim_of(document, 1)
    review = factories.make_review(
        reporting.asked(first, cast), rationale=evil, sources=[factories.source(evil)]
    )
    assert review.rationale == evil
    reporting.approving.approve(first, by=cast["elias"], wording=evil)
    body = "".join(report_csv.stream(assemble(document)))
    cells = [cell for row in csv.reader(io.StringIO(body.removeprefix("\ufeff"), newline="")) for cell in row]
    assert [cell for cell in cells if cell.startswith(report_csv.FORMULA)] == []
    assert cells.count(f"'{evil}") == 3
    # Quoted whole, so that a spreadsheet which splits at semicolons finds no formula behind one.
    assert [line for line in body.removeprefix("\ufeff").splitlines() if not line.startswith('"')] == []


def test_two_reviewers_are_told_apart(cast, document):
    first = reporting.claim_of(document, 1)
    reporting.factories.triage.queue(first, by=cast["edith"])
    one = reporting.assigning.assign(first, to=cast["carl"], by=cast["edith"])
    two = reporting.assigning.assign(first, to=cast["clara"], by=cast["edith"])
    factories.make_review(one, rationale="Yes.")
    factories.make_review(two, rationale="Yes, too.")
    reporting.approving.approve(first, by=cast["elias"])
    row = rows_of(assemble(document))[0]
    assert (row["rationale"], row["reviewed_by"]) == ("Carl: Yes.\n\nClara: Yes, too.", "Carl; Clara")


def test_times_name_utc(cast):
    row = rows_of(assemble(reporting.checked(cast)))[0]
    assert row["approved_at"][10:11] + row["approved_at"][-1] == "TZ"
