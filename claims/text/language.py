"""Which language a text is in, by a small offline model and the letters themselves. No text is changed here."""

SAMPLE = 4000
LETTERS = 20


def detect(text: str) -> str:
    """A two-letter code, or "" when there are too few letters to tell; only the beginning of the text is looked at."""
    sample = " ".join(text[: SAMPLE * 2].split())[:SAMPLE]
    if sum(letter.isalpha() for letter in sample) < LETTERS:
        return ""
    from py3langid import classify  # noqa: PLC0415 - start-up cost: half a second

    code: str = classify(sample)[0]
    return code
