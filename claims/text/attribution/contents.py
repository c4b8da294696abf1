"""What is said: where the content of a cue begins and ends, in one English sentence. All places are words."""

from collections.abc import Callable

from claims.text.attribution.cues import Cue
from claims.text.attribution.scenes import DAYS, FINITE, Scene
from claims.text.attribution.sources import after_time, phrase_forward, recipient_end
from claims.text.words import english_speech as speech

QUESTIONS = frozenset("whether if how why what who when where which".split())
NOT_SUBJECTS = frozenset(
    "that which who when while if because as after before until where than whose".split()
)
JOINS = frozenset("and but while though whereas although yet or".split())
OPENERS = frozenset(
    "while if when although though because after since once even unless whereas before".split()
)
RECIPIENT = frozenset("tell remind assure inform warn ask advise convince persuade show".split())
GAP = 14  # words that may stand between a cue and what is said
ASKING = frozenset("ask wonder question say explain tell inquire discuss describe".split())
OPENING = ("“", "‘", '"', "$", "'")
NO_OPENING = ("IN", "TO", "VBD", "VBZ", "CC", "WP", "WDT")
PLAIN = frozenset("say insist argue believe think add".split())
STOPPED_BY = frozenset("( ) ; —".split()) | {" "}


Rule = Callable[[Scene, Cue], int | None]


def start(scene: Scene, cue: Cue) -> int | None:
    """Where what is said begins behind the cue; None when nothing that fits stands there."""
    if cue.form == "noun":
        return _noun_start(scene, cue)
    rules: tuple[Rule, ...] = (
        _that,
        _question,
        _quotation,
        _infinitive,
        _clause,
        _object,
        _preposition,
        _plain_object,
    )
    if cue.form == "passive":
        rules = (
            (_that, _question, _infinitive, _object) if cue.lemma == "ask" else (_that, _infinitive, _object)
        )
    for rule in rules:
        found = rule(scene, cue)
        if found is not None:
            return found
    return None


def _noun_start(scene: Scene, cue: Cue) -> int | None:
    nxt = cue.at + 1
    if scene.low[nxt] == "by":
        agent = phrase_forward(scene, nxt + 1)
        nxt = agent[1] + 1 if agent else nxt
    if nxt + 1 >= len(scene) or scene.quoted[nxt]:
        return None
    if scene.low[nxt] == "that" and "c" in cue.frames and not scene.finite(nxt + 1):
        return nxt
    if scene.low[nxt] != "to" or scene.tags[nxt + 1] != "VB":
        return None
    owner = cue.at and (scene.tags[cue.at - 1] in ("PRP$", "POS") or scene.words[cue.at - 1].possessive)
    return nxt if "t" in cue.frames or "w" in cue.frames and owner else None


def _gap(scene: Scene, cue: Cue) -> range:
    """The words behind a cue up to the first finite verb or stop: where a recipient or a time may stand."""
    end = min(len(scene), cue.at + GAP)
    for at in range(cue.at + 1, end):
        comma = scene.low[at] == "," and at + 1 < len(scene) and scene.low[at + 1] != "that"
        if scene.finite(at) or scene.low[at] in STOPPED_BY or scene.quoted[at]:
            return range(cue.at + 1, at + 1)
        if scene.low[at] == "to" and at + 1 < len(scene) and scene.tags[at + 1] == "VB":
            return range(cue.at + 1, at)
        if comma and not scene.quotation_from(at + 1):
            return range(cue.at + 1, at)
    return range(cue.at + 1, end)


def _that(scene: Scene, cue: Cue) -> int | None:
    if not set("csqn") & set(cue.frames):
        return None
    for at in _gap(scene, cue):
        if scene.low[at] == "that" and at + 1 < len(scene) and not scene.quoted[at]:
            opens = scene.tags[at + 1] not in FINITE and scene.low[at + 1] != "."
            demonstrative = (
                at == cue.at + 1 and scene.tags[at + 1] == "NN" and not scene.any_finite(at + 2, len(scene))
            )
            return at if opens and not demonstrative and ("c" in cue.frames or at == cue.at + 1) else None
    return None


