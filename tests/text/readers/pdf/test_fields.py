"""Values of form fields stand where the fields are."""

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from claims.text.readers.pdf import read_pdf
from claims.text.readers.pdf.fields import field_words
from tests.text.readers.pdfs import pdf


def form(canvas: Canvas) -> None:
    canvas.drawString(72, 700, "Name:")
    canvas.acroForm.textfield(name="name", x=110, y=694, width=200, height=18, value="Liv Berg")
    canvas.drawString(72, 660, "Town:")
    canvas.acroForm.choice(
        name="town", x=110, y=654, width=200, height=18, value="Keldmark", options=["Keldmark", "Aller"]
    )
    canvas.drawString(72, 620, "Press:")
    canvas.acroForm.checkbox(name="press", x=110, y=614, checked=True)


def test_values_stand_beside_their_labels() -> None:
    assert read_pdf(pdf(form)).text == "Name: Liv Berg\n\nTown: Keldmark\n\nPress:"


def test_words_are_placed_in_their_field() -> None:
    document = pypdfium2.PdfDocument(pdf(form))
    document.init_forms()
    page = document[0]
    first, second, third = field_words(page)
    assert (first.text, second.text, third.text) == ("Liv", "Berg", "Keldmark")
    assert 110 <= first.left < first.right < second.left
    assert -712 <= first.base == second.base <= -694
    page.close()
    document.close()


def test_a_page_without_a_form_has_none() -> None:
    document = pypdfium2.PdfDocument(pdf(lambda canvas: canvas.drawString(72, 700, "Good words")))
    assert field_words(document[0]) == []
    document.close()
