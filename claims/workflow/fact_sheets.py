"""A fact sheet is read and planned: which row becomes which claim, what is wrong with the others. Nothing is stored."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import PurePath
from typing import TypeVar, cast

from django.conf import settings

from claims.errors import Incomplete
from claims.lifecycle import Role
from claims.models import Scale, User, Verdict
from claims.text import Reading, Unreadable, normalise
from claims.text.facts import COLUMNS, VERSION, Fact, Head, NoColumns, RowError, facts_of, to_check
from claims.text.facts.columns import plain
from claims.text.facts.placing import NotPlaced, Places, text_of
from claims.text.facts.table import Table, is_packed, read_table
from claims.text.facts.workbook import LIBRARY
from claims.text.phrases import Span
from claims.workflow import keeping
from claims.workflow.arriving import Particulars, first_scale
from claims.workflow.reading import Incoming, Origin, child_answer

__all__ = [
    "COLUMNS",
    "FactSheet",
    "Plan",
    "PlannedRow",
    "RowError",
    "forget",
    "pairs",
    "plan",
    "read_sheet",
    "set_aside",
    "take_up",
]

Found = TypeVar("Found")
NO_FACTS = "There is no fact in this fact sheet below the names of its columns."
NOT_A_VERDICT = "“{}” is no verdict of the scale {}. Use one of: {}; or say which of them it means."
NO_SUCH_VERDICT = "The scale {} has no verdict “{}”. Its verdicts are: {}."
NOT_A_REVIEWER = "“{}” is not an active reviewer. Write a user name: {}."
TWO_REVIEWERS = "“{}” is the name of more than one reviewer. Write the user name: {}."
WROTE_IT = "{} wrote this text and cannot review it."
NOT_A_PAIR = "Write “{}” as two words with = between them, such as {}."
WITHOUT_REVIEWER = (
    "{} without a reviewer has a status or a source: written into a note for editors. "
    "Name who found it, and it becomes the draft of their review."
)
SEVERAL_WITHOUT = (
    "{} rows without a reviewer have a status or a source: written into notes for editors. "
    "Name who found it, and it becomes the draft of their review."
)


@dataclass(frozen=True)
class FactSheet:
    """A sheet as it was read, its file, and the text that its sentences stand in (``None``: made of the sentences).

    ``columns`` says column → what the sheet calls it, ``statuses`` the desk's word → the verdict that it means.
    """

    table: Table
    origin: Origin
    text: Incoming | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)

    @property
    def reader(self) -> str:
        """What read it, for the record."""
        library = f", {LIBRARY} {metadata.version(LIBRARY)}" if self.origin.ending == "xlsx" else ""
        return f"facts {VERSION}{library}"


@dataclass(frozen=True)
class PlannedRow:
    """What one row becomes: a claim on ``span``, and with a reviewer their assignment, with what they found a draft."""

    fact: Fact
    span: Span
    verdict: Verdict | None = None
    reviewer: User | None = None

    @property
    def has_findings(self) -> bool:
        """Whether somebody concluded or found something."""
        return self.verdict is not None or bool(self.fact.sources)


@dataclass(frozen=True)
class Plan:
    """What a sheet becomes: the text, its claims in the order of the rows, one error for each wrong row, and warnings.

    ``head`` is the row that names its columns.
    """

    reading: Reading
    rows: tuple[PlannedRow, ...]
    errors: tuple[RowError, ...]
    warnings: tuple[str, ...]
    scale: Scale
    head: Head


def read_sheet(
    data: bytes,
    *,
    name: str = "",
    page: str = "",
    text: Incoming | None = None,
    columns: Mapping[str, str] | None = None,
    statuses: Mapping[str, str] | None = None,
) -> FactSheet:
    """Read a .csv, .tsv or .xlsx; ``page`` names the tab of a workbook. Raises ``Incomplete`` with a sentence."""
    try:
        if is_packed(data):
            arguments = (page, str(settings.DOCUMENT_MAX_BYTES))
            table = Table.from_dict(child_answer("claims.text.facts.table", data, arguments)["table"])
        else:
            table = read_table(data, name=name, max_bytes=settings.DOCUMENT_MAX_BYTES)
    except (Unreadable, Incomplete) as error:
        raise _refused("sheet", str(error)) from error
    origin = Origin(data, name, table.media_type, table.ending)
    return FactSheet(table, origin, text, columns or {}, statuses or {})


def pairs(lines: list[str], example: str) -> dict[str, str]:
    """``["OK=True"]`` as a dict; ``Incomplete`` names a line that is no pair, with an example of one that is."""
    found = {}
    for line in lines:
        left, mark, right = (part.strip() for part in line.partition("="))
        if not (left and mark and right):
            raise Incomplete(NOT_A_PAIR.format(line.strip(), example))
        found[left] = right
    return found


def plan(sheet: FactSheet, *, about: Particulars | None = None, reviewer: User | None = None) -> Plan:
    """What each row becomes; ``reviewer`` found what rows without one say. Raises ``Incomplete`` for a whole sheet."""
    about = about or Particulars()
    try:
        found = facts_of(sheet.table.rows, named=sheet.columns, broken=sheet.table.broken)
    except NoColumns as error:
        raise _refused("sheet", str(error)) from error
    if not found.rows:
        raise _refused("sheet", NO_FACTS)
    scale = about.scale or cast(Scale, first_scale())
    understood = _Understood(scale, sheet.statuses, about.writer, reviewer)
    asked = [understood.row(fact, is_broken=fact.row in sheet.table.broken) for fact in found.rows]
    reading, rows = _placed(sheet, asked)
    errors = tuple(RowError(each.fact.row, " ".join(each.wrong)) for each in asked if each.wrong)
    told = (*sheet.table.warnings, *found.head.warnings(), *reading.warnings, *_without_reviewer(rows))
    return Plan(reading, tuple(rows), errors, tuple(dict.fromkeys(told)), scale, found.head)


@dataclass(frozen=True)
class _Asked:
    """A row and what its words mean at this desk; ``wrong`` collects the sentences why it cannot be used."""

    fact: Fact
    wrong: list[str]
    verdict: Verdict | None = None
    reviewer: User | None = None

    def on(self, span: Span) -> PlannedRow:
        return PlannedRow(self.fact, span, self.verdict, self.reviewer)


def _placed(sheet: FactSheet, asked: list[_Asked]) -> tuple[Reading, list[PlannedRow]]:
    """The text, and each good row on its passage; it is wrong of a row that its sentence is not in the text."""
    if sheet.text is None:
        good = [each for each in asked if not each.wrong]
        text, spans = text_of(each.fact.sentence for each in good)
        title = "" if text else PurePath(sheet.origin.name).stem
        reading = Reading(
            text, title=title, format="facts", reader=sheet.reader, warnings=sheet.table.warnings
        )
        return reading, [each.on(span) for each, span in zip(good, spans, strict=True)]
    places = Places(normalise(sheet.text.reading.text))
    rows: list[PlannedRow] = []
    last: tuple[str, Span] | None = None
    for each in asked:
        sentence = each.fact.sentence
        try:
            last = last if last and last[0] == sentence else (sentence, places.find(sentence))
        except NotPlaced as error:
            each.wrong.extend([str(error)] if sentence and each.fact.row not in sheet.table.broken else ())
        else:
            rows.extend([each.on(last[1])] if not each.wrong else ())
    return sheet.text.reading, rows


def _without_reviewer(rows: list[PlannedRow]) -> list[str]:
    lost = [row.fact.row for row in rows if row.has_findings and row.reviewer is None]
    if len(lost) == 1:
        return [WITHOUT_REVIEWER.format(f"Row {lost[0]}")]
    return [SEVERAL_WITHOUT.format(len(lost))] if lost else []


class _Understood:
    """What the words of the sheet mean at this desk: verdicts of the scale, people who review."""

    def __init__(
        self, scale: Scale, statuses: Mapping[str, str], writer: User | None, reviewer: User | None
    ) -> None:
        self.scale = scale
        self.verdicts = {
            each.label.casefold(): each for each in scale.verdicts.offered().order_by("position")
        }
        self.labels = ", ".join(each.label for each in self.verdicts.values())
        self.statuses = {plain(word): self._mapped(label) for word, label in statuses.items()}
        self.people = list(User.objects.active_reviewers())
        self.writer = writer
        self.otherwise = self._may_review(reviewer) if reviewer else None

    def _mapped(self, label: str) -> Verdict | None:
        verdict = self.verdicts.get(plain(label))
        if verdict is None and not to_check(label):
            raise _refused("statuses", NO_SUCH_VERDICT.format(self.scale, label, self.labels))
        return verdict

    def row(self, fact: Fact, *, is_broken: bool) -> _Asked:
        """What a row means, with everything that is wrong with it. Of a broken one the words are not looked at."""
        wrong = list(fact.wrong)
        if is_broken:
            return _Asked(fact, wrong)
        verdict = _tried(self.verdict, fact.status, wrong)
        return _Asked(fact, wrong, verdict, _tried(self.reviewer, fact.reviewer, wrong))

    def verdict(self, status: str) -> Verdict | None:
        """The verdict that a status means, ``None`` for “to check”; ``Incomplete`` for another word."""
        word = plain(status)
        if word in self.statuses:
            return self.statuses[word]
        if word not in self.verdicts and not to_check(status):
            raise Incomplete(NOT_A_VERDICT.format(status, self.scale, self.labels))
        return self.verdicts.get(word)

    def reviewer(self, name: str) -> User | None:
        """The reviewer of a row by user name or display name; the one for the whole sheet where the row names none."""
        if not name:
            return self.otherwise
        word = plain(name)
        found = [each for each in self.people if each.username.casefold() == word]
        found = found or [each for each in self.people if str(each).casefold() == word]
        if len(found) != 1:
            sentence = TWO_REVIEWERS if found else NOT_A_REVIEWER
            raise Incomplete(sentence.format(name, self._names(found or self.people)))
        return self._may_review(found[0])

    def _may_review(self, person: User) -> User:
        if Role.REVIEWER not in person.roles:
            raise _refused("reviewer", NOT_A_REVIEWER.format(person, self._names(self.people)))
        if self.writer is not None and person.pk == self.writer.pk:
            raise _refused("reviewer", WROTE_IT.format(person))
        return person

    @staticmethod
    def _names(people: list[User]) -> str:
        return ", ".join(each.username for each in people) or "there is none yet"


def _tried(ask: Callable[[str], Found | None], words: str, wrong: list[str]) -> Found | None:
    try:
        return ask(words)
    except Incomplete as error:
        wrong.append(str(error))
        return None


def _refused(field: str, sentence: str) -> Incomplete:
    return Incomplete(sentence, {field: sentence})


# --- between preview and storing --------------------------------------------------------------------------


def set_aside(sheet: FactSheet, *, by: User) -> str:
    """Keep the files of a sheet until it is brought in or forgotten; returns the token, for this person only."""
    held = [Incoming(Reading(""), sheet.origin), *([sheet.text] if sheet.text else [])]
    return " ".join(keeping.set_aside(each, by=by) for each in held)


def take_up(token: str, *, by: User) -> tuple[Origin, Incoming | None]:
    """The file of a sheet that was set aside, and its text; raises ``Incomplete`` when they are gone."""
    try:
        sheet, *text = (keeping.take_up(each, by=by) for each in token.split() or [""])
    except Incomplete as error:
        raise _refused("sheet", str(error)) from error
    assert sheet.origin is not None
    return sheet.origin, text[0] if text else None


def forget(token: str, *, by: User) -> None:
    """Delete what was set aside."""
    for each in token.split():
        keeping.forget(each, by=by)
