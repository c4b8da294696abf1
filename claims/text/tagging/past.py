"""Past or participle: VBD or VBN for an English form that may be both, by its clause."""

from claims.text.tagging.clauses import FINITE, OBJECTS, finite_before, opens, verb_in

BE = frozenset("am is are was were be been being 's ’s".split())
HAVE = frozenset("has have had having 's ’s 've".split())
BECOME = frozenset("become becomes became becoming get gets got getting remain remains remained".split())
# Irregular verbs whose past and participle are one form (Quirk et al. 1985, 3.11–3.20).
SAME = frozenset(
    "made found held led built left sold told kept lost won met paid sent spent set put cut hit bought brought taught"
    " caught thought sought felt heard said laid stood understood meant dealt fought fed hung shot split spread"
    " struck swept stuck lent bent burnt learnt let shut hurt cost cast bound wound ground fled slid spun dug read rid"
    " bred lit had".split()
)
AUXILIARIES = BE | HAVE
ORIGINS = frozenset(("by", "from", "as", "of", "with"))  # behind a participle more often than a past form
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# Passive forms that keep an object or a complement (Quirk et al. 1985, 16.44–16.57).
GIVING = frozenset(
    "named called renamed elected appointed made awarded given granted offered paid sent shown told taught promised"
    " denied considered declared deemed dubbed voted left found kept crowned rated ranked labelled labeled".split()
)
CLOSING = frozenset(",.;:")
NAMING = frozenset(("NN", "NNS", "NNP", "NNPS", "DT", "PRP$", "JJ"))
OPENERS = frozenset(("where", "that", "because", "while", "whereas"))


def pasts(words: list[str], found: list[str]) -> list[str]:
    """The tags, in order, with VBD or VBN decided for each form that may be both; words in small letters."""
    decided: list[str] = []
    for at, tag in enumerate(found):
        both = tag in ("VBD", "VBN") and (words[at].endswith("ed") or words[at] in SAME)
        decided.append(_decided(words, found, decided, at) if both else tag)
    return decided


def _decided(words: list[str], found: list[str], decided: list[str], at: int) -> str:
    if words[at] == "had":
        return "VBD"
    if _auxiliary_before(words, found, at):
        return "VBN"
    before = found[at - 1] if at else ""
    if before == "MD":
        return "VB"
    if before in ("PRP", "WDT", "WP", "EX") or words[at - 1] == "that":
        return "VBN" if _describes(found, at) else "VBD"
    if (
        words[at - 1] in BECOME
        or before in ("DT", "PRP$", "JJ", "IN", "TO", "POS", "VBG")
        or all(tag.startswith("RB") for tag in found[:at])
        or words[at + 1 : at + 2] == ["by"]
    ):
        return "VBN"
    return _by_clause(words, found, decided, at)


def _describes(found: list[str], at: int) -> bool:
    """``that treated animals lost weight``: a noun and its verb follow."""
    return found[at + 1 : at + 2] == ["NNS"] and found[at + 2 : at + 3] in (["VBD"], ["VBN"], ["VBP"], ["MD"])


def _by_clause(words: list[str], found: list[str], decided: list[str], at: int) -> str:
    """VBD where the clause has no other verb; behind a comma or and, what the verb before it is."""
    place = at - 1
    while place >= 0 and found[place].startswith("RB"):
        place -= 1
    if place >= 0 and (found[place] == "CC" or words[place] == ","):
        return _behind_joint(words, found, decided, at, place)
    if _between_commas(words, found, at):
        return "VBD"
    source = found[at + 1 : at + 2] == ["IN"] and words[at + 1] in ORIGINS
    if source and not FINITE.isdisjoint(found[:at]):
        return "VBN"
    return "VBN" if verb_in(words, found, at) else "VBD"


def _behind_joint(words: list[str], found: list[str], decided: list[str], at: int, joint: int) -> str:
    """Behind the comma or conjunction at ``joint``, adverbs aside: what the verb before it is."""
    joined = next((each for each in reversed(range(joint)) if found[each].startswith(("VB", "MD"))), -1)
    after = found[at + 1] if at + 1 < len(found) else ""
    if words[joint] == "," and _goes_on(words, found, at, joint, joined):
        return "VBD"
    if joined >= 0 and words[joined] == "born" and joint == joined + 1:
        return "VBN"  # born and raised in
    if joined >= 0 and words[joined] == "born" or found[joint] == "CC" and _takes_object(words, found, at):
        return "VBD"
    if joined < 0 or words[joined] in BE and after not in OBJECTS:
        return "VBN"
    if found[joint] != "CC" and not _joined_later(found, at):
        return "VBN"
    return "VBN" if decided[joined] == "VBN" or found[joined] == "VB" else "VBD"


def _takes_object(words: list[str], found: list[str], at: int) -> bool:
    """``was passed in May and brought new taxes``: what follows is no time and no name that is given."""
    after = found[at + 1] if at + 1 < len(found) else ""
    if after in OBJECTS and words[at + 1] not in WEEKDAYS:
        return True
    plain = after in ("JJ", "NN", "NNS") and words[at] not in GIVING
    return plain and words[at + 1] not in ("last", "next", "early", "late", "home")


def _goes_on(words: list[str], found: list[str], at: int, comma: int, joined: int) -> bool:
    """Whether the main clause goes on behind the comma that closes what was put in."""
    if joined > 0 and words[joined - 1] == "," and not verb_in(words, found, joined):
        return True
    earlier = next((place for place in reversed(range(comma)) if words[place] == ","), -1)
    described = words[joined] in BE and not _put_in(
        words, found, earlier, comma
    )  # “In May, it was the oldest, loaded at”
    if earlier > 0 and FINITE.isdisjoint(found[:earlier]) and not described:
        return True
    opened = joined >= 0 and not OPENERS.isdisjoint(words[joined:at])
    return opened and not finite_before(words, found, at)


def _put_in(words: list[str], found: list[str], first: int, last: int) -> bool:
    """Whether what stands between two commas is no clause of its own: “, which sank,” or “, a steamer,”."""
    return FINITE.isdisjoint(found[first:last]) or opens(words[first + 1], found[first + 1])


def _between_commas(words: list[str], found: list[str], at: int) -> bool:
    """``…, Berg said, …``: a subject and its verb, put in between commas or at the end."""
    if at + 1 < len(words) and words[at + 1] not in CLOSING:
        return False
    place = at - 1
    while place > 0 and found[place] in NAMING:
        place -= 1
    return 0 < place < at - 1 and words[place] == ","


def _joined_later(found: list[str], at: int) -> bool:
    """``moved, founded a school and taught``: a later and with a past form behind it."""
    pairs = zip(found[at + 1 :], found[at + 2 :], strict=False)
    return any(tag == "CC" and after in ("VBD", "VBN") for tag, after in pairs)


def _auxiliary_before(words: list[str], found: list[str], at: int) -> bool:
    """Whether a form of “be” or “have” stands before, with nothing but adverbs between."""
    for place in range(at - 1, max(-1, at - 5), -1):
        if words[place] in AUXILIARIES:
            return True
        if not found[place].startswith(("RB", "MD")) and words[place] != "long":
            return False
    return False
