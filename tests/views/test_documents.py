"""The document page: the whole text, every claim marked, and nothing a person may not know."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.lifecycle import ClaimStatus
from claims.models import Claim, ClaimSpan, Document, Revision, RevisionText
from claims.models.document import pack_spans
from claims.workflow import assigning, editing, triage
from tests import factories


def page_of(client, user, document, query=""):
    client.force_login(user)
    response = client.get(f"/documents/{document.pk}/{query}")
    assert response.status_code == 200
    return response.content.decode()


def text_on(page: str) -> str:
    """What stands in the text's element, without tags."""
    inner = re.search(r'<div class="text"[^>]*>(.*?)</div></div>', page, re.DOTALL)[1]
    return unescape(re.sub(r"<[^>]*>", "", inner))


def marks_on(page: str) -> list[str]:
    """The names of the number chips in the text, as a screen reader says them."""
    return re.findall(r'id="passage-\d+"[^>]* aria-label="([^"]*)"', page)


def groups_on(page: str) -> list[str]:
    found = re.findall(r"group-head--sunken[^>]*>.*?<h2>([^<]*)</h2>\s*<span>([^<]*)</span>", page, re.DOTALL)
    return [f"{title} {count}" for title, count in found]


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("edith", 200),
        ("rolf", 200),
        ("carl", 200),
        ("clara", 404),
        ("rita", 404),
        ("ada", 404),
        ("otto", 404),
    ],
)
def test_document_detail_is_for_editors_and_its_reviewers(client, cast, claim_in, name, status):
    claim = claim_in(ClaimStatus.ASSIGNED)
    client.force_login(cast[name])
    assert client.get(f"/documents/{claim.document_id}/").status_code == status
    assert client.get("/documents/987654/").status_code == 404


def test_document_detail_asks_for_a_log_in(client, document):
    response = client.get(f"/documents/{document.pk}/")
    assert (response.status_code, response["Location"].partition("?")[0]) == (302, "/login/")


@pytest.mark.parametrize("name", ["edith", "carl"])
def test_the_text_without_tags_equals_the_document(client, cast, claim_in, name):
    document = claim_in(ClaimStatus.ASSIGNED).document
    assert text_on(page_of(client, cast[name], document)) == factories.ARTICLE


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.sampled_from(["Vessby", "sold", "41", "<b>", "&amp;", "‘boats’", "é", "\n", "."]), min_size=4
    ),
    cuts=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=6),
)
def test_the_text_equals_the_document_for_any_passages(client, edith, words, cuts):
    text = "In 2025 the harbour sold one boat. " + " ".join(words)
    document = factories.make_document(edith, text)
    whole = document.current_revision.text
    for start, length in cuts:
        if whole[start : start + length].strip() and start + length <= len(whole):
            editing.add(document, by=edith, start=start, end=start + length)
    assert text_on(page_of(client, edith, document)) == whole


def test_an_editor_reads_every_status(client, cast, document):
    first, second, third = document.claims.order_by("number")
    assigning.assign(triage.queue(first, by=cast["edith"]), to=cast["carl"], by=cast["edith"])
    triage.skip(second, by=cast["edith"], reason="opinion")
    page = page_of(client, cast["edith"], document)
    assert marks_on(page) == [
        f"Claim 1, assigned, {first.kind}",
        f"Claim 2, skipped, {second.kind}",
        f"Claim 3, proposed, {third.kind}",
    ]
    assert groups_on(page) == ["To triage 1, most check-worthy first", "With reviewers 1", "Settled 1"]
    assert "<strong>2 of 3 sentences</strong>" in page
    assert "accounted for, 66 %" in page
    assert re.findall(r'class="unseen" id="([^"]*)"', page) == ["sentence-2"]
    assert "Opinion" in page


def test_next_not_looked_at_goes_round(client, edith, document):
    hrefs = [
        re.search(r'href="([^"]*)">Next not looked at', page_of(client, edith, document, query))[1]
        for query in ("", "?sentence=0", "?sentence=2", "?sentence=x")
    ]
    assert hrefs == [
        "?sentence=0#sentence-0",
        "?sentence=1#sentence-1",
        "?sentence=0#sentence-0",
        "?sentence=0#sentence-0",
    ]


def test_every_sentence_is_accounted_for(client, edith, document):
    for claim in document.claims.all():
        triage.skip(claim, by=edith, reason="out_of_scope")
    page = page_of(client, edith, document)
    assert "Every sentence is accounted for." in page
    assert "Next not looked at" not in page


