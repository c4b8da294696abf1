"""What a command writes: to standard output, or into a file in one step."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

FAILED = 1
STANDARD_OUTPUT = "-"
READABLE = 0o644


def add_output(parser: CommandParser) -> None:
    """``[--output PATH]``, for ``write``."""
    parser.add_argument(
        "--output",
        metavar="PATH",
        default=STANDARD_OUTPUT,
        help="a file, written anew if it is there; - or nothing is standard output",
    )


def write(chunks: Iterable[bytes], output: str, stdout: Any) -> None:
    """Print, or save under a path; ``-`` is standard output."""
    if output == STANDARD_OUTPUT:
        show(chunks, stdout)
    else:
        save(chunks, output)


def show(chunks: Iterable[bytes], stdout: Any) -> None:
    """The same bytes as in a file, whatever the terminal's encoding; a reader may stop early."""
    raw = getattr(stdout, "buffer", None)
    try:
        for chunk in chunks:
            if raw is None:
                stdout.write(chunk.decode(), ending="")
            else:
                raw.write(chunk)
        (raw or stdout).flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # so that Python's own flush at the end is quiet


def save(chunks: Iterable[bytes], output: str) -> None:
    """Write a file in one step: whoever opens it sees the old one or the new one, never half of one."""
    path = Path(output).resolve()
    try:
        if path.exists() and not path.is_file():  # a device or a pipe; a folder is refused by the system
            with path.open("wb") as device:
                device.writelines(chunks)
            return
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".factcheck-", delete=False) as part:
            try:
                part.writelines(chunks)
                part.close()
                Path(part.name).chmod(path.stat().st_mode & 0o777 if path.exists() else READABLE)
                Path(part.name).replace(path)
            except BaseException:
                Path(part.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CommandError(f"{output} cannot be written: {reason}.", returncode=FAILED) from error
