"""The words that say that somebody says something, in one English sentence. What is said is not looked for here."""

from dataclasses import dataclass

from claims.text.attribution.frames import noun_frames, verb_frames
from claims.text.attribution.scenes import Scene

BE = frozenset("am is are was were be been being 's 're get gets got".split())
GERUNDS = frozenset("by before after without while when than".split())
NOUN_BEFORE = ("DT", "PRP$", "POS", "JJ", "IN")
PLURAL_BEFORE = ("NNS", "NNPS", "PRP", "WP", "WDT", "RB", "MD", "CD")
OBJECT_AFTER = ("DT", "PRP", "IN", "TO", "NNP", "WDT", "NNS", "WRB", "PRP$")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at ``at`` (words), its lemma, the letters of its frames and its form.

    Forms: ``verb``, ``participle`` (saying), ``passive``, ``noun``.
    """

    at: int
    lemma: str
    frames: str
    form: str


def cues(scene: Scene) -> list[Cue]:
    """The cues of the sentence in order; those inside speech do not count."""
    found = []
    for at in range(len(scene)):
        if scene.quoted[at] or scene.mark(at):
            continue
        cue = _verb(scene, at) or _noun(scene, at)
        if cue is not None:
            found.append(cue)
    return found


def _verb(scene: Scene, at: int) -> Cue | None:
    known = verb_frames().get(scene.low[at])
    if known is None or not _is_verb(scene, at):
        return None
    lemma, frames = known
    if scene.tags[at] == "VBG" or scene.low[at].endswith("ing"):
        progressive = _be_before(scene, at)
        if (
            not progressive
            and at
            and scene.tags[at - 1] in ("IN", "DT", "JJ", "PRP$")
            and scene.low[at - 1] not in GERUNDS
        ):
            return None
        return Cue(at, lemma, frames, "verb" if progressive else "participle")
    if _be_before(scene, at) and scene.low[at] not in (lemma, lemma + "s"):
        return Cue(at, lemma, frames, "passive")
    return Cue(at, lemma, frames, "verb")


def _is_verb(scene: Scene, at: int) -> bool:
    """Trusts the tag, but looks around a form that is a noun as well (``claims``, ``plans``, ``fear``)."""
    tag, before = scene.tags[at], scene.tags[at - 1] if at else ""
    if tag == "VBN" and not (_be_before(scene, at) or scene.finite(at) or _verb_before(scene, at)):
        return False
    after = scene.tags[at + 1] if at + 1 < len(scene) else ""
    if scene.words[at].capital and at and not scene.after_quotation(at):
        return False
    if tag.startswith("VB"):
        owned = before in ("DT", "PRP$", "POS") or at > 0 and scene.words[at - 1].possessive
        return not (owned and not scene.mark(at - 1))
    if scene.low[at] not in noun_frames() and not tag.startswith(("NN", "JJ", "IN")):
        return False
    if before in NOUN_BEFORE and scene.low[at - 1] not in ("that", "which") or not at:
        return False
    if scene.words[at - 1].possessive:
        return False
    if scene.quotation_from(at + 1) or after in (",", ":") and scene.quotation_from(at + 2):
        return before.startswith(("NN", "PRP", "WP"))
    if scene.low[at].endswith("s"):
        return before in ("NN", "NNP", "PRP", "WP") and after in OBJECT_AFTER
    plain = before in PLURAL_BEFORE and after in OBJECT_AFTER
    return plain or scene.low[at].endswith("ed") and before.startswith(("NN", "PRP"))


def _verb_before(scene: Scene, at: int) -> bool:
    """Whether a verb stands before with nothing but adverbs between: “has previously hinted”."""
    place = at - 1
    while place > 0 and scene.tags[place].startswith("RB"):
        place -= 1
    return place >= 0 and scene.tags[place].startswith("VB")


def _be_before(scene: Scene, at: int) -> bool:
    for place in range(at - 1, max(-1, at - 5), -1):
        if scene.low[place] in BE:
            return True
        if not scene.tags[place].startswith("RB"):
            return scene.words[place].text.endswith(("’s", "'s")) and scene.low[place][:-2] in (
                "he",
                "she",
                "it",
            )
    return False


def _noun(scene: Scene, at: int) -> Cue | None:
    frames = noun_frames().get(scene.low[at])
    if frames is None or at + 1 >= len(scene):
        return None
    return Cue(at, scene.low[at], frames, "noun")
