"""Documents come in: text, particulars, proposals; the same text twice; odd texts."""

import datetime
import hashlib
from collections.abc import Callable
from itertools import pairwise

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.errors import Forbidden, Incomplete
from claims.models import Claim, ClaimSpan, Document, Event, Policy, Revision, Scale, User
from claims.models.search import as_search_text
from claims.permissions import visible_to
from claims.reports.verification import verify
from claims.text import Reading, extract, normalise, plain_name
from claims.workflow import arriving, intake, proposing
from claims.workflow.reading import Incoming
from tests import factories


def reading(text: str, **more: object) -> Incoming:
    given = {"title": "", "author": "", "date": None, "language": "", "format": "text", "warnings": ()}
    return Incoming(Reading(text=text, **(given | more)))


def test_bring_in(edith: User):
    due = datetime.datetime(2026, 3, 13, 12, tzinfo=datetime.UTC)
    scale = Scale.objects.get(name="Before publication")
    about = intake.Particulars(
        title=" The new quay ",
        source="Coast Courier",
        kind="draft",
        ours=True,
        scale=scale,
        due_at=due,
        editor=edith,
    )
    document = intake.bring_in(reading(factories.ARTICLE, title="Not this"), by=edith, about=about)
    assert (document.title, document.source, document.kind) == ("The new quay", "Coast Courier", "draft")
    assert (document.ours, document.scale, document.due_at, document.editor) == (True, scale, due, edith)
    revision = document.current_revision
    assert (revision.number, revision.length) == (1, len(factories.ARTICLE))
    assert revision.text == factories.ARTICLE
    assert revision.sha256 == hashlib.sha256(factories.ARTICLE.encode()).hexdigest()
    assert (revision.extraction_state, revision.sentence_count) == ("done", 3)
    assert len(revision.body.sentences) == 3
    claims = list(document.claims.order_by("number"))
    assert [claim.number for claim in claims] == list(range(1, len(claims) + 1))
    assert document.last_claim_number == len(claims)
    assert {(claim.status, claim.made_by, claim.due_at) for claim in claims} == {("proposed", "machine", due)}
    assert all(claim.quote == revision.text[claim.start : claim.end] for claim in claims)


def test_one_event_for_the_document_and_one_for_all_proposals(document: Document):
    events = Event.objects.order_by("number")
    assert [(event.number, event.action, event.role, event.claim) for event in events] == [
        (1, "bring in", "editor", None),
        (2, "propose", "editor", None),
    ]
    words = events[1].body.words
    assert (words["claims"], len(words["digest"])) == (document.claims.count(), 64)


def test_the_system_brings_in_for_commands(db: None):
    factories.make_document(User.objects.system())
    assert {event.role for event in Event.objects.all()} == {"system"}


@pytest.mark.parametrize("name", ["carl", "rita", "ada", "dora", "otto"])
def test_others_may_not(cast: dict[str, User], refused: Callable, name: str):
    with refused(Forbidden, "Only an editor may do this."):
        intake.bring_in(reading("One sentence of 2026."), by=cast[name])


def test_what_is_not_said_comes_from_the_reading(edith: User):
    found = reading(
        "Ein Satz über 40 Euro.", title="Preise", author="Ida", date=datetime.date(2026, 3, 1), language="de"
    )
    document = intake.bring_in(found, by=edith, about=intake.Particulars(title="  ", author=" "))
    assert (document.title, document.author, document.language) == ("Preise", "Ida", "de")
    assert document.date == datetime.date(2026, 3, 1)


def test_a_withdrawn_scale_is_not_taken_by_default(edith: User):
    Scale.objects.filter(name="Rating").update(withdrawn_at=timezone.now())
    assert intake.bring_in(reading("A text of 2026."), by=edith).scale.name == "Before publication"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("First line\nand more", "First line"),
        ("\n\n   Second line  \n", "Second line"),
        ("word " * 60, ("word " * 20).strip() + " …"),
        ("x" * 1000, "x" * 100 + " …"),
    ],
)
def test_a_text_without_a_title_is_named_by_its_first_line(edith: User, text: str, title: str):
    assert intake.bring_in(reading(text), by=edith).title == title


def test_long_particulars_fit_their_columns(edith: User):
    found = reading("A text of 2026.", title="t" * 900, author="a" * 900, language="en-" + "x" * 900)
    document = intake.bring_in(found, by=edith, about=intake.Particulars(source="s" * 900))
    assert [len(each) for each in (document.title, document.author, document.source)] == [300, 200, 200]
    assert document.language == "en-xxxxxxx"


