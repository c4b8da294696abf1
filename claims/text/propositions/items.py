"""The items of a list: where each begins and ends, and what of the words around belongs to which."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.text.propositions.parts import ADJECTIVES, DETERMINERS, Part
from claims.text.propositions.statement import Parts, main_verb, open_clause

ITEM = ("np", "paren", "quote")
OWNED = ("'", "’")  # “the stations’ reach”: the list would begin at its owner
SHARED = frozenset("in on at during since within across throughout worldwide between under".split())
TIMED = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """The items of one list, and where it begins and ends in the statement."""

    start: int
    end: int
    items: tuple[Parts, ...]


def items_from(parts: Sequence[Part], start: int) -> Found | None:
    """The items of a list that begins here: phrases between commas, the last behind and/or; one is a list as well."""
    items: list[Parts] = []
    at = start
    while at < len(parts):
        end = _item_end(parts, at)
        if end == at:
            break
        items.append(tuple(parts[at:end]))
        at = end
        if at < len(parts) and parts[at].kind == "," and at + 1 < len(parts):
            at += 1
            if parts[at].kind == "cc":
                at += 1
            elif not _goes_on(parts, at):
                at -= 1
                break
        elif at < len(parts) and parts[at].kind == "cc" and parts[at].low in ("and", "or"):
            at += 1
        else:
            break
    if not items or parts[at - 1].kind == "cc":
        return None
    after = parts[at : at + 2]
    if after and (after[0].kind in ("np", "adj", "adv") or after[0].kind == "vp" and not after[0].finite):
        return None
    if len(after) == 2 and after[0].kind == "," and after[1].kind == "np":
        return None
    return Found(start, at, tuple(items))


def _goes_on(parts: Sequence[Part], at: int) -> bool:
    """Whether a comma leads to a further item: an and comes later, with nothing but items before it."""
    while at < len(parts):
        end = _item_end(parts, at)
        if end == at or end >= len(parts):
            return end > at and end >= len(parts)
        if (
            parts[end].kind == "cc"
            or parts[end].kind == ","
            and parts[end + 1 : end + 2]
            and parts[end + 1].kind == "cc"
        ):
            return True
        if parts[end].kind != ",":
            return False
        at = end + 1
    return False


def _item_end(parts: Sequence[Part], at: int) -> int:
    """Where the item ends that begins here; ``at`` for none."""
    place = at
    if (
        place < len(parts)
        and parts[place].kind == "vp"
        and parts[place].main == "VBG"
        and not parts[place].finite
    ):
        place += 1
        if place < len(parts) and parts[place].kind not in ITEM:
            return place
    if place + 1 < len(parts) and parts[place].kind == "prep":
        place += 1
    if place >= len(parts) or parts[place].kind not in ITEM:
        return at if place == at else place if parts[place - 1].kind == "vp" else at
    place += 1
    while place < len(parts):
        if parts[place].kind == "paren":
            place += 1
        elif _belongs(parts, place):
            place += 2
        else:
            break
    return place


def _belongs(parts: Sequence[Part], at: int) -> bool:
    """Whether a preposition and its noun belong to the item before: no place and no time of the whole clause."""
    if at + 1 >= len(parts) or parts[at + 1].kind not in ITEM:
        return False
    if parts[at].kind != "prep":
        return parts[at].low == "or" and parts[at + 1].kind == "np"
    return parts[at].low not in SHARED and not is_time(parts[at + 1])


def is_time(part: Part) -> bool:
    """Whether a noun phrase is a date or a year."""
    words = part.low.split()
    return words[0] in TIMED or all(word.isdigit() and len(word) == 4 for word in words)


def items_around(parts: Sequence[Part], at: int, floor: int) -> Found | None:
    """The list whose last item stands behind the connector at ``at``; nothing before ``floor`` belongs to it."""
    end = _item_end(parts, at + 1)
    if not _ends_list(parts, at, end):
        return None
    items: list[Parts] = [tuple(parts[at + 1 : end])]
    stop = at - 1 if parts[at - 1].kind == "," else at
    kinds = ("prep",) if items[0][0].kind == "prep" else ITEM
    while True:
        start = max(_segment(parts, stop), floor)
        full = floor < start < stop and parts[start].kind in kinds and parts[start - 1].kind == ","
        if not (full and _more(parts, start - 1)):
            return _opened(parts, start, stop, _agreeing(parts, floor, end), Found(at + 1, end, tuple(items)))
        items.insert(0, tuple(parts[start:stop]))
        stop = start - 1


def _ends_list(parts: Sequence[Part], at: int, end: int) -> bool:
    """Whether what stands behind the connector is an item and the last one, not a clause of its own."""
    if end == at + 1 or parts[at + 1].kind == "vp" and parts[at - 1].kind != ",":
        return False
    if end < len(parts) and parts[end].kind == "vp" and not parts[end].finite:
        return False
    if [part.kind for part in parts[end : end + 2]] == [",", "np"] and _goes_on(parts, end + 1):
        return False
    subject = main_verb(parts[:at]) < 0 or open_clause(parts[:at])
    return subject or not (end < len(parts) and parts[end].finite)


def _opened(parts: Sequence[Part], start: int, stop: int, agreeing: int, rest: Found) -> Found | None:
    """The list with its first item, which ends at ``stop`` and begins at ``start`` or later."""
    items, end = list(rest.items), rest.end
    if len(items) > 1 and all(_placed(item) for item in items[:-1]):
        return _all_placed(parts, start, stop, rest)
    first = agreeing if agreeing >= 0 and len(items) == 1 else _first(parts, start, stop, items[-1])
    if first < 0 or first > 0 and (parts[first - 1].kind in ("cc", *OWNED) or _modified(parts, first)):
        return None
    items.insert(0, tuple(parts[first:stop]))
    if any(part.kind == "prep" and part.low != "of" for part in items[0][1:]):
        while [part.kind for part in parts[end : end + 2]] == ["prep", "np"]:
            items[-1] = (*items[-1], *parts[end : end + 2])
            end += 2
    owned = first > 0 and parts[first - 1].low == "of"
    if len(items) == 2 and (owned or _tight(items) or _shares_noun(items)):
        return None
    return Found(first, end, tuple(items))


def _placed(item: Parts) -> bool:
    """``Ida Holt on Lumo (2004)``: an item with a place of its own."""
    return [part.kind for part in item[:3]] == ["np", "prep", "np"] and item[1].low in SHARED


def _all_placed(parts: Sequence[Part], start: int, stop: int, rest: Found) -> Found | None:
    """The list of ``A on X, B on Y and C on Z``: each item with its place; None where one has none."""
    heads = [at for at in range(start, stop - 2) if _placed(tuple(parts[at:stop]))]
    end = rest.end
    if not heads or [part.kind for part in parts[end : end + 2]] != ["prep", "np"]:
        return None
    end += 2
    while end < len(parts) and parts[end].kind == "paren":
        end += 1
    last = (*rest.items[-1], *parts[rest.end : end])
    return Found(heads[-1], end, (tuple(parts[heads[-1] : stop]), *rest.items[:-1], last))


def _agreeing(parts: Sequence[Part], floor: int, end: int) -> int:
    """``The isle in the north and the hill are …``: a plural verb with a singular head begins the list at the head."""
    if end >= len(parts) or not parts[end].finite or parts[floor].kind != "np" or parts[floor].plural:
        return -1
    return floor if parts[end].low.split()[0] in ("are", "were", "have") or parts[end].first == "VBP" else -1


def _modified(parts: Sequence[Part], first: int) -> bool:
    """A participle before the first item that may describe all of them: “, rising costs and prices”."""
    before = parts[first - 1]
    return before.kind == "vp" and before.main == "VBG" and (first < 2 or parts[first - 2].kind == ",")


def _shares_noun(items: Sequence[Parts]) -> bool:
    """``The Svalbard and Jan Mayen islands``: a name before a name with a plural noun."""
    first, last = items[0][0], items[-1][0]
    return first.tags[-1:] == ("NNP",) and last.first == "NNP" and last.tags[-1] == "NNS"


def _tight(items: Sequence[Parts]) -> bool:
    """``gas and dust``: two bare words are one thing."""
    return all(
        len(item) == 1 and len(item[0].words) == 1 and item[0].first in ("NN", "NNS") for item in items
    )


def _segment(parts: Sequence[Part], stop: int) -> int:
    """Back over phrases to the last comma, verb or opener."""
    at = stop
    while at > 0 and parts[at - 1].kind in (*ITEM, "prep"):
        at -= 1
    return at


def _more(parts: Sequence[Part], comma: int) -> bool:
    """Whether the words before a comma end with a further item, not with a phrase that opens the sentence."""
    return comma > 0 and parts[comma - 1].kind in ITEM and main_verb(parts[:comma]) >= -1


def _first(parts: Sequence[Part], start: int, stop: int, last: Parts) -> int:
    """Where the first item begins: the nearest phrase of the same make as the last one, otherwise the nearest."""
    places = [at for at in range(stop - 1, start - 1, -1) if parts[at].kind in ("np", "quote")]
    if last[0].kind == "prep":
        return next((at for at in range(stop - 1, start - 1, -1) if parts[at].low == last[0].low), -1)
    if not places:
        return -1
    want = make_of(last[0])
    if want == "owned":
        return places[0]
    return next((at for at in places if make_of(parts[at]) in (want, "owned")), places[0])


def make_of(part: Part) -> str:
    """How a phrase opens: with an article or owner, a figure, a name, or a bare noun."""
    if part.first not in DETERMINERS and any(word.possessive for word in part.words[:-1]):
        return "owned"
    if part.kind == "quote" or part.first in DETERMINERS:
        return "quote" if part.kind == "quote" else "determined"
    if part.first == "CD":
        return "figure"
    if part.first in ADJECTIVES:
        return "described"
    return "name" if part.first in ("NNP", "NNPS") else "bare"
