"""What a heading of a fact sheet means: the words that newsrooms write over columns. No row is looked for here."""

import re
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
    "fact": "fact; claim; statement; facts; claims; statements; fact to check; what to check; to check; assertion; "
    "fakt; behauptung; aussage; fakten; behauptungen; aussagen; tatsache; zu prüfen; fait; affirmation; à vérifier; "
    "hecho; afirmación; dato; por verificar; факт; утверждение; проверить",
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
# What stands in the cells of a status that nobody has decided; as a heading it needs known headings beside it.
TO_CHECK = frozenset(
    (
        "to check; to do; todo; tbd; tbc; open; unchecked; not checked; new; pending; ?; -; –; —; n/a; offen; "
        "ungeprüft; zu prüfen; à vérifier; ouvert; por verificar; pendiente; sin verificar; "
        "не проверено; проверить; открыто"
    ).split("; ")
)
RANKS = {
    word.strip(): (name, rank)
    for name, words in SYNONYMS.items()
    for rank, word in enumerate(words.split(";"))
}
IN_BRACKETS = re.compile(r" ?[(\[][^()\[\]]*[)\]]")
AND_OR = re.compile(r"\s*(?:[/&+,]|\b(?:or|and|oder|und|ou|et|o|y|или|и)\b)\s*")
WORD = re.compile(r"[^\W\d_]+")
FACT_CHECK = re.compile(r"\bfact[- ]?check")  # says what was found, as a rule
LOOSE = 1_000  # the rank of a heading that only has a known word in it
MOST_WORDS = 6
SENTENCE_WORDS = frozenset(
    "sentence quote quotation passage satz zitat textstelle cita предложение цитата".split()
)
FACT_WORDS = frozenset(
    "fact facts claim claims statement statements fakt fakten behauptung behauptungen aussage aussagen tatsache "
    "affirmation hecho afirmación факт факты утверждение утверждения".split()
)
TEXT_WORDS = frozenset("article artikel text texte artículo texto статье тексте".split())
OTHERWISE = frozenset(
    "id no nr number nummer date datum by from author owner category topic review".split()
) | {word for word, (name, _) in RANKS.items() if name not in ("sentence", "fact")}


@dataclass(frozen=True, slots=True)
class Meaning:
    """The column that a heading means, how plainly (0 is the plainest), and whether no cell of a fact says the same."""

    column: str
    rank: int
    sure: bool = True


def meaning(cell: str) -> Meaning | None:
    """What a heading means; ``None`` for another word, and for two words of different columns.

    Not sure are the words for “not checked yet”, and a heading that only has a known word in it: “Claim to check”.
    """
    words = without_brackets(cell).rstrip(" .:?!*0123456789").strip()
    if words in RANKS:
        return Meaning(*RANKS[words], sure=words not in TO_CHECK)
    meant = [RANKS.get(part.rstrip("."), ("", 0)) for part in AND_OR.split(words)]
    if meant[0][0] and len({name for name, _ in meant}) == 1:
        return Meaning(*meant[0])
    return _loose(words)


def plain(words: str) -> str:
    """Words without regard to capitals and blanks."""
    return " ".join(words.casefold().split())


def without_brackets(cell: str) -> str:
    """The plain words of a heading without what it explains in brackets."""
    return IN_BRACKETS.sub("", plain(cell))


def _loose(heading: str) -> Meaning | None:
    """“Claim to check” is a fact, “Claim in the article” a sentence; “Claim ID” and “Fact-check” are neither."""
    words = frozenset(WORD.findall(heading))
    if len(words) > MOST_WORDS or words & OTHERWISE or FACT_CHECK.search(heading):
        return None
    if words & SENTENCE_WORDS or (
        words & FACT_WORDS and words & TEXT_WORDS and words & {"in", "im", "en", "в"}
    ):
        return Meaning("sentence", LOOSE, sure=False)
    return Meaning("fact", LOOSE, sure=False) if words & FACT_WORDS else None
