"""Many rows at once: what is stored is what ``bulk_create`` stores, and the database refuses the same."""

import datetime
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction

from claims.models import Claim, ClaimSpan, Document, Event, User, rows

pytestmark = pytest.mark.django_db
DUE = datetime.datetime(2026, 3, 13, 17, 0, 0, 123, tzinfo=datetime.UTC)
ODD = "Straße, İzmir, Ёлка, é \\ \t \n \r\n \\N 'x' \"y\" %s {} 🙂"


def new_claims(document: Document, by: User, count: int) -> list[Claim]:
    revision = document.current_revision
    return [
        Claim(
            document=document,
            revision=revision,
            number=1000 + number,
            start=number,
            end=number + 1,
            quote=ODD,
            text=f"{ODD} {number}",
            features={"digits": number, "words": ["é", None, 0.5]},
            flags=["legal"] if number % 2 else [],
            due_at=DUE if number % 3 else None,
            confirmed_by=by if number % 5 else None,
            added_by=by,
            added_at=DUE,
            search_text=f"strasse izmir {number}",
        )
        for number in range(count)
    ]


def stored(model: type[models.Model], **where: Any) -> list[dict[str, Any]]:
    """Every column but the key, in the order in which the rows were given."""
    return [
        {name: value for name, value in row.items() if name != "id"}
        for row in model._default_manager.filter(**where).order_by("pk").values()
    ]


def test_what_add_stores_is_what_bulk_create_stores(document: Document, edith: User):
    found = []
    for write in (Claim.objects.bulk_create, rows.add):
        with transaction.atomic():
            write(new_claims(document, edith, 1203))
            found.append(stored(Claim, number__gte=1000))
            transaction.set_rollback(True)
    assert len(found[0]) == 1203
    assert found[1] == found[0]


def test_added_things_have_their_keys_and_can_be_changed(document: Document, edith: User):
    claims = new_claims(document, edith, 3)
    rows.add(claims)
    assert [Claim.objects.get(pk=claim.pk).number for claim in claims] == [1000, 1001, 1002]
    claims[0].text = "Changed."
    claims[0].save()
    assert Claim.objects.get(pk=claims[0].pk).text == "Changed."


def test_keys_go_on_after_added_rows(document: Document, edith: User):
    claims = new_claims(document, edith, 3)
    rows.add(claims[:2])
    claims[2].save()
    assert claims[2].pk > claims[1].pk > claims[0].pk


def test_new_keys_of_an_empty_table_begin_somewhere(db: None):
    keys = list(rows.new_keys(Event, 3))
    assert keys == list(range(keys[0], keys[0] + 3))


def test_nothing_to_add_asks_nothing(django_assert_num_queries: Any):
    with django_assert_num_queries(0):
        rows.add([])


def test_rows_alike_are_as_things_with_the_same_columns(document: Document, edith: User):
    revision = document.current_revision
    like = Claim(document=document, revision=revision, due_at=DUE, added_by=edith, added_at=DUE)
    names = ("number", "start", "end", "quote", "text", "features", "search_text")
    given = [(7000 + n, n, n + 2, ODD, f"{ODD} {n}", {"a": n}, f"word {n}") for n in range(601)]
    found = []
    for write in (
        lambda: rows.add_alike(like, names, given),
        lambda: Claim.objects.bulk_create(
            [
                Claim(
                    document=document, revision=revision, due_at=DUE, added_by=edith, added_at=DUE,
                    **dict(zip(names, row, strict=True)),
                )
                for row in given
            ]
        ),
    ):  # fmt: skip
        with transaction.atomic():
            write()
            found.append(stored(Claim, number__gte=7000))
            transaction.set_rollback(True)
    assert len(found[0]) == 601
    assert found[0] == found[1]


def test_rows_alike_may_bring_their_keys(document: Document):
    claim = document.claims.first()
    key = rows.new_keys(ClaimSpan, 1)[0]
    rows.add_alike(
        ClaimSpan(revision=document.current_revision, position=9),
        ("id", "claim", "start", "end"),
        [(key, claim.pk, 1, 2)],
    )
    assert ClaimSpan.objects.get(pk=key).claim == claim


def test_added_claims_are_found_by_their_words(document: Document, edith: User):
    rows.add(new_claims(document, edith, 700))
    assert Claim.objects.search("izmir").count() == 700
    assert Claim.objects.search("izmir 69").count() == 11


@pytest.mark.parametrize("wrong", [{"number": 1}, {"start": 5, "end": 5}, {"kind": "x"}, {"text": ""}])
def test_the_database_refuses_what_it_always_refuses(document: Document, edith: User, wrong: dict[str, Any]):
    claims = new_claims(document, edith, 3)
    for name, value in wrong.items():
        setattr(claims[1], name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.add(claims)
    assert not Claim.objects.filter(number__gte=1000).exists()


def test_portions_are_full_but_the_last():
    assert list(rows.portions(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(rows.portions([], 2)) == []
