"""Files are kept: the origin of a text for good, by its checksum, and what waits for its preview for a day.

A kept file is reached only through a view that checks who asks. The bytes are written outside any transaction.
"""

import datetime
import hashlib
import json
import secrets
from typing import Any

from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from claims.errors import Incomplete
from claims.models import SavedFile, User
from claims.text import Reading
from claims.workflow.reading import Incoming, Origin

ORIGINS, WAITING = "origins", "waiting"
WAITS = datetime.timedelta(days=1)
GONE = "This preview is more than a day old. Choose the file or paste the text again; nothing was stored."


def put_away(origin: Origin) -> SavedFile:
    """Write the file unless one with the same bytes is kept already; the row that stands for it, not stored yet."""
    sha256 = hashlib.sha256(origin.data).hexdigest()
    path = f"{ORIGINS}/{sha256[:2]}/{sha256}.{origin.ending}"
    if not default_storage.exists(path):
        path = default_storage.save(path, ContentFile(origin.data))
    return SavedFile(
        sha256=sha256,
        size=len(origin.data),
        media_type=origin.media_type,
        path=path,
        added_at=timezone.now(),
    )


def record(file: SavedFile) -> SavedFile:
    """Store the row of a file that was put away; the one that is there when the same bytes came before."""
    columns = {name: getattr(file, name) for name in ("size", "media_type", "path", "added_at")}
    return SavedFile.objects.get_or_create(sha256=file.sha256, defaults=columns)[0]


# --- between preview and storing --------------------------------------------------------------------------


def set_aside(incoming: Incoming, *, by: User) -> str:
    """Keep what was read until it is brought in or forgotten; returns the token that only this person can use."""
    _sweep()
    name = secrets.token_hex(16)
    origin = incoming.origin
    facts: dict[str, Any] = {"reading": incoming.reading.as_dict(), "origin": None}
    if origin:
        facts["origin"] = {
            key: getattr(origin, key) for key in ("name", "media_type", "ending", "link", "address")
        }
        default_storage.save(f"{WAITING}/{name}.bytes", ContentFile(origin.data))
    default_storage.save(f"{WAITING}/{name}.json", ContentFile(json.dumps(facts).encode()))
    return _signer(by).sign(name)


def take_up(token: str, *, by: User) -> Incoming:
    """What was set aside under this token; raises ``Incomplete`` when it is gone, or was somebody else's."""
    try:
        name = _signer(by).unsign(token, max_age=WAITS)
        with default_storage.open(f"{WAITING}/{name}.json") as file:
            facts = json.load(file)
        origin = facts["origin"]
        if origin:
            with default_storage.open(f"{WAITING}/{name}.bytes") as file:
                origin = Origin(file.read(), **origin)
    except (signing.BadSignature, FileNotFoundError):
        raise Incomplete(GONE, {"text": GONE}) from None
    return Incoming(Reading.from_dict(facts["reading"]), origin)


def forget(token: str, *, by: User) -> None:
    """Delete what was set aside: it was brought in, or given up."""
    try:
        name = _signer(by).unsign(token)
    except signing.BadSignature:
        return
    for ending in ("json", "bytes"):
        default_storage.delete(f"{WAITING}/{name}.{ending}")


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
        if default_storage.get_modified_time(path) < timezone.now() - WAITS:
            default_storage.delete(path)
