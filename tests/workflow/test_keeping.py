"""Kept files: the origin once for the same bytes; what waits for its preview is one person's, for a day."""

import datetime
import hashlib
import os
import time

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from claims.errors import Incomplete
from claims.models import Document, Event, EventBody, SavedFile, User
from claims.workflow import intake, keeping
from claims.workflow.fact_sheets import read_sheet
from claims.workflow.facts import bring_in_facts
from claims.workflow.reading import Incoming, Origin, read_file, read_words
from tests import factories

DATA = b"The quay of Vessby cost 62 million crowns. It opened in 2026.\r\n"
ORIGIN = Origin(DATA, "quay.txt", "text/plain", "txt")


def test_a_document_keeps_the_file_it_was_read_from(edith: User):
    document = intake.bring_in(read_file(DATA, name="quay.txt"), by=edith)
    kept = SavedFile.objects.get()
    digest = hashlib.sha256(DATA).hexdigest()
    assert document.current_revision.origin_sha256 == kept.sha256 == digest
    assert (kept.size, kept.media_type) == (len(DATA), "text/plain")
    with default_storage.open(kept.path) as file:
        assert file.read() == DATA


def test_history_names_the_file_and_where_it_came_from(edith: User):
    page = Origin(DATA, "quay", "text/html", "html", "http://example.org/q", "https://example.org/quay")
    factories.make_document(edith, origin=page)
    words = EventBody.objects.get(event=Event.objects.get(action="bring in")).words
    assert words["file"] == {"sha256": hashlib.sha256(DATA).hexdigest(), "size": len(DATA), "name": "quay"}
    assert (words["link"], words["address"]) == ("http://example.org/q", "https://example.org/quay")


def test_pasted_words_have_no_file(edith: User):
    document = intake.bring_in(read_words("The quay cost 62 million crowns."), by=edith)
    assert (document.current_revision.origin_sha256, SavedFile.objects.count()) == ("", 0)


def test_the_same_bytes_are_kept_once(edith: User):
    for _ in range(2):
        factories.make_document(edith, origin=ORIGIN)
    assert (Document.objects.count(), SavedFile.objects.count()) == (2, 1)
    assert len(default_storage.listdir("origins/" + SavedFile.objects.get().sha256[:2])[1]) == 1


def test_a_sheet_that_history_names_is_not_cleared_away(edith: User):
    sheet = read_sheet(b"Fact\nThe quay cost 62 million crowns.", name="facts.csv")
    bring_in_facts(sheet, by=edith)
    kept = SavedFile.objects.get()
    keeping.clear_away(kept.sha256)
    assert default_storage.exists(SavedFile.objects.get(pk=kept.pk).path)


def test_a_file_that_is_cleared_away_while_the_same_bytes_come_in_is_written_again(edith: User):
    keeping.record(keeping.put_away(ORIGIN), ORIGIN)
    on_its_way = keeping.put_away(ORIGIN)
    keeping.clear_away(on_its_way.sha256)
    assert (SavedFile.objects.count(), default_storage.exists(on_its_way.path)) == (0, False)
    kept = keeping.record(on_its_way, ORIGIN)
    with default_storage.open(kept.path) as file:
        assert file.read() == DATA


# --- between preview and storing --------------------------------------------------------------------------


def waiting() -> list[str]:
    """The names of what waits."""
    return sorted(default_storage.listdir("waiting")[1])


def age_marks(minutes: int) -> None:
    """Let every mark be that old."""
    then = time.time() - 60 * minutes
    for name in waiting():
        if name.endswith(".held"):
            os.utime(default_storage.path(f"waiting/{name}"), (then, then))


def test_what_is_set_aside_comes_back_as_it_was(edith: User):
    incoming = Incoming(read_words("Prices rose by 4 percent.").reading, ORIGIN)
    token = keeping.set_aside(incoming, by=edith)
    assert keeping.take_up(token, by=edith) == incoming
    assert keeping.take_up(token, by=edith) == incoming
    assert SavedFile.objects.count() == 0


