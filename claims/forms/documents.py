"""Forms of the document page: a claim the machine missed, and moves of many claims at once. They ask; verbs decide."""

from typing import Any

from django import forms

from claims.models import User
from claims.vocabulary import Flag, Kind, SkipReason
from claims.workflow.assigning import CHOOSE_REVIEWER
from claims.workflow.editing import CHOOSE_WORDS
from claims.workflow.triage import CHOOSE_REASON

SAY_WHY = "Say why, in one sentence or more."
ENTER_DUE = "Enter a day and a time such as 12 March 2026 17:00."


class AddClaimForm(forms.Form):
    """The words of the text on which a claim stands, and what it says."""

    words = forms.CharField(
        label="Words of the text",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Copy them from the text exactly; line breaks do not matter.",
        error_messages={"required": CHOOSE_WORDS},
    )
    text = forms.CharField(
        label="The claim, so that it can be read by itself",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text="Leave it empty when the words above say who and what.",
    )
    kind = forms.ChoiceField(label="Kind", choices=Kind.choices(), initial=Kind.OTHER.value)
    speaker = forms.CharField(
        label="Speaker", max_length=300, required=False, help_text="Who says so inside the text."
    )
    flags = forms.MultipleChoiceField(
        label="Flags", choices=Flag.choices(), required=False, widget=forms.CheckboxSelectMultiple
    )


class SkipManyForm(forms.Form):
    """Why the selected claims are not checked."""

    reason = forms.ChoiceField(
        label="Reason",
        choices=[("", "Choose"), *(pair for pair in SkipReason.choices() if pair[0] != SkipReason.DUPLICATE)],
        error_messages={"required": CHOOSE_REASON, "invalid_choice": CHOOSE_REASON},
    )
    words = forms.CharField(
        label="In words",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text="Needed for “Other”. It stands in the report.",
    )

    def clean(self) -> dict[str, Any]:
        """The verb's own rule, asked once for all claims."""
        given = super().clean() or {}
        if given.get("reason") == SkipReason.OTHER and not given.get("words", "").strip():
            self.add_error("words", SAY_WHY)
        return given


class AssignManyForm(forms.Form):
    """Who is asked to check the selected claims, until when, with what words."""

    to = forms.ModelChoiceField(
        label="Reviewer",
        queryset=User.objects.none(),
        empty_label="Choose",
        error_messages={"required": CHOOSE_REVIEWER, "invalid_choice": CHOOSE_REVIEWER},
    )
    due = forms.DateTimeField(
        label="Due",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text="Empty: as the claim is due.",
        error_messages={"invalid": ENTER_DUE},
    )
    instructions = forms.CharField(
        label="Instructions", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = User.objects.active_reviewers()  # type: ignore[attr-defined]
