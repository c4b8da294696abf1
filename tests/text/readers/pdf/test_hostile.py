"""PDFs made to hurt: each is read or refused with a sentence, in the process of the test, which must live on.

Time and memory are limited by the sandbox around the reader; what is here ends by itself.
"""

import random
import zlib

import pytest

from claims.text.readers.pdf import BLANK, DAMAGED, read_pdf
from claims.text.readers.reading import Unreadable
from tests.text.readers.pdfs import page_pdf, raw_pdf, stream

GOOD = b"BT /F1 12 Tf 72 700 Td (Good words.) Tj ET "
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def draws_itself() -> bytes:
    fonts = b"/Font<</F1 5 0 R>>/XObject<</X 6 0 R>>"
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<%s>>" % fonts
    return page_pdf(GOOD + b"/X Do", fonts, b"[0 0 595 842]", stream(b"/X Do", form))


def previous_table_is_itself() -> bytes:
    data = page_pdf(GOOD)
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % data.rindex(b"xref\n0"))


def table_at(place: bytes) -> bytes:
    data = page_pdf(GOOD)
    return data[: data.rindex(b"startxref")] + b"startxref\n" + place + b"\n%%EOF"


def inflating(size: int) -> bytes:
    """A content of so many bytes, nearly all of them blanks, that are packed to a thousandth."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(size // 1_000_000)) + packer.compress(
        GOOD
    )
    packed += packer.flush()
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    content = b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(packed), packed)
    return raw_pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content, HELVETICA)


def scattered(count: int) -> bytes:
    places = (
        b"BT /F1 2 Tf %d %d Td (w) Tj ET\n" % (20 + n * 37 % 550, 20 + n * 13 % 800) for n in range(count)
    )
    return page_pdf(b"".join(places), packed=True)


READ = {
    "a table of places that names itself": previous_table_is_itself(),
    "a table of places beyond the end": table_at(b"99999999999"),
    "a table of places before the start": table_at(b"-5"),
    "a drawing that draws itself": draws_itself(),
    "a page without end": page_pdf(GOOD, box=b"[-1e30 -1e30 1e30 1e30]"),
    "a page without size": page_pdf(GOOD, box=b"[0 0 0 0]"),
    "letters without end": page_pdf(b"BT /F1 1e38 Tf 1e38 1e38 1e38 1e38 1e38 1e38 Tm (Far) Tj ET " + GOOD),
    "arrays in arrays": page_pdf(GOOD + b"[" * 100_000 + b"]" * 100_000 + b" TJ"),
    "states in states": page_pdf(b"q " * 100_000 + GOOD),
    "a content of 50 MB in 50 kB": inflating(50_000_000),
    "the same words 20,000 times": page_pdf(GOOD * 20_000, packed=True),
}
REFUSED = {
    "a page tree that is its own branch": (
        raw_pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"),
        DAMAGED,
    ),
    "page trees that hold each other": (
        raw_pdf(
            CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 9>>", b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>"
        ),
        DAMAGED,
    ),
    "two thousand million pages, of which there is one": (
        raw_pdf(
            CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", b"<</Type/Page/MediaBox[0 0 9 9]>>"
        ),
        BLANK,
    ),
    "arrays in the catalog": (
        raw_pdf(b"<</Type/Catalog/X" + b"[" * 100_000 + b"]" * 100_000 + b">>"),
        DAMAGED,
    ),
    "a file cut in the middle": (page_pdf(GOOD)[:300], DAMAGED),
    "a mark and garbage": (b"%PDF-1.7\n" + random.Random(1).randbytes(100_000), DAMAGED),
}


@pytest.mark.parametrize("data", READ.values(), ids=READ)
def test_it_is_read_for_what_it_holds(data: bytes) -> None:
    assert read_pdf(data).text == "Good words."


@pytest.mark.parametrize(("data", "sentence"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_pdf(data)
    assert str(refusal.value) == sentence


def test_letters_scattered_over_the_page_are_all_there() -> None:
    """They stand at 8,800 places; what is printed twice at one place is there once."""
    assert read_pdf(scattered(20_000)).text.count("w") == 8_800


def test_a_word_of_a_million_letters_ends_at_the_edge_of_the_page() -> None:
    text = read_pdf(page_pdf(b"BT /F1 1 Tf 10 700 Td (" + b"x" * 1_000_000 + b") Tj ET", packed=True)).text
    assert set(text) == {"x"}
    assert len(text) == 1170
