"""A statement: a row of parts that says one thing, and where its verb, its subject and its beginning are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.text.propositions.parts import NEGATIONS, Part

Parts = tuple[Part, ...]
SUBJECTS = frozenset("i we you he she it they there".split())
HYPOTHETICAL = frozenset("if unless whether until lest".split())
OPENERS = frozenset(("rel", "sub", "that"))
FRONTS = frozenset(("prep", "adv", "sub", "vp", "cc", "beside", "adj"))


@dataclass(frozen=True, slots=True)
class Statement:
    """Parts in the order in which they are said; ``defines``: an apposition, ``aside``: a remark beside speech."""

    parts: Parts
    defines: bool = False
    aside: bool = False

    @property
    def main(self) -> int:
        """The place of its main verb."""
        return main_verb(self.parts)

    def with_parts(self, parts: Iterable[Part]) -> "Statement":
        """The same with other parts, without marks at its ends and without two marks in a row."""
        kept: list[Part] = []
        for part in parts:
            if part.kind == "," and (not kept or kept[-1].kind in (",", ";", ":")):
                continue
            kept.append(part)
        while kept and kept[-1].kind in (",", ";", ":", "-", "–", "—", "cc", "sub"):
            kept.pop()
        return Statement(tuple(kept), self.defines, self.aside)


def main_verb(parts: Sequence[Part], start: int = 0) -> int:
    """The place of the verb of the main clause, -1 for none: the finite one that no pronoun or conjunction opens."""
    pending = 0
    for at in range(start, len(parts)):
        part = parts[at]
        if part.kind in OPENERS or _bare_relative(parts, at):
            pending += 1
        elif part.finite:
            if not pending:
                return at
            pending -= 1
    return -1


def _bare_relative(parts: Sequence[Part], at: int) -> bool:
    """``the oil it has``: a pronoun that is a subject, straight behind a noun; not “in 1990 it”."""
    if at == 0 or parts[at].low not in SUBJECTS or parts[at].kind != "np":
        return False
    return parts[at - 1].kind == "np" and set(parts[at - 1].tags) != {"CD"}


def open_clause(parts: Sequence[Part]) -> bool:
    """Whether these parts end inside a clause that still waits for its verb."""
    pending = 0
    for at, part in enumerate(parts):
        if part.kind in OPENERS or _bare_relative(parts, at):
            pending += 1
        elif part.finite and pending:
            pending -= 1
    return pending > 0


def front_end(parts: Sequence[Part], main: int) -> int:
    """Where the subject begins: behind what stands before it (“In 1990,”, “So”)."""
    if not parts or parts[0].kind not in FRONTS and not _time(parts, main):
        return 0
    commas = [at for at in range(main) if parts[at].kind == "," and at + 1 < main]
    commas = [at for at in commas if parts[at + 1].kind in ("np", "quote", "adv", "vp", "beside")]
    if commas:
        closed = main > 0 and parts[main - 1].kind == ","
        return (commas[0] if closed or len(commas) == 1 else commas[-1]) + 1
    at = 0
    while at < main and parts[at].kind in ("adv", "cc", "beside"):
        at += 1
    return at


def _time(parts: Sequence[Part], main: int) -> bool:
    """``Last year, the council …``"""
    return main > 2 and parts[1].kind == "," and parts[0].low.split()[-1] in TIMES


TIMES = frozenset(
    "year years month week day days time today yesterday century night morning decade later ago".split()
)


def hypothetical(parts: Sequence[Part]) -> bool:
    """Whether something here is said under a condition."""
    return any(part.kind == "sub" and part.low in HYPOTHETICAL for part in parts)


def denied(parts: Sequence[Part]) -> bool:
    """Whether a verb or a phrase here denies."""
    return any(part.negated or part.low in NEGATIONS for part in parts)


def is_be(part: Part) -> bool:
    """Whether the verb is a form of “be” alone (or “become”): what follows describes the subject."""
    verbs = [
        word.text.lower() for word, tag in zip(part.words, part.tags, strict=False) if tag.startswith("VB")
    ]
    verbs = verbs or part.low.split()
    return bool(verbs) and verbs[-1] in (
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "'s",
        "’s",
        "became",
        "becomes",
    )


def inserted(kind: str, form: str, tag: str = "") -> Part:
    """A function word that the document does not have here."""
    return Part(kind, form=form, tags=(tag,) if tag else ())


def clause_between(parts: Sequence[Part], main: int, at: int) -> bool:
    """Whether another clause stands between the verb and the comma: whose participle it is cannot be told."""
    openers = any(part.kind in ("rel", "sub", "that") for part in parts[main:at])
    return (
        openers
        or parts[at - 1].kind == "quote"
        or any(part.low == "or" for part in parts[max(main, at - 3) : at])
    )
