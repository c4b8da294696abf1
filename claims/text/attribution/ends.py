"""Where what somebody says ends, in one English sentence. All places are words."""

from claims.text.attribution.contents import JOINS, NOT_SUBJECTS, OPENERS, start
from claims.text.attribution.cues import Cue
from claims.text.attribution.frames import verb_frames
from claims.text.attribution.scenes import FINITE, Scene
from claims.text.attribution.sources import subject

FARTHEST = 40  # words from one finite verb of a clause to the next
TRAILING = frozenset(". , ; ! ? : … - — –".split())


def end(scene: Scene, cue: Cue, first: int, stops: list[int]) -> int:
    """The last word of what is said from ``first`` on; ``stops`` are words at which others begin to speak."""
    inserted = _inserted(scene, cue)
    last = len(scene) - 1
    for at in range(first + 1, len(scene)):
        if scene.quoted[at]:
            continue
        if (
            at in stops
            or scene.low[at] == ","
            and (at + 1 in stops or inserted or _participle(scene, at + 1))
        ):
            last = at - 1
            break
        if cue.form == "noun" and _main_verb(scene, first, at):
            last = at - 1
            break
    while (
        last > first
        and not scene.quoted[last]
        and scene.low[last] in (".", ",", ";", "!", "?", ":", "…", "-", "—", "–")
    ):
        last -= 1
    return last


def _inserted(scene: Scene, cue: Cue) -> bool:
    """In a relative clause, or in a clause that opens the sentence and ends at a comma."""
    source = subject(scene, cue.at) if cue.form == "verb" else None
    if source is not None and source[0] and scene.low[source[0] - 1] in OPENERS:
        return not any(scene.low[at] == "," and not scene.quoted[at] for at in range(source[0], cue.at))
    subject_at = cue.at - 1
    while subject_at >= 0 and scene.tags[subject_at] in ("RB", "MD", "VBD", "VBZ", "VBP", "VBN"):
        subject_at -= 1
    if subject_at >= 0 and scene.low[subject_at] in ("who", "which") and cue.form == "verb":
        return True
    if scene.low[0] not in OPENERS and scene.low[0] != "as":
        return False
    return not any(scene.low[at] == "," and not scene.quoted[at] for at in range(cue.at))


def _participle(scene: Scene, at: int) -> bool:
    """``, adding``, ``, citing``: what somebody says next."""
    if at >= len(scene) or scene.quoted[at]:
        return False
    known = verb_frames().get(scene.low[at])
    return scene.low[at].endswith("ing") and known is not None


def _main_verb(scene: Scene, first: int, at: int) -> bool:
    """The verb of the sentence behind a clause that hangs on a noun: a second one without a subject of its own."""
    if (
        not scene.finite(at)
        or scene.low[at - 1] in ("and", "or", "who", "which", "that", "to")
        or scene.tags[at - 1] == "PRP"
    ):
        return False
    earlier = [place for place in range(max(first, at - FARTHEST), at) if scene.finite(place)]
    if scene.low[first] == "to":
        return scene.tags[at] in FINITE
    return (
        bool(earlier)
        and earlier[-1] < at - 1
        and not any(scene.low[place] in JOINS | NOT_SUBJECTS for place in range(earlier[-1] + 1, at))
    )


def stops(scene: Scene, found: list[Cue]) -> list[int]:
    """The words at which somebody else begins to speak: ``, while the ministry said``, ``and added``."""
    places = []
    for cue in found:
        if cue.form not in ("verb",):
            continue
        before = cue.at - 1
        while before >= 0 and (
            scene.tags[before] in ("RB", "MD") or scene.low[before] in ("has", "have", "had")
        ):
            before -= 1
        if (
            before > 0
            and scene.low[before] in ("and", "but")
            and scene.tags[cue.at] in ("VBD", "VBZ", "VBP", "NNS", "VBN")
        ):
            places.append(before)
            continue
        source = subject(scene, cue.at)
        if (
            source is not None
            and source[0] > 1
            and scene.low[source[0] - 1] in JOINS
            and start(scene, cue) is not None
        ):
            places.append(source[0] - 1)
    return places
