"""What every verb's test asks: exactly one event when it is done, nothing anywhere when it is refused."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.forms.models import model_to_dict

from claims.errors import WorkflowError
from claims.models import Claim, Event

Refused = Callable[..., AbstractContextManager[list[Any]]]
OneEvent = Callable[..., AbstractContextManager[None]]


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of ours."""
    return {
        model.__name__: [model_to_dict(row) | {"pk": row.pk} for row in model._default_manager.order_by("pk")]
        for model in apps.get_app_config("claims").get_models()
    }


@pytest.fixture
def refused(db: None) -> Refused:
    """``with refused(Incomplete, "Choose a verdict.") as errors:`` – raised, and no row of any table changed."""

    @contextmanager
    def check(error: type[WorkflowError], sentence: str) -> Iterator[list[WorkflowError]]:
        before, caught = everything(), []
        with pytest.raises(error) as info:
            yield caught
        caught.append(info.value)
        assert str(info.value) == sentence
        assert everything() == before

    return check


@pytest.fixture
def one_event(db: None) -> OneEvent:
    """``with one_event("queue", of=claim):`` – exactly one new event, of that claim, with that action."""

    @contextmanager
    def check(action: str, *, of: Claim | None = None) -> Iterator[None]:
        known = set(Event.objects.values_list("pk", flat=True))
        yield
        [event] = Event.objects.exclude(pk__in=known)
        assert (event.action, event.claim_id) == (action, of.pk if of else None)

    return check


def words_of(event: Event | None) -> dict[str, Any]:
    """What history says of an event."""
    assert event is not None
    return event.body.words