def _question(scene: Scene, cue: Cue) -> int | None:
    if "q" not in cue.frames and cue.lemma not in ("predict", "suggest", "testify", "remember", "recall"):
        return None
    for at in _gap(scene, cue):
        if scene.low[at] in QUESTIONS and not scene.quoted[at]:
            near = (
                at == cue.at + 1
                or cue.lemma in ASKING
                and scene.low[at] in ("whether", "how", "why", "if", "what")
            )
            told = cue.lemma in RECIPIENT or at <= cue.at + 3
            return (
                at
                if near
                and told
                and scene.any_finite(at + 1, len(scene))
                or scene.low[at + 1 : at + 2] == ["to"]
                else None
            )
    return None


def _quotation(scene: Scene, cue: Cue) -> int | None:
    """Speech right behind the cue, its recipient or a colon."""
    if "s" not in cue.frames and not set("xa") & set(cue.frames):
        return None
    for at in _gap(scene, cue):
        if scene.quotation_from(at):
            behind = scene.low[at - 1]
            if behind in (":", ",") or at == cue.at + 1 or _only_recipient(scene, cue, at):
                return at if "s" in cue.frames else None
            return None
    return None


def _only_recipient(scene: Scene, cue: Cue, at: int) -> bool:
    found = phrase_forward(scene, cue.at + 1)
    return found is not None and found[1] + 1 == at and "s" in cue.frames and cue.lemma in RECIPIENT


def _infinitive(scene: Scene, cue: Cue) -> int | None:
    at = cue.at + 1
    while at < len(scene) and scene.tags[at].startswith("RB"):
        at += 1
    direct = _verb_follows(scene, at)
    if "t" in cue.frames and cue.form != "passive":
        if direct:
            return at
        timed = after_time(scene, at)
        if timed > at and _verb_follows(scene, timed):
            return timed
    if "o" in cue.frames and cue.form != "passive":
        found = phrase_forward(scene, cue.at + 1)
        if found and _verb_follows(scene, found[1] + 1):
            return cue.at + 1
        if found and _later_infinitive(scene, found[1] + 1):
            return cue.at + 1
    if cue.form == "passive" and direct and scene.low[cue.at] in speech.RUMOURED:
        return at
    return None


def _later_infinitive(scene: Scene, at: int) -> bool:
    """``asked residents in the west to leave``."""
    for place in range(at, min(at + 5, len(scene))):
        if scene.finite(place) or scene.mark(place):
            return False
        if _verb_follows(scene, place):
            return True
    return False


def _verb_follows(scene: Scene, at: int) -> bool:
    """``to`` and a verb, an adverb between them or not."""
    if at + 1 >= len(scene) or scene.low[at] != "to" or scene.quoted[at]:
        return False
    following = at + 2 if scene.tags[at + 1].startswith("RB") and at + 2 < len(scene) else at + 1
    plain = scene.tags[following] in ("VB", "VBP", "NN", "JJ") and not scene.words[following].capital
    return plain or scene.quoted[following]


def _clause(scene: Scene, cue: Cue) -> int | None:
    """A clause without “that”: a subject and a finite verb behind it."""
    if "c" not in cue.frames or cue.lemma in speech.THAT_ONLY or cue.form == "passive":
        return None
    at = cue.at + 1
    if cue.lemma in RECIPIENT:
        found = phrase_forward(scene, at)
        if found is None or scene.low[found[0]] in ("them",) and scene.finite(found[1] + 1):
            return None
        told = recipient_end(scene, found)
        at = told if told is not None else at
        if told is None:
            return None
    timed = after_time(scene, at)
    for place in dict.fromkeys((timed, at)):
        if _has_subject_and_verb(scene, place, cue_is_plain=cue.lemma in PLAIN):
            return place
    return None


def _has_subject_and_verb(scene: Scene, at: int, *, cue_is_plain: bool) -> bool:
    if not _opens_clause(scene, at):
        return False
    if cue_is_plain and _verb_taken_for_noun(scene, at):
        return True
    for place in range(at + 1, min(len(scene), at + 25)):
        low = scene.low[place]
        if low in JOINS and scene.low[place - 1] == ",":
            return False
        quoted_verb = scene.quoted[place] and scene.tags[place] in FINITE and not scene.quoted[at]
        if scene.finite(place) or quoted_verb:
            return True
        if low in NOT_SUBJECTS or low in (";", ":"):
            return low in ("who", "which", "that") and scene.any_finite(place + 3, len(scene))
    return False


