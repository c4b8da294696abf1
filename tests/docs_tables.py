"""The tables of docs/lifecycle.md and docs/permissions.md, drawn from the code. ``make docs`` writes them."""

from collections.abc import Iterable, Sequence

from claims.lifecycle import (
    ASSIGNMENT_MOVES,
    CLAIM_MOVES,
    LABELS_OF_MOVERS,
    NOT_YET,
    SET_STATUSES,
    AssignmentStatus,
    ClaimStatus,
    Move,
    Mover,
)
from claims.models import Assignment, Contact, Decision, Event, Evidence, Note, Review, User
from claims.permissions import DESK_MOVES, decide, visible_to
from claims.workflow import evidence, talking
from claims.workflow.checking import save
from tests import factories
from tests.scenes import RELATIONS, Scene, scene

MEANINGS = {
    ClaimStatus.PROPOSED: "found in the text, nobody decided yet",
    ClaimStatus.QUEUED: "to be checked; no assignment is open and fewer reviews are in than required",
    ClaimStatus.ASSIGNED: "every open assignment is asked only",
    ClaimStatus.IN_REVIEW: "an assignment is open, and one is started, waiting or submitted",
    ClaimStatus.ON_HOLD: "all open assignments wait",
    ClaimStatus.SUBMITTED: "the required reviews are in and agree, or an adjudicator decided",
    ClaimStatus.DISPUTED: "the required reviews are in and differ",
    ClaimStatus.APPROVED: "an editor signed; it has a decision",
    ClaimStatus.SKIPPED: "put aside with a reason",
    ClaimStatus.RETIRED: "taken out with a reason",
}
NEEDS_REASON = {"never": "", "always": "reason", "once started": "reason once started"}


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def words(statuses: Iterable[object]) -> str:
    """Statuses in the order of their lives."""
    order = [*ClaimStatus, *AssignmentStatus]
    found = sorted(set(map(str, statuses)), key=lambda word: [str(each) for each in order].index(word))
    return ", ".join(word.replace("_", " ") for word in found)


def moves(rows: dict[str, Move]) -> str:
    """One of the two move tables."""
    return table(
        ["move", "button", "from", "to", "by", "needs"],
        (
            [
                move.name + (" *" if move.name in NOT_YET else ""),
                move.label,
                words(move.sources) or "nothing",
                words([move.to]) if move.to else "derived, or as before",
                ", ".join(LABELS_OF_MOVERS[mover] for mover in Mover if mover in move.by),
                "; ".join(filter(None, [NEEDS_REASON[move.asks], move.needs])),
            ]
            for move in rows.values()
        ),
    )


def lifecycle() -> str:
    """docs/lifecycle.md."""
    statuses = table(
        ["status", "stored as", "set or derived", "means"],
        (
            [each.label, f"`{each}`", "set" if each in SET_STATUSES else "derived", MEANINGS[each]]
            for each in ClaimStatus
        ),
    )
    return f"""# Both lives

Written by `make docs` from `claims/lifecycle.py`; a test compares them.

## Statuses of a claim

Derived statuses follow from the assignments of the current round, by one pure function after every move.

{statuses}
An assignment is {", ".join(AssignmentStatus)}.

## Moves of a claim

By editors, on the claim's version. A star means: not yet, see below.

{moves(CLAIM_MOVES)}
## Moves of an assignment

By its reviewer, on the review's version; by editors, on the claim's.

{moves(ASSIGNMENT_MOVES)}
## Not yet

These stand in the tables and in the derived status, and have no verb, button or page yet:
{", ".join(sorted(NOT_YET))}.
"""


