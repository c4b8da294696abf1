"""Evidence in a report: what counts and why, and nothing of what is confidential."""

import dataclasses

from django.utils import timezone

from claims.models import Evidence, SavedFile
from claims.reports.assembling import assemble
from claims.reports.formats import FORMATS, file_name
from claims.reports.sources import evidence_of
from claims.sufficiency import Requirement
from claims.vocabulary import Stance
from tests import factories, reporting
from tests.reporting import MARKER

TWO_ORIGINS = Requirement(origins=2, pieces=1, primary_suffices=True)


def row(number: int, **more: object) -> dict[str, object]:
    given = {
        "stance": "supports", "form": "data", "level": "secondary", "title": "Table", "publisher": "", "excerpt": "",
        "origin": "Statistics office", "locator": "", "published": None, "accessed": None, "link": "",
        "archive_link": "", "confidential": False, "file__sha256": None, "saved_copy__sha256": None,
    }  # fmt: skip
    return {**given, "number": number, **more}


def shown(*rows: dict[str, object], **more: object):
    about = {"claim": 5, "first": 1, "kind": "statistic", "speaker": "", "publisher": "Courier"}
    return evidence_of(rows, TWO_ORIGINS, **{**about, **more})


def test_each_piece_says_whether_it_counts_and_why_not():
    pieces = shown(row(1), row(2), row(4, origin="Courier"), row(7, stance="context"))
    assert [(piece.number, piece.counts, piece.why) for piece in pieces] == [
        (1, True, "Counts as an independent origin"),
        (2, False, "Does not count: same origin as 5.1"),
        (3, False, "Does not count: publisher of the document"),
        (4, False, "Does not count: context only"),
    ]


def test_numbers_go_on_from_one_review_to_the_next():
    assert [piece.number for piece in shown(row(1), row(2), first=3)] == [3, 4]


def test_confidential_piece_keeps_its_stance_only():
    secret = shown(row(1, confidential=True, stance="refutes", why="x"))[0]
    filled = {name: value for name, value in dataclasses.asdict(secret).items() if value not in ("", None)}
    assert filled == {"number": 1, "stance": Stance.REFUTES, "confidential": True}


def test_answer_of_an_open_piece_does_not_name_a_confidential_origin():
    _, open_piece = shown(row(1, confidential=True), row(2))
    assert open_piece.why == "Counts as an independent origin"


def unsaid(text: str) -> list[str]:
    """What of the confidential piece, of notes and of struck evidence a text gives away."""
    return [word for word in (MARKER, "1987", "June", "987654321", "nterview") if word in text]


def test_no_format_tells_of_confidential_evidence(cast):
    document = reporting.checked(cast)
    report = assemble(document)
    for form, chosen in FORMATS.items():
        body = "".join(chosen.stream(report))
        assert unsaid(body) == []
        assert "onfidential source, known to the desk" in body
        assert unsaid(file_name(report, document.pk, form)) == []


def test_struck_evidence_is_counted_but_not_shown(cast):
    review = assemble(reporting.checked(cast)).decided[0][1].reviews[0]
    assert (len(review.evidence), review.struck) == (2, 1)


def test_file_of_confidential_evidence_stays_unsaid(cast, document):
    about = {"media_type": "text/plain", "added_at": timezone.now()}
    secret_file = SavedFile.objects.create(sha256=MARKER, size=987654321, path=f"{MARKER}.txt", **about)
    open_file = SavedFile.objects.create(sha256="cafe" * 16, size=1, path="open.txt", **about)
    assignment = reporting.asked(reporting.claim_of(document, 1), cast)
    factories.make_review(assignment, submit=False, sources=[reporting.TABLE, reporting.SECRET])
    Evidence.objects.filter(confidential=True).update(file=secret_file, saved_copy=secret_file)
    Evidence.objects.filter(confidential=False).update(file=open_file)
    factories.make_review(assignment, sources=[])
    reporting.approving.approve(reporting.claim_of(document, 1), by=cast["elias"])
    report = assemble(document)
    assert [piece.file_sha256 for piece in report.decided[0][1].evidence] == ["cafe" * 16, ""]
    assert [unsaid("".join(chosen.stream(report))) for chosen in FORMATS.values()] == [[], [], []]
