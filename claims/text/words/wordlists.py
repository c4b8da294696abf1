"""The shape of one language's word lists and how a list becomes a pattern. No language's words live here."""

import re
from dataclasses import dataclass, field
from functools import cached_property

NEVER = re.compile(r"(?!)")
SPECIAL = {"'": "['’]", " ": r"\s+"}


def pattern(entries: str) -> re.Pattern[str]:
    """Entries separated by ``|`` (each may be several words) as one pattern of whole words, any case."""
    parts = [part.strip() for part in entries.split("|") if part.strip()]
    if not parts:
        return NEVER
    begin = r"\b" if all(part[0].isalnum() for part in parts) else r"(?<!\w)"
    return re.compile(rf"{begin}{_tree(parts)}(?!\w)", re.IGNORECASE)


def _tree(endings: list[str]) -> str:
    """The endings as one expression, the longest first, each beginning written once: it fails at the first letter."""
    following: dict[str, list[str]] = {}
    for each in sorted(filter(None, endings)):
        following.setdefault(each[0], []).append(each[1:])
    branches = [SPECIAL.get(letter, re.escape(letter)) + _tree(rest) for letter, rest in following.items()]
    if "" in endings:
        branches.append("")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


@dataclass(frozen=True)
class Words:
    """One language. Sets hold single words in lower case; strings hold entries separated by ``|``."""

    code: str
    said: frozenset[str] = frozenset()  # finite reporting verbs
    participles: dict[str, str] = field(default_factory=dict)  # "suggesting" → "suggest"
    according: str = ""  # "according to": the source follows
    by: frozenset[str] = frozenset()  # the agent of a passive follows
    be: frozenset[str] = frozenset()  # makes a past participle passive
    between: frozenset[str] = frozenset()  # may stand between a source and its verb
    people: frozenset[str] = frozenset()  # nouns that speak
    pronouns: frozenset[str] = frozenset()  # that stand for a speaker
    plural_pronouns: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()  # joins the parts of a name
    not_names: frozenset[str] = frozenset()  # capitalised words that name nobody
    articles: frozenset[str] = frozenset()
    strong_hedges: str = ""  # make a prediction
    weak_hedges: str = ""  # only lower the score
    opinions: str = ""  # make an opinion
    evaluative: str = ""  # only lower the score
    first_person: str = ""
    definitions: str = ""  # "is a"
    units: str = ""  # beside a number: make a statistic
    comparisons: str = ""  # "highest since"
    bylines: str = ""  # "By", at the start of a line
    dates: str = ""  # months and weekdays
    verbs: str = ""  # auxiliaries that show a finite clause
    verb_endings: tuple[str, ...] = ()  # of finite verbs; a longer word with one shows a finite clause too
    numerals: str = ""  # number words from two on
    set_apart: frozenset[str] = (
        frozenset()
    )  # before a number word: known things, not a count ("the two countries")
    requests: str = ""  # open a sentence that states nothing

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        """Each list of entries, compiled when the language is first used."""
        names = (
            "according strong_hedges weak_hedges opinions evaluative first_person definitions units comparisons"
            " bylines dates verbs numerals requests"
        )
        return {name: pattern(getattr(self, name)) for name in names.split()}


def words(entries: str) -> frozenset[str]:
    """A set from words separated by blanks."""
    return frozenset(entries.split())
