"""Text to sentences and claim candidates: the order of the steps, and what carries over between sentences.

Pure and deterministic: the same text and language give the same result in every process. The rules live in the modules
that are called here; docs/extraction.md tells them in words.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace

from claims.text.attribution import Attribution, Voices, attributions, is_speech
from claims.text.candidates import Candidate, Extraction
from claims.text.check_worthiness import check_worthiness
from claims.text.headings import is_byline, is_heading
from claims.text.kinds import Frame, kind_of
from claims.text.language import detect
from claims.text.lines import blocks
from claims.text.names import name_book
from claims.text.phrases import Span
from claims.text.propositions import Proposition, propositions
from claims.text.quotations import Quotation, quotations
from claims.text.references import Reference, References
from claims.text.sentences import segment
from claims.text.signals import signals
from claims.text.turns import Turn, turns
from claims.text.words import Words, words_for


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a sentence although no cue stands in it."""

    speaker: str
    span: Span | None


NOBODY = Voice("", None)
NEAR = 64  # a look back stays this close, or a long text would be copied for every sentence


def extract(text: str, language: str | None = None) -> Extraction:
    """The sentences of ``text`` and for each of them one candidate or more, in reading order.

    ``text`` is taken as it is (offsets count its code points; pass it through ``normalise`` first); ``language`` is a
    two-letter code, None to detect it, "" for none. No error is raised for any text.
    """
    code = detect(text) if language is None else language.lower()[:2]
    sentences = segment(text, code)
    reader = _Reader(text, code, sentences)
    found: list[Candidate] = []
    for index, sentence in enumerate(sentences):
        found += reader.read(index, sentence)
    return Extraction(code, tuple(sentences), tuple(found))


