"""What an editor does to many claims at once: a form each, a verb each, a result per claim. No rule lives here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings

from claims.admin.selection import Selection
from claims.errors import Incomplete, NotAllowed
from claims.lifecycle import PENDING, AssignmentStatus
from claims.models import Assignment, Claim, User
from claims.permissions import visible_to
from claims.vocabulary import SkipReason
from claims.workflow import approving, assigning, triage
from claims.workflow.bulk import Outcome, each

Typed = dict[str, Any]
TIME = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
WORDS = forms.Textarea(attrs={"rows": 3, "cols": 70})


class ActionForm(forms.Form):
    """What a move asks for beside the claims; nothing, unless a form below says more."""

    def __init__(self, *args: Any, selection: Selection, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if name == "reviewer" and isinstance(field, forms.ModelChoiceField):
                field.queryset = selection.reviewers()


class SkipForm(ActionForm):
    reason = forms.ChoiceField(choices=[("", "Choose a reason"), *SkipReason.choices()])
    words = forms.CharField(label="In words", required=False, widget=WORDS, help_text="Needed for “Other”.")
    duplicate_of = forms.IntegerField(
        required=False,
        min_value=1,
        help_text="For a duplicate: the other claim's number in the same document.",
    )


class AssignForm(ActionForm):
    to = forms.ModelChoiceField(User.objects.none(), label="Reviewer", empty_label="Choose a reviewer")
    due = forms.DateTimeField(
        required=False, widget=TIME, help_text="Left empty, the claim's own due time counts."
    )
    instructions = forms.CharField(required=False, widget=WORDS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = User.objects.active_reviewers()  # type: ignore[attr-defined]


class UnassignForm(ActionForm):
    reviewer = forms.ModelChoiceField(
        User.objects.none(), required=False, empty_label="Everyone who has not submitted yet"
    )
    reason = forms.CharField(
        required=False, widget=WORDS, help_text="Needed once a reviewer has started. They read it."
    )


class ApproveForm(ActionForm):
    recheck_on = forms.DateField(label="Check again on", required=False, widget=DAY)
    sole_sign_off = forms.CharField(
        label="Why nobody else saw it",
        required=False,
        widget=WORDS,
        help_text="Only for claims that you reviewed yourself; the report prints it.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not settings.SOLE_SIGN_OFF:
            del self.fields["sole_sign_off"]


class ReturnForm(ActionForm):
    reviewer = forms.ModelChoiceField(
        User.objects.none(), required=False, empty_label="Every submitted review"
    )
    reason = forms.CharField(widget=WORDS, help_text="The reviewer reads it.")


@dataclass(frozen=True)
class ClaimAction:
    """One action of the claim list: its words, its form, and the verb as it is called on one claim or on all."""

    name: str
    label: str
    done: str
    form: type[ActionForm]
    verb: Callable[[Claim, int, User, Typed], object] | None = None
    verb_for_all: Callable[[Selection, Typed], Outcome] | None = None


def _queue(selection: Selection, typed: Typed) -> Outcome:
    return triage.queue_all(selection.claims(), by=selection.by, versions=selection.seen)


def _skip(claim: Claim, version: int, by: User, typed: Typed) -> None:
    triage.skip(claim, by=by, version=version, **typed)


def _assign(selection: Selection, typed: Typed) -> Outcome:
    return assigning.assign_all(selection.claims(), by=selection.by, versions=selection.seen, **typed)


def _unassign(claim: Claim, version: int, by: User, typed: Typed) -> None:
    nobody = f"Nobody who could be unassigned is on claim {claim.number}."
    for assignment in _of(claim, by, typed["reviewer"], PENDING, nobody):
        assigning.unassign(assignment, by=by, reason=typed["reason"])


def _approve(claim: Claim, version: int, by: User, typed: Typed) -> None:
    approving.approve(claim, by=by, version=version, **typed)


def _return(claim: Claim, version: int, by: User, typed: Typed) -> None:
    nothing = f"Claim {claim.number} has no submitted review to return."
    for assignment in _of(claim, by, typed["reviewer"], {AssignmentStatus.SUBMITTED}, nothing):
        approving.return_review(assignment, by=by, reason=typed["reason"])


def _of(claim: Claim, by: User, reviewer: User | None, standing: Any, nobody: str) -> list[Assignment]:
    """The live assignments meant, as far as the visitor sees them; a refusal when there is none."""
    live = Assignment.objects.live().filter(claim=claim, status__in=standing)
    if reviewer:
        live = live.filter(reviewer=reviewer)
    found = list(visible_to(by, live).select_related("claim__document").order_by("id"))
    if not found:
        raise NotAllowed(nobody)
    return found


ACTIONS = {
    action.name: action
    for action in (
        ClaimAction("queue", "Queue", "queued", ActionForm, verb_for_all=_queue),
        ClaimAction("skip", "Skip", "skipped", SkipForm, _skip),
        ClaimAction("assign", "Assign", "assigned", AssignForm, verb_for_all=_assign),
        ClaimAction("unassign", "Unassign", "unassigned", UnassignForm, _unassign),
        ClaimAction("approve", "Approve", "approved", ApproveForm, _approve),
        ClaimAction("return", "Return", "returned", ReturnForm, _return),
    )
}


@dataclass
class Run:
    """What came of an action, and what its form lacks when that is why nothing was done."""

    outcome: Outcome
    lacking: Incomplete | None = None


def run(action: ClaimAction, selection: Selection, typed: Typed) -> Run:
    """Call the verb on every chosen claim; one that is refused does not stop the others."""
    if action.verb_for_all:
        return Run(action.verb_for_all(selection, typed))
    lacking: list[Incomplete] = []

    def verb(claim: Claim) -> None:
        assert action.verb
        try:
            action.verb(claim, selection.seen[claim.pk], selection.by, typed)
        except Incomplete as error:
            lacking.append(error)
            raise

    outcome = each(selection.claims(), verb)
    same = not outcome.done and len(lacking) == len(outcome.refused) > 0
    return Run(outcome, lacking[0] if same and lacking[0].fields else None)


def told(action: ClaimAction, outcome: Outcome) -> str:
    """The result in one or two sentences: "38 claims queued. 2 were not:"."""
    done, refused = len(outcome.done), len(outcome.refused)
    first = f"{counted(done)} {action.done}."
    if not refused:
        return first
    if not done:
        return "Nothing was changed." if refused == 1 else f"None of the {refused} claims was {action.done}."
    return f"{first} {refused} {'was' if refused == 1 else 'were'} not:"


def counted(number: int) -> str:
    """A number of claims."""
    return "1 claim" if number == 1 else f"{number:,} claims"
