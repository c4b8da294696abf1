"""Bad input through every door: a sentence and not one row more, or a document whose every quote stands where it says.

docs/bad-input.md is the same table in words; a test compares them.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client

from claims.errors import Incomplete
from claims.models import Claim, ClaimSpan, Document, User
from claims.text import extract, normalise
from claims.workflow import intake
from claims.workflow.reading import read_file, read_words
from tests.admin.conftest import errors_of

ROOT = Path(__file__).resolve().parents[2]
ADD = "/admin/claims/document/add/"
EMPTY = "This file is empty."
BLANK = "There is no text in this file, only blanks."
BINARY = "This is not a text file. Paste the text instead."
UNDECODABLE = "The characters of this file cannot be made out. Save it as UTF-8, or paste the text."
IMAGE = "Images hold no text to read. Add the text itself."
PACKED = "Compressed files hold no text to read. Add the text itself."
NO_TEXT = "This page has no text. Paste the text instead."
DAMAGED = "Some bytes are not valid UTF-8; they are shown as \ufffd."
DAMAGED_16 = "Some bytes are not valid UTF-16; they are shown as \ufffd."
GUESSED = "The encoding was not declared; it was taken for Windows-1251. Check accents and quotation marks."
WHOLE_PAGE = "No article was found on this page; the text of the whole page was taken."

NOT_A_PDF = "This file is called .pdf but is not a PDF. Save it anew, or paste the text."
OLD_OFFICE = "This is a file of an old Office program. Save it in a newer format, or paste the text."
EXCEL = "Excel files come in as fact sheets: “Bring a fact sheet in”. For a text, paste its words."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENGLISH = "The quay of Vessby cost 62 million crowns in 2025. It was opened on 3 March 2026.\n"
GERMAN = "Die Brücke über die Ahle kostete 40 Millionen Euro. Sie wurde im März eröffnet.\n"
RUSSIAN = "Мост через Вессу стоил 40 миллионов рублей. Его открыли в марте 2026 года.\n"
CUT = "Die Brücke über die Ahle kostete 40 Millionen €"
NOISE = random.Random(7).randbytes(20_000)


@dataclass(frozen=True)
class Case:
    """A file and what the person reads: the refusal; or, when it comes in, the warning ("" for none)."""

    name: str
    data: bytes
    says: str
    file: str = "article.txt"


REFUSED = [
    Case("an empty file", b"", EMPTY),
    Case("only blanks", b" \n\t\r\n" * 1000, BLANK),
    Case("only a byte order mark", b"\xef\xbb\xbf", BLANK),
    Case("only NUL", b"\x00" * 500, BINARY),
    Case("only lone surrogates", b"\xed\xa0\x80" * 50, BLANK),
    Case("text that is called .pdf", ENGLISH.encode(), NOT_A_PDF, "a.pdf"),
    Case("an old Office file", OLE + NOISE, OLD_OFFICE, "a.doc"),
    Case("an Excel file", b"PK\x03\x04" + NOISE + b"xl/workbook.xml", EXCEL, "a.xlsx"),
    Case("a zip", b"PK\x03\x04" + NOISE, "Zip files hold no text to read. Add the text itself.", "a.zip"),
    Case("a PNG", b"\x89PNG\r\n\x1a\n" + NOISE, IMAGE, "a.png"),
    Case("a PNG that is called .html", b"\x89PNG\r\n\x1a\n" + NOISE, IMAGE, "a.html"),
    Case("a gzip", b"\x1f\x8b\x08" + NOISE, PACKED, "a.gz"),
    Case("random bytes", NOISE, BINARY),
    Case("50 MB", b"word " * 10_000_000, "This file is 50 MB; the limit is 10 MB."),
    Case("UTF-16 without its mark, cut off", ENGLISH.encode("utf-16-le")[:-1], BINARY),
    Case("a UTF-16 mark before other bytes", b"\xff\xfe" + b"\x00\xd8" * 200, UNDECODABLE),
    Case(
        "a page of markup only", b"<html><body><div><p></p><img src=x></div></body></html>", NO_TEXT, "a.html"
    ),
    Case("a page of script only", b"<html><body><script>let a = 4</script></body></html>", NO_TEXT, "a.html"),
    Case("a page without a body", b"<html><head><title>Quay</title></head></html>", NO_TEXT, "a.html"),
    Case("Markdown with front matter only", b"---\ntitle: Quay\ndate: 2026-03-03\n---\n", BLANK, "a.md"),
    Case("Markdown with an open comment only", b"<!-- " * 40_000, BLANK, "a.md"),
]
ACCEPTED = [
    Case("UTF-8 with a few bad bytes", GERMAN.encode() * 9 + b"\xff\xfe\xc3(", DAMAGED),
    Case("UTF-8 cut inside its last letter", CUT.encode()[:-1], DAMAGED),
    Case("UTF-8 with lone surrogates", ENGLISH.encode() + b"\xed\xa0\x80 It cost 4. \xed\xbf\xbf", DAMAGED),
    Case("NUL between the words", b"The quay cost 62\x00 million. \x00It opened in 2026.", ""),
    Case("Windows-1251", (RUSSIAN * 9).encode("cp1251"), GUESSED),
    Case("UTF-16 with its mark", RUSSIAN.encode("utf-16"), ""),
    Case("UTF-16 with its mark, cut off", (ENGLISH * 9).encode("utf-16")[:-1], DAMAGED_16),
    Case("UTF-16 without its mark, not Latin", RUSSIAN.encode("utf-16-le"), ""),
    Case("UTF-16 without its mark, Latin", ENGLISH.encode("utf-16-le"), ""),
    Case("a page of loose words", ENGLISH.encode(), WHOLE_PAGE, "a.html"),
]
PAGE = "".join(f"<p>The quay number {i} of Vessby cost {i} million crowns.</p>" for i in range(9000))
LARGE = {
    "1 MB in one line of sentences": ("The quay cost 62 million crowns in 2025. " * 24_391, "a.txt"),
    "1 MB in one line without an end": ("the quay cost 62 million and " * 34_483, "a.txt"),
    "1 MB without a blank": ("a" * 1_000_000, "a.txt"),
    "20 000 sentences": ("".join(f"Quay {i} cost {i} million.\n" for i in range(20_000)), "a.txt"),
    "a page in one line": (f"<html><body><article>{PAGE}</article></body></html>", "a.html"),
}
# Each of these once took time by the square of its length somewhere, or would in a careless reader.
ENDLESS = ["“", "”", '"', "(", "[", "a,", "and", ".", "A.", "...", "it’s", "Holm said that"]
ENDLESS += ["<b", "<!--", "`a", "*a", "_a_", "- a\n"]


def names(cases: list[Case]) -> list[str]:
    return [case.name for case in cases]


def rows() -> dict[str, int]:
    """How many rows every table of the database has."""
    with connection.cursor() as cursor:
        counts = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT COUNT(*) FROM "{table}"')
            counts[table] = cursor.fetchone()[0]
    return counts


def assert_sound(document: Document) -> None:
    """Every quote, passage and sentence stands where it says, and no word is lost between sentences."""
    text, sentences = document.current_revision.text, document.current_revision.body.sentences
    claims = Claim.objects.filter(document=document).order_by("number")
    found = list(claims.values_list("number", "start", "end", "quote"))
    assert [number for number, *_ in found] == list(range(1, document.last_claim_number + 1))
    assert [quote for *_, quote in found] == [text[start:end] for _, start, end, _ in found]
    spans = ClaimSpan.objects.filter(claim__document=document).values_list("start", "end")
    assert all(0 <= start < end <= len(text) for start, end in spans)
    ends = [0, *(end for _, end in sentences)]
    starts = [*(start for start, _ in sentences), len(text)]
    assert "".join(text[end:start] for end, start in zip(ends, starts, strict=True)).strip() == ""
    assert text == normalise(text)
    assert len(found) >= len(sentences) == document.current_revision.sentence_count > 0


def bring_in(data: bytes | str, name: str, by: User) -> Document:
    incoming = read_words(data) if isinstance(data, str) else read_file(data, name=name)
    return intake.bring_in(incoming, by=by)


def text_or_refusal(data: bytes, name: str) -> str:
    """The text that comes in, else the sentence that refuses it."""
    try:
        return read_file(data, name=name).reading.text
    except Incomplete as refusal:
        return str(refusal)


# --- the verb ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", REFUSED, ids=names(REFUSED))
def test_the_verb_refuses_in_a_sentence_and_writes_nothing(case: Case, edith: User):
    before = rows()
    with pytest.raises(Incomplete, match="^" + re.escape(case.says) + "$"):
        bring_in(case.data, case.file, edith)
    assert rows() == before


@pytest.mark.parametrize("case", ACCEPTED, ids=names(ACCEPTED))
def test_the_verb_mends_and_warns(case: Case, edith: User):
    document = bring_in(case.data, case.file, edith)
    assert document.current_revision.warnings == ([case.says] if case.says else [])
    assert_sound(document)


@pytest.mark.parametrize("name", LARGE)
def test_large_input_comes_in_whole(name: str, edith: User):
    text, file = LARGE[name]
    document = bring_in(text.encode(), file, edith)
    assert_sound(document)
    if file == "a.txt":
        assert document.current_revision.text == text


@pytest.mark.parametrize("text", ["", " \n ", "\ud800\udfff\ud800", "\ufeff", "\u200b"])
def test_a_paste_without_words_is_refused(text: str, edith: User):
    before = rows()
    with pytest.raises(Incomplete) as refusal:
        bring_in(text, "", edith)
    assert str(refusal.value) == (BLANK if text.strip("\ufeff") else "This text is empty.")
    assert rows() == before


def test_a_paste_keeps_its_letters_beside_nul_and_surrogates(edith: User):
    document = bring_in("Größe 4\x00 cm.\ud800 Es kostete 5 €. \udfff", "", edith)
    assert document.current_revision.text == "Größe 4\ufffd cm.\ufffd Es kostete 5 €. \ufffd"
    assert_sound(document)


@pytest.mark.parametrize("piece", ENDLESS)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_endless_signs_are_read_in_linear_time(piece: str, name: str):
    """No clock: by the square of its length this would take minutes."""
    data = ((piece + " ") * (120_000 // (len(piece) + 1)) + "x").encode()
    text = text_or_refusal(data, name)
    assert text != ""
    found = extract(text)
    assert [each.quote for each in found.candidates] == [
        text[each.start : each.end] for each in found.candidates
    ]


# --- the command ------------------------------------------------------------------------------------------


def command(capsys: pytest.CaptureFixture[str], path: Path) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one import."""
    code = 0
    try:
        call_command("import_documents", str(path), "--by", "edith")
    except SystemExit as end:
        code = int(str(end.code))
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.mark.parametrize("case", REFUSED, ids=names(REFUSED))
def test_the_command_refuses_in_a_sentence_and_writes_nothing(
    case: Case, edith: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / case.file
    path.write_bytes(case.data)
    before = rows()
    assert command(capsys, path) == (1, "", f"{path}: {case.says}\n")
    assert rows() == before


@pytest.mark.parametrize("case", ACCEPTED, ids=names(ACCEPTED))
def test_the_command_mends_and_warns(
    case: Case, edith: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / case.file
    path.write_bytes(case.data)
    code, out, err = command(capsys, path)
    assert (code, err, out.count(case.says) > 0) == (0, "", True)
    assert_sound(Document.objects.get())


# --- admin ------------------------------------------------------------------------------------------------


@pytest.fixture
def upload(edith: User) -> Callable[[Case], object]:
    """An editor's browser that uploads a file in admin."""
    client = Client()
    client.force_login(edith)

    def send(case: Case) -> object:
        file = SimpleUploadedFile(case.file, case.data)
        return client.post(ADD, {"title": "", "kind": "article", "scale": 1, "text": "", "upload": file})

    return send


@pytest.mark.parametrize("case", REFUSED, ids=names(REFUSED))
def test_admin_refuses_in_a_sentence_and_writes_nothing(case: Case, upload: Callable):
    before = rows()
    page = upload(case)
    assert (page.status_code, errors_of(page)) == (200, [case.says])
    assert rows() == before


@pytest.mark.parametrize("case", ACCEPTED, ids=names(ACCEPTED))
def test_admin_mends_and_warns(case: Case, upload: Callable):
    assert upload(case).status_code == 302
    document = Document.objects.get()
    assert document.current_revision.warnings == ([case.says] if case.says else [])
    assert_sound(document)


# --- the words --------------------------------------------------------------------------------------------


def test_the_table_in_the_docs_says_the_same():
    lines = (ROOT / "docs/bad-input.md").read_text(encoding="utf-8").splitlines()
    said = [
        tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines if line.startswith("| ")
    ]
    table = {input_: what for input_, what, *_ in said}
    for case in REFUSED + ACCEPTED:
        assert table.get(case.name[0].upper() + case.name[1:]) == (case.says or "comes in without a word")
    assert {name[0].upper() + name[1:] for name in LARGE} <= set(table)