@pytest.mark.parametrize("text", ["", " \n\t ", "\ufeff", "\ufeff \u00a0"])
def test_no_text_is_refused(edith: User, refused: Callable, text: str):
    with refused(Incomplete, "There is no text in it.") as errors:
        intake.bring_in(reading(text), by=edith)
    assert set(errors[0].fields) == {"text"}


ODD = {
    "NUL": "Prices rose by 4\x00 percent in 2025.",
    "a lone surrogate": "Prices rose by 4\ud800 percent in 2025.",
    "a byte order mark": "\ufeffPrices rose by 4 percent in 2025.",
    "old line ends": "Prices rose.\r\nWages fell by 3 percent.\rRents stayed.",
    "letters in parts": "Cafe\u0301 prices rose by 4 percent.",
    "emoji and flags": "Prices rose \U0001f1e9\U0001f1ea by 4 percent \U0001f468‍\U0001f469‍\U0001f467 in 2025.",
    "right to left": "ارتفعت الأسعار بنسبة 4 في المئة في عام 2025.",
    "no sentence end": "prices rose by 4 percent " * 500,
    "one endless word": "a" * 60_000,
    "marks only": "… ?! — ‘ ’",
    "zero width": "\u200b\u200c\u200d",
    "controls": "a\x01b\x1fc\x7f rose by 4 percent\x0b in 2025\x0c.",
    "markup": "<script>alert('4 percent')</script> {{ rose }} in 2025.",
}


@pytest.mark.parametrize("name", ODD)
def test_odd_texts_come_in_whole(edith: User, name: str):
    document = intake.bring_in(reading(ODD[name]), by=edith)
    text = document.current_revision.text
    assert {"\x00", "\ud800", "\r"} & set(text) == set()
    assert all(claim.quote == text[claim.start : claim.end] for claim in document.claims.all())
    assert all(
        span.start >= claim.start and span.end <= claim.end
        for claim in document.claims.all()
        for span in claim.spans.all()
    )


def test_a_text_of_a_megabyte_of_different_words_fits_the_index(edith: User):
    words = " ".join(f"w{number:x}" for number in range(150_000))
    document = intake.bring_in(reading(words), by=edith)
    assert Claim.objects.search("w1 w2").filter(document=document).exists()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), min_size=1, max_size=400))
def test_any_text_after_intake_keeps_its_quotes(cast: dict[str, User], text: str):
    if not normalise(text).strip():
        return  # refused, see above
    document = intake.bring_in(reading(text), by=cast["edith"])
    whole = document.current_revision.text
    assert len(whole) == document.current_revision.length
    for claim in document.claims.all():
        assert claim.quote == whole[claim.start : claim.end]
        spans = [(span.start, span.end) for span in claim.spans.all()]
        assert (spans[0][0], spans[-1][1]) == (claim.start, claim.end)
        assert spans == sorted(spans)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
    covered = document.current_revision.body.sentences
    bare = [i for i, letter in enumerate(whole) if letter.strip() and not any(s <= i < e for s, e in covered)]
    assert bare == []


# --- twice -----------------------------------------------------------------------------------------------


def test_the_same_text_is_noticed_however_its_lines_end(document: Document, edith: User):
    assert list(intake.same_text(factories.ARTICLE.replace("\n", "\r\n"), by=edith)) == [document]
    assert list(intake.same_text(factories.ARTICLE + "x", by=edith)) == []


def test_it_may_come_in_again(document: Document, edith: User):
    again = factories.make_document(edith)
    assert list(intake.same_text(factories.ARTICLE, by=edith)) == [document, again]


def test_whoever_does_not_see_the_document_is_not_told(document: Document, otto: User, rita: User):
    assert [list(intake.same_text(factories.ARTICLE, by=by)) for by in (otto, rita)] == [[], []]


# --- in steps --------------------------------------------------------------------------------------------


def rows_of(document: Document) -> dict[str, list]:
    """Everything stored of a document, but for keys, times and salts."""
    claims, spans = document.claims.order_by("number"), ClaimSpan.objects.filter(claim__document=document)
    kept = [f.attname for f in Claim._meta.concrete_fields if f.attname not in OTHER_IN_EVERY_DOCUMENT]
    about = [f.attname for f in Document._meta.concrete_fields if f.attname not in OTHER_IN_EVERY_DOCUMENT]
    events = Event.objects.filter(chain__document=document).order_by("number")
    return {
        "claims": list(claims.values(*kept)),
        "spans": list(
            spans.order_by("claim__number", "position").values("claim__number", "position", "start", "end")
        ),
        "document": list(Document.objects.filter(pk=document.pk).values(*about)),
        "text": list(document.revisions.values("number", "sha256", "body__text", "extraction_state")),
        "events": [(event.number, event.action, event.role, event.body.words) for event in events],
        "faults": list(verify([document.chain])),
    }


