"""What a row becomes before it is stored: what rows share is made once, sources bear on the claim as they say."""

import pytest

from claims.models import Claim, Document, Revision, User
from claims.text import extract
from claims.workflow.fact_rows import Row, rows_of, stance_of
from claims.workflow.fact_sheets import plan, read_sheet
from tests import factories

SENTENCE = "The quay of Vessby cost 62 million crowns."
SHEET = f"Sentence,Fact,Status,Source\n{SENTENCE},Much was paid,False,A book\n,Vessby has a quay,,\n"


@pytest.fixture
def rows(edith: User, carl: User) -> list[Row]:
    """Two rows on one sentence, both asked of carl."""
    planned = plan(read_sheet(SHEET.encode()), reviewer=carl)
    return rows_of(planned, SENTENCE, extract(SENTENCE), due_at=None, by=edith)


def test_everything_is_made_and_nothing_is_stored(rows: list[Row]):
    assert [(row.claim.number, row.claim.text, row.claim.status) for row in rows] == [
        (1, "Much was paid", "in_review"),
        (2, "Vessby has a quay", "assigned"),
    ]
    assert [(len(row.evidence), row.review is not None) for row in rows] == [(1, True), (0, False)]
    assert (Claim.objects.count(), Document.objects.count()) == (0, 0)


def test_rows_on_one_sentence_share_their_quote(rows: list[Row]):
    first, second = rows
    assert first.quote == SENTENCE
    assert first.quote is second.quote
    assert first.claim.search_text == "much was paid the quay of vessby cost 62 million crowns"


def test_the_stored_revision_takes_the_place_of_the_one_made_on(rows: list[Row]):
    revision = Revision(document=Document(title="Quay"))
    row = rows[0]
    row.belong_to(revision)
    assert row.review is not None
    assert [row.claim.document, row.claim.revision, row.passage.revision, row.review.revision] == [
        revision.document,
        revision,
        revision,
        revision,
    ]


@pytest.mark.parametrize(
    ("label", "scale", "stance"),
    [
        ("True", "Rating", "supports"),
        ("Half true", "Rating", "supports"),
        ("Mostly false", "Rating", "refutes"),
        ("Unproven", "Rating", "supports"),
        ("Wrong", "Before publication", "refutes"),
        ("Correct", "Before publication", "supports"),
    ],
)
def test_how_sources_bear_on_the_claim(db: None, label: str, scale: str, stance: str):
    assert stance_of(factories.verdict(label, scale)) == stance


@pytest.mark.parametrize("changed", ["Fact", "True", "carl", "A book", "x" * 400, "Ask Holm"])
def test_the_digest_binds_every_cell(cast: dict[str, User], changed: str):
    cells = ["Fact", "True", "carl", "A book", "x" * 400, "Ask Holm"]
    other = [
        {"True": "False", "carl": "clara"}.get(cell, cell[:-1] + "z") if cell == changed else cell
        for cell in cells
    ]
    told = []
    for fact, status, who, *sources, note in (cells, other):
        line = f"{fact},{status},{who},{'; '.join(sources)},{note}"
        sheet = read_sheet(f"Fact,Status,Reviewer,Source,Notes\n{line}".encode(), name="facts.csv")
        told.append(
            [row.said() for row in rows_of(plan(sheet), fact, extract(fact), due_at=None, by=cast["edith"])]
        )
    assert told[0] != told[1]
