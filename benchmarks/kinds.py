"""Kinds of statements against two naive peers, on the sentences of tests/text/kinds.tsv, by kind and by half.

The rules were written while looking at one half; of the other only the totals were looked at.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from claims.text.kinds import Frame, kind_of
from claims.text.signals import signals
from claims.text.words import words_for

FILE = Path(__file__).resolve().parent.parent / "tests" / "text" / "kinds.tsv"
Case = tuple[str, str, str, str, str]  # language, kind, cue, "said" or "quoted" or "", passage


def main() -> None:
    """Print accuracy of both halves and of each kind."""
    cases = all_cases()
    often = Counter(case[1] for case in cases).most_common(1)[0][0]
    rules: dict[str, Callable[[Case], str]] = {
        "ours": ours,
        "naive": naive,
        f"always {often}": lambda _: often,
    }
    print("accuracy: " + ", ".join(rules))
    for name, half in zip(("looked at", "kept back"), halves(cases), strict=True):
        print(
            f"  {name:12} {len(half):4} " + "  ".join(f"{right(half, rule):.3f}" for rule in rules.values())
        )
    for name in sorted({case[1] for case in cases}):
        chosen = [case for case in cases if case[1] == name]
        print(
            f"  {name:12} {len(chosen):4} "
            + "  ".join(f"{right(chosen, rule):.3f}" for rule in rules.values())
        )


def all_cases() -> list[Case]:
    """The rows of the file: language, kind, cue, how it is said, passage."""
    rows = (line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines())
    return [(language, kind, cue, how, passage) for language, kind, cue, how, passage in rows]


def halves(cases: Sequence[Case]) -> tuple[list[Case], list[Case]]:
    """Every other case of a kind, English and the other languages apart."""
    counts: Counter[tuple[bool, str]] = Counter()
    parts: tuple[list[Case], list[Case]] = ([], [])
    for case in cases:
        group = (case[0] == "en", case[1])
        parts[counts[group] % 2].append(case)
        counts[group] += 1
    return parts


def right(cases: Sequence[Case], rule: Callable[[Case], str]) -> float:
    """The share for which the rule gives the kind."""
    return sum(rule(case) == case[1] for case in cases) / len(cases)


def ours(case: Case) -> str:
    """The project's rules."""
    language, _, cue, how, passage = case
    return kind_of(signals(passage, words_for(language)), Frame(reported=cue, quoted=how == "quoted"))[0]


def naive(case: Case) -> str:
    """A digit is a statistic, a question mark none; else what the cue says; else an event."""
    _, _, _, how, passage = case
    if passage.endswith("?"):
        return "other"
    if re.search(r"\d", passage):
        return "statistic"
    return {"quoted": "quotation", "said": "attribution"}.get(how, "event")


if __name__ == "__main__":
    main()
