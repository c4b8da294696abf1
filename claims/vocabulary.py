"""The words of the desk that are not moves: kinds, stances, forms, flags, reasons. No Django here."""

from collections.abc import Iterable
from enum import StrEnum


class Word(StrEnum):
    """A stored word with the label a person reads: the value in words, or what ``labels`` says."""

    @property
    def label(self) -> str:
        return LABELS.get(self, self.value.replace("_", " ").capitalize())

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Pairs for a model field or a form: stored value, label."""
        return [(word.value, word.label) for word in cls]


def worth_words(thousandths: int) -> str:
    """Check-worthiness as people read it: 0.00 to 1.00."""
    return f"{thousandths / 1000:.2f}"


def stored(words: Iterable[Word]) -> list[str]:
    """The stored values of some words, sorted, so that migrations spell a set the same way every time."""
    return sorted(word.value for word in words)


class DocumentKind(Word):
    """What sort of text a document is."""

    ARTICLE = "article"
    TRANSCRIPT = "transcript"
    DRAFT = "draft"
    REPORT = "report"
    POST = "post"


class Kind(Word):
    """What sort of statement a claim is."""

    STATISTIC = "statistic"
    EVENT = "event"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    DEFINITION = "definition"
    PREDICTION = "prediction"
    OPINION = "opinion"
    OTHER = "other"


class Flag(Word):
    """Why a claim is sensitive. Each one asks for two reviews by the default policy."""

    LEGAL = "legal"
    HEALTH = "health"
    MINORS = "minors"
    ALLEGATION = "allegation"
    ANONYMOUS_SOURCE = "anonymous_source"


class MadeBy(Word):
    """Who first proposed a claim."""

    MACHINE = "machine"
    EDITOR = "editor"
    IMPORT = "import"


class SkipReason(Word):
    """Why a claim is not checked; listed in the report."""

    OPINION = "opinion"
    PREDICTION = "prediction"
    COMMON_KNOWLEDGE = "common_knowledge"
    OUT_OF_SCOPE = "out_of_scope"
    DUPLICATE = "duplicate"
    OTHER = "other"


class Stance(Word):
    """How a piece of evidence bears on the claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class EvidenceForm(Word):
    """What a piece of evidence is."""

    DOCUMENT = "document"
    DATA = "data"
    EXPERT = "expert"
    INTERVIEW = "interview"
    RECORDING = "recording"
    MEDIA = "media"
    RESPONSE = "response"
    OBSERVATION = "observation"


class EvidenceLevel(Word):
    """Whether a source knows it at first hand."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Confidence(Word):
    """How sure a reviewer is; internal, never exported."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Weight(Word):
    """How much a correction matters."""

    MINOR = "minor"
    MATERIAL = "material"


class LinkHow(Word):
    """How one claim came from another."""

    SPLIT = "split"
    MERGED = "merged"
    CHANGED = "changed"
    DUPLICATE = "duplicate"


class NoteAudience(Word):
    """Who may read a note."""

    DESK = "desk"
    EDITORS = "editors"


class ExtractionState(Word):
    """How far breaking a revision into claims has come."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


class Colour(Word):
    """The seven colours a verdict may have; contrast holds in both themes."""

    GREEN = "green"
    OLIVE = "olive"
    AMBER = "amber"
    ORANGE = "orange"
    RED = "red"
    PURPLE = "purple"
    GREY = "grey"


class Shape(Word):
    """The round shapes a verdict may have."""

    TICK = "tick"
    THREE_QUARTERS = "three-quarters"
    HALF = "half"
    QUARTER = "quarter"
    CROSS = "cross"
    DASHED = "dashed"
    BENT_ARROW = "bent-arrow"
    QUESTION = "question"
    CLOCK = "clock"
    SMILE = "smile"
    BUBBLE = "bubble"


LABELS: dict[str, str] = {
    Flag.ANONYMOUS_SOURCE: "Anonymous source",
    SkipReason.COMMON_KNOWLEDGE: "Common knowledge",
    SkipReason.OUT_OF_SCOPE: "Out of scope",
    SkipReason.DUPLICATE: "Duplicate of another claim",
    EvidenceForm.OBSERVATION: "Own observation",
    Shape.BENT_ARROW: "Bent arrow",
    Shape.THREE_QUARTERS: "Three quarters",
    NoteAudience.DESK: "Everyone on this claim",
    NoteAudience.EDITORS: "Editors only",
}
