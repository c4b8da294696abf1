"""A fact sheet comes in: claims, drafts, notes and history; who sees what; nothing is lost, no quote is wrong."""

import csv
import hashlib
import io
import re

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from claims.errors import Forbidden, Incomplete
from claims.models import Assignment, Claim, Document, Event, Evidence, Note, Review, SavedFile, User
from claims.permissions import visible_to
from claims.reports.verification import verify
from claims.text.facts import to_check
from claims.workflow import approving, assigning, checking
from claims.workflow.fact_sheets import FactSheet, plan, read_sheet
from claims.workflow.facts import bring_in_facts
from claims.workflow.intake import Particulars
from claims.workflow.reading import read_file
from tests import factories

HEAD = "Sentence,Fact,Status,Source,Notes,Page or time,Speaker,Kind,Ref"
ROWS = (
    HEAD,
    "The quay of Vessby cost 62 million crowns.,The quay cost 62 million,False,"
    "https://port.example/t; A book,Ask Holm,4,Holm,,A7",
    ",Vessby has a quay,,,,,,event,",
    "It opened in March.,,to check,,,,,,",
)


def sheet_of(*rows: str, **more: object) -> FactSheet:
    return read_sheet("\n".join(rows).encode(), name="facts.csv", **more)


@pytest.fixture
def brought(edith: User, carl: User) -> Document:
    """Three claims of one sheet; what it says of the first is carl's draft."""
    return bring_in_facts(sheet_of(*ROWS), by=edith, about=Particulars(title="Quay"), reviewer=carl)


def test_each_row_becomes_a_claim(brought: Document, edith: User):
    text = brought.current_revision.text
    claims = list(brought.claims.order_by("number"))
    assert text == "The quay of Vessby cost 62 million crowns.\n\nIt opened in March."
    assert [(claim.number, claim.text, claim.quote) for claim in claims] == [
        (1, "The quay cost 62 million", text[:42]),
        (2, "Vessby has a quay", text[:42]),
        (3, "It opened in March.", "It opened in March."),
    ]
    assert [(claim.kind, claim.kind_reason, claim.speaker) for claim in claims[:2]] == [
        ("statistic", "‘62 million’: a figure.", "Holm"),
        ("event", "set by Edith", ""),
    ]
    assert {(claim.made_by, claim.confirmed_by, claim.is_guess, claim.round) for claim in claims} == {
        ("import", edith, False, 1)
    }
    assert 0 < claims[0].check_worthiness <= 1000
    assert [[(span.start, span.end) for span in claim.spans.all()] for claim in claims] == [[(0, 42)]] * 2 + [
        [(44, 63)]
    ]
    assert brought.last_claim_number == 3


def test_what_was_found_is_the_draft_of_its_reviewer(brought: Document, edith: User, carl: User):
    first, second, _ = brought.claims.order_by("number")
    review = Review.objects.get()
    assert (review.assignment.claim, review.assignment.reviewer, review.assignment.by) == (first, carl, edith)
    assert (str(review.verdict), review.is_draft, review.version, review.rationale) == ("False", True, 1, "")
    assert [
        (each.number, each.title, each.link, each.stance, each.level) for each in review.evidence.all()
    ] == [
        (1, "port.example/t", "https://port.example/t", "refutes", "secondary"),
        (2, "A book", "", "refutes", "secondary"),
    ]
    assert (first.status, second.status) == ("in_review", "assigned")
    assert list(Assignment.objects.order_by("claim").values_list("status", flat=True)) == [
        "started",
        "asked",
        "asked",
    ]


def test_the_reviewer_completes_and_submits(brought: Document, carl: User, elias: User):
    assignment = Assignment.objects.select_related("claim__document", "reviewer").order_by("claim")[0]
    with pytest.raises(Incomplete, match="Say what you found"):
        checking.submit(assignment, by=carl, version=1)
    review = checking.save(
        assignment, factories.draft("False", exemption="Nothing better."), by=carl, version=1
    )
    checking.submit(assignment, by=carl, version=review.version)
    approving.approve(Claim.objects.get(pk=assignment.claim_id), by=elias)
    assert Claim.objects.get(pk=assignment.claim_id).status == "approved"
    assert list(verify()) == []


def test_notes_say_what_stood_beside_it(brought: Document, edith: User):
    notes = [(note.author, note.visible_to, note.body) for note in Note.objects.order_by("id")]
    assert notes == [(edith, "desk", "Ask Holm\nPage or time: 4."), (edith, "editors", "Ref: A7")]


