"""What headings mean: synonyms, words of two columns, words that need others beside them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text.facts.columns import COLUMNS, SYNONYMS, TO_CHECK, Meaning, meaning

NO_BRACKETS = str.maketrans("", "", "()[]")


def column(heading: str) -> str | None:
    found = meaning(heading)
    return found.column if found else None


@pytest.mark.parametrize("name", COLUMNS)
def test_every_synonym_means_its_column_in_any_case(name: str):
    words = [word.strip() for word in SYNONYMS[name].split(";")]
    assert [word for word in words if column(f" {word.upper()}: ") != name] == []


def test_no_synonym_names_two_columns():
    words = [word.strip() for words in SYNONYMS.values() for word in words.split(";")]
    assert len(words) == len(set(words))


def test_words_for_not_checked_yet_are_never_sure():
    known = {word.strip() for words in SYNONYMS.values() for word in words.split(";")} & TO_CHECK
    assert known == {"to check", "zu prüfen", "à vérifier", "por verificar", "проверить"}
    assert [word for word in known if (found := meaning(word)) is None or found.sure] == []


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Page or time", "page"),
        ("p.", "page"),
        ("Notes / comments", "notes"),
        ("Source(s)", "source"),
        ("Source 2", "source"),
        ("Status (True/False)", "status"),
        ("Satz", "sentence"),
        ("Source or notes", None),
        ("Desk", None),
        ("", None),
    ],
)
def test_headings_as_people_write_them(heading: str, name: str | None):
    assert column(heading) == name


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Claim to check", "fact"),
        ("Fact to verify", "fact"),
        ("The statement, in our words", "fact"),
        ("Claim text", "fact"),
        ("Original sentence", "sentence"),
        ("Claim in the article", "sentence"),
        ("Aussage im Artikel", "sentence"),
    ],
)
def test_a_heading_with_a_known_word_in_it_is_understood_but_not_sure(heading: str, name: str):
    found = meaning(heading)
    assert found == Meaning(name, 1_000, sure=False)


@pytest.mark.parametrize(
    "heading",
    [
        "Claim ID",
        "Claim no.",
        "Source of the claim",
        "Status of fact",
        "Claim made by",
        "Date of statement",
        "Fact-check",
        "Fact check summary",
        "Claimant",
        "What the mayor said in this claim of hers",
    ],
)
def test_a_known_word_beside_one_of_another_column_means_nothing(heading: str):
    assert meaning(heading) is None


@settings(deadline=None)
@given(st.text())
def test_words_in_brackets_explain_a_heading(inside: str):
    assert meaning(f"Fact ({inside.translate(NO_BRACKETS)}) ") == Meaning("fact", 0)


@settings(deadline=None)
@given(st.text())
def test_any_cell_has_a_known_meaning_or_none(cell: str):
    assert column(cell) in (None, *COLUMNS)
