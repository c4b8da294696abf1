"""From a noun phrase to the referent it names: a name, a description, or something new; and the words for it."""

from dataclasses import dataclass

from claims.text.references.memory import Memory, Referent
from claims.text.references.nouns import Phrase
from claims.text.references.people import GROUPS, NOTHING, TIMES, gender_of, is_person, is_title, names_a_thing
from claims.text.references.tokens import NOUNS, QUOTES, Token

DEFINITE = frozenset(("the", "this", "that", "these", "those"))
INDEFINITE = frozenset(("a", "an"))
ARTICLES = INDEFINITE | {"the"}
UNSAYABLE = frozenset("no some any each every all both another many most few several other either neither such".split())
BE = frozenset("is was are were became remains".split())
RESTRICTS = frozenset("of that which who whose where between for from and".split())
LOOSE = frozenset("on in at since after before during until as by because while if though although to".split())
VAGUE = frozenset("the various several different certain such same new own latest".split())
QUALIFIERS = frozenset("former late old young new early many most all both some two three german french".split())
COMPANIES = frozenset("maker manufacturer producer retailer developer brewer carmaker publisher startup airline operator".split())
SAME = {"movie": "film", "novel": "book", "corporation": "company", "firm": "company", "inc": "company", "ltd": "company"}
PROPER = ("NNP", "NNPS")
INSERTED = 14
LONGEST = 8  # words put in a pronoun’s place


@dataclass(frozen=True, slots=True)
class Naming:
    """What a phrase names. ``short`` when its words are a shorter form of ``referent.words``."""

    referent: Referent
    short: bool = False


