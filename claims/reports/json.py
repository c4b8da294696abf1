"""A report as JSON, format ``factcheck-report/1``. docs/report.md is its schema; names and order are stable.

Times are UTC, dates ISO days, offsets code points of ``text`` (half-open). Nothing depends on who asks or when.
"""

import json
from collections.abc import Iterator
from typing import Any

from claims.reports import claim_facts, summary
from claims.reports import document_report as facts
from claims.reports.csv import time

FORMAT = "factcheck-report/1"
MEDIA_TYPE = "application/json"
CLAIMS_A_CHUNK = 200
Thing = dict[str, Any]


def stream(report: facts.Report) -> Iterator[str]:
    """The file in chunks: the head, then the claims, one a line."""
    head = _dump(_head(report))
    yield f'{head[:-1]},"claims":['
    chunk: list[str] = []
    for index, claim in enumerate(report.claims):
        chunk.append(("\n" if index == 0 else ",\n") + _dump(_claim(claim, report.scale)))
        if len(chunk) >= CLAIMS_A_CHUNK:
            yield "".join(chunk)
            chunk = []
    yield "".join(chunk) + "\n]}\n"


def _dump(thing: Thing) -> str:
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":"))


def _head(report: facts.Report) -> Thing:
    document, history, scale = report.document, report.history, report.scale
    return {
        "format": FORMAT,
        "state": "draft",
        "complete": report.complete,
        "mark": None if report.complete else "INCOMPLETE",
        "why_incomplete": summary.why_incomplete(report),
        "summary": summary.summary(report),
        "remarks": summary.remarks(report),
        "scope": facts.SCOPE,
        "document": {
            "id": document.public_id,
            "title": document.title,
            "source": document.source,
            "author": document.author,
            "url": document.link,
            "date_published": _day(document.date),
            "kind": document.kind,
            "in_language": document.language,
            "ours": document.ours,
        },
        "revision": {
            "number": document.revision,
            "sha256": document.sha256,
            "length": document.length,
            "sentences": len(report.sentences),
            "sentences_not_looked_at": [list(span) for span in report.unaccounted],
            "reader": document.reader,
            "extractor_version": document.extractor_version,
        },
        "history": {
            "last_event": history.last_event,
            "last_hash": history.last_hash,
            "at": time(history.at) if history.at else None,
        },
        "scale": {
            "name": scale.name,
            "question": scale.question,
            "best_rating": scale.best,
            "worst_rating": min(scale.ratings, default=None),
            "verdicts": [
                {"label": verdict.label, "meaning": verdict.meaning, "rating": verdict.rating}
                for verdict in scale.verdicts
            ],
        },
        "figures": [{"label": figure.label, "count": figure.count} for figure in report.figures],
        "corrections_withheld": list(report.hidden_corrections),
        "text": report.text,
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _claim(claim: claim_facts.ClaimFacts, scale: facts.ScaleFacts) -> Thing:
    decision = claim.approved
    put_aside = claim.standing in (claim_facts.SKIPPED, claim_facts.RETIRED)
    return {
        "number": claim.number,
        "standing": claim.standing,
        "claim_reviewed": claim.wording,
        "text": claim.text,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "spans": [list(span) for span in claim.spans],
        "kind": claim.kind,
        "flags": list(claim.flags),
        "author": claim.speaker,
        "proposed_by_machine": claim.proposed_by_machine,
        "confirmed_by": claim.confirmed_by or None,
        "review_rating": _rating(decision.verdict, scale) if decision else None,
        "decision": _decision(decision) if decision else None,
        "evidence": [_evidence(piece, claim.number) for piece in decision.evidence] if decision else [],
        "settled": {
            "reason": claim.settled_reason,
            "words": claim.settled_words,
            "by": claim.settled_by,
            "was_approved_as": claim.decision.verdict.label if claim.decision else None,
        }
        if put_aside
        else None,
        "corrections": [_correction(each) for each in claim.corrections],
    }


def _rating(verdict: claim_facts.VerdictFacts, scale: facts.ScaleFacts) -> Thing:
    rated = verdict.rating is not None
    return {
        "rating_value": verdict.rating,
        "best_rating": scale.best if rated else None,
        "worst_rating": min(scale.ratings, default=None) if rated else None,
        "alternate_name": verdict.label,
        "rating_explanation": verdict.meaning,
    }


def _decision(decision: claim_facts.DecisionFacts) -> Thing:
    return {
        "as_of": _day(decision.as_of),
        "recheck_on": _day(decision.recheck_on),
        "approved_by": decision.by,
        "approved_at": time(decision.at),
        "policy": decision.policy,
        "seen_by_a_second_person": not decision.sole_sign_off,
        "sole_sign_off": decision.sole_sign_off or None,
        "reviews": [
            {
                "reviewer": review.reviewer,
                "purpose": review.purpose,
                "verdict": review.verdict,
                "rationale": review.rationale,
                "as_of": _day(review.as_of),
                "submitted_at": time(review.submitted_at),
                "exemption": review.exemption or None,
                "evidence": [piece.number for piece in review.evidence],
                "evidence_struck": review.struck,
            }
            for review in decision.reviews
        ],
    }


def _evidence(piece: claim_facts.EvidenceFacts, claim: int) -> Thing:
    number = f"{claim}.{piece.number}"
    if piece.confidential:
        return {
            "number": number,
            "stance": piece.stance,
            "confidential": True,
            "description": claim_facts.CONFIDENTIAL,
        }
    return {
        "number": number,
        "stance": piece.stance,
        "confidential": False,
        "form": piece.form,
        "level": piece.level,
        "title": piece.title,
        "publisher": piece.publisher,
        "origin": piece.origin,
        "excerpt": piece.excerpt,
        "locator": piece.locator,
        "date_published": _day(piece.published),
        "date_accessed": _day(piece.accessed),
        "url": piece.link,
        "archived_at": piece.archive_link,
        "file_sha256": piece.file_sha256 or None,
        "saved_copy_sha256": piece.saved_copy_sha256 or None,
        "counts": piece.counts,
        "why": piece.why,
    }


def _correction(correction: claim_facts.Correction) -> Thing:
    return {
        "alternate_name": correction.label,
        "claim_reviewed": correction.wording,
        "approved_by": correction.by,
        "approved_at": time(correction.at),
        "ended_at": time(correction.ended_at),
        "weight": correction.weight,
        "reason": correction.reason,
    }
