"""The design system keeps its word: pages without context, symbols that exist, no inline style or script."""

import re
from pathlib import Path

import pytest
from django import forms
from django.template.loader import render_to_string

from claims.lifecycle import AssignmentStatus, ClaimStatus
from claims.vocabulary import Colour, Shape

ROOT = Path(__file__).parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
PARTS = sorted((ROOT / "templates" / "ui").glob("*.html"))
SHEETS = ROOT / "claims" / "static" / "claims"
SYMBOLS = set(re.findall(r'<symbol id="([^"]+)"', (ROOT / "templates/ui/icons.html").read_text()))


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "413", "500"])
def test_error_page_needs_no_context(name: str) -> None:
    page = render_to_string(f"{name}.html")
    assert page.count("<h1>") == 1
    assert page.count('class="button"') == 1


def test_refusal_says_its_reason() -> None:
    reason = "You reviewed this claim, so someone else must approve it."
    assert f"<p>{reason}</p>" in render_to_string("403.html", {"exception": reason})


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_inline_style_or_script(path: Path) -> None:
    html = re.sub(r"{%.*?%}", "", path.read_text())  # style="filled" may be a parameter of a part
    found = re.findall(r"<style|\sstyle=\"|\son[a-z]+=\"|<script(?![^>]*\ssrc=)", html)
    assert found == [] or "export" in path.name


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_named_symbols_exist(path: Path) -> None:
    named = set(re.findall(r'ui/icon\.html" with name="([^"]+)"(?!\|add)', path.read_text()))
    assert named - SYMBOLS == set()


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.name)
def test_part_is_small_and_says_its_parameters(path: Path) -> None:
    text = path.read_text()
    assert text.startswith(("{#", "{% comment %}"))
    assert len(text.splitlines()) <= 40 or path.name == "icons.html"


def test_every_status_and_shape_is_drawn() -> None:
    wanted = {f"s-{status}" for status in [*ClaimStatus, *AssignmentStatus]} | {
        f"v-{shape}" for shape in Shape
    }
    assert wanted - SYMBOLS == set()


def test_every_colour_and_status_is_styled() -> None:
    signs, marks = (SHEETS / "signs.css").read_text(), (SHEETS / "text.css").read_text()
    assert [colour for colour in Colour if f".verdict--{colour} " not in signs] == []
    assert [status for status in ClaimStatus if f".mark--{status}" not in marks] == []


class Question(forms.Form):
    """A form with one field of each sort that ui/field.html draws."""

    reason = forms.CharField(
        widget=forms.Textarea, help_text="It stays visible.", error_messages={"required": "Say why."}
    )
    stance = forms.ChoiceField(widget=forms.RadioSelect, choices=[("supports", "Supports")])
    sure = forms.BooleanField(required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


def test_field_ties_label_hint_and_error_to_its_control() -> None:
    form = Question({"version": "3"})
    page = render_to_string("ui/field.html", {"field": form["reason"]})
    assert re.findall(r'(?:for|id|aria-describedby|aria-invalid)="[^"]*"', page) == [
        'for="id_reason"',
        'id="id_reason_helptext"',
        'id="id_reason_error"',
        'aria-invalid="true"',
        'aria-describedby="id_reason_helptext id_reason_error"',
        'id="id_reason"',
    ]


def test_error_summary_leads_to_each_field() -> None:
    page = render_to_string("ui/error_summary.html", {"form": Question({"version": "3"})})
    assert re.findall(r'href="(#id_[^"]+)"', page) == ["#id_reason", "#id_stance"]
    assert 'id="id_stance"' in render_to_string("ui/field.html", {"field": Question()["stance"]})


def test_move_that_asks_is_open_after_an_error() -> None:
    context = {"label": "Decline…", "verb": "Decline claim 5", "url": "/x/", "csrf_token": "t"}
    closed = render_to_string("ui/ask.html", {**context, "form": Question()})
    opened = render_to_string("ui/ask.html", {**context, "form": Question({})})
    assert [re.findall(r"<details[^>]*>", page) for page in (closed, opened)] == [
        ['<details class="ask">'],
        ['<details class="ask" open>'],
    ]
