"""Running heads, feet and page numbers are told from the text and from footnotes."""

import pytest

from claims.text.readers.pdf.furniture import without_furniture
from claims.text.readers.pdf.lines import RAISED, Line
from tests.text.readers.pdfs import line


def page(number: int, *edges: Line) -> list[Line]:
    return [*edges, line(f"Text of page {'abcdefgh'[number]} that differs", 400, page=number)]


def kept(pages: list[list[Line]]) -> list[str]:
    return [each.text for lines in without_furniture(pages, 10) for each in lines]


def test_what_repeats_at_the_edge_goes_whatever_its_numbers() -> None:
    pages = [
        page(n, line("The Gazette", 30, page=n), line(f"{n + 1} Harbour report", 815, page=n))
        for n in range(3)
    ]
    assert kept(pages) == [f"Text of page {letter} that differs" for letter in "abc"]


def test_left_and_right_pages_may_differ() -> None:
    pages = [page(n, line("The Gazette" if n % 2 else "Harbour", 30, page=n)) for n in range(4)]
    assert kept(pages) == [f"Text of page {letter} that differs" for letter in "abcd"]


@pytest.mark.parametrize(
    "other",
    [
        line("The Gazette", 300, page=1),
        line("The Gazette", 60, page=1),
        line("The Gazette", 30, size=13, page=1),
        line("The Journal", 30, page=1),
    ],
)
def test_what_stands_elsewhere_or_looks_otherwise_stays(other: Line) -> None:
    assert len(kept([page(0, line("The Gazette", 30)), page(1, other)])) == 4


def test_of_a_heading_that_repeats_the_first_stays() -> None:
    pages = [page(n, line("Harbour report", 60, size=14, page=n)) for n in range(3)]
    assert kept(pages).count("Harbour report") == 1


@pytest.mark.parametrize("text", ["1", "– 12 –", "Page 3", "Seite 3 von 7", "3/7", "iv", "стр. 4", "[5]"])
def test_a_page_number_goes(text: str) -> None:
    assert kept([page(0, line(text, 815))]) == ["Text of page a that differs"]


@pytest.mark.parametrize(
    "lonely", [line("1,200", 815), line("1", 500), line("12 ships", 815), line("12", 815, row=True)]
)
def test_what_only_looks_like_a_page_number_stays(lonely: Line) -> None:
    assert len(kept([page(0, lonely)])) == 2


def test_a_number_close_to_the_text_stays() -> None:
    assert kept([[line("The bill was", 800), line("12", 812)]]) == ["The bill was", "12"]


def test_a_stamp_across_the_pages_goes() -> None:
    pages = [page(n) for n in range(2)]
    for number, lines in enumerate(pages):
        stamp = line("DRAFT", 500, size=40, page=number)
        stamp.turn = 315
        lines.append(stamp)
    assert kept(pages) == [f"Text of page {letter} that differs" for letter in "ab"]


def test_a_file_of_nothing_but_repetition_stays_as_it_is() -> None:
    pages = [[line("The Gazette", 30, page=n)] for n in range(2)]
    assert kept(pages) == ["The Gazette", "The Gazette"]


def test_empty_pages_stay_empty() -> None:
    pages = [
        [],
        page(1, line("Harbour report", 60, size=14, page=1)),
        page(2, line("Harbour report", 60, size=14, page=2)),
    ]
    assert [len(lines) for lines in without_furniture(pages, 10)] == [0, 2, 1]


def noted(number: int, note: str, call: int = 1) -> list[Line]:
    called = line(f"Text of page {'abcdefgh'[number]}{RAISED.format(call)}", 400, page=number)
    return [called, line(note, 780, size=8, page=number)]


def test_footnotes_that_repeat_stay() -> None:
    pages = [[*noted(n, "1 See the annex."), line("Harbour report", 815, size=8, page=n)] for n in range(3)]
    assert kept(pages).count("1 See the annex.") == 3
    assert kept(pages).count("Harbour report") == 0


def test_footnotes_counted_through_that_repeat_stay() -> None:
    assert kept([noted(n, f"{n + 1} As above.", n + 1) for n in range(2)]).count("2 As above.") == 1


def test_a_foot_that_begins_with_the_number_of_its_page_is_no_footnote() -> None:
    pages = [noted(n, f"{n + 1} Harbour report") for n in range(3)]
    assert [text for text in kept(pages) if "report" in text] == []
