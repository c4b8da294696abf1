"""The design system keeps its word: pages without context, symbols that exist, no inline style or script."""

import re
from pathlib import Path

import pytest
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
    found = re.findall(r"<style|\sstyle=\"|\son[a-z]+=\"|<script(?![^>]*\ssrc=)", path.read_text())
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
