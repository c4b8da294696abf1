"""The attributions of one sentence, in offsets of the document, with the name to show."""

from dataclasses import dataclass

from claims.text.attribution import by_lists, english
from claims.text.attribution.frames import verb_frames
from claims.text.attribution.saying import Saying
from claims.text.attribution.scenes import Scene, is_speech
from claims.text.attribution.voices import Voices
from claims.text.phrases import POSSESSIVE, Span
from claims.text.quotations import Quotation

SHOWING = frozenset("show indicate reveal imply signal".split())  # of things, no speech
ARTICLES = frozenset(("the", "der", "die", "das", "dem", "den", "el", "la", "le"))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says something: the name to show, the spans of source (None: not named), cue and contents.

    ``direct`` when the words stand in quotation marks; ``whole`` when it covers the sentence wherever it stands;
    ``reports`` when it is said or thought, not only wished or planned.
    """

    speaker: str
    source: Span | None
    cue: Span
    contents: tuple[Span, ...]
    direct: bool
    whole: bool
    reports: bool


def attributions(
    text: str, sentence: Span, quoted: list[Quotation], voices: Voices, index: int
) -> list[Attribution]:
    """The attributions of one sentence, by the place of their cues; cues inside long quotations do not count."""
    speech = tuple(quotation for quotation in quoted if is_speech(text, quotation))
    scene = Scene(text, sentence, voices.lists, speech, voices.names)
    rules = english.sayings if voices.lists.code == "en" else by_lists.sayings
    return [_placed(scene, saying, voices, index) for saying in rules(scene)]


def _placed(scene: Scene, saying: Saying, voices: Voices, index: int) -> Attribution:
    cue = _span(scene, saying.cue)
    source = _source(scene, saying)
    speaker = ""
    if source is not None:
        mention = " ".join(scene.text[source[0] : source[1]].split())
        speaker = voices.name(_without_article(mention), source[0], index)
    return Attribution(
        speaker=speaker,
        source=source,
        cue=cue,
        contents=tuple(_content(scene, piece) for piece in saying.contents),
        direct=_beside(scene, cue, source or cue),
        whole=saying.whole and saying.form == "phrase",
        reports=_reports(scene, saying),
    )


def _span(scene: Scene, found: tuple[int, int]) -> Span:
    return scene.words[found[0]].start, scene.words[found[1]].end


def _source(scene: Scene, saying: Saying) -> Span | None:
    """The words that name the source: the name inside a longer phrase where there is one."""
    if saying.source is None:
        return None
    first, last = saying.source
    behind = first > saying.cue[0]
    named = scene.phrases.after(first - 1) if behind else scene.phrases.before(last + 1)
    span = _span(scene, saying.source)
    comma = scene.text.find(",", *span)
    if named is not None and span[0] <= named[0] and named[1] <= span[1]:
        span = named if comma < span[0] or not _of_place(scene, named) else (span[0], comma)
    elif named is not None and behind and scene.text[span[1] : named[0]] == ", ":
        span = named
    elif comma > span[0]:
        span = (span[0], comma)
    if scene.text[span[1] - 2 : span[1]] in POSSESSIVE:
        span = (span[0], span[1] - 2)
    return span


def _of_place(scene: Scene, named: Span) -> bool:
    """``Berg, of Oslo, said``, ``Berg, the town’s only Republican, said``: a single word that names nobody."""
    at = next(place for place, word in enumerate(scene.words) if word.start >= named[0])
    single = scene.words[at].end == named[1]
    return single and at > 0 and scene.low[at - 1] != ","


def _content(scene: Scene, piece: tuple[int, int]) -> Span:
    """The offsets of a piece; speech that runs over several sentences is taken whole."""
    start, end = _span(scene, piece)
    for quotation in scene.speech:
        if quotation.start <= start < quotation.end and piece[0] == 0:
            start = quotation.start
        if quotation.start < end < quotation.end and piece[1] >= len(scene) - 1:
            end = quotation.end
    return start, end


def _reports(scene: Scene, saying: Saying) -> bool:
    """Not what is only wished, planned, asked for or judged."""
    if saying.form in ("phrase", "passive", "participle") or scene.lists.code != "en":
        return True  # other languages' lists hold verbs of reporting only
    known = verb_frames().get(scene.low[saying.cue[0]])
    if known is None:
        return saying.form == "noun" or bool(saying.contents)
    first = saying.contents[0][0] if saying.contents else 0
    wish = scene.low[first] == "to" and "t" in known[1]
    if known[0] in SHOWING and not (saying.source and english.speaks(scene, saying.source)):
        return False
    return bool(set("csaxf") & set(known[1])) and not wish


def _beside(scene: Scene, cue: Span, source: Span) -> bool:
    """Only a few words lie between the quotation and the cue or the name."""
    text = scene.text
    low, high = min(cue[0], source[0]), max(cue[1], source[1])
    for quotation in scene.speech:
        gap = text[quotation.end : low] if quotation.end <= low else text[high : quotation.start]
        if len(gap.split()) <= 6 or gap.rstrip().endswith((":", ",")):
            return True
    return False


def _without_article(mention: str) -> str:
    """The name to show: without a leading article where a name follows (``the Kremlin`` → ``Kremlin``)."""
    first, _, rest = mention.partition(" ")
    named = any(word[:1].isupper() for word in rest.split())
    return rest if named and first.lower() in ARTICLES else mention
