"""Many documents and claims in a few statements, for figures only: rows by hand, past the verbs and their history."""

import datetime
import hashlib

from django.contrib.auth.models import Group
from django.utils import timezone

from claims.lifecycle import AssignmentStatus, ClaimStatus
from claims.models import Assignment, Chain, Claim, ClaimSpan, Document, Revision, RevisionText, Scale, User
from claims.models.document import pack_spans
from claims.models.search import as_search_text
from claims.vocabulary import Kind

BATCH = 500
SENTENCE = "The quay number {number} of Vessby cost {cost} million crowns in 2025, the port authority said."
ASSIGNED_OF_TEN = 4


def person(username: str, group: str) -> User:
    """An account in one group."""
    user = User.objects.create(username=username, display_name=username.capitalize(), email="")
    user.groups.set(Group.objects.filter(name=group))
    return user


def fill(claims: int, documents: int, editor: User, reviewers: list[User]) -> None:
    """``claims`` claims in ``documents`` documents of about equal length; four of ten assigned in turn."""
    documents = min(documents, claims)
    made = [_document(number, editor) for number in range(documents)]
    revisions = _with_texts(made, claims, editor)
    rows = [_claim(number, made, revisions, editor) for number in range(claims)]
    Claim.objects.bulk_create(rows, batch_size=BATCH)
    spans = [ClaimSpan(claim=c, revision=c.revision, position=0, start=c.start, end=c.end) for c in rows]
    ClaimSpan.objects.bulk_create(spans, batch_size=BATCH)
    _assign([each for each in rows if each.status == ClaimStatus.ASSIGNED], editor, reviewers)


def _document(number: int, editor: User) -> Document:
    title, now = f"The quays of Vessby, part {number + 1}", timezone.now()
    return Document.objects.create(
        title=title,
        source="Coast Courier",
        language="en",
        scale=Scale.objects.order_by("id")[0],
        added_by=editor,
        added_at=now - datetime.timedelta(minutes=number),
        search_text=as_search_text(title, "Coast Courier", ""),
    )


def _with_texts(documents: list[Document], claims: int, editor: User) -> list[Revision]:
    revisions = []
    for place, document in enumerate(documents):
        lines = [_sentence(number) for number in range(place, claims, len(documents))]
        text, spans, at = "\n".join(lines), [], 0
        for line in lines:
            spans.append((at, at + len(line)))
            at += len(line) + 1
        revision = Revision.objects.create(
            document=document,
            number=1,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            length=len(text),
            sentence_count=len(lines),
            reader="plain",
            extraction_state="done",
            added_by=editor,
            added_at=document.added_at,
        )
        RevisionText.objects.create(revision=revision, text=text, sentence_offsets=pack_spans(spans))
        Chain.objects.create(document=document)
        document.current_revision, document.last_claim_number = revision, len(lines)
        document.save(update_fields=["current_revision", "last_claim_number"])
        revisions.append(revision)
    return revisions


def _sentence(number: int) -> str:
    return SENTENCE.format(number=f"{number:06}", cost=f"{number % 89:02}")


def _claim(number: int, documents: list[Document], revisions: list[Revision], editor: User) -> Claim:
    line, place, kinds = number // len(documents), number % len(documents), list(Kind)
    words = _sentence(number)
    start = line * (len(words) + 1)
    assigned = number % 10 < ASSIGNED_OF_TEN
    return Claim(
        document=documents[place],
        revision=revisions[place],
        number=line + 1,
        start=start,
        end=start + len(words),
        quote=words,
        text=words,
        first_sentence=line,
        last_sentence=line,
        kind=kinds[number % len(kinds)],
        check_worthiness=number * 7919 % 1000,
        speaker="the port authority",
        status=ClaimStatus.ASSIGNED if assigned else ClaimStatus.PROPOSED,
        due_at=timezone.now() + datetime.timedelta(hours=number % 500) if assigned else None,
        added_by=editor,
        added_at=documents[place].added_at,
        search_text=as_search_text(words, words, "the port authority"),
    )


def _assign(claims: list[Claim], editor: User, reviewers: list[User]) -> None:
    Assignment.objects.bulk_create(
        [
            Assignment(
                claim=claim,
                round=claim.round,
                reviewer=reviewers[place % len(reviewers)],
                status=AssignmentStatus.ASKED,
                by=editor,
                at=claim.added_at,
                due_at=claim.due_at,
            )
            for place, claim in enumerate(claims)
        ],
        batch_size=BATCH,
    )
