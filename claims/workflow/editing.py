"""What an editor changes about a claim, and claims the machine missed. Text of a document never changes here."""

import itertools
import re
from collections.abc import Sequence

from django.utils import timezone

from claims.errors import Forbidden, Incomplete, NotAllowed
from claims.lifecycle import Role
from claims.models import Claim, ClaimSpan, Document, Policy, RevisionText, User
from claims.models.search import as_search_text
from claims.permissions import decide
from claims.text import normalise
from claims.vocabulary import Flag, Kind, MadeBy
from claims.workflow.ledger import locked_ledger
from claims.workflow.moving import claim_move

WRITE_CLAIM = "Write the claim so that it can be read by itself."
CHOOSE_WORDS = "Choose the words of the text on which the claim stands."
NOT_THERE = "These words do not stand in the text like this. Copy them from it exactly."
NOT_ONCE = "These words stand in the text more than once. Copy a few more words around them."


def edit(
    claim: Claim,
    *,
    by: User,
    text: str | None = None,
    speaker: str | None = None,
    kind: str | None = None,
    flags: Sequence[str] | None = None,
    version: int | None = None,
) -> Claim:
    """Change wording, speaker, kind or flags (``None`` leaves as it is); what the machine guessed is confirmed."""
    if text is not None and not text.strip():
        raise Incomplete(WRITE_CLAIM, {"text": WRITE_CLAIM})
    with claim_move(claim, "edit", by=by, version=version) as step:
        fresh = step.claim
        text = fresh.text if text is None else text.strip()
        speaker = fresh.speaker if speaker is None else speaker.strip()
        kind = fresh.kind if kind is None else Kind(kind).value
        flags = list(fresh.flags) if flags is None else sorted(Flag(flag).value for flag in set(flags))
        step.changes |= {
            "text": text,
            "speaker": speaker,
            "kind": kind,
            "flags": flags,
            "confirmed_by": by,
            "required_reviews": Policy.objects.requirement(kind=kind, flags=flags).reviews,
            "search_text": as_search_text(text, fresh.quote, speaker),
        }
        if speaker != fresh.speaker:  # where the machine found the old one says nothing of the new one
            step.changes |= {"speaker_start": None, "speaker_end": None, "cue": ""}
        if kind != fresh.kind:
            step.changes["kind_reason"] = f"set by {by}"
    return step.claim


def locate(document: Document, words: str, *, after: int = 0) -> tuple[int, int]:
    """Find where ``words`` stand in the current text, once and exactly (white space may differ)."""
    words = " ".join(normalise(words).split())
    if not words:
        raise Incomplete(CHOOSE_WORDS, {"words": CHOOSE_WORDS})
    text = _text_of(document)
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    found = [match.span() for match in itertools.islice(pattern.finditer(text, after), 2)]
    if not found:
        raise Incomplete(NOT_THERE, {"words": NOT_THERE})
    if len(found) > 1:
        raise Incomplete(NOT_ONCE, {"words": NOT_ONCE})
    return found[0]


def add(
    document: Document,
    *,
    by: User,
    start: int,
    end: int,
    text: str = "",
    kind: str = Kind.OTHER,
    speaker: str = "",
    flags: Sequence[str] = (),
) -> Claim:
    """Add a claim the machine missed, on the span ``start:end`` of the current text; proposed, and confirmed."""
    answer = decide(by, "add", document)
    if not answer:
        raise Forbidden(answer.reason)
    whole = _text_of(document)
    start, end = _trimmed(whole, start, end)
    flags = sorted(Flag(flag).value for flag in set(flags))
    sentences = document.current_revision.body.sentences  # type: ignore[union-attr]
    touched = [i for i, (s, e) in enumerate(sentences) if s < end and start < e] or [0]
    with locked_ledger(document.pk) as ledger:
        fresh = Document.objects.get(pk=document.pk)
        if fresh.current_revision_id != document.current_revision_id:
            raise NotAllowed("The text was changed in the meantime; nothing was added.")
        assert fresh.current_revision is not None
        number = fresh.last_claim_number + 1
        Document.objects.filter(pk=fresh.pk).update(last_claim_number=number)
        wording = text.strip() or " ".join(whole[start:end].split())
        claim = Claim.objects.create(
            document=fresh,
            number=number,
            revision=fresh.current_revision,
            start=start,
            end=end,
            quote=whole[start:end],
            first_sentence=touched[0],
            last_sentence=touched[-1],
            text=wording,
            confirmed_by=by,
            kind=Kind(kind).value,
            kind_reason=f"set by {by}",
            speaker=speaker.strip(),
            flags=flags,
            check_worthiness=1000,
            required_reviews=Policy.objects.requirement(kind=kind, flags=flags).reviews,
            due_at=fresh.due_at,
            made_by=MadeBy.EDITOR,
            added_by=by,
            added_at=timezone.now(),
            search_text=as_search_text(wording, whole[start:end], speaker),
        )
        ClaimSpan.objects.create(claim=claim, revision_id=claim.revision_id, position=0, start=start, end=end)
        words = {"number": number, "start": start, "end": end, "text": wording}
        ledger.record("add", by=by, role=Role.EDITOR, claim=claim, words=words)
    return claim


def _text_of(document: Document) -> str:
    return RevisionText.objects.get(revision=document.current_revision_id).text


def _trimmed(whole: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends; refuses one that is empty or outside the text."""
    if not 0 <= start < end <= len(whole) or not whole[start:end].strip():
        raise Incomplete(CHOOSE_WORDS, {"words": CHOOSE_WORDS})
    piece = whole[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
