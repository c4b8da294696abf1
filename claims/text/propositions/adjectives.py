"""Several adjectives with one noun: “warmer and drier summers”, “a small, quiet port” say something each."""

from dataclasses import replace

from claims.text.propositions.lists import is_amount
from claims.text.propositions.parts import ADJECTIVES, NOUN, Part
from claims.text.propositions.statement import Parts, Statement, denied, inserted

MODIFYING = ADJECTIVES | {"RB", "RBR", "RBS", "VBN"}
MOST = 4  # a longer row is hardly one of adjectives


def adjectives(given: Statement) -> list[Statement]:
    """``warmer and drier summers``, ``a small, quiet port``: each with the noun."""
    parts = given.parts
    for at, part in enumerate(parts):
        kinds = _kinds(part)
        if not kinds or denied(parts[:at]):
            continue
        if any(is_amount(each) for each in (*parts[:at], *parts[at + 1 :])):
            continue
        return [given.with_parts((*parts[:at], *one, *parts[at + 1 :])) for one in kinds]
    return []


def _kinds(part: Part) -> list[Parts]:
    """The phrases with one adjective each; none behind “the” or an owner, which tell of one thing."""
    if part.kind != "np" or not part.words or part.form:
        return []
    lows = [word.text.lower() for word in part.words]
    article = lows[0] in ("a", "an")
    noun = next((at for at, tag in enumerate(part.tags) if tag in NOUN), len(lows))
    runs = _runs(part, lows, int(article), noun)
    plain = article or "," not in lows
    if not plain or not 1 < len(runs) <= MOST or "and" in lows[noun:] or "," in lows[noun:]:
        return []
    if not all(run and {part.tags[at] for at in run} & (ADJECTIVES | {"VBN"}) for run in runs):
        return []
    return [_kind(part, run, noun, article=article) for run in runs]


def _runs(part: Part, lows: list[str], start: int, noun: int) -> list[list[int]]:
    """The places of the words between commas and “and”; none where another sort of word stands between."""
    runs: list[list[int]] = [[]]
    for at in range(start, noun):
        if lows[at] in (",", "and"):
            runs += [[]] if runs[-1] else []
        elif part.tags[at] in MODIFYING:
            runs[-1].append(at)
        else:
            return []
    return runs


def _kind(part: Part, run: list[int], noun: int, *, article: bool) -> Parts:
    places = [*run, *range(noun, len(part.words))]
    made = replace(
        part,
        words=tuple(part.words[at] for at in places),
        tags=tuple(part.tags[at] for at in places),
    )
    if not article:
        return (made,)
    return (inserted("adv", "an" if made.low[:1] in "aeiou" else "a"), made)
