"""Forms of English verbs: a participle made finite, a plural form made singular (Quirk et al. 1985, 3.2–3.6)."""

import re
from collections.abc import Iterable
from dataclasses import replace

from claims.text.propositions.parts import Part
from claims.text.tagging import is_verb, known

SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does", "aren’t": "isn’t", "aren't": "isn't"}
FORMS = (  # Quirk et al. 1985, 3.20
    "make/made take/took give/gave become/became leave/left win/won lose/lost bring/brought lead/led get/got"
    " begin/began go/went come/came see/saw hold/held keep/kept build/built sell/sold tell/told send/sent"
    " spend/spent set/set put/put cut/cut hit/hit run/ran rise/rose fall/fell grow/grew draw/drew fly/flew"
    " drive/drove write/wrote speak/spoke choose/chose buy/bought teach/taught catch/caught find/found meet/met"
    " say/said stand/stood sing/sang beat/beat fight/fought throw/threw spread/spread shoot/shot feed/fed"
)
IRREGULAR = {base: form for base, _, form in (each.partition("/") for each in FORMS.split())}
YEAR = re.compile(r"\b1[0-9]{3}$|\b20[0-2][0-9]$")
SIBILANTS = ("s", "x", "z", "ch", "sh")


def base_of(participle: str) -> str:
    """``providing`` → ``provide``; "" when no verb is known that it may come from."""
    if not participle.endswith("ing") or len(participle) < 5:
        return ""
    stem = participle[:-3]
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz"
    made = [stem[:-1]] if doubled else [stem + "e", stem] if _wants_e(stem) else [stem, stem + "e"]
    return next((each for each in made if known(each) and is_verb(each)), "")


def _wants_e(stem: str) -> bool:
    """``provid``, ``giv``: a single consonant behind a single vowel, or c, v, u, s at the end."""
    if stem[-1] == stem[-2:-1]:  # sell, pass
        return False
    if stem[-1] in "cvu" or known(stem + "e").startswith("VB"):
        return True
    return len(stem) > 2 and stem[-1] in "szg" and stem[-2] not in "sn"


def third(base: str) -> str:
    """``provide`` → ``provides``."""
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith((*SIBILANTS, "o")) else "s")


def past(base: str) -> str:
    """``provide`` → ``provided`` when the lexicon knows it as a past form, otherwise ""."""
    if base in IRREGULAR:
        return IRREGULAR[base]
    made = (
        base + "d"
        if base.endswith("e")
        else base[:-1] + "ied"
        if base.endswith("y") and base[-2] not in "aeiou"
        else base + "ed"
    )
    return made if known(made) in ("VBD", "VBN") else ""


def past_if_dated(like: Part, rest: Iterable[Part]) -> Part:
    """The verb whose tense a passive participle takes: a past one where a year stands behind it."""
    year = any(part.kind == "np" and part.tags[-1:] == ("CD",) and YEAR.search(part.low) for part in rest)
    return Part("vp", like.words, ("VBD",)) if year and "MD" not in like.tags else like


def finite(part: Part, like: Part, *, plural: bool, adverbs: str = "") -> Part:
    """A group that ends in a participle, as the verb of a clause in the tense and with the modal of ``like``."""
    past_tense, adverbs = "VBD" in like.tags, adverbs and adverbs + " "
    be = ("were" if plural else "was") if past_tense else ("are" if plural else "is")
    words = part.low.split()
    modal = [place for place, tag in enumerate(like.tags) if tag == "MD" and place < len(like.words)]
    base = base_of(words[-1])
    if modal and part.main == "VBG":
        word = like.words[modal[0]]
        said = base or f"be {words[-1]}"
        form = " ".join((word.text.lower() + " " + adverbs + " ".join([*words[:-1], said])).split())
        return Part("vp", (word, *part.words), ("MD", *part.tags), form)
    if words[-1] == "born":
        return replace(
            part, form=f"{'were' if plural else 'was'} {adverbs}{part.low}", tags=("VBD", *part.tags)
        )
    if part.main == "VBN" or not base:
        return replace(
            part, form=f"{be} {adverbs}{part.low}", tags=("VBD" if past_tense else "VBZ", *part.tags)
        )
    made = past(base) or f"{be} {words[-1]}" if past_tense else base if plural else third(base)
    form = adverbs + " ".join([*words[:-1], made])
    return replace(part, form=form, tags=(*part.tags[:-1], "VBD" if past_tense else "VBZ"))


def singular(part: Part) -> Part:
    """``are determined`` → ``is determined``, ``close`` → ``closes``; past forms and modals stay."""
    words = part.low.split()
    if "MD" in part.tags:
        return part
    for at, word in enumerate(words):
        tag = part.tags[at] if at < len(part.tags) else ""
        if word in ("all", "both", "each"):
            words[at] = ""
        elif word in SINGULAR:
            words[at] = SINGULAR[word]
        elif tag == "VBP":
            words[at] = third(word)
    made = " ".join(word for word in words if word)
    return part if made == part.low else replace(part, form=made)
