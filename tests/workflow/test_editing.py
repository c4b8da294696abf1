"""Editing a claim, finding words in the text, adding a claim that was missed."""

from collections.abc import Callable

import pytest

from claims.errors import Conflict, Forbidden, Incomplete, NotAllowed
from claims.lifecycle import ClaimStatus
from claims.models import Claim, Document, Event, User
from claims.workflow import editing
from tests import factories

NOT_THERE = "These words do not stand in the text like this. Copy them from it exactly."
NOT_ONCE = "These words stand in the text more than once. Copy a few more words around them."
CHOOSE = "Choose the words of the text on which the claim stands."


def test_edit(claim: Claim, edith: User, one_event: Callable):
    with one_event("edit", of=claim):
        editing.edit(
            claim,
            by=edith,
            text=" The harbour handled 4.1 million tonnes. ",
            speaker="Port authority",
            kind="attribution",
            flags=["legal", "health", "legal"],
            version=1,
        )
    claim.refresh_from_db()
    assert (claim.text, claim.speaker) == ("The harbour handled 4.1 million tonnes.", "Port authority")
    assert (claim.kind, claim.kind_reason, claim.flags) == (
        "attribution",
        "set by Edith",
        ["health", "legal"],
    )
    assert (claim.confirmed_by, claim.required_reviews, claim.version) == (edith, 2, 2)
    assert (claim.status, claim.is_guess) == ("proposed", False)
    after = Event.objects.order_by("id").last().body.words["after"]
    assert after["text"] == "The harbour handled 4.1 million tonnes."


def test_edit_keeps_what_it_is_not_told(claim: Claim, edith: User):
    before = (claim.text, claim.speaker, claim.kind, claim.flags, claim.kind_reason)
    editing.edit(claim, by=edith)
    claim.refresh_from_db()
    assert (claim.text, claim.speaker, claim.kind, claim.flags, claim.kind_reason) == before


def test_edit_of_the_speaker_forgets_where_the_machine_found_one(document: Document, edith: User):
    spoken = document.claims.exclude(speaker_start=None).first()
    assert spoken is not None
    editing.edit(spoken, by=edith, text="Reworded.")
    spoken.refresh_from_db()
    assert spoken.speaker_start is not None
    editing.edit(spoken, by=edith, speaker="Somebody else")
    spoken.refresh_from_db()
    assert (spoken.speaker_start, spoken.speaker_end, spoken.cue) == (None, None, "")


def test_edit_is_found_by_search(claim: Claim, edith: User):
    editing.edit(claim, by=edith, text="Über die Brücke")
    assert [found.pk for found in Claim.objects.search("brucke")] == [claim.pk]


def test_edit_without_words(claim: Claim, edith: User, refused: Callable):
    with refused(Incomplete, "Write the claim so that it can be read by itself.") as errors:
        editing.edit(claim, by=edith, text=" \n")
    assert set(errors[0].fields) == {"text"}


def test_edit_of_unknown_kinds_and_flags_is_a_mistake_of_ours(claim: Claim, edith: User):
    with pytest.raises(ValueError, match="rumour"):
        editing.edit(claim, by=edith, kind="rumour")
    with pytest.raises(ValueError, match="loud"):
        editing.edit(claim, by=edith, flags=["loud"])


@pytest.mark.parametrize("status", ["submitted", "disputed", "approved", "skipped", "retired"])
def test_edit_only_after_return_or_reopen(
    claim_in: Callable[..., Claim], edith: User, refused: Callable, status: str
):
    claim = claim_in(ClaimStatus(status))
    label = "one on which reviewers differ" if status == "disputed" else status
    with refused(NotAllowed, f"Claim 1 is {label}, so nothing was changed."):
        editing.edit(claim, by=edith, text="New.")


def test_a_flag_asks_for_a_second_review_also_while_one_is_open(claim_in: Callable[..., Claim], edith: User):
    claim = claim_in(ClaimStatus.IN_REVIEW)
    editing.edit(claim, by=edith, flags=["minors"])
    factories.make_review(claim.assignments.get())
    claim.refresh_from_db()
    assert claim.status == "queued"  # one of two is in, and nobody is asked for the other


def test_edit_with_an_old_version(claim: Claim, edith: User, elias: User):
    editing.edit(claim, by=elias, text="First.")
    with pytest.raises(Conflict):
        editing.edit(claim, by=edith, text="Second.", version=1)


# --- locate ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("4.1 million tonnes", "4.1 million tonnes"),
        ("  4.1\n million   tonnes ", "4.1 million tonnes"),
        ("in 2025. Mayor Ingrid", "in 2025.\nMayor Ingrid"),
        ("million crowns, the", "million crowns, the"),
    ],
)
def test_locate(document: Document, words: str, quote: str):
    start, end = editing.locate(document, words)
    assert document.current_revision.text[start:end] == quote


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("", CHOOSE), (" \n ", CHOOSE), ("4,1 million", NOT_THERE), (".*", NOT_THERE), ("quay", NOT_ONCE)],
)
def test_locate_says_what_is_wrong(document: Document, words: str, sentence: str):
    with pytest.raises(Incomplete) as info:
        editing.locate(document, words)
    assert (str(info.value), set(info.value.fields)) == (sentence, {"words"})


def test_locate_after_an_offset(document: Document):
    first = document.current_revision.text.index("quay")
    start, _ = editing.locate(document, "quay", after=first + 1)
    assert start == document.current_revision.text.index("quay", first + 1)


def test_locate_takes_letters_typed_in_two_parts(edith: User):
    document = factories.make_document(edith, text="Im Café sprach José über 40 Euro.")
    start, end = editing.locate(document, "Cafe\u0301 sprach Jose\u0301")
    assert document.current_revision.text[start:end] == "Café sprach José"


# --- add -------------------------------------------------------------------------------------------------


def test_add(document: Document, edith: User, one_event: Callable):
    text = document.current_revision.text
    start = text.index("opened")
    end = text.index(" on 3 March") + 3
    last = document.last_claim_number
    known = set(Event.objects.values_list("pk", flat=True))
    claim = editing.add(
        document, by=edith, start=start, end=end, kind="event", speaker=" Holm ", flags=["legal"]
    )
    [event] = Event.objects.exclude(pk__in=known)
    assert (event.action, event.claim) == ("add", claim)
    assert (claim.number, claim.status, claim.made_by) == (last + 1, "proposed", "editor")
    assert claim.quote == text[claim.start : claim.end] == "opened the new quay on"
    assert (claim.text, claim.speaker, claim.confirmed_by) == ("opened the new quay on", "Holm", edith)
    assert (claim.first_sentence, claim.last_sentence, claim.required_reviews) == (1, 1, 2)
    assert [(span.start, span.end) for span in claim.spans.all()] == [(claim.start, claim.end)]
    document.refresh_from_db()
    assert document.last_claim_number == last + 1


def test_add_over_two_sentences(document: Document, edith: User):
    claim = editing.add(document, by=edith, start=0, end=100)
    assert (claim.first_sentence, claim.last_sentence) == (0, 1)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (-1, 4), (0, 10_000), (9, 3), (68, 69)])
def test_add_outside_the_text_or_on_nothing(
    document: Document, edith: User, refused: Callable, start: int, end: int
):
    with refused(Incomplete, CHOOSE):
        editing.add(document, by=edith, start=start, end=end)


def test_add_is_refused_to_a_reviewer(document: Document, carl: User, refused: Callable):
    with refused(Forbidden, "Only an editor may do this."):
        editing.add(document, by=carl, start=0, end=10)
