"""The history of one claim as sentences. It tells actions and reasons, never where a claim stood. Reads only."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from claims.models import Claim, Event, User
from claims.permissions import TALK, visible_to
from claims.vocabulary import SkipReason

# The verb in bold and what follows it; {reviewer} and {evidence} are filled in.
PHRASES = {
    "queue": ("queued", "it"),
    "skip": ("skipped", "it"),
    "restore": ("restored", "it"),
    "edit": ("edited", "{changed}"),
    "add": ("added", "it"),
    "assign": ("assigned", "it to {reviewer}"),
    "approve": ("approved", "it"),
    "reopen": ("reopened", "it"),
    "recheck": ("asked to re-check", "it"),
    "retire": ("retired", "it"),
    "start": ("started", ""),
    "save": ("saved", "the draft"),
    "submit": ("submitted", "a review"),
    "decline": ("declined", ""),
    "withdraw": ("unassigned", "{reviewer}"),
    "return": ("returned", "the review of {reviewer}"),
    "add evidence": ("added", "{evidence}"),
    "edit evidence": ("edited", "{evidence}"),
    "strike evidence": ("struck", "{evidence}"),
}


@dataclass(frozen=True)
class Line:
    """One line: when, who, the verb in bold, the rest, and the reason or the words before, as they were typed."""

    at: datetime.datetime
    who: str
    verb: str
    rest: str = ""
    words: str = ""


def lines(claim: Claim, user: User) -> list[Line]:
    """The claim's history as this person sees it, newest first, repeated saves as one, notes in their own place."""
    events = visible_to(user, Event.objects.filter(claim=claim)).exclude(action__in=TALK)
    rows = events.select_related("actor", "body", "assignment__reviewer").order_by("-number")
    return [_line(event, user) for event in _without_repeated_saves(rows)]


def _without_repeated_saves(events: Iterable[Event]) -> Iterable[Event]:
    for (action, _), run in groupby(events, key=lambda event: (event.action, event.actor_id)):
        found = list(run)
        yield from found[:1] if action == "save" else found


def _line(event: Event, user: User) -> Line:
    words = event.body.words if hasattr(event, "body") else {}
    verb, rest = PHRASES.get(event.action, (event.action, ""))
    rest = rest.replace("the review of {reviewer}", "your review") if _is_own(event, user) else rest
    rest = rest.format(reviewer=_reviewer(event, user), evidence=_evidence(words), changed=_changed(words))
    who = "You" if event.actor_id == user.pk else str(event.actor)
    return Line(event.at, who, verb, rest, _words(event.action, words))


def _is_own(event: Event, user: User) -> bool:
    return event.assignment is not None and event.assignment.reviewer_id == user.pk


def _reviewer(event: Event, user: User) -> str:
    if event.assignment is None:
        return "a reviewer"
    if event.assignment.reviewer_id == user.pk:
        return "yourself" if event.actor_id == user.pk else "you"
    return str(event.assignment.reviewer)


def _evidence(words: dict[str, Any]) -> str:
    number = words.get("evidence", {}).get("number")
    return f"E{number}" if number else "evidence"


CHANGES = {"text": "the text", "speaker": "the speaker", "kind": "the kind", "flags": "the flags"}


def _changed(words: dict[str, Any]) -> str:
    names = [name for key, name in CHANGES.items() if key in words.get("after", {})]
    return _listed(names) if names else "nothing; the wording is confirmed"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _words(action: str, words: dict[str, Any]) -> str:
    reason = str(words.get("reason", ""))
    if action == "skip" and reason in list(SkipReason):
        return " ".join(filter(None, [SkipReason(reason).label, words.get("after", {}).get("settled_words")]))
    if action == "edit":
        before = words.get("before", {}).get("text", "")
        return f"Before: {before}" if before else ""
    return reason or str(words.get("instructions", ""))
