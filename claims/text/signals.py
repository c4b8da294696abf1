"""What can be seen in the words of a passage: numbers, dates, names, hedges, opinions. Counts only."""

import re
from dataclasses import dataclass

from claims.text.phrases import Word, words_in
from claims.text.stamps import without_clock
from claims.text.words import Words

NUMBER = re.compile(r"(?<![\w’'-])(?<!\d[.,])[+−-]?\d+(?:[.,\u00a0\u202f]\d+)*(?!\w)")
PERCENT = re.compile(r"\d\s?[%‰]")
MONEY = re.compile(r"[$€£¥₴₽]\s?\d|\d\s?[$€£¥₴₽]")
RANGE = re.compile(r"(?<![\w.,-])\d{1,3} ?(?:to|[-–:]) ?\d{1,3}(?![\w:-])")
UNIT_GAP = re.compile(r"[\s\u00a0-]*(?:[^\W\d_]+[\s\u00a0-]+){0,2}")
PART = re.compile(
    r"(?<!\w)(?:half|(?:a|one|two|three|four) (?:third|quarter|fifth|tenth)s?)(?= of)", re.IGNORECASE
)
NEAR = 40
LONG_VERB = 4
GENERIC = re.compile(r"(?:An?|Eine?|Une?|Una) ")
COUNTED = re.compile(r"[ \u00a0\u202f\n](?:[-–])?([^\W\d_]{2,})")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# English words that look like modal verbs and are none.
NOUN_BEFORE = (
    "my ",
    "your ",
    "his ",
    "her ",
    "its ",
    "our ",
    "their ",
    "the ",
    "’s ",
    "'s ",
    " free ",
    " good ",
    " own ",
)
NOT_ABLE = re.compile(
    r"(?:n[’']t| not| hardly| barely| scarcely| no longer| only| see| hear| feel| smell)\b", re.IGNORECASE
)
NOBODY = re.compile(r"(?:nobody|no one|none of \w+|few|never)\s+$", re.IGNORECASE)
HABIT = re.compile(
    r"\b(?:every|each|always|often|sometimes|usually|as a (?:boy|girl|child)|in those days)\b", re.IGNORECASE
)
ORDER = re.compile(
    r"(?:read|see|look|listen|send|write|call|visit|follow|consider|imagine|note|remember|stay|tell|ask|take|give|come|go|watch"
    r"|share|keep|try|wait|check|join|open|close|think|bring|leave|stop|turn|click)"
    r" (?:the|an?|this|that|these|those|it|him|her|them|us|me|our|your|my|more|all|to|for|at|here|up|out|what|how|who"
    r"|whether|back|not|about|of)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signals:
    """The signs found in one passage: the words of the first hit as written ("" for none), or how many."""

    strong_hedge: str
    weak_hedges: int
    opinion: str
    evaluative: int
    first_person: int
    definition: str
    generic: bool
    figure: str
    numbers: int
    date: str
    comparison: str
    names: int
    verb: bool
    words: int
    question: bool
    request: str = ""


def signals(passage: str, lists: Words) -> Signals:
    """Look at a passage once; ``lists`` are the words of its language."""
    patterns = lists.patterns
    words = [word for word in words_in(passage, 0, len(passage)) if not word.mark]
    counting = without_clock(passage)
    numbers = [match for match in NUMBER.finditer(counting) if not YEAR.fullmatch(match.group())]
    names = [word for word in words[1:] if word.capital and word.folded not in lists.not_names]
    return Signals(
        strong_hedge=_first(patterns["strong_hedges"], passage, lists),
        weak_hedges=len(patterns["weak_hedges"].findall(passage)),
        opinion=_first(patterns["opinions"], passage, lists),
        evaluative=len(patterns["evaluative"].findall(passage)),
        first_person=len(patterns["first_person"].findall(passage)),
        definition=_first(patterns["definitions"], passage, lists),
        generic=_generic(passage, lists),
        figure=_figure(counting, numbers, lists),
        numbers=len(numbers),
        date=_date(passage, lists),
        comparison=_first(patterns["comparisons"], passage, lists),
        names=len(names) // 2 if lists.code == "de" else len(names),
        verb=_verb(passage, words, lists),
        words=len(words),
        request=_request(passage, lists),
        question=passage.rstrip("\"'”’»“ )").endswith(("?", "？", "؟")),
    )


def _first(pattern: re.Pattern[str], passage: str, lists: Words) -> str:
    """The first hit as written, on one line."""
    hits = pattern.finditer(passage)
    return next((" ".join(hit.group().split()) for hit in hits if _counts(hit, passage, lists)), "")


def _counts(hit: re.Match[str], passage: str, lists: Words) -> bool:
    """English words that look like modal verbs and are none, or are not those of the main clause."""
    if lists.code != "en":
        return True
    word = hit.group().lower()
    before, after = passage[max(0, hit.start() - NEAR) : hit.start()], passage[hit.end() : hit.end() + NEAR]
    # “May” and “Will” are a month and a name; “their common will” is a noun.
    if word in ("will", "might", "may") and (
        hit.group().istitle() or not after[:1].isspace() or before.lower().endswith(NOUN_BEFORE)
    ):
        return False
    # “could not sleep”, “nobody could see”: what was so, not what may come.
    if word == "could" and (NOT_ABLE.match(after) or NOBODY.search(before)):
        return False
    if word == "would" and HABIT.search(passage):
        return False
    # “anyone who might …”: the main clause decides, not what is said of somebody in it.
    return not before.endswith(("who ", "which "))


def _verb(passage: str, words: list[Word], lists: Words) -> bool:
    """Whether something looks like a finite verb."""
    if lists.patterns["verbs"].search(passage):
        return True
    endings = lists.verb_endings
    return any(
        len(word.text) > LONG_VERB and word.text.lower().endswith(endings) for word in words if endings
    )


def _request(passage: str, lists: Words) -> str:
    """The words that open a request, an order or a greeting."""
    opening = lists.patterns["requests"].match(passage)
    if opening is None and lists.code == "en":
        opening = ORDER.match(passage)
    return opening.group() if opening else ""


def _generic(passage: str, lists: Words) -> bool:
    """``A free port is an area …``: an indefinite article, then early on the words of a definition."""
    found = lists.patterns["definitions"].search(passage)
    opens = GENERIC.match(passage) is not None
    return found is not None and opens and len(passage[: found.start()].split()) <= 5


def _figure(passage: str, numbers: list[re.Match[str]], lists: Words) -> str:
    """The number that makes a statistic: a percentage, money, or a number beside a unit or a comparison."""
    for pattern in (PERCENT, MONEY, RANGE, PART):
        found = pattern.search(passage)
        if found:
            return _whole_figure(passage, found)
    amounts = [*numbers, *_number_words(passage, lists)]
    for match in amounts:
        unit = lists.patterns["units"].search(passage, match.end(), min(len(passage), match.end() + 30))
        if unit and UNIT_GAP.fullmatch(passage, match.end(), unit.start()):
            return " ".join(passage[match.start() : unit.end()].split())
    counted = _counted(passage, amounts, lists)
    if counted:
        return counted
    row = "|" in passage or "\t" in passage
    if numbers and (
        row or lists.patterns["comparisons"].search(passage) or not lists.code and len(numbers) > 1
    ):
        return numbers[0].group()
    return ""


def _number_words(passage: str, lists: Words) -> list[re.Match[str]]:
    """Number words that count: not “the two countries”, which are known already."""
    found = lists.patterns["numerals"].finditer(passage)
    return [
        each for each in found if not _set_apart(passage[max(0, each.start() - NEAR) : each.start()], lists)
    ]


def _set_apart(before: str, lists: Words) -> bool:
    return bool(words := before.lower().split()) and words[-1] in lists.set_apart


def _counted(passage: str, amounts: list[re.Match[str]], lists: Words) -> str:
    """A number of two or more with the word it counts (``300 boats``); days of a month and ordinals are none."""
    for match in amounts:
        following = COUNTED.match(passage, match.end())
        if following is None or match.group() in ("0", "1"):
            continue
        word = following[1].lower()
        if word in lists.not_names or word in lists.articles or lists.patterns["dates"].match(word):
            continue
        if lists.patterns["verbs"].fullmatch(word):
            continue
        return " ".join(passage[match.start() : following.end()].split())
    return ""


def _whole_figure(passage: str, found: re.Match[str]) -> str:
    number = next(
        (
            each
            for each in NUMBER.finditer(passage)
            if each.start() <= found.end() and each.end() >= found.start()
        ),
        None,
    )
    if number is None:
        return found.group()
    return passage[min(number.start(), found.start()) : max(number.end(), found.end())]


def _date(passage: str, lists: Words) -> str:
    named = _first(lists.patterns["dates"], passage, lists)
    year = re.search(rf"(?<![\w.,-]){YEAR.pattern}(?![\w%])", passage)
    return named or (year.group() if year else "")
