"""What editors' moves ask for, a form a move; each carries the claim's version. Who may move is decided elsewhere."""

from typing import Any

from django import forms

from claims.forms.reading import DueField, Versioned, WordsField, WrittenDateField
from claims.models import Claim, User
from claims.vocabulary import Flag, Kind, SkipReason, Weight


class MoveForm(Versioned):
    """A move of a claim without further questions: queue, restore."""

    move = ""

    def __init__(self, data: Any = None, *, claim: Claim, **more: Any) -> None:
        self.claim = claim
        self.name = more.pop("name", self.move)
        more["initial"] = {"version": claim.version} | self.starts_with(claim) | more.get("initial", {})
        super().__init__(data, **more)

    def starts_with(self, claim: Claim) -> dict[str, Any]:
        """What the fields hold before anybody types."""
        return {}

    def given(self) -> dict[str, Any]:
        """What the verb takes."""
        return dict(self.cleaned_data)


class QueueForm(MoveForm):
    """Take a proposed claim into the queue."""

    move = "queue"


class RestoreForm(MoveForm):
    """Take a claim back to where it stood."""

    move = "restore"


class SkipForm(MoveForm):
    """Put a claim aside."""

    move = "skip"
    reason = forms.ChoiceField(choices=[("", "Choose"), *SkipReason.choices()], required=False)
    words = WordsField(rows=2, label="In words", help_text="Needed for “Other”.")
    duplicate_of = forms.IntegerField(
        required=False, min_value=1, label="Number of the other claim", help_text="Only for a duplicate."
    )


class EditForm(MoveForm):
    """Change wording, speaker, kind or flags; what the machine guessed is confirmed."""

    move = "edit"
    text = WordsField(
        rows=3, label="Text", help_text="Who and what spelled out, so that it can be read by itself."
    )
    speaker = forms.CharField(max_length=300, required=False)
    kind = forms.ChoiceField(choices=Kind.choices())
    flags = forms.MultipleChoiceField(
        choices=Flag.choices(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="A flag asks for two reviews.",
    )

    def starts_with(self, claim: Claim) -> dict[str, Any]:
        """The claim as it is."""
        return {name: getattr(claim, name) for name in ("text", "speaker", "kind", "flags")}


class AssignForm(MoveForm):
    """Ask a reviewer."""

    move = "assign"
    to = forms.ModelChoiceField(
        User.objects.none(), required=False, label="Reviewer", empty_label="Choose a reviewer"
    )
    due = DueField(label="Due")
    instructions = WordsField(rows=2)

    def __init__(self, data: Any = None, *, claim: Claim, **more: Any) -> None:
        super().__init__(data, claim=claim, **more)
        field = self.fields["to"]
        assert isinstance(field, forms.ModelChoiceField)
        writer = claim.document.writer_id
        reviewers = User.objects.active_reviewers()
        field.queryset = reviewers.exclude(pk=writer) if writer else reviewers

    def starts_with(self, claim: Claim) -> dict[str, Any]:
        """Due when the claim is."""
        return {"due": claim.due_at}


class ReasonForm(MoveForm):
    """A move that asks only why."""

    reason = WordsField(rows=3)


class RetireForm(ReasonForm):
    """Take a claim out of the document."""

    move = "retire"


class UnassignForm(ReasonForm):
    """Take an assignment back; the reason is needed once work has started."""

    move = "unassign"


class ReturnForm(ReasonForm):
    """Give a review back."""

    move = "return"


class ReopenForm(ReasonForm):
    """End a decision; it stays visible as a correction."""

    move = "reopen"
    weight = forms.ChoiceField(
        choices=Weight.choices(), required=False, widget=forms.RadioSelect, label="The correction is"
    )


class ApproveForm(MoveForm):
    """Make the reviewers' verdict the desk's decision."""

    move = "approve"
    wording = WordsField(rows=3, label="Wording", help_text="The claim as the report prints it.")
    recheck_on = WrittenDateField(label="Check again on", help_text="For claims that grow old.")
    sole_sign_off = WordsField(
        rows=2,
        label="Why nobody else can sign",
        help_text="You reviewed this claim. The report will say that no second person saw it.",
    )

    def __init__(self, data: Any = None, *, claim: Claim, alone: bool = False, **more: Any) -> None:
        super().__init__(data, claim=claim, **more)
        if not alone:
            del self.fields["sole_sign_off"]

    def starts_with(self, claim: Claim) -> dict[str, Any]:
        """The claim's own words."""
        return {"wording": claim.text}
