"""Enumerations: “in Oslo, Riga and Bergen” says three things, where nothing is counted together."""

from collections.abc import Sequence
from dataclasses import replace

from claims.text.propositions.items import TIMED, Found, is_time, items_around, make_of
from claims.text.propositions.parts import DETERMINERS, Part
from claims.text.propositions.statement import (
    Parts,
    Statement,
    denied,
    front_end,
    hypothetical,
    inserted,
    is_be,
    main_verb,
)
from claims.text.propositions.verbs import singular
from claims.text.references.people import is_person

# What holds of several together and of none alone (Quirk et al. 1985, 13.46–13.49).
TOGETHER = frozenset(
    "together jointly another between among amongst respectively combined total same except excluding besides".split()
)
MUTUAL = frozenset(
    "meet meets met marry married agree agreed merge merged differ divorced collaborate collaborated cooperate"
    " cooperated combine combines combined combining compare compared mix mixed join joined unite united share"
    " shared".split()
)
# Words that go with every item when they stand before the first.
LEADING = frozenset(
    "the these those this that various different several many numerous multiple certain some all every any most".split()
)
MOST = 24


def enumerations(given: Statement) -> list[Statement]:
    """``S V A, B and C``: one statement an item, unless an amount, a denial or a together-word binds them."""
    parts = given.parts
    main = main_verb(parts)
    if main < 0:
        return []
    floor = front_end(parts, main)
    for at in range(floor + 1, len(parts) - 1):
        if parts[at].kind != "cc" or parts[at].low not in ("and", "as well as"):
            continue
        found = items_around(parts, at, floor)
        if found is not None and _predicated(parts, floor, found):
            return one_of(given, parts[floor : found.start], found)
        if found is not None and _each_alone(given, found):
            return _distributed(given, found)
    return []


def _predicated(parts: Sequence[Part], floor: int, found: Found) -> bool:
    """``The causes were A, B and C``: a plural subject and what it is, up to the end."""
    main = found.start - 1
    ends = all(part.kind == "." for part in parts[found.end :])
    plural = (
        main > floor and parts[main].finite and parts[main].low in ("are", "were") and parts[floor].plural
    )
    return (
        plural
        and ends
        and len(found.items) > 2
        and parts[floor].first != "PRP"
        and "CD" not in parts[floor].tags
    )


def one_of(given: Statement, subject: Sequence[Part], found: Found) -> list[Statement]:
    """Each item is one of them; ``Liv Berg, mayor of Oslo,`` in the row is one item and what she is."""
    be = "was one of" if subject[-1].low == "were" else "is one of"
    made: list[Statement] = []
    name: Parts = ()
    for item in found.items:
        if name and _is_role(name, item):
            role = (*name, inserted("vp", "is", "VBZ"), *item)
            made.append(replace(given.with_parts(role), defines=True))
        else:
            made.append(given.with_parts((*item, inserted("vp", be, "VBZ"), *subject[:-1])))
        name = item
    return made


def _is_role(name: Parts, item: Parts) -> bool:
    """Whether a bare noun behind a name says what its bearer is: “mayor of Oslo”."""
    noun = item[0]
    bare = noun.kind == "np" and noun.first in ("NN", "JJ") and noun.words[0].text.islower()
    named = set(name[0].tags) == {"NNP"}
    return named and bare and is_person(noun.words[-1].text)


def _each_alone(given: Statement, found: Found) -> bool:
    """Whether what is said of the list is said of each item."""
    parts = given.parts
    before, after = parts[: found.start], parts[found.end :]
    around = (*before, *after, *(part for item in found.items for part in item if part.kind == "prep"))
    if denied(before) or hypothetical(before) or denied(after[:1]):
        return False
    words = {word for part in around for word in part.low.split()}
    if after and after[0].finite and words & {"their", "themselves"}:
        return False
    if words & TOGETHER or words & MUTUAL or any(is_amount(part) for part in around):
        return False
    if (
        any(part.low.split()[0] == "both" for part in found.items[0][:1])
        and before
        and before[-1].low == "by"
    ):
        return False
    return len(found.items) <= MOST and not _pair(before, after)


def _pair(before: Sequence[Part], after: Sequence[Part]) -> bool:
    """``Oslo and Riga are a pair``; ``they are A and B`` with a plural subject."""
    if after and after[0].finite and is_be(after[0]):
        return len(after) > 1 and after[1].kind == "np" and after[1].first in ("DT", "NNS", "CD")
    if before and before[-1].kind == "vp" and is_be(before[-1]):
        main = len(before) - 1
        return main > 0 and before[main].low.split()[-1] in ("are", "were", "'re", "’re")
    return False


