"""The document page: the whole text with every claim marked, and the list of its claims. It changes nothing."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from claims.lifecycle import Role
from claims.models import Claim, Document, RevisionText, User
from claims.paging import address, page
from claims.permissions import visible_to, worked_on_among
from claims.reports import document_page as pages
from claims.reports.claim_rows import ClaimRow, with_row
from claims.reports.coverage import Coverage, coverage, shares
from claims.reports.document_page import Passage
from claims.reports.marking import Mark, cut, paragraphs
from claims.reports.sections import Section, at_offset, at_sentence, sections
from claims.templatetags.marks import marked_text
from claims.views.frame import person

ROWS_ON_ONE_PAGE = 400  # with more claims, the list shows one group at a time
ROWS_OF_A_GROUP = 100


def visible_document(user: User, key: int) -> Document:
    """The document of this address, or 404."""
    rows = visible_to(user, Document.objects.for_list().select_related("added_by"))
    return get_object_or_404(rows, pk=key)


@require_safe
def document_detail(request: HttpRequest, document: int) -> HttpResponse:
    """The text with its claims: by status for an editor, by number and one's own state for a reviewer."""
    user = person(request)
    found = visible_document(user, document)
    text = text_of(found)
    places = sections(text.text, text.sentences)
    section = _asked_section(request, found, places)
    passages = pages.passages(found, user, section)
    about = {
        "document": found,
        "revision": found.current_revision,
        "section": section,
        "before_url": _section_url(request, section.before),
        "after_url": _section_url(request, section.after),
    }
    if Role.EDITOR in user.roles:
        about |= _for_editor(request, found, text, passages, places, section)
        return render(request, "claims/document.html", about)
    about |= _for_reviewer(user, found, text, passages, section)
    return render(request, "claims/document_blind.html", about)


def text_of(document: Document) -> RevisionText:
    """The words and sentences of the current revision; one query, for a page that shows them."""
    found = RevisionText.objects.filter(revision=document.current_revision_id).first()
    if found is None:
        raise Http404
    return found


def marked(
    text: RevisionText, found: list[Passage], marks: dict[int, Mark], section: Section, seen: Coverage | None
) -> SafeString:
    """A section of the text as HTML, with marks and, for editors, the sentences not yet looked at."""
    words = text.text[section.start : section.end]
    sentences = [
        section.inside(start, end)
        for start, end in text.sentences[section.first :]
        if section.start <= start < section.end
    ]
    pieces = cut(words, [(passage.number, passage.spans) for passage in found], sentences, section.first)
    unseen = frozenset(i for i, state in enumerate(seen.states) if state == "unseen") if seen else frozenset()
    return marked_text(paragraphs(pieces), marks, unseen)


# --- which section of a long text ---------------------------------------------------------------------


def _asked_section(request: HttpRequest, document: Document, places: list[Section]) -> Section:
    """The section that the address names, or the one of the claim or sentence it names; else the first."""
    if len(places) == 1:
        return places[0]
    number, claim, sentence = (_number(request.GET.get(name)) for name in ("section", "claim", "sentence"))
    if number is not None and 0 < number <= len(places):
        return places[number - 1]
    if claim is not None:
        rows = Claim.objects.filter(document=document, revision=document.current_revision_id, number=claim)
        start = rows.values_list("start", flat=True).first()
        return at_offset(places, start or 0)
    return at_sentence(places, sentence or 0)


def _number(typed: str | None) -> int | None:
    return int(typed) if typed and typed.isdecimal() and len(typed) < 10 else None


def _section_url(request: HttpRequest, number: int) -> str:
    """The address of another section, with what else was chosen; "" for none."""
    if not number:
        return ""
    return f"{address(request.GET, without=('claim', 'sentence'), section=str(number))}#text"


# --- for editors -------------------------------------------------------------------------------------


