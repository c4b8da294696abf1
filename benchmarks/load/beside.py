"""Row of the table: handing in while somebody brings in a text of 5 MB, by the command, in a process of its own."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.figures import seconds
from benchmarks.load.asking import Visitor
from benchmarks.load.building import cast_of_desk
from benchmarks.load.inventing import Size, invent
from benchmarks.load.submitting import of, submit
from benchmarks.load.table import NUMBER, SECONDS, Figure
from claims.models import Claim

ROW = "beside"
BYTES, BYTES_A_CLAIM, PAUSE = 5_000_000, 500, 0.1  # a text of 5 MB for 10,000 claims or more


def measure(rounds: int) -> Iterator[Figure]:
    """The worst of the submits that fall into the import, and how many there were."""
    cast = cast_of_desk()
    visitor, drafts = Visitor(cast.reviewers[0]), iter(of(cast.reviewers[0], "started"))
    visitor.get("/claims/")  # the first page of a process loads what it needs
    megabytes = min(BYTES, Claim.objects.count() * BYTES_A_CLAIM) / 1_000_000
    start, taken = time.perf_counter(), []
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(_text(megabytes))
        file.flush()
        with _import(Path(file.name), cast.editor.username) as process:
            while process.poll() is None and (draft := next(drafts, None)):
                taken.append(seconds(partial(submit, visitor.post, draft, 1)))
                time.sleep(PAUSE)
    if process.returncode:
        raise RuntimeError(f"the import ended with {process.returncode}")
    yield Figure(ROW, f"import of a text of {megabytes:g} MB", time.perf_counter() - start, SECONDS)
    yield Figure(ROW, "submits meanwhile", len(taken), NUMBER)
    yield Figure(ROW, "worst submit meanwhile", max(taken), SECONDS, 1.0, spread=(min(taken), max(taken)))


def _text(megabytes: float) -> str:
    """Documents of a desk one after another, so many megabytes of them."""
    parts: list[str] = []
    size, length = Size(50_000), 0
    for number in count(1):
        if length >= megabytes * 1_000_000:
            break
        parts.append(invent(number, size).text)
        length += len(parts[-1].encode())
    return "\n".join(parts)


def _import(file: Path, username: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "manage.py", "import_documents", str(file), "--by", username]
    return subprocess.Popen(command, env=os.environ, stdout=subprocess.DEVNULL)
