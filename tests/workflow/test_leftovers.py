"""What a crash between two steps leaves is cleared away; what is still being stored is left alone."""

import datetime
import threading
from collections.abc import Callable
from itertools import count

import pytest
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.utils import timezone

from claims.errors import Incomplete
from claims.models import Chain, Claim, ClaimSpan, Document, Policy, Revision, SavedFile, User
from claims.permissions import visible_to
from claims.text import Reading, extract
from claims.workflow import intake, leftovers, proposing
from claims.workflow.arriving import Arrival, Particulars
from claims.workflow.reading import Incoming, Origin
from tests import factories

INCOMING = Incoming(Reading(factories.ARTICLE, title="Half there"))
ORIGIN = Origin(factories.ARTICLE.encode(), "quay.txt", "text/plain", "txt")
FROM_FILE = Incoming(INCOMING.reading, ORIGIN)


def begun(by: User, hours: int, incoming: Incoming = INCOMING) -> Arrival:
    """An import that began some hours ago, and that has stored its claims, but not taken its last step."""
    extraction = extract(factories.ARTICLE, "en")
    arrival = Arrival(incoming, extraction, by=by, about=Particulars(), text=factories.ARTICLE)
    arrival.document.added_at = timezone.now() - datetime.timedelta(hours=hours)
    with transaction.atomic():
        arrival.begin()
    for step in proposing.Proposals(extraction, list(Policy.objects.all())).steps():
        proposing.add(step, arrival.revision, by)
    return arrival


def crashed(by: User, hours: int, incoming: Incoming = INCOMING) -> Document:
    """A document whose process died before its last step, some hours ago."""
    return begun(by, hours, incoming).document


def after_a_step(act: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Claims are removed one at a time, and ``act`` comes in between the first and the second."""
    remove_some, steps = leftovers._remove_some, count()

    def remove_one(document: Document) -> bool:
        if next(steps) == 1:
            act()
        return remove_some(document)

    monkeypatch.setattr(leftovers, "CLAIMS_A_STEP", 1)
    monkeypatch.setattr(leftovers, "_remove_some", remove_one)


def test_only_what_is_surely_over_is_old(document: Document, edith: User):
    crashed(edith, 0)
    over = crashed(edith, 2)
    assert leftovers.old() == [over]


def test_remove_takes_everything_of_it_and_nothing_else(document: Document, edith: User):
    leftovers.remove([document, crashed(edith, 2)])
    assert list(Document.objects.all()) == list(Document.objects.filter(pk=document.pk))
    assert [model.objects.count() for model in (Revision, Claim, ClaimSpan)] == [1, 3, 3]


def test_the_next_long_text_clears_it_away(edith: User, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(proposing, "CLAIMS_A_STEP", 2)
    old, young = crashed(edith, 2), crashed(edith, 0)
    assert not visible_to(edith, Document.objects.all()).exists()
    again = intake.bring_in(INCOMING, by=edith)
    assert list(Document.objects.order_by("pk")) == [young, again]
    assert not Claim.objects.filter(document=old.pk).exists()


def test_the_same_key_is_not_the_same_document(edith: User):
    there, rolled_back = crashed(edith, 2), Document()
    rolled_back.pk = there.pk
    leftovers.remove([rolled_back])
    assert list(Document.objects.all()) == [there]


def test_what_is_finished_in_between_is_left_alone(edith: User, monkeypatch: pytest.MonkeyPatch):
    arrival = begun(edith, 2)
    after_a_step(lambda: arrival.finish(claims=3), monkeypatch)
    leftovers.remove(leftovers.old())
    assert (Document.objects.arrived().get(), Claim.objects.count()) == (arrival.document, 2)


@pytest.mark.django_db(transaction=True)
def test_who_clears_away_waits_for_the_last_step_and_then_does_nothing(edith: User):
    arrival = begun(edith, 2, FROM_FILE)

    def clear_away() -> None:
        leftovers.remove([arrival.document])
        connection.close()

    other = threading.Thread(target=clear_away)
    with transaction.atomic():
        arrival.finish(claims=3)
        other.start()
        other.join(0.3)
        arrival.refuse_unless_whole()
    other.join(30)
    assert [model.objects.count() for model in (Document, Claim, ClaimSpan, SavedFile)] == [1, 3, 3, 1]


def test_an_import_does_not_finish_without_the_claims_that_were_removed(
    edith: User, monkeypatch: pytest.MonkeyPatch
):
    arrival = begun(edith, 2)

    def finish() -> None:
        with transaction.atomic():
            arrival.finish(claims=3)
            arrival.refuse_unless_whole()

    def in_vain() -> None:
        with pytest.raises(Incomplete, match="cleared away"):
            finish()

    after_a_step(in_vain, monkeypatch)
    leftovers.remove(leftovers.old())
    assert [model.objects.count() for model in (Document, Revision, Claim, ClaimSpan)] == [0, 0, 0, 0]


def test_an_import_that_was_removed_is_refused_its_next_step(edith: User):
    arrival = begun(edith, 2)
    leftovers.remove(leftovers.old())
    for step in (arrival.go_on, lambda: arrival.finish(claims=3)):
        with pytest.raises(Incomplete, match="Bring the text in again"):
            step()
    assert not Chain.objects.filter(document__isnull=False).exists()


def test_a_long_import_that_was_removed_half_way_says_so_and_leaves_nothing(
    edith: User, monkeypatch: pytest.MonkeyPatch
):
    add = proposing.add

    def slow(step: proposing.Step, revision: Revision, by: User) -> None:
        add(step, revision, by)
        leftovers.remove([revision.document])

    monkeypatch.setattr(proposing, "CLAIMS_A_STEP", 2)
    monkeypatch.setattr(proposing, "add", slow)
    with pytest.raises(Incomplete, match="cleared away"):
        intake.bring_in(FROM_FILE, by=edith)
    assert [model.objects.count() for model in (Document, Revision, Claim, SavedFile)] == [0, 0, 0, 0]


# --- the file it was read from ----------------------------------------------------------------------------


def test_its_file_goes_with_it(edith: User):
    over = crashed(edith, 2, FROM_FILE)
    path = SavedFile.objects.get().path
    leftovers.remove([over])
    assert (SavedFile.objects.count(), default_storage.exists(path)) == (0, False)


def test_a_file_that_another_document_was_read_from_stays(edith: User):
    factories.make_document(edith, origin=ORIGIN)
    leftovers.remove([crashed(edith, 2, FROM_FILE)])
    assert default_storage.exists(SavedFile.objects.get().path)
