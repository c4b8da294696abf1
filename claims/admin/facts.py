"""Bring a fact sheet in: choose it, see what each row becomes, then store it. The workflow does it."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin, helpers
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import ngettext

from claims.admin.adding import ENDINGS, FROM_TEXT
from claims.admin.door import person, show_refusal
from claims.admin.fact_file import FactSheetFile
from claims.errors import Incomplete, WorkflowError
from claims.models import Document, Scale, User
from claims.workflow import fact_sheets, facts, intake
from claims.workflow.arriving import Particulars
from claims.workflow.fact_sheets import COLUMNS, FactSheet, Plan
from claims.workflow.reading import Incoming, read_file, refuse_size

SHOWN_ROWS = 200
CHOOSE_SHEET = "Choose the fact sheet."
FIELDSETS = (
    (None, {"fields": ("sheet", "text")}),
    ("About it", {"fields": ("title", "source", "scale", "reviewer")}),
    ("If the workbook or the desk uses other names", {"fields": ("page", "columns", "statuses")}),
)


def words_field(label: str, help_text: str = "", *, lines: bool = False) -> forms.CharField:
    """A field for words, in the looks of admin."""
    widget = AdminTextareaWidget(attrs={"rows": 3}) if lines else AdminTextInputWidget()
    return forms.CharField(label=label, help_text=help_text, required=False, widget=widget)


class FactsForm(forms.Form):
    """A sheet, or one that waits since its preview, and how to read it. After ``is_valid`` it holds the plan."""

    sheet = forms.FileField(
        label="Fact sheet",
        required=False,
        allow_empty_file=True,
        help_text="Excel (.xlsx) or .csv; one fact a row, the names of the columns above them.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv"}),
    )
    text = forms.FileField(
        label="Text",
        required=False,
        allow_empty_file=True,
        help_text="The text in which the sentences stand. Left out, it is made of the sentences.",
        widget=forms.FileInput(attrs={"accept": ENDINGS}),
    )
    title = words_field("Title", FROM_TEXT)
    source = words_field("Source", "Who published it.")
    scale = forms.ModelChoiceField(Scale.objects.none(), empty_label=None)
    reviewer = forms.ModelChoiceField(
        User.objects.none(),
        required=False,
        help_text="For rows that name no reviewer: who found what they say. It becomes the draft of that person’s "
        "review; they complete and submit it.",
    )
    page = words_field("Tab of the workbook", "Left empty, the first one that is not hidden.")
    columns = words_field(
        "Names of columns",
        f"One a line, such as fact = What to check. Columns: {', '.join(COLUMNS)}.",
        lines=True,
    )
    statuses = words_field("Words for verdicts", "One a line, such as OK = True.", lines=True)
    waiting = forms.CharField(required=False, widget=forms.HiddenInput)
    fact_sheet: FactSheet | None = None
    plan: Plan | None = None

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        scales, reviewers = (
            cast(forms.ModelChoiceField, self.fields[name]) for name in ("scale", "reviewer")
        )
        scales.queryset = Scale.objects.filter(withdrawn_at=None).order_by("id")
        scales.initial = scales.queryset.first()
        reviewers.queryset = User.objects.active_reviewers()
        self.fields["title"].widget.attrs["maxlength"], self.fields["source"].widget.attrs["maxlength"] = (
            300,
            200,
        )

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        try:
            mapped = {
                name: self._pairs(name, example)
                for name, example in (("columns", "fact = What to check"), ("statuses", "OK = True"))
            }
            self.fact_sheet = self._read(cleaned, mapped)
            if not self.errors:
                self.plan = fact_sheets.plan(
                    self.fact_sheet, about=self.about(), reviewer=cleaned["reviewer"]
                )
        except WorkflowError as error:
            show_refusal(self, error)
        return cleaned

    def about(self) -> Particulars:
        """What was typed about the document."""
        typed = self.cleaned_data
        return Particulars(typed["title"], typed["source"], scale=typed["scale"])

    def _pairs(self, name: str, example: str) -> dict[str, str]:
        lines = [line for line in self.cleaned_data.get(name, "").splitlines() if line.strip()]
        try:
            return fact_sheets.pairs(lines, example)
        except Incomplete as error:
            raise Incomplete(str(error), {name: str(error)}) from error

    def _read(self, cleaned: dict[str, Any], mapped: dict[str, dict[str, str]]) -> FactSheet:
        """The sheet just chosen, else the one that waits; the same for its text."""
        upload, token = cleaned.get("sheet"), cleaned.get("waiting", "")
        text = None
        if upload:
            data, name = _bytes(upload, "sheet"), upload.name or ""
        elif token:
            origin, text = fact_sheets.take_up(token, by=self.by)
            data, name = origin.data, origin.name
        else:
            raise Incomplete(CHOOSE_SHEET, {"sheet": CHOOSE_SHEET})
        text = _text(cleaned["text"]) if cleaned.get("text") else text
        return fact_sheets.read_sheet(data, name=name, page=cleaned["page"], text=text, **mapped)

    def hold(self) -> None:
        """Keep the files for the next press of a button; a browser does not send them again."""
        if self.fact_sheet is not None:
            typed = self.data.copy() if isinstance(self.data, QueryDict) else QueryDict(mutable=True)
            if self.files or not typed.get("waiting"):
                typed["waiting"] = fact_sheets.set_aside(self.fact_sheet, by=self.by)
            self.data = typed


def _bytes(upload: UploadedFile, field: str) -> bytes:
    try:
        refuse_size(upload.size or 0)
    except Incomplete as error:
        raise Incomplete(str(error), {field: str(error)}) from error
    return bytes(upload.read())


def _text(upload: UploadedFile) -> Incoming:
    try:
        return read_file(_bytes(upload, "text"), name=upload.name or "")
    except Incomplete as error:
        raise Incomplete(str(error), {"text": str(error)}) from error


class FactSheetPages(FactSheetFile):
    """The part of the document list that brings fact sheets in."""

    def get_urls(self) -> list[URLPattern]:
        guarded = self.admin_site.admin_view(self.facts_view)
        return [path("facts/", guarded, name="claims_document_facts"), *super().get_urls()]

    def facts_view(self, request: HttpRequest) -> HttpResponse:
        """The form; what each row becomes; then the document."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return show(self, request, FactsForm(by=person(request)))
        form = FactsForm(request.POST, request.FILES, by=person(request))
        if not form.is_valid() or form.plan is None or form.fact_sheet is None:
            return show(self, request, form)
        return _store(self, request, form, form.fact_sheet, form.plan)