def test_without_a_reviewer_nothing_is_lost(edith: User):
    document = bring_in_facts(sheet_of(*ROWS), by=edith)
    assert set(document.claims.values_list("status", flat=True)) == {"queued"}
    assert (Assignment.objects.count(), Review.objects.count(), Evidence.objects.count()) == (0, 0, 0)
    assert [note.body for note in Note.objects.filter(visible_to="editors")] == [
        "Status in the sheet: False\nSource in the sheet: https://port.example/t; A book\nRef: A7"
    ]


def test_a_source_alone_begins_a_draft_whose_form_was_never_filled_in(edith: User, carl: User):
    bring_in_facts(sheet_of("Fact,Source", "It rose.,A book"), by=edith, reviewer=carl)
    review = Review.objects.get()
    assert (review.verdict, review.version, review.last_evidence_number) == (None, 0, 1)


def test_history(brought: Document, edith: User):
    events = Event.objects.filter(chain__document=brought).order_by("number")
    assert [(event.action, event.actor, event.claim) for event in events] == [
        ("bring in", edith, None),
        ("import facts", edith, None),
    ]
    words = events[1].body.words
    assert {key: words[key] for key in ("claims", "rows left out")} == {"claims": 3, "rows left out": 0}
    kept = SavedFile.objects.get()
    assert words["sheet"] == {"name": "facts.csv", "kept as": kept.pk}
    with default_storage.open(kept.path) as file:
        assert file.read() == "\n".join(ROWS).encode()
    assert list(verify()) == []


@pytest.mark.parametrize("other", ["clara", "rolf"])
def test_blind_another_reviewer_meets_nothing_of_the_draft(
    brought: Document, cast: dict[str, User], other: str
):
    person, claim = cast[other], brought.claims.order_by("number")[0]
    assigning.assign(claim, to=person, by=cast["edith"])
    for model in (Review, Evidence):
        assert list(visible_to(person, model.objects.all())) == []
    assert [each.reviewer for each in visible_to(person, Assignment.objects.filter(claim=claim))] == [person]
    said = " ".join(
        event.body.text for event in visible_to(person, Event.objects.filter(chain__document=brought))
    )
    assert "port.example" not in said
    assert "False" not in said
    notes = visible_to(person, Note.objects.filter(claim=claim))
    assert [note.body for note in notes if "port" in note.body] == []
    assert Evidence.objects.count() == visible_to(cast["carl"], Evidence.objects.all()).count() == 2


def test_blind_history_answers_no_guess_at_the_draft(cast: dict[str, User]):
    """Somebody who rebuilds the sheet with the right verdict finds it neither by its checksum nor by bringing it in."""

    def words_of(*rows: str) -> dict[str, object]:
        document = bring_in_facts(sheet_of(*rows), by=cast["edith"], reviewer=cast["carl"])
        words: dict[str, object] = Event.objects.get(
            chain__document=document, action="import facts"
        ).body.words
        return words

    right = ("Fact,Status", "It rose by 4 percent.,Mostly false")
    words, again = words_of(*right), words_of(*right)
    assert words.keys() == {"claims", "rows left out", "sheet", "digest"}
    assert words["digest"] != again["digest"]
    assert words["sheet"].keys() == {"name", "kept as"}  # no size, no checksum
    assert hashlib.sha256("\n".join(right).encode()).hexdigest() not in str(words)


@override_settings(DOCUMENT_MAX_BYTES=5_000)
def test_too_much_is_refused(edith: User):
    with pytest.raises(Incomplete, match="Row 2: This row names more than 50 sources"):
        bring_in_facts(sheet_of("Fact,Source", f"It rose.,{'https://a.example/ ' * 51}"), by=edith)
    sentence = "The quay cost 62 million crowns. " * 40
    rows = [f"{sentence},a", *(f",fact {number}" for number in range(4))]
    with pytest.raises(Incomplete, match="The sentences of all rows together are 0"):
        bring_in_facts(sheet_of("Sentence,Fact", *rows), by=edith)
    assert (Document.objects.count(), SavedFile.objects.count()) == (0, 0)


def test_nobody_saves_the_sheet_as_the_original_of_the_document(brought: Document, clara: User):
    assigning.assign(brought.claims.first(), to=clara, by=brought.added_by)
    client = Client()
    client.force_login(clara)
    assert client.get(f"/documents/{brought.pk}/").status_code == 200
    assert client.get(f"/documents/{brought.pk}/revisions/1/file/").status_code == 404


