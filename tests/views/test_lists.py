"""The claim list and the document list: the right rows, the same few queries, nothing dragged along, nothing leaked."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.lifecycle import ClaimStatus
from claims.models import Claim, search
from claims.workflow import assigning, triage
from tests import factories

QUERIES = {"edith": 7, "carl": 6, "rita": 5}


def page_of(client, user, url):
    client.force_login(user)
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode().partition('id="main"')[2]


def cells(page: str) -> list[list[str]]:
    """The words of each cell of each row of the table."""
    body = re.search(r"<tbody>(.*)</tbody>", page, re.DOTALL)
    rows = re.findall(r"<tr>(.*?)</tr>", body[1], re.DOTALL) if body else []
    return [[words(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)] for row in rows]


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def numbers(page: str) -> list[int]:
    return [int(number) for number in re.findall(r"<span>Claim (\d+)</span>", page)]


# --- claims ------------------------------------------------------------------------------------------


def test_the_list_says_where_common_words_were_looked_for(client, cast, claim_in, monkeypatch):
    claim_in(ClaimStatus.ASSIGNED)
    assert search.ONLY_THE_NEWEST not in page_of(client, cast["edith"], "/claims/?q=quay")
    monkeypatch.setattr(search, "COMMON", 1)
    monkeypatch.setattr(search, "LOOKED_AT", 2)
    assert search.ONLY_THE_NEWEST in page_of(client, cast["edith"], "/claims/?q=quay")
    assert search.ONLY_THE_NEWEST not in page_of(client, cast["edith"], "/claims/?q=elephant")
    assert search.ONLY_THE_NEWEST not in page_of(client, cast["carl"], "/claims/?q=harbour")


def test_claim_list_asks_for_a_log_in(client, db):
    response = client.get("/claims/")
    assert (response.status_code, response["Location"].partition("?")[0]) == (302, "/login/")


def test_an_editor_reads_status_reviewers_and_due(client, cast, claim_in):
    claim_in(ClaimStatus.ASSIGNED)
    title = Claim.objects.first().document.title
    rows = cells(page_of(client, cast["edith"], "/claims/"))
    claim = Claim.objects.get(number=1)
    *words, due = rows[-1][1:]
    assert words == ["Assigned", "Statistic", f"Check-worthiness {claim.worth}", "Carl"]
    assert due.endswith("in 3 days")
    assert rows[-1][0] == f"{claim.text} Claim 1 {title}"
    assert len(rows) == 3


def test_a_reviewer_reads_their_own_part(client, cast, claim_in):
    claim_in(ClaimStatus.DISPUTED)
    rows = {name: cells(page_of(client, cast[name], "/claims/")) for name in ("carl", "clara")}
    assert {name: [row[1:4] for row in found] for name, found in rows.items()} == {
        "carl": [["Submitted", "True", "Statistic"]],
        "clara": [["Submitted", "False", "Statistic"]],
    }


def test_a_reader_reads_approved_verdicts(client, cast, claim_in):
    claim_in(ClaimStatus.APPROVED)
    claim_in(ClaimStatus.SUBMITTED)
    assert [row[1:3] for row in cells(page_of(client, cast["rita"], "/claims/"))] == [["True", "Statistic"]]


def test_another_reviewers_work_changes_nothing_on_a_reviewers_list(client, cast, document):
    edith, carl, clara = cast["edith"], cast["carl"], cast["clara"]
    claim = triage.queue(document.claims.get(number=1), by=edith)
    assigning.assign(claim, to=carl, by=edith)
    theirs = assigning.assign(claim, to=clara, by=edith)
    urls = [
        "/claims/",
        "/claims/?verdict=False",
        "/claims/?status=in_review",
        "/claims/?q=zebra",
        "/documents/",
    ]
    before = [page_of(client, carl, url) for url in urls]
    factories.make_review(theirs, label="False", rationale="zebra")
    assert [page_of(client, carl, url) for url in urls] == before
    assert "Clara" not in "".join(before)


def test_filters_stand_in_the_address_and_each_can_be_removed(client, edith, document):
    page = page_of(client, edith, "/claims/?kind=statistic&due=none&order=worth&after=x")
    removed = re.findall(r'<a class="filter-word" href="([^"]*)">([^<]*)', page)
    assert [(unescape(url), label.strip()) for url, label in removed] == [
        ("?due=none&order=worth", "kind: statistic"),
        ("?kind=statistic&order=worth", "due: no due date"),
    ]
    assert '<option value="statistic" selected>' in page


def test_nothing_matches_says_what_to_remove(client, edith, document):
    page = page_of(client, edith, "/claims/?kind=definition")
    assert words(re.search(r'<p class="empty">.*?</p>', page, re.DOTALL)[0]) == (
        "No claim matches these filters. Remove kind: definition"
    )
    assert '<p class="empty"><strong>No claim matches these filters.</strong> Remove <a href="?">' in page


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("edith", "No claims yet. Bring a document in, and its claims appear here."),
        ("carl", "Nothing to check. Claims that an editor assigns to you appear here."),
        ("rita", "No approved claims are open to you yet. They appear here once an editor approves them."),
        (
            "ada",
            "No claims are open to you. Editors, reviewers and readers see claims; an administrator gives these roles.",
        ),
    ],
)
def test_an_empty_list_says_why_and_what_next(client, cast, name, sentence):
    page = page_of(client, cast[name], "/claims/")
    assert words(re.search(r'<p class="empty">.*?</p>', page, re.DOTALL)[0]) == sentence


def test_what_is_not_known_is_left_out_with_a_sentence(client, edith, document):
    page = page_of(client, edith, "/claims/?status=nope&kind=statistic&document=77")
    assert re.findall(r"<span>(“[^<]*)</span>", page) == [
        "“Status: nope” is not known here and was left out.",
        "“Document: 77” is not known here and was left out.",
    ]
    assert re.findall(r'filter-word" href="[^"]*">([^<]*)\n', page) == ["kind: statistic"]


def test_search_lists_documents_above(client, cast, claim_in):
    for title in ("Vessby one", "Vessby two"):
        factories.make_document(cast["edith"], title=title)
    claim_in(ClaimStatus.ASSIGNED, Claim.objects.get(document__title="Vessby one", number=1).document)
    found = {
        name: re.findall(
            r"<h3 class=\"row-title\"><a [^>]*>([^<]*)", page_of(client, cast[name], "/claims/?q=vessby")
        )
        for name in ("edith", "carl", "clara", "rita")
    }
    assert found == {"edith": ["Vessby two", "Vessby one"], "carl": ["Vessby one"], "clara": [], "rita": []}


def test_claims_page_by_keyset(client, edith, monkeypatch):
    monkeypatch.setattr("claims.paging.page.__kwdefaults__", {"size": 2})
    factories.make_document(edith)
    first = page_of(client, edith, "/claims/?order=new")
    assert numbers(first) == [3, 2]
    older = unescape(re.search(r'href="([^"]*)" rel="next">Next', first)[1])
    assert older.startswith("?order=new&after=")
    second = page_of(client, edith, f"/claims/{older}")
    assert numbers(second) == [1]
    newer = unescape(re.search(r'href="([^"]*)" rel="prev">Previous', second)[1])
    assert numbers(page_of(client, edith, f"/claims/{newer}")) == [3, 2]


@pytest.mark.parametrize("name", ["edith", "carl", "rita"])
def test_claim_list_asks_the_same_number_of_queries_for_one_and_three_rows(client, cast, name):
    counts = []
    for total in (1, 3):
        while Claim.objects.count() < total:
            document = factories.make_document(cast["edith"], factories.ARTICLE.splitlines()[0])
            factories.bring_to(
                ClaimStatus.APPROVED,
                document.claims.get(),
                editor=cast["edith"],
                reviewer=cast["carl"],
                approver=cast["elias"],
                other=cast["clara"],
            )
        client.force_login(cast[name])
        with CaptureQueriesContext(connection) as queries:
            response = client.get("/claims/")
        counts.append((len(cells(response.content.decode())), len(queries)))
    assert counts == [(1, QUERIES[name]), (3, QUERIES[name])]


def test_lists_beside_a_document_of_a_megabyte_read_no_more(client, edith, carl):
    """No query touches the text of a revision, and a claim as long as its document comes in its first words."""
    sizes = {}
    for length in (1_000, 1_000_000):
        document = factories.make_document(edith, "Boats sailed from Vessby and " * (length // 29), title="t")
        assigning.assign(triage.queue(document.claims.get(), by=edith), to=carl, by=edith)
        for user in (edith, carl):
            for url in ("/claims/", "/documents/"):
                client.force_login(user)
                with CaptureQueriesContext(connection) as queries:
                    page = client.get(f"{url}?document={document.pk}").content
                said = " ".join(query["sql"] for query in queries)
                assert "revisiontext" not in said
                assert not re.search(r'SELECT[^()]*"claims_claim"\."(text|quote|search_text)"', said)
                sizes[length, user.username, url] = len(page)
    larger = {key: sizes[1_000_000, *key[1:]] - size for key, size in sizes.items() if key[0] == 1_000}
    assert {
        key: more for key, more in larger.items() if more > 2_000
    } == {}  # one row more in the document list


# --- documents ---------------------------------------------------------------------------------------


def test_document_list_has_progress_for_editors_and_a_share_for_reviewers(client, cast, claim_in):
    document = claim_in(ClaimStatus.IN_REVIEW).document
    triage.skip(document.claims.get(number=2), by=cast["edith"], reason="opinion")
    rows = {
        name: cells(page_of(client, cast[name], "/documents/")) for name in ("edith", "carl", "clara", "rita")
    }
    assert rows == {
        "edith": [
            [
                f"{document.title} Coast Courier",
                "Article, theirs",
                "1 of 3 claims settled 1 to triage 3 sentences",
                "No due date",
            ]
        ],
        "carl": [
            [
                f"{document.title} Coast Courier",
                "Article, theirs",
                "0 of 1 submitted, 1 started",
                "No due date",
            ]
        ],
        "clara": [],
        "rita": [],
    }


@pytest.mark.parametrize(
    ("name", "url", "sentence"),
    [
        ("edith", "/documents/", "No documents yet. Bring one in under Admin, and its claims are proposed."),
        (
            "carl",
            "/documents/",
            "No documents yet. Those of the claims that an editor assigns to you appear here.",
        ),
        (
            "rita",
            "/documents/",
            "Documents are open to editors and reviewers. Approved claims are open to you under Claims.",
        ),
        (
            "ada",
            "/documents/",
            "Documents are open to editors and reviewers. An administrator gives these roles.",
        ),
        ("edith", "/documents/?q=zebra", "No document matches these words. Remove zebra"),
        ("edith", "/documents/?q=a%00b&order=nope&after=x", "No document matches these words. Remove ab"),
    ],
)
def test_an_empty_document_list_says_why(client, cast, name, url, sentence):
    page = page_of(client, cast[name], url)
    assert words(re.search(r'<p class="empty">.*?</p>', page, re.DOTALL)[0]) == sentence


def test_document_list_is_searched_and_ordered(client, edith):
    for title in ("Boats", "Quays", "More boats"):
        factories.make_document(edith, title=title)
    assert [row[0] for row in cells(page_of(client, edith, "/documents/?q=boats"))] == [
        "More boats Coast Courier",
        "Boats Coast Courier",
    ]
    assert [row[0].split()[0] for row in cells(page_of(client, edith, "/documents/?order=due"))] == [
        "Boats",
        "Quays",
        "More",
    ]


@pytest.mark.parametrize(("name", "queries"), [("edith", 4), ("carl", 4)])
def test_document_list_asks_the_same_number_of_queries_for_one_and_three_rows(
    client, cast, claim_in, django_assert_num_queries, name, queries
):
    for rows in (1, 3):
        while Claim.objects.filter(status="assigned").count() < rows:
            claim_in(ClaimStatus.ASSIGNED)
        client.force_login(cast[name])
        with django_assert_num_queries(queries):
            assert len(cells(client.get("/documents/").content.decode())) == rows
