"""Source, cue and content in languages without tags: verbs of a list and the marks around them. Places are words."""

from claims.text.attribution.saying import Saying
from claims.text.attribution.scenes import Scene
from claims.text.attribution.sources import Range
from claims.text.phrases import Span, behind_brackets

CLOSING = '”’"»“«'
STOPS = frozenset(".,;!?…-—–:")
SHORT = 8  # words of a source that no list knows
# Who answers may answer a call: these count beside speech or a clause only.
ANSWERS = frozenset(
    "antwortete antwortet entgegnete entgegnet répond répondu répondent réplique répliqué respondió responde"
    " respondieron contestó contesta ответил ответила ответили отвечает відповів відповіла відповіли відповідає".split()
)
THAT = frozenset("dass daß que qu' что чтобы будто що щоб нібито".split())
MARKS = THAT.union('„“”«»"')


def sayings(scene: Scene) -> list[Saying]:
    """The sayings of the sentence in the order of their cues."""
    found = [*_by_phrases(scene), *_by_verbs(scene)]
    kept: list[Saying] = []
    for each in sorted(found, key=lambda saying: (not saying.whole, saying.cue)):
        if not any(first <= each.cue[0] <= last for other in kept for first, last in other.contents):
            kept.append(each)
    return sorted(kept, key=lambda saying: saying.cue)


def _range(scene: Scene, span: Span) -> Range:
    places = [at for at, word in enumerate(scene.words) if span[0] <= word.start < span[1]]
    return places[0], places[-1]


def _by_phrases(scene: Scene) -> list[Saying]:
    """``laut X``, ``selon X``; the German postposition looks back."""
    found: list[Saying] = []
    for match in scene.lists.patterns["according"].finditer(scene.text, *scene.span):
        cue = [at for at, word in enumerate(scene.words) if match.start() <= word.start < match.end()]
        if not cue or scene.quoted[cue[0]]:
            continue
        back = match.group().lower() == "zufolge"
        source = scene.phrases.before(cue[-1]) if back else scene.phrases.after(cue[-1])
        named = _range(scene, source) if source is not None else None
        named = named or (None if back else _until_mark(scene, cue[-1] + 1))
        if named is not None:
            found.append(_around(scene, (cue[0], cue[-1]), named))
    return found


def _around(scene: Scene, cue: Range, source: Range) -> Saying:
    """What stands before ``according to X``, or behind it when nothing does."""
    first, last = min(cue[0], source[0]), max(cue[1], source[1])
    pieces = [_trimmed(scene, 0, first - 1)] if first > 1 else []
    following = behind_brackets(scene.words, last + 1)
    if not pieces or following < len(scene) and scene.low[following] == "," and len(scene) - following > 4:
        pieces.append(_trimmed(scene, following, len(scene) - 1))
    return Saying(source, cue, tuple(piece for piece in pieces if piece[0] <= piece[1]), True, "phrase")


def _trimmed(scene: Scene, first: int, last: int) -> Range:
    while first <= last and scene.low[first] in STOPS and not scene.quoted[first]:
        first += 1
    while last >= first and scene.low[last] in STOPS and not scene.quoted[last]:
        last -= 1
    return first, last


def _by_verbs(scene: Scene) -> list[Saying]:
    found: list[Saying] = []
    lists = scene.lists
    for at, low in enumerate(scene.low):
        if scene.quoted[at] or low not in lists.said or scene.words[at].text[:1].isupper() and at:
            continue
        following = scene.low[at + 1] if at + 1 < len(scene) else ""
        if following in lists.said or low in ANSWERS and not _has_content(scene):
            continue
        source = _subject(scene, at, following)
        if source is not None:
            pieces = _contents(scene, at, source)
            found.append(Saying(source, (at, at), tuple(pieces), False, "verb"))
    return found


def _has_content(scene: Scene) -> bool:
    """Whether the sentence holds quotation marks or a clause with “that”."""
    return bool(scene.speech) or not MARKS.isdisjoint(scene.low)


def _subject(scene: Scene, at: int, following: str) -> Range | None:
    """The subject before or behind the verb, or the agent of a passive."""
    words, lists, phrases = scene.words, scene.lists, scene.phrases
    agent = next(
        (place for place in range(at + 1, min(at + 5, len(words))) if words[place].folded in lists.by), None
    )
    if at and words[at - 1].folded in lists.pronouns:
        return at - 1, at - 1
    if any(word.folded in lists.be for word in words[max(0, at - 2) : at]):
        found = phrases.after(agent) if agent is not None else None
    elif following in lists.by:
        found = phrases.after(at + 1)
    else:
        before = phrases.before(at)
        behind = before is None or at > 0 and words[at - 1].text in CLOSING
        found = phrases.after(at) if behind else before
        if found is None:
            return _plain_subject(scene, at)
    return _range(scene, found) if found is not None else None


def _plain_subject(scene: Scene, at: int) -> Range | None:
    """A subject that no list knows: what stands between a mark and the verb, where a clause or speech is its object."""
    last = at - 1
    while last >= 0 and scene.words[last].folded in scene.lists.between:
        last -= 1
    first = last
    while first >= 0 and not scene.mark(first) and not scene.quoted[first]:
        first -= 1
    said = any(
        scene.low[place] in THAT or scene.mark(place) for place in range(at + 1, min(at + 4, len(scene) - 1))
    )
    if said and 0 < last - first <= SHORT:
        return first + 1, last
    return _until_mark(scene, at + 1) if scene.mark(at - 1) or scene.quoted[at - 1] else None


def _until_mark(scene: Scene, first: int) -> Range | None:
    last = first
    while last < len(scene) and not scene.mark(last) and not scene.quoted[last]:
        last += 1
    return (first, last - 1) if 0 < last - first <= SHORT else None


def _contents(scene: Scene, at: int, source: Range) -> list[Range]:
    """Before the verb when a comma, a dash or a quotation stands there, else behind it."""
    first, last = min(at, source[0]), max(at, source[1])
    while first > 0 and scene.words[first - 1].folded in scene.lists.between | scene.lists.be:
        first -= 1
    edge = first - 1
    pieces: list[Range] = []
    opens = edge > 0 and (scene.low[edge] in STOPS or scene.quoted[edge])
    if opens:
        pieces.append(_trimmed(scene, 0, edge))
    following = behind_brackets(scene.words, max(last, at) + 1)
    for place in range(following, min(following + 5, len(scene))):
        if scene.low[place] in THAT and not scene.quoted[place]:
            following = place
            break
    rest = _trimmed(scene, following, len(scene) - 1)
    quoted_later = any(scene.quotation_from(place) for place in range(following, len(scene)))
    if rest[1] > rest[0] and (not pieces or quoted_later):
        if pieces and quoted_later:
            place = next(place for place in range(following, len(scene)) if scene.quotation_from(place))
            rest = _trimmed(scene, place, len(scene) - 1)
        pieces.append(rest)
    return [piece for piece in pieces if piece[0] <= piece[1]]
