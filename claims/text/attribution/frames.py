"""Every form of the English verbs and nouns of speech, and what may follow it."""

from functools import cache

from claims.text.words import english_speech as speech

VOWELS = "aeiou"


def forms(lemma: str) -> list[str]:
    """The forms of an English verb, its base first: say, says, said, saying."""
    if lemma in speech.IRREGULAR:
        return [lemma, *speech.IRREGULAR[lemma].split()]
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    plural = "es" if lemma.endswith(("s", "sh", "ch", "x")) else "s"
    return [lemma, lemma + plural, lemma + "ed", lemma + "ing"]


@cache
def verb_frames() -> dict[str, tuple[str, str]]:
    """Form → (lemma, the letters of its frames): clause c, question q, infinitive t, object o n f a x, preposition p,
    quotation s."""
    sets = {
        "c": speech.CLAUSE,
        "q": speech.QUESTION,
        "t": speech.INFINITIVE,
        "o": speech.OBJECT_INFINITIVE,
        "f": frozenset(speech.OBJECT_FOR),
        "a": speech.OBJECT_AS,
        "x": speech.COMPLEMENT,
        "n": speech.OBJECT,
        "p": frozenset(speech.PREPOSITIONS),
        "s": speech.CLAUSE | speech.QUOTING,
    }
    lemmas = sorted(frozenset().union(*sets.values()))
    letters = {lemma: "".join(letter for letter, each in sets.items() if lemma in each) for lemma in lemmas}
    return {form: (lemma, letters[lemma]) for lemma in lemmas for form in forms(lemma)}


@cache
def noun_frames() -> dict[str, str]:
    """Form → letters: clause c, infinitive t, infinitive with an owner w."""
    sets = {"c": speech.NOUNS, "t": speech.INFINITIVE_NOUNS, "w": speech.OWNED_NOUNS}
    lemmas = sorted(frozenset().union(*sets.values()))
    letters = {lemma: "".join(letter for letter, each in sets.items() if lemma in each) for lemma in lemmas}
    return {form: letters[lemma] for lemma in lemmas for form in forms(lemma)[:2]}