class Namer:
    """Names the phrases of one sentence, with the document’s memory."""

    def __init__(self, text: str, tokens: list[Token], found: list[Phrase], memory: Memory) -> None:
        self.text, self.tokens, self.found, self.memory = text, tokens, found, memory

    def slice(self, first: int, last: int) -> str:
        """The document’s words from one token to another, on one line."""
        return " ".join(self.text[self.tokens[first].start : self.tokens[last].end].split())

    def name(self, at: int, owner: Referent | None) -> Naming | None:
        """The referent of the phrase with this number; None for times, measures and stuff (“in stone”). ``owner`` is whose it is."""
        phrase = self.found[at]
        head = self.tokens[phrase.last]
        if head.low in NOTHING:
            return None
        if head.low in TIMES and not (head.tag.startswith("NNP") and phrase.last > phrase.first):
            return None
        begin = self._name_start(phrase)
        if begin is None and not phrase.main and phrase.first == phrase.last and head.tag == "NN":
            return None
        naming = self._named(phrase, begin) if begin is not None else self._described(phrase, owner)
        self._learn(at, naming.referent, named=begin is not None)
        return naming

    # --- names --------------------------------------------------------------------------------------------

    def _name_start(self, phrase: Phrase) -> int | None:
        """The first token of the capitalised words at the phrase’s end."""
        at = phrase.last
        opening = self.tokens[0].low
        if phrase.first == phrase.last == 0 and (opening in GROUPS or is_person(opening)):
            return None
        while at >= phrase.first and self._capital(at):
            at -= 1
        return at + 1 if at < phrase.last else None

    def _capital(self, at: int) -> bool:
        token = self.tokens[at]
        opens = at == 0 and not token.tag.startswith("NNP") and not self._opens_name()
        return (token.text[:1].isupper() or token.text[:1] in QUOTES) and not opens and token.tag not in ("DT", "PRP$", "PDT", "IN")

    def _opens_name(self) -> bool:
        """Whether a first word that is a common one elsewhere belongs to the name behind it: “Storm Alba”."""
        if self.tokens[0].tag not in NOUNS and not names_a_thing([token.text for token in self.tokens[1:2]]):
            return False
        return self.tokens[0].low not in QUALIFIERS and self.tokens[1:2] != [] and self.tokens[1].text[:1].isupper()

    def _named(self, phrase: Phrase, begin: int) -> Naming:
        parts = [self.tokens[at].text for at in range(begin, phrase.last + 1)]
        words = self.slice(begin, phrase.last)
        bare = begin == phrase.first
        known = self.memory.name(words, single=len(parts) == 1 and bare)
        if known is not None:
            bare = bare and (begin == 0 or self.tokens[begin - 1].text != ")")
            return Naming(known, short=bare and known.name not in ("", words))
        referent = Referent(words, named=True, name=words, plural=self._plural_name(phrase))
        referent.kind = "thing" if names_a_thing(parts) else ""
        self._from_roles(referent, phrase, begin, parts)
        if referent.kind != "person":
            referent.words = self._with_article(phrase, begin, words)
        self.memory.add(referent, words)
        if referent.kind == "thing" and len(parts) > 1:
            self.memory.call(referent, parts[-1].lower())
        return Naming(referent)

    def _plural_name(self, phrase: Phrase) -> bool:
        article = self.tokens[phrase.first].low == "the"
        singular = self._follows(phrase, 1) in ("is", "was", "has")
        if self.tokens[phrase.last].tag in ("NNS", "NNPS") and self.tokens[phrase.first].low in UNSAYABLE:
            return True
        if phrase.main and self.tokens[phrase.last].text.endswith("s") and self._follows(phrase, 1) in ("are", "were"):
            return True
        return self.tokens[phrase.last].tag == "NNPS" and article and not singular

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
        return "the " + self.slice(phrase.first + 1, phrase.last) if bare else words

    # --- descriptions -------------------------------------------------------------------------------------

    def _described(self, phrase: Phrase, owner: Referent | None) -> Naming:
        head = self.tokens[phrase.last]
        first = self.tokens[phrase.first]
        plural = head.tag in ("NNS", "NNPS") or head.low in GROUPS
        if first.low in DEFINITE:
            known = self._known(phrase, head.low, plural=plural)
            if known is not None:
                return Naming(known, short=self._short(phrase, known))
        referent = Referent(self._wording(phrase, owner), plural=plural)
        if not any(token.tag == "JJS" for token in self.tokens[phrase.first : phrase.last]):
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
        behind = self.tokens[phrase.last + 1].tag if phrase.last + 1 < len(self.tokens) else ""
        follows = self._follows(phrase, 1)
        if follows in RESTRICTS or behind == "PRP" or (behind == "IN" and follows not in LOOSE) or phrase.last != phrase.first + 1:
            return None
        same = {head, head + "s", head.removesuffix("s")}
        late = [each for each in self.memory.lately() if same & (each.heads | {*each.name.lower().split()})]
        found = list(dict.fromkeys([*late, *self.memory.called.get(head, [])]))
        return found[0] if len(found) == 1 and found[0].plural == plural and head in found[0].heads else None

    def _wording(self, phrase: Phrase, owner: Referent | None) -> str:
        """The phrase made definite, with an “of …” behind it; nothing where that would not name it."""
        first, last = self.tokens[phrase.first], self._complement(phrase)
        length = last - phrase.first + 1
        if length == 1 and len(first.text) < 3:
            return ""
        if first.low in UNSAYABLE or length > LONGEST or (first.low in DEFINITE and length == 2):
            return ""
        if first.tag in ("PRP$", "POS"):
            rest = self.slice(phrase.first + 1, last)
            return f"{owner.possessive} {rest}" if owner is not None and owner.words else ""
        if first.low in DEFINITE | INDEFINITE:
            return "the " + self.slice(phrase.first + 1, last)
        begin = 0 if phrase.first == 1 and self.tokens[0].tag == "VBG" else phrase.first  # “Sinking sand”
        words = self.slice(begin, last)
        words = words[0].lower() + words[1:] if begin == 0 and first.tag not in PROPER else words
        if first.tag == "CD":
            return "the " + words
        return words if begin == 0 or self.tokens[phrase.last].tag == "NNS" else ""

    def _complement(self, phrase: Phrase) -> int:
        """The last token with ``of the Odeon``: one phrase behind “of”."""
        if self._follows(phrase, 1) != "of":
            return phrase.last
        inner = next((each for each in self.found if each.first == phrase.last + 2 and not each.pronoun), None)
        if inner is None or self.tokens[inner.first].tag == "PRP$":
            return phrase.last
        bare = self.tokens[inner.first].low in DEFINITE and inner.last == inner.first + 1
        return phrase.last if bare and self._name_start(inner) is None else inner.last

    # --- what the sentence tells of them ------------------------------------------------------------------

    def _learn(self, at: int, referent: Referent, *, named: bool) -> None:
        phrase = self.found[at]
        follows = self._follows(phrase, 1)
        if follows == "who" or (follows == "," and self._follows(phrase, 2) == "who" and named):
            referent.learn("person")
        if (follows in ("was", "(") and self._follows(phrase, 2) == "born") or follows == "born":
            referent.learn("person")
        head = self.defined_by(at) or self._apposed(at)
        if head and named:
            referent.learn("person" if is_person(head) else "thing", gender_of(head))
            self.memory.call(referent, head)
            if head in COMPANIES and not referent.gender:
                self.memory.call(referent, "company")
            if head in SAME:
                self.memory.call(referent, SAME[head])

    def defined_by(self, at: int) -> str:
        """The head of what the phrase is said to be: “bridge” for “X (1932) is a steel bridge”."""
        place = self._behind_brackets(self.found[at].last + 1)
        if self.found[at].governor or not self.found[at].main or place >= len(self.tokens) or self.tokens[place].low not in BE:
            return ""
        other = next((each for each in self.found[at + 1 :] if each.first == place + 1), None)
        if other is not None and not self._beside_be(other.first):
            return ""
        return self.tokens[other.last].low if other and self.tokens[other.first].low in ARTICLES else ""

    def _behind_brackets(self, place: int) -> int:
        """Behind ``(1874–1931)`` or ``, also known as quicksand,``."""
        opening = self.tokens[place].text if place < len(self.tokens) else ""
        closing = {"(": ")", ",": ","}.get(opening)
        if closing is None:
            return place
        reach = range(place + 1, min(place + INSERTED, len(self.tokens) - 1))
        return next((at + 1 for at in reach if self.tokens[at].text == closing), place)

    def _beside_be(self, first: int) -> bool:
        """Whether “is” stands directly before this token in the document."""
        before = self.tokens[first - 1]
        return before.low in BE and self.text[before.end : self.tokens[first].start].isspace()

    def _named_equal(self, at: int) -> Phrase | None:
        """``the oldest judge was William Douglas``"""
        phrase = self.found[at]
        name = next((each for each in self.found[at + 1 :] if self._beside_be(each.first)), None)
        if not phrase.main or name is None or self._name_start(name) != name.first:
            return None
        between = self.tokens[phrase.last + 1 : name.first - 1]
        plain = all(token.tag in (*PROPER, "IN", "DT", "NN", "JJ", "CD") for token in between)
        described = self.tokens[phrase.last].tag == "NN" and self._name_start(phrase) is None
        return name if plain and described else None

    def predicate(self, phrase: Phrase) -> bool:
        """Whether the phrase says what the subject is, and so is nothing new."""
        place = phrase.first - 1
        while place > 0 and self.tokens[place].tag in ("RB", "RBR"):
            place -= 1
        article = self.tokens[phrase.first].low in ARTICLES
        return article and place > 0 and self.tokens[place].low in BE | {"be", "been"}

    def _apposed(self, at: int) -> str:
        """The head of “, a maker of street lamps,” behind a name."""
        phrase = self.found[at]
        other = self.found[at + 1] if at + 1 < len(self.found) else None
        if other is None or self._follows(phrase, 1) != "," or other.first != phrase.last + 2:
            return ""
        return self.tokens[other.last].low if self.tokens[other.first].low in INDEFINITE else ""

    def name_of(self, at: int) -> Phrase | None:
        """The later phrase that names what this one describes."""
        return self._named_behind(at) or self._named_equal(at)

    def _named_behind(self, at: int) -> Phrase | None:
        """``his spokeswoman, Hanna Voss,``"""
        if at + 1 >= len(self.found):
            return None
        role, name = self.found[at], self.found[at + 1]
        opens = self.tokens[role.first]
        owned = opens.tag in ("PRP$", "POS") or opens.low in ARTICLES or is_person(self.tokens[role.last].low)
        beside = name.first == role.last + 2 and self.tokens[role.last + 1].text == ","
        closed = self._follows(name, 1) in (",", ".", "") and self._follows(name, 2) not in ("and", "or")
        capital = self._name_start(name) == name.first and self._name_start(role) is None
        return name if owned and beside and closed and capital and self.tokens[role.last].tag == "NN" else None

    def learn_role(self, referent: Referent, phrase: Phrase) -> None:
        """Take from “his spokeswoman” what it tells of the one named behind it."""
        head = self.tokens[phrase.last].low
        referent.learn("person" if is_person(head) else "thing", gender_of(head))
        self.memory.call(referent, head)

    def _follows(self, phrase: Phrase, steps: int) -> str:
        place = phrase.last + steps
        return self.tokens[place].low if place < len(self.tokens) else ""
