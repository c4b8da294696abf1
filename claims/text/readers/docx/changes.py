"""Tracked changes of a Word document, accepted: what is left in the tree is the final text. Nothing is read here."""

from __future__ import annotations

from claims.text.readers.docx.package import W
from claims.text.readers.xml import Element

ADDED = (f"{W}ins", f"{W}moveTo")
REMOVED = (f"{W}del", f"{W}moveFrom")
PARAGRAPH, ROW, CELL = f"{W}p", f"{W}tr", f"{W}tc"
# Where a mark stands for its paragraph, its row or its cell and not for the words inside it.
MARKS = (f"{W}rPr", f"{W}trPr", f"{W}tcPr", f"{W}numPr")
PROPERTIES = f"{W}pPr"


def accept_changes(root: Element) -> int:
    """Keep what was added, drop what was removed, join paragraphs whose end was removed; the number of changes."""
    number = _count(root)
    if number:
        for element in list(root.iter(*REMOVED)):
            if _parent_tag(element) not in MARKS:
                element.getparent().remove(element)
        _drop_rows_and_cells(root)
        _join_paragraphs(root)
    return number


def _count(root: Element) -> int:
    """Pieces of text, rows and cells; the end of a paragraph counts only where no words of it changed."""
    number = 0
    for element in root.iter(*ADDED, *REMOVED, f"{W}cellIns", f"{W}cellDel"):
        if _parent_tag(element) == f"{W}rPr":
            paragraph = next(element.iterancestors(PARAGRAPH), None)
            number += paragraph is not None and paragraph.find(element.tag) is None
        else:
            number += _parent_tag(element) != f"{W}numPr"
    return number


def _drop_rows_and_cells(root: Element) -> None:
    for row in list(root.iter(ROW)):
        if row.find(f"{W}trPr/{W}del") is not None:
            row.getparent().remove(row)
    for cell in list(root.iter(CELL)):
        if cell.find(f"{W}tcPr/{W}cellDel") is not None:
            cell.getparent().remove(cell)


def _join_paragraphs(root: Element) -> None:
    """From the last to the first, so that each paragraph moves once; the next one's properties hold for both."""
    for paragraph in reversed(list(root.iter(PARAGRAPH))):
        if not any(paragraph.find(f"{PROPERTIES}/{W}rPr/{name}") is not None for name in REMOVED):
            continue
        content = [child for child in paragraph if child.tag != PROPERTIES]
        follower = paragraph.getnext()
        if not any(child.tag == f"{W}r" or len(child) for child in content):
            paragraph.getparent().remove(paragraph)
        elif follower is not None and follower.tag == PARAGRAPH:
            at = 1 if follower.find(PROPERTIES) is not None else 0
            follower[at:at] = content
            paragraph.getparent().remove(paragraph)


def _parent_tag(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is None else str(parent.tag)
