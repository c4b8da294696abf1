"""Verb phrases side by side: one subject, several things said of it."""

from collections.abc import Sequence
from dataclasses import replace

from claims.text.propositions.parts import Part
from claims.text.propositions.statement import Parts, Statement, hypothetical, is_be, main_verb

PAST, PRESENT = ("VBD",), ("VBZ", "VBP")


def verb_phrases(given: Statement) -> list[Statement]:
    """``She founded a school and taught there``: the subject, and what else leads to the verb, stands before each."""
    parts = given.parts
    for at in range(2, len(parts) - 1):
        if parts[at].low not in ("and", "but", "and then", "as well as") or parts[at].kind != "cc":
            continue
        second = at + 1
        while second < len(parts) - 2 and parts[second].kind in ("adv", "beside", "prep"):
            second += 2 if parts[second].kind == "prep" and parts[second + 1].kind == "np" else 1
        if parts[second].kind != "vp" or hypothetical(parts[:at]) and not _carried(parts, at):
            continue
        first = _partner(parts, at, parts[second])
        if first < 0 and _be_before(parts, at, second):
            rest = (*parts[: main_verb(parts[:at]) + 1], *parts[at + 1 :])
            return [given.with_parts(parts[:at]), given.with_parts(rest)]
        if first >= 0 and not (parts[first].negated and not parts[second].finite):
            return _split(given, first, at, second)
    return []


def _be_before(parts: Sequence[Part], at: int, second: int) -> bool:
    """``is an isle of rocks, but thinly settled``: the second says something of the subject as well."""
    main = main_verb(parts[:at])
    described = parts[second].main == "VBN" and not parts[second].finite and second == at + 1
    alone = not any(part.kind in ("vp", "rel", "that", "sub") for part in parts[main + 1 : at])
    return described and alone and main > 0 and is_be(parts[main]) and not parts[main].negated


def _carried(parts: Sequence[Part], at: int) -> bool:
    """A condition that opens the sentence is carried to both; one in its middle is not."""
    return hypothetical(parts[:1]) and not hypothetical(parts[1:at])


def _partner(parts: Sequence[Part], at: int, second: Part) -> int:
    """The nearest verb group before that is of the same form; -1 for none, or where two may be meant."""
    verbs = [place for place in range(at) if parts[place].kind == "vp"]
    if not second.finite:
        alike = [place for place in verbs if parts[place].main == second.main]
        return alike[-1] if alike else -1
    alike = [place for place in verbs if parts[place].finite and _tense(parts[place]) == _tense(second)]
    main = main_verb(parts[:at])
    if not alike:
        return main
    inner = any(part.kind in ("that", "rel") for part in parts[main + 1 : alike[-1]])
    return -1 if inner and main in alike and main != alike[-1] and not is_be(parts[main]) else alike[-1]


def _tense(part: Part) -> str:
    tag = next((each for each in part.tags if each in ("MD", *PAST, *PRESENT)), "")
    return "present" if tag in PRESENT else tag


def _split(given: Statement, first: int, at: int, second: int) -> list[Statement]:
    parts = given.parts
    rest = parts[second + 1 :]
    heads = _heads(parts, first)
    verb = parts[second]
    shared: Parts = ()
    if first == at - 1 or first == at - 2 and parts[at - 1].kind == ",":
        if rest and rest[0].kind in ("np", "prep") and verb.main != "VBG":
            return []
        shared = rest if rest and rest[0].kind in ("np", "prep") else ()
    before = parts[: heads[0]]
    made = [(*parts[:at], *shared)] if len(heads) == 1 else []
    for head, end in zip(heads, [*heads[1:], at], strict=True) if len(heads) > 1 else ():
        made.append(
            (*before, *_led(parts[heads[0]], parts[head], head == heads[0]), *parts[head + 1 : end], *shared)
        )
    adverbs = parts[at + 1 : second]
    led = _led(parts[heads[0]], verb, verb.finite or verb.first == "TO")
    made.append((*before, *led[:-1], *adverbs, verb, *rest))
    return [given.with_parts(each) for each in made]


def _heads(parts: Sequence[Part], first: int) -> list[int]:
    """The verbs of a list before its last one: “moved to Oslo, founded a school and …”."""
    heads = [first]
    while heads[0] > 1 and parts[heads[0] - 1].kind == ",":
        head = parts[heads[0]]
        before = [
            at for at in range(heads[0] - 1) if parts[at].kind == "vp" and parts[at].finite == head.finite
        ]
        alike = [at for at in before if parts[at].main == head.main or head.finite]
        lead = [at for at in range(heads[0] - 1) if parts[at].kind == "vp" and parts[at].main == head.main]
        found = (alike or lead)[-1:]
        if not found or any(part.kind == "," for part in parts[found[0] + 1 : heads[0] - 1]):
            break
        heads.insert(0, found[0])
    return heads


def _led(first: Part, verb: Part, alone: bool) -> Parts:
    """The verb with the auxiliaries of the first one where it has none of its own."""
    return (verb,) if alone or verb.finite else (*_auxiliaries(first), verb)


def _auxiliaries(part: Part) -> Parts:
    """What stands before the last verb of a group: to, was, has been, could."""
    last = next((at for at in reversed(range(len(part.tags))) if part.tags[at].startswith("VB")), 0)
    keep = [
        at
        for at in range(last)
        if not part.tags[at].startswith("RB") or part.words[at].text in ("not", "never")
    ]
    if not keep or part.form:
        return ()
    return (
        replace(part, words=tuple(part.words[at] for at in keep), tags=tuple(part.tags[at] for at in keep)),
    )
