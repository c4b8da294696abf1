"""Search finds the same rows on both databases. The same file runs on SQLite and on PostgreSQL."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from claims.models import Claim, Document, User, search
from claims.models.search import (
    LONGEST_TEXT,
    _with_each,
    as_search_text,
    index_statements,
    search_tokens,
)
from claims.workflow import editing
from tests import factories

TEXTS = {
    1: "Москва выделила 40 миллионов рублей на ремонт школ.",
    2: "Über 3.000 Schüler besuchten das Café in der Straße.",
    3: "The quay cost 62 million crowns, the port authority said.",
    4: "ΟΔΥΣΣΕΥΣ ﬁnally paid ½ of №7™ for 5G.",
}


@pytest.fixture
def texts(edith: User) -> Document:
    """Four claims with known words."""
    document = factories.make_document(edith, "One thing. " * 4)
    Claim.objects.filter(document=document).update(search_text="")
    for number, text in TEXTS.items():
        claim = document.claims.filter(number=number).first() or editing.add(
            document, by=edith, start=0, end=9
        )
        editing.edit(claim, by=edith, text=text, speaker="")
    return document


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("москва", {1}),
        ("МОСКВА", {1}),
        ("моск", {1}),
        ("осква", set()),  # beginnings only
        ("uber", {2}),
        ("über schüler", {2}),
        ("cafe", {2}),
        ("Cafe\u0301", {2}),
        ("strasse", {2}),
        ("STRASSE", {2}),
        ("3.000", {2}),
        ("quay million", {3}),
        ("million quay", {3}),
        ("quay москва", set()),
        ("quay-cost", {3}),
        ("οδυσσευς", {4}),
        ("finally", {4}),
        ("no7tm", {4}),
        ("№7™", {4}),
        ("no7", {4}),
        ("5g", {4}),
        ("", {1, 2, 3, 4}),
        ("   ", {1, 2, 3, 4}),
        ("...", set()),
        ("—", set()),
        ('"quay"', {3}),
        ("quay*", {3}),
        ("quay OR москва", set()),
        ("quay NOT cost", set()),
        ("quay & cost", {3}),
        ("(quay | !cost):*", {3}),
        ("quay' cost", {3}),
        ("quay\\ cost", {3}),
        ("NEAR(quay cost)", set()),
        ("search_text:quay", set()),
        ("^quay", {3}),
        ("{quay}", {3}),
        ("quay\x00cost", {3}),
        ("%", set()),
        ("qu_y", set()),
        ("'; DROP TABLE claims_claim; --", set()),
        ("\ud800", set()),
    ],
)
def test_search(texts: Document, words: str, found: set[int]):
    assert {claim.number for claim in Claim.objects.search(words)} == found


def test_search_chains(texts: Document):
    assert Claim.objects.filter(number=3).search("quay").search("cost").to_triage().count() == 1
    assert Claim.objects.filter(number=1).search("quay").count() == 0


def test_the_index_follows_changes(texts: Document, edith: User):
    editing.edit(texts.claims.get(number=3), by=edith, text="Nothing of the kind.")
    assert list(Claim.objects.search("quay")) == []
    assert [claim.number for claim in Claim.objects.search("kind")] == [3]


@given(st.text())
def test_search_text_is_made_of_search_tokens(text: str):
    stored = as_search_text(text)
    assert stored.split(" ") == list(dict.fromkeys(search_tokens(text))) or stored == ""
    assert as_search_text(stored) == stored


def test_a_long_word_and_a_long_text_are_cut():
    assert search_tokens("a" * 500) == ["a" * 100]
    stored = as_search_text(" ".join(f"w{number:x}" for number in range(200_000)))
    assert 0 < len(stored) <= LONGEST_TEXT


def test_each_word_is_stored_once():
    assert as_search_text("The quay", "the new quay") == "the quay new"


def test_the_index_is_there(db: None):
    with connection.cursor() as cursor:
        names = connection.introspection.get_table_list(cursor)
    if connection.vendor == "sqlite":
        assert {"claims_claim_search", "claims_document_search"} <= {table.name for table in names}
    assert len(index_statements(connection.vendor, "claims_claim")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Café CRÈME", ["cafe", "creme"]),
        ("12,5 % of Łódź", ["12", "5", "of", "łodz"]),
        ("naïve_x straße", ["naive", "x", "strasse"]),
        ("Київ—Відень", ["киів", "відень"]),
        ("x" * 250, ["x" * 100]),
        (" — ", []),
    ],
)
def test_search_tokens_are_words_without_case_and_accents(text: str, expected: list[str]) -> None:
    assert search_tokens(text) == expected


@given(st.text())
def test_search_tokens_are_short_runs_of_letters_and_digits(text: str):
    assert [token for token in search_tokens(text) if not token.isalnum() or len(token) > 100] == []


# --- common words: the newest rows alone, found without the index -----------------------------------------

FOLDED = [
    "Straße",
    "STRASSE",
    "İstanbul",
    "istanbul",
    "Ёлка",
    "елка",
    "café",
    "Cafe\u0301",
    "№7",
    "the",
    "t",
    "1",
]
SPOKEN = [
    "Die Straße von İstanbul kostet 1 Million.",
    "STRASSE, istanbul: 12 the theatre",
    "Ёлка в кафе — CAFÉ №7 стоит 1,5",
    "елка елки ÉCOLE the-thing",
    "Nothing of the kind; 21 streets",
]


@pytest.fixture
def many(edith: User) -> Document:
    """A document with a claim for each way of writing."""
    document = factories.make_document(edith, "One thing costs 5 crowns. " * 12)
    for claim, text in zip(document.claims.order_by("number"), SPOKEN * 2, strict=False):
        editing.edit(claim, by=edith, text=text, speaker="")
    return document


@pytest.mark.parametrize("words", [*FOLDED, "the strasse", "the 1 istanbul", "кафе", "кафе 1"])
def test_row_by_row_finds_what_the_index_finds(many: Document, words: str):
    by_index = set(Claim.objects.search(words))
    row_by_row = set(_with_each(Claim.objects.all(), search_tokens(words)))
    assert by_index == row_by_row != set()


@pytest.mark.parametrize(
    ("looked_at", "newest"), [(3, 3), (4, 4), (10, 10), (11, 11), (12, 12), (13, 12), (99, 12)]
)
def test_common_words_are_looked_for_in_the_newest_rows(
    many: Document, looked_at: int, newest: int, monkeypatch: pytest.MonkeyPatch
):
    Claim.objects.update(search_text="crowns")
    monkeypatch.setattr(search, "COMMON", 2)
    monkeypatch.setattr(search, "LOOKED_AT", looked_at)
    ids = list(Claim.objects.order_by("-pk").values_list("pk", flat=True))
    assert len(ids) == 12
    found, left_out = Claim.objects.all().search_newest("crown")
    assert list(found.order_by("-pk").values_list("pk", flat=True)) == ids[:newest]
    assert left_out == (newest < 12)
    assert Claim.objects.all().search_newest("quay")[1] is False


def test_a_search_by_itself_looks_at_every_row(many: Document, monkeypatch: pytest.MonkeyPatch):
    Claim.objects.update(search_text="crowns")
    monkeypatch.setattr(search, "COMMON", 2)
    monkeypatch.setattr(search, "LOOKED_AT", 3)
    rows = Claim.objects.filter(document=many, number__lt=6)
    assert set(rows.search("crown").values_list("number", flat=True)) == {1, 2, 3, 4, 5}
    assert Claim.objects.search("crown").count() == 12


def test_rare_words_are_looked_for_in_every_row(many: Document, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(search, "COMMON", 3)
    monkeypatch.setattr(search, "LOOKED_AT", 1)
    rare, left_out = Claim.objects.all().search_newest("école")
    assert (rare.count(), left_out) == (2, False)
    common, left_out = Claim.objects.all().search_newest("one")
    assert (common.count() <= 1, left_out) == (True, True)


def test_queries_of_a_search(many: Document, django_assert_num_queries: Callable[..., Any]):
    with django_assert_num_queries(3):  # the newest row, how many of the newest have the words, the rows
        list(Claim.objects.search("école"))


def test_the_newest_are_counted_from_those_that_have_arrived(
    many: Document, edith: User, monkeypatch: pytest.MonkeyPatch
):
    Claim.objects.update(search_text="crowns")
    monkeypatch.setattr(search, "COMMON", 2)
    monkeypatch.setattr(search, "LOOKED_AT", 3)
    coming = factories.make_document(
        edith, "Vessby sold two boats for 5 crowns.\nIt sold four for 9 crowns.\n" * 4
    )
    assert coming.claims.count() > 3
    Document.objects.filter(pk=coming.pk).update(current_revision=None)
    found, left_out = Claim.objects.arrived().search_newest("crown")
    assert (found.count(), left_out) == (3, True)


def test_nothing_is_cut_off_from_an_empty_desk(db: None):
    found, left_out = Claim.objects.all().search_newest("crown")
    assert (list(found), left_out) == ([], False)
    assert list(Claim.objects.search("crown")) == []
