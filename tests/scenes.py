"""One claim with everybody around it in a known relation, for the generated tables. Built through the verbs.

Two things have no verb yet and are written by hand: *on hold* and *waiting* (``put_on_hold``).
"""

from dataclasses import dataclass

from claims.lifecycle import AssignmentStatus, ClaimStatus, Role
from claims.models import Assignment, Claim, Document, User
from claims.workflow import approving, assigning, triage
from tests import factories

A, C = AssignmentStatus, ClaimStatus

# Who stands in which relation to the claim; the last one is no person.
RELATIONS = {
    "edith": "an editor",
    "elias": "an editor who wrote the text",
    "rolf": "an editor who reviewed it in an earlier round",
    "hanna": "an editor who reviews it now",
    "carl": "its reviewer",
    "clara": "another reviewer of it",
    "ole": "a reviewer who is not on it",
    "rita": "a reader",
    "ada": "an administrator",
    "dora": "a deactivated reviewer",
    "otto": "somebody without a role",
    "system": "the system",
}
HOLDERS = ("carl", "clara", "hanna")
PASSAGE = 2


@dataclass
class Scene:
    """A claim, the assignments of its current round by name, and everybody."""

    people: dict[str, User]
    document: Document
    claim: Claim
    assignments: dict[str, Assignment]

    def refresh(self) -> "Scene":
        """The same scene as the database has it now."""
        claim = Claim.objects.select_related("document").get(pk=self.claim.pk)
        rows = Assignment.objects.select_related("claim__document", "reviewer").filter(
            claim=claim, round=claim.round
        )
        return Scene(self.people, self.document, claim, {row.reviewer.username: row for row in rows})


def everybody(cast: dict[str, User]) -> dict[str, User]:
    """The cast, an editor who reviews (hanna), a reviewer who is not on the claim (ole), and the system."""
    hanna = factories.make_user("hanna", Role.EDITOR, Role.REVIEWER)
    ole = factories.make_user("ole", Role.REVIEWER)
    return {**cast, "hanna": hanna, "ole": ole, "system": User.objects.system()}


def scene(people: dict[str, User], status: ClaimStatus) -> Scene:
    """The claim in ``status``; past proposed it is in its second round, rolf having reviewed it in the first."""
    document = factories.make_document(people["edith"], writer=people["elias"])
    claim = document.claims.select_related("document").get(number=PASSAGE)
    made = Scene(people, document, claim, {})
    if status is C.PROPOSED:
        return made
    _first_round(claim, people)
    made = made.refresh()
    if status in (C.QUEUED, C.SKIPPED, C.RETIRED):
        _put_aside(made, status)
        return made.refresh()
    for name in HOLDERS:
        assigning.assign(made.claim, to=people[name], by=people["edith"])
    _work(made.refresh(), status)
    return made.refresh()


def _first_round(claim: Claim, people: dict[str, User]) -> None:
    triage.queue(claim, by=people["edith"])
    factories.make_review(assigning.assign(claim, to=people["rolf"], by=people["edith"]))
    approving.approve(claim, by=people["edith"])
    approving.reopen(claim, by=people["edith"], reason="New figures came out.", weight="material")


def _put_aside(made: Scene, status: ClaimStatus) -> None:
    edith = made.people["edith"]
    if status is C.SKIPPED:
        triage.skip(made.claim, by=edith, reason="out_of_scope")
    if status is C.RETIRED:
        triage.retire(made.claim, by=edith, reason="The paragraph was cut.")


def _work(made: Scene, status: ClaimStatus) -> None:
    labels = {"carl": "True", "clara": "True", "hanna": "False" if status is C.DISPUTED else "True"}
    if status is C.IN_REVIEW:
        factories.make_review(made.assignments["carl"], submit=False)
    if status is C.ON_HOLD:
        for assignment in made.assignments.values():
            put_on_hold(assignment)
        Claim.objects.filter(pk=made.claim.pk).update(status=C.ON_HOLD)
    if status in (C.SUBMITTED, C.DISPUTED, C.APPROVED):
        for name, assignment in made.assignments.items():
            factories.make_review(assignment, label=labels[name])
    if status is C.APPROVED:
        approving.approve(made.claim, by=made.people["edith"])


def put_on_hold(assignment: Assignment) -> None:
    """What the verb hold will do one day."""
    Assignment.objects.filter(pk=assignment.pk).update(status=A.WAITING, waiting_for="An answer of the port.")


def carl_in(people: dict[str, User], status: AssignmentStatus) -> Scene:
    """Carl's assignment in ``status``; clara and hanna are asked, nothing more."""
    made = scene(people, C.ASSIGNED)
    carls = made.assignments["carl"]
    if status in (A.STARTED, A.WAITING):
        factories.make_review(carls, submit=False)
    if status is A.WAITING:
        put_on_hold(carls)
    if status is A.SUBMITTED:
        factories.make_review(carls)
    if status is A.DECLINED:
        assigning.decline(carls, by=people["carl"], reason="I know the mayor.")
    if status is A.WITHDRAWN:
        assigning.unassign(carls, by=people["edith"])
    return made.refresh()