def permissions(people: dict[str, User]) -> str:
    """docs/permissions.md: everybody is asked, in their relation to a claim in its second round."""
    made = scene(people, ClaimStatus.ASSIGNED)
    carls = made.assignments["carl"]
    asked = {
        **{f"{name}": made.claim for name in CLAIM_MOVES},
        **{f"{name} (its reviewer's assignment)": carls for name in ASSIGNMENT_MOVES},
        **{f"{name}": made.claim for name in DESK_MOVES},
    }
    may = table(
        ["move", *RELATIONS.values()],
        (
            [name, *(yes(decide(fresh(people[who]), name.split(" (")[0], thing).ok) for who in RELATIONS)]
            for name, thing in asked.items()
        ),
    )
    reasons = sorted(
        {
            answer.reason
            for name, thing in asked.items()
            for who in RELATIONS
            if not (answer := decide(fresh(people[who]), name.split(" (")[0], thing))
        }
    )
    spoken = "\n".join(f"- {reason}" for reason in reasons)
    return f"""# Who may do what, who sees what

Written by `make docs` by asking `claims/permissions.py`; a test compares them. What a person does not see answers
404 like what does not exist; what they see and may not do answers with the reason.

## May do

Permission only; whether a move is possible from where the claim stands is in [lifecycle.md](lifecycle.md).

{may}
A no comes with its reason:

{spoken}

An editor who reviewed the claim may approve it where *sole sign-off* is switched on, with a reason.

## Sees

Of one claim in its second round, which its reviewer, another reviewer and an editor review now. "Before" is before
every required review is in, "after" is afterwards.

{table(["", *RELATIONS.values()], _sights(people))}"""


def yes(answer: bool) -> str:
    return "yes" if answer else "–"


def fresh(person: User) -> User:
    """As the next request would load them."""
    return User.objects.get(pk=person.pk)


def work_of(made: Scene, submit: bool) -> dict[str, object]:
    """The reviewer drafts, adds evidence, a note and a contact; what of it a person may see, by name."""
    carls, carl = made.assignments["carl"], made.people["carl"]
    save(carls, factories.draft(), by=carl, version=0)
    piece = evidence.add_evidence(carls, factories.source(), by=carl)
    note = talking.add_note(made.claim, by=carl, body="I rang the port.")
    contact = talking.record_contact(made.claim, by=carl, who="The port", how="By telephone")
    if submit:
        for name, assignment in made.assignments.items():
            factories.make_review(assignment, sources=[] if name == "carl" else [factories.source()])
    found = {
        "its reviewer's assignment": Assignment.objects.get(pk=carls.pk),
        "the review": Review.objects.get(assignment=carls),
        "its evidence": Evidence.objects.get(pk=piece.pk),
        "a note of the reviewer": Note.objects.get(pk=note.pk),
        "a request for comment by the reviewer": Contact.objects.get(pk=contact.pk),
        "the first save in history": Event.objects.filter(assignment=carls, action="start").get(),
    }
    if submit:
        found["the hand-in in history"] = Event.objects.filter(assignment=carls, action="submit").get()
    return found


def _sights(people: dict[str, User]) -> list[list[str]]:
    before, after = scene(people, ClaimStatus.ASSIGNED), scene(people, ClaimStatus.ASSIGNED)
    things: dict[str, object] = {"the document": before.document, "the claim": before.claim}
    things |= {f"before: {name}": thing for name, thing in work_of(before, submit=False).items()}
    edith = people["edith"]
    things["a note of an editor to everyone"] = talking.add_note(before.claim, by=edith, body="Ask the port.")
    things["a note of an editor to editors"] = talking.add_note(
        before.claim, by=edith, body="Tight.", visible_to="editors"
    )
    things["its event in history"] = Event.objects.get(claim=before.claim, action="note to editors")
    things |= {f"after: {name}": thing for name, thing in work_of(after, submit=True).items()}
    approved = scene(people, ClaimStatus.APPROVED)
    things["approved: the claim"] = approved.claim
    things["approved: the decision"] = Decision.objects.get(claim=approved.claim, ended_at=None)
    things["approved: the decision that was ended"] = Decision.objects.exclude(ended_at=None).get(
        claim=approved.claim
    )
    return [[name, *(yes(_sees(people[who], thing)) for who in RELATIONS)] for name, thing in things.items()]


def _sees(person: User, thing: object) -> bool:
    model = type(thing)
    return visible_to(fresh(person), model._default_manager.filter(pk=thing.pk)).exists()  # type: ignore[attr-defined]
