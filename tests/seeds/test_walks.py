"""The walks that the seed scripts write: the default policy and the states they reach. No Django here."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from claims.sufficiency import Requirement, assess, requirement_for
from claims.vocabulary import Flag, Kind

Thing = dict[str, Any]
Pairs = list[tuple[Thing, Thing]]
Reviews = list[tuple[Thing, Thing, Thing]]


@dataclass(frozen=True)
class Rule:
    """A row of the default policy."""

    kind: str = ""
    flag: str = ""
    verdict_id: int | None = None
    reviews: int = 1
    pieces: int = 0
    origins: int = 0
    primary_suffices: bool = False
    request_for_comment: bool = False


# Verdict 1 stands for Opinion and Satire. Unproven keeps its evidence here: the seeds show what was tried.
BARE = 1
POLICY = [
    Rule(pieces=1),
    Rule(kind=Kind.STATISTIC, origins=2, primary_suffices=True),
    Rule(flag=Flag.ALLEGATION, reviews=2, origins=2, request_for_comment=True),
    *(Rule(flag=flag, reviews=2) for flag in Flag if flag is not Flag.ALLEGATION),
    Rule(verdict_id=BARE),
]


def requirement(claim: Thing, verdict: str = "") -> Requirement:
    """What the default policy asks for on a claim."""
    chosen = BARE if verdict in ("Opinion", "Satire") else None
    return requirement_for(POLICY, kind=claim["kind"], flags=claim["flags"], verdict=chosen)


def missing(document: Thing, claim: Thing, review: Thing) -> str:
    """What a review lacks by the default policy, its exemption aside; empty when it is enough."""
    pieces = [
        SimpleNamespace(number=number, struck_at=None, **piece)
        for number, piece in enumerate(review["evidence"], 1)
    ]
    return assess(
        requirement(claim, review["verdict"]),
        pieces,
        kind=claim["kind"],
        speaker=claim["speaker"],
        publisher=document["source"],
        comment_requested=bool(claim["contact"]),
    ).missing


def verdicts(claim: Thing) -> list[str]:
    """What was submitted on a claim."""
    return [review["verdict"] for review in claim["reviews"] if review["submit"]]


def test_submitted_review_meets_the_policy(reviews: Reviews) -> None:
    submitted = [one for one in reviews if one[2]["submit"] and not one[2]["exemption"]]
    assert {missing(document, claim, review) for document, claim, review in submitted} == {""}


def test_exemption_stands_only_where_it_is_needed(reviews: Reviews) -> None:
    exempt = [one for one in reviews if one[2]["exemption"]]
    lacking = [missing(document, claim, review) for document, claim, review in exempt]
    assert lacking == ["Add two independent origins, or one primary source."]


def test_decided_claim_has_its_reviews(pairs: Pairs) -> None:
    decided = [claim for _, claim in pairs if {"approve", "reopen"} & set(claim["decide"] or {})]
    assert [len(verdicts(claim)) for claim in decided] == [requirement(claim).reviews for claim in decided]
    assert {len(set(verdicts(claim))) for claim in decided} == {1}


def test_decision_is_written_as_the_seed_reads_it(pairs: Pairs) -> None:
    decisions = [claim["decide"] for _, claim in pairs if claim["decide"]]
    assert {tuple(decision) for decision in decisions} == {
        ("approve", "wording"),
        ("return",),
        ("decline",),
        ("reopen",),
    }
    assert [list(one["decline"]) for one in decisions if "decline" in one] == [["by", "reason"]]
    assert {one["approve"] for one in decisions if "approve" in one} == {True}


def test_who_declined_was_asked_and_somebody_else_works(pairs: Pairs) -> None:
    (claim,) = (claim for _, claim in pairs if "decline" in (claim["decide"] or {}))
    people = [assignment["to"] for assignment in claim["assign"]]
    assert (people[0], len(people)) == (claim["decide"]["decline"]["by"], 2)
    assert [review["by"] for review in claim["reviews"]] == people[1:]


def test_allegation_has_a_request_for_comment(pairs: Pairs) -> None:
    asked = [bool(claim["contact"]) for _, claim in pairs if "allegation" in claim["flags"]]
    assert asked == [True, True, True]


def test_every_verdict_occurs(reviews: Reviews, scales: dict[str, list[str]]) -> None:
    used = {
        name: {r["verdict"] for document, _, r in reviews if document["scale"] == name} for name in scales
    }
    assert used["Rating"] == set(scales["Rating"])
    assert used["Before publication"] == set(scales["Before publication"]) - {"Opinion"}


def test_one_pair_of_reviewers_differs(pairs: Pairs) -> None:
    differing = [claim["decide"] for _, claim in pairs if len(set(verdicts(claim))) == 2]
    assert differing == [None]


def test_one_source_is_confidential(reviews: Reviews) -> None:
    pieces = [piece for _, _, review in reviews for piece in review["evidence"]]
    assert [piece["url"] for piece in pieces if piece["confidential"]] == [""]


def test_one_assignment_is_late_from_the_start(pairs: Pairs) -> None:
    late = [each["to"] for _, claim in pairs for each in claim["assign"] if (each["due_in_hours"] or 1) < 0]
    assert late == ["carl"]


def test_some_work_is_left(pairs: Pairs) -> None:
    assert [claim["triage"] for _, claim in pairs].count("leave") > 5
    assert any(not review["submit"] for _, claim in pairs for review in claim["reviews"])
    assert any(claim["assign"] and not claim["reviews"] for _, claim in pairs)


def test_radar_article_is_fully_checked(scripts: dict[str, Thing]) -> None:
    document = scripts["radar-regiment"]
    settled = [
        isinstance(claim["triage"], dict) or "approve" in (claim["decide"] or {})
        for claim in document["claims"]
    ]
    assert set(settled) == {True}


def test_radar_article_skips_nothing_as_out_of_scope(scripts: dict[str, Thing]) -> None:
    skipped = [claim["triage"] for claim in scripts["radar-regiment"]["claims"] if claim["triage"] != "queue"]
    reasons = {"opinion", "prediction", "common_knowledge", "duplicate", "other"}
    assert {each["skip"] for each in skipped} == reasons


def test_german_article_waits_for_triage(scripts: dict[str, Thing]) -> None:
    document = scripts["strombruecke"]
    assert (document["language"], {claim["triage"] for claim in document["claims"]}) == ("de", {"leave"})