def test_with_a_text_its_own_file_is_the_original(edith: User):
    text = read_file(b"It rose a lot. It fell. Nobody knew.", name="article.txt")
    document = bring_in_facts(
        sheet_of("Sentence,Fact", "It fell.,a", "It rose a lot.,b", text=text), by=edith
    )
    revision = document.current_revision
    assert (revision.text, revision.sentence_count) == ("It rose a lot. It fell. Nobody knew.", 3)
    assert [(claim.text, claim.first_sentence) for claim in document.claims.order_by("number")] == [
        ("b", 0),
        ("a", 1),
    ]
    origin = SavedFile.objects.get(sha256=revision.origin_sha256)
    assert (SavedFile.objects.count(), origin.media_type) == (2, "text/plain")


def test_an_error_stores_nothing_unless_told_to_go_on(edith: User):
    sheet = sheet_of("Fact,Status", "It rose.,True", "It fell.,maybe", ",True")
    with pytest.raises(Incomplete) as refusal:
        bring_in_facts(sheet, by=edith)
    assert str(refusal.value).startswith(
        "2 rows of this fact sheet cannot be brought in, so nothing was stored. Row 3: "
    )
    assert (Document.objects.count(), SavedFile.objects.count()) == (0, 0)
    document = bring_in_facts(sheet, by=edith, keep_going=True)
    assert [claim.text for claim in document.claims.all()] == ["It rose."]
    with pytest.raises(Incomplete, match="No row of this fact sheet"):
        bring_in_facts(sheet_of("Fact,Status", "It fell.,maybe"), by=edith, keep_going=True)


def test_who_may(cast: dict[str, User]):
    for name in ("carl", "rita", "ada", "otto"):
        with pytest.raises(Forbidden):
            bring_in_facts(sheet_of(*ROWS), by=cast[name])
    system = User.objects.system()
    with pytest.raises(Forbidden, match="Only an editor"):
        bring_in_facts(sheet_of(*ROWS), by=system, reviewer=cast["carl"])  # asking somebody takes an editor
    assert Document.objects.count() == 0
    document = bring_in_facts(sheet_of(*ROWS), by=system)
    assert set(document.claims.values_list("confirmed_by", "status")) == {(None, "queued")}


def test_more_rows_ask_no_more_of_the_database(edith: User, carl: User):
    def queries(count: int) -> int:
        rows = [f"The quay number {each} cost {each} crowns.,True,A book" for each in range(count)]
        sheet = sheet_of("Fact,Status,Source", *rows)
        with CaptureQueriesContext(connection) as asked:
            bring_in_facts(sheet, by=edith, reviewer=carl)
        return len(asked)

    queries(1)  # people know their roles from now on
    assert queries(20) == queries(2)


WORD = re.compile(r"[^\W_]+")
CELL = st.one_of(
    st.just(""),
    st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=15),
    st.sampled_from(["True", "false", "https://a.example/x", "It rose."]),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELL, min_size=1, max_size=9), min_size=1, max_size=6), st.booleans())
def test_any_table_gives_claims_that_stand_where_they_say(
    cast: dict[str, User], rows: list[list[str]], named: bool
):
    file = io.StringIO()
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows([HEAD.split(","), *rows])
    sheet = read_sheet(file.getvalue().encode(errors="replace"), name="facts.csv")
    planned = plan(sheet, reviewer=cast["carl"] if named else None) if any(map(any, rows)) else None
    assume(planned is not None and planned.rows)
    assert planned is not None
    document = bring_in_facts(
        sheet, by=cast["edith"], reviewer=cast["carl"] if named else None, keep_going=True
    )
    whole = document.current_revision.text
    for claim in document.claims.prefetch_related("spans"):
        assert claim.quote == whole[claim.start : claim.end] != ""
        assert [(span.start, span.end) for span in claim.spans.all()] == [(claim.start, claim.end)]
    kept = words_kept(document)
    for row in planned.rows:
        cells = [cell for cell in sheet.table.rows[row.fact.row - 1] if not to_check(cell)]
        assert [cell for cell in cells if not set(WORD.findall(cell.casefold())) <= kept] == []
    assert list(verify()) == []


def words_kept(document: Document) -> set[str]:
    """Every word that is stored of a sheet, in whatever table."""
    claims, drafts = document.claims.all(), Review.objects.filter(assignment__claim__document=document)
    said = [
        document.current_revision.text,
        *(label or "" for label in drafts.values_list("verdict__label", flat=True)),
    ]
    said += [word for row in claims.values_list("text", "speaker", "kind") for word in row]
    said += Note.objects.filter(claim__in=claims).values_list("body", flat=True)
    sources = Evidence.objects.filter(claim__in=claims).values_list("title", "link", "excerpt")
    said += [word for row in sources for word in row]
    return set(WORD.findall(" ".join(said).casefold()))
