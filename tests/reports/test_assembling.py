"""The read model says what the desk decided, and costs the same however many claims there are."""

import pytest
from django.db import connection

from claims.models import Decision
from claims.reports import claim_facts as facts
from claims.reports.assembling import assemble
from claims.reports.document_report import Report
from claims.workflow import approving, editing, intake, triage
from tests import factories, reporting

ONE = "The harbour of Vessby handled 4.1 million tonnes of freight in 2025."


def claim(report: Report, number: int) -> facts.ClaimFacts:
    return next(claim for claim in report.claims if claim.number == number)


def test_everything_decided_is_in_the_report(cast):
    report = assemble(reporting.checked(cast))
    assert [(c.number, c.standing) for c in report.claims] == [
        (1, "approved"),
        (2, "skipped"),
        (3, "approved"),
    ]
    decision = claim(report, 1).approved
    assert (decision.verdict.label, decision.verdict.meaning, decision.verdict.rating) == (
        "True",
        "Accurate as stated.",
        5,
    )
    assert (decision.wording, claim(report, 1).wording) == ("Vessby handled 4.1 million tonnes in 2025.",) * 2
    assert (decision.by, [review.reviewer for review in decision.reviews]) == ("Elias", ["Carl"])
    assert [review.rationale for review in decision.reviews] == ["The tables agree."]
    assert str(decision.as_of) == "2026-03-12"
    assert decision.policy == "A statistic needs one primary source, or two independent origins."
    assert claim(report, 3).approved.reviews[0].exemption == "The port closed its books."


def test_who_put_a_claim_aside_and_why(cast):
    skipped = claim(assemble(reporting.checked(cast)), 2)
    assert (skipped.settled_reason, skipped.settled_words, skipped.settled_by) == (
        "other",
        "Nobody disputes the day.",
        "Edith",
    )


@pytest.mark.parametrize("sentences", [1, 3])
def test_the_report_costs_the_same_for_any_number_of_claims(cast, sentences, django_assert_num_queries):
    document = factories.make_document(cast["edith"], "\n".join(factories.ARTICLE.splitlines()[:sentences]))
    for each in document.claims.order_by("number"):
        reporting.approve(reporting.claim_of(document, each.number), cast)
    with django_assert_num_queries(10):
        report = assemble(document)
    assert len(report.decided) == sentences
    with django_assert_num_queries(11):
        assemble(document, viewer=cast["edith"])


def test_guess_is_a_guess_until_somebody_confirms_it(cast, document):
    assert [claim.is_guess for claim in assemble(document).claims] == [True, True, True]
    editing.edit(reporting.claim_of(document, 1), by=cast["edith"], speaker="Port of Vessby")
    first = claim(assemble(document), 1)
    assert (first.is_guess, first.proposed_by_machine, first.confirmed_by) == (False, True, "Edith")


def test_open_claims_and_unseen_sentences_keep_a_report_incomplete(cast, document):
    triage.queue(reporting.claim_of(document, 1), by=cast["edith"])
    report = assemble(document)
    assert (report.complete, report.unseen) == (False, (1, 2))
    assert [c.number for c in report.standing("open")] == [1, 2, 3]
    assert assemble(reporting.checked(cast)).complete is True


def test_reopened_claim_keeps_its_ended_decision_as_a_correction(cast):
    document = reporting.checked(cast)
    approving.reopen(
        reporting.claim_of(document, 1), by=cast["edith"], reason="A newer table.", weight="material"
    )
    first = claim(assemble(document), 1)
    assert (first.standing, first.decision, len(first.corrections)) == ("open", None, 1)
    ended = first.corrections[0]
    assert (ended.label, ended.by, ended.weight, ended.reason) == (
        "True",
        "Elias",
        "material",
        "A newer table.",
    )


