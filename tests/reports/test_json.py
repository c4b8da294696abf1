"""The JSON file keeps its schema: docs/report.md names every field, order is stable."""

import json
import re
from pathlib import Path

from claims.reports import json as report_json
from claims.reports.assembling import assemble
from claims.workflow import approving
from tests import factories, reporting

DOCS = Path(__file__).resolve().parents[2] / "docs" / "report.md"


def loaded(report):
    return json.loads("".join(report_json.stream(report)))


def names(thing, found=None):
    """Every field name, however deep."""
    found = set() if found is None else found
    for item in thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ():
        names(item, found)
    return found | (found.update(thing) or set(thing) if isinstance(thing, dict) else set())


def test_head_of_a_complete_report(cast):
    document = reporting.checked(cast)
    head = loaded(assemble(document))
    assert (head["format"], head["state"], head["complete"], head["mark"]) == (
        "factcheck-report/1",
        "draft",
        True,
        None,
    )
    assert head["document"]["id"] == str(document.public_id)
    assert head["revision"]["sha256"] == document.current_revision.sha256
    assert head["figures"] == [
        {"label": "True", "count": 1},
        {"label": "False", "count": 1},
        {"label": "Skipped, with a reason", "count": 1},
    ]
    document.chain.refresh_from_db()
    assert (head["history"]["last_event"], head["history"]["last_hash"]) == (
        document.chain.last_number,
        document.chain.last_hash,
    )


def test_claim_and_its_rating(cast):
    first, second, third = loaded(assemble(reporting.checked(cast)))["claims"]
    assert first["claim_reviewed"] == "Vessby handled 4.1 million tonnes in 2025."
    assert first["review_rating"] == {
        "rating_value": 5,
        "best_rating": 5,
        "worst_rating": 1,
        "alternate_name": "True",
        "rating_explanation": "Accurate as stated.",
    }
    assert [piece["number"] for piece in first["evidence"]] == ["1.1", "1.2"]
    assert first["evidence"][1] == {
        "number": "1.2",
        "stance": "refutes",
        "confidential": True,
        "description": "confidential source, known to the desk",
    }
    assert first["decision"]["seen_by_a_second_person"] is True
    assert first["decision"]["reviews"][0]["evidence_struck"] == 1
    assert (second["standing"], second["settled"]) == (
        "skipped",
        {"reason": "other", "words": "Nobody disputes the day.", "by": "Edith", "was_approved_as": None},
    )
    assert third["decision"]["reviews"][0]["exemption"] == "The port closed its books."


def test_verdict_without_a_number_exports_none(cast, document):
    reporting.approve(reporting.claim_of(document, 1), cast, label="Opinion")
    rating = loaded(assemble(document))["claims"][0]["review_rating"]
    assert (rating["rating_value"], rating["best_rating"], rating["worst_rating"]) == (None, None, None)


def test_offsets_lead_to_the_quote(cast, document):
    report = loaded(assemble(document))
    assert [report["text"][c["start"] : c["end"]] for c in report["claims"]] == [
        c["quote"] for c in report["claims"]
    ]
    assert (report["mark"], report["revision"]["sentences_not_looked_at"]) == (
        "INCOMPLETE",
        [[0, 68], [69, 123], [124, 181]],
    )


def test_same_report_same_bytes(cast):
    document = reporting.checked(cast)
    assert "".join(report_json.stream(assemble(document))) == "".join(report_json.stream(assemble(document)))


def test_chunks_join_into_one_document(cast, monkeypatch):
    report = assemble(reporting.checked(cast))
    whole = "".join(report_json.stream(report))
    monkeypatch.setattr(report_json, "CLAIMS_A_CHUNK", 1)
    assert "".join(report_json.stream(report)) == whole


def test_document_without_claims(cast, document):
    report = assemble(document)
    object.__setattr__(report, "claims", ())
    assert loaded(report)["claims"] == []


def test_every_field_is_documented(cast):
    document = reporting.checked(cast)
    approving.reopen(reporting.claim_of(document, 3), by=cast["edith"], reason="Again.", weight="minor")
    documented = set(re.findall(r"`([a-z_0-9]+)`", DOCS.read_text(encoding="utf-8")))
    assert names(loaded(assemble(document))) - documented == set()


def test_nothing_internal_is_exported(cast, document):
    first = reporting.claim_of(document, 1)
    factories.make_review(reporting.asked(first, cast), confidence="low")
    approving.approve(first, by=cast["elias"])
    assert names(loaded(assemble(document))) & {"confidence", "notes", "check_worthiness", "status"} == set()
