"""Row of the table: handing in a verdict with two pieces of evidence, alone and by eight reviewers at once."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median
from typing import Any
from urllib.parse import urlencode

from benchmarks.figures import seconds
from benchmarks.load.asking import Visitor, cookie_of
from benchmarks.load.bare import SOURCE
from benchmarks.load.building import cast_of_desk
from benchmarks.load.server import Browser, at_once, collect_static, serving
from benchmarks.load.table import SHARE, Figure, compared
from claims.models import Assignment, User, Verdict

ROW, FLOOR = "submit", "a bare view that inserts the same rows"
AT_ONCE, WRITES_EACH = 8, 8
WORDS = "The yearbook says the same, and the office confirmed it."


def measure(rounds: int) -> Iterator[Figure]:
    """One reviewer through the app's own door, then eight through a server."""
    reviewers = cast_of_desk().reviewers
    yield from _alone(reviewers[0], rounds)
    collect_static(os.environ["DATABASE_URL"])
    yield _at_once(reviewers[1 : AT_ONCE + 1], max(rounds // 6, 1))


def _alone(reviewer: User, rounds: int) -> Iterator[Figure]:
    """Submitting a draft that has its evidence; and the whole way from the first source on, in three requests."""
    visitor, nobody = Visitor(reviewer), Visitor()
    drafts, asked = of(reviewer, "started"), of(reviewer, "asked")
    rounds = min(rounds, len(drafts), len(asked) // 3)
    visitor.get(address_of(asked[0]))  # the first page of a process loads what it needs
    taken: list[list[float]] = [[], [], []]
    for turn in range(rounds):
        jobs: list[Callable[[], object]] = [
            partial(submit, visitor.post, drafts[turn], 1),
            partial(_whole_way, visitor.post, asked[3 * turn]),
            partial(_bare, nobody.post, asked[3 * turn + 1]),
        ]
        for times, job in zip(taken, jobs, strict=True):
            times.append(seconds(job))
    handed_in, whole, floor = taken
    yield compared(ROW, "a draft with two pieces of evidence", handed_in, floor, FLOOR, reach=4, limit=2.5)
    yield compared(
        ROW, "two pieces added, then submitted: three requests", whole, floor, f"{FLOOR}, one request"
    )


def _at_once(reviewers: list[User], rounds: int) -> Figure:
    """Writes a second of eight reviewers, each in a connection of their own, against those of the bare view."""
    held = [(of(user, "started"), of(user, "asked"), cookie_of(user)) for user in reviewers]
    each = min(WRITES_EACH, *(min(len(drafts), len(asked)) // rounds for drafts, asked, _ in held))
    shares, rates = [], []
    with serving(os.environ["DATABASE_URL"]) as server:
        for turn in range(rounds):
            part = slice(turn * each, (turn + 1) * each)
            ours: list[Callable[[], object]] = [
                partial(_all, submit, server.port, cookie, drafts[part], 1) for drafts, _, cookie in held
            ]
            bare: list[Callable[[], object]] = [
                partial(_all, _bare, server.port, "", asked[part]) for _, asked, _ in held
            ]
            own, floor = at_once(ours), at_once(bare)
            shares.append(floor / own)
            rates.append((each * len(held) / own, each * len(held) / floor))
    note = " against ".join(f"{median(side):.0f}" for side in zip(*rates, strict=True)) + " writes a second"
    spread = (min(shares), max(shares))
    what = f"{len(held)} reviewers at once"
    return Figure(ROW, what, median(shares), SHARE, 0.25, 0.5, floor_is=FLOOR, spread=spread, note=note)


def of(reviewer: User, status: str) -> list[Assignment]:
    """This reviewer's assignments in a status, in documents of ordinary length."""
    rows = Assignment.objects.filter(
        reviewer=reviewer, status=status, claim__document__last_claim_number__lt=100
    )
    return list(rows.select_related("claim__document").order_by("id")[:500])


def address_of(assignment: Assignment) -> str:
    """The address of the claim page."""
    return f"/documents/{assignment.claim.document_id}/claims/{assignment.claim.number}/"


def verdict_of(assignment: Assignment) -> int:
    """A verdict of the document's scale."""
    return _verdict(assignment.claim.document.scale_id)


def _verdict(scale: int, known: dict[int, int] = {}) -> int:  # noqa: B006 - asked once a process
    if scale not in known:
        known[scale] = Verdict.objects.filter(scale=scale).order_by("position")[0].pk
    return known[scale]


def submit(post: Any, assignment: Assignment, version: int) -> None:
    """Hand a draft in; anything but the way back to the claim is an error."""
    form = {"verdict": verdict_of(assignment), "rationale": WORDS, "version": version}
    _sent(post, f"{address_of(assignment)}submit/", form)


def _whole_way(post: Any, assignment: Assignment) -> None:
    for number in (1, 2):
        more = {"origin": f"Office {number}", "version": 0}
        _sent(post, f"{address_of(assignment)}evidence/add/", SOURCE | more)
    submit(post, assignment, 0)


def _bare(post: Any, assignment: Assignment) -> None:
    _sent(post, "/bare-submit/", {"assignment": assignment.pk, "verdict": verdict_of(assignment)}, wanted=200)


def _sent(post: Any, address: str, form: dict[str, Any], wanted: int = 302) -> None:
    status, page = post(address, form)
    if status != wanted:
        raise RuntimeError(f"{address} answered {status}: {page[:2000]!r}")


def _all(job: Any, port: int, cookie: str, assignments: list[Assignment], *more: Any) -> None:
    browser = Browser(port, cookie)
    for assignment in assignments:
        job(lambda address, form: browser.post(address, urlencode(form)), assignment, *more)
