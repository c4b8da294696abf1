"""Where a clause of tagged English words begins and whether it has its verb. Words are in small letters."""

FINITE = frozenset(("MD", "VBD", "VBZ", "VBP"))
BREAKS = frozenset(";:\"'“”‘«»")  # what somebody says begins or ends
OPENING = frozenset(("WDT", "WP", "WRB", "CC"))
OBJECTS = frozenset(("DT", "PRP$", "PRP", "NNP", "CD"))
CLAUSE = frozenset(
    "that whether because as while whereas if unless until although though since when where after before".split()
)


def opens(word: str, tag: str) -> bool:
    """Whether a new clause begins with this word (in small letters) or mark."""
    return tag in OPENING or word in CLAUSE or word in BREAKS


def finite_before(words: list[str], found: list[str], at: int) -> bool:
    """Whether the clause already has its verb: “helps people lose weight”."""
    fronted = words[0] in CLAUSE
    for place in range(at - 1, -1, -1):
        if found[place] in FINITE:
            return True
        if fronted and words[place] == "," or opens(words[place], found[place]):
            return False
    return False


def verb_in(words: list[str], found: list[str], at: int) -> bool:
    """Whether a finite verb stands before in the same clause, or behind without a new clause between."""
    if finite_before(words, found, at):
        return True
    after = found[at + 1] if at + 1 < len(found) else ""
    if after in OBJECTS or after.startswith(("NN", "JJ")):
        return False
    for place in range(at + 1, len(found)):
        if opens(words[place], found[place]) or words[place] == ",":
            return False
        if found[place] in FINITE and (after == "IN" or not words[place].endswith("ed")):
            return True
    return False
