"""Parts of speech of English words: Penn Treebank tags (NN, VBD, IN …) from a lexicon with rules, corrected by context.

The lexicon and the rules come with textblob; nothing is downloaded. Other languages have no tags.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any

BE = frozenset("am is are was were be been being 's ’s".split())
HAVE = frozenset("has have had having 's ’s 've".split())
BECOME = frozenset("become becomes became becoming get gets got getting remain remains remained".split())
FINITE = frozenset(("MD", "VBD", "VBZ", "VBP"))
# Irregular verbs whose past and participle are one form (Quirk et al. 1985, 3.11–3.20).
SAME = frozenset(
    "made found held led built left sold told kept lost won met paid sent spent set put cut hit bought brought taught"
    " caught thought sought felt heard said laid stood understood meant dealt fought fed hung shot split spread"
    " struck swept stuck lent bent burnt learnt let shut hurt cost cast bound wound ground fled slid spun dug read rid"
    " bred lit had".split()
)


@cache
def _parser() -> Any:
    from textblob.en import parser  # noqa: PLC0415 - start-up cost: more than a second, and only English needs it

    return parser


@cache
def known(word: str) -> str:
    """The tag that the lexicon has for a word in small letters, "" for a word it does not know."""
    return str(_parser().lexicon.get(word) or "")


def tags(words: Sequence[str]) -> list[str]:
    """One Penn tag a word, in order; ``words`` are the words and marks of one sentence."""
    straight = [word.replace("’", "'") for word in words]
    found = [tag for _, tag in _parser().find_tags(straight)]
    for at, word in enumerate(straight):
        found[at] = _corrected(straight, found, at) if word[:1].isalnum() else found[at]
    openers = [at for at, word in enumerate(straight) if word.lower() in CLAUSE | {"as"}]
    for start, end in pairwise([0, *openers, len(straight)]):
        _name_a_verb(straight, found, start, end)
    return [_past(straight, found, at) for at in range(len(found))]


def _corrected(words: list[str], found: list[str], at: int) -> str:
    """What the lexicon gets wrong: figures, and words that are verbs or nouns only by what stands around them."""
    word, tag = words[at].lower(), found[at]
    before = found[at - 1] if at else ""
    after = found[at + 1] if at + 1 < len(found) else ""
    if word[:1].isdigit():
        return "CD"
    for known_better in (_small_word(word, tag, before, after), _noun_for_verb(words, found, at, after)):
        if known_better:
            return known_better
    if tag == "RB" and after == "IN" and words[at - 1].lower() == "the":
        return "NN"
    return _verb_for_noun(words, found, at) or tag


def _small_word(word: str, tag: str, before: str, after: str) -> str:
    """Words that the lexicon knows as something else: the I of a king, “per cent”, “at that time”, “most people”."""
    if word == "per" and after == "NN":
        return "NN"
    if word == "i" and before == "NNP":
        return "NNP"
    if "-" in word and tag in ("VBN", "VBD", "VBG", "VB"):
        return "JJ"
    if word == "that" and before == "IN" and after.startswith("NN"):
        return "DT"
    return "JJ" if word in ("most", "more", "less") and after.startswith("NN") else ""


def _noun_for_verb(words: list[str], found: list[str], at: int, after: str) -> str:
    """A noun behind an article or an owner: “the cover”, “Norland’s demand”."""
    tag = found[at]
    if (
        tag not in ("VB", "VBP", "VBZ", "VBG")
        or words[at].lower() in BE | HAVE
        or not _owned(words, found, at)
    ):
        return ""
    if tag == "VBG" and after.startswith(("NN", "JJ")):
        return tag
    return "NNS" if tag == "VBZ" else "NN"


def _verb_for_noun(words: list[str], found: list[str], at: int) -> str:
    """A verb where a subject, a modal or what follows asks for one."""
    word, tag = words[at].lower(), found[at]
    before = found[at - 1] if at else ""
    after = found[at + 1] if at + 1 < len(found) else ""
    if tag == "NNS" and before == "CC" and after in ("NNP", "DT", "PRP$") and is_verb(word[:-1]):
        return "VBZ"
    base = word[:-1] if tag == "NNS" else word
    if tag in ("NN", "NNS", "JJ") and _subject_before(words, found, at) and is_verb(base):
        return "VBZ" if tag == "NNS" else "VBP"
    if tag in ("NN", "JJ", "VBP") and _verb_before(words, found, at):
        return "VB"
    if tag == "NN" and before == "TO" and after in ("DT", "PRP$", "PRP") and is_verb(word):
        return "VB"
    if tag == "NN" and word.endswith("ing") and before == "," and after in ("DT", "PRP", "PRP$", "JJ", "IN"):
        return "VBG"
    return _base_form(words, found, at, before) if tag == "VB" else ""


def _base_form(words: list[str], found: list[str], at: int, before: str) -> str:
    """A base form with a plural subject before it and no verb in its clause is finite."""
    subject = before in ("NNS", "NNPS", "PRP", "WDT", "WP") or words[at - 1] == "that"
    return "VBP" if subject and not _finite_before(words, found, at) else "VB"


def _verb_before(words: list[str], found: list[str], at: int) -> bool:
    """Whether “can”, “did not” or their like asks for a verb here."""
    place = at - 1
    while place >= 0 and found[place].startswith("RB"):
        place -= 1
    return place >= 0 and found[place] == "MD" and is_verb(words[at].lower())


def _subject_before(words: list[str], found: list[str], at: int) -> bool:
    """Whether a pronoun stands before that can only be the subject of a verb."""
    low = words[at - 1].lower() if at else ""
    if low == "that" and found[at] == "NNS" and at > 1:
        return found[at - 2] == "NN"
    return low in ("which", "who", "i", "we", "they", "he", "she") or low == "you" and found[at] == "NN"


def _owned(words: list[str], found: list[str], at: int) -> bool:
    """Whether an article or an owner stands before: what follows is no verb."""
    low = words[at - 1].lower() if at else ""
    if low == "her" and at > 1 and words[at - 2].lower() in LETTING:
        return False
    return (
        low in ("the", "a", "an")
        or found[at - 1] == "PRP$"
        or low.endswith("'s")
        and found[at] != "VBZ"
        and len(low) > 4
    )


def is_verb(word: str) -> bool:
    """Whether the lexicon knows a verb with this base form, by the forms made from it."""
    if known(word).startswith("VB"):
        return True
    stems = (word, word[:-1] if word.endswith("e") else word + word[-1:])
    return any(known(stem + end).startswith("VB") for stem in stems for end in ("ed", "ing"))


def _name_a_verb(words: list[str], found: list[str], start: int, end: int) -> None:
    """In a clause without any verb, the first noun that may be one: “Genes control …”, “The film stars …”."""
    end = next((at for at in range(start + 1, end) if _opens_clause(words[at], found[at])), end)
    if any(
        found[at] in FINITE or found[at] in ("VBN", "VB") and found[at - 1] != "TO"
        for at in range(start, end)
    ):
        return
    wanted = ("DT", "PRP$", "PRP") if words[start : start + 1] == ["as"] else FOLLOWING
    for at in range(start + 1, min(end, len(found) - 1)):
        word, before, after = words[at].lower(), found[at - 1], found[at + 1]
        if before == "," and found[at] == "NN" and after in ("RB", "IN"):
            before = found[start]
        direct = found[at] == "NNS" and after in ("NN", "NNS")
        if not before.startswith("NN") or after not in wanted and not direct:
            continue
        if found[at] == "NN" and before in ("NNS", "NNPS", "NNP") and is_verb(word):
            found[at] = "VBP"
            return
        if found[at] == "NNS" and before in ("NN", "NNP") and (is_verb(word[:-1]) or is_verb(word[:-2])):
            found[at] = "VBZ"
            return


# --- past or participle -------------------------------------------------------------------------------------


def _past(words: list[str], found: list[str], at: int) -> str:
    """VBD or VBN for a form that may be both."""
    word, tag = words[at].lower(), found[at]
    if tag not in ("VBD", "VBN") or not (word.endswith("ed") or word in SAME):
        return tag
    if word == "had":
        return "VBD"
    if _auxiliary_before(words, found, at):
        return "VBN"
    before = found[at - 1] if at else ""
    if before == "MD":
        return "VB"
    if before in ("PRP", "WDT", "WP", "EX") or words[at - 1] == "that":
        return "VBD"
    if (
        words[at - 1].lower() in BECOME
        or before in ("DT", "PRP$", "JJ", "IN", "TO", "POS", "VBG")
        or not at
        or words[at + 1 : at + 2] == ["by"]
    ):
        return "VBN"
    return _by_clause(words, found, at)


def _finite_before(words: list[str], found: list[str], at: int) -> bool:
    """Whether the clause already has its verb: “helps people lose weight”."""
    for place in range(at - 1, -1, -1):
        if found[place] in FINITE:
            return True
        fronted = words[place] == "," and words[0].lower() in CLAUSE | {"as"}
        if fronted or _opens_clause(words[place], found[place]):
            return False
    return False


def _by_clause(words: list[str], found: list[str], at: int) -> str:
    """VBD where the clause has no other verb; behind a comma or and, what the verb before it is."""
    place = at - 1
    while place >= 0 and found[place].startswith("RB"):
        place -= 1
    if place >= 0 and (found[place] == "CC" or words[place] == ","):
        joined = next((each for each in reversed(range(place)) if found[each].startswith(("VB", "MD"))), -1)
        if (
            joined > 0
            and words[joined - 1] == words[place] == ","
            and not _verb_in_clause(words, found, joined)
        ):
            return "VBD"
        after = found[at + 1] if at + 1 < len(found) else ""
        if joined >= 0 and words[joined].lower() == "born" or found[place] == "CC" and after in OBJECTS:
            return "VBD"
        earlier = (
            max((at for at in range(place) if words[at] == ","), default=-1) if words[place] == "," else -1
        )
        if earlier > 0 and not any(tag in FINITE for tag in found[:earlier]):
            return "VBD"
        opened = joined >= 0 and any(word.lower() in OPENERS for word in words[joined:at])
        if words[place] == "," and opened and not _finite_before(words, found, at):
            return "VBD"
        if joined >= 0 and words[joined].lower() in BE and after not in OBJECTS:
            return "VBN"
        if joined < 0 or found[place] != "CC" and not _joined_later(words, found, at):
            return "VBN"
        return "VBN" if _past(words, found, joined) == "VBN" or found[joined] == "VB" else "VBD"
    if (
        found[at + 1 : at + 2] == ["IN"]
        and words[at + 1] in ORIGINS
        and any(tag in FINITE for tag in found[:at])
    ):
        return "VBN"
    return "VBN" if _verb_in_clause(words, found, at) else "VBD"


def _joined_later(words: list[str], found: list[str], at: int) -> bool:
    """``moved, founded a school and taught``: a later and with a past form behind it."""
    pairs = zip(found[at + 1 :], found[at + 2 :], strict=False)
    return any(tag == "CC" and after in ("VBD", "VBN") for tag, after in pairs)


def _verb_in_clause(words: list[str], found: list[str], at: int) -> bool:
    """Whether a finite verb stands before in the same clause, or behind without a new clause between."""
    if _finite_before(words, found, at):
        return True
    after = found[at + 1] if at + 1 < len(found) else ""
    if after in OBJECTS or after.startswith(("NN", "JJ")):
        return False
    for place in range(at + 1, len(found)):
        if _opens_clause(words[place], found[place]) or words[place] == ",":
            return False
        if found[place] in FINITE and (after == "IN" or not words[place].lower().endswith("ed")):
            return True
    return False


def _opens_clause(word: str, tag: str) -> bool:
    low = word.lower()
    return tag in ("WDT", "WP", "WRB", "CC") or low in CLAUSE or word in BREAKS


BREAKS = frozenset(";:\"'“”‘«»")  # what somebody says begins or ends
ORIGINS = frozenset(
    ("by", "from", "as", "of", "with")
)  # what follows a participle more often than a past form
LETTING = frozenset("let lets make makes made help helps helped see saw hear heard watch watched".split())
OPENERS = frozenset(("where", "that", "because", "while", "whereas"))
OBJECTS = frozenset(("DT", "PRP$", "PRP", "NNP", "CD"))
FOLLOWING = frozenset("DT IN JJ JJR NNP PRP$ RB TO CD VBG".split())
CLAUSE = frozenset(
    "that because as while whereas if unless until although though since when where after before".split()
)


def _auxiliary_before(words: list[str], found: list[str], at: int) -> bool:
    """Whether a form of “be” or “have” stands before, with nothing but adverbs between."""
    for place in range(at - 1, max(-1, at - 5), -1):
        if words[place].lower() in BE | HAVE:
            return True
        if not found[place].startswith(("RB", "MD")) and words[place].lower() != "long":
            return False
    return False
