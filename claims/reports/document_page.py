"""The document page: where every claim stands, how its mark looks, in which group of the list it is. Reads only.

An editor reads statuses; a reviewer reads numbers, and the state of their own assignments.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from claims.lifecycle import (
    AWAITING_EDITOR,
    AWAITING_REVIEWERS,
    LIVE,
    SETTLED,
    UNVEILED,
    AssignmentStatus,
    ClaimStatus,
)
from claims.models import Assignment, Claim, ClaimSpan, Document, User
from claims.reports.coverage import Standing
from claims.reports.marking import Mark, Span
from claims.reports.sections import Section
from claims.vocabulary import Kind


@dataclass(frozen=True)
class Passage:
    """Where one claim stands in the current text, and what its mark needs; ``spans`` are those that a page shows.

    ``own`` is the state of the visitor's own assignment ("" without one), ``veiled`` whether that is all they may know.
    """

    claim: int
    number: int
    status: str
    kind: str
    start: int
    sentences: tuple[int, int]
    label: str
    shape: str
    colour: str
    spans: Sequence[Span]
    own: str = ""

    @property
    def veiled(self) -> bool:
        """The visitor reviews the claim, and not every required review is in."""
        return bool(self.own) and ClaimStatus(self.status) not in UNVEILED | SETTLED

    @property
    def standing(self) -> Standing:
        """What coverage needs."""
        return Standing(self.status, *self.sentences)


def passages(document: Document, user: User, section: Section) -> list[Passage]:
    """Every claim with a passage in the current text, in text order; three queries.

    ``spans`` are those in this section, counted from its beginning: none for a claim that stands elsewhere.
    """
    own = own_states(document, user)
    spans: dict[int, list[Span]] = defaultdict(list)
    current = ClaimSpan.objects.filter(revision=document.current_revision_id).order_by("position")
    here = current.filter(start__lt=section.end, end__gt=section.start)
    for claim, start, end in here.values_list("claim", "start", "end"):
        spans[claim].append(section.inside(start, end))
    rows = Claim.objects.filter(document=document, revision=document.current_revision_id).in_text_order()
    columns = ("pk", "number", "status", "kind", "start", "first_sentence", "last_sentence")
    verdict = (
        "current_decision__label",
        "current_decision__verdict__shape",
        "current_decision__verdict__colour",
    )
    return [
        Passage(
            *(pk, number, status, kind, start),
            (first, last),
            *(label or "", shape or "", colour or ""),
            spans[pk],
            own.get(pk, ""),
        )
        for pk, number, status, kind, start, first, last, label, shape, colour in rows.values_list(
            *columns, *verdict
        )
    ]


def own_states(document: Document, user: User) -> dict[int, str]:
    """The state of this person's own live assignments in a document, by claim; one query."""
    mine = Assignment.objects.live().filter(claim__document=document, reviewer=user, status__in=LIVE)
    return {
        claim: "returned" if status == AssignmentStatus.STARTED and returned else status
        for claim, status, returned in mine.values_list("claim", "status", "returned_at")
    }


def editor_marks(found: Iterable[Passage], url: Callable[[Passage], str]) -> dict[int, Mark]:
    """Marks by status; ``url`` says where a chip leads."""
    return {passage.number: _editor_mark(passage, url(passage)) for passage in found if passage.spans}


def _editor_mark(passage: Passage, url: str) -> Mark:
    number, kind = passage.number, Kind(passage.kind).label.lower()
    if passage.veiled:
        return Mark(number, "with-reviewers", f"Claim {number}, yours, {kind}", f"s-{passage.own}", url=url)
    status = ClaimStatus(passage.status)
    if passage.label:
        spoken = f"Claim {number}, approved: {passage.label}, {kind}"
        return Mark(number, status, spoken, f"v-{passage.shape}", passage.colour, url)
    icon = "" if status is ClaimStatus.PROPOSED else f"s-{status}"
    return Mark(number, status, f"Claim {number}, {status.label.lower()}, {kind}", icon, url=url)


def reviewer_marks(
    found: Iterable[Passage], seen: Iterable[int], url: Callable[[Passage], str]
) -> dict[int, Mark]:
    """A number and a thin line for every claim, whatever became of it; ``seen`` claims of one's own are linked."""
    mine = set(seen)
    marks = {}
    for passage in found:
        number, state = passage.number, passage.own
        if not passage.spans:
            continue
        if passage.claim not in mine:
            marks[number] = Mark(number, "neighbour", f"Claim {number}")
        elif state:
            words = f"Claim {number}, yours, {state}"
            marks[number] = Mark(number, "with-reviewers", words, f"s-{state}", url=url(passage))
        else:
            marks[number] = Mark(number, "neighbour", f"Claim {number}, open", url=url(passage))
    return marks


@dataclass(frozen=True)
class Group:
    """One group of the list beside the text."""

    key: str
    title: str
    icon: str
    statuses: frozenset[ClaimStatus]
    note: str = ""
    columns: tuple[str, ...] = ("start", "id")


GROUPS = (
    Group(
        "triage",
        "To triage",
        "proposed",
        frozenset({ClaimStatus.PROPOSED}),
        "most check-worthy first",
        ("-check_worthiness", "-id"),
    ),
    Group("editor", "Waiting for an editor", "submitted", AWAITING_EDITOR),
    Group("unassigned", "Unassigned", "queued", frozenset({ClaimStatus.QUEUED})),
    Group("reviewers", "With reviewers", "in_review", AWAITING_REVIEWERS),
    Group("settled", "Settled", "approved", SETTLED),
)
WITH_REVIEWERS = next(group for group in GROUPS if group.key == "reviewers")


def group_of(passage: Passage) -> Group:
    """Where a claim stands in the list; one that the editor reviews is with its reviewers, whatever more is known."""
    if passage.veiled:
        return WITH_REVIEWERS
    return next(group for group in GROUPS if passage.status in group.statuses)


def sizes(found: Iterable[Passage]) -> dict[str, int]:
    """How many claims each group has, by its key."""
    counts = dict.fromkeys((group.key for group in GROUPS), 0)
    for passage in found:
        counts[group_of(passage).key] += 1
    return counts


def in_group(group: Group, found: Iterable[Passage]) -> Q:
    """The claims of one group as a condition, for paging through them."""
    veiled = [passage.claim for passage in found if passage.veiled]
    if group is WITH_REVIEWERS:
        return Q(status__in=group.statuses) | Q(pk__in=veiled)
    return Q(status__in=group.statuses) & ~Q(pk__in=veiled)


LOOK_WORDS = (
    ("proposed", "to triage"),
    ("queued", "queued"),
    ("with-reviewers", "yours"),
    ("assigned", "assigned"),
    ("in_review", "in review"),
    ("on_hold", "on hold"),
    ("submitted", "submitted"),
    ("disputed", "reviewers differ"),
    ("approved", "approved, with verdict"),
    ("skipped", "skipped"),
    ("retired", "retired"),
    ("neighbour", "other claims"),
)


def key_of(marks: Iterable[Mark]) -> list[dict[str, Any]]:
    """The key below the text: one sample of each look that stands in it."""
    samples: dict[str, Mark] = {}
    for mark in marks:
        samples.setdefault(mark.look, mark)
    return [{"mark": samples[look], "words": words} for look, words in LOOK_WORDS if look in samples]
