"""Who comes in to which part of admin, and how a refused verb comes back to its form. No nouns here."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from claims.errors import Conflict, Incomplete, WorkflowError
from claims.models import User
from claims.permissions import VISIBLE, decide, visible_to
from claims.workflow.desk import record_desk_change


def person(request: HttpRequest) -> User:
    """Who asks; admin lets nobody in who is not logged in."""
    assert isinstance(request.user, User)
    return request.user


class Door:
    """Opens to whoever ``permissions`` lets make ``move``; shows what they see; nothing is deleted."""

    move = "administer"

    def opens(self, request: HttpRequest) -> bool:
        """Whether this person may come in; the log-in page asks for nobody yet."""
        return request.user.is_authenticated and bool(decide(person(request), self.move))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.opens(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.opens(request)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.opens(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.opens(request)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Only what the list offers as a filter: Django would let any column be asked, also what a page veils."""
        offered = self.get_list_filter(request)  # type: ignore[attr-defined]
        columns = {f"{each}{end}" for each in offered if isinstance(each, str) for end in ("", "__exact")}
        return lookup in columns | {getattr(each, "parameter_name", "") for each in offered}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request)  # type: ignore[misc]
        return visible_to(person(request), rows) if rows.model in VISIBLE else rows


class OneHistory(admin.ModelAdmin):
    """The desk keeps one history, its chain of events; Django's own log beside it stays empty."""

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        """Nothing: the verb recorded it."""

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        """Nothing: the verb recorded it."""

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list under its own name."""
        title = str(self.opts.verbose_name_plural).capitalize()
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The page under the name of its thing."""
        if kwargs.get("obj") is not None:
            context |= {"title": str(kwargs["obj"]), "subtitle": None}
        return super().render_change_form(request, context, *args, **kwargs)

    def history_query(self, object_id: str) -> str:
        """Which events are this thing's."""
        return ""

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The button History leads to the events."""
        return HttpResponseRedirect(reverse("admin:claims_event_changelist") + self.history_query(object_id))


class RefusableForm(forms.ModelForm):
    """A form that can be shown again with a verb's refusal, everything typed still in it."""

    refusal: WorkflowError | None = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.refusal is not None:
            show_refusal(self, self.refusal)
        return cleaned


def show_refusal(form: forms.BaseForm, error: WorkflowError) -> None:
    """Put the sentence of a refusal at its field, or on top where it has none."""
    fields = error.fields if isinstance(error, Incomplete) else {}
    placed = {name: words for name, words in fields.items() if name in form.fields}
    for name, words in placed.items():
        form.add_error(name, words)
    if not placed:
        form.add_error(None, str(error))


class VerbDoor(Door, OneHistory):
    """A change page whose ``save_model`` calls a verb: what the verb refuses comes back in the form."""

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = getattr(request, "refusal", None)  # type: ignore[attr-defined]
        return form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Django's own; a refusal has rolled it back, so it runs again and shows the form with the sentence."""
        show = super().changeform_view
        try:
            return show(request, object_id, form_url, extra_context)
        except WorkflowError as error:
            request.refusal = error  # type: ignore[attr-defined]
            response: HttpResponse = show(request, object_id, form_url, extra_context)
            response.status_code = 409 if isinstance(error, Conflict) else response.status_code
            return response


class RecordedDoor(VerbDoor):
    """What an administrator changes is written to the desk's own history, before and after."""

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:
        """Each changed field with its old and new value; of lines below, each under its own name."""
        said = changes_of(form)
        for formset in formsets or ():
            for line in formset.forms:
                if line.has_changed():
                    said[f"{line.instance._meta.verbose_name} {line.instance}"] = changes_of(line)
        return said

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        self.record(request, obj, "add", message)

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        self.record(request, obj, "change", message)

    def record(self, request: HttpRequest, obj: Model, verb: str, message: Any) -> None:
        """One event on the desk's chain."""
        changed = message if isinstance(message, dict) else {"said": str(message)}
        if changed:
            name = f"{verb} {obj._meta.verbose_name}"
            record_desk_change(obj, name, by=person(request), changed=changed)


def changes_of(form: forms.ModelForm) -> dict[str, Any]:
    """Field → [before, after] of what was typed into a form; of a password only that it was set."""
    told: dict[str, Any] = {}
    for name in form.changed_data:
        if "password" in name:
            told["password"] = "set"
        else:
            before = form.get_initial_for_field(form.fields[name], name)
            told[name] = [said(before), said(form.cleaned_data.get(name))]
    return told


def said(value: Any) -> Any:
    """A value of a form as history tells it: things and lists of things by their names."""
    if isinstance(value, (list, tuple, QuerySet)):
        return sorted(str(item) for item in value)
    return value if value is None or isinstance(value, (bool, int)) else str(value)
