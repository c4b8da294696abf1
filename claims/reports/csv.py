"""A report as CSV for a spreadsheet: one row a claim, its evidence as lines of one cell (see docs/report.md).

UTF-8 with a byte order mark, CRLF, every cell quoted; a cell that a spreadsheet would take for a formula begins with '.
"""

import csv
import datetime
from collections.abc import Iterator

from claims.reports import claim_facts
from claims.reports import document_report as facts

MEDIA_TYPE = "text/csv; charset=utf-8"
BYTE_ORDER_MARK = "\ufeff"
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
ROWS_A_CHUNK = 200
COLUMNS = (
    "document", "revision", "text_sha256", "report", "number", "standing", "claim", "quote", "start", "end",
    "kind", "flags", "speaker", "machine_guess", "verdict", "rating", "best_rating", "meaning", "rationale",
    "as_of", "recheck_on", "evidence_count", "evidence", "links", "policy", "exemption", "reviewed_by",
    "reviewed_at", "approved_by", "approved_at", "sole_sign_off", "settled_reason", "settled_words",
    "settled_by", "corrections",
)  # fmt: skip


class Echo:
    """A file that gives each written line back."""

    def write(self, line: str) -> str:
        return line


def stream(report: facts.Report) -> Iterator[str]:
    """The file in chunks of rows, the byte order mark first."""
    writer = csv.writer(Echo(), quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    chunk = [BYTE_ORDER_MARK + writer.writerow(COLUMNS)]
    for cells in _rows(report):
        chunk.append(writer.writerow([safe(cells.get(column, "")) for column in COLUMNS]))
        if len(chunk) >= ROWS_A_CHUNK:
            yield "".join(chunk)
            chunk = []
    yield "".join(chunk)


def safe(value: object) -> str:
    """A cell as text; what a spreadsheet would run gets a leading apostrophe."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _rows(report: facts.Report) -> Iterator[dict[str, object]]:
    about = {
        "document": report.document.title,
        "revision": report.document.revision,
        "text_sha256": report.document.sha256,
        "report": report.state,
    }
    if not report.claims:
        yield about  # so that INCOMPLETE is said even then
    for claim in report.claims:
        yield about | _claim(claim) | _decision(claim.approved, report.scale.best, claim.number)


def _claim(claim: claim_facts.ClaimFacts) -> dict[str, object]:
    return {
        "number": claim.number,
        "standing": claim.standing,
        "claim": claim.wording,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "kind": claim.kind,
        "flags": "; ".join(claim.flags),
        "speaker": claim.speaker,
        "machine_guess": "yes" if claim.is_guess else "",
        "settled_reason": claim.settled_reason,
        "settled_words": claim.settled_words,
        "settled_by": claim.settled_by,
        "corrections": "\n".join(_correction(each) for each in claim.corrections),
    }


def _decision(decision: claim_facts.DecisionFacts | None, best: int | None, claim: int) -> dict[str, object]:
    if decision is None:
        return {}
    verdict, reviews = decision.verdict, decision.reviews
    rated = verdict.rating is not None
    return {
        "verdict": verdict.label,
        "rating": verdict.rating,
        "best_rating": best if rated else None,
        "meaning": verdict.meaning,
        "rationale": _rationale(reviews),
        "as_of": decision.as_of,
        "recheck_on": decision.recheck_on,
        "evidence_count": len(decision.evidence),
        "evidence": "\n".join(evidence_line(piece, claim) for piece in decision.evidence),
        "links": "\n".join(
            link for piece in decision.evidence for link in (piece.link, piece.archive_link) if link
        ),
        "policy": decision.policy,
        "exemption": "\n".join(
            f"{review.exemption} ({review.reviewer})" for review in reviews if review.exemption
        ),
        "reviewed_by": "; ".join(review.reviewer for review in reviews),
        "reviewed_at": "; ".join(time(review.submitted_at) for review in reviews),
        "approved_by": decision.by,
        "approved_at": time(decision.at),
        "sole_sign_off": f"{claim_facts.ALONE}: {decision.sole_sign_off}" if decision.sole_sign_off else "",
    }


def _rationale(reviews: tuple[claim_facts.ReviewFacts, ...]) -> str:
    if len(reviews) == 1:
        return reviews[0].rationale
    return "\n\n".join(f"{review.reviewer}: {review.rationale}" for review in reviews)


def evidence_line(piece: claim_facts.EvidenceFacts, claim: int) -> str:
    """One piece of evidence in one line: “5.1 Refutes; Data, secondary; title; …”."""
    head = f"{claim}.{piece.number} {piece.stance.label}"
    if piece.confidential:
        return f"{head}; {claim_facts.CONFIDENTIAL}"
    assert piece.form is not None
    assert piece.level is not None
    parts = [
        head,
        f"{piece.form.label}, {piece.level.label.lower()}",
        piece.title,
        piece.publisher,
        f"origin: {piece.origin or 'unknown'}",
        f"published {piece.published}" if piece.published else "",
        f"accessed {piece.accessed}" if piece.accessed else "",
        f"“{piece.excerpt}”" if piece.excerpt else "",
        piece.locator,
        piece.link,
        f"archived: {piece.archive_link}" if piece.archive_link else "",
        piece.why,
    ]
    return "; ".join(" ".join(part.split()) for part in parts if part)


def _correction(correction: claim_facts.Correction) -> str:
    return (
        f"{correction.label} ({correction.wording}), approved by {correction.by} {time(correction.at)}, "
        f"ended {time(correction.ended_at)}, {correction.weight}: {correction.reason}"
    )


def time(when: datetime.datetime) -> str:
    """A time in UTC, which its Z names: 2026-03-13T09:12:00Z."""
    return f"{when.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%SZ}"
