"""When evidence is enough: the default policy as a table, and every reason why a piece does not count."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from claims.models import Policy, Verdict
from claims.sufficiency import Assessment, Requirement, assess, requirement_for

ORIGINS = "Add {} independent origin{}."
PRIMARY_OR = "Add {} independent origin{}, or one primary source."
ASK = "Record a request for comment."


@dataclass
class Rule:
    kind: str = ""
    flag: str = ""
    verdict_id: int | None = None
    reviews: int = 1
    pieces: int = 1
    origins: int = 0
    primary_suffices: bool = False
    request_for_comment: bool = False


@dataclass
class Piece:
    number: int
    origin: str = ""
    level: str = "secondary"
    stance: str = "supports"
    struck_at: datetime | None = None


STATISTIC = Requirement(pieces=1, origins=2, primary_suffices=True, about="A statistic")
QUOTATION = Requirement(pieces=1, origins=2, primary_suffices=True, about="A quotation")
ONE_PIECE = Requirement(pieces=1, about="An event")
SPEAKER, PUBLISHER = "President Alexander Berg", "Coast Courier"


def held(
    requirement: Requirement, *pieces: Piece, kind: str = "statistic", asked: bool = False
) -> Assessment:
    return assess(
        requirement, pieces, kind=kind, speaker=SPEAKER, publisher=PUBLISHER, comment_requested=asked
    )


# --- which piece counts ----------------------------------------------------------------------------------

PRIMARY = {"level": "primary"}
COUNTS = "Counts as an independent origin"
AS_PRIMARY = "Counts as a primary source"


@pytest.mark.parametrize(
    ("kind", "given", "why"),
    [
        ("statistic", {"origin": "Statistics office"}, COUNTS),
        ("statistic", {"origin": "Statistics office", **PRIMARY}, AS_PRIMARY),
        ("statistic", {"origin": "Statistics office", "stance": "refutes"}, COUNTS),
        ("statistic", {"origin": "Statistics office", "stance": "context"}, "Does not count: context only"),
        (
            "statistic",
            {"origin": "Statistics office", "struck_at": datetime(2026, 3, 12, tzinfo=UTC)},
            "Does not count: struck",
        ),
        ("statistic", {"origin": ""}, "Does not count: unknown origin"),
        ("statistic", {"origin": " – "}, "Does not count: unknown origin"),
        ("statistic", {"origin": "", **PRIMARY}, "Does not count: unknown origin"),
        ("statistic", {"origin": SPEAKER}, "Does not count: the speaker of the claim"),
        ("statistic", {"origin": "alexander  BERG"}, "Does not count: the speaker of the claim"),
        ("statistic", {"origin": "Álexander Berg", **PRIMARY}, "Does not count: the speaker of the claim"),
        ("statistic", {"origin": "Berg"}, COUNTS),  # one word may be anybody's
        ("statistic", {"origin": "the coast courier"}, "Does not count: publisher of the document"),
        ("statistic", {"origin": "Coast Courier newsroom"}, "Does not count: publisher of the document"),
        ("quotation", {"origin": SPEAKER, **PRIMARY}, AS_PRIMARY),
        ("attribution", {"origin": SPEAKER, **PRIMARY}, AS_PRIMARY),
        ("quotation", {"origin": "", **PRIMARY}, AS_PRIMARY),
        ("quotation", {"origin": PUBLISHER, **PRIMARY}, AS_PRIMARY),
        ("quotation", {"origin": SPEAKER}, "Does not count: the speaker of the claim"),
    ],
)
def test_why_a_piece_counts_or_not(kind: str, given: dict[str, Any], why: str):
    told = held(STATISTIC, Piece(1, **given), kind=kind)
    assert told.countings[0].why == why
    assert told.countings[0].counts == why.startswith("Counts")


def test_the_same_origin_counts_once():
    told = held(
        STATISTIC,
        Piece(1, "Statistics Office"),
        Piece(2, "statistics office"),
        Piece(3, "The Office, Statistics"),
        Piece(4, "Port authority"),
    )
    assert [counting.why for counting in told.countings] == [
        COUNTS,
        "Does not count: same origin as E1",
        "Does not count: same origin as E1",
        COUNTS,
    ]
    assert (told.origins, told.pieces, told.met) == (2, 2, True)
    assert told.by_number[4].independent


def test_a_struck_origin_leaves_its_place_to_the_next():
    told = held(
        STATISTIC,
        Piece(1, "Port authority", struck_at=datetime(2026, 3, 12, tzinfo=UTC)),
        Piece(2, "Port authority"),
    )
    assert [counting.counts for counting in told.countings] == [False, True]


def test_where_no_origins_are_asked_every_piece_that_bears_on_it_counts():
    told = held(ONE_PIECE, Piece(1, SPEAKER), Piece(2, "", stance="context"), kind="event")
    assert [counting.why for counting in told.countings] == [
        "Counts as a piece of evidence",
        "Does not count: context only",
    ]
    assert told.met


# --- what is missing -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("requirement", "pieces", "asked", "missing"),
    [
        (ONE_PIECE, [], False, "Add a piece of evidence."),
        (Requirement(pieces=2), [], False, "Add two pieces of evidence."),
        (Requirement(origins=1), [], False, "Add an independent origin."),
        (Requirement(pieces=3), [Piece(1, "A")], False, "Add two more pieces of evidence."),
        (STATISTIC, [], False, PRIMARY_OR.format("two", "s")),
        (STATISTIC, [Piece(1, "A")], False, PRIMARY_OR.format("one more", "")),
        (STATISTIC, [Piece(1, "A", "primary")], False, ""),
        (STATISTIC, [Piece(1, "A"), Piece(2, "B")], False, ""),
        (STATISTIC, [Piece(1, ""), Piece(2, "B")], False, PRIMARY_OR.format("one more", "")),
        (Requirement(origins=2), [Piece(1, "A", "primary")], False, ORIGINS.format("one more", "")),
        (
            Requirement(origins=2, request_for_comment=True),
            [],
            False,
            ORIGINS.format("two", "s") + " " + ASK,
        ),
        (Requirement(origins=2, request_for_comment=True), [Piece(1, "A"), Piece(2, "B")], False, ASK),
        (Requirement(origins=2, request_for_comment=True), [Piece(1, "A"), Piece(2, "B")], True, ""),
        (Requirement(), [], False, ""),
    ],
)
def test_what_is_missing(requirement: Requirement, pieces: list[Piece], asked: bool, missing: str):
    told = held(requirement, *pieces, asked=asked)
    assert (told.missing, told.met) == (missing, missing == "")


@pytest.mark.parametrize(
    ("requirement", "sentence"),
    [
        (STATISTIC, "A statistic needs one primary source, or two independent origins."),
        (ONE_PIECE, "An event needs one piece of evidence."),
        (Requirement(pieces=2), "This claim needs two pieces of evidence."),
        (Requirement(origins=1), "This claim needs one independent origin."),
        (Requirement(origins=12), "This claim needs 12 independent origins."),
        (
            Requirement(origins=2, request_for_comment=True, about="An allegation"),
            "An allegation needs two independent origins, and a recorded request for comment.",
        ),
        (
            Requirement(about="This verdict"),
            "This verdict needs no evidence; say in the rationale what you tried or why.",
        ),
    ],
)
def test_the_rule_in_one_sentence(requirement: Requirement, sentence: str):
    assert requirement.sentence == sentence
    assert requirement.as_dict()["sentence"] == sentence


# --- how rules combine -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rules", "given", "asked"),
    [
        ([], {}, Requirement(about="A statistic")),
        ([Rule(), Rule(kind="event", pieces=9)], {}, Requirement(pieces=1, about="A statistic")),
        (
            [Rule(), Rule(flag="legal", reviews=2)],
            {"flags": ["legal"]},
            Requirement(2, 1, about="A statistic"),
        ),
        ([Rule(), Rule(verdict_id=7, pieces=0)], {"verdict": 7}, Requirement(1, 0, about="This verdict")),
        ([Rule(), Rule(verdict_id=7, pieces=0)], {"verdict": 8}, Requirement(1, 1, about="A statistic")),
        (
            [Rule(flag="legal", reviews=2), Rule(verdict_id=7, pieces=0)],
            {"verdict": 7, "flags": ["legal"]},
            Requirement(2, 0, about="This verdict"),
        ),
        (
            [
                Rule(kind="statistic", origins=2, primary_suffices=True),
                Rule(flag="allegation", origins=2, request_for_comment=True),
            ],
            {"flags": ["allegation"]},
            Requirement(1, 1, 2, False, True, "An allegation"),
        ),
    ],
)
def test_rules_combine(rules: list[Rule], given: dict[str, Any], asked: Requirement):
    assert requirement_for(rules, **({"kind": "statistic", "flags": []} | given)) == asked


# --- the default policy ----------------------------------------------------------------------------------


@dataclass
class Case:
    kind: str
    flags: list[str] = field(default_factory=list)
    verdict: str | None = None
    reviews: int = 1
    sentence: str = ""


EVERYTHING_ELSE = "needs one piece of evidence."


@pytest.mark.django_db
@pytest.mark.parametrize(
    "case",
    [
        *(
            Case(kind, sentence=f"{'An' if kind[0] in 'aeiou' else 'A'} {kind} {EVERYTHING_ELSE}")
            for kind in ("event", "quotation", "attribution", "definition", "prediction", "opinion")
        ),
        Case("other", sentence=f"This claim {EVERYTHING_ELSE}"),
        Case("statistic", sentence="A statistic needs one primary source, or two independent origins."),
        *(
            Case("event", [flag], reviews=2, sentence=f"An event {EVERYTHING_ELSE}")
            for flag in ("legal", "health", "minors", "anonymous_source")
        ),
        *(
            Case(
                kind,
                ["allegation"],
                reviews=2,
                sentence="An allegation needs two independent origins, and a recorded request for comment.",
            )
            for kind in ("event", "statistic")
        ),
        Case("statistic", [], "True", 1, "A statistic needs one primary source, or two independent origins."),
        *(
            Case(
                "statistic",
                ["legal"],
                verdict,
                2,
                "This verdict needs no evidence; say in the rationale what you tried or why.",
            )
            for verdict in ("Unproven", "Opinion", "Satire")
        ),
    ],
    ids=lambda case: "-".join([case.kind, *case.flags, case.verdict or "any"]),
)
def test_the_default_policy(case: Case):
    verdict = Verdict.objects.get(scale__name="Rating", label=case.verdict).pk if case.verdict else None
    asked = Policy.objects.requirement(kind=case.kind, flags=case.flags, verdict=verdict)
    assert (asked.reviews, asked.sentence) == (case.reviews, case.sentence)