def test_editor_who_reviews_a_reopened_claim_does_not_read_the_earlier_verdict(cast):
    document = reporting.checked(cast)
    approving.reopen(reporting.claim_of(document, 1), by=cast["edith"], reason="Again.", weight="minor")
    from_queue = reporting.claim_of(document, 1)
    reporting.assigning.assign(from_queue, to=cast["rolf"], by=cast["edith"])
    for_rolf, for_edith = (assemble(document, viewer=cast[name]) for name in ("rolf", "edith"))
    assert (for_rolf.hidden_corrections, claim(for_rolf, 1).corrections) == ((1,), ())
    assert (for_edith.hidden_corrections, len(claim(for_edith, 1).corrections)) == ((), 1)


def test_retired_claim_says_what_it_had_been(cast):
    document = reporting.checked(cast)
    triage.retire(reporting.claim_of(document, 1), by=cast["edith"], reason="The sentence was cut.")
    first = claim(assemble(document), 1)
    assert (first.standing, first.approved, first.decision.verdict.label) == ("retired", None, "True")
    assert (first.settled_words, first.settled_by) == ("The sentence was cut.", "Edith")


def test_two_reviews_stand_beside_each_other(cast, document):
    first = reporting.claim_of(document, 1)
    editing.edit(first, by=cast["edith"], flags=["health"])
    one = reporting.asked(reporting.claim_of(document, 1), cast)
    two = reporting.assigning.assign(reporting.claim_of(document, 1), to=cast["clara"], by=cast["edith"])
    for assignment in (one, two):
        factories.make_review(assignment, sources=[reporting.TABLE, reporting.SECRET])
    approving.approve(first, by=cast["elias"])
    reviews = claim(assemble(document), 1).approved.reviews
    assert [review.reviewer for review in reviews] == ["Carl", "Clara"]
    assert [[piece.number for piece in review.evidence] for review in reviews] == [[1, 2], [3, 4]]


def test_only_the_last_version_of_a_returned_review_counts(cast, document):
    first = reporting.claim_of(document, 1)
    assignment = reporting.asked(first, cast)
    factories.make_review(assignment, rationale="First thought.")
    copy = approving.return_review(assignment, by=cast["edith"], reason="Say more.")
    assignment.refresh_from_db()
    checked = factories.checking.save(
        assignment, factories.draft(rationale="Second thought."), by=cast["carl"], version=copy.version
    )
    factories.checking.submit(assignment, by=cast["carl"], version=checked.version)
    approving.approve(first, by=cast["elias"])
    reviews = claim(assemble(document), 1).approved.reviews
    assert [review.rationale for review in reviews] == ["Second thought."]
    assert len(reviews[0].evidence) == 1


def test_sole_sign_off_is_told(cast, document, settings):
    settings.SOLE_SIGN_OFF = True
    first = reporting.claim_of(document, 1)
    factories.make_review(reporting.asked(first, cast, "rolf"))
    approving.approve(first, by=cast["rolf"], sole_sign_off="Nobody else was on duty.")
    assert claim(assemble(document), 1).approved.sole_sign_off == "Nobody else was on duty."


def test_decision_speaks_in_the_words_of_its_day(cast):
    document = reporting.checked(cast)
    Decision.objects.get(claim__number=1, claim__document=document).verdict.__class__.objects.filter(
        label="True", scale__name="Rating"
    ).update(label="Correct")
    assert claim(assemble(document), 1).approved.verdict.label == "True"


def test_a_move_while_the_rows_are_read_starts_the_reading_anew(cast, document):
    moved = []

    def move_once(execute, sql, params, many, context):
        if not moved and "claims_verdict" in sql:
            moved.append(True)
            triage.skip(reporting.claim_of(document, 1), by=cast["edith"], reason="opinion")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(move_once):
        report = assemble(document)
    assert report.history.last_event == document.chain.__class__.objects.get(document=document).last_number
    assert claim(report, 1).standing == "skipped"


def test_text_and_passages_fit(cast):
    report = assemble(reporting.checked(cast))
    assert [report.text[c.start : c.end] for c in report.claims] == [c.quote for c in report.claims]
    assert report.document.sha256 == intake.checksum(report.text)
    assert report.claims[0].quote == ONE
