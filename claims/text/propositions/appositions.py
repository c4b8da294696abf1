"""Appositions: a noun phrase set beside another says what that one is."""

from collections.abc import Sequence
from dataclasses import replace

from claims.text.propositions.clauses import inserted_behind_subject
from claims.text.propositions.nouns import chain_before, is_plural
from claims.text.propositions.parts import DETERMINERS, Part
from claims.text.propositions.statement import Parts, Statement, denied, inserted, main_verb
from claims.text.words import words_for

PEOPLE = words_for("en").people


def behind_subject(given: Statement) -> list[Statement]:
    """``S, a radar, has …``: between the subject and its verb."""
    parts = given.parts
    places = inserted_behind_subject(parts)
    if places is None:
        return []
    begin, comma, main = places
    subject, inside = parts[begin:comma], parts[comma + 1 : main - 1]
    if not _names(subject, inside):
        return []
    named = inside if _is_title(subject, inside) else subject
    whole = given.with_parts((*parts[:begin], *named, *parts[main:]))
    return [whole, _definition(given, subject, inside)]


def _names(subject: Sequence[Part], inside: Sequence[Part]) -> bool:
    """Whether the phrase inside says what the subject is: no list, no clause, the same number."""
    if not inside or inside[0].kind != "np" or any(part.kind == "," for part in inside):
        return False
    if inside[0].first not in ("DT", "PRP$", "NNP") and not inside[0].low.startswith("one of"):
        return False
    return is_plural(subject) == is_plural(inside)


def _is_title(subject: Sequence[Part], inside: Sequence[Part]) -> bool:
    """``the mayor, Liv Berg,``, ``Deputy Head of the Institute, Liv Berg,``: the name is what is spoken of."""
    named = {tag for part in inside for tag in part.tags} == {"NNP"}
    office = subject[0].low.split()[-1] in PEOPLE and len(subject) > 1
    return named and (subject[0].first == "DT" or office)


def _definition(given: Statement, subject: Sequence[Part], inside: Sequence[Part]) -> Statement:
    be = inserted("vp", "are" if is_plural(subject) else "is", "VBZ")
    if _is_title(subject, inside):
        subject, inside = inside, subject
    return replace(given.with_parts((*subject, be, *inside)), defines=True)


def titles(text: str, parts: Sequence[Part]) -> list[Statement]:
    """``the actress Liv Berg``: a common noun straight before a name says what its bearer is."""
    found = []
    for part in parts:
        cut = _title(part)
        if cut and text[cut[1].words[-1].end : cut[0].words[0].start] == " ":
            name, noun = cut
            found.append(Statement((name, inserted("vp", "is", "VBZ"), *_as_one(noun)), defines=True))
    return found


def _as_one(noun: Part) -> Parts:
    """``actress`` → “an actress”, ``the ferry`` → “a ferry”; “the mayor” and “her brother” stay."""
    the = noun.words[0].text.lower() == "the"
    if the and len(noun.words) > 1 and noun.words[-1].text not in PEOPLE and "JJS" not in noun.tags:
        noun = replace(noun, words=noun.words[1:], tags=noun.tags[1:])
    elif noun.first in DETERMINERS or noun.words[0].possessive:
        return (noun,)
    return (inserted("adv", _article(noun)), noun)


def _title(part: Part) -> tuple[Part, Part] | None:
    """The name and the noun before it."""
    if part.kind != "np" or part.form:
        return None
    at = len(part.tags)
    while at and part.tags[at - 1] == "NNP" and part.words[at - 1].capital:
        at -= 1
    named = len(part.tags) - at
    noun = part.words[at - 1].text if at else ""
    common = noun.islower() and part.tags[at - 1] == "NN" and not noun.endswith("ing")
    if not common or not named or "CD" in part.tags or any(word.text == "and" for word in part.words):
        return None
    name = replace(part, words=part.words[at:], tags=part.tags[at:])
    return name, replace(part, words=part.words[:at], tags=part.tags[:at])


def _article(noun: Part) -> str:
    return "an" if noun.low[:1] in "aeiou" else "a"


def behind_object(given: Statement) -> list[Statement]:
    """``… the Planet Center, a branch of the IAU.``: at the end, behind a verb or “by”."""
    parts = given.parts
    main = main_verb(parts)
    if main < 0 or denied(parts[: main + 1]):
        return []
    for at in range(main + 2, len(parts) - 1):
        if parts[at].kind != "," or parts[at + 1].low.split()[0] not in ("a", "an"):
            continue
        chain = chain_before(parts, at)
        inside = parts[at + 1 : -1] if parts[-1].kind == "." else parts[at + 1 :]
        if chain and _alone(inside) and _licensed(parts, chain[0], main):
            noun: Parts = parts[chain[0] : at]
            if _names(noun, inside):
                return [given.with_parts(parts[:at]), _definition(given, noun, inside)]
    return []


def _alone(inside: Sequence[Part]) -> bool:
    """Only phrases up to the end."""
    return all(part.kind in ("np", "prep", "adj", "paren", "adv") for part in inside)


def _licensed(parts: Sequence[Part], start: int, main: int) -> bool:
    """Whether the noun is what the verb has to do with, and a name: otherwise the clause may be meant."""
    return (start - 1 == main or parts[start - 1].low == "by") and set(parts[start].tags) <= {
        "DT",
        "NNP",
        "NNPS",
        "JJ",
        "NN",
        "CD",
    }
