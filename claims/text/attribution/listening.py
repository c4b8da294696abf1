"""Reads the sentences of one document in order and remembers who speaks: turns, running quotations, bare quotations."""

from bisect import bisect_right
from dataclasses import dataclass, replace

from claims.text.attribution.scenes import LONG, Scene, is_speech
from claims.text.attribution.sentence import Attribution, attributions
from claims.text.attribution.sources import subject
from claims.text.attribution.voices import Voices
from claims.text.lines import blocks
from claims.text.names import name_book
from claims.text.phrases import Span
from claims.text.quotations import Quotation, quotations
from claims.text.stamps import before_tag, is_lead, is_timing, past_stamp
from claims.text.turns import Turn, turns
from claims.text.words import Words

Row = tuple[Span | None, Span, Span]  # source, cue, content


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a sentence although no cue stands in it."""

    speaker: str
    span: Span | None
    cue: Span | None = None


NOBODY = Voice("", None)
FEW = 200  # characters that are enough to count the first words of a quotation


@dataclass(frozen=True, slots=True)
class Heard:
    """One sentence: its words without a label, the quotations that touch it, what is said in it, who speaks in it."""

    body: Span
    quotations: list[Quotation]
    found: list[Attribution]
    voice: Voice
    turn: Turn | None = None
    timing: bool = False  # a stamp, or a name and a stamp: nothing is said


class Listener:
    """Hears the sentences of one document, one after the other, each once."""

    def __init__(self, text: str, lists: Words, sentences: list[Span]) -> None:
        self.text, self.sentences = text, sentences
        self.voices = Voices(lists, name_book(text, lists))
        self.turns: list[Turn] = turns(text)
        self.turn_starts = [turn.label[0] for turn in self.turns]
        self.blocks = list(blocks(text))
        self.block_starts = [start for start, _ in self.blocks]
        self.block = -1
        self.pending: list[Quotation] = []  # of the block being read
        self.open: list[Quotation] = []  # those that may reach into the sentence being read
        self.next = 0
        self.looked_ahead: dict[Quotation, Voice | None] = {}
        self.carried = NOBODY
        self.last = NOBODY
        self.last_block = -1
        self.last_mention = NOBODY
        self.timing = False  # a time stamp stands before the sentence
        self.rows: list[Row] = []

    def hear(self, index: int, sentence: Span) -> Heard:
        """Who says what in the sentence at this place of the list."""
        turn = self._turn(sentence)
        if _says_nothing(self.text, sentence, turn):
            self.timing = True
            return Heard(sentence, [], [], NOBODY, turn, timing=True)
        body = self._body(sentence, turn)
        here = self._quotations(sentence)
        if turn is not None:
            self._turn_row(turn, body, opens=body[0] > sentence[0] or self.timing)
            self.timing = False
            return Heard(body, here, [], Voice(turn.name, turn.label), turn)
        found = attributions(self.text, body, here, self.voices, index)
        voice = self._voice(body, here, found)
        loose = self._loose(index, body, here, found)
        voice = loose if loose.speaker and not voice.speaker else voice
        self._carry(body, here, found, voice)
        self.rows += [(each.source, each.cue, content) for each in found for content in each.contents]
        return Heard(body, here, found, voice)

    def all(self) -> tuple[Row, ...]:
        """The attributions of the document so far in reading order, none across a paragraph, none twice."""
        cut = [(source, cue, part) for source, cue, content in self.rows for part in self._parts(content)]
        return tuple(sorted(dict.fromkeys(cut), key=lambda row: (row[2], row[1])))

    def _parts(self, content: Span) -> list[Span]:
        """The content by paragraphs, blanks at the edges left off."""
        parts = []
        place = max(0, bisect_right(self.block_starts, content[0]) - 1)
        while place < len(self.blocks) and self.blocks[place][0] < content[1]:
            start, end = max(content[0], self.blocks[place][0]), min(content[1], self.blocks[place][1])
            words = self.text[start:end]
            start += len(words) - len(words.lstrip())
            if words.strip():
                parts.append((start, start + len(words.strip())))
            place += 1
        return parts

    def _turn(self, sentence: Span) -> Turn | None:
        """The turn that the sentence stands in; a stamp or a note before its label, ``(Applause)``, belongs to it."""
        place = bisect_right(self.turn_starts, sentence[0])
        if place < len(self.turns) and self.turn_starts[place] < sentence[1]:
            before = self.text[sentence[0] : self.turn_starts[place]].strip()
            place += before.startswith("(") and before.endswith(")") or is_lead(before)
        return self.turns[place - 1] if place else None

    def _turn_row(self, turn: Turn, body: Span, *, opens: bool) -> None:
        """What is said in a turn, one row for each paragraph and stamp; the cue is that of the label."""
        cue = turn.cue
        last = self.rows[-1] if self.rows else None
        joined = (
            last is not None
            and last[1] == cue
            and not opens
            and "\n\n" not in self.text[last[2][1] : body[0]]
        )
        if last is not None and joined:
            self.rows[-1] = (turn.label, cue, (last[2][0], body[1]))
        else:
            self.rows.append((turn.label, cue, body))

    def _body(self, sentence: Span, turn: Turn | None) -> Span:
        """The sentence without the label that opens a turn or a stamp in brackets; a label without words stays."""
        if turn is not None and sentence[0] <= turn.label[0] < sentence[1]:
            start = min(turn.words, sentence[1])
            start += len(self.text[start : sentence[1]]) - len(self.text[start : sentence[1]].lstrip())
            return (start, before_tag(self.text, start, sentence[1])) if start < sentence[1] else sentence
        start = past_stamp(self.text, *sentence)
        return start, before_tag(self.text, start, sentence[1])

    def _quotations(self, sentence: Span) -> list[Quotation]:
        """The quotations of the block that touch the sentence."""
        block = bisect_right(self.block_starts, sentence[0]) - 1
        if block != self.block:
            self.block = block
            self.pending = quotations(self.text, *self.blocks[block])
            self.open, self.next = [], 0
            self._assign(block)
        while self.next < len(self.pending) and self.pending[self.next].start < sentence[1]:
            self.open.append(self.pending[self.next])
            self.next += 1
        self.open = [each for each in self.open if each.end > sentence[0]]
        return list(self.open)

    def _assign(self, block: int) -> None:
        """Forget who spoke in the block before, unless its last words announced a quotation or theirs goes on."""
        start = self.blocks[block][0]
        opens = any(each.start == start for each in self.pending)
        before = self.blocks[block - 1][1] if block else 0
        announced = before and self.text[before - 1] in ":,"
        if not (opens and (announced or self._left_open(block))):
            self.carried = NOBODY

    def _left_open(self, block: int) -> bool:
        """Whether the block before ends inside a quotation that this one takes up with a new opening mark."""
        start = self.blocks[block][0]
        before = self.text[self.blocks[block - 1][0] : self.blocks[block - 1][1]] if block else ""
        return self.text[start] == "“" and before.rfind("“") > before.rfind("”")

    def _voice(self, body: Span, here: list[Quotation], found: list[Attribution]) -> Voice:
        """The speaker of a quotation that runs on from, or ahead to, a sentence that names them."""
        if any(each.direct for each in found):
            return NOBODY
        around = self._around(body, here)
        if around is None:
            return NOBODY
        return self._looked_ahead(around, body) or self.carried

    def _around(self, body: Span, here: list[Quotation]) -> Quotation | None:
        speech = [each for each in here if is_speech(self.text, each)]
        return next((each for each in speech if each.start <= body[0] and each.end >= body[1] - 1), None)

    def _looked_ahead(self, quotation: Quotation, body: Span) -> Voice | None:
        if quotation not in self.looked_ahead:
            self.looked_ahead = {quotation: self._ahead(quotation, body)}
        return self.looked_ahead[quotation]

    def _ahead(self, quotation: Quotation, body: Span) -> Voice | None:
        """Look on to the sentence in which the quotation ends: ``“One. Two,” she said.``"""
        place = bisect_right(self.sentences, (quotation.end - 1, len(self.text))) - 1
        last = self.sentences[place]
        if last[0] <= body[0]:
            return None
        found = attributions(self.text, last, [quotation], self.voices.copy(), place)
        direct = next((each for each in found if each.direct and _touches(each, quotation)), None)
        return Voice(direct.speaker, direct.source, direct.cue) if direct else None

    def _loose(self, index: int, body: Span, here: list[Quotation], found: list[Attribution]) -> Voice:
        """Quotations that begin here and that no cue claims: the speaker before goes on, or who was named last."""
        voice = NOBODY
        for quotation in here:
            words = len(self.text[quotation.start : min(quotation.end, quotation.start + FEW)].split())
            begins = (
                body[0] <= quotation.start < body[1] and is_speech(self.text, quotation) and words >= LONG
            )
            if not begins or any(_touches(each, quotation) for each in found):
                continue
            if self._looked_ahead(quotation, body) is not None:
                continue
            voice = self._speaker_of(quotation)
            cue = voice.cue or (quotation.start, quotation.start + 1)
            self.rows.append((voice.span, cue, (quotation.start, quotation.end)))
        whole = self._around(body, here)
        self._remember_mention(body, found, index)
        return voice if whole is not None and whole.start >= body[0] else NOBODY

    def _speaker_of(self, quotation: Quotation) -> Voice:
        """Who went on speaking; else the last speaker of the paragraph; else whom the words before it name."""
        if self.carried.span is not None:
            return self.carried
        if self.last.span is not None and self.last_block == self.block:
            return self.last
        return replace(self.last_mention if self.last_mention.span else self.last, cue=None)

    def _remember_mention(self, body: Span, found: list[Attribution], index: int) -> None:
        """Whom this sentence is about, in case the next words are theirs."""
        named = next((each for each in reversed(found) if each.source is not None), None)
        if named is not None:
            self.last = Voice(named.speaker, named.source, named.cue)
            self.last_block = self.block
            self.last_mention = NOBODY
            return
        about = _about(self.text, body, self.voices)
        if about is not None:
            self.last_mention = Voice(self.voices.names.full(self.text[slice(*about)], about[0]), about)

    def _carry(self, body: Span, here: list[Quotation], found: list[Attribution], voice: Voice) -> None:
        """Keep the speaker for the next sentence while the words are theirs."""
        spoken = next((each for each in found if each.direct), None)
        announced = self.text[body[1] - 1] in ":," and found
        if spoken is not None:
            self.carried = Voice(spoken.speaker, spoken.source, spoken.cue)
        elif announced:
            self.carried = Voice(found[-1].speaker, found[-1].source, found[-1].cue)
        elif voice.speaker:
            self.carried = voice
        else:
            self.carried = NOBODY


def _says_nothing(text: str, sentence: Span, turn: Turn | None) -> bool:
    """A time stamp, or the line of a name and a stamp above somebody's words."""
    named = turn is not None and sentence[0] <= turn.label[0] < sentence[1] <= turn.words
    return named or is_timing(text, *sentence)


def _touches(attribution: Attribution, quotation: Quotation) -> bool:
    return any(start < quotation.end and quotation.start < end for start, end in attribution.contents)


def _about(text: str, body: Span, voices: Voices) -> Span | None:
    """The subject that opens an English sentence when it is a name."""
    if voices.lists.code != "en":
        return None
    scene = Scene(text, body, voices.lists, ())
    verb = next((at for at in range(len(scene)) if scene.finite(at)), None)
    found = subject(scene, verb) if verb else None
    if found is None:
        return None
    named = scene.phrases.before(found[1] + 1)
    if named is None or not text[named[0] : named[1]].split()[-1][:1].isupper():
        return None
    return named if named[0] >= scene.words[found[0]].start else None