def _for_editor(
    request: HttpRequest,
    document: Document,
    text: RevisionText,
    found: list[Passage],
    places: list[Section],
    section: Section,
) -> dict[str, Any]:
    user = person(request)
    seen = coverage(len(text.sentences), [passage.standing for passage in found])
    groups, rows = _list(request, user, document, found)
    for row in rows:
        stands = at_offset(places, row.claim.start)
        row.section_url = "" if stands == section else _section_url(request, stands.number).partition("#")[0]
    shown = {row.claim.number for row in rows}
    page_of = claim_address(document)
    marks = pages.editor_marks(
        found,
        lambda passage: f"#claim-{passage.number}" if passage.number in shown else page_of(passage.number),
    )
    return {
        "text": marked(text, found, marks, section, seen),
        "key": pages.key_of(marks.values()),
        "coverage": seen,
        "next_unseen": _next_unseen(request, seen),
        "groups": groups,
        "has_open": any(each["group"].key != "settled" for each in groups),
        "claim_count": len(found),
        "one_part": {
            kind: [{"x": "0", "width": "100", "kind": kind}] for kind in ("claims", "skipped", "unseen")
        },
    }


def claim_address(document: Document) -> Callable[[int], str]:
    """The claim pages of a document by number; the address is asked for once, not for each of 20,000 claims."""
    before, _, after = reverse("claims:claim-detail", args=[document.pk, 0]).rpartition("0")
    return lambda number: f"{before}{number}{after}"


def _next_unseen(request: HttpRequest, seen: Coverage) -> str:
    """The address of the next sentence not yet looked at, counted from the one shown last; "" when there is none."""
    last = _number(request.GET.get("sentence"))
    index = seen.next_unseen(-1 if last is None else last)
    here = address(request.GET, without=("section", "claim"), sentence=str(index))
    return "" if index is None else f"{here}#sentence-{index}"


def _list(
    request: HttpRequest, user: User, document: Document, found: list[Passage]
) -> tuple[list[dict[str, Any]], list[ClaimRow]]:
    """The groups that have claims; all their rows, or in a large document one page of the chosen group's."""
    counts = pages.sizes(found)
    present = [group for group in pages.GROUPS if counts[group.key]]
    claims = Claim.objects.filter(document=document, revision=document.current_revision_id)
    large, links = len(found) > ROWS_ON_ONE_PAGE, {}
    if large:
        chosen = next((group for group in present if group.key == request.GET.get("group")), present[0])
        shown = with_row(user, claims.filter(pages.in_group(chosen, found)))
        got = page(shown, chosen.columns, request.GET, size=ROWS_OF_A_GROUP)
        by_group, links = {chosen.key: _rows(user, document, got.rows)}, got.links(request.GET)
    else:
        by_group = _grouped(_rows(user, document, list(with_row(user, claims).in_text_order())), found)
    groups = [
        {
            "group": group,
            "count": counts[group.key],
            "rows": by_group.get(group.key, []),
            "closed": group.key == "settled" and not large and len(present) > 1,
            "url": address(request.GET, group=group.key) if large else "",
            "links": links if group.key in by_group else {},
        }
        for group in present
    ]
    return groups, [row for rows in by_group.values() for row in rows]


def _rows(user: User, document: Document, claims: list[Claim]) -> list[ClaimRow]:
    """Rows that know what this person worked on; one query."""
    worked_on = worked_on_among(user, Claim.objects.filter(document=document))
    mine = set(worked_on.values_list("pk", flat=True))
    return [ClaimRow(claim, user, claim.pk in mine) for claim in claims]


def _grouped(rows: list[ClaimRow], found: list[Passage]) -> dict[str, list[ClaimRow]]:
    """Rows in text order by group; those to triage by check-worthiness."""
    key_of = {passage.claim: pages.group_of(passage).key for passage in found}
    by_group: dict[str, list[ClaimRow]] = {}
    for row in rows:
        by_group.setdefault(key_of[row.claim.pk], []).append(row)
    by_group.get("triage", []).sort(key=lambda row: -row.claim.check_worthiness)
    return by_group


# --- for reviewers -----------------------------------------------------------------------------------


def _for_reviewer(
    user: User, document: Document, text: RevisionText, found: list[Passage], section: Section
) -> dict[str, Any]:
    claims = visible_to(user, Claim.objects.filter(document=document))
    if section.is_part:
        claims = claims.filter(start__gte=section.start, start__lt=section.end)
    rows = [ClaimRow(claim, user) for claim in with_row(user, claims).in_text_order()]
    marks = pages.reviewer_marks(
        found, [row.claim.pk for row in rows], lambda passage: f"#claim-{passage.number}"
    )
    return {
        "text": marked(text, found, marks, section, None),
        "key": pages.key_of(marks.values()),
        "rows": rows,
        "share": shares(user, [document.pk])[document.pk],
    }
