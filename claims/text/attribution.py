"""Who says it: reporting verbs, “according to”, passives with an agent, and pronouns that stand for the last speaker.

Works inside one sentence; what carries over from sentence to sentence is kept in ``Voices``.
"""

from dataclasses import dataclass, field

from claims.text.names import NameBook
from claims.text.phrases import POSSESSIVE, Phrases, Span, Word, words_in
from claims.text.quotations import Quotation
from claims.text.words import Words

LONG = 4  # words; shorter quotations are names or single expressions, not speech
ARTICLES = frozenset(("the", "der", "die", "das", "dem", "den", "el", "la", "le"))
NEEDS_THAT = frozenset(("found", "finds"))
FARTHEST = 5_000  # characters of one sentence that are looked at; longer ones are no prose
NEAR = 4  # sentences over which a pronoun reaches back


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says something: the span that names them (None: no name), the cue's span, and the name to show.

    ``direct`` when the words stand in quotation marks; ``whole`` when it covers the sentence wherever it stands.
    """

    speaker: str
    source: Span | None
    cue: Span
    direct: bool
    whole: bool


@dataclass
class Voices:
    """Names and last speakers of one document, in reading order."""

    lists: Words
    names: NameBook
    last: str = ""
    last_plural: str = ""
    last_at: int = -NEAR - 1
    last_plural_at: int = -NEAR - 1
    heard: list[str] = field(default_factory=list)

    def name(self, mention: str, position: int, sentence: int) -> str:
        """The name to show for a mention at ``position``; remembers it for the pronouns that follow."""
        plural = mention.lower() in self.lists.plural_pronouns
        if mention.lower() in self.lists.pronouns:
            known, at = (self.last_plural, self.last_plural_at) if plural else (self.last, self.last_at)
            return known if known and sentence - at <= NEAR else mention
        full = self.names.full(mention, position)
        if full[:1].isupper() and mention.split()[-1][:1].isupper():
            self.last, self.last_at = full, sentence
        else:
            self.last_plural, self.last_plural_at = full, sentence
        return full


def attributions(
    text: str, sentence: Span, quoted: list[Quotation], voices: Voices, index: int
) -> list[Attribution]:
    """The attributions of one sentence, by the place of their cues; cues inside long quotations do not count."""
    speech = [quotation for quotation in quoted if is_speech(text, quotation)]
    sentence = (sentence[0], min(sentence[1], sentence[0] + FARTHEST))
    words = words_in(text, *sentence)
    phrases = Phrases(words, voices.lists)
    found = [
        *_by_verbs(words, phrases, voices.lists),
        *_by_phrases(text, sentence, words, phrases, voices.lists),
    ]
    kept: list[Attribution] = []
    for source, cue, whole in sorted(found, key=lambda each: each[1]):
        if any(quotation.start <= cue[0] < quotation.end for quotation in speech):
            continue
        if text[source[1] - 2 : source[1]] in POSSESSIVE:
            source = (source[0], source[1] - 2)
        mention = " ".join(text[source[0] : source[1]].split())
        speaker = voices.name(_without_article(mention), source[0], index)
        kept.append(
            Attribution(speaker, source, cue, bool(speech) and _beside(text, cue, source, speech), whole)
        )
    return kept


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is long enough to be somebody's words and not a name or an expression."""
    beginning = text[quotation.start + 1 : min(quotation.end - 1, quotation.start + 200)]
    ending = text[max(quotation.start + 1, quotation.end - 3) : quotation.end - 1].rstrip()[-1:]
    return quotation.depth == 0 and (len(beginning.split()) >= LONG or ending in tuple(".,!?…"))


def _beside(text: str, cue: Span, source: Span, speech: list[Quotation]) -> bool:
    """Only a few words lie between the quotation and the cue or the name."""
    low, high = min(cue[0], source[0]), max(cue[1], source[1])
    for quotation in speech:
        gap = text[quotation.end : low] if quotation.end <= low else text[high : quotation.start]
        if len(gap.split()) <= 6 or gap.rstrip().endswith((":", ",")):
            return True
    return False


Found = tuple[Span, Span, bool]


def _by_verbs(words: list[Word], phrases: Phrases, lists: Words) -> list[Found]:
    found: list[Found] = []
    for index, word in enumerate(words):
        low = word.text.lower()
        if not (low in lists.said or low in lists.participles) or word.text[:1].isupper() and index:
            continue
        following = words[index + 1].text.lower() if index + 1 < len(words) else ""
        if following in lists.said or low in NEEDS_THAT and following != "that":
            continue
        source = _subject(words, phrases, lists, index, following)
        if source is not None:
            found.append((source, (word.start, word.end), False))
    return found


def _subject(words: list[Word], phrases: Phrases, lists: Words, index: int, following: str) -> Span | None:
    """The subject before or after the verb, or the agent of a passive."""
    agent = next(
        (at for at in range(index + 1, min(index + 5, len(words))) if words[at].folded in lists.by), None
    )
    passive = any(word.folded in lists.be for word in words[max(0, index - 2) : index])
    if passive and not words[index].text.endswith("ing"):
        return phrases.after(agent) if agent is not None else None
    if following in lists.by:
        return phrases.after(index + 1)
    before = phrases.before(index)
    inverted = lists.code != "en" or index == 0 or words[index - 1].mark
    if before is not None and not (inverted and index and words[index - 1].text in '”’"»“'):
        return before
    if before is None and lists.code == "en" and index and words[index - 1].text in ("and", "but"):
        return _shared_subject(words, phrases, lists, index)
    return phrases.after(index) if inverted else None


def _shared_subject(words: list[Word], phrases: Phrases, lists: Words, index: int) -> Span | None:
    """``The ministry rejected it and said …``: the subject of the verb before."""
    for at in range(index - 2, 0, -1):
        low = words[at].text
        if words[at].mark:
            return None
        if low in lists.said or (low.endswith("ed") and not words[at].capital):
            return phrases.before(at)
    return None


def _by_phrases(text: str, sentence: Span, words: list[Word], phrases: Phrases, lists: Words) -> list[Found]:
    """``according to X`` and its like; the German postposition looks back."""
    found: list[Found] = []
    for match in lists.patterns["according"].finditer(text, *sentence):
        last = next((at for at, word in enumerate(words) if word.end >= match.end()), None)
        if last is None:
            continue
        back = match.group().lower() == "zufolge"
        source = phrases.before(last) if back else phrases.after(last)
        if source is not None and source != match.span():
            found.append((source, match.span(), True))
    return found


def _without_article(mention: str) -> str:
    """The name to show: without a leading article where a name follows (``the Kremlin`` → ``Kremlin``)."""
    first, _, rest = mention.partition(" ")
    named = any(word[:1].isupper() for word in rest.split())
    return rest if named and first.lower() in ARTICLES else mention
