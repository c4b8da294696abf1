"""Examples and inventories: “habitats, including fields and meadows”, “the members are: A, B and C”."""

from collections.abc import Sequence

from claims.text.propositions.items import Found, items_from
from claims.text.propositions.lists import MOST, one_of
from claims.text.propositions.parts import EXAMPLES, NOUN, Part
from claims.text.propositions.statement import Statement, denied, front_end, hypothetical, is_be, main_verb


def examples(given: Statement) -> list[Statement]:
    """``in many habitats, including fields and meadows``: the general phrase, and each example in its place."""
    parts = given.parts
    for at in range(1, len(parts) - 1):
        if parts[at].low not in EXAMPLES or denied(parts[:at]) or hypothetical(parts[:at]):
            continue
        noun = at - 1 if parts[at - 1].kind == "," else at
        general = _general(parts, noun)
        found = items_from(parts, at + 1)
        if general >= 0 and found is not None:
            return _exemplified(given, general, noun, at, found)
    return []


def after_colon(given: Statement) -> list[Statement]:
    """``The members are: A, B and C``: each is one of them; behind “include:” each takes the list’s place."""
    parts = given.parts
    colon = next((at for at, part in enumerate(parts) if part.kind == ":"), 0)
    if (
        colon < 2
        or main_verb(parts[:colon]) != colon - 1
        or front_end(parts, colon - 1)
        or denied(parts[:colon])
    ):
        return []
    items: list[list[Part]] = [[]]
    for part in parts[colon + 1 :]:
        if part.kind == ".":
            break
        if part.kind == ",":
            items.append([])
        elif not (part.low == "and" and not items[-1]):
            items[-1].append(part)
    if len(items) < 3 or not all(items) or len(items) > MOST:
        return []
    if not is_be(parts[colon - 1]):
        return [given.with_parts((*parts[:colon], *item)) for item in items]
    if parts[colon - 1].low not in ("are", "were"):
        return []
    return one_of(given, parts[:colon], Found(colon, len(parts), tuple(tuple(item) for item in items)))


def named_behind_colon(given: Statement) -> list[Statement]:
    """``led by two sailors: Tom Ode and Ada Lind``: behind a preposition each name takes the phrase’s place."""
    parts = given.parts
    colon = next((at for at, part in enumerate(parts) if part.kind == ":"), 0)
    main = main_verb(parts[:colon])
    found = items_from(parts, colon + 1) if main >= 0 else None
    if found is None or len(found.items) < 2 or denied(parts[:colon]) or hypothetical(parts[:colon]):
        return []
    general = _general(parts, colon)
    ends = all(part.kind == "." for part in parts[found.end :])
    several = any(part.plural for part in parts[max(general, 0) : colon])
    names = all("NNP" in item[0].tags or item[0].kind == "quote" for item in found.items)
    if not (ends and names and general > main and parts[general - 1].kind == "prep" and several):
        return []
    return _exemplified(given, general, colon, colon, found)


def _general(parts: Sequence[Part], end: int) -> int:
    """Where the phrase begins that the examples belong to: “a number of films”."""
    at = end - 1
    while at >= 0 and parts[at].kind == "paren":
        at -= 1
    if at < 0 or parts[at].kind != "np" or not set(parts[at].tags) & NOUN:
        return -1
    while at > 1 and parts[at - 1].low == "of" and parts[at - 2].kind == "np":
        at -= 2
    return at


def _exemplified(given: Statement, general: int, noun: int, at: int, found: Found) -> list[Statement]:
    parts = given.parts
    tail = parts[found.end :]
    tail = tail[1:] if tail and tail[0].kind == "," else tail
    plain = given.with_parts((*parts[:noun], *tail))
    among = general > 0 and parts[general - 1].low in ("among", "amongst", "between")
    if general == 0 or among or main_verb(parts[:at]) < 0:
        if len(found.items) < 2:
            return []
        each = [(*parts[: at + 1], *item, *parts[found.end :]) for item in found.items]
        return [plain, *(given.with_parts(one) for one in each)]
    before = parts[:general]
    made = []
    for item in found.items:
        lead = before[:-1] if item[0].kind == "prep" and before and before[-1].kind == "prep" else before
        made.append(given.with_parts((*lead, *item, *tail)))
    return [plain, *made]
