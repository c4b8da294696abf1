"""The page of a conflict (409): the thing as it is now beside the person's own form, filled in, to be sent again."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from claims.lifecycle import LIVE, ClaimStatus
from claims.models import Assignment, Claim, Evidence, Review, User
from claims.permissions import visible_to
from claims.reports.claim_file import is_blind
from claims.reports.comparing import Part, differing
from claims.views.claim_page import address, find_claim
from claims.views.frame import person


@dataclass(frozen=True)
class Fact:
    """One line of the thing as it is now; the words that differ from what was typed are marked."""

    label: str
    parts: list[Part]


def conflict(
    request: HttpRequest,
    claim: Claim,
    sentence: str,
    forms: list[Any],
    facts: list[Fact],
    *,
    verb: str,
    is_open: bool = True,
) -> HttpResponse:
    """Both versions side by side; without a button where the move is no longer open."""
    about = {
        "claim": claim,
        "back": address(claim),
        "sentence": sentence,
        "forms": forms,
        "facts": facts,
        "verb": verb,
        "is_open": is_open,
        "action": request.get_full_path(),
    }
    return render(request, "claims/conflict.html", about, status=409)


def claim_conflict(
    request: HttpRequest, claim: Claim, sentence: str, form: Any, *, verb: str, sources: frozenset[Any]
) -> HttpResponse:
    """An editor's move met a newer version of the claim."""
    fresh = find_claim(request, claim.document_id, claim.number)
    facts = claim_facts(fresh, person(request), form)
    form.with_version(fresh.version)
    is_open = fresh.stands in sources
    return conflict(request, fresh, sentence, [form], facts, verb=verb, is_open=is_open)


def claim_facts(claim: Claim, user: User, form: Any = None) -> list[Fact]:
    """The claim as this person may see it now."""
    typed = form.data if form is not None else {}
    seen = visible_to(user, Assignment.objects.filter(claim=claim, round=claim.round, status__in=LIVE))
    found = [] if is_blind(claim, user) else [("Status", ClaimStatus(claim.status).label, "")]
    found += [
        ("Text", claim.text, typed.get("text", "")),
        ("Speaker", claim.speaker, typed.get("speaker", "")),
        ("Kind", claim.get_kind_display(), ""),
        ("Flags", ", ".join(flag.label for flag in claim.flag_words), ""),
        ("Reviewers", ", ".join(str(a.reviewer) for a in seen.select_related("reviewer").order_by("id")), ""),
    ]
    return _facts(found)


def review_facts(review: Review | None, form: Any) -> list[Fact]:
    """A reviewer's own draft as it is stored now."""
    if review is None:
        return []
    typed = form.data
    return _facts(
        [
            ("Verdict", str(review.verdict or ""), ""),
            ("Rationale", review.rationale, typed.get("rationale", "")),
            ("As-of date", f"{review.as_of.day} {review.as_of:%B %Y}" if review.as_of else "", ""),
            ("Why the evidence rule cannot be met", review.exemption, typed.get("exemption", "")),
        ]
    )


def evidence_facts(evidence: Evidence, form: Any) -> list[Fact]:
    """A source as it is stored now."""
    names = {"title": "Title", "publisher": "Publisher", "origin": "Origin", "excerpt": "Excerpt"}
    found = [(label, getattr(evidence, name), form.data.get(name, "")) for name, label in names.items()]
    return _facts([("Stance", evidence.get_stance_display(), ""), *found])


def _facts(rows: list[tuple[str, str, str]]) -> list[Fact]:
    return [
        Fact(label, differing(now, typed) if typed else [(now, False)]) for label, now, typed in rows if now
    ]
