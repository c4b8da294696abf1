"""The row that names the columns: which one it is, what it says, and that no fact above it is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text.facts.columns import COLUMNS
from claims.text.facts.heading import NO_HEAD, Head, NoColumns, find_head, letters

DATA = ["1", "to check", "The quay cost 62 million.", "x"]


def places(*names: str, **named: str) -> dict[str, tuple[int, ...]]:
    return dict(find_head([list(names)], named).places)


def refusal_of(rows: list[list[str]], **named: str) -> str:
    with pytest.raises(NoColumns) as refusal:
        find_head(rows, named)
    return str(refusal.value)


def test_words_of_two_columns_name_neither():
    assert places("Fact", "Source or notes") == {"fact": (0,)}


def test_several_sources_and_notes_are_all_taken_and_the_plainest_status():
    found = places("Fact", "Source 1", "Status", "Source 2", "Verdict", "Notes", "Comment")
    assert found == {"fact": (0,), "source": (1, 3), "status": (4,), "notes": (5, 6)}


def test_a_name_that_was_given_comes_before_any_synonym():
    found = places("Claim", "What we look at", "Status", fact="what we  look AT")
    assert found == {"fact": (1,), "status": (2,)}


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["Line", "Status", "Claim to check", "Comment"], {"status": (1,), "fact": (2,), "notes": (3,)}),
        (["Comment", "Status", "Fact to verify"], {"notes": (0,), "status": (1,), "fact": (2,)}),
        (["Aussage im Artikel", "Zu prüfen", "Status"], {"sentence": (0,), "fact": (1,), "status": (2,)}),
        (["To check", "Result"], {"fact": (0,), "status": (1,)}),
    ],
)
def test_a_row_of_data_with_a_word_for_not_checked_is_never_the_head(
    names: list[str], found: dict[str, tuple[int, ...]]
):
    data = DATA[: len(names)]
    head = find_head([names, data, data])
    assert (head.row, head.places, head.passed) == (1, found, ())


def test_words_for_not_checked_and_loose_headings_need_a_known_one_beside_them():
    for names in (["To check"], ["Claim to check"], DATA, ["What we look at", "To check", "Claim of hers"]):
        assert refusal_of([names, DATA]) == NO_HEAD


def test_the_names_may_stand_below_a_title():
    rows = [["Fact sheet"], [], ["Desk", "Ports"], ["Fact", "Status", "Source"], ["It rose", "True"]]
    head = find_head(rows)
    assert (head.row, head.name(1), head.name(7), head.passed) == (4, "Status", "Column H", (3,))
    assert head.warnings() == ("Row 3 stands above the names of the columns and was passed over.",)


def test_the_row_with_most_names_is_taken_and_of_two_the_first():
    names = ["Sentence", "Fact", "Status", "Source"]
    groups = ["Text", "", "Check", "Notes"]
    head = find_head([["Desk", "", "", "Ports"], groups, names, ["It rose", "a"], names])
    assert (head.row, head.passed) == (3, (1, 2))
    assert head.warnings() == ("Rows 1 and 2 stand above the names of the columns and were passed over.",)
    assert find_head([names, ["Fact", "Claim"], names]).row == 1


def test_a_row_of_data_below_a_head_is_none_however_full_it_is():
    wide = ["text", "claim", "true", "link"]
    assert find_head([["Sentence", "Fact"], ["It rose.", "a"], wide]).row == 1
    assert find_head([["Sentence", "Fact"], ["It rose."], wide]).row == 1


def test_titles_that_look_like_heads_stand_above_the_real_one():
    head = find_head([["Claims"], ["12 March"], ["Sentence", "Fact", "Status"], ["It rose.", "a"]])
    assert (head.row, head.passed) == (3, (2,))


def test_below_a_row_as_full_as_itself_a_head_is_refused():
    rows = [["What we look at", "Result"], ["It rose.", "true"], ["Claim", "Note"]]
    assert refusal_of([["Looked at", "Outcome"], *rows[1:]]) == (
        "Row 3 seems to name the columns, but row 1 above it has as many cells. If that row names them, say which "
        "column is which; if not, delete it or move it down."
    )
    assert find_head(rows, {"fact": "What we look at"}).row == 1


def test_a_row_with_a_long_sentence_is_no_head_but_words_in_brackets_are_no_sentence():
    assert refusal_of([["Fact", "x" * 81]]) == NO_HEAD
    assert places("Fact", f"Status (one of {'True, ' * 30})") == {"fact": (0,), "status": (1,)}
    assert places("Source", "x" * 81, fact="X" * 81) == {"source": (0,), "fact": (1,)}


def test_it_tells_which_column_became_what():
    assert find_head([["Status", "Claim to check", "Comment"]]).told() == (
        "Row 1 names the columns: Status, Claim to check → fact, Comment → notes."
    )
    assert find_head([["Line", "Page\nor time", "", "FACT", "Desk"]]).told() == (
        "Row 1 names the columns: Page or time → page, FACT. In a note for editors: Line, Desk."
    )


@pytest.mark.parametrize(
    ("rows", "named", "sentence"),
    [
        ([["Status", "Source"], ["True", "x"]], {}, NO_HEAD),
        ([], {}, NO_HEAD),
        (
            [["Fact", "", "Status"]],
            {"source": "Where from"},
            "There is no column “Where from” in this fact sheet. Its columns are: Fact, Status.",
        ),
        ([["Fact"]], {"verdict": "Fact"}, f"“verdict” is no column that facts have: {', '.join(COLUMNS)}."),
    ],
)
def test_refusals(rows: list[list[str]], named: dict[str, str], sentence: str):
    assert refusal_of(rows, **named) == sentence


def test_a_head_is_looked_for_in_the_first_rows_only():
    assert refusal_of([["x"]] * 20 + [["Fact", "Status"]]) == NO_HEAD


def test_letters_of_columns():
    assert [letters(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_head_names_what_has_no_name():
    assert Head(1, ("Fact",), {}).name(1) == "Column B"


CELLS = st.sampled_from(
    [
        "",
        "1",
        "x",
        "to check",
        "open",
        "True",
        "It is 40 m.",
        "Fact",
        "Claim to check",
        "Status",
        "Comment",
        "Text",
    ]
)


@settings(deadline=None, max_examples=400)
@given(st.lists(st.lists(CELLS, max_size=5), max_size=8))
def test_nothing_full_above_a_head_is_passed_over_without_a_word(rows: list[list[str]]):
    try:
        head = find_head(rows)
    except NoColumns:
        return
    cells = [sum(map(bool, row)) for row in rows]
    assert [number for number in range(1, head.row) if cells[number - 1] >= cells[head.row - 1]] == []
    assert [
        number for number in range(1, head.row) if cells[number - 1] > 1 and number not in head.passed
    ] == []
    assert len(head.warnings()) == bool(head.passed)
    assert {"sentence", "fact"} & set(head.places) != set()
