"""The seed scripts against their documents and the allowed words. No Django, no database here."""

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest

from claims.text.readers import Reading, read
from claims.vocabulary import DocumentKind, EvidenceForm, EvidenceLevel, Flag, Kind, SkipReason, Stance

SEEDS = Path(__file__).parents[2] / "seeds"
SCRIPTS = sorted(SEEDS.glob("*.json"))
STEMS = [path.stem for path in SCRIPTS]
REVIEWERS = {"carl", "clara", "rolf"}
LATEST = datetime.date(2026, 11, 22)

DOCUMENT = {"title", "source", "author", "date", "kind", "language", "ours", "scale", "restricted"}
DOCUMENT |= {"due_in_hours", "claims"}
CLAIM = {"quote", "text", "kind", "speaker", "flags", "triage", "assign", "reviews", "contact", "decide"}
ASSIGNMENT = {"to", "due_in_hours", "instructions"}
REVIEW = {"by", "verdict", "rationale", "as_of", "exemption", "evidence", "note", "submit"}
EVIDENCE = {"stance", "form", "level", "title", "url", "publisher", "origin", "excerpt", "locator"}
EVIDENCE |= {"published", "accessed", "archive_url", "confidential"}
CONTACT = {"who", "how", "at", "answer"}

Thing = dict[str, Any]
Pairs = list[tuple[Thing, Thing]]
Reviews = list[tuple[Thing, Thing, Thing]]


def source_of(stem: str) -> Path:
    """The one document beside a script."""
    (source,) = (path for path in SEEDS.glob(f"{stem}.*") if path.suffix != ".json")
    return source


def reading_of(stem: str) -> Reading:
    """The document as the readers give it."""
    source = source_of(stem)
    return read(source.read_bytes(), name=source.name)


def is_day(written: str) -> bool:
    """An ISO day that is not after the day on which the seeds were finished."""
    return datetime.date.fromisoformat(written) <= LATEST


def is_due(hours: object) -> bool:
    """Null or a whole number of hours ahead, or behind where the demo shows work that is late."""
    return hours is None or (type(hours) is int and hours != 0)


def test_there_is_one_script_beside_each_document() -> None:
    documents = {path.stem for path in SEEDS.iterdir() if path.suffix in (".txt", ".md", ".html")}
    assert sorted(documents - {"README"}) == STEMS
    assert len(STEMS) == 6


@pytest.mark.parametrize("path", SCRIPTS, ids=STEMS)
def test_script_is_written_plainly(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    assert written == json.dumps(json.loads(written), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("stem", STEMS)
def test_document_fields(stem: str, scripts: dict[str, Thing], scales: dict[str, list[str]]) -> None:
    document = scripts[stem]
    assert set(document) == DOCUMENT
    assert document["kind"] in list(DocumentKind)
    assert document["scale"] in scales
    assert (document["ours"], document["restricted"]) == (document["kind"] == "draft", False)
    assert is_due(document["due_in_hours"])
    assert is_day(document["date"])


@pytest.mark.parametrize("stem", [stem for stem in STEMS if source_of(stem).suffix != ".txt"])
def test_document_says_of_itself_what_its_script_says(stem: str, scripts: dict[str, Thing]) -> None:
    document, reading = scripts[stem], reading_of(stem)
    says = [reading.title, reading.author, str(reading.date), reading.warnings]
    assert says == [document["title"], document["author"], document["date"], ()]


@pytest.mark.parametrize("stem", STEMS)
def test_quote_occurs_once_and_in_order(stem: str, scripts: dict[str, Thing]) -> None:
    text = reading_of(stem).text
    quotes = [claim["quote"] for claim in scripts[stem]["claims"]]
    assert {quote: text.count(quote) for quote in quotes} == dict.fromkeys(quotes, 1)
    starts = [text.index(quote) for quote in quotes]
    assert starts == sorted(starts)


def test_boilerplate_is_left_out() -> None:
    text = reading_of("flood-post").text
    left = ["cookies", "Recipes", "Eel pie", "newsletter", "Log in", "Imprint"]
    assert [word for word in left if word in text] == []


def test_claim_fields(pairs: Pairs) -> None:
    for _, claim in pairs:
        assert set(claim) == CLAIM
        assert claim["kind"] in list(Kind)
        assert set(claim["flags"]) <= set(Flag)
        assert claim["text"] is None or claim["text"].strip() == claim["text"] != ""


def test_contact_fields(pairs: Pairs) -> None:
    contacts = [claim["contact"] for _, claim in pairs if claim["contact"]]
    assert [set(contact) for contact in contacts] == [CONTACT] * 3
    assert all(is_day(contact["at"]) for contact in contacts)


def test_triage_is_allowed(pairs: Pairs) -> None:
    for _, claim in pairs:
        triage = claim["triage"]
        if isinstance(triage, dict):
            assert triage["skip"] in list(SkipReason)
            assert ("words" in triage) == (triage["skip"] in ("other", "duplicate"))
            assert ("of" in triage) == (triage["skip"] == "duplicate")
        else:
            assert triage in ("queue", "leave")


def test_only_a_queued_claim_has_work(pairs: Pairs) -> None:
    idle = [claim for _, claim in pairs if claim["triage"] != "queue"]
    work = [(claim["assign"], claim["reviews"], claim["contact"], claim["decide"]) for claim in idle]
    assert work == [([], [], None, None)] * len(idle)


def test_assignment_fields(pairs: Pairs) -> None:
    for _, claim in pairs:
        people = [assignment["to"] for assignment in claim["assign"]]
        assert all(set(assignment) == ASSIGNMENT for assignment in claim["assign"])
        assert all(is_due(assignment["due_in_hours"]) for assignment in claim["assign"])
        assert set(people) <= REVIEWERS
        assert len(people) == len(set(people))


def test_review_fields(reviews: Reviews, scales: dict[str, list[str]]) -> None:
    for document, claim, review in reviews:
        assert set(review) == REVIEW
        assert review["verdict"] in scales[document["scale"]]
        assert review["by"] in [assignment["to"] for assignment in claim["assign"]]
        assert document["date"] <= review["as_of"]
        assert is_day(review["as_of"])


def test_rationale_has_two_to_four_sentences(reviews: Reviews) -> None:
    written = [review["rationale"] for _, _, review in reviews]
    lengths = {len(re.findall(r"[.!?](?=\s|$)", rationale)) for rationale in written}
    assert lengths <= {2, 3, 4}


def test_evidence_fields(reviews: Reviews) -> None:
    for piece in (piece for _, _, review in reviews for piece in review["evidence"]):
        assert set(piece) == EVIDENCE
        assert piece["stance"] in list(Stance)
        assert piece["form"] in list(EvidenceForm)
        assert piece["level"] in list(EvidenceLevel)
        assert is_day(piece["accessed"])
        assert piece["published"] is None or piece["published"] <= piece["accessed"]
        assert min(len(piece["title"]), len(piece["origin"]), len(piece["excerpt"])) > 0
        assert len(piece["locator"]) <= 100


def test_hosts_are_reserved_for_examples() -> None:
    written = [path.read_text(encoding="utf-8") for path in SEEDS.iterdir() if path.is_file()]
    hosts = {host for text in written for host in re.findall(r"https?://([^/\s\"<]+)", text)}
    assert [host for host in sorted(hosts) if not host.endswith(".example")] == []
