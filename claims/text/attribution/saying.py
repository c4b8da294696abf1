"""What the rules of every language give back for one sentence. All places are words."""

from dataclasses import dataclass

from claims.text.attribution.sources import Range


@dataclass(frozen=True, slots=True)
class Saying:
    """Words: who (None: nobody is named), the cue, and the pieces of what is said in order.

    ``whole`` when it covers the sentence wherever the cue stands; ``form`` is that of the cue.
    """

    source: Range | None
    cue: Range
    contents: tuple[Range, ...]
    whole: bool
    form: str