def _opens_clause(scene: Scene, at: int) -> bool:
    if at >= len(scene) or scene.quoted[at] or scene.low[at] in NOT_SUBJECTS | JOINS:
        return False
    if scene.mark(at) and scene.low[at] not in OPENING:
        return False
    return not scene.tags[at].startswith(NO_OPENING) or scene.low[at] in ("in", "on", "at", "for", "under")


def _verb_taken_for_noun(scene: Scene, at: int) -> bool:
    """``insists the system works``: the tagger takes the last word for a noun."""
    found = phrase_forward(scene, at) if scene.tags[at] in ("DT", "PRP", "PRP$") else None
    if found is None or found[1] < at + 2 or found[1] + 1 >= len(scene) or scene.low[found[1] + 1] != ".":
        return False
    return scene.tags[found[1]] == "NNS" and scene.tags[found[1] - 1] == "NN"


def _object(scene: Scene, cue: Cue) -> int | None:
    """An object with more behind it: accuses X of, describes X as, calls X a …"""
    after = cue.at + 1
    if after >= len(scene):
        return None
    if cue.form == "passive":
        return after if _passive_rest(scene, cue, after) else None
    wanted = set(speech.OBJECT_FOR.get(cue.lemma, "").split()) if "f" in cue.frames else set()
    if "a" in cue.frames:
        wanted.add("as")
    found = phrase_forward(scene, after)
    if found is None and not scene.quoted[after]:
        return None
    for at in range(after + 1, min(len(scene), after + 16)):
        if scene.low[at] in wanted and not scene.quoted[at]:
            return after
        if scene.low[at] in (";", ":") or scene.finite(at) and cue.lemma != "accuse":
            break
        if scene.low[at] == "," and cue.lemma != "accuse":
            break
    return after if "x" in cue.frames and _complement(scene, after) else None


def _passive_rest(scene: Scene, cue: Cue, after: int) -> bool:
    """``was described by X as``, ``was praised by X for``: an agent must stand there."""
    agent = any(scene.low[at] == "by" for at in range(after, min(len(scene), after + 4)))
    return agent and bool(set("faxn") & set(cue.frames)) and cue.lemma != "confirm"


def _complement(scene: Scene, after: int) -> bool:
    """``the plan a disaster``, ``it “reckless”``, ``him dangerous``."""
    end = min(len(scene), after + 14)
    for at in range(after + 1, end):
        before = scene.nominal(at - 1) or scene.low[at - 1] == "that"
        if (
            before
            and (scene.tags[at] in ("DT", "JJ", "RB", "PRP$") or scene.low[at] in ("“", '"', "‘"))
            and (scene.low[at] not in DAYS)
        ):
            return scene.tags[at] != "RB" or at + 1 < end and scene.tags[at + 1] in ("JJ", "DT")
        if scene.quoted[at] and scene.nominal(at - 1):
            return True
        if scene.finite(at) or scene.low[at] in (",", ";", "to", "about", "on"):
            return False
    return False


def _preposition(scene: Scene, cue: Cue) -> int | None:
    allowed = speech.PREPOSITIONS.get(cue.lemma, "").split()
    at = cue.at + 1
    if not allowed or at + 1 >= len(scene) or scene.low[at] not in allowed or cue.form == "passive":
        return None
    return at + 1 if scene.low[at] == "out" and scene.low[at + 1] == "that" else at


def _plain_object(scene: Scene, cue: Cue) -> int | None:
    at = cue.at + 1
    if "n" not in cue.frames or cue.form == "passive" or at >= len(scene):
        return None
    if scene.low[at] in DAYS or scene.mark(at) and scene.low[at] not in ("“", "‘", '"', "$"):
        return None
    if scene.quoted[at]:
        return at
    begins = scene.nominal(at) or scene.modifier(at)
    return at if begins or scene.low[at] in ("“", "‘", '"', "$") else None
