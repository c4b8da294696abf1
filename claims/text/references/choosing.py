"""Which mention a pronoun stands for. When two fit, none is chosen: a wrong name is worse than a pronoun."""

from claims.text.references.memory import Memory, Mention, Referent

CLASSES = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "herself": "f",
    "it": "it", "its": "it", "itself": "it",
    "they": "they", "them": "they", "their": "they", "themselves": "they",
}  # fmt: skip
PLACES = frozenset(("in", "at", "near", "on", "into", "through", "across", "around", "over"))
LEADS = frozenset(("to", "from", "of", "against"))
FAR_PERSON = 3  # sentences back
FAR_THING = 1


def fits(mention: Mention, pronoun: str) -> bool:
    """Whether the mention may be meant by a pronoun of this class (m, f, it, they)."""
    referent = mention.referent
    if referent is None:
        return mention.pronoun == pronoun
    if pronoun == "they":
        return referent.plural
    if referent.plural:
        return False
    if pronoun == "it":
        known = referent.kind == "thing" or " " not in referent.name or bool(referent.heads)
        return known and referent.kind != "person"
    person = referent.kind == "person" or (referent.named and not referent.kind)
    return person and referent.gender in ("", pronoun)


def weak(mention: Mention, pronoun: str) -> bool:
    """Whether a rival does not count: a place for a person, what a preposition governs for a thing."""
    referent = mention.referent
    if mention.main or referent is None:
        return False
    if pronoun in ("m", "f"):
        single = mention.governor in LEADS and " " not in referent.name
        return (mention.governor in PLACES or single) and referent.kind != "person"
    return bool(mention.governor) and not (pronoun == "it" and mention.fresh)


def _sure(referent: Referent | None, pronoun: str) -> bool:
    """A single capitalised word of which nothing is known is no person yet."""
    if referent is None or pronoun not in ("m", "f"):
        return True
    return referent.kind == "person" or " " in referent.name


class Chooser:
    """Chooses for the pronouns of one sentence; ``here`` grows while it is read."""

    def __init__(self, here: list[Mention], memory: Memory, index: int) -> None:
        self.here, self.memory, self.index = here, memory, index

    def choose(self, pronoun: str, *, role: str, parallel: bool = False) -> Referent | None:
        """The referent for a pronoun of the class, None to leave it; ``role`` is main, subject, owner or object.

        ``parallel``: the clause of the pronoun goes on from the main clause, whose subject stands before its verb.
        """
        if role == "object" and self._beside(pronoun):
            return None
        inside = self._inside(pronoun, role)
        if not inside:
            found = self._outside(pronoun, role)
            return found if _sure(found, pronoun) else None
        found = self._within(pronoun, inside) or (self._parallel(inside) if parallel else None)
        own = role == "owner" and any(each.main for each in inside)
        return found if own or _sure(found, pronoun) else None

    def _outside(self, pronoun: str, role: str) -> Referent | None:
        """From the sentences before."""
        if pronoun == "they" and role == "subject" and self.here:
            return None
        taken = [each.referent for each in self.here if each.subject] if role == "object" else []
        far = FAR_PERSON if pronoun in ("m", "f") else FAR_THING
        for back, mentions in self.memory.before(self.index):
            if back > far:
                return None
            fitting = [each for each in mentions if fits(each, pronoun) and each.referent not in taken]
            if fitting:
                follows = role in ("main", "subject", "owner") and back == 1
                topic = self._topic(fitting) if follows and role in ("main", "owner") else None
                alone = role != "object" or pronoun in "mf"
                return _among(pronoun, fitting, follows=follows, alone=alone) or topic
        return None

    def _topic(self, fitting: list[Mention]) -> Referent | None:
        """The main subject of the two sentences before, of whom the text goes on to speak."""
        main = next((each for each in fitting if each.main), None)
        if main is None or main.referent is None:
            return None
        earlier = next((mentions for back, mentions in self.memory.before(self.index) if back == 2), [])
        again = any(each.main and each.referent is main.referent for each in earlier)
        return main.referent if again else None

    def _inside(self, pronoun: str, role: str) -> list[Mention]:
        """The mentions of the sentence itself that fit. What stands before a main subject is not meant by it, nor
        is the subject of a verb by its object.
        """
        fitting = [
            each
            for each in self.here
            if fits(each, pronoun) and not (pronoun in "mf" and weak(each, pronoun))
        ]
        if role == "main":
            return [each for each in fitting if not each.governor]
        subject = next((each for each in reversed(self.here) if each.subject), None)
        if role == "object" and subject is not None:
            others = [each for each in fitting if each.referent is not subject.referent]
            return others if pronoun != "it" or not all(each.pronoun for each in others) else []
        return fitting

    def _parallel(self, inside: list[Mention]) -> Referent | None:
        """``The ferry links the isle to the coast, and it …``: the main subject, where all others stand aside."""
        main = next((each for each in self.here if each.main), None)
        if main is None or main.referent is None or main not in inside:
            return None
        others = [each for each in self.here if each is not main and (each.subject or each in inside)]
        return (
            main.referent if all(each.referent is main.referent or each.governor for each in others) else None
        )

    def _beside(self, pronoun: str) -> bool:
        """Whether another object of the same clause fits: “wash a few things with them”."""
        subject = next((at for at in range(len(self.here) - 1, -1, -1) if self.here[at].subject), -1)
        return any(fits(each, pronoun) for each in self.here[subject + 1 :])

    def _within(self, pronoun: str, inside: list[Mention]) -> Referent | None:
        """The only one that fits in the sentence itself, when no other of the same sort is near."""
        found = _only(inside)
        free = pronoun in "mf" or any(not each.governor for each in inside)
        if found is None or not free:
            return None
        known = pronoun in ("m", "f") and found.gender == pronoun
        rivals = [
            each
            for back, mentions in self.memory.before(self.index)
            for each in mentions
            if each.referent is not None and each.referent is not found
            if fits(each, pronoun) and not weak(each, pronoun)
            if back == 1 or each.referent.gender == pronoun
        ]
        if not rivals:
            return found
        return found if known and any(each.main for each in inside) else None


def _among(pronoun: str, fitting: list[Mention], *, follows: bool, alone: bool) -> Referent | None:
    """One of the mentions of an earlier sentence: its subject where nothing speaks against it, or the only one."""
    main = next((each for each in fitting if each.main), None)
    if main is None:
        return _lonely(pronoun, fitting) if alone else None
    rivals = [each for each in fitting if each.referent is not main.referent and not weak(each, pronoun)]
    if not rivals:
        return main.referent
    again = any(each.referent is main.referent and each.pronoun == pronoun for each in fitting)
    aside = all(each.governor not in ("", "with") for each in rivals)
    return main.referent if follows and (main.defines or (again and aside)) else None


def _lonely(pronoun: str, fitting: list[Mention]) -> Referent | None:
    """Without a subject that fits, the only one that does, if it is known to be of the right sort."""
    found = _only([each for each in fitting if not weak(each, pronoun)])
    if found is None or found.counted or (pronoun in ("m", "f") and found.kind != "person"):
        return None
    return found


def _only(mentions: list[Mention]) -> Referent | None:
    """The one referent of all mentions; None when they are two, or one of them is unknown."""
    first = mentions[0].referent if mentions else None
    return first if all(each.referent is first for each in mentions) else None