def test_a_text_without_claims_says_what_next(client, edith):
    document = make_large(edith, sentences=1, claims=0)
    assert "No claims were found in this text." in page_of(client, edith, document)


def test_a_reviewer_reads_numbers_and_their_own_part(client, cast, document):
    first, second, third = document.claims.order_by("number")
    assigning.assign(triage.queue(first, by=cast["edith"]), to=cast["carl"], by=cast["edith"])
    triage.skip(third, by=cast["edith"], reason="opinion")
    page = page_of(client, cast["carl"], document).partition('id="main"')[2]
    assert marks_on(page) == ["Claim 1, yours, asked", "Claim 2", "Claim 3"]
    assert groups_on(page) == ["My claims 1"]
    assert "<strong>0 of 1 claim</strong>" in page
    assert second.text not in re.sub(r"<[^>]*>", "", page.partition("My claims")[2])
    for word in (
        "accounted",
        "sentences",
        "Skipped",
        "skipped",
        "unseen",
        "Settled",
        "Report",
        "With the selected",
    ):
        assert word not in page


def test_another_reviewers_work_changes_nothing_on_a_reviewers_page(client, cast, document):
    edith, carl, clara = cast["edith"], cast["carl"], cast["clara"]
    claim = triage.queue(document.claims.get(number=1), by=edith)
    assigning.assign(claim, to=carl, by=edith)
    theirs = assigning.assign(claim, to=clara, by=edith)
    before = page_of(client, carl, document)
    factories.make_review(theirs, label="False")
    triage.skip(document.claims.get(number=2), by=edith, reason="opinion")
    assert without_tokens(page_of(client, carl, document)) == without_tokens(before)


def without_tokens(page: str) -> str:
    return re.sub(r'csrfmiddlewaretoken" value="[^"]*"', "", page)


def test_an_editor_who_reviews_a_claim_does_not_read_its_status(client, cast, document):
    edith, rolf, clara = cast["edith"], cast["rolf"], cast["clara"]
    claim = triage.queue(document.claims.get(number=1), by=edith)
    assigning.assign(claim, to=rolf, by=edith)
    theirs = assigning.assign(claim, to=clara, by=edith)
    before = page_of(client, rolf, document)
    factories.make_review(theirs, label="False")
    assert without_tokens(page_of(client, rolf, document)) == without_tokens(before)
    assert marks_on(before)[0] == f"Claim 1, yours, {claim.kind}"
    assert "Clara" not in before


@pytest.mark.parametrize("name", ["edith", "carl"])
def test_document_detail_asks_the_same_number_of_queries_for_one_and_three_claims(client, cast, name):
    counts = []
    for text in (factories.ARTICLE.splitlines()[0], factories.ARTICLE):
        document = factories.make_document(cast["edith"], text)
        for claim in document.claims.all():
            claim = triage.queue(claim, by=cast["edith"])
            factories.make_review(assigning.assign(claim, to=cast["carl"], by=cast["edith"]))
        client.force_login(cast[name])
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(f"/documents/{document.pk}/")
        counts.append((document.claims.count(), len(queries)))
    assert counts == [(1, QUERIES[name]), (3, QUERIES[name])]


QUERIES = {"edith": 12, "carl": 12}


# --- a large document --------------------------------------------------------------------------------


def make_large(edith, *, sentences: int, claims: int) -> Document:
    """Rows written at once, for the sake of time: each sentence a claim, as intake would have stored them."""
    lines = [f"In 2025 Vessby’s harbour sold {n} boats & ‘more’.\n" for n in range(sentences)]
    text, spans, start = "".join(lines), [], 0
    for line in lines:
        spans.append((start, start + len(line) - 1))
        start += len(line)
    document = factories.make_document(edith, f"Seed {sentences} of {claims}.\n")
    more = {"added_by": edith, "added_at": timezone.now()}
    revision = Revision.objects.create(
        document=document,
        number=2,
        sha256="0" * 64,
        length=len(text),
        sentence_count=sentences,
        reader="t",
        **more,
    )
    RevisionText.objects.create(revision=revision, text=text, sentence_offsets=pack_spans(spans))
    Document.objects.filter(pk=document.pk).update(current_revision=revision)
    rows = [
        Claim(
            document=document,
            number=100 + n,
            revision=revision,
            start=s,
            end=e,
            quote=text[s:e],
            text=text[s:e],
            kind="statistic",
            check_worthiness=n % 1000,
            first_sentence=n,
            last_sentence=n,
            **more,
        )
        for n, (s, e) in enumerate(spans[:claims])
    ]
    stored = Claim.objects.bulk_create(rows, batch_size=500)
    ClaimSpan.objects.bulk_create(
        [ClaimSpan(claim=c, revision=revision, position=0, start=c.start, end=c.end) for c in stored],
        batch_size=500,
    )
    return Document.objects.get(pk=document.pk)


