"""Items of a list on lines of their own with what introduces them: “The members are:” and “1. Oslo” below it.

The words of the introduction are said again with the item; the claim stands on the item alone.
"""

import re
from collections.abc import Sequence

from claims.text.propositions.nouns import is_phrase, is_plural
from claims.text.propositions.parts import Part
from claims.text.propositions.statement import (
    Parts,
    Statement,
    denied,
    front_end,
    hypothetical,
    inserted,
    main_verb,
)
from claims.text.propositions.verbs import finite, past_if_dated

MARK = re.compile(r"(?:\(?[0-9]{1,3}[.)]|[-*+•‣⁃·▪◦●○■])\s*(?=[^\W\d_]|[“\"'‘«(])")
NAMING = frozenset(("include", "includes", "included", "comprise", "comprises", "comprised"))
DASHES = frozenset(("-", "–", "—"))


def introduces(parts: Sequence[Part]) -> bool:
    """``The members are:``, ``Its members include:``: a plural subject and at the end a verb that names its kinds."""
    main = main_verb(parts)
    end = [part.kind for part in parts[main + 1 :]]
    if main <= 0 or end != [":"] or denied(parts) or hypothetical(parts) or front_end(parts, main):
        return False
    subject = parts[:main]
    known = is_phrase(subject) and subject[0].first not in ("PRP", "EX") and is_plural(subject)
    return known and (parts[main].low in ("are", "were") or parts[main].low in NAMING)


def items(introduction: Sequence[Part], item: Sequence[Part]) -> list[Statement]:
    """The item as a statement of its own; none when it is more than a phrase and what is told of it."""
    parts = tuple(part for part in item if part.kind != ".")
    dash = next((at for at, part in enumerate(parts) if part.kind in DASHES), len(parts))
    name, rest = parts[:dash], parts[dash + 1 :]
    if not is_phrase(name) or rest and (rest[0].main != "VBN" or rest[0].finite):
        return []
    main = main_verb(introduction)
    found = [Statement(_said(introduction[:main], introduction[main], name), defines=True)]
    if rest:
        like = inserted("vp", introduction[main].low, "VBD" if introduction[main].low == "were" else "VBP")
        verb = finite(rest[0], past_if_dated(like, rest), plural=is_plural(name))
        found.append(Statement((*name, verb, *rest[1:])))
    return found


def _said(subject: Sequence[Part], verb: Part, name: Parts) -> Parts:
    if verb.low in NAMING:
        return (*subject, verb, *name)
    be = "was one of" if verb.low == "were" else "is one of"
    return (*name, inserted("vp", be, "VBZ"), *subject)
