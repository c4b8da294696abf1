"""The child's side: what it answers, and as a program of its own."""

import json
import subprocess
import sys

from claims.text.readers.__main__ import answer
from claims.text.readers.reading import Reading

DATA = "---\ndate: 2026-03-12\n---\n# Kaj\n\nKajen i Växjö kostade 4 miljoner.\n".encode("cp1252")


def test_a_reading_or_the_refusal():
    told = answer(DATA, "kaj.md", "text/markdown; charset=windows-1252", 1000)
    reading = Reading.from_dict(told["reading"])
    assert (reading.title, reading.text) == ("Kaj", "Kaj\n\nKajen i Växjö kostade 4 miljoner.")
    assert answer(b"", "", "", 1000) == {"unreadable": "This file is empty."}


def test_as_a_program():
    command = [
        sys.executable,
        "-m",
        "claims.text.readers",
        "kaj.md",
        "text/markdown; charset=windows-1252",
        "1000",
    ]
    done = subprocess.run(command, input=DATA, capture_output=True, check=True)
    assert json.loads(done.stdout) == json.loads(json.dumps(answer(DATA, "kaj.md", command[-2], 1000)))
    assert done.stderr == b""