def test_it_is_gone_when_it_was_brought_in(edith: User):
    token = keeping.set_aside(read_words("Prices rose."), by=edith)
    keeping.forget(token, by=edith)
    assert waiting() == []
    with pytest.raises(Incomplete, match="Choose the file or paste the text again"):
        keeping.take_up(token, by=edith)


def test_two_presses_store_it_once(edith: User):
    token = keeping.set_aside(read_words("Prices rose."), by=edith)
    held = pytest.raises(Incomplete, match="is being brought in right now")
    with keeping.held(token, by=edith), held, keeping.held(token, by=edith):
        pytest.fail("it was held already")
    assert waiting() == []


def test_the_second_press_stores_nothing_when_the_first_is_through(edith: User):
    token = keeping.set_aside(read_words("Prices rose."), by=edith)
    with keeping.held(token, by=edith):
        pass
    with pytest.raises(Incomplete, match="This preview is gone"), keeping.held(token, by=edith):
        pytest.fail("it was stored already")
    assert waiting() == []


def test_what_a_dead_process_held_is_taken_over_after_an_hour_by_one(edith: User):
    token = keeping.set_aside(read_words("Prices rose."), by=edith)
    dead, dead_too, slow = (keeping.held(token, by=edith) for _ in range(3))
    held = pytest.raises(Incomplete, match="is being brought in right now")
    dead.__enter__()
    age_marks(minutes=59)
    with held, keeping.held(token, by=edith):
        pytest.fail("it was held already")
    for other in (dead_too, slow):
        age_marks(minutes=61)
        other.__enter__()
    age_marks(minutes=61)
    with keeping.held(token, by=edith):
        slow.__exit__(RuntimeError, RuntimeError(), None)  # it was not dead, and takes nothing back
        with held, keeping.held(token, by=edith):
            pytest.fail("it was taken over already")
        assert keeping.take_up(token, by=edith).reading.text == "Prices rose."
    assert waiting() == []


def test_it_waits_on_when_storing_fails(edith: User):
    token = keeping.set_aside(read_words("Prices rose."), by=edith)
    with pytest.raises(RuntimeError), keeping.held(token, by=edith):
        raise RuntimeError
    with keeping.held("", by=edith):
        assert keeping.take_up(token, by=edith).reading.text == "Prices rose."


def test_what_was_typed_waits_with_it(edith: User):
    token = keeping.set_aside(read_words("Prices rose."), by=edith, typed={"title": "Prices"})
    assert keeping.typed_with(token, by=edith) == {"title": "Prices"}


def test_a_kept_file_that_was_cut_off_is_written_anew(edith: User):
    factories.make_document(edith, origin=ORIGIN)
    path = SavedFile.objects.get().path
    default_storage.delete(path)
    default_storage.save(path, ContentFile(DATA[:5]))
    factories.make_document(edith, origin=ORIGIN)
    with default_storage.open(SavedFile.objects.get().path) as file:
        assert file.read() == DATA


def test_it_is_nobody_elses(edith: User, elias: User):
    token = keeping.set_aside(read_words("Prices rose."), by=edith)
    for other in (token, token + "x", "", "../../secret"):
        with pytest.raises(Incomplete):
            keeping.take_up(other, by=elias)
        keeping.forget(other, by=elias)
    assert len(waiting()) == 1


def test_after_a_day_it_is_swept_away(edith: User):
    token = keeping.set_aside(Incoming(read_words("Prices rose.").reading, ORIGIN), by=edith)
    later = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1, minutes=1)
    with time_machine.travel(later):
        with pytest.raises(Incomplete):
            keeping.take_up(token, by=edith)
        keeping.set_aside(read_words("Prices fell."), by=edith)
        assert len(waiting()) == 1
