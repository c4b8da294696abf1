"""English sayings without a verb of speech: ``according to X``, ``in X’s view``, ``for X``, a colon. In words."""

from claims.text.attribution.cues import Cue
from claims.text.attribution.ends import end
from claims.text.attribution.halves import second_half, segment_start
from claims.text.attribution.saying import Saying
from claims.text.attribution.scenes import Scene
from claims.text.attribution.sources import Range, phrase_forward, subject

VIEWS = frozenset("view words opinion eyes mind telling judgment judgement estimation reading".split())
FIRST_PERSON = frozenset("my our your".split())
NO_SOURCE = frozenset("plan schedule law plans".split())  # according to plan


def according(scene: Scene) -> list[Saying]:
    """``according to X``, ``in the view of X``: what stands before it, else what follows."""
    found = []
    for match in scene.lists.patterns["according"].finditer(scene.text, *scene.span):
        places = [at for at, word in enumerate(scene.words) if match.start() <= word.start < match.end()]
        if not places or scene.quoted[places[0]]:
            continue
        source = phrase_forward(scene, places[-1] + 1)
        if (
            source is None
            or scene.low[source[0]] in ("plan", "schedule", "law", "plans", "reports")
            and source[0] == source[1]
        ):
            continue
        pieces = around(scene, places[0], source)
        if pieces:
            found.append(Saying(source, (places[0], places[-1]), tuple(pieces), True, "phrase"))
    return found


def by_views(scene: Scene) -> list[Saying]:
    """``In Berg’s view, …``, ``in his words``."""
    for at in range(2, len(scene)):
        if scene.low[at] not in VIEWS or scene.quoted[at]:
            continue
        owned = (
            scene.words[at - 1].possessive or scene.tags[at - 1] == "PRP$" or scene.low[at - 1] in ("'", "’")
        )
        opens = next(
            (place for place in range(at - 1, max(-1, at - 7), -1) if scene.low[place] in ("in", "to")), None
        )
        if (
            not owned
            or scene.low[at - 1] in FIRST_PERSON
            or opens is None
            or opens + 1 == at
            or scene.any_finite(opens, at)
        ):
            continue
        pieces = around(scene, opens, (opens + 1, at))
        if pieces:
            return [Saying((opens + 1, at - 1), (at, at), tuple(pieces), True, "phrase")]
    return []


def by_for(scene: Scene) -> list[Saying]:
    """``For Berg, the question is …``: only somebody whom the text has named in full before."""
    if len(scene) < 6 or scene.low[0] != "for":
        return []
    last = 1
    while last + 1 < len(scene) and scene.tags[last + 1].startswith("NNP"):
        last += 1
    mention = " ".join(word.text for word in scene.words[1 : last + 1])
    named = scene.names.full(mention, scene.words[1].start)
    if scene.low[last + 1] != "," or named == mention or not scene.any_finite(last + 2, len(scene)):
        return []
    fake = Cue(last, "say", "", "verb")
    return [Saying((1, last), (0, 0), ((last + 2, end(scene, fake, last + 3, [])),), True, "phrase")]


def around(scene: Scene, at: int, source: Range) -> list[Range]:
    last = at - 1
    while last >= 0 and scene.low[last] in (",", "-", "—", "–") and not scene.quoted[last]:
        last -= 1
    fake = Cue(source[1], "say", "", "verb")
    after = source[1] + 1
    following = after
    if at > 1 and last >= 1:
        begin = segment_start(scene, at)
        half = second_half(scene, (at, source[1]), [], inverted=True)
        return [(begin, last), *half]
    while following < len(scene) and scene.low[following] != "," and not scene.quoted[following]:
        following += 1
    if following + 1 >= len(scene):
        return []
    first = following if scene.quoted[following] else following + 1
    return [(first, end(scene, fake, first, []))]


def by_colon(scene: Scene, made: list[Saying]) -> list[Saying]:
    """``He put it simply: “We ran out.”`` The verb of the words before the colon is the cue, else the colon."""
    for at in range(1, len(scene) - 1):
        if scene.low[at] != ":" or scene.quoted[at] or not scene.quotation_from(at + 1):
            continue
        if any(first <= at + 1 <= last for each in made for first, last in each.contents):
            continue
        verb = next((place for place in range(at) if scene.finite(place) and not scene.quoted[place]), None)
        source = subject(scene, verb) if verb is not None else (0, at - 1)
        fake = Cue(at, "say", "", "verb")
        cue = verb if verb is not None else at
        return [Saying(source, (cue, cue), ((at + 1, end(scene, fake, at + 1, [])),), False, "verb")]
    return []
