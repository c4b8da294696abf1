"""The sentences of a report, word by word."""

import dataclasses

import pytest

from claims.models import Claim
from claims.reports import summary
from claims.reports.assembling import assemble
from claims.text import VERSION
from claims.vocabulary import MadeBy
from claims.workflow import approving
from tests import factories, reporting


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([], ""),
        ([4], "4"),
        ([2, 1], "1 and 2"),
        ([1, 3, 4, 5, 6, 7, 9, 12], "1, 3 to 7, 9 and 12"),
        ([1, 2, 3, 3, 12], "1 to 3 and 12"),
    ],
)
def test_numbers_are_listed_as_people_do(given, words):
    assert summary.numbers(given) == words


def test_complete_report_in_words(cast):
    report = assemble(reporting.checked(cast))
    assert summary.summary(report) == (
        "All three sentences are accounted for. Of three claims, two have an approved verdict and one was skipped with "
        "a reason."
    )
    assert summary.remarks(report) == [
        "One claim is contradicted by the evidence: 3 (false).",
        "Claim 1 rests in part on a confidential source.",
        "Claim 3 has an exemption from the evidence rule.",
        "Fully checked does not mean fit to publish.",
    ]
    assert summary.why_incomplete(report) == []
    assert summary.signatures(report) == [
        (["Elias"], "editor", "approved claims 1 and 3"),
        (["Carl", "Clara"], "reviewers", "nobody approved a claim that they reviewed"),
    ]


def test_incomplete_report_says_what_is_missing(cast, document):
    reporting.approve(reporting.claim_of(document, 2), cast)
    report = assemble(document)
    assert summary.summary(report) == (
        "One of three sentences is accounted for; two were not looked at. Of three claims, one has an approved "
        "verdict and two are open."
    )
    assert summary.why_incomplete(report) == [
        "Two claims have no approved verdict: 1 and 3.",
        "One of three sentences is accounted for; two were not looked at.",
        "Do not use this report as a finished check.",
    ]


@pytest.mark.parametrize(
    ("sentences", "unseen", "said"),
    [
        (1, 0, "The one sentence is accounted for."),
        (1, 1, "The one sentence was not looked at."),
        (3, 3, "None of three sentences is accounted for; three were not looked at."),
        (3, 1, "Two of three sentences are accounted for; one was not looked at."),
        (3030, 3029, "One of 3,030 sentences is accounted for; 3,029 were not looked at."),
        (3030, 0, "All 3,030 sentences are accounted for."),
    ],
)
def test_coverage_writes_small_numbers_as_words(cast, document, sentences, unseen, said):
    report = dataclasses.replace(
        assemble(document), sentences=((0, 1),) * sentences, unseen=tuple(range(unseen))
    )
    assert summary.coverage(report) == said


def test_where_claims_come_from(cast, document):
    Claim.objects.filter(number=2).update(made_by=MadeBy.IMPORT)
    Claim.objects.filter(number=3).update(made_by=MadeBy.EDITOR)
    report = assemble(document)
    claim, listed, added = report.claims
    rules = f"proposed by Factcheck’s rules, version {VERSION}."
    assert [
        summary.where_claims_come_from(dataclasses.replace(report, claims=claims))
        for claims in ((claim, added), (), (listed, added), (listed, claim), (added,))
    ] == [
        f"Claims were {rules}",
        f"Claims were {rules}",
        "Claims come from a fact sheet that somebody kept by hand.",
        f"Claims come from a fact sheet; others were {rules}",
        "Claims were added by editors.",
    ]


def test_our_own_wrong_claims_without_outcome_are_named(cast):
    report = assemble(reporting.checked(cast, ours=True))
    assert summary.why_incomplete(report)[1] == (
        "Nobody recorded what became of wrong or unproven claims in our own draft: 3."
    )


def test_sole_sign_off_and_corrections_are_remarked(cast, document, settings):
    settings.SOLE_SIGN_OFF = True
    first = reporting.claim_of(document, 1)
    factories.make_review(reporting.asked(first, cast, "rolf"))
    approving.approve(first, by=cast["rolf"], sole_sign_off="Nobody else was on duty.")
    reporting.approve(reporting.claim_of(document, 2), cast)
    approving.reopen(
        reporting.claim_of(document, 2), by=cast["edith"], reason="Wrong day.", weight="material"
    )
    report = assemble(document)
    assert summary.remarks(report) == [
        "Claim 1 was not seen by a second person.",
        "Claim 2 was corrected after an earlier approval.",
        "Fully checked does not mean fit to publish.",
    ]
    assert summary.signatures(report)[-1] == (
        ["Rolf"],
        "reviewer",
        "claim 1 was not seen by a second person",
    )


def test_document_without_claims(cast, document):
    empty = dataclasses.replace(assemble(document), claims=())
    assert summary.summary(empty).endswith("The document has no claims.")
