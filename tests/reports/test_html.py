"""The exported file: complete in itself, without script or request, and every word escaped."""

import dataclasses
import re
from html import unescape
from pathlib import Path

from claims.models import Evidence, Scale
from claims.reports import html
from claims.reports.assembling import assemble
from claims.reports.document_report import Report
from claims.workflow import triage
from tests import factories, reporting

REQUESTS = re.compile(
    r"<script|<link|<img|<iframe|@import|url\((?!\"?#)|src=|http-equiv=\"refresh", re.IGNORECASE
)


def words(page: str) -> str:
    """What a person reads: without head and tags, white space as one space."""
    body = re.sub(r"<style>.*?</style>|<svg.*?</svg>", " ", page, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def page_of(report: Report) -> str:
    return html.render(report)


def test_file_asks_nothing_of_anybody(cast):
    page = page_of(assemble(reporting.checked(cast)))
    assert REQUESTS.findall(page) == []
    assert re.findall(r" style=\"| on[a-z]+=\"", page) == []
    assert (
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        in page
    )
    for name in html.SHEETS:
        assert Path(html.STATIC, f"{name}.css").read_text() in page


def test_every_symbol_used_is_in_the_file(cast):
    page = page_of(assemble(reporting.checked(cast)))
    assert set(re.findall(r'<use href="#([^"]+)"', page)) <= set(re.findall(r'<symbol id="([^"]+)"', page))


def test_every_number_leads_to_its_claim(cast):
    page = page_of(assemble(reporting.checked(cast)))
    assert re.findall(r'id="passage-\d+" href="#(claim-\d+)"', page) == ["claim-1", "claim-2", "claim-3"]
    assert sorted(re.findall(r'id="(claim-\d+)"', page)) == ["claim-1", "claim-2", "claim-3"]


def test_claim_with_its_verdict_evidence_and_signatures(cast):
    said = words(page_of(assemble(reporting.checked(cast))))
    for sentence in (
        "1 True 5 of 5 Accurate as stated.",
        "Vessby handled 4.1 million tonnes in 2025.",
        "Reviewed in the wording: The harbour of Vessby handled 4.1 million tonnes of freight in 2025.",
        "1.1 Supports , document, primary. Freight table 2025, row 7. Statistics office, 14 January 2026. Origin: "
        "Statistics office. Accessed 11 March 2026. Counts as a primary source. “Vessby: 4.1 million tonnes.”",
        "https://statistics.example/freight/2025 archive: https://archive.example/freight",
        "1.2 Refutes . Confidential source, known to the desk",
        "As of 12 March 2026. Reviewed by Carl,",
        "Approved by Elias,",
        "Exemption: The port closed its books. (Clara). The rule: A statistic needs one primary source",
        "2 Mayor Ingrid Holm opened the new quay on 3 March 2026.",
        "Other: Nobody disputes the day. (Edith)",
        "Text only; pictures and captions were not checked.",
        "Fully checked does not mean fit to publish.",
        "Times are UTC.",
        "Scale Rating: True 5, Mostly true 4, Half true 3, Mostly false 2, False 1; without a number: Missing context",
    ):
        assert sentence in said
    assert "INCOMPLETE" not in said


def test_a_sentence_begins_with_a_capital_and_large_numbers_have_their_comma(cast):
    document = factories.make_document(cast["edith"], source="", title="Quays")
    report = assemble(document)
    many = dataclasses.replace(report, sentences=report.sentences[:1] * 3030, claims=report.claims[:1] * 1234)
    said = words(page_of(many))
    assert "Quays No date. Article, English" in said
    assert "Revision 1, 3,030 sentences." in said
    assert "Open 1,234" in said
    assert "3030" not in said
    document.author = "bell hooks"
    document.save()
    assert "bell hooks, no date. Article" in words(page_of(assemble(document)))


def test_incomplete_is_said_in_title_head_block_and_foot(cast, document):
    page = page_of(assemble(document))
    assert words(page).count("INCOMPLETE") == 4
    assert '<article class="report report--incomplete">' in page
    assert "Three claims have no approved verdict: 1 to 3." in words(page)
    assert "machine’s guess , not confirmed." in words(page)


def test_text_without_tags_is_the_document(cast):
    report = assemble(reporting.checked(cast))
    inner = re.search(r'<div class="text"[^>]*>(.*?)</div>', page_of(report), re.DOTALL)
    assert unescape(re.sub(r"<[^>]+>", "", inner[1])) == report.text


def test_words_of_people_are_escaped(cast):
    nasty = "<script>alert(1)</script><b>&"
    document = factories.make_document(
        cast["edith"], f"Vessby has 12 {nasty} boats.\n", title=nasty, source=nasty
    )
    first = reporting.claim_of(document, 1)
    source = factories.source(nasty, excerpt=nasty, publisher=nasty, locator=nasty)
    assignment = reporting.asked(first, cast)
    factories.make_review(assignment, submit=False, rationale=nasty, sources=[source])
    Evidence.objects.update(
        link="javascript:alert(1)"
    )  # no verb stores this; a row from elsewhere may hold it
    factories.make_review(assignment, rationale=nasty, sources=[])
    reporting.approving.approve(first, by=cast["elias"], wording=nasty)
    page = page_of(assemble(document))
    assert "<script" not in page
    assert re.findall(r'href="(?!#|http)[^"]*"', page) == []
    assert '<span class="report-address">javascript:alert(1)</span>' in page


def test_dates_are_in_the_desks_zone_whoever_asks(cast, settings):
    report = assemble(reporting.checked(cast))
    with html.timezone.override("Asia/Tokyo"), html.translation.override("de"):
        assert html.render(report) == html.render(report)
        assert "Times are UTC." in words(html.render(report))


def test_many_claims_share_one_shape():
    assert [len(html.shapes(count)) for count in (1, 30, 31)] == [1, 30, 1]


def test_unknown_language_keeps_its_code():
    assert [html.language_name(code) for code in ("en", "xx", "")] == ["English", "xx", ""]


def test_scale_without_numbers(cast):
    report = assemble(
        factories.make_document(cast["edith"], scale=Scale.objects.get(name="Before publication"))
    )
    assert html.scale_words(report.scale) == (
        "Before publication: Correct, Needs change, Wrong, Not confirmed and Opinion, without numbers"
    )


def test_retired_and_corrected_claims_are_listed(cast):
    document = reporting.checked(cast)
    third = reporting.claim_of(document, 3)
    reporting.approving.reopen(third, by=cast["edith"], reason="A bill turned up.", weight="material")
    triage.retire(reporting.claim_of(document, 1), by=cast["edith"], reason="The sentence was cut.")
    said = words(page_of(assemble(document)))
    assert "The sentence was cut. (Edith) Had been approved as “True”." in said
    assert "3 Had been approved as False by Elias," in said
    assert "A bill turned up." in said
