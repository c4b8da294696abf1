"""Source, cue and content of each saying in one English sentence. All places are words."""

from claims.text.attribution import contents
from claims.text.attribution.cues import Cue, cues
from claims.text.attribution.ends import end
from claims.text.attribution.ends import stops as stops_of
from claims.text.attribution.framed import according, by_colon, by_for, by_views
from claims.text.attribution.halves import before_cue, second_half
from claims.text.attribution.saying import Saying
from claims.text.attribution.scenes import DAYS, Scene
from claims.text.attribution.sources import Range, phrase_forward, subject

# Verbs that may stand before their subject without a quotation: “The bridge is safe, says Berg.”
INVERTED = frozenset("say write argue warn note add explain tweet report".split())
AUTHORS = frozenset("i we you me us my our your".split())  # outside quotation marks they are no source


def sayings(scene: Scene) -> list[Saying]:
    """The sayings of the sentence in the order of their cues; those inside what another one says are left out."""
    found = cues(scene)
    stops = stops_of(scene, found)
    made: list[Saying] = [*according(scene), *by_views(scene), *by_for(scene)]
    for cue in found:
        saying = _saying(scene, cue, stops)
        if saying is not None:
            made.append(saying)
    made.extend(by_colon(scene, made))
    return _outermost(sorted(made, key=lambda each: each.cue))


def _outermost(made: list[Saying]) -> list[Saying]:
    """Those that no other one covers; what stands before its cue covers what it holds."""
    kept = []
    for each in made:
        others = [other for other in made if other is not each]
        twins = [other for other in others if other.contents[:1] == each.contents[:1]]
        twin = any(each.form == "noun" or other.cue < each.cue and other.form != "noun" for other in twins)
        held = any(_holds(other, each) and not (_holds(each, other) and not other.whole) for other in others)
        covered = twin or held
        if not covered:
            kept.append(each)
    return kept


def _holds(outer: Saying, inner: Saying) -> bool:
    return any(first <= inner.cue[0] <= last for first, last in outer.contents)


def _saying(scene: Scene, cue: Cue, stops: list[int]) -> Saying | None:
    if cue.form == "noun":
        return _nominal(scene, cue, stops)
    if cue.form == "passive":
        return _passive(scene, cue, stops)
    source, group = _source(scene, cue)
    if source is not None and scene.low[source[1]].partition("'")[0] in AUTHORS:
        return None
    first = contents.start(scene, cue)
    if (
        cue.form == "verb"
        and cue.at
        and scene.low[cue.at - 1] == "to"
        and not _worth_saying(scene, cue, first)
    ):
        return None
    inverted = source is not None and source[0] > cue.at
    before = before_cue(scene, cue, group, first, inverted=inverted)
    if before is not None:
        halves = second_half(scene, group, stops, inverted=inverted)
        pieces = (before, *halves)
        if first is not None and not halves and first > group[1] and _goes_on(scene, first):
            pieces = (before, (first, end(scene, cue, first, stops)))
        return Saying(source, _cue_range(scene, cue), pieces, True, cue.form)
    if first is None:
        return _as_says(scene, cue, source, group)
    if source is None and not _without_source(scene, cue, first):
        return None
    last = end(scene, cue, first, stops)
    return Saying(source, _cue_range(scene, cue, first), ((first, last),), False, cue.form)


def _worth_saying(scene: Scene, cue: Cue, first: int | None) -> bool:
    """An infinitive counts before “that”, a question or a quotation, and behind one: “…,” she went on to say."""
    if first is None:
        return any(scene.quoted[: cue.at])
    return (
        scene.low[first] == "that"
        or scene.low[first] in contents.QUESTIONS
        or scene.quoted[first]
        or cue.lemma == "say"
    )


def _goes_on(scene: Scene, first: int) -> bool:
    return scene.low[first] == "that" or scene.quoted[first] and scene.low[first - 1] in (":", ",")


def _cue_range(scene: Scene, cue: Cue, first: int = 0) -> Range:
    """The cue with ``out`` of “pointed out”, ``on`` of “called on”."""
    nxt = cue.at + 1
    if nxt < len(scene) and scene.low[nxt] in ("out",) and cue.lemma == "point":
        return cue.at, nxt
    return cue.at, cue.at


def _without_source(scene: Scene, cue: Cue, first: int) -> bool:
    """Participles may stand without a subject in reach, other verbs only before “that” or a quotation."""
    return (
        cue.form == "participle" or "c" in cue.frames and (scene.low[first] == "that" or scene.quoted[first])
    )


def _source(scene: Scene, cue: Cue) -> tuple[Range | None, Range]:
    """Who says it, and the range of words that source and cue take up together."""
    at = cue.at
    open_before = at == 0 or scene.mark(at - 1) or scene.after_quotation(at)
    if open_before and cue.form == "verb" and "s" in cue.frames:
        behind = _behind(scene, cue)
        if behind is not None:
            return behind, (at, behind[1])
    if cue.form == "participle":
        return _of_participle(scene, cue), (at, at)
    found = subject(scene, at)
    if found is None:
        return None, (at, at)
    beside = found[1] < at and not scene.any_finite(found[1] + 1, at - 1) or scene.low[at - 1] == "to"
    auxiliary = all(
        scene.tags[place] in ("MD", "RB", "VBZ", "VBP", "VBD", "TO", "VB", ",")
        for place in range(found[1] + 1, at)
    )
    return found, (found[0], at) if beside or auxiliary and at - found[1] < 4 else (at, at)


