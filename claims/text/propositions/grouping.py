"""What only the neighbours of a part tell: “since” before a clause, adjectives of one noun, a place in a country."""

from collections.abc import Callable

from claims.text.propositions.parts import ADJECTIVES, NOUN, Part, opens_clause

EITHER = frozenset("as since after before so like than for".split())  # a preposition or the start of a clause


def settled(parts: list[Part]) -> list[Part]:
    """What only the neighbours tell: “as”, “since” or “so” before a clause; pasts that make no clause."""
    for at, part in enumerate(parts):
        dated = at + 1 < len(parts) and set(parts[at + 1].tags) == {"CD"}
        free = at == 0 or parts[at - 1].kind != "rel"  # “which for years was …”
        if (
            part.low in EITHER
            and part.kind in ("prep", "adv")
            and free
            and not dated
            and opens_clause(parts, at + 1)
        ):
            parts[at] = Part("sub", part.words, part.tags)
        following = parts[at + 1] if at + 1 < len(parts) else part
        if part.kind == "sub" and (
            following.kind in ("prep", "adj") or following.kind == "vp" and not following.finite
        ):
            parts[at] = Part("prep", part.words, part.tags)
        if part.low == "until" and not opens_clause(parts, at + 1):
            parts[at] = Part("prep", part.words, part.tags)
    return _joined(_joined(_joined(parts, _described), _placed), _tight)


def _joined(parts: list[Part], end_of: Callable[[list[Part], int], int]) -> list[Part]:
    """With every run that the rule finds as one noun phrase."""
    result: list[Part] = []
    at = 0
    while at < len(parts):
        end = end_of(parts, at)
        run = parts[at : max(end, at + 1)]
        if end > at + 1:
            words, found = (
                tuple(each for part in run for each in getattr(part, name)) for name in ("words", "tags")
            )
            result.append(Part("np", words, found))
        else:
            result += run
        at += len(run)
    return result


def _described(parts: list[Part], at: int) -> int:
    """``warmer and more consistent weather``: adjectives that share the noun behind them."""
    end = at
    while end < len(parts) and parts[end].kind == "adj":
        end += 1
        while end < len(parts) and (parts[end].kind == "," or parts[end].low == "and"):
            end += 1
    noun = end > at and end < len(parts) and parts[end].kind == "np" and parts[end].first in ADJECTIVES | NOUN
    return end + 1 if noun and parts[end - 1].kind != "adj" and len(parts[end].words) > 1 else at


def _tight(parts: list[Part], at: int) -> int:
    """``gas and dust``: two bare words are one thing, where they are no end of a longer list."""
    run = parts[at : at + 3]
    pair = len(run) == 3 and run[1].low == "and" and run[0].kind == run[2].kind == "np"
    if (
        not pair
        or (at and parts[at - 1].kind == ",")
        or parts[at + 3 : at + 4]
        and parts[at + 3].kind in ("cc", "np")
    ):
        return at
    bare = all(len(part.words) == 1 and part.first in ("NN", "NNS") for part in (run[0], run[2]))
    return at + 3 if bare or _one_head(parts, at) else at


def _one_head(parts: list[Part], at: int) -> bool:
    """``a cook and film and stage director``: a bare noun with a pair of nouns, behind an “and” of its own."""
    first, second = parts[at], parts[at + 2]
    listed = at > 1 and parts[at - 1].low == "and" and parts[at - 2].kind == "np"
    return listed and first.tags == ("NN",) and second.tags == ("NN", "NN")


def _placed(parts: list[Part], at: int) -> int:
    """``in Franeker, Netherlands``: a place and what it lies in, where no list goes on."""
    run = parts[at : at + 3]
    names = len(run) == 3 and [part.kind for part in run] == ["np", ",", "np"]
    if not names or not at or parts[at - 1].low not in ("in", "at", "near", "from", "to"):
        return at
    after = [part.kind for part in parts[at + 3 : at + 5]]
    if parts[0].kind == "vp" and parts[at + 3 : at + 4] and parts[at + 3].finite:
        return at  # “Born in Oslo, Berg …”
    listed = after[:1] == ["cc"] or after == [",", "np"] or after == [",", "cc"]
    return at if listed or any(set(part.tags) - {"NNP", "NNPS"} for part in (run[0], run[2])) else at + 3