OTHER_IN_EVERY_DOCUMENT = {"id", "document_id", "revision_id", "current_revision_id", "public_id", "added_at"}


def test_a_long_text_is_stored_in_steps_and_is_the_same_in_the_end(edith: User, monkeypatch):
    text = "".join(f"Quay {i} cost {i + 2} million crowns, “the mayor” said.\n\n" for i in range(23))
    at_once = intake.bring_in(reading(text), by=edith)
    monkeypatch.setattr(proposing, "CLAIMS_A_STEP", 5)
    in_steps = intake.bring_in(reading(text), by=edith)
    assert in_steps.claims.count() >= 23
    assert rows_of(in_steps) == rows_of(at_once)
    assert rows_of(in_steps)["faults"] == []


def test_the_claims_are_those_that_the_models_would_make(edith: User):
    text = "ANNA BERG: Prices rose by 4 percent in 2025. Rents, she said, “fell by 3 percent”.\nIt opened in 2026."
    document, extraction = intake.bring_in(reading(text), by=edith), extract(text)
    columns = [
        {
            "start": each.start,
            "end": each.end,
            "quote": each.quote,
            "text": each.text,
            "kind": each.kind,
            "kind_reason": each.kind_reason,
            "speaker": plain_name(each.speaker),
            "speaker_start": each.speaker_span[0] if each.speaker_span else None,
            "speaker_end": each.speaker_span[1] if each.speaker_span else None,
            "cue": each.cue,
            "check_worthiness": round(each.check_worthiness * 1000),
            "features": each.features,
            "search_text": as_search_text(each.text, each.quote, plain_name(each.speaker)),
        }
        for each in extraction.candidates
    ]
    other = Document(due_at=None)
    rules = list(Policy.objects.all())
    made = arriving.claim_rows(other, document.current_revision, columns, extraction, rules, edith)
    twin = factories.make_document(edith)
    for claim in made:
        claim.document, claim.number = twin, claim.number + 100
    Claim.objects.bulk_create(made)
    kept = [f.attname for f in Claim._meta.concrete_fields if f.attname not in OTHER_IN_EVERY_DOCUMENT]
    expected = list(twin.claims.filter(number__gt=100).order_by("number").values(*kept))
    assert list(document.claims.order_by("number").values(*kept)) == [
        row | {"number": row["number"] - 100} for row in expected
    ]


def test_nobody_sees_a_document_before_its_last_step(edith: User, carl: User, monkeypatch, settings):
    settings.REVIEWERS_SEE_ALL_DOCUMENTS = True
    monkeypatch.setattr(proposing, "CLAIMS_A_STEP", 2)
    seen, add = [], proposing.add

    def look(step: proposing.Step, revision: Revision, by: User) -> None:
        add(step, revision, by)
        people = (edith, carl, User.objects.system())
        rows = [
            visible_to(user, model.objects.all()).count() for user in people for model in (Claim, Document)
        ]
        seen.append((Claim.objects.count(), rows, list(intake.same_text(factories.ARTICLE, by=edith))))
        assert list(verify()) == []

    monkeypatch.setattr(proposing, "add", look)
    document = factories.make_document(edith)
    assert seen == [(2, [0] * 6, []), (3, [0] * 6, [])]
    assert [visible_to(edith, model.objects.all()).count() for model in (Claim, Document)] == [3, 1]
    assert document.last_claim_number == 3


def test_when_a_step_fails_nothing_is_left(edith: User, monkeypatch):
    monkeypatch.setattr(proposing, "CLAIMS_A_STEP", 2)
    add = proposing.add

    def fail(step: proposing.Step, revision: Revision, by: User) -> None:
        add(step, revision, by)
        if Claim.objects.count() == 3:
            raise OSError("The disk is full.")

    monkeypatch.setattr(proposing, "add", fail)
    with pytest.raises(OSError, match="The disk is full"):
        factories.make_document(edith)
    models = (Document, Revision, Claim, ClaimSpan, Event)
    assert [model.objects.count() for model in models] == [0] * 5
