"""The report's page and files: editors only, constant cost, nothing but attachments with safe names."""

import json

import pytest
from django.urls import reverse

from claims.models import Document
from claims.workflow import assigning
from tests import factories, reporting

FORMS = ("html", "csv", "json")


def urls(document: Document) -> list[str]:
    return [
        reverse("claims:report", args=[document.pk]),
        *(reverse("claims:report-export", args=[document.pk, form]) for form in FORMS),
    ]


def statuses(client, document: Document) -> list[int]:
    return [client.get(url).status_code for url in urls(document)]


def said(answer) -> str:
    """What a report says, without the frame and the symbols of the page."""
    body = (answer.getvalue() if answer.streaming else answer.content).decode()
    return body.rpartition("<article")[2]


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("edith", 200),
        ("elias", 200),
        ("rolf", 200),
        ("carl", 404),
        ("clara", 404),
        ("rita", 404),
        ("ada", 404),
        ("otto", 404),
    ],
)
def test_report_is_for_editors(client, cast, name, status):
    document = reporting.checked(cast)
    client.force_login(cast[name])
    assert statuses(client, document) == [status] * 4


def test_report_of_a_reviewer_who_sees_all_documents_does_not_exist(client, cast, settings):
    settings.REVIEWERS_SEE_ALL_DOCUMENTS = True
    document = reporting.checked(cast)
    client.force_login(cast["carl"])
    assert statuses(client, document) == [404] * 4


def test_report_asks_for_log_in(client, cast):
    document = reporting.checked(cast)
    answers = [client.get(url) for url in urls(document)]
    assert [(answer.status_code, answer.url.split("?")[0]) for answer in answers] == [(302, "/login/")] * 4


def test_report_that_is_not_there_is_404(client, edith, document):
    client.force_login(edith)
    unknown = reverse("claims:report-export", args=[document.pk, "pdf"])
    assert client.get(unknown).status_code == 404
    assert client.get(reverse("claims:report", args=[document.pk + 1])).status_code == 404


def test_report_is_only_read(client, edith, document):
    client.force_login(edith)
    assert [client.post(url).status_code for url in urls(document)] == [405] * 4


def test_report_page_shows_what_the_file_shows(client, cast):
    document = reporting.checked(cast)
    client.force_login(cast["edith"])
    page = client.get(reverse("claims:report", args=[document.pk])).content.decode()
    file = client.get(reverse("claims:report-export", args=[document.pk, "html"])).getvalue().decode()
    assert page[page.index("<article") : page.index("</article>")].split() == (
        file[file.index("<article") : file.index("</article>")].split()
    )
    assert "<style" not in page
    assert 'href="/static/claims/report.css"' in page


@pytest.mark.parametrize("form", FORMS)
def test_report_export_is_an_attachment(client, cast, form):
    document = reporting.checked(cast)
    client.force_login(cast["edith"])
    answer = client.get(reverse("claims:report-export", args=[document.pk, form]))
    assert answer["Content-Disposition"] == f'attachment; filename="report-{document.pk}-the-new-quay.{form}"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    assert len(answer.getvalue()) > 500


@pytest.mark.parametrize("sentences", [1, 3])
@pytest.mark.parametrize(("index", "queries"), [(0, 14), (1, 14), (2, 14), (3, 14)])
def test_report_costs_the_same_for_any_number_of_claims(
    client, cast, sentences, index, queries, django_assert_num_queries
):
    text = "\n".join(factories.ARTICLE.splitlines()[:sentences])
    document = factories.make_document(cast["edith"], text)
    for number in range(1, sentences + 1):
        reporting.approve(reporting.claim_of(document, number), cast)
    client.force_login(cast["edith"])
    with django_assert_num_queries(queries):
        client.get(urls(document)[index]).getvalue() if index else client.get(urls(document)[index])


def test_editor_reads_the_same_in_any_time_zone(client, cast):
    document = reporting.checked(cast)
    client.force_login(cast["edith"])
    before = [client.get(url).getvalue() for url in urls(document)[1:]]
    cast["edith"].time_zone = "Asia/Tokyo"
    cast["edith"].save()
    assert [client.get(url).getvalue() for url in urls(document)[1:]] == before


def test_editor_who_reviews_learns_nothing_of_an_open_claim(client, cast, document):
    first = reporting.claim_of(document, 1)
    carls = reporting.asked(first, cast)
    assigning.assign(first, to=cast["rolf"], by=cast["edith"])
    client.force_login(cast["rolf"])
    before = [said(client.get(url)) for url in urls(document)]
    factories.make_review(carls, rationale="zebra", sources=[factories.source("zebra")])
    after = [said(client.get(url)) for url in urls(document)]
    assert [part for part in before if "open" not in part.lower()] == []
    words = ("zebra", "in review", "submitted", "assigned", "carl")
    assert [[word for word in words if word in part.lower()] for part in after] == [[]] * 4


def test_json_names_corrections_withheld_from_a_reviewing_editor(client, cast):
    document = reporting.checked(cast)
    reporting.approving.reopen(
        reporting.claim_of(document, 1), by=cast["edith"], reason="Again.", weight="minor"
    )
    assigning.assign(reporting.claim_of(document, 1), to=cast["rolf"], by=cast["edith"])
    client.force_login(cast["rolf"])
    body = client.get(reverse("claims:report-export", args=[document.pk, "json"])).getvalue()
    report = json.loads(body)
    assert (report["corrections_withheld"], report["claims"][0]["corrections"]) == ([1], [])
    page = client.get(reverse("claims:report", args=[document.pk])).content.decode()
    assert "Earlier verdicts are withheld from you while you review these claims yourself: 1." in page
