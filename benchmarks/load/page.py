"""The tables of docs/performance.md, written between its markers from the figures that are kept."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.load.desks import POSTGRES, SQLITE, Place
from benchmarks.load.table import Figure, spoken

PAGE = Path(__file__).resolve().parents[2] / "docs" / "performance.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
ENGINES = {SQLITE: "SQLite", POSTGRES: "PostgreSQL"}
TITLES = {
    "list": "Claim list and reviewer's queue",
    "page": "Claim page and document page",
    "dashboard": "Dashboard",
    "admin": "Admin's claim list",
    "throughput": "Eight clients",
    "submit": "Submitting a verdict",
    "crowd": "32 reviewers at once",
    "beside": "Handing in while a text of 5 MB comes in",
    "import": "Import",
    "bulk": "Queue and assign",
    "export": "Export",
    "search": "Search",
    "verify": "Verifying history",
    "start": "Start and memory",
}
SIGNS = {"limit reached": "●", "reached": "◐", "NOT reached": "○", "": ""}


@dataclass(frozen=True)
class Results:
    """The figures of one desk: by row and words, with what was noted beside them."""

    place: Place
    rows: dict[str, Any]

    def figures(self, row: str) -> dict[str, Figure]:
        """The figures of one row by their words."""
        return {each["what"]: Figure(**each) for each in self.rows.get(row, {}).get("figures", [])}

    def noted(self) -> str:
        """When, from which commit and on how busy a machine it was measured."""
        runs = list(self.rows.values())
        commits = ", ".join(dict.fromkeys(run["commit"] for run in runs if run["commit"]))
        loads = [run["load"] for run in runs]
        days = ", ".join(sorted({run["day"] for run in runs}))
        busy = f"load average {min(loads):.1f} to {max(loads):.1f} on {runs[0]['cores']} cores"
        built = self.place.built() if self.place.is_built() else None
        desk = (
            f"; {built['rows']:,} rows built at {built['rows'] / built['seconds']:,.0f} a second"
            if built
            else ""
        )
        return f"{days}, commit {commits}, {busy}{desk}"


def kept(folder: Path) -> dict[int, dict[str, Results]]:
    """The results that lie in a folder, by size and engine."""
    found: dict[int, dict[str, Results]] = {}
    for path in sorted(folder.glob("*.results.json")):
        name, db, *_ = path.name.split(".")
        place = Place(db, int(name.rpartition("_")[2]), folder, "")
        found.setdefault(place.claims, {})[db] = Results(place, json.loads(path.read_text(encoding="utf-8")))
    return dict(sorted(found.items()))


def write(folder: Path, page: Path = PAGE) -> None:
    """Put the tables between the markers of the page."""
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n\n{tables(kept(folder))}\n{END}{after}", encoding="utf-8")


def tables(found: dict[int, dict[str, Results]]) -> str:
    """One table for each size, largest first, and how each cost grows."""
    parts = []
    for claims, engines in reversed(found.items()):
        parts.append(f"## {claims:,} claims\n")
        parts += [f"{ENGINES[db]}: {results.noted()}.\n" for db, results in engines.items()]
        parts.append(_table(engines))
    return "\n".join([*parts, "## Growth\n", growth(found)])


def _table(engines: dict[str, Results]) -> str:
    lines = []
    for row, title in TITLES.items():
        sides = [engines[db].figures(row) if db in engines else {} for db in ENGINES]
        words = dict.fromkeys(what for side in sides for what in side)
        if words:
            lines += [f"| **{title}** | | | |"]
        for what in words:
            some = next(side[what] for side in sides if what in side)
            cells = [_cell(side.get(what)) for side in sides]
            lines.append(f"| {what} | {' | '.join(cells)} | {some.target} |")
    return "\n".join([f"| | {' | '.join(ENGINES.values())} | target |", "|---|---|---|---|", *lines, ""])


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return ""
    about = "; ".join(part for part in (figure.sides, figure.note) if part)
    return f"{SIGNS[figure.verdict]} {figure.words}{f' ({about})' if about else ''}".strip()


def growth(found: dict[int, dict[str, Results]]) -> str:
    """Our own side of each figure that has the same words at every size, by size."""
    sizes = [f"{ENGINES[db]}, {claims:,}" for db in ENGINES for claims in found]
    lines = []
    for row, title in TITLES.items():
        columns = [
            engines[db].figures(row) if db in engines else {} for db in ENGINES for engines in found.values()
        ]
        for what in dict.fromkeys(what for column in columns for what in column if "=" not in what):
            cells = [_own(column.get(what)) for column in columns]
            if any(cells):
                lines.append(f"| {title}: {what} | {' | '.join(cells)} |")
    return "\n".join([f"| | {' | '.join(sizes)} |", "|---" * (len(sizes) + 1) + "|", *lines, ""])


def _own(figure: Figure | None) -> str:
    if figure is None:
        return ""
    if figure.ours is not None:
        return spoken(figure.ours, "seconds")
    return figure.words if figure.unit in ("seconds", "MB", "rows/s") else ""
