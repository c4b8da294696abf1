"""Names of columns: synonyms, places, what a desk says itself."""

import pytest

from claims.text.facts.columns import COLUMNS, SYNONYMS, Head, NoColumns, find_head, letters


def places(*names: str, **named: str) -> dict[str, tuple[int, ...]]:
    return dict(find_head([list(names)], named).places)


@pytest.mark.parametrize("name", COLUMNS)
def test_every_synonym_names_its_column_in_any_case(name: str):
    words = [word.strip() for word in SYNONYMS[name].split(";")]
    other = "Sentence" if name == "fact" else "Fact"
    assert [word for word in words if name not in places(other, f" {word.upper()}: ")] == []


def test_no_synonym_names_two_columns():
    words = [word.strip() for words in SYNONYMS.values() for word in words.split(";")]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Page or time", "page"),
        ("p.", "page"),
        ("Notes / comments", "notes"),
        ("Source(s)", "source"),
        ("Status (True/False)", "status"),
        ("Satz", "sentence"),
    ],
)
def test_headings_as_people_write_them(heading: str, name: str):
    assert places("Fact", heading)[name] == (1,)


def test_words_of_two_columns_name_neither():
    assert places("Fact", "Source or notes") == {"fact": (0,)}


def test_several_sources_and_notes_are_all_taken_and_the_plainest_status():
    found = places("Fact", "Source 1", "Status", "Source 2", "Verdict", "Notes", "Comment")
    assert found == {"fact": (0,), "source": (1, 3), "status": (4,), "notes": (5, 6)}


def test_a_name_that_was_given_comes_before_any_synonym():
    found = places("Claim", "What we look at", "Status", fact="what we  look AT")
    assert found == {"fact": (1,), "status": (2,)}


def test_the_names_may_stand_below_a_title():
    head = find_head(
        [["Fact sheet"], [], ["Desk", "Fact"], ["Fact", "Status", "Source"], ["It rose", "True"]]
    )
    assert (head.row, head.name(1), head.name(7)) == (4, "Status", "Column H")


@pytest.mark.parametrize(
    ("rows", "named", "sentence"),
    [
        (
            [["Status", "Source"], ["True", "x"]],
            {},
            "The first rows name no column “sentence” or “fact”. Name the columns, or say which is which.",
        ),
        (
            [],
            {},
            "The first rows name no column “sentence” or “fact”. Name the columns, or say which is which.",
        ),
        (
            [["Fact", "", "Status"]],
            {"source": "Where from"},
            "There is no column “Where from” in this sheet. Its columns are: Fact, Status.",
        ),
        (
            [["Fact"]],
            {"verdict": "Fact"},
            f"“verdict” is no column that facts have: {', '.join(COLUMNS)}.",
        ),
    ],
)
def test_refusals(rows: list[list[str]], named: dict[str, str], sentence: str):
    with pytest.raises(NoColumns) as refusal:
        find_head(rows, named)
    assert str(refusal.value) == sentence


def test_a_head_is_looked_for_in_the_first_rows_only():
    with pytest.raises(NoColumns):
        find_head([["x"]] * 20 + [["Fact"]])


def test_letters_of_columns():
    assert [letters(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_head_names_what_has_no_name():
    assert Head(1, ("Fact",), {}).name(1) == "Column B"
