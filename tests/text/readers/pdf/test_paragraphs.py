"""Lines become paragraphs."""

import pytest

from claims.text.readers.pdf.lines import Line
from claims.text.readers.pdf.paragraphs import to_text
from tests.text.readers.pdfs import line

FULL = [
    "The council of Keldmark voted on Tue",
    "to rebuild the harbour of the town a",
    "and to borrow the money from a bank.",
]


def lines(
    *texts: str, y: float = 100, x: float = 72, step: float = 12, page: int = 0, region: int = 0
) -> list[Line]:
    return [line(text, y + n * step, x=x, page=page, region=region) for n, text in enumerate(texts)]


def test_lines_of_a_block_are_one_paragraph() -> None:
    assert to_text(lines(*FULL), 10) == " ".join(FULL)


def test_a_wider_gap_ends_a_paragraph() -> None:
    assert to_text(lines(*FULL) + lines(*FULL, y=146), 10) == f"{' '.join(FULL)}\n\n{' '.join(FULL)}"


def test_an_indent_begins_a_paragraph() -> None:
    second = line("Mayor Tom Aldis said to the press", 136, x=84)
    assert to_text([*lines(*FULL), second, *lines(*FULL, y=148)], 10) == "\n\n".join(
        [" ".join(FULL), f"{second.text} {' '.join(FULL)}"]
    )


def test_a_line_that_ends_early_ends_a_paragraph() -> None:
    assert to_text(lines(*FULL, "It is so.", *FULL), 10) == f"{' '.join(FULL)} It is so.\n\n{' '.join(FULL)}"


def test_double_spacing_makes_no_paragraphs() -> None:
    assert to_text(lines(*FULL, *FULL, *FULL, step=28), 10) == " ".join(FULL * 3)


def test_lines_of_an_address_stand_under_one_another() -> None:
    address = ["Port Authority", "12 Quay Street", "Keldmark"]
    assert to_text(lines(*address) + lines(*FULL, y=160), 10) == "\n".join(address) + "\n\n" + " ".join(FULL)


def test_lines_with_labels_stand_under_one_another() -> None:
    assert to_text(lines("Date: 3 March", "Place: the port"), 10) == "Date: 3 March\nPlace: the port"


def test_a_sentence_goes_on_over_a_gap() -> None:
    found = lines(*FULL[:2]) + lines("of the north for thirty years, says", "the mayor.", y=140)
    assert to_text(found, 10).count("\n") == 0


def test_a_heading_of_two_lines_is_one_paragraph() -> None:
    heading = [line("Harbour to be", 60, size=20), line("rebuilt", 82, size=20)]
    assert to_text(heading + lines(*FULL, y=120), 10) == f"Harbour to be rebuilt\n\n{' '.join(FULL)}"


@pytest.mark.parametrize(("page", "region"), [(0, 1), (1, 0)])
def test_a_sentence_goes_on_in_the_next_column_or_page(page: int, region: int) -> None:
    rest = lines("of the north for thirty years, says", "the mayor.", y=60, page=page, region=region)
    assert to_text([*lines(*FULL[:2], "and to borrow the money from the ba-"), *rest], 10).count("\n") == 0


@pytest.mark.parametrize(
    "start", ["Mayor Tom Aldis said to the press a", "- a list of things that were said by"]
)
def test_a_new_sentence_after_the_end_of_a_column_is_a_new_paragraph(start: str) -> None:
    assert to_text([*lines(*FULL), *lines(start, "mayor.", y=60, region=1)], 10).count("\n\n") == 1


def test_a_caption_between_two_parts_comes_after_the_paragraph() -> None:
    caption = line("Photo: Ada Holm", 60, size=8, region=1)
    rest = lines("and to build a new quay for the ships", "of the north.", y=90, region=1)
    assert to_text([*lines(*FULL[:2]), caption, *rest], 10) == " ".join(
        [*FULL[:2], "and to build a new quay for the ships of the north.\n\nPhoto: Ada Holm"]
    )


@pytest.mark.parametrize(
    ("signs", "shown"),
    [
        (("• ", "• ", "• "), ("- ", "- ", "- ")),
        (("– ", "– ", "– "), ("- ", "- ", "- ")),
        (("1. ", "2. ", "3. "), ("1. ", "2. ", "3. ")),
        (("a) ", "b) ", "c) "), ("a) ", "b) ", "c) ")),
    ],
)
def test_items_of_a_list_are_lines(signs: tuple[str, ...], shown: tuple[str, ...]) -> None:
    items = [
        "the mayor was ill for a long time an",
        "the budget was exceeded by the town a",
        "nobody told it",
    ]
    found = [line(sign + item, 100 + 12 * n) for n, (sign, item) in enumerate(zip(signs, items, strict=True))]
    assert to_text(found, 10) == "\n".join(sign + item for sign, item in zip(shown, items, strict=True))


def test_an_item_of_two_lines_hangs() -> None:
    found = [
        line("• the mayor was ill for a long time a", 100),
        line("the town knew", 112, x=84),
        line("• nobody spoke", 124),
    ]
    assert to_text(found, 10) == "- the mayor was ill for a long time a the town knew\n- nobody spoke"


def test_a_line_that_begins_with_a_number_is_no_item() -> None:
    found = lines(
        "The council met in the great hall on", "12. March was a cold and stormy day a", "it ended."
    )
    assert to_text(found, 10).count("\n") == 0


def test_rows_of_a_table_are_lines() -> None:
    rows = [line("Ships | 34", 100, row=True), line("Workers | 340", 112, row=True)]
    assert to_text([*rows, *lines(*FULL, y=124)], 10) == f"Ships | 34\nWorkers | 340\n\n{' '.join(FULL)}"


def test_nothing_gives_nothing() -> None:
    assert to_text([], 10) == ""
