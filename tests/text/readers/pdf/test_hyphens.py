"""Which hyphens at the ends of lines divide a word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text.readers.pdf.hyphens import Joiner


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["A method of veri-", "fication"], "A method of verification"),
        (["The desk does fact-", "checking"], "The desk does factchecking"),
        (["a well-", "known dispute"], "a well-known dispute"),
        (["a so-", "called expert"], "a so-called expert"),
        (["the ex-", "minister"], "the ex-minister"),
        (["so-", "ciety and ex-", "ample and part-", "ner"], "society and example and partner"),
        (["short-", "ages and low-", "ered and high-", "ways"], "shortages and lowered and highways"),
        (["a non-", "profit group"], "a nonprofit group"),
        (["The EU-", "Commission"], "The EU-Commission"),
        (["He had COVID-", "19"], "He had COVID-19"),
        (["from 2019-", "20 on"], "from 2019-20 on"),
        (["a state-of-", "the-art port"], "a state-of-the-art port"),
        (["two words", "more"], "two words more"),
        (["a port —", "and a town"], "a port — and a town"),
        (["a port—", "and a town"], "a port—and a town"),
        (["see https://port.example/", "news"], "see https://port.example/news"),
        (["PARLIA-", "MENT"], "PARLIAMENT"),
        (["Parla-", "mentswahl und Energie-", ""], "Parlamentswahl und Energie-"),
        (["東京の", "港"], "東京の港"),
        ([], ""),
    ],
)
def test_lines_are_joined(lines: list[str], joined: str) -> None:
    assert Joiner(lines).join(lines) == joined


@pytest.mark.parametrize(
    ("document", "joined"),
    [
        ("Fact-checking takes time.", "fact-checking"),
        ("Factchecking takes time.", "factchecking"),
        ("Checking a fact takes time.", "fact-checking"),
        ("A fact-based report.", "fact-checking"),
        ("Checking takes time.", "factchecking"),
        ("Fact-checking is factchecking is factchecking.", "factchecking"),
    ],
)
def test_the_document_decides(document: str, joined: str) -> None:
    assert Joiner([document, "the fact-", "checking"]).join(["fact-", "checking"]) == joined


def test_a_likely_first_part_needs_the_second_as_a_word() -> None:
    document = ["Corruption is a crime.", "the anti-", "corruption office"]
    assert Joiner(document).join(document[1:]) == "the anti-corruption office"


def test_a_compound_that_is_divided_loses_only_the_second_hyphen() -> None:
    document = ["A double-blind test is a double test.", "a dou-", "ble-blind test"]
    assert Joiner(document).join(document[1:]) == "a double-blind test"


@settings(deadline=None)
@given(st.lists(st.text("abÄß-19' ", min_size=1, max_size=12)))
def test_nothing_but_blanks_and_hyphens_changes(lines: list[str]) -> None:
    joined = Joiner(lines).join(lines)
    assert joined.replace("-", "").replace(" ", "") == "".join(lines).replace("-", "").replace(" ", "")
