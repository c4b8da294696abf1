"""How typed words are read on every form: dates as people write them, line breaks, versions, errors from verbs."""

import datetime
from typing import Any

from django import forms
from django.http import QueryDict

from claims.errors import Incomplete

DATE_FORMATS = ["%d %B %Y", "%d %b %Y", "%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"]
TIME_FORMATS = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d %B %Y %H:%M", "%d %b %Y %H:%M", "%d %B %Y"]
DATE_SUCH_AS = "Enter a date such as 12 March 2026."
TIME_SUCH_AS = "Enter a date and time such as 12 March 2026 17:00."
NO_VERSION = -1


class WordsField(forms.CharField):
    """Several lines of words; line breaks are stored as one character whatever the browser sends."""

    def __init__(self, *, rows: int = 4, **more: Any) -> None:
        more.setdefault("required", False)
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), strip=True, **more)

    def to_python(self, value: Any) -> str:
        """The words with their line breaks in one spelling."""
        return str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")


class DateInput(forms.DateInput):
    """A date in words, as the page prints it."""

    def format_value(self, value: Any) -> Any:
        """ "12 March 2026" for a date; what was typed for anything else."""
        return f"{value.day} {value:%B %Y}" if isinstance(value, datetime.date) else value


class WrittenDateField(forms.DateField):
    """A date such as 12 March 2026."""

    def __init__(self, **more: Any) -> None:
        more.setdefault("required", False)
        super().__init__(
            widget=DateInput(attrs={"autocomplete": "off"}),
            input_formats=DATE_FORMATS,
            error_messages={"invalid": DATE_SUCH_AS},
            **more,
        )


class DueField(forms.DateTimeField):
    """A date and time; browsers offer their own picker."""

    def __init__(self, **more: Any) -> None:
        super().__init__(
            required=False,
            widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            input_formats=TIME_FORMATS,
            error_messages={"invalid": TIME_SUCH_AS},
            **more,
        )


class DeskForm(forms.Form):
    """A form of the desk: each has its own ids, so that several stand on one page."""

    name = ""

    def __init__(self, *args: Any, **more: Any) -> None:
        more.setdefault("auto_id", f"{self.name}_%s" if self.name else "id_%s")
        more.setdefault("use_required_attribute", False)
        super().__init__(*args, **more)

    def tell(self, error: Incomplete) -> None:
        """Put what a verb found missing beside the fields it names, the rest on top."""
        for field, sentence in (error.fields or {"": str(error)}).items():
            self.add_error(field if field in self.fields else None, sentence)

    def travel_with(self, form_id: str) -> None:
        """Be sent along with another form of the page: nothing typed here is lost when that one is sent."""
        for field in self.fields.values():
            field.widget.attrs["form"] = form_id

    def with_version(self, version: int) -> "DeskForm":
        """The same words, ready to be sent again on top of a newer version."""
        data = QueryDict(mutable=True)
        data.update(self.data if isinstance(self.data, QueryDict) else dict(self.data))
        data[self.add_prefix("version")] = str(version)
        self.data = data
        return self


class Versioned(DeskForm):
    """A form that carries the version of what its reader saw; without one it counts as stale."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean_version(self) -> int:
        """The version, or one that never fits."""
        version = self.cleaned_data["version"]
        return NO_VERSION if version is None else int(version)
