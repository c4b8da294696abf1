"""Random texts for a while: extraction must not fail, leave the text, or let a claim cross a paragraph."""

import argparse
import random
import re
import sys
import time

from benchmarks.sentences import texts
from claims.text import Extraction, extract, normalise

LANGUAGES = (None, "", "en", "de", "fr", "es", "ru", "uk", "ja", "xx")
PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
MARKS = list("“”‘’\"'«»„()[]{}.,;:!?…—–-•*#>|/\\&%$€§\n\n\n\r\t\x00\x0c\u2028\u2029\u200d\u00a0\u202e\ufeff ")
LETTERS = list("aeimoßİıёéЁ日本語。、？ا،؟עברית𝒳👩‍👩‍👧🏽🇳🇴\u0301\ud800")
WORDS = (
    "said says according to that which who he she they it the The was were Dr. No. 5 1.2 3,000 Anna Berg NAME: Q: the"
    " President of and but while because if not will could million “ ” ‘ ’ , . ; : — ( ) [1] • 1. \n \n\n"
    " laut sagte nach dit selon según dijo сказал заявила по словам"
).split(" ")


def main(arguments: list[str] | None = None) -> int:
    """Run for ``--seconds``; print how many texts were read; 1 and the text when one breaks a promise."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzzing", description=__doc__)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--quick", action="store_true", help="five seconds")
    given = parser.parse_args(arguments)
    chance, end, count = (
        random.Random(given.seed),
        time.monotonic() + (5 if given.quick else given.seconds),
        0,
    )
    seeds = [text for text, _ in texts()]
    while time.monotonic() < end:
        text, language = normalise(a_text(chance, seeds)), chance.choice(LANGUAGES)
        try:
            check(text, extract(text, language))
        except Exception as error:
            print(f"text {count}: {error!r} in language {language!r}:\n{text!r}")
            return 1
        count += 1
    print(f"{count:,} random texts: no failure, no span outside, no claim across a paragraph")
    return 0


def a_text(chance: random.Random, seeds: list[str]) -> str:
    """Letters and marks, words in any order, or a seed with pieces cut out, doubled and strewn with marks."""
    shape = chance.randrange(3)
    if shape == 0:
        return "".join(chance.choices(MARKS + LETTERS, k=chance.randrange(400)))
    if shape == 1:
        return " ".join(chance.choices(WORDS, k=chance.randrange(200)))
    seed = chance.choice(seeds)
    pieces = []
    for _ in range(chance.randrange(1, 30)):
        start = chance.randrange(len(seed))
        pieces.append(seed[start : start + chance.randrange(300)])
        pieces.append(chance.choice(MARKS) * chance.randrange(3))
    return "".join(pieces)


def check(text: str, found: Extraction) -> None:
    """Every promise about offsets; AssertionError names the one that is broken."""
    at = 0
    for start, end in found.sentences:
        assert at <= start < end <= len(text), "sentences in order, inside the text"
        assert not PARAGRAPH.search(text, start, end), "no sentence across a paragraph"
        at = end
    for each in found.candidates:
        assert 0 <= each.start < each.end <= len(text), "a claim inside the text"
        assert each.quote == text[each.start : each.end], "its quote is the text between its ends"
        assert not PARAGRAPH.search(each.quote), "no claim across a paragraph"
        assert each.text.strip(), "wording is never empty"
        at = each.start
        for start, end in each.spans:
            assert at <= start < end <= each.end, "spans in order, inside the claim"
            at = end


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