def rows_on(page: str) -> list[int]:
    return [int(number) for number in re.findall(r'<li class="row[^>]* id="claim-(\d+)"', page)]


def section_links(page: str) -> list[str]:
    return [
        unescape(url)
        for url in re.findall(r'<a href="([^"]*)" rel="(?:prev|next)">(?:Section before|Next section)', page)
    ]


def test_twenty_thousand_sentences_answer_in_sections_of_less_than_a_megabyte(client, edith):
    document = make_large(edith, sentences=20_000, claims=20_000)
    whole = document.current_revision.text
    first, middle, last = (page_of(client, edith, document, f"?section={n}") for n in (1, 20, 40))
    assert [
        max(len(page.encode()) for page in (first, middle, last)) < 1_000_000,
        "Section 1 of 40" in first,
    ] == [True, True]
    assert whole.startswith(text_on(first))
    assert whole.endswith(text_on(last))
    assert text_on(middle) in whole
    assert [len(marks_on(page)) for page in (first, middle, last)] == [500, 500, 500]
    assert section_links(first) == ["?section=2#text"]
    assert section_links(middle) == ["?section=19#text", "?section=21#text"]
    assert middle.count("bar-part--unseen") == 2  # the bar joins neighbours; the key has one more


def test_a_link_to_a_claim_or_a_sentence_leads_to_its_section(client, edith):
    document = make_large(edith, sentences=1_200, claims=1_200)
    claim = document.claims.order_by("start")[700]
    page = page_of(client, edith, document, f"?claim={claim.number}")
    assert "Section 2 of 3" in page
    assert f'id="passage-{claim.number}"' in page
    assert f'<a class="row-number" href="?claim={claim.number}' not in page
    assert "Section 3 of 3" in page_of(client, edith, document, "?sentence=1100")
    assert 'id="sentence-1100"' in page_of(client, edith, document, "?sentence=1100")
    assert "Section 1 of 3" in page_of(client, edith, document, "?claim=987654&section=x&sentence=")
    assert re.findall(r'class="row-number" href="([^"#]*)', page) == ["?section=3"] * 100


def test_a_reviewer_finds_their_own_claims_of_a_section(client, edith, carl):
    document = make_large(edith, sentences=1_200, claims=1_200)
    first, *_, last = document.claims.order_by("start")
    for claim in (first, last):
        assigning.assign(triage.queue(claim, by=edith), to=carl, by=edith)
    pages = [page_of(client, carl, document, f"?section={n}") for n in (1, 2, 3)]
    assert [rows_on(page) for page in pages] == [[first.number], [], [last.number]]
    assert [page.count("My claims in this section") for page in pages] == [1, 1, 1]
    assert "0 of 2 claims" in pages[1]


def test_over_400_claims_the_list_pages_by_group(client, edith):
    document = make_large(edith, sentences=402, claims=402)
    for claim in document.claims.filter(number__in=[100, 101]):
        triage.queue(claim, by=edith)
    first = page_of(client, edith, document)
    assert groups_on(first) == ["To triage 400, most check-worthy first", "Waiting for an editor 2"]
    assert rows_on(first) == list(range(501, 401, -1))
    older = re.search(r'<a class="button push" href="([^"]*)" rel="next">Older', first)[1]
    assert rows_on(page_of(client, edith, document, unescape(older))) == list(range(401, 301, -1))
    other = page_of(client, edith, document, "?group=editor")
    assert rows_on(other) == [100, 101]
    assert '<a class="push" href="?group=triage#claims">Show</a>' in other
    assert rows_on(page_of(client, edith, document, "?group=nope")) == rows_on(first)
    assert f'href="/documents/{document.pk}/claims/100/" data-number="100"' in first
    assert 'href="#claim-501" data-number="501"' in first