def _store(
    model_admin: ModelAdmin, request: HttpRequest, form: FactsForm, sheet: FactSheet, planned: Plan
) -> HttpResponse:
    """Bring it in when everything is said, else show what it becomes."""
    twins = list(intake.same_text(planned.reading.text, by=person(request))) if planned.rows else []
    wanted = "preview" not in request.POST and ("keep_going" in request.POST or not planned.errors)
    if wanted and planned.rows and (not twins or "again" in request.POST):
        try:
            document = facts.bring_in_facts(
                sheet,
                by=person(request),
                about=form.about(),
                reviewer=form.cleaned_data["reviewer"],
                keep_going="keep_going" in request.POST,
            )
        except WorkflowError as error:
            show_refusal(form, error)
        else:
            fact_sheets.forget(request.POST.get("waiting", ""), by=person(request))
            return welcome(request, document, planned)
    return show(model_admin, request, form, plan=shown_plan(planned), twins=twins, file=sheet.origin)


def welcome(request: HttpRequest, document: Document, planned: Plan) -> HttpResponse:
    """Say what came in, and go on to the document."""
    left = len(planned.errors)
    left_out = ngettext(" %d row was left out.", " %d rows were left out.", left) % left if left else ""
    messages.success(request, f"“{document.title}” was brought in. {_claims(len(planned.rows))}.{left_out}")
    for warning in planned.warnings:
        messages.warning(request, warning)
    return redirect("claims:document-detail", document.pk)


def shown_plan(planned: Plan) -> dict[str, Any]:
    """What the page tells of a plan; of a long one the first rows and errors."""
    good = len(planned.rows)
    return {
        "rows": [
            {"fact": row.fact, "row": row, "becomes": _becomes(row)} for row in planned.rows[:SHOWN_ROWS]
        ],
        "more_rows": max(0, good - SHOWN_ROWS),
        "errors": planned.errors[:SHOWN_ROWS],
        "more_errors": max(0, len(planned.errors) - SHOWN_ROWS),
        "wrong": ngettext("%d row", "%d rows", len(planned.errors)) % len(planned.errors),
        "warnings": planned.warnings,
        "columns": planned.head.told(),
        "claims": _claims(good),
        "good": good,
    }


def _becomes(row: fact_sheets.PlannedRow) -> str:
    if row.reviewer is None:
        return "Claim, and a note for editors" if row.has_findings else "Claim"
    return f"Claim, draft of {row.reviewer}" if row.has_findings else f"Claim, asked of {row.reviewer}"


def _claims(count: int) -> str:
    return ngettext("%d claim", "%d claims", count) % count


def show(model_admin: ModelAdmin, request: HttpRequest, form: FactsForm, **more: Any) -> HttpResponse:
    """The page with the form; with ``plan`` what the rows become, ``twins`` have this very text already."""
    form.hold()
    shown = FIELDSETS[1:] if "plan" in more else FIELDSETS
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "Bring a fact sheet in",
        "opts": model_admin.opts,
        "adminform": helpers.AdminForm(cast(Any, form), cast(Any, shown), {}, (), model_admin=model_admin),
        "errors": form.errors,
        "media": model_admin.media + form.media,
        "has_view_permission": True,
        "keep_going": "keep_going" in request.POST,
        **more,
    }
    return TemplateResponse(request, "admin/claims/document/facts_form.html", context)