class _Reader:
    """Reads the sentences of one document in order and remembers who speaks."""

    def __init__(self, text: str, code: str, sentences: list[Span]) -> None:
        self.text = text
        self.lists: Words = words_for(code)
        self.sentences = sentences
        self.voices = Voices(self.lists, name_book(text, self.lists))
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
        self.references = References(text, self.lists)
        self.turn: Turn | None = None

    def read(self, index: int, sentence: Span) -> list[Candidate]:
        """The candidates of one sentence."""
        turn = self._turn(sentence)
        body = self._body(sentence, turn)
        here = self._quotations(sentence)
        if turn != self.turn:
            self.turn = turn
            self.references.forget()
        stands_for = self.references.read(index, body, here)
        if turn is not None:
            return self._candidates(index, body, here, [], Voice(turn.name, turn.label), stands_for)
        found = attributions(self.text, body, here, self.voices, index)
        voice = self._voice(body, here, found)
        self._carry(body, here, found, voice)
        return self._candidates(index, body, here, found, voice, stands_for)

    def _turn(self, sentence: Span) -> Turn | None:
        place = bisect_right(self.turn_starts, sentence[0]) - 1
        return self.turns[place] if place >= 0 else None

    def _body(self, sentence: Span, turn: Turn | None) -> Span:
        """The sentence without the label that opens a turn; a label without words stays."""
        if turn is not None and sentence[0] <= turn.label[0] < sentence[1]:
            start = min(turn.words, sentence[1])
            start += len(self.text[start : sentence[1]]) - len(self.text[start : sentence[1]].lstrip())
            return (start, sentence[1]) if start < sentence[1] else sentence
        return sentence

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
        """Forget who spoke in the block before, unless its last words announced a quotation."""
        start = self.blocks[block][0]
        opens = any(each.start == start for each in self.pending)
        before = self.blocks[block - 1][1] if block else 0
        if not (opens and before and self.text[before - 1] in ":,"):
            self.carried = NOBODY

    def _voice(self, body: Span, here: list[Quotation], found: list[Attribution]) -> Voice:
        """The speaker of a quotation that runs on from, or ahead to, a sentence that names them."""
        if any(each.direct for each in found):
            return NOBODY
        speech = [each for each in here if is_speech(self.text, each)]
        around = next((each for each in speech if each.start <= body[0] and each.end >= body[1] - 1), None)
        if around is None:
            return NOBODY
        if around not in self.looked_ahead:
            self.looked_ahead = {around: self._ahead(around, body)}
        return self.looked_ahead[around] or self.carried

    def _ahead(self, quotation: Quotation, body: Span) -> Voice | None:
        """Look on to the sentence in which the quotation ends: ``“One. Two,” she said.``"""
        place = bisect_right(self.sentences, (quotation.end - 1, len(self.text))) - 1
        last = self.sentences[place]
        if last[0] <= body[0]:
            return None
        inside = [quotation]
        memory = (self.voices.last, self.voices.last_at, self.voices.last_plural, self.voices.last_plural_at)
        found = attributions(self.text, last, inside, self.voices, place)
        self.voices.last, self.voices.last_at, self.voices.last_plural, self.voices.last_plural_at = memory
        direct = next((each for each in found if each.direct), None)
        return Voice(direct.speaker, direct.source) if direct else None

    def _carry(self, body: Span, here: list[Quotation], found: list[Attribution], voice: Voice) -> None:
        """Keep the speaker for the next sentence while the words are theirs."""
        spoken = next((each for each in found if each.direct), None)
        announced = self.text[body[1] - 1] in ":," and found
        if spoken is not None:
            self.carried = Voice(spoken.speaker, spoken.source)
        elif announced:
            self.carried = Voice(found[-1].speaker, found[-1].source)
        elif not voice.speaker:
            self.carried = NOBODY

    def _candidates(
        self,
        index: int,
        body: Span,
        here: list[Quotation],
        found: list[Attribution],
        voice: Voice,
        stands_for: list[Reference],
    ) -> list[Candidate]:
        single = len(self.sentences) == 1
        heading = not single and not voice.speaker and is_heading(self.text, body)
        byline = not voice.speaker and is_byline(self.text, body, self.lists)
        pieces = [Proposition((body,), " ".join(self.text[body[0] : body[1]].split()))]
        if not (heading or byline):
            pieces = propositions(self.text, body, here, self.lists, stands_for)
        made: list[Candidate] = []
        before: Attribution | None = None
        for piece in pieces:
            said = self._said(piece, found, before)
            before = said if said is not None and not piece.aside else before
            frame = Frame(
                heading=heading,
                byline=byline,
                reported=self.text[said.cue[0] : said.cue[1]] if said else "",
                quoted=said is not None and said.direct,
                defines=piece.defines,
            )
            made.append(self._candidate(_unquoted(piece, here), frame, said, voice, here))
        return made

    def _said(
        self, piece: Proposition, found: list[Attribution], before: Attribution | None
    ) -> Attribution | None:
        """The attribution with its cue in the piece; else one for the whole sentence, else the speech before."""
        if piece.aside:
            return None
        own = [each for each in found if any(start <= each.cue[0] < end for start, end in piece.spans)]
        if own:
            return next((each for each in own if each.direct), own[0])
        whole = next((each for each in found if each.whole), None)
        connector = self.text[max(0, piece.start - NEAR) : piece.start].rstrip().endswith((" and", " but"))
        return whole or (before if before and connector and not before.direct else None)

    def _passage(self, piece: Proposition, here: list[Quotation], *, quoted: bool) -> str:
        """The words that decide on kind and score: of direct speech only what is quoted."""
        spans = list(piece.spans)
        if quoted:
            speech = [each for each in here if is_speech(self.text, each)]
            inner = [(max(each.start + 1, piece.start), min(each.end - 1, piece.end)) for each in speech]
            spans = [span for span in inner if span[0] < span[1]] or spans
        return " ".join(self.text[start:end] for start, end in spans)

    def _candidate(
        self,
        piece: Proposition,
        frame: Frame,
        said: Attribution | None,
        voice: Voice,
        here: list[Quotation],
    ) -> Candidate:
        passage = self._passage(piece, here, quoted=frame.quoted)
        seen = signals(passage, self.lists)
        kind, reason = kind_of(seen, frame)
        speaker = said.speaker if said else voice.speaker
        score, features = check_worthiness(passage, seen, kind, frame, self.lists)
        return Candidate(
            start=piece.start,
            end=piece.end,
            spans=piece.spans,
            quote=self.text[piece.start : piece.end],
            text=piece.text,
            kind=kind,
            kind_reason=reason,
            speaker=speaker,
            speaker_span=said.source if said else voice.span,
            check_worthiness=score,
            cue=frame.reported,
            features=features,
        )


def _unquoted(piece: Proposition, here: list[Quotation]) -> Proposition:
    """The piece's text without a quotation mark whose partner stands in another sentence."""
    words = piece.text
    for quotation in here:
        if quotation.start == piece.start and quotation.end > piece.end:
            words = words[1:].lstrip()
        if quotation.end == piece.end and quotation.start < piece.start:
            words = (
                words.rstrip(".")[:-1].rstrip() if words.endswith((".", "!", "?")) else words[:-1].rstrip()
            )
    return replace(piece, text=words) if words else piece
