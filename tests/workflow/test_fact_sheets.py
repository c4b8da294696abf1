"""A fact sheet is planned: what each row becomes at this desk, and what is wrong with the others. Nothing is stored."""

import io
from dataclasses import replace

import pytest
from openpyxl import Workbook

from claims.errors import Incomplete
from claims.lifecycle import Role
from claims.models import Document, Scale, User
from claims.workflow import fact_sheets
from claims.workflow.fact_sheets import FactSheet, pairs, plan, read_sheet
from claims.workflow.intake import Particulars
from claims.workflow.reading import read_words
from tests import factories

LABELS = (
    "True, Mostly true, Half true, Mostly false, False, Missing context, Misleading, Unproven, Outdated, "
    "Satire, Opinion"
)


def sheet_of(*rows: str, **more: object) -> FactSheet:
    return read_sheet("\n".join(rows).encode(), name="harbour facts.csv", **more)


def sentence_of(sheet: FactSheet, **more: object) -> str:
    with pytest.raises(Incomplete) as refusal:
        plan(sheet, **more)
    return str(refusal.value)


@pytest.mark.django_db
def test_the_text_is_made_of_the_sentences():
    planned = plan(sheet_of("Sentence,Fact", "It rose.,a", ",b", "It fell.,c"))
    assert planned.reading.text == "It rose.\n\nIt fell."
    assert (planned.reading.title, planned.reading.reader) == ("", "facts 2")
    assert [(row.fact.row, row.fact.text, row.span) for row in planned.rows] == [
        (2, "a", (0, 8)),
        (3, "b", (0, 8)),
        (4, "c", (10, 18)),
    ]


@pytest.mark.django_db
def test_with_a_text_each_sentence_must_stand_in_it_once():
    text = read_words("It rose. It rose a little. It “fell”. It fell – twice. It fell – twice.")
    rows = ("Sentence,Fact", '"It ""fell"".",a', "It sank.,b", "It fell - twice.,c", ",d")
    planned = plan(sheet_of(*rows, text=text))
    assert [(row.fact.row, text.reading.text[slice(*row.span)]) for row in planned.rows] == [
        (2, "It “fell”.")
    ]
    assert [str(error) for error in planned.errors] == [
        "Row 3: This sentence does not stand in the text.",
        "Row 4: This sentence stands in the text more than once; add the words around it.",
        "Row 5: This sentence stands in the text more than once; add the words around it.",
    ]


@pytest.mark.django_db
def test_words_of_the_desk_for_verdicts():
    rows = ("Fact,Status", "a,TRUE", "b,To check", "c,OK", "d,Nope", "e,mostly  FALSE", "f,later")
    planned = plan(sheet_of(*rows, statuses={"ok": "True", "Later": "to check"}))
    assert [(row.fact.text, str(row.verdict)) for row in planned.rows] == [
        ("a", "True"),
        ("b", "None"),
        ("c", "True"),
        ("e", "Mostly false"),
        ("f", "None"),
    ]
    assert [str(error) for error in planned.errors] == [
        f"Row 5: “Nope” is no verdict of the scale Rating. Use one of: {LABELS}; or say which of them it means."
    ]
    said = sentence_of(sheet_of("Fact", "a", statuses={"OK": "Right"}))
    assert said == f"The scale Rating has no verdict “Right”. Its verdicts are: {LABELS}."


@pytest.mark.django_db
def test_the_scale_decides_what_a_verdict_is():
    about = Particulars(scale=Scale.objects.get(name="Before publication"))
    planned = plan(sheet_of("Fact,Status", "a,Wrong", "b,True"), about=about)
    assert ([str(row.verdict) for row in planned.rows], [error.row for error in planned.errors]) == (
        ["Wrong"],
        [3],
    )


@pytest.mark.django_db
def test_reviewers_by_user_name_or_display_name(cast: dict[str, User]):
    factories.make_user("carla", Role.REVIEWER, display_name="Clara")
    rows = ("Fact,Checked by", "a,CARL", "b,Rolf", "c,", "d,Edith", "e,clara", "f,dora")
    planned = plan(sheet_of(*rows), reviewer=cast["rolf"])
    assert [(row.fact.text, row.reviewer.username) for row in planned.rows if row.reviewer] == [
        ("a", "carl"),
        ("b", "rolf"),
        ("c", "rolf"),
        ("e", "clara"),  # a user name comes before a display name
    ]
    assert [str(error) for error in planned.errors] == [
        f"Row {row}: “{name}” is not an active reviewer. Write a user name: carl, carla, clara, rolf."
        for row, name in ((5, "Edith"), (7, "dora"))
    ]


@pytest.mark.django_db
def test_everything_that_is_wrong_with_a_row_is_said(carl: User):
    text = read_words("It rose.")
    planned = plan(
        sheet_of("Sentence,Status,Reviewer,Kind", "It sank.,maybe,Karl,guesswork", "It rose.", text=text)
    )
    (error,) = planned.errors
    assert (error.row, [row.fact.row for row in planned.rows]) == (2, [3])
    assert error.sentence == (
        "“guesswork” is no kind of claim. Use one of: statistic, event, quotation, attribution, definition, "
        "prediction, opinion, other; or leave the cell empty. "
        f"“maybe” is no verdict of the scale Rating. Use one of: {LABELS}; or say which of them it means. "
        "“Karl” is not an active reviewer. Write a user name: carl, clara, rolf. "
        "This sentence does not stand in the text."
    )


