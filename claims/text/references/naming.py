"""From a noun phrase to the referent it names: a name, a description, or something new; and the words for it."""

from dataclasses import dataclass

from claims.text.references.memory import Memory, Referent
from claims.text.references.nouns import Phrase, verb_behind
from claims.text.references.people import gender_of, is_person, is_title, names_a_thing
from claims.text.references.relations import ARTICLES, INDEFINITE, Relations
from claims.text.references.sentence import Sentence
from claims.text.words.english_nouns import COMPANIES, GROUPS, NOTHING, TIMES

DEFINITE = frozenset(("the", "this", "that", "these", "those"))
UNSAYABLE = frozenset(
    "no some any each every all both another many most few several other either neither such".split()
)
RESTRICTS = frozenset("of that which who whose where between for from and".split())
LOOSE = frozenset(
    "on in at since after before during until as by because while if though although to".split()
)
VAGUE = frozenset("the various several different certain such same new own latest".split())
SAME = {"movie": "film", "novel": "book", "corporation": "company", "firm": "company"}
BEHIND_A_NAME = ("(", "POS", "CC", "WP")
PROPER = ("NNP", "NNPS")
PLURAL = ("NNS", "NNPS")
LONGEST = 8  # words put in a pronoun’s place


@dataclass(frozen=True, slots=True)
class Naming:
    """What a phrase names. ``short`` when its words are a shorter form of ``referent.words``."""

    referent: Referent
    short: bool = False


