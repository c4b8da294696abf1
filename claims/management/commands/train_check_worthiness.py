"""``manage.py train_check_worthiness``: compute the weights of the score from labelled sentences."""

import json
import re
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.text.scoring.training import content_of, examples, train, written
from claims.text.scoring.weights import FILE

FOLDER = "cw_ct24_english"
# An apostrophe that was read in the wrong encoding, once or twice, before it came here: its letters are no words.
GARBLED = re.compile("\u00e2(?:\u20ac|\u201a\u00ac)")


class Command(BaseCommand):
    """Write the weights file anew; the same sentences give the same bytes."""

    help = "Train the check-worthiness score and write its weights (needs the extra “train”)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """``--data DIR [--output FILE]``."""
        parser.add_argument(
            "--data",
            required=True,
            type=Path,
            metavar="DIR",
            help=f'has train.jsonl, itself or in {FOLDER}: lines {{"id", "text", "label"}}, ids in the order of speech',
        )
        parser.add_argument(
            "--output", type=Path, default=FILE, metavar="FILE", help="default: the one that ships"
        )

    def handle(self, **options: Any) -> None:
        """Train and write."""
        rows = rows_of(options["data"])
        if len({label for _, label in rows}) < 2:
            raise CommandError("There must be sentences worth checking (label 1) and others (label 0).")
        labelled = examples(rows)
        content = content_of(train(labelled), labelled)
        options["output"].write_text(written(content), encoding="utf-8", newline="\n")
        self.stdout.write(f"{len(rows):,} sentences → {options['output']}")


def rows_of(folder: Path) -> list[tuple[str, int]]:
    """Sentences with their labels, in the order of their ids, but for garbled ones."""
    paths = [path for path in (folder / "train.jsonl", folder / FOLDER / "train.jsonl") if path.is_file()]
    if not paths:
        raise CommandError(f"There is no train.jsonl in {folder} or {folder / FOLDER}.")
    rows = []
    for number, line in enumerate(paths[0].read_text(encoding="utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
            rows.append((int(row["id"]), str(row["text"]), int(row["label"])))
        except (ValueError, KeyError, TypeError):
            raise CommandError(f'{paths[0]}, line {number}: expected "id", "text" and "label".') from None
    return [(text, label) for _, text, label in sorted(rows) if not GARBLED.search(text)]