@pytest.mark.django_db
def test_of_a_broken_row_only_that_is_said():
    sheet = sheet_of("Fact,Status", "It rose.,#REF!", "It fell.,")
    broken = replace(sheet, table=replace(sheet.table, broken={2: "Cell B2 shows an error (#REF!)."}))
    assert [str(error) for error in plan(broken).errors] == ["Row 2: Cell B2 shows an error (#REF!)."]


@pytest.mark.django_db
def test_rows_passed_over_above_the_names_are_told():
    planned = plan(sheet_of("Desk,Ports,", "Fact,Status,Source", "It rose.,,"))
    assert planned.warnings == ("Row 1 stands above the names of the columns and was passed over.",)
    assert planned.head.row == 2


@pytest.mark.django_db
def test_a_sheet_without_a_good_row_is_called_like_its_file():
    assert plan(sheet_of("Fact,Status", "It rose.,maybe")).reading.title == "harbour facts"


@pytest.mark.django_db
def test_two_reviewers_of_one_name_are_told_apart(cast: dict[str, User]):
    factories.make_user("carl2", Role.REVIEWER, display_name="C. Berg")
    factories.make_user("carl3", Role.REVIEWER, display_name="C. Berg")
    planned = plan(sheet_of("Fact,Reviewer", "a,c. berg"))
    assert [str(error) for error in planned.errors] == [
        "Row 2: “c. berg” is the name of more than one reviewer. Write the user name: carl2, carl3."
    ]


@pytest.mark.django_db
def test_who_may_not_review(cast: dict[str, User]):
    sheet = sheet_of("Fact,Reviewer", "a,carl")
    planned = plan(sheet, about=Particulars(writer=cast["carl"]))
    assert [str(error) for error in planned.errors] == ["Row 2: Carl wrote this text and cannot review it."]
    assert sentence_of(sheet, reviewer=cast["edith"]).startswith("“Edith” is not an active reviewer.")


@pytest.mark.django_db
def test_what_nobody_answers_for_is_counted(carl: User):
    rows = ("Fact,Status,Source,Reviewer", "a,True,,", "b,,A book,", "c,,,", "d,True,,carl")
    assert plan(sheet_of(*rows)).warnings == (fact_sheets.SEVERAL_WITHOUT.format(2),)
    assert plan(sheet_of(*rows[:2])).warnings == (fact_sheets.WITHOUT_REVIEWER.format("Row 2"),)
    assert plan(sheet_of(*rows), reviewer=carl).warnings == ()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            ("Status", "True"),
            "The first rows name no column “sentence” or “fact”. Name the columns, or say which is which.",
        ),
        (("Fact",), "There is no fact in this fact sheet below the names of its columns."),
    ],
)
def test_a_sheet_that_cannot_be_planned(rows: tuple[str, ...], sentence: str):
    assert sentence_of(sheet_of(*rows)) == sentence


def test_a_workbook_is_read_in_a_child_process():
    book, file = Workbook(), io.BytesIO()
    for row in (["Fact", "Status"], ["It rose.", True], ["#REF!"]):
        book.active.append(row)
    book.create_sheet("Legend")
    book.save(file)
    sheet = read_sheet(file.getvalue(), name="facts.xlsx")
    assert (sheet.table.rows, list(sheet.table.broken)) == (
        [["Fact", "Status"], ["It rose.", "TRUE"], ["#REF!"]],
        [3],
    )
    assert sheet.table.warnings == ("Only the tab “Sheet” was read; the workbook also has: Legend.",)
    assert (sheet.origin.ending, sheet.reader.startswith("facts 2, openpyxl 3.")) == ("xlsx", True)
    with pytest.raises(Incomplete, match="There is nothing in this fact sheet"):
        read_sheet(file.getvalue(), page="legend")


def test_refusals_stand_at_the_sheet():
    with pytest.raises(Incomplete) as refusal:
        read_sheet(b"")
    assert refusal.value.fields == {"sheet": "This file is empty."}


def test_pairs():
    assert pairs(["OK = True", "fact=a=b"], "") == {"OK": "True", "fact": "a=b"}
    with pytest.raises(Incomplete) as refusal:
        pairs(["OK"], "OK = True")
    assert str(refusal.value) == "Write “OK” as two words with = between them, such as OK = True."


@pytest.mark.django_db
def test_a_sheet_waits_for_its_preview_for_one_person_only(edith: User, elias: User):
    sheet = sheet_of("Fact", "It rose.", text=read_words("It rose."))
    token = fact_sheets.set_aside(sheet, by=edith)
    origin, text = fact_sheets.take_up(token, by=edith)
    assert (origin, text.reading.text) == (sheet.origin, "It rose.")
    assert fact_sheets.take_up(fact_sheets.set_aside(sheet_of("Fact", "x"), by=edith), by=edith)[1] is None
    for by, gone in ((elias, token), (edith, "")):
        with pytest.raises(Incomplete, match="more than a day old"):
            fact_sheets.take_up(gone, by=by)
    fact_sheets.forget(token, by=edith)
    with pytest.raises(Incomplete, match="more than a day old"):
        fact_sheets.take_up(token, by=edith)
    assert Document.objects.count() == 0
