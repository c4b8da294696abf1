"""Walks a sample document through the desk by its script (seeds/NAME.json), by the verbs only."""

import datetime
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils import timezone

from claims.models import Assignment, Claim, Document, Scale, User, Verdict
from claims.workflow import approving, assigning, checking, editing, evidence, intake, talking, triage
from claims.workflow.reading import read_file

STAGES = ("imported", "assigned", "checked", "approved")
Script = dict[str, Any]


@dataclass
class Walk:
    """One document on its way, up to a stage of ``STAGES``."""

    script: Script
    people: dict[str, User]
    stage: str

    def reaches(self, stage: str) -> bool:
        """Whether this walk goes as far as ``stage``."""
        return STAGES.index(self.stage) >= STAGES.index(stage)

    def run(self, path: Path) -> Document:
        """Bring the document in and walk each of its claims as far as the stage says."""
        editor = self.people["edith"]
        incoming = read_file(path.read_bytes(), name=path.name)
        document = intake.bring_in(incoming, by=editor, about=self.particulars())
        if not self.reaches("assigned"):
            return document
        walked = [(claim_for(document, part, editor), part) for part in self.script["claims"]]
        for claim, part in walked:
            self.triage(claim, part)
        for claim, part in walked:
            self.check_and_decide(claim, part)
        return document

    def particulars(self) -> intake.Particulars:
        """The document's own fields."""
        script = self.script
        return intake.Particulars(
            **{
                name: script[name]
                for name in ("title", "source", "author", "kind", "language", "ours", "restricted")
            },
            date=datetime.date.fromisoformat(script["date"]),
            scale=Scale.objects.get(name=script["scale"]),
            editor=self.people["edith"],
            due_at=in_hours(script["due_in_hours"]),
        )

    def triage(self, claim: Claim, part: Script) -> None:
        """Edit, then queue and assign, skip, or leave to triage."""
        editor, decision = self.people["edith"], part["triage"]
        if decision == "leave":
            return
        editing.edit(
            claim,
            by=editor,
            text=part["text"],
            speaker=part["speaker"],
            kind=part["kind"],
            flags=part["flags"],
        )
        if decision != "queue":
            original = claim_at(claim.document, decision["of"]) if "of" in decision else None
            triage.skip(
                claim,
                by=editor,
                reason=decision["skip"],
                words=decision.get("words", ""),
                duplicate_of=original.number if original else None,
            )
            return
        triage.queue(claim, by=editor)
        for asked in part["assign"]:
            assigning.assign(
                claim,
                to=self.people[asked["to"]],
                by=editor,
                due=in_hours(asked["due_in_hours"]),
                instructions=asked["instructions"],
            )

    def check_and_decide(self, claim: Claim, part: Script) -> None:
        """What reviewers and then editors did, as far as the stage goes."""
        if not self.reaches("checked"):
            return
        contact = part["contact"]
        if contact:
            talking.record_contact(
                claim,
                by=self.people["edith"],
                who=contact["who"],
                how=contact["how"],
                asked_on=day(contact["at"]),
                answer=contact["answer"],
            )
        for review in part["reviews"]:
            self.review(claim, review)
        if part["decide"] and self.reaches("approved"):
            self.decide(claim, part["decide"])

    def review(self, claim: Claim, part: Script) -> None:
        """One reviewer's draft, sources and note, handed in or not."""
        by = self.people[part["by"]]
        assignment = assignment_of(claim, by)
        draft = checking.Draft(
            verdict=Verdict.objects.get(scale=claim.document.scale_id, label=part["verdict"]),
            rationale=part["rationale"],
            as_of=day(part["as_of"]),
            exemption=part["exemption"],
        )
        review = checking.save(assignment, draft, by=by, version=0)
        for piece in part["evidence"]:
            evidence.add_evidence(assignment, source(piece), by=by)
        if part["note"]:
            talking.add_note(claim, by=by, body=part["note"])
        if part["submit"]:
            checking.submit(assignment, by=by, version=review.version)

    def decide(self, claim: Claim, part: Script) -> None:
        """The editor's answer, or a reviewer's no."""
        elias = self.people["elias"]
        if "decline" in part:
            by = self.people[part["decline"]["by"]]
            assigning.decline(assignment_of(claim, by), by=by, reason=part["decline"]["reason"])
        elif "return" in part:
            submitted = Assignment.objects.filter(claim=claim, status="submitted").order_by("id")
            approving.return_review(submitted[0], by=elias, reason=part["return"])
        else:
            approving.approve(claim, by=elias, wording=part.get("wording") or "")
            if "reopen" in part:
                approving.reopen(claim, by=elias, reason=part["reopen"], weight="material")


def load(path: Path) -> Script:
    """The script beside a sample document."""
    found: Script = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return found


def claim_at(document: Document, quote: str) -> Claim:
    """The claim whose passage is exactly the quoted words; Claim.DoesNotExist where there is none."""
    start, end = editing.locate(document, quote)
    return Claim.objects.select_related("document").get(document=document, start=start, end=end)


def claim_for(document: Document, part: Script, editor: User) -> Claim:
    """The machine's claim on exactly the quoted passage, or one that the editor adds there."""
    try:
        return claim_at(document, part["quote"])
    except Claim.DoesNotExist:
        start, end = editing.locate(document, part["quote"])
        return editing.add(
            document, by=editor, start=start, end=end, text=part["text"] or "", kind=part["kind"]
        )


def assignment_of(claim: Claim, user: User) -> Assignment:
    """This reviewer's live assignment on the claim."""
    found = talking.own_assignment(claim, user)
    if found is None:
        raise ValueError(f"{user} has no assignment on {claim}")
    return found


def source(piece: Script) -> evidence.Source:
    """The evidence form filled in from the script."""
    same = ("stance", "form", "level", "title", "publisher", "origin", "excerpt", "locator", "confidential")
    return evidence.Source(
        **{name: piece[name] for name in same},
        link=piece["url"],
        archive_link=piece["archive_url"],
        published=day(piece["published"]),
        accessed=day(piece["accessed"]),
    )


def day(value: str | None) -> datetime.date | None:
    """An ISO day, or nothing."""
    return datetime.date.fromisoformat(value) if value else None


def in_hours(hours: int | None) -> datetime.datetime | None:
    """So many hours from now, in the past where it is negative (the demo shows overdue work), or nothing."""
    return None if hours is None else timezone.now() + datetime.timedelta(hours=hours)
