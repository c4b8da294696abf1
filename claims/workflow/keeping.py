"""Files are kept: the origin of a text for good, by its checksum, and what waits for its preview for a day.

A kept file is reached only through a view that checks who asks. The bytes are written outside any transaction.
"""

import datetime
import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import Q
from django.utils import timezone

from claims.errors import Incomplete
from claims.models import EventBody, Evidence, Revision, SavedFile, User
from claims.text import Reading
from claims.workflow.reading import Incoming, Origin

ORIGINS, WAITING = "origins", "waiting"
WAITS = datetime.timedelta(days=1)
LONGEST_IMPORT = datetime.timedelta(hours=1)
GONE = "This preview is gone: it was brought in, or it is more than a day old. Choose the file or paste the text again."

HELD = (
    "This text is being brought in right now; look for it among the documents in a moment. If it never comes, press "
    "again when an hour has passed."
)


def put_away(origin: Origin) -> SavedFile:
    """Write the file unless one with the same bytes is kept already; the row that stands for it, not stored yet."""
    sha256 = hashlib.sha256(origin.data).hexdigest()
    known = SavedFile.objects.filter(sha256=sha256).first()
    path = known.path if known else f"{ORIGINS}/{sha256[:2]}/{sha256}.{origin.ending}"
    if not _is_whole(path, len(origin.data)):
        default_storage.delete(path)
        path = default_storage.save(path, ContentFile(origin.data))
    return SavedFile(
        sha256=sha256,
        size=len(origin.data),
        media_type=origin.media_type,
        path=path,
        added_at=timezone.now(),
    )


def _is_whole(path: str, size: int) -> bool:
    """Whether the file is there with all its bytes: a full disk or a crash may have cut it off."""
    try:
        return default_storage.size(path) == size
    except FileNotFoundError:
        return False


def record(file: SavedFile, origin: Origin) -> SavedFile:
    """Store the row of a file that was put away; the one that is there when the same bytes came before.

    The row stays locked until the transaction ends, so that ``clear_away`` waits and finds who names it by then. If
    ``clear_away`` was quicker, the file is written once more.
    """
    columns = {name: getattr(file, name) for name in ("size", "media_type", "path", "added_at")}
    kept, _ = SavedFile.objects.select_for_update().get_or_create(sha256=file.sha256, defaults=columns)
    if not _is_whole(kept.path, kept.size):
        put_away(origin)
    return kept


def clear_away(sha256: str) -> None:
    """Delete a file and its row unless a revision, a piece of evidence or a fact sheet's history names it.

    In a transaction. When that is rolled back, the row is back without its file, until the same bytes come again.
    """
    kept = SavedFile.objects.select_for_update().filter(sha256=sha256).first()
    if kept and not _is_named(kept):
        kept.delete()
        default_storage.delete(kept.path)


def _is_named(kept: SavedFile) -> bool:
    told = EventBody.objects.filter(event__action="import facts", text__contains=f'"kept as":{kept.pk},')
    return (
        Revision.objects.filter(origin_sha256=kept.sha256).exists()
        or Evidence.objects.filter(Q(file=kept) | Q(saved_copy=kept)).exists()
        or told.exists()
    )


# --- between preview and storing --------------------------------------------------------------------------


def set_aside(incoming: Incoming, *, by: User, typed: Mapping[str, str] | None = None) -> str:
    """Keep what was read, and what was typed about it, until it is brought in or forgotten.

    Returns the token that only this person can use.
    """
    _sweep()
    name = secrets.token_hex(16)
    origin = incoming.origin
    facts: dict[str, Any] = {
        "reading": incoming.reading.as_dict(),
        "origin": None,
        "typed": dict(typed or {}),
    }
    if origin:
        facts["origin"] = {
            key: getattr(origin, key) for key in ("name", "media_type", "ending", "link", "address")
        }
        default_storage.save(f"{WAITING}/{name}.bytes", ContentFile(origin.data))
    default_storage.save(f"{WAITING}/{name}.json", ContentFile(json.dumps(facts).encode()))
    return _signer(by).sign(name)


def take_up(token: str, *, by: User) -> Incoming:
    """What was set aside under this token; raises ``Incomplete`` when it is gone, or was somebody else's."""
    facts, origin = _waiting(token, by), None
    if facts["origin"]:
        with default_storage.open(f"{WAITING}/{_name(token, by)}.bytes") as file:
            origin = Origin(file.read(), **facts["origin"])
    return Incoming(Reading.from_dict(facts["reading"]), origin)


def typed_with(token: str, *, by: User) -> dict[str, str]:
    """What was typed about the text that waits under this token; raises ``Incomplete`` when it is gone."""
    typed: dict[str, str] = _waiting(token, by)["typed"]
    return typed


@contextmanager
def held(token: str, *, by: User) -> Iterator[None]:
    """Store what waits under this token inside the block: two presses at a time store it once, and then it is gone.

    When the block fails it waits on, and when the process dies it can be stored again after an hour. A token that is
    empty holds nothing.
    """
    if not token:
        yield
        return
    name = _name(token, by)
    marks = _hold(name)
    try:
        if not default_storage.exists(f"{WAITING}/{name}.json"):
            raise Incomplete(GONE, {"text": GONE})  # the other press was quicker, and is through
        yield
        forget(token, by=by)
    finally:
        if not default_storage.exists(_mark(name, len(marks))):  # else it was taken over, with all its marks
            for mark in marks:  # the one that holds it last
                default_storage.delete(mark)


def _hold(name: str) -> list[str]:
    """Put a mark on what waits under this name, beside those of processes that died; all of them, the new one last.

    Two that take over at a time want the same mark, and the store gives it to one of them. Raises ``Incomplete`` when
    it is held.
    """
    marks: list[str] = []
    while True:
        mark = _mark(name, len(marks))
        marks.append(mark)
        mine = default_storage.save(mark, ContentFile(b""))
        if mine == mark:
            return marks
        default_storage.delete(mine)
        if not _is_abandoned(mark):
            raise Incomplete(HELD, {"text": HELD})


def _mark(name: str, number: int) -> str:
    return f"{WAITING}/{name}.{number}.held"


def _is_abandoned(mark: str) -> bool:
    try:
        return default_storage.get_modified_time(mark) < timezone.now() - LONGEST_IMPORT
    except FileNotFoundError:
        return False  # it was given back this moment


def forget(token: str, *, by: User) -> None:
    """Delete what was set aside: it was brought in, or given up."""
    try:
        name = _signer(by).unsign(token)
    except signing.BadSignature:
        return
    for ending in ("json", "bytes"):
        default_storage.delete(f"{WAITING}/{name}.{ending}")


def _name(token: str, by: User) -> str:
    return _signer(by).unsign(token, max_age=WAITS)


def _waiting(token: str, by: User) -> dict[str, Any]:
    try:
        with default_storage.open(f"{WAITING}/{_name(token, by)}.json") as file:
            facts: dict[str, Any] = json.load(file)
    except (signing.BadSignature, FileNotFoundError):
        raise Incomplete(GONE, {"text": GONE}) from None
    return facts


def _signer(by: User) -> signing.TimestampSigner:
    return signing.TimestampSigner(salt=f"claims.waiting.{by.pk}")


def _sweep() -> None:
    """Delete what nobody came back for."""
    try:
        _, names = default_storage.listdir(WAITING)
    except FileNotFoundError:
        return
    for name in names:
        path = f"{WAITING}/{name}"
        with suppress(FileNotFoundError):  # somebody else brought it in, or swept
            if default_storage.get_modified_time(path) < timezone.now() - WAITS:
                default_storage.delete(path)