class Namer:
    """Names the phrases of one sentence, with the document’s memory."""

    def __init__(self, sentence: Sentence, memory: Memory) -> None:
        self.sentence, self.memory = sentence, memory
        self.tokens, self.found = sentence.tokens, sentence.phrases
        self.relations = Relations(sentence)

    def name(self, at: int, owner: Referent | None) -> Naming | None:
        """The referent of the phrase with this number; None for times, measures and stuff (“in stone”).

        ``owner`` is whose it is.
        """
        phrase = self.found[at]
        head = self.tokens[phrase.last]
        if head.low in NOTHING:
            return None
        if head.low in TIMES and not (head.tag.startswith("NNP") and phrase.last > phrase.first):
            return None
        begin = self.sentence.name_start(phrase)
        if begin is None and not phrase.main and phrase.first == phrase.last and head.tag == "NN":
            return None
        naming = self._named(phrase, begin) if begin is not None else self._described(phrase, owner)
        self._learn(at, naming.referent, named=begin is not None)
        return naming

    # --- names --------------------------------------------------------------------------------------------

    def _named(self, phrase: Phrase, begin: int) -> Naming:
        parts = [self.tokens[at].text for at in range(begin, phrase.last + 1)]
        words = self.sentence.words(begin, phrase.last)
        bare = begin == phrase.first
        known = self.memory.name(words, single=len(parts) == 1 and bare)
        if known is not None:
            bare = bare and (begin == 0 or self.tokens[begin - 1].text != ")")
            return Naming(known, short=bare and known.name not in ("", words))
        some = self.tokens[phrase.first].low in ("these", "those")
        sayable = len(words) > 2 and not some and not (phrase.last == 0 and self._opens_alone(phrase))
        plural = self._plural_name(phrase)
        referent = Referent(words if sayable else "", named=True, name=words, plural=plural)
        referent.kind = "thing" if names_a_thing(parts) else ""
        self._from_roles(referent, phrase, begin, parts)
        if referent.kind != "person" and sayable:
            referent.words = self._with_article(phrase, begin, words)
            referent.learn("thing" if referent.words.startswith("the ") else "")
        self.memory.add(referent, words)
        if referent.kind == "thing" and len(parts) > 1:
            referent.heads.add(parts[-1].lower())
        return Naming(referent)

    def _opens_alone(self, phrase: Phrase) -> bool:
        """Whether a first word is hardly a name, as in “Long after …” and “Odd, though, …”."""
        behind = self.sentence.tag_behind(phrase)
        apposed = behind == "," and [token.tag for token in self.tokens[2:3]] == ["DT"]
        return not (apposed or behind in BEHIND_A_NAME or verb_behind(self.tokens, phrase.last))

    def _plural_name(self, phrase: Phrase) -> bool:
        first, last = self.tokens[phrase.first], self.tokens[phrase.last]
        verb = self.sentence.behind(phrase)
        if phrase.main and last.text.endswith("s") and verb in ("are", "were"):
            return True
        many = first.low in UNSAYABLE and last.tag in PLURAL
        return many or (last.tag == "NNPS" and first.low == "the" and verb not in ("is", "was", "has"))

    def _from_roles(self, referent: Referent, phrase: Phrase, begin: int, parts: list[str]) -> None:
        """``the former banker Leo Marsh``, ``Mayor Tom Aldis``: what stands before the name tells who it is."""
        roles = [self.tokens[at].low for at in range(phrase.first, begin)]
        titles = [part for part in parts[:-1] if is_title(part) or is_person(part.lower())]
        for role in [*roles, *(title.lower() for title in titles)]:
            if referent.kind != "thing" and (is_person(role) or is_title(role)):
                referent.learn("person", gender_of(role))
                self.memory.call(referent, role)
        opened = self.tokens[phrase.first].tag in ("DT", "PRP$", "POS") or phrase.first == 0
        if opened and roles and referent.kind != "person" and self.tokens[begin - 1].tag == "NN":
            referent.learn("thing")
            self.memory.call(referent, roles[-1])

    def _with_article(self, phrase: Phrase, begin: int, words: str) -> str:
        """A thing’s name with what belongs to it: ``the Kestrel Bridge``, ``the river Alm``."""
        if phrase.first == begin or self.tokens[phrase.first].low not in ARTICLES:
            return words
        bare = begin == phrase.first + 1 or self.tokens[begin - 1].tag == "NN"
        return "the " + self.sentence.words(phrase.first + 1, phrase.last) if bare else words

    # --- descriptions -------------------------------------------------------------------------------------

    def _described(self, phrase: Phrase, owner: Referent | None) -> Naming:
        head = self.tokens[phrase.last]
        first = self.tokens[phrase.first]
        plural = head.tag in ("NNS", "NNPS") or head.low in GROUPS
        if first.low in DEFINITE:
            known = self._known(phrase, head.low, plural=plural)
            if known is not None:
                return Naming(known, short=self._short(phrase, known))
        words = self._wording(phrase, owner)
        if words and first.tag not in ("DT", "PRP$", "POS", "CD"):
            same = next(
                (each for each in self.memory.lately() if each.words == words and not each.named), None
            )
            if same is not None:
                return Naming(same)
        referent = Referent(words, plural=plural)
        before = self.tokens[phrase.first : phrase.last]
        if not any(token.tag in ("JJS", "JJR") or token.low in UNSAYABLE for token in before):
            referent.heads.add(head.low)
        single = head.low[:-1] if plural and head.low.endswith("s") else head.low
        if is_person(single) or head.low in GROUPS:
            referent.learn("person", "" if plural else gender_of(single))
        else:
            referent.learn("thing")
        referent.counted = any(token.tag == "CD" for token in self.tokens[phrase.first : phrase.last])
        return Naming(referent)

    def _short(self, phrase: Phrase, known: Referent) -> bool:
        """Whether the words known for it say more than the phrase does."""
        said = {token.low for token in self.tokens[phrase.first : phrase.last + 1]} | VAGUE
        return bool(known.words) and any(word.lower() not in said for word in known.words.split())

    def _known(self, phrase: Phrase, head: str, *, plural: bool) -> Referent | None:
        """The only one lately mentioned that goes by this noun, or the only name in the document that does."""
        if phrase.last != phrase.first + 1 or self._restricted(phrase):
            return None
        same = {head, head + "s", head.removesuffix("s")}
        late = [each for each in self.memory.lately() if same & (each.heads | {*each.name.lower().split()})]
        pointed = self.tokens[phrase.first].low != "the"  # “this drug” is near
        found = list(dict.fromkeys([*late, *([] if pointed else self.memory.called.get(head, []))]))
        if len(found) != 1 or found[0].plural != plural or head not in found[0].heads:
            return None
        return found[0] if found[0].named or self.memory.near(found[0]) else None

    def _restricted(self, phrase: Phrase) -> bool:
        """Whether words behind the phrase tell which one: “the group behind the attack”, “the life we live”."""
        follows, tag = self.sentence.behind(phrase), self.sentence.tag_behind(phrase)
        return follows in RESTRICTS or tag == "PRP" or (tag == "IN" and follows not in LOOSE)

    def _wording(self, phrase: Phrase, owner: Referent | None) -> str:
        """The phrase made definite, with an “of …” behind it; nothing where that would not name it."""
        first, last = self.tokens[phrase.first], self._complement(phrase)
        length = last - phrase.first + 1
        if first.low in UNSAYABLE or length > LONGEST or (first.low in DEFINITE and length == 2):
            return ""
        if first.tag in ("PRP$", "POS"):
            rest = self.sentence.words(phrase.first + 1, last)
            return f"{owner.possessive} {rest}" if owner is not None and owner.words else ""
        if first.low in DEFINITE | INDEFINITE:
            return "the " + self.sentence.words(phrase.first + 1, last)
        return self._bare_wording(phrase, last)

    def _bare_wording(self, phrase: Phrase, last: int) -> str:
        """Without an article: “two doses”, “critics”; of a single thing only where it opens the sentence."""
        first = self.tokens[phrase.first]
        begin = 0 if phrase.first == 1 and self.tokens[0].tag == "VBG" else phrase.first  # “Running water”
        words = self.sentence.words(begin, last)
        if begin == 0 and (first.tag not in PROPER or first.low in self.memory.small):
            words = words[0].lower() + words[1:]
        if first.tag == "CD" or (first.tag == "JJ" and self.tokens[phrase.last].tag == "NN"):
            return "the " + words
        return words if begin == 0 or self.tokens[phrase.last].tag == "NNS" else ""

    def _complement(self, phrase: Phrase) -> int:
        """The last token with ``of the Odeon``: one phrase behind “of”."""
        if self.sentence.behind(phrase) != "of":
            return phrase.last
        inner = self.sentence.begins_at(phrase.last + 2)
        if inner is None or self.tokens[inner.first].tag == "PRP$":
            return phrase.last
        bare = self.tokens[inner.first].low in DEFINITE and inner.last == inner.first + 1
        return phrase.last if bare and self.sentence.name_start(inner) is None else inner.last

    # --- what the sentence tells of them ------------------------------------------------------------------

    def _learn(self, at: int, referent: Referent, *, named: bool) -> None:
        if self.relations.tells_of_a_person(at):
            referent.learn("person")
        head = self.relations.defined_by(at) or self.relations.apposed(at)
        if head and named:
            self.learn_role(referent, head)

    def learn_role(self, referent: Referent, role: str) -> None:
        """Take what “spokeswoman” or “bridge” tells of the one it is said of, and that it is called so."""
        thing = " " not in referent.name or names_a_thing([role]) or role in COMPANIES
        referent.learn("person" if is_person(role) else "thing" if thing else "", gender_of(role))
        self.memory.call(referent, role)
        if role in COMPANIES and referent.kind == "thing":
            self.memory.call(referent, "company")
        if role in SAME:
            self.memory.call(referent, SAME[role])
