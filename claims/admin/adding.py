"""Bring a document in: paste or upload, read, notice the same text, store. No transaction is open while it reads."""

from typing import Any, cast

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin import ModelAdmin, helpers
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import ngettext

from claims.admin.door import RefusableForm, person, show_refusal
from claims.errors import Incomplete, WorkflowError
from claims.models import Document
from claims.workflow import intake
from claims.workflow.intake import Particulars

ABOUT = tuple(Particulars.__dataclass_fields__)
CHOOSE_ONE = "Paste a text or choose a file."
NOT_BOTH = "Paste a text or choose a file, not both."
TOO_LARGE = "This file is {size:.0f} MB; the limit is {limit:g} MB."
FROM_TEXT = "Left empty, it is taken from the text."


class ParticularsForm(RefusableForm):
    """What an editor says about a document beside its text."""

    class Meta:
        model = Document
        fields = ABOUT

    def particulars(self) -> Particulars:
        """What was typed, for the verb."""
        return Particulars(**{name: self.cleaned_data[name] for name in ABOUT})


class PastedText(forms.CharField):
    """Any characters at all: what a database cannot hold is mended at intake, not refused here."""

    widget = forms.Textarea(attrs={"rows": 16, "cols": 90, "class": "vLargeTextField paste"})

    def __init__(self, **options: Any) -> None:
        super().__init__(strip=False, required=False, **options)
        self.validators = []


class AddForm(ParticularsForm):
    """A text, pasted or uploaded, and its particulars; a valid form holds the ``reading``."""

    text = PastedText(label="Paste the text")
    upload = forms.FileField(
        label="Or choose a file",
        required=False,
        allow_empty_file=True,
        help_text="Plain text, Markdown or HTML: .txt, .md, .html",
        widget=forms.FileInput(attrs={"accept": ".txt,.text,.md,.markdown,.html,.htm,.xhtml"}),
    )
    reading: Any = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False
        for name in ("title", "author", "date", "language"):
            self.fields[name].help_text = FROM_TEXT

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        text, upload = cleaned.get("text") or "", cleaned.get("upload")
        if upload and text.strip():
            self.add_error("upload", NOT_BOTH)
        elif upload:
            self._read("upload", *self._bytes(upload))
        elif text.strip():
            self._read("text", text, "")
        elif "upload" not in self.errors:
            self.add_error("text", CHOOSE_ONE)
        return cleaned

    def _bytes(self, upload: UploadedFile) -> tuple[bytes | None, str]:
        size, limit = upload.size or 0, settings.DOCUMENT_MAX_BYTES
        if size > limit:
            self.add_error("upload", TOO_LARGE.format(size=size / 1e6, limit=limit / 1e6))
            return None, ""
        return upload.read(), upload.name or ""

    def _read(self, field: str, data: bytes | str | None, name: str) -> None:
        if data is None:
            return
        try:
            self.reading = intake.read_text(data, name=name, max_bytes=settings.DOCUMENT_MAX_BYTES)
        except Incomplete as error:
            self.add_error(field, str(error))

    def keep_the_text(self) -> None:
        """A file cannot be sent back to the browser: show what was read from it in the form instead."""
        if not self.reading or not self.files:
            return
        typed = self.data.copy() if isinstance(self.data, QueryDict) else QueryDict(mutable=True)
        typed["text"] = self.reading.text
        for name in ("title", "author", "language"):
            typed[name] = typed.get(name) or getattr(self.reading, name)
        if self.reading.date and not typed.get("date"):
            typed["date"] = self.reading.date.isoformat()
        self.data = typed


def add_document(admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """The page Add document: the form, then the same form with what is wrong, then the document."""
    form_class = cast(type[AddForm], admin.get_form(request, None, change=False))
    if request.method != "POST":
        return show(admin, request, form_class())
    form = form_class(request.POST, request.FILES)
    twins: list[Document] = []
    if form.is_valid():
        twins = list(intake.same_text(form.reading.text, by=person(request)))
        if not twins or "again" in request.POST:
            try:
                document = intake.bring_in(form.reading, by=person(request), about=form.particulars())
            except WorkflowError as error:
                show_refusal(form, error)
            else:
                return welcome(request, document)
    form.keep_the_text()
    return show(admin, request, form, twins)


def welcome(request: HttpRequest, document: Document) -> HttpResponse:
    """Say what came in, and go on to the document."""
    revision = document.current_revision
    assert revision is not None
    sentences, claims = revision.sentence_count, document.last_claim_number
    found = ngettext("%d sentence", "%d sentences", sentences) % sentences
    proposed = ngettext("%d claim proposed.", "%d claims proposed.", claims) % claims
    messages.success(request, f"“{document.title}” was brought in. {found}, {proposed}")
    for warning in revision.warnings:
        messages.warning(request, warning)
    return redirect("claims:document-detail", document.pk)


def show(
    admin: ModelAdmin, request: HttpRequest, form: AddForm, twins: list[Document] | None = None
) -> HttpResponse:
    """The page with the form; ``twins`` are documents that hold this very text already."""
    fieldsets = helpers.AdminForm(form, cast(Any, admin.get_fieldsets(request)), {}, (), model_admin=admin)
    context = {
        **admin.admin_site.each_context(request),
        "title": "Bring a document in",
        "opts": admin.opts,
        "adminform": fieldsets,
        "errors": form.errors,
        "twins": twins,
        "media": admin.media + form.media,
        "has_view_permission": True,
    }
    return TemplateResponse(request, "admin/claims/document/add_form.html", context)
