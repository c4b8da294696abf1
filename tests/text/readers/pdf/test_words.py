"""The words of a page and where they stand."""

import math

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from claims.text.readers.pdf.words import Word, page_words, turned
from tests.text.readers.pdfs import FONT, SIZE, pdf, spelled_pdf


def words_of(data: bytes) -> list[Word]:
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    words = page_words(page)
    page.close()
    document.close()
    return words


def texts(data: bytes) -> list[str]:
    return [word.text for word in words_of(data)]


def test_a_word_knows_its_place() -> None:
    first, second = words_of(pdf(lambda canvas: canvas.drawString(72, 700, "Good words")))
    assert (first.text, second.text, second.spaced) == ("Good", "words", True)
    assert first.left == pytest.approx(72, abs=0.1)
    assert second.right == pytest.approx(72 + Canvas("").stringWidth("Good words", FONT, SIZE), abs=0.1)
    assert first.base == second.base == pytest.approx(-700)


def test_bold_is_told_from_regular() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "regular")
        canvas.setFont("Helvetica-Bold", SIZE)
        canvas.drawString(172, 700, "bold")

    assert [word.bold for word in words_of(pdf(draw))] == [False, True]


@pytest.mark.parametrize("spacing", [0, 0.5, 1, 2])
def test_letters_that_stand_apart_are_one_word(spacing: float) -> None:
    data = pdf(
        lambda canvas: canvas.drawString(72, 700, "Responsibility irritates parliament", charSpace=spacing)
    )
    assert texts(data) == ["Responsibility", "irritates", "parliament"]


def test_a_small_sign_above_the_line_is_a_word_of_its_own_on_that_line() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "million")
        canvas.setFont(FONT, 6)
        canvas.drawString(72 + canvas.stringWidth("million", FONT, SIZE), 704, "1")
        canvas.setFont(FONT, SIZE)
        canvas.drawString(120, 700, "more")

    words = words_of(pdf(draw))
    assert [(word.text, word.raised) for word in words] == [("million", False), ("1", True), ("more", False)]
    assert len({word.base for word in words}) == 1


def signs(x: float, y: float, sign: str, after: float, end: float = 700) -> list[tuple[str, bool, bool]]:
    """A word, a small sign and another word, with what is known of the sign."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "water")
        canvas.setFont(FONT, 6)
        canvas.drawString(72 + canvas.stringWidth("water", FONT, SIZE) + x, y, sign)
        canvas.setFont(FONT, SIZE)
        canvas.drawString(after, end, "more")

    return [(word.text, word.raised, word.lowered) for word in words_of(pdf(draw))][1:-1]


def test_a_number_at_the_end_of_a_line_may_stand_off_its_word() -> None:
    assert signs(8, 704, "1", 72, 686) == [("1", True, False)]
    assert signs(8, 704, "x", 72, 686) == [("x", False, False)]
    assert signs(8, 704, "1", 140) == [("1", False, False)]


def test_a_small_sign_below_the_line_is_lowered() -> None:
    assert signs(0, 698, "2", 140) == [("2", False, True)]


@pytest.mark.parametrize(("angle", "turn"), [(0, 0), (90, 270), (180, 180), (270, 90), (45, 315)])
def test_turned_words_are_seen_as_their_reader_sees_them(angle: int, turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(300, 400)
        canvas.rotate(angle)
        canvas.drawString(0, 0, "One two")
        canvas.drawString(0, -12, "three")

    one, two, three = sorted(words_of(pdf(draw)), key=lambda word: (round(word.base), word.left))
    assert (one.text, two.text, three.text) == ("One", "two", "three")
    assert one.turn == turn
    assert one.base == pytest.approx(two.base)
    assert three.base - one.base == pytest.approx(12, abs=0.5)


def test_a_point_keeps_its_distance_when_it_is_turned() -> None:
    assert turned(3, 4, 0) == (3, -4)
    assert math.dist((0, 0), turned(3, 4, 33)) == pytest.approx(5)
    assert turned(1, 0, 90) == pytest.approx((0, -1))


def test_right_to_left_letters_come_in_the_order_in_which_they_are_read() -> None:
    # “in 2019” in Hebrew, as it is drawn: the first letter is rightmost, the number runs from left to right.
    data = spelled_pdf("תנשב2019", b"BT /F2 12 Tf 72 700 Td (EFGH) Tj 40 0 Td (ABCD) Tj ET")
    assert sorted(texts(data)) == ["2019", "בשנת"]


def test_letters_drawn_in_reading_order_from_the_right_are_not_turned_round() -> None:
    data = spelled_pdf(
        "בשנת", b"BT /F2 12 Tf 108 700 Td (A) Tj -7.2 0 Td (B) Tj -7.2 0 Td (C) Tj -7.2 0 Td (D) Tj ET"
    )
    assert texts(data) == ["בשנת"]


def test_hyphens_bullets_and_private_signs() -> None:
    data = spelled_pdf(
        "a\u2010b\uf0b7\ue123c", b"BT /F2 12 Tf 72 700 Td (ABC) Tj 60 0 Td (D) Tj 60 0 Td (EF) Tj ET"
    )
    assert texts(data) == ["a-b", "•", "c"]
