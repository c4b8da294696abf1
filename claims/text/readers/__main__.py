"""The child's side of reading: a file on standard input, its reading or the refusal as JSON on standard output.

``python -m claims.text.readers NAME MEDIA_TYPE MAX_BYTES``, run under limits by whoever needs the text.
"""

import json
import sys

from claims.text.readers import Unreadable, read


def answer(data: bytes, name: str, media_type: str, max_bytes: int) -> dict[str, object]:
    """``{"reading": …}`` as ``Reading.as_dict`` gives it, or ``{"unreadable": sentence}``."""
    try:
        reading = read(data, name=name, media_type=media_type, max_bytes=max_bytes)
    except Unreadable as refusal:
        return {"unreadable": str(refusal)}
    return {"reading": reading.as_dict()}


if __name__ == "__main__":
    name, media_type, max_bytes = sys.argv[1:]
    json.dump(answer(sys.stdin.buffer.read(), name, media_type, int(max_bytes)), sys.stdout)
