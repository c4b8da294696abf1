"""What a reviewer types: the verdict with its rationale, a source, a reason, a note, a request for comment."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone

from claims.forms.reading import DeskForm, Versioned, WordsField, WrittenDateField
from claims.models import Claim, Evidence, Review, Verdict
from claims.vocabulary import EvidenceForm, EvidenceLevel, NoteAudience, Stance
from claims.workflow.checking import Draft
from claims.workflow.evidence import Source

NOT_A_LINK = "Enter an address that begins with https:// or http://."


class VerdictField(forms.Field):
    """One of the verdicts that the form offers, or none; they are read once a form."""

    widget = forms.RadioSelect
    default_error_messages = {"invalid_choice": "Choose a verdict of this document's scale."}
    offered: list[Verdict]

    def to_python(self, value: Any) -> Verdict | None:
        """The verdict whose key was sent."""
        if value in self.empty_values:
            return None
        for verdict in self.offered:
            if str(verdict.pk) == str(value):
                return verdict
        raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")


class VerdictForm(Versioned):
    """A reviewer's draft; everything may be empty until it is submitted."""

    name = "id"
    anchor = "evidence"  # what is said of the form as a whole is said of its evidence
    verdict = VerdictField(required=False)
    rationale = WordsField(rows=5, help_text="For the reader of the report: what you found, and where.")
    as_of = WrittenDateField(label="As-of date", help_text="The day it holds for.")
    exemption = WordsField(
        rows=3,
        label="Why the evidence rule cannot be met",
        help_text="Shows in the report. With it, the claim can be submitted without enough evidence.",
    )

    def __init__(self, data: Any = None, *, claim: Claim, draft: Review | None = None, **more: Any) -> None:
        self.draft = draft
        more.setdefault("initial", _initial(draft))
        super().__init__(data, **more)
        offered = Q(withdrawn_at=None) | Q(pk=draft.verdict_id if draft else None)
        choices = Verdict.objects.filter(offered, scale=claim.document.scale_id).order_by("position")
        field = self.fields["verdict"]
        assert isinstance(field, VerdictField)
        self.verdicts = field.offered = list(choices)

    @property
    def columns(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """The choices in two columns, those with a number and those without; one column where none has one."""
        chosen = str(self["verdict"].value() or "")
        choices: list[dict[str, Any]] = [
            {"verdict": verdict, "id": f"id_verdict_{i}", "checked": str(verdict.pk) == chosen}
            for i, verdict in enumerate(self.verdicts)
        ]
        numbered = [choice for choice in choices if choice["verdict"].number is not None]
        others = [choice for choice in choices if choice["verdict"].number is None]
        if not numbered:
            return [("", others)]
        return [("numbered", numbered), *([("Or, without a number", others)] if others else [])]

    def draft_typed(self) -> Draft:
        """What was typed as a draft; a date that cannot be read leaves the stored one as it is."""
        words, stored = self.cleaned_data, self.draft
        return Draft(
            verdict=words.get("verdict", stored.verdict if stored else None),
            rationale=words.get("rationale", ""),
            as_of=words.get("as_of", stored.as_of if stored else None),
            confidence=stored.confidence if stored else "",
            exemption=words.get("exemption", ""),
        )

    @property
    def says_something_new(self) -> bool:
        """Whether the typed draft differs from the stored one."""
        typed, stored = self.draft_typed().columns(), self.draft
        if stored is None:
            return any(value for value in typed.values())
        return any((getattr(stored, name) or None) != (value or None) for name, value in typed.items())


def _initial(draft: Review | None) -> dict[str, Any]:
    if draft is None:
        return {"version": 0}
    names = ("verdict_id", "rationale", "as_of", "exemption", "version")
    return {name.removesuffix("_id"): getattr(draft, name) for name in names}


class SourceForm(Versioned):
    """One source."""

    name = "evidence"
    anchor = "evidence_title"
    title = forms.CharField(max_length=300, required=False, help_text="What the source is called.")
    stance = forms.ChoiceField(choices=Stance.choices(), initial=Stance.SUPPORTS, label="Stance")
    form = forms.ChoiceField(choices=EvidenceForm.choices(), initial=EvidenceForm.DOCUMENT, label="Form")
    level = forms.ChoiceField(
        choices=EvidenceLevel.choices(),
        initial=EvidenceLevel.SECONDARY,
        label="Primary or secondary",
        help_text="Primary: it knows at first hand.",
    )
    link = forms.URLField(
        max_length=2000, required=False, assume_scheme="https", error_messages={"invalid": NOT_A_LINK}
    )
    publisher = forms.CharField(max_length=200, required=False)
    origin = forms.CharField(max_length=200, required=False, help_text="Who it really comes from.")
    excerpt = WordsField(rows=3, help_text="The words that matter, as they stand there.")
    locator = forms.CharField(max_length=100, required=False, help_text="Page, table or minute.")
    published = WrittenDateField()
    accessed = WrittenDateField()
    archive_link = forms.URLField(
        max_length=2000, required=False, assume_scheme="https", error_messages={"invalid": NOT_A_LINK}
    )
    confidential = forms.BooleanField(
        required=False, help_text="Kept out of every report; only you and the editors read it."
    )
    typed_names = ("title", "link", "publisher", "origin", "excerpt", "locator", "published", "archive_link")

    def source(self) -> Source:
        """The source as the verb takes it; seen today where no day is given."""
        words = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        words["accessed"] = words["accessed"] or timezone.localdate()
        return Source(**words)

    @classmethod
    def of(cls, evidence: Evidence) -> "SourceForm":
        """The form that edits a piece of evidence."""
        names = [name for name in cls.base_fields if name != "version"]
        return cls(initial={name: getattr(evidence, name) for name in names} | {"version": evidence.version})


class StrikeForm(Versioned):
    """Why a source is struck."""

    name = "strike"
    reason = WordsField(rows=3, help_text="It stays visible, struck, with this reason.")


class DeclineForm(DeskForm):
    """Why a reviewer gives a claim back."""

    name = "decline"
    anchor = "decline_reason"
    reason = WordsField(rows=3, help_text="Editors see it. What you wrote so far is kept.")
    typed_names = ("reason",)


class NoteForm(DeskForm):
    """A note beside a claim; who may choose its readers is decided by the page."""

    name = "note"
    anchor = "note_body"
    body = WordsField(rows=3, label="Note")
    visible_to = forms.ChoiceField(
        choices=NoteAudience.choices(), initial=NoteAudience.DESK, required=False, label="For"
    )
    typed_names = ("body",)

    def __init__(self, *args: Any, editor: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        if not editor:
            del self.fields["visible_to"]


class ContactForm(DeskForm):
    """Who was asked for comment, how and when, and what came back."""

    name = "contact"
    anchor = "contact_who"
    who = forms.CharField(max_length=200, required=False, label="Who was asked")
    how = forms.CharField(
        max_length=100, required=False, label="How", help_text="By e-mail, telephone, letter."
    )
    asked_on = WrittenDateField(label="When", help_text="Today, if left empty.")
    answer = WordsField(rows=2, help_text="What came back, if anything yet.")
    typed_names = ("who", "how", "asked_on", "answer")


def has_typed_words(form: type[DeskForm], typed: Any) -> bool:
    """Whether somebody began to fill in a side form of the claim page."""
    names: tuple[str, ...] = getattr(form, "typed_names", ())
    return any(str(typed.get(name, "")).strip() for name in names)
