"""How a claim is worded and whether it is a guess follow from what is stored."""

import dataclasses

from claims.reports.assembling import assemble
from tests import reporting


def test_wording_is_the_decisions_while_it_stands(cast):
    first = assemble(reporting.checked(cast)).claims[0]
    assert first.wording == first.decision.wording != first.text
    put_aside = dataclasses.replace(first, standing="retired")
    assert (put_aside.wording, put_aside.approved) == (first.text, None)


def test_guess_needs_a_machine_and_nobody_who_confirmed(cast, document):
    guess = assemble(document).claims[0]
    assert guess.is_guess is True
    assert dataclasses.replace(guess, confirmed_by="Edith").is_guess is False
    assert dataclasses.replace(guess, proposed_by_machine=False).is_guess is False


def test_evidence_of_all_reviews_is_one_list(cast):
    decision = assemble(reporting.checked(cast)).claims[0].decision
    assert [piece.number for piece in decision.evidence] == [1, 2]
