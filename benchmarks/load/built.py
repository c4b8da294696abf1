"""``python -m benchmarks.load.built CLAIMS RECORD``: the process that fills the database of DATABASE_URL."""

import json
import os
import sys
from pathlib import Path

from benchmarks.desk import desk_at

if __name__ == "__main__":
    with desk_at(os.environ["DATABASE_URL"]):
        from benchmarks.load.building import note

        Path(sys.argv[2]).write_text(json.dumps(note(int(sys.argv[1]))), encoding="utf-8")
