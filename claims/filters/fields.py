"""Fields of the filter row that offer a few rows, read at once, and accept every row that the person sees."""

from collections.abc import Iterator
from typing import Any

import django_filters
from django.http import HttpRequest
from django_filters import fields

from claims.models import User
from claims.reports.offered import documents_offered

LONGEST_TITLE = 60
Offer = tuple[str, str]


def person_of(request: HttpRequest) -> User:
    """Who asks."""
    assert isinstance(request.user, User)
    return request.user


class _Offers(fields.ModelChoiceIterator):
    """What the field offers; Django's own would read its queryset through a cursor kept open on the server."""

    def __iter__(self) -> Iterator[Any]:
        yield "", self.field.empty_label
        yield from self.field.offers


class _FewField(fields.ModelChoiceField):
    iterator = _Offers

    def __init__(self, *args: Any, offers: list[Offer], **kwargs: Any) -> None:
        self.offers = offers
        super().__init__(*args, **kwargs)


class _DocumentField(_FewField):
    def clean(self, value: Any) -> Any:
        """The document, which heads what is offered from then on."""
        found = super().clean(value)
        if found:
            offer = _offer(found.pk, found.title)
            self.offers = [offer, *(each for each in self.offers if each != offer)]
        return found


class DocumentFilter(django_filters.ModelChoiceFilter):
    """Chooses one document: offers a few, accepts every other that this person sees."""

    field_class = _DocumentField

    @property
    def field(self) -> Any:
        """Django's field, which also knows what to offer."""
        rows = documents_offered(person_of(self.get_request())).values_list("pk", "title")
        self.extra["offers"] = [_offer(key, title) for key, title in rows]
        return super().field


def _offer(key: int, title: str) -> Offer:
    return str(key), title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 2]} …"


class ReviewerFilter(django_filters.ModelChoiceFilter):
    """Chooses one reviewer: offers and accepts all who are active."""

    field_class = _FewField

    @property
    def field(self) -> Any:
        """Django's field, with everybody's name."""
        self.extra["offers"] = [(str(user.pk), str(user)) for user in self.get_queryset(self.get_request())]
        return super().field


def choice(
    label: str, choices: Any = (), method: str | None = None, **more: Any
) -> django_filters.ChoiceFilter:
    """One of some words. Filters and fields are copied for every request, and a function is copied in no time."""
    return django_filters.ChoiceFilter(
        label=label, choices=lambda: choices, method=method, empty_label="Any", **more
    )
