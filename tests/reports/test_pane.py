"""The text around one claim's passage."""

from collections.abc import Callable

import pytest
from pytest_django import DjangoAssertNumQueries

from claims.lifecycle import ClaimStatus
from claims.models import Claim, ClaimSpan, User
from claims.reports.pane import pane, window, with_text
from claims.workflow import approving, assigning, triage
from tests import factories


def address(number: int) -> str:
    return f"/{number}/"


def test_window_of_a_short_text_is_the_whole():
    assert window("one\ntwo\nthree", 4, 7) == (0, 13)


def test_window_takes_forty_lines_either_side():
    text = "".join(f"line {number:03}\n" for number in range(200))
    start = text.index("line 100")
    first, last = window(text, start, start + 8)
    assert text[first:last].splitlines()[0] == "line 060"
    assert text[first:last].splitlines()[-1] == "line 140"


def test_window_of_one_long_line_begins_at_a_word():
    text = "word " * 20_000
    first, last = window(text, 50_000, 50_004)
    assert (text[first - 1], text[first]) == (" ", "w")
    assert last - first <= 40_100


def test_pane_joins_to_the_text_and_marks_every_claim(document, edith: User):
    claim = document.claims.order_by("number")[0]
    shown = pane(claim, edith, address)
    assert "".join(piece.text for row in shown.paragraphs for piece in row) == factories.ARTICLE
    assert {number: mark.look for number, mark in shown.marks.items()} == {
        1: "current",
        2: "proposed",
        3: "proposed",
    }
    assert (shown.is_part, shown.previous, shown.next) == (False, None, 2)


@pytest.mark.parametrize(("lines", "short"), [(3, True), (12, True), (13, False)])
def test_a_text_is_short_when_it_leaves_room_on_a_screen(edith: User, lines: int, short: bool):
    text = "".join(f"Vessby sold {number} boats in 2025.\n" for number in range(lines))
    claim = factories.make_document(edith, text).claims.order_by("number")[0]
    assert pane(claim, edith, address).is_short is short


def test_pane_of_a_reviewer_tells_numbers_only(document, edith: User, carl: User):
    first, second, third = document.claims.select_related("document").order_by("number")
    for claim in (first, second):
        triage.queue(claim, by=edith)
        assigning.assign(claim, to=carl, by=edith)
    marks = pane(first, carl, address).marks
    assert {number: (mark.look, mark.label, mark.icon, mark.url) for number, mark in marks.items()} == {
        1: ("current", "Claim 1, this claim", "", ""),
        2: ("neighbour", "Claim 2", "", "/2/"),
        3: ("neighbour", "Claim 3", "", ""),
    }
    assert third.number == 3


def test_pane_of_an_editor_is_blind_for_what_they_review_themselves(document, edith: User, rolf: User):
    first, second, _ = document.claims.select_related("document").order_by("number")
    triage.queue(second, by=edith)
    assigning.assign(second, to=rolf, by=edith)
    looks = {user: pane(first, user, address).marks[2].look for user in (edith, rolf)}
    assert looks == {edith: "assigned", rolf: "neighbour"}


@pytest.mark.parametrize("lines", [1, 9])
def test_pane_is_cut_from_the_text_around_as_from_the_whole(edith: User, lines: int):
    """With so short a stretch either side, what is read begins and ends in the middle of words and lines."""
    text = "".join(
        f"The port grew by {n} per cent – 😀 – in 2025." + "\n" * (n % lines == 0) for n in range(3, 90)
    )
    document = factories.make_document(edith, text)
    claims = list(document.claims.in_text_order())
    for claim in (*claims[:2], claims[len(claims) // 2], claims[-1]):
        for reach in (7, 60, 1_000, 20_000):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("claims.reports.pane.CHARACTERS_EITHER_SIDE", reach)
                whole = claim.revision.text
                start, end = window(whole, claim.start, claim.end)
                (selected,) = with_text(Claim.objects.filter(pk=claim.pk)).select_related("revision")
                for each in (selected, Claim.objects.get(pk=claim.pk)):
                    shown = pane(each, edith, address)
                    said = "".join(piece.text for row in shown.paragraphs for piece in row)
                    assert said.split() == whole[start:end].split()
                    assert shown.is_part == ((start, end) != (0, len(whole)))


def test_pane_of_an_editor_tells_of_an_approved_claim_what_was_decided(
    claim_in: Callable[..., Claim], edith: User
):
    claim = claim_in(ClaimStatus.APPROVED)
    beside = claim.document.claims.exclude(pk=claim.pk)[0]
    mark = pane(beside, edith, address).marks[claim.number]
    verdict = claim.current_decision.verdict
    assert (mark.icon, mark.colour) == (f"v-{verdict.shape}", verdict.colour)
    assert mark.label.startswith(f"Claim {claim.number}, {verdict.label.lower()}, ")


def test_pane_of_an_editor_is_blind_for_the_present_round_only(
    document, edith: User, elias: User, clara: User, rolf: User
):
    claim, beside, _ = document.claims.select_related("document").order_by("number")
    people = {"editor": edith, "reviewer": rolf, "approver": elias, "other": clara}
    claim = factories.bring_to(ClaimStatus.APPROVED, claim, **people)
    approving.reopen(claim, by=edith, reason="New figures.", weight="minor")
    assert pane(beside, rolf, address).marks[claim.number].look == "queued"
    assigning.assign(Claim.objects.get(pk=claim.pk), to=rolf, by=edith)
    assert pane(beside, rolf, address).marks[claim.number].look == "neighbour"


def test_a_passage_in_two_pieces_is_one_mark(document, edith: User):
    claim = document.claims.order_by("number")[0]
    ClaimSpan.objects.filter(claim=claim).update(end=claim.start + 4)
    ClaimSpan.objects.create(
        claim=claim, revision=claim.revision, position=1, start=claim.start + 8, end=claim.end
    )
    shown = pane(claim, edith, address)
    marked = [piece for row in shown.paragraphs for piece in row if claim.number in piece.numbers]
    assert "".join(piece.text for piece in marked) == claim.quote[:4] + claim.quote[8:]
    assert list(shown.marks) == [1, 2, 3]


@pytest.mark.parametrize("paragraphs", [1, 3])
def test_pane_asks_a_constant_number_of_queries(
    edith: User, paragraphs: int, django_assert_num_queries: DjangoAssertNumQueries
):
    claim = factories.make_document(edith, factories.ARTICLE * paragraphs).claims.order_by("number")[0]
    make: Callable[[], object] = lambda: pane(Claim.objects.get(pk=claim.pk), edith, address)  # noqa: E731
    assert edith.roles
    with django_assert_num_queries(4):
        make()
