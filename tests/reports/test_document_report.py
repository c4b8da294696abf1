"""What follows from the facts: complete or not, figures, outcomes in our own drafts."""

from claims.reports.assembling import assemble
from claims.reports.document_report import Figure
from claims.workflow import approving, triage
from tests import reporting


def test_figures_follow_the_scale_then_what_has_no_verdict(cast):
    document = reporting.checked(cast)
    assert assemble(document).figures == [
        Figure("True", 1, "v-tick", "green"),
        Figure("False", 1, "v-cross", "red"),
        Figure("Skipped, with a reason", 1, "s-skipped"),
    ]
    approving.reopen(reporting.claim_of(document, 3), by=cast["edith"], reason="Again.", weight="minor")
    triage.retire(reporting.claim_of(document, 2), by=cast["edith"], reason="Cut.")
    assert [(figure.label, figure.count) for figure in assemble(document).figures] == [
        ("True", 1),
        ("Open", 1),
        ("Retired, with a reason", 1),
    ]


def test_complete_report_is_a_draft_and_an_incomplete_one_says_so(cast, document):
    assert assemble(reporting.checked(cast)).state == "Draft, not issued"
    assert assemble(document).state == "Draft, not issued · INCOMPLETE"


def test_our_own_draft_is_not_fully_checked_while_a_wrong_claim_has_no_outcome(cast):
    theirs, ours = reporting.checked(cast), reporting.checked(cast, ours=True)
    assert (assemble(theirs).complete, assemble(ours).complete) == (True, False)
    assert [claim.number for claim in assemble(ours).without_outcome] == [3]


def test_sentence_whose_only_claim_was_retired_is_unaccounted(cast):
    document = reporting.checked(cast)
    triage.retire(reporting.claim_of(document, 2), by=cast["edith"], reason="Cut.")
    report = assemble(document)
    assert report.complete is False
    assert [report.text[start:end] for start, end in report.unaccounted] == [
        "Mayor Ingrid Holm opened the new quay on 3 March 2026."
    ]


def test_scale_knows_its_ends(cast, document):
    scale = assemble(document).scale
    assert (scale.name, scale.best, min(scale.ratings), len(scale.verdicts)) == ("Rating", 5, 1, 11)
