"""Who says it, in English: the noun phrase before or behind a word, with what is set beside it. Ranges are of words."""

from claims.text.attribution.scenes import DAYS, Scene
from claims.text.phrases import before_brackets

Range = tuple[int, int]  # first and last word
RELATIVE = frozenset(("who", "that", "which"))
LINKING = frozenset("of in for at from on with to by inside near behind".split())
SKIPPED = frozenset(
    "not n't never have has had do does did 've 'd is are was were be been being 'll will would".split()
)
SET_BESIDE = ("DT", "CD", "NN", "VBN", "VBG", "VBD", "JJ", "PRP$", "WP", "WDT", "IN", "RB")
FARTHEST = 40  # words


def subject(scene: Scene, verb: int, *, own: bool = False) -> Range | None:
    """The subject of the verb at this word when it stands before it; ``own``: not that of a verb it is joined to."""
    at = _skip_back(scene, before_brackets(scene.words, _skip_back(scene, verb - 1)))
    if at < 0 or scene.quoted[at]:
        return None
    low = scene.low[at]
    if low == "to":
        return _governing(scene, at)
    if low in RELATIVE and at > 0:
        before = at - 2 if scene.low[at - 1] == "," else at - 1
        return phrase_back(scene, before)
    if low == ",":
        return beside(scene, at)
    if low in ("and", "but", "or"):
        return None if own else shared(scene, at)
    return phrase_back(scene, at)


def _skip_back(scene: Scene, at: int) -> int:
    """Back over auxiliaries, adverbs and ``himself``."""
    while at >= 0 and (
        scene.tags[at] in ("RB", "RBR", "MD")
        or scene.low[at] in SKIPPED
        or scene.low[at].endswith("n't")
        or scene.low[at] in ("himself", "herself", "themselves", "itself", "also")
    ):
        if scene.quoted[at]:
            return -1
        at -= 1
    return at


def _governing(scene: Scene, at: int) -> Range | None:
    """``declined to say``, ``are more likely to say``: the subject of what stands before ``to``."""
    place = at - 1
    while place >= 0 and scene.tags[place].startswith(("JJ", "RB", "VB", "MD")) and not scene.mark(place):
        place -= 1
    if place == at - 1 or place < 0:
        return None
    return phrase_back(scene, place)


def shared(scene: Scene, at: int) -> Range | None:
    """``The ministry rejected it and said …``: the subject of the first verb of the clause."""
    start = clause_start(scene, at)
    for place in range(max(start, at - FARTHEST) + 1, at):
        if scene.finite(place):
            found = subject(scene, place, own=True)
            if found is not None:
                return found
    return None


def clause_start(scene: Scene, at: int) -> int:
    """Where the clause begins that this word stands in: behind ``;``, ``, but`` and the like."""
    for place in range(at - 1, max(0, at - FARTHEST), -1):
        if scene.low[place] in (";", ":"):
            return place + 1
        if scene.low[place] in ("but", "and", "while", "though", "whereas") and scene.low[place - 1] == ",":
            return place + 1
    return 0


def beside(scene: Scene, close: int) -> Range | None:
    """The phrase before what is set between commas, the last of them at ``close``: ``Berg, the mayor, said``."""
    for comma in range(close - 1, max(0, close - FARTHEST), -1):
        if scene.low[comma] != "," or scene.quoted[comma]:
            continue
        if scene.tags[comma + 1].startswith(SET_BESIDE) and comma + 1 < close:
            found = phrase_back(scene, comma - 1)
            if found is not None and not _is_time(scene, found):
                return found[0], close - 1
    whole = phrase_back(scene, close - 1)
    return whole if whole is not None and whole[0] == 0 and not _is_time(scene, whole) else None


def _is_time(scene: Scene, found: Range) -> bool:
    return all(scene.low[at] in DAYS or scene.tags[at] == "CD" for at in range(found[0], found[1] + 1))


