"""Which kind of statement a passage is, by stated rules in a fixed order, with the reason as a short sentence."""

from dataclasses import dataclass

from claims.text.signals import Signals
from claims.vocabulary import Kind

SHORT = 4
THINKERS = ("i ", "we ", "ich ", "wir ", "je ", "creo ", "pienso ", "я ")


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known of a passage besides its words: its place and who says it."""

    heading: bool = False
    byline: bool = False
    reported: str = ""  # the cue as written, when somebody is reported to say it
    quoted: bool = False  # direct speech with a speaker named in this sentence
    timing: bool = False  # a time stamp, with or without a speaker's name
    defines: bool = False  # an apposition: “X, a Y,”


def kind_of(seen: Signals, frame: Frame) -> tuple[Kind, str]:
    """The kind and why. The first rule that fits decides; the order is that of docs/extraction.md."""
    nothing = _no_statement(seen, frame)
    if nothing:
        return Kind.OTHER, nothing
    if seen.generic:
        return Kind.DEFINITION, f"‘{seen.definition}’: says what something is."
    if seen.opinion and not frame.reported and not _thought_figure(seen):
        return Kind.OPINION, f"‘{seen.opinion}’: an opinion."
    if seen.strong_hedge and not frame.quoted:
        return Kind.PREDICTION, f"‘{seen.strong_hedge}’: a prediction."
    if seen.figure:
        return Kind.STATISTIC, f"‘{seen.figure}’: a figure."
    if frame.quoted:
        return Kind.QUOTATION, f"‘{frame.reported}’: words in quotation marks."
    if frame.reported:
        return Kind.ATTRIBUTION, f"‘{frame.reported}’: what somebody is reported to say."
    return _plain(seen, frame)


def _no_statement(seen: Signals, frame: Frame) -> str:
    """Why a passage states nothing, by its place or its form; "" where it may."""
    if frame.timing:
        return "A time stamp or a speaker’s name, not a statement."
    if frame.byline:
        return "A by-line or credit, not a statement."
    if frame.heading:
        return "A heading, not a statement."
    if seen.question:
        return "A question, not a statement."
    if seen.request and not seen.figure:
        return f"‘{seen.request}’: a request or a greeting, not a statement."
    return ""


def _thought_figure(seen: Signals) -> bool:
    """“I think that 40 per cent …”: the figure can be checked, whoever thinks it."""
    return bool(seen.figure) and seen.opinion.lower().startswith(THINKERS)


def _plain(seen: Signals, frame: Frame) -> tuple[Kind, str]:
    """The document's own statement without a figure."""
    if frame.defines:
        return Kind.DEFINITION, "Says in passing what something is."
    if seen.definition:
        return Kind.DEFINITION, f"‘{seen.definition}’: says what something is."
    if seen.words < SHORT and not seen.verb and not seen.date:
        return Kind.OTHER, "Too short to state a fact."
    if seen.names or seen.date or seen.verb or seen.words >= SHORT:
        return Kind.EVENT, "States that something is so or has happened."
    return Kind.OTHER, "No sign of a statement that can be checked."
