"""Parts of speech of English words: Penn Treebank tags (NN, VBD, IN …) from a lexicon with rules, corrected by context.

The lexicon and the rules come with textblob (``lexicon.py``). Other languages have no tags. What is corrected: single
words (here), clauses without a verb (here), past or participle (``past.py``).
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from claims.text.tagging.clauses import CLAUSE, FINITE, finite_before, opens
from claims.text.tagging.lexicon import is_verb, known, parser
from claims.text.tagging.past import AUXILIARIES, pasts

__all__ = ["is_verb", "known", "tags"]

SIDES = frozenset("north south east west northeast northwest southeast southwest".split())
LETTING = frozenset("let lets make makes made help helps helped see saw hear heard watch watched".split())
FOLLOWING = frozenset("DT IN JJ JJR NNP PRP$ RB TO CD VBG".split())


def tags(words: Sequence[str]) -> list[str]:
    """One Penn tag a word, in order; ``words`` are the words and marks of one sentence."""
    return list(_tags(tuple(words)))


@lru_cache(
    maxsize=8
)  # the rules of attribution, references and propositions ask for the same sentence in turn
def _tags(words: tuple[str, ...]) -> tuple[str, ...]:
    straight = [word.replace("’", "'") for word in words]
    found = [tag for _, tag in parser().find_tags(straight)]
    low = [word.lower() for word in straight]
    for at, word in enumerate(low):
        found[at] = _corrected(low, found, at) if word[:1].isalnum() else found[at]
    openers = [at for at, word in enumerate(low) if word in CLAUSE]
    for start, end in pairwise([0, *openers, len(low)]):
        _name_a_verb(low, found, start, end)
    return tuple(pasts(low, found))


def _corrected(words: list[str], found: list[str], at: int) -> str:
    """What the lexicon gets wrong: figures, and words that are verbs or nouns only by what stands around them."""
    word, tag = words[at], found[at]
    before = found[at - 1] if at else ""
    after = found[at + 1] if at + 1 < len(found) else ""
    if word[:1].isdigit():
        return "CD"
    for known_better in (_small_word(word, tag, before, after), _noun_for_verb(words, found, at, after)):
        if known_better:
            return known_better
    if at and words[at - 1] == "the" and (word in SIDES or tag == "RB" and after == "IN"):
        return "JJ" if after.startswith(("NN", "JJ", "VBG")) else "NN"  # “the north coast”, “in the north”
    return _verb_for_noun(words, found, at) or tag


def _small_word(word: str, tag: str, before: str, after: str) -> str:
    """Words that the lexicon knows as something else: the I of a king, “per cent”, “at that time”, “most people”."""
    if word == "per" and after == "NN":
        return "NN"
    if word == "further" and after.startswith("VB"):
        return "RB"
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
    if tag not in ("VB", "VBP", "VBZ", "VBG") or words[at] in AUXILIARIES or not _owned(words, found, at):
        return ""
    if tag == "VBG" and after.startswith(("NN", "JJ")):
        return tag
    return "NNS" if tag == "VBZ" else "NN"


def _verb_for_noun(words: list[str], found: list[str], at: int) -> str:
    """A verb where a subject, a modal or what follows asks for one."""
    word, tag = words[at], found[at]
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
    return "VBP" if subject and not finite_before(words, found, at) else "VB"


def _verb_before(words: list[str], found: list[str], at: int) -> bool:
    """Whether “can”, “did not” or their like asks for a verb here."""
    place = at - 1
    while place >= 0 and found[place].startswith("RB"):
        place -= 1
    return place >= 0 and found[place] == "MD" and is_verb(words[at])


def _subject_before(words: list[str], found: list[str], at: int) -> bool:
    """Whether a pronoun stands before that can only be the subject of a verb."""
    low = words[at - 1] if at else ""
    if low == "that" and found[at] == "NNS" and at > 1:
        return found[at - 2] == "NN"
    return low in ("which", "who", "i", "we", "they", "he", "she") or low == "you" and found[at] == "NN"


def _owned(words: list[str], found: list[str], at: int) -> bool:
    """Whether an article or an owner stands before: what follows is no verb."""
    low = words[at - 1] if at else ""
    if low == "her" and at > 1 and words[at - 2] in LETTING:
        return False
    return (
        low in ("the", "a", "an")
        or found[at - 1] == "PRP$"
        or low.endswith("'s")
        and found[at] != "VBZ"
        and len(low) > 4
    )


def _name_a_verb(words: list[str], found: list[str], start: int, end: int) -> None:
    """In a clause without any verb, the first noun that may be one: “Genes control …”, “The film stars …”."""
    end = next((at for at in range(start + 1, end) if opens(words[at], found[at])), end)
    if any(
        found[at] in FINITE or found[at] in ("VBN", "VB") and found[at - 1] != "TO"
        for at in range(start, end)
    ):
        return
    wanted = ("DT", "PRP$", "PRP") if words[start : start + 1] == ["as"] else FOLLOWING
    for at in range(start + 1, min(end, len(found) - 1)):
        word, before, after = words[at], found[at - 1], found[at + 1]
        if before == "," and found[at] == "NN" and after in ("RB", "IN"):
            before = found[start]
        direct = found[at] == "NNS" and after in ("NN", "NNS")
        if not before.startswith("NN") or after not in wanted and not direct:
            continue
        if found[at] == "NN" and before in ("NNS", "NNPS", "NNP") and is_verb(word):
            found[at] = "VBP"
            return
        if (
            found[at] == "NNS"
            and before in ("NN", "NNP")
            and (is_verb(word[:-1]) or word.endswith("es") and is_verb(word[:-2]))
        ):
            found[at] = "VBZ"
            return
