"""Bring a fact sheet in: what the preview tells, what is stored, and that nothing typed is lost."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from claims.models import Assignment, Document, Review, User
from claims.workflow import keeping
from tests import factories
from tests.admin.conftest import errors_of, words_of

FACTS = "/admin/claims/document/facts/"
GOOD = "Sentence,Fact,Status,Source\nThe quay cost 62 million crowns.,,False,A book\n,Vessby has a quay,,\n"
BAD = GOOD + "It opened in March.,,maybe,\n"


NO_NAMES = "The first rows name no column “sentence” or “fact”. Name the columns, or say which is which."
NO_COLUMN = (
    "There is no column “Look at” in this fact sheet. Its columns are: Sentence, Fact, Status, Source."
)


def a_sheet(text: str = GOOD, name: str = "quay.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode(), "text/csv")


def typed(**more: Any) -> dict[str, Any]:
    """What stands in the form when an editor presses a button."""
    return {"title": "Quay", "source": "Coast Courier", "scale": 1, "columns": "", "statuses": "", **more}


def rows() -> dict[str, int]:
    """How many rows every table has, but for sessions."""
    models = [model for model in apps.get_models() if model._meta.label != "sessions.Session"]
    return {model._meta.label: model._default_manager.count() for model in models}


def token_of(page: Any) -> str:
    return str(page.context["adminform"].form["waiting"].value() or "")


@pytest.fixture
def editor(as_: Callable[[str], Client]) -> Client:
    return as_("edith")


def test_a_button_beside_add_leads_here(editor: Client):
    assert (
        f'<a href="{FACTS}">Bring a fact sheet in</a>'
        in editor.get("/admin/claims/document/").content.decode()
    )
    assert "Bring a fact sheet in" in words_of(editor.get(FACTS))


def test_preview_shows_each_row_and_stores_nothing(editor: Client, carl: User):
    before = rows()
    page = editor.post(FACTS, typed(sheet=a_sheet(), reviewer=carl.pk, preview="1"))
    assert rows() == before
    said = words_of(page)
    assert "2 claims. Read from quay.csv, 96 bytes. Nothing is stored yet." in said
    assert "Row 1 names the columns: Sentence, Fact, Status, Source." in said
    told = "2 The quay cost 62 million crowns. The quay cost 62 million crowns. False A book Claim, draft of Carl"
    assert told in said
    assert "3 The quay cost 62 million crowns. Vessby has a quay Claim, asked of Carl" in said


def test_the_preview_names_the_heading_row_and_each_cell_for_a_narrow_page(editor: Client):
    sheet = a_sheet("Line,Status,Claim to check\n1,to check,It rose.\n2,True,It fell.\n")
    page = editor.post(FACTS, typed(sheet=sheet, preview="1"))
    told = "Row 1 names the columns: Status, Claim to check → fact. In a note for editors: Line."
    assert told in words_of(page)
    html = page.content.decode()
    columns = re.findall(r'<th scope="col">(\w+)</th>', html)
    assert columns == ["Row", "Sentence", "Fact", "Status", "Sources", "Becomes"]
    assert re.findall(r'data-label="(\w+)"', html) == columns * 2


def test_everything_that_is_wrong_with_a_row_is_told(editor: Client):
    (error,) = errors_of(
        editor.post(FACTS, typed(sheet=a_sheet("Fact,Status,Reviewer\nIt rose.,maybe,Karl\n")))
    )
    assert re.findall("“[^”]+” is no[^.]+", error) == [
        "“maybe” is no verdict of the scale Rating",
        "“Karl” is not an active reviewer",
    ]


def test_then_it_comes_in(editor: Client, edith: User, carl: User):
    page = editor.post(FACTS, typed(sheet=a_sheet(), reviewer=carl.pk, preview="1"))
    answer = editor.post(FACTS, typed(waiting=token_of(page), reviewer=carl.pk))
    document = Document.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/documents/{document.pk}/")
    assert (document.title, document.source, document.added_by) == ("Quay", "Coast Courier", edith)
    assert (Assignment.objects.count(), Review.objects.count()) == (2, 1)
    messages = [str(message) for message in editor.get("/admin/").context["messages"]]
    assert messages == ["“Quay” was brought in. 2 claims."]
    assert default_storage.listdir(keeping.WAITING)[1] == []


def test_errors_are_told_by_row_and_the_others_can_come_in(editor: Client):
    page = editor.post(FACTS, typed(sheet=a_sheet(BAD)))
    (error,) = errors_of(page)
    assert error.startswith("Row 4: “maybe” is no verdict of the scale Rating.")
    said = words_of(page)
    assert "2 claims; 1 row cannot be brought in." in said
    assert 'name="keep_going" value="Bring in 2 claims, leave out 1 row"' in page.content.decode()
    assert Document.objects.count() == 0
    answer = editor.post(FACTS, typed(waiting=token_of(page), keep_going="1"))
    assert (answer.status_code, Document.objects.get().last_claim_number) == (302, 2)
    messages = [str(message) for message in editor.get("/admin/").context["messages"]]
    assert messages[0] == "“Quay” was brought in. 2 claims. 1 row was left out."
    assert len(messages) == 2  # a status that nobody answers for


def test_the_words_of_the_desk_can_be_added_after_the_preview(editor: Client):
    page = editor.post(FACTS, typed(sheet=a_sheet(BAD.replace("Fact", "Look at")), preview="1"))
    words = typed(waiting=token_of(page), columns="fact = look at\n", statuses="maybe = Unproven\n")
    assert editor.post(FACTS, words).status_code == 302
    assert Document.objects.get().last_claim_number == 3


def test_a_text_of_its_own_waits_with_the_sheet(editor: Client):
    text = SimpleUploadedFile("article.txt", b"Before.\n\nThe quay cost 62 million crowns.\n", "text/plain")
    page = editor.post(FACTS, typed(sheet=a_sheet(), text=text, preview="1"))
    editor.post(FACTS, typed(waiting=token_of(page)))
    assert Document.objects.get().current_revision.text == "Before.\n\nThe quay cost 62 million crowns.\n"


def test_the_same_text_is_offered_not_doubled(editor: Client, edith: User):
    first = factories.make_document(edith, "The quay cost 62 million crowns.", title="First")
    before = rows()
    page = editor.post(FACTS, typed(sheet=a_sheet(BAD), keep_going="1"))
    assert [twin.pk for twin in page.context["twins"]] == [first.pk]
    assert '<input type="hidden" name="keep_going" value="1">' in page.content.decode()
    assert rows() == before
    assert editor.post(FACTS, typed(waiting=token_of(page), keep_going="1", again="1")).status_code == 302
    assert Document.objects.count() == 2


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Choose the fact sheet."),
        ({"sheet": a_sheet("")}, "This file is empty."),
        ({"sheet": a_sheet("Status\nTrue\n")}, NO_NAMES),
        (
            {"sheet": a_sheet(), "statuses": "OK"},
            "Write “OK” as two words with = between them, such as OK = True.",
        ),
        ({"sheet": a_sheet(), "columns": "fact = Look at"}, NO_COLUMN),
        ({"sheet": a_sheet(), "text": a_sheet("", "a.txt")}, "This file is empty."),
        ({"waiting": "forged"}, keeping.GONE),
    ],
)
def test_bad_input_is_refused_in_one_sentence_and_nothing_is_lost(
    editor: Client, given: dict[str, Any], sentence: str
):
    for file in given.values():
        if isinstance(file, SimpleUploadedFile):
            file.seek(0)
    before = rows()
    page = editor.post(FACTS, typed(**given))
    assert (page.status_code, errors_of(page)) == (200, [sentence])
    assert page.context["adminform"].form["title"].value() == "Quay"
    assert rows() == before


def test_a_sheet_without_names_waits_until_the_columns_are_named(editor: Client):
    page = editor.post(FACTS, typed(sheet=a_sheet("Look at\nIt rose.\n")))
    assert len(errors_of(page)) == 1
    assert editor.post(FACTS, typed(waiting=token_of(page), columns="fact = Look at")).status_code == 302


def test_a_large_sheet_is_refused(editor: Client):
    page = editor.post(FACTS, typed(sheet=a_sheet("x" * 10_500_000)))
    assert errors_of(page) == ["This file is 10.5 MB; the limit is 10 MB."]


def test_only_editors_come_in(as_: Callable[[str], Client]):
    assert (
        as_("ada").get(FACTS).status_code == as_("ada").post(FACTS, typed(sheet=a_sheet())).status_code == 403
    )
    assert as_("carl").get(FACTS)["Location"].startswith("/admin/login/")


def test_the_page_needs_no_script_and_no_style_of_its_own(editor: Client):
    page = editor.post(FACTS, typed(sheet=a_sheet(BAD), preview="1")).content.decode()
    assert (" style=" in page, "<style" in page, "onclick" in page) == (False, False, False)