def phrase_back(scene: Scene, last: int) -> Range | None:
    """The noun phrase that ends with this word."""
    if last < 0 or scene.quoted[last]:
        return None
    if scene.low[last] in ('"', "”", "’", "'"):
        return _named_in_marks(scene, last)
    reduced = _reduced(scene, last)
    if not scene.nominal(last) and not reduced:
        return None
    first = reduced if reduced else last
    while first > 0 and _belongs(scene, first - 1):
        if scene.tags[first] in ("DT", "PRP$") and scene.nominal(first - 1) or last - first > FARTHEST:
            break
        first -= 1
    while first < last and scene.low[first] in DAYS:
        first += 1
    return (first, last) if any(scene.nominal(at) for at in range(first, last + 1)) else None


def _named_in_marks(scene: Scene, last: int) -> Range | None:
    """A name in quotation marks that is no speech."""
    found = phrase_back(scene, last - 1) if last > 1 else None
    return (found[0], last) if found else None


def _reduced(scene: Scene, last: int) -> int:
    """``people familiar``, ``a man nearby``: an adjective or adverb that closes the phrase; its noun's place or 0."""
    if last > 0 and scene.tags[last] in ("JJ", "RB") and scene.nominal(last - 1):
        return last - 1
    return 0


def _belongs(scene: Scene, at: int) -> bool:
    """Whether this word still belongs to the phrase that begins behind it."""
    if scene.quoted[at] or scene.low[at] in RELATIVE:
        return False
    if scene.mark(at):
        return scene.low[at] in ("&", "-", "'", "’", "“", "”", "‘", '"') and at > 0
    if scene.nominal(at) or scene.modifier(at):
        return True
    if at == 0 or not scene.nominal(at - 1):
        return False
    if scene.low[at] in LINKING:
        return True
    if scene.low[at] in ("and", "or"):
        same = scene.tags[at - 1][:3] == scene.tags[at + 1][:3] or scene.tags[at - 1] == "PRP"
        return same and not scene.any_finite(clause_start(scene, at), at)
    return scene.tags[at] in ("VBN", "VBG", "VBD", "JJ") and scene.low[at + 1] in (*LINKING, "as")


def phrase_forward(scene: Scene, first: int) -> Range | None:
    """The noun phrase that begins with this word, with its links (``of``, ``for``) and names set beside it."""
    last = _run_forward(scene, first)
    if last < first:
        return None
    if scene.tags[first] == "PRP":
        return first, first
    while last + 2 < len(scene) and scene.low[last + 1] in LINKING and not scene.quoted[last + 2]:
        if scene.low[last + 1] == "to" and scene.tags[last + 2] in ("VB", "VBP", "NN", "JJ", "RB"):
            break
        further = _run_forward(scene, last + 2)
        if further < last + 2 or scene.low[last + 2] in DAYS:
            break
        last = further
    return first, last


def _run_forward(scene: Scene, first: int) -> int:
    at, last = first, first - 1
    while at < len(scene) and not scene.quoted[at] and not scene.mark(at):
        if scene.low[at] in DAYS and last >= first:
            break
        if scene.nominal(at):
            last = at
        elif not scene.modifier(at) and not (
            scene.low[at] == "and" and last == at - 1 and _name(scene, at + 1)
        ):
            break
        at += 1
    return last


def _name(scene: Scene, at: int) -> bool:
    return at < len(scene) and scene.tags[at].startswith("NNP")


def after_time(scene: Scene, at: int) -> int:
    """Behind days, dates and places of speaking: ``Monday``, ``on Fox News Tuesday``, ``in a statement``."""
    place = at
    while place < len(scene) and not scene.quoted[place]:
        if scene.low[place] in DAYS or scene.tags[place] == "RB" and scene.low[place] not in ("not", "there"):
            place += 1
            continue
        found = None
        if scene.low[place] in ("on", "in", "at", "during", "through", "via", "to", "after", "from"):
            found = phrase_forward(scene, place + 1)
        if found is None:
            break
        place = found[1] + 1
    return place


def recipient_end(scene: Scene, found: Range) -> int | None:
    """Behind one who is told: a pronoun or the nouns up to the next phrase (``told reporters the plan was``)."""
    if scene.tags[found[0]] == "PRP":
        return found[0] + 1
    for at in range(found[0] + 1, found[1] + 1):
        if scene.tags[at] in ("DT", "PRP", "PRP$") and scene.nominal(at - 1):
            return at
    return found[1] + 1
