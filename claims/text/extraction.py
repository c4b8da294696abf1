"""Text to sentences and claim candidates: the order of the steps, and what carries over between sentences.

Pure and deterministic: the same text and language give the same result in every process. The rules live in the modules
that are called here; docs/extraction.md tells them in words.
"""

from bisect import bisect_right
from dataclasses import replace

from claims.text.attribution import Attribution, Heard, Listener, Voice, is_speech
from claims.text.candidates import Candidate, Extraction
from claims.text.check_worthiness import check_worthiness
from claims.text.dialogue import spoken
from claims.text.headings import is_byline, is_heading
from claims.text.kinds import Frame, kind_of
from claims.text.language import detect
from claims.text.phrases import Span
from claims.text.propositions import Proposition, introduction, listed, propositions
from claims.text.propositions.parts import Part
from claims.text.quotations import Quotation
from claims.text.references import Reference, References
from claims.text.sentences import segment
from claims.text.signals import signals
from claims.text.turns import Turn
from claims.text.words import Words, words_for

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
    return Extraction(code, tuple(sentences), tuple(found), reader.listener.all())


class _Reader:
    """Reads the sentences of one document in order and remembers who speaks."""

    def __init__(self, text: str, code: str, sentences: list[Span]) -> None:
        self.text = text
        self.lists: Words = words_for(code)
        self.sentences = sentences
        self.listener = Listener(text, self.lists, sentences)
        self.references = References(text, self.lists)
        self.spoken = spoken(text) if code == "en" else []
        self.turn: Turn | None = None
        self.opening: tuple[tuple[Part, ...], list[Reference]] = ((), [])  # of the list whose items are read

    def read(self, index: int, sentence: Span) -> list[Candidate]:
        """The candidates of one sentence."""
        heard = self.listener.hear(index, sentence)
        if heard.timing:
            return self._timing(heard)
        if heard.turn != self.turn:
            self.turn = heard.turn
            self.references.forget()
        if heard.turn is None and self._in_dialogue(heard.body[0]):
            self.references.forget()  # “he” may be anybody: who speaks changes from line to line
            stands_for = []
        else:
            stands_for = self.references.read(index, heard.body, heard.quotations)
        found = [each for each in heard.found if each.reports]
        return self._candidates(index, heard.body, heard.quotations, found, heard.voice, stands_for)

    def _timing(self, heard: Heard) -> list[Candidate]:
        """The one candidate of a line of time stamps: nothing is dropped, nothing is said, nobody's list goes on."""
        piece = Proposition((heard.body,), " ".join(self.text[slice(*heard.body)].split()))
        return [self._candidate(piece, Frame(timing=True), None, heard.voice, [])]

    def _in_dialogue(self, start: int) -> bool:
        """Whether an offset lies in a line of unlabelled dialogue."""
        place = bisect_right(self.spoken, (start, len(self.text))) - 1
        return place >= 0 and start < self.spoken[place][1]

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
        pieces = self._listed(body, here, stands_for)
        heading = heading and not pieces
        if not pieces:
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

    def _listed(self, body: Span, here: list[Quotation], stands_for: list[Reference]) -> list[Proposition]:
        """The propositions of an item below the sentence that introduces its list; none for any other sentence."""
        opening, references = self.opening
        found = listed(self.text, opening, body, here, references) if opening else None
        if found is None:
            self.opening = introduction(self.text, body, here, self.lists), stands_for
        return found or []

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
            cue_span=said.cue if said else voice.cue,
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
