"""What is said when its cue stands behind it or in its middle, in English: ``“…,” he said, “…”``. In words."""

from claims.text.attribution.contents import OPENERS
from claims.text.attribution.cues import Cue
from claims.text.attribution.ends import end
from claims.text.attribution.scenes import Scene
from claims.text.attribution.sources import Range

NO_SECOND_HALF = frozenset("and who which while though as where when after before because whose with".split())
DASHES = ("-", "—", "–")


def before_cue(scene: Scene, cue: Cue, group: Range, first: int | None, *, inverted: bool) -> Range | None:
    """What is said when it stands before source and cue: ``“…,” Berg said``, ``It is safe, said Berg``."""
    edge = group[0] - 1
    if edge < 0 or "s" not in cue.frames or cue.form != "verb":
        return None
    if group == (cue.at, cue.at) and (not scene.quoted[edge] or scene.tags[cue.at] == "VB"):
        return None
    comma = (
        scene.low[edge] in (",", "-", "—", "–") and not scene.quoted[edge] and scene.low[cue.at - 1] != "to"
    )
    speech_ends = scene.quoted[edge]
    if not (comma or speech_ends):
        return None
    last = edge if speech_ends else edge - 1
    begin = segment_start(scene, edge)
    if last < begin:
        return None
    if speech_ends or scene.quoted[last]:
        return begin, last
    following = group[1] + 1
    parenthesis = following < len(scene) and scene.low[following] in (",", "-", "—", "–")
    if scene.low[begin] in OPENERS and not parenthesis:
        return None
    if first is not None and not inverted and not parenthesis:
        return None
    states = scene.any_finite(begin, last + 1) or parenthesis or len(scene) - following < 4
    return (begin, last) if states and cue.lemma not in ("ask", "put", "go", "begin") else None


def segment_start(scene: Scene, edge: int) -> int:
    """Where the words before a parenthetical cue begin: the sentence's first, a dateline and ``But`` left off."""
    for at in range(min(6, edge)):
        if (
            scene.low[at] in ("-", "—", "–")
            and all(
                scene.words[place].text.isupper() or scene.mark(place) or scene.words[place].text.istitle()
                for place in range(at)
            )
            and scene.words[0].text.isupper()
        ):
            return at + 1
    return 0


def second_half(scene: Scene, group: Range, stops: list[int], *, inverted: bool) -> list[Range]:
    """What goes on behind a parenthetical cue: ``…, he said, …``."""
    comma = group[1] + 1
    while comma < len(scene) and comma < group[1] + 14 and scene.low[comma] not in (",", "-", "—", "–", ":"):
        if scene.finite(comma) or scene.quoted[comma] and not scene.quotation_from(comma):
            return []
        if scene.quotation_from(comma):
            break
        comma += 1
    first = comma if comma < len(scene) and scene.quoted[comma] else comma + 1
    if first >= len(scene):
        return []
    if not scene.quotation_from(first):
        main = scene.low[first] not in NO_SECOND_HALF and not scene.tags[first].startswith(
            ("VBG", "VBN", "RB", "DT")[: 2 if not inverted else 4]
        )
        if inverted or not main or not scene.any_finite(first, len(scene)):
            return []
    fake = Cue(group[1], "say", "", "verb")
    last = end(scene, fake, first, [stop for stop in stops if stop > first])
    return [(first, last)]
