"""The claim list of an editor and of a reviewer against a bare Django page of as many rows, in the same run."""

import argparse
import sys

from benchmarks.desk import throw_away_desk
from benchmarks.figures import interleaved, milliseconds, ratio

REVIEWERS = 5
DEEP = 20


def main(arguments: list[str] | None = None) -> None:
    """Fill a desk, then ask for the pages in turn."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.claim_list", description=__doc__)
    parser.add_argument("--claims", type=int, default=20_000, help="rows in the table (default 20,000)")
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--quick", action="store_true", help="1,000 claims, 10 rounds")
    given = parser.parse_args(arguments)
    if given.quick:
        given.claims, given.documents, given.rounds = 1000, 20, 10
    with throw_away_desk():
        compare(given.claims, given.documents, given.rounds)


def compare(claims: int, documents: int, rounds: int) -> None:
    """Print one line for each pair of pages."""
    from django.conf import settings  # noqa: PLC0415 - the database must be known first

    from benchmarks import filling, pages  # noqa: PLC0415 - models need Django set up
    from claims.paging import PAGE_SIZE  # noqa: PLC0415 - the same

    settings.ROOT_URLCONF = pages.__name__
    editor = filling.person("edith", "Editors")
    reviewers = [filling.person(f"reviewer{n}", "Reviewers") for n in range(REVIEWERS)]
    filling.fill(claims, documents, editor, reviewers)
    print(f"{claims:,} claims in {documents} documents, {PAGE_SIZE} rows a page, {rounds} rounds, A B A B")
    print("compared with: a bare Django view in the same process, no log-in, the same rows by an index")
    for label, user in (("editor", editor), ("reviewer's queue", reviewers[0])):
        for place, depth in (("first page", 0), ("deep page", DEEP)):
            ours, bare = pages.pair(user, depth)
            taken = interleaved([ours.fetch, bare.fetch], rounds)
            print(
                f"  {label}, {place}: {ratio(*taken)} times a bare page"
                f" ({milliseconds(taken[0])} against {milliseconds(taken[1])};"
                f" {ours.queries()} queries against {bare.queries()}; {ours.rows} rows against {bare.rows})"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