def _behind(scene: Scene, cue: Cue) -> Range | None:
    """The subject behind the verb: ``said Anna Berg``; after a quotation always, else for few verbs."""
    after_speech = scene.after_quotation(cue.at)
    if not after_speech and cue.lemma not in INVERTED:
        return None
    found = phrase_forward(scene, cue.at + 1)
    if found is None or scene.low[found[0]] in DAYS or not after_speech and not speaks(scene, found):
        return None
    following = found[1] + 1
    closed = following >= len(scene) or scene.mark(following) or scene.quoted[following]
    if not closed and scene.finite(following) and not after_speech:
        return None
    return found


def speaks(scene: Scene, found: Range) -> bool:
    """Whether a phrase names somebody: a name, a pronoun, a noun for people or who speaks for them."""
    return any(
        scene.phrases.is_name(scene.words[at])
        or scene.words[at].folded in scene.lists.people
        or scene.tags[at] == "PRP"
        for at in range(found[0], found[1] + 1)
    )


def _of_participle(scene: Scene, cue: Cue) -> Range | None:
    """``with analysts suggesting``; else the subject of the sentence's first verb."""
    at = cue.at - 1
    if at >= 0 and scene.nominal(at) and not scene.quoted[at]:
        found = subject(scene, cue.at)
        with_them = found is not None and found[0] and scene.low[found[0] - 1] == "with"
        if found is not None and (with_them or scene.words[at].folded in scene.lists.people):
            return found
    for place in range(cue.at):
        if not scene.finite(place):
            continue
        if scene.after_quotation(place) or place and scene.low[place - 1] == ",":
            behind = phrase_forward(scene, place + 1)
            if behind is not None and behind[1] < cue.at:
                return behind
        found = subject(scene, place)
        if found is not None:
            return found
    return None


def _as_says(scene: Scene, cue: Cue, source: Range | None, group: Range) -> Saying | None:
    """``As Berg said, the bridge is safe.``"""
    opens = group[0] > 0 and scene.low[group[0] - 1] == "as" and group[0] == 1
    comma = cue.at + 1
    if not (opens and source and "c" in cue.frames and comma + 1 < len(scene) and scene.low[comma] == ","):
        return None
    return Saying(source, (cue.at, cue.at), ((comma + 1, end(scene, cue, comma + 2, [])),), True, "verb")


def _nominal(scene: Scene, cue: Cue, stops: list[int]) -> Saying | None:
    """``his claim that …``, ``the promise by X to …``."""
    first = contents.start(scene, cue)
    if first is None:
        return None
    last = end(scene, cue, first, stops)
    return Saying(_owner(scene, cue), (cue.at, cue.at), ((first, last),), False, "noun")


def _owner(scene: Scene, cue: Cue) -> Range | None:
    if scene.low[cue.at + 1] == "by":
        return phrase_forward(scene, cue.at + 2)
    at = cue.at - 1
    while at >= 0 and scene.tags[at].startswith(("JJ", "RB")) and not scene.words[at].possessive:
        at -= 1
    if at < 0:
        return None
    if scene.tags[at] == "PRP$":
        return at, at
    if not scene.words[at].possessive and scene.low[at] not in ("'", "’"):
        return _holder(scene, at)
    first = at
    while (
        first > 0 and (scene.nominal(first - 1) or scene.modifier(first - 1)) and not scene.quoted[first - 1]
    ):
        first -= 1
    return first, at


def _holder(scene: Scene, at: int) -> Range | None:
    """``He made the claim that``, ``He is under suspicion``: the subject of the verb before."""
    for place in range(at, max(-1, at - 4), -1):
        if scene.finite(place):
            return subject(scene, place)
    return None


def _passive(scene: Scene, cue: Cue, stops: list[int]) -> Saying | None:
    """``was described by X as``, ``is believed to have left``, ``it was reported that``."""
    first = contents.start(scene, cue)
    if first is None:
        return None
    agent = None
    if scene.low[first] == "by":
        agent = phrase_forward(scene, first + 1)
        if agent is None or not (speaks(scene, agent) or scene.tags[agent[1]] == "NNS"):
            return None
        first = agent[1] + 1
    verb = next((at for at in range(cue.at, max(-1, cue.at - 5), -1) if scene.finite(at)), cue.at)
    about = subject(scene, verb)
    impersonal = about is not None and scene.low[about[0]] in ("it", "there")
    that = first < len(scene) and scene.low[first] == "that"
    if (
        agent is None
        and that
        and not impersonal
        and cue.lemma not in ("tell", "inform", "remind", "warn", "assure")
    ):
        return None
    pieces = (
        []
        if first >= len(scene) or scene.mark(first) and not scene.quoted[first]
        else [(first, end(scene, cue, first, stops))]
    )
    if about is not None and not impersonal and not that:
        pieces.insert(0, about)
    return Saying(agent, (cue.at, cue.at), tuple(pieces), False, "passive") if pieces else None
