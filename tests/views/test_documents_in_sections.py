"""The page of a long document: in sections of its text, its list by group."""

import re
from html import unescape

from django.utils import timezone

from claims.models import Claim, ClaimSpan, Document, Revision, RevisionText
from claims.models.document import pack_spans
from claims.workflow import assigning, triage
from tests import factories
from tests.document_pages import groups_on, marks_on, page_of, text_on


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
    assert "Section 3 of 3" in page_of(client, edith, document, "?sentence=1100")
    assert 'id="sentence-1100"' in page_of(client, edith, document, "?sentence=1100")
    assert "Section 1 of 3" in page_of(client, edith, document, "?claim=987654&section=x&sentence=")
    ways = {
        query: set(re.findall(r'class="row-number" href="([^"#]*)', page_of(client, edith, document, query)))
        for query in ("?section=1", "?section=2", "?group=triage&sentence=1100")
    }
    assert ways == {
        "?section=1": {"?section=2"},
        "?section=2": {""},
        "?group=triage&sentence=1100": {"?group=triage&amp;section=2"},
    }


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
    assert groups_on(first) == ["To triage 400, most check-worthy first", "Unassigned 2"]
    assert rows_on(first) == list(range(501, 401, -1))
    older = re.search(r'<a class="button push" href="([^"]*)" rel="next">Next', first)[1]
    assert rows_on(page_of(client, edith, document, unescape(older))) == list(range(401, 301, -1))
    other = page_of(client, edith, document, "?group=unassigned")
    assert rows_on(other) == [100, 101]
    assert '<a class="push" href="?group=triage#claims">Show</a>' in other
    assert rows_on(page_of(client, edith, document, "?group=nope")) == rows_on(first)
    assert f'href="/documents/{document.pk}/claims/100/" data-number="100"' in first
    assert 'href="#claim-501" data-number="501"' in first


def test_a_text_without_claims_says_what_next(client, edith):
    document = make_large(edith, sentences=1, claims=0)
    assert "No claims were found in this text." in page_of(client, edith, document)
