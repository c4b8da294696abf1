"""Which column of a fact sheet is which: the words that newsrooms write over them. Rows are not read here."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

COLUMNS = ("sentence", "fact", "status", "source", "notes", "page", "speaker", "kind", "reviewer")
SEVERAL = (
    "source",
    "notes",
    "page",
)  # a sheet may have more than one of them; of the others the first word wins
# The words for each column, the plainest first; English, German, French, Spanish, Russian.
SYNONYMS = {
    "sentence": "sentence; quote; quotation; passage; text; original; original text; excerpt; satz; zitat; textstelle; "
    "wortlaut; phrase; citation; texte; extrait; frase; cita; texto; предложение; цитата; текст; фраза",
    "fact": "fact; claim; statement; fact to check; what to check; to check; assertion; fakt; behauptung; aussage; "
    "tatsache; fait; affirmation; hecho; afirmación; dato; факт; утверждение",
    "status": "verdict; rating; result; status; finding; conclusion; urteil; bewertung; ergebnis; verdikt; "
    "note de fiabilité; évaluation; résultat; statut; veredicto; calificación; resultado; estado; вердикт; оценка; "
    "результат; статус",
    "source": "source; sources; source link; link; links; url; urls; evidence; reference; references; proof; quelle; "
    "quellen; beleg; belege; nachweis; lien; liens; preuve; fuente; fuentes; enlace; prueba; источник; источники; "
    "ссылка; ссылки",
    "notes": "note; notes; comment; comments; remark; remarks; notiz; notizen; anmerkung; anmerkungen; kommentar; "
    "bemerkung; bemerkungen; remarque; remarques; commentaire; commentaires; nota; notas; comentario; comentarios; "
    "observaciones; заметки; заметка; примечание; примечания; комментарий",
    "page": "page; pages; p; pp; time; timecode; time code; timestamp; minute; location; seite; seiten; s; zeit; "
    "zeitmarke; temps; minutage; página; pagina; tiempo; minuto; страница; стр; время",
    "speaker": "speaker; said by; who; who says it; sprecher; sprecherin; wer; locuteur; orateur; qui; orador; quién; "
    "hablante; спикер; кто говорит; говорящий",
    "kind": "kind; type; kind of claim; art; typ; genre; tipo; вид; тип",
    "reviewer": "reviewer; checker; fact checker; fact-checker; checked by; assigned to; assignee; prüfer; prüferin; "
    "geprüft von; vérificateur; vérifié par; revisor; verificador; verificado por; проверяющий; проверил",
}
RANKS = {
    word.strip(): (name, rank)
    for name, words in SYNONYMS.items()
    for rank, word in enumerate(words.split(";"))
}
IN_BRACKETS = re.compile(r"\s*[(\[].*?[)\]]")
AND_OR = re.compile(r"\s*(?:[/&+,]|\b(?:or|and|oder|und|ou|et|o|y|или|и)\b)\s*")
LOOKED_AT = 20  # filled rows in which the names of the columns are looked for
NO_HEAD = "The first rows name no column “sentence” or “fact”. Name the columns, or say which is which."
NO_SUCH_COLUMN = "There is no column “{}” in this sheet. Its columns are: {}."
NOT_A_COLUMN = "“{}” is no column that facts have: {}."


class NoColumns(ValueError):
    """The sheet does not name its columns; the message is a sentence for the person."""


@dataclass(frozen=True, slots=True)
class Head:
    """The row with the names (1 is the first), its cells, and for each column of facts where it stands."""

    row: int
    names: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]

    def name(self, place: int) -> str:
        """What stands over a column; “Column F” where nothing does."""
        named = self.names[place] if place < len(self.names) else ""
        return named or f"Column {letters(place)}"


def find_head(rows: Sequence[Sequence[str]], named: Mapping[str, str] | None = None) -> Head:
    """The first row that names most columns, a sentence or a fact among them; ``named`` says column → its own name.

    Raises NoColumns with a sentence when there is none, or when a name in ``named`` is not in it.
    """
    named = named or {}
    for name in named:
        if name not in COLUMNS:
            raise NoColumns(NOT_A_COLUMN.format(name, ", ".join(COLUMNS)))
    filled = [(number, row) for number, row in enumerate(rows, start=1) if row][:LOOKED_AT]
    heads = [Head(number, tuple(row), _places(row, named)) for number, row in filled]
    best = max(
        heads,
        key=lambda head: len(head.places) * bool(head.places.keys() & {"sentence", "fact"}),
        default=None,
    )
    if best is None or not best.places.keys() & {"sentence", "fact"}:
        raise NoColumns(NO_HEAD)
    lost = [words for name, words in named.items() if not _is_over(words, best, name)]
    if lost:
        raise NoColumns(NO_SUCH_COLUMN.format(lost[0], ", ".join(filter(None, best.names))))
    return best


def letters(place: int) -> str:
    """How a sheet calls a column: 0 is A, 26 is AA."""
    before, last = divmod(place, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def _places(row: Sequence[str], named: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    """Where each column stands. A name that was given takes a column before any synonym does."""
    given = {_plain(words): name for name, words in named.items()}
    found: dict[str, list[tuple[int, int]]] = {}
    for place, cell in enumerate(row):
        name, rank = (given[_plain(cell)], -1) if _plain(cell) in given else _meant(cell)
        if name and (rank == -1 or name not in named):
            found.setdefault(name, []).append((rank, place))
    return {
        name: tuple(sorted(place for _, place in ranked)) if name in SEVERAL else (min(ranked)[1],)
        for name, ranked in found.items()
    }


def _is_over(words: str, head: Head, name: str) -> bool:
    return any(_plain(head.names[place]) == _plain(words) for place in head.places.get(name, ()))


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _meant(cell: str) -> tuple[str, int]:
    """The column that a heading means and how plainly; ("", 0) for another word, or two words of different columns."""
    words = IN_BRACKETS.sub("", _plain(cell)).rstrip(" .:?!*0123456789").strip()
    if words in RANKS:
        return RANKS[words]
    meant = [RANKS.get(part.rstrip("."), ("", 0)) for part in AND_OR.split(words)]
    return meant[0] if len({name for name, _ in meant}) == 1 else ("", 0)