def is_amount(part: Part) -> bool:
    """A number that may be the sum over the list; years and dates are none."""
    if "CD" not in part.tags or part.kind != "np":
        return False
    words = part.low.replace(",", "").split()
    figures = [word for word, tag in zip(words, part.tags, strict=False) if tag == "CD"]
    dated = any(word in TIMED for word in words)
    return not dated and not all(len(word) == 4 and word.isdigit() for word in figures)


def _distributed(given: Statement, found: Found) -> list[Statement]:
    parts = given.parts
    after = list(parts[found.end :])
    again = next((at for at, part in enumerate(after) if part.low == "and" and part.kind == "cc"), -1)
    if again > 0 and not (after[0].finite and _subject(parts, found)):
        return _apart(given, found)
    if after and after[0].finite and _subject(parts, found):
        after[0] = singular(after[0]) if not found.items[-1][0].plural else after[0]
    made = []
    shared = _complement(found.items)
    for at, item in enumerate(found.items):
        item = item if at == len(found.items) - 1 else (*item, *shared)
        tail = after
        if after and after[0].finite and _subject(parts, found):
            tail = [parts[found.end] if item[0].plural else singular(parts[found.end]), *after[1:]]
        item = _determined(item, found.items[0], at) if at == 0 or _one_article(found.items) else item
        own = at < len(found.items) - 1 and any(part.kind == "prep" for part in found.items[-1])
        made.append(given.with_parts((*parts[: found.start], *item, *(_untied(tail) if own else tail))))
    return made


def _complement(items: Sequence[Parts]) -> Parts:
    """``the rise and fall of the city``: with one article for all, “of …” goes with all as well."""
    last, others = items[-1], items[:-1]
    shared = len(last) > 2 and last[1].low == "of" and last[0].first not in DETERMINERS
    alone = all(len(item) == 1 for item in others) and others[0][0].first in DETERMINERS
    return last[1:] if shared and alone else ()


def _apart(given: Statement, found: Found) -> list[Statement]:
    """Two lists in one clause: the items of the first alone, then the whole of it with what follows."""
    parts = given.parts
    made = [given.with_parts((*parts[: found.start], *item)) for item in found.items]
    run = parts[found.start : found.end]
    words, tags = (tuple(each for part in run for each in getattr(part, name)) for name in ("words", "tags"))
    whole = Part("np", words, tags)
    return [*made, given.with_parts((*parts[: found.start], whole, *parts[found.end :]))]


def _subject(parts: Sequence[Part], found: Found) -> bool:
    """Whether the list alone is the subject of the verb behind it."""
    return found.start == 0 or parts[found.start - 1].kind in ("cc", ",", "that", "sub", "adv")


def _untied(tail: Sequence[Part]) -> Sequence[Part]:
    """What follows the list without the places that may belong to its last item."""
    at = 0
    while [part.kind for part in tail[at : at + 2]] == ["prep", "np"] and not is_time(tail[at + 1]):
        at += 2
    return tail[at:]


def _one_article(items: Sequence[Parts]) -> bool:
    """Whether none but the first item has an article or owner: then it may be meant for all."""
    return not any(item[0].first in DETERMINERS for item in items[1:])


def _determined(item: Parts, first: Parts, at: int) -> Parts:
    """``a radar and antenna`` → ``an antenna``: the article or owner of the first item before the others."""
    head = first[0]
    if not at:
        title = next((place for place, tag in enumerate(head.tags) if tag not in ("NNS", "JJ", "NNPS")), 0)
        if title and head.tags[title - 1] == "NNS" and head.tags[title] == "NNP":
            head = replace(head, words=head.words[title:], tags=head.tags[title:])
            return (head, *item[1:])
        both = head.words and head.words[0].text.lower() == "both" and len(head.words) > 1
        return (replace(head, words=head.words[1:], tags=head.tags[1:]), *item[1:]) if both else item
    lead = head.words[0].text.lower() if head.words else ""
    if (
        item[0].kind != "np"
        or item[0].first in (*DETERMINERS, "CD", "PRP")
        or item[0].low.split()[0] in LEADING
    ):
        return item
    if head.first not in DETERMINERS and not (lead in LEADING and item[0].plural):
        return item
    named = item[0].first in ("NNP", "NNPS") or make_of(item[0]) == "owned"
    if named or lead not in (*LEADING, "a", "an") and head.first != "PRP$":
        return item
    if lead in ("a", "an"):
        if item[0].plural:
            return item
        lead = "an" if item[0].low[:1] in "aeiou" else "a"
    return (inserted("adv", lead), *item)
