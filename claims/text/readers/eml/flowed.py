"""Plain text of mails whose lines flow (RFC 3676), back to whole paragraphs. Nothing else of a mail is known here."""

import re

SIGNATURE = "-- "
QUOTED = re.compile(">*")


def unflow(text: str, *, drops_blank: bool = False) -> str:
    """The text with soft line ends joined; ``drops_blank`` is the DelSp=yes of the RFC, for scripts without blanks.

    A line that ends in a blank goes on in the next of the same depth of quotation; the signature's "-- " does not.
    """
    written: list[str] = []
    open_depth: int | None = None
    for raw in text.split("\n"):
        depth = len(QUOTED.match(raw)[0])  # type: ignore[index]
        line = raw[depth:].removeprefix(" ") if depth or raw.startswith(" ") else raw
        soft = line.endswith(" ") and line != SIGNATURE
        words = line[:-1] if soft and drops_blank else line
        if open_depth == depth and line != SIGNATURE:
            written[-1] += words
        else:
            written.append((">" * depth + " " if depth else "") + words)
        open_depth = depth if soft else None
    return "\n".join(line.rstrip(" ") if line != SIGNATURE else line for line in written)
