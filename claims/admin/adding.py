"""Bring a document in: paste, upload or open a link; see what was read; store it.

No transaction is open while it reads.
"""

from typing import Any, cast

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin import ModelAdmin, helpers
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.http import urlencode
from django.utils.translation import ngettext

from claims.admin.door import RefusableForm, person, show_refusal
from claims.errors import Incomplete, WorkflowError
from claims.models import Document, User
from claims.workflow import intake, keeping, reading
from claims.workflow.arriving import Particulars
from claims.workflow.reading import Incoming

ABOUT = tuple(Particulars.__dataclass_fields__)
WAYS_IN = ("text", "upload", "page_link")
ENDINGS = ",".join(f".{ending}" for ending in reading.ENDINGS)
CHOOSE_ONE = "Paste a text or choose a file."
CHOOSE_ONE_OF_THREE = "Paste a text, choose a file or name a link."
NOT_BOTH = "Bring in one text at a time: paste it, choose a file or name a link."
NOT_A_LINK = "Enter the whole link, beginning with https:// or http://."
FROM_TEXT = "Left empty, it is taken from the text."
SHOWN_OF_TEXT = 100_000


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
    """A text by one of three ways, or one that waits since its preview, and its particulars.

    After ``is_valid`` the form holds what was read as ``incoming``, even if a particular is wrong.
    """

    text = PastedText(label="Paste the text")
    upload = forms.FileField(
        label="Or choose a file",
        required=False,
        allow_empty_file=True,
        help_text="Word, OpenDocument, PDF, web page, mail, Markdown or plain text.",
        widget=forms.FileInput(attrs={"accept": ENDINGS}),
    )
    page_link = forms.URLField(
        label="Or fetch a page by its link",
        required=False,
        assume_scheme="https",
        max_length=2000,
        help_text="The page is fetched once and kept as it was.",
        error_messages={"invalid": NOT_A_LINK},
    )
    waiting = forms.CharField(required=False, widget=forms.HiddenInput)
    incoming: Incoming | None = None

    def __init__(self, *args: Any, by: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["title"].required = False
        if not settings.LINK_IMPORT:
            del self.fields["page_link"]
        for name in ("title", "author", "link", "date", "language"):
            self.fields[name].help_text = FROM_TEXT

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        given = [name for name in WAYS_IN if self._given(cleaned.get(name))]
        if not given and cleaned.get("waiting"):
            given = ["waiting"]
        broken = [name for name in WAYS_IN if name in self.errors]
        if len(given) > 1:
            self.add_error(given[1], NOT_BOTH)
        elif given:
            self._read(given[0], cleaned[given[0]])
        elif not broken:
            self.add_error("text", CHOOSE_ONE_OF_THREE if settings.LINK_IMPORT else CHOOSE_ONE)
        return cleaned

    @staticmethod
    def _given(value: Any) -> bool:
        return bool(value.strip()) if isinstance(value, str) else value is not None

    def _read(self, name: str, value: Any) -> None:
        try:
            if name == "waiting":
                self.incoming = keeping.take_up(value, by=cast(User, self.by))
            elif name == "upload":
                self.incoming = _read_upload(value)
            else:
                read = reading.read_words if name == "text" else reading.read_link
                self.incoming = read(value)
        except Incomplete as error:
            self.add_error("text" if name == "waiting" else name, str(error))
            self.data = cast(QueryDict, self.data).copy()
            self.data.pop("waiting", None)

    def fill_in(self, token: str, language: str) -> None:
        """Hold the text by its token, and the particulars that its file names where none were typed."""
        assert self.incoming is not None
        found = self.incoming.reading
        typed = cast(QueryDict, self.data).copy()
        for name in WAYS_IN:
            typed.pop(name, None)
        typed["waiting"] = token
        for name in ("title", "author", "link", "language"):
            longest = self.fields[name].max_length  # type: ignore[attr-defined]
            said = getattr(found, name)
            fits = said if len(said) <= longest else "" if name == "link" else said[:longest]
            typed[name] = typed.get(name) or fits
        typed["language"] = str(typed["language"] or language)
        if found.date and not typed.get("date"):
            typed["date"] = found.date.isoformat()
        self.data = typed


def _read_upload(upload: UploadedFile) -> Incoming:
    reading.refuse_size(upload.size or 0)
    return reading.read_file(upload.read(), name=upload.name or "")


def add_document(admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """The page Add document: the form; what was read from it, to be looked at; then the document."""
    form_class = cast(type[AddForm], admin.get_form(request, None, change=False))
    if "back" in request.POST:
        return show(admin, request, form_class(initial=_again(request)))
    if request.method != "POST" and "waiting" not in request.GET:
        return show(admin, request, form_class())
    try:
        typed = _typed(request)
    except Incomplete as error:
        messages.error(request, str(error))
        return redirect(request.path)
    form = form_class(typed, request.FILES, by=person(request))
    ready = form.is_valid()
    if form.incoming is None:
        return show(admin, request, form)
    if ready and "preview" in request.POST:
        token = keeping.set_aside(form.incoming, by=person(request), typed=_about(request.POST))
        return redirect(f"{request.path}?{urlencode({'waiting': token})}")
    twins = list(intake.same_text(form.incoming.reading.text, by=person(request)))
    if ready and request.method == "POST" and (not twins or "again" in request.POST):
        try:
            with keeping.held(form.data.get("waiting", ""), by=person(request)):
                document = intake.bring_in(form.incoming, by=person(request), about=form.particulars())
        except WorkflowError as error:
            show_refusal(form, error)
        else:
            return welcome(request, document)
    return show_preview(admin, request, form, twins)


def _about(posted: QueryDict) -> dict[str, str]:
    """The particulars as they were typed."""
    return {name: str(posted[name]) for name in ABOUT if name in posted}


def _again(request: HttpRequest) -> dict[str, str]:
    """What whoever turns back from a preview finds in the form: the particulars, and the words if they were pasted."""
    typed = _about(request.POST)
    try:
        waiting = keeping.take_up(request.POST.get("waiting", ""), by=person(request))
    except Incomplete:
        return typed
    return typed if waiting.origin else {**typed, "text": waiting.reading.text}


def _typed(request: HttpRequest) -> QueryDict:
    """What was posted; or, at the address of a preview, what was typed before it. ``Incomplete`` when that is gone."""
    if request.method == "POST":
        return request.POST
    typed = request.GET.copy()
    typed.update(keeping.typed_with(str(typed["waiting"]), by=person(request)))
    return typed


def welcome(request: HttpRequest, document: Document) -> HttpResponse:
    """Say what came in, and go on to the document."""
    revision = document.current_revision
    assert revision is not None
    claims = document.last_claim_number
    proposed = ngettext("%d claim proposed.", "%d claims proposed.", claims) % claims
    sentences = _sentences(revision.sentence_count)
    messages.success(request, f"“{document.title}” was brought in. {sentences}, {proposed}")
    for warning in revision.warnings:
        messages.warning(request, warning)
    return redirect("claims:document-detail", document.pk)


def show_preview(
    admin: ModelAdmin, request: HttpRequest, form: AddForm, twins: list[Document]
) -> HttpResponse:
    """The page with what was read; ``twins`` are documents that hold this very text already."""
    incoming = form.incoming
    assert incoming is not None
    token = form.data.get("waiting") or keeping.set_aside(incoming, by=person(request))
    text = incoming.reading.text
    counted = reading.preview(incoming.reading, language=form.data.get("language", ""))
    form.fill_in(token, counted.language)
    claims = counted.claims
    preview = {
        "text": text[:SHOWN_OF_TEXT],
        "left_out": max(0, len(text) - SHOWN_OF_TEXT),
        "language": counted.language,
        "sentences": _sentences(counted.sentences),
        "claims": ngettext("%d claim", "%d claims", claims) % claims,
        "warnings": incoming.reading.warnings,
        "file": incoming.origin,
    }
    return show(admin, request, form, preview=preview, twins=twins)


def _sentences(count: int) -> str:
    return ngettext("%d sentence", "%d sentences", count) % count


def show(admin: ModelAdmin, request: HttpRequest, form: AddForm, **more: Any) -> HttpResponse:
    """The page with the form; ``preview`` and ``twins`` when a text was read."""
    fieldsets = cast(Any, admin.get_fieldsets(request))
    shown = fieldsets[1:] if "preview" in more else fieldsets
    context = {
        **admin.admin_site.each_context(request),
        "title": "Bring a document in",
        "opts": admin.opts,
        "adminform": helpers.AdminForm(form, shown, {}, (), model_admin=admin),
        "errors": form.errors,
        "media": admin.media + form.media,
        "has_view_permission": True,
        **more,
    }
    return TemplateResponse(request, "admin/claims/document/add_form.html", context)
