"""What a report says about itself in sentences: summary, remarks, why it is incomplete. Words only, no layout."""

from collections.abc import Iterable, Sequence

from claims.reports import claim_facts
from claims.reports import document_report as facts
from claims.sufficiency import NUMBERS
from claims.vocabulary import Colour


def numbers(given: Iterable[int]) -> str:
    """Numbers as people list them: “1, 3 to 7 and 9”; a run of three or more is drawn together."""
    runs: list[list[int]] = []
    for number in sorted(set(given)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return in_words([part for run in runs for part in _run(run)])


def _run(run: list[int]) -> list[str]:
    return [f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(number) for number in run]


def in_words(parts: Sequence[str]) -> str:
    """A list in a sentence: “a”, “a and b”, “a, b and c”."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def counted(count: int, one: str = "claim", many: str = "") -> str:
    """A number with its word, small ones spelled out: “three claims”, “12 claims”."""
    return f"{spelled(count)} {one if count == 1 else many or one + 's'}"


def spelled(count: int) -> str:
    """A number, small ones as a word."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def capital(sentence: str) -> str:
    """With its first letter large."""
    return sentence[:1].upper() + sentence[1:]


def coverage(report: facts.Report) -> str:
    """Whether every sentence is accounted for."""
    total, left = len(report.sentences), len(report.unaccounted)
    if not left:
        return f"{'The' if total == 1 else 'All'} {counted(total, 'sentence')} {_is(total)} accounted for."
    if total == 1:
        return "The one sentence was not looked at."
    seen = total - left
    accounted = (
        f"{capital(spelled(seen) if seen else 'none')} of {counted(total, 'sentence')} {_is(seen or 1)}"
    )
    return f"{accounted} accounted for; {spelled(left)} {'was' if left == 1 else 'were'} not looked at."


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def where_claims_come_from(report: facts.Report) -> str:
    """Who found the claims: our rules, whoever kept the fact sheet, or editors."""
    rules = f"Factcheck’s rules, version {report.document.extractor_version or 'unknown'}"
    proposed = any(claim.proposed_by_machine for claim in report.claims)
    listed = any(claim.from_fact_sheet for claim in report.claims)
    if listed and proposed:
        return f"Claims come from a fact sheet; others were proposed by {rules}."
    if listed:
        return "Claims come from a fact sheet that somebody kept by hand."
    if proposed or not report.claims:
        return f"Claims were proposed by {rules}."
    return "Claims were added by editors."


def summary(report: facts.Report) -> str:
    """The first sentences of the report."""
    if not report.claims:
        return f"{coverage(report)} The document has no claims."
    parts = [
        _part(report, claim_facts.APPROVED, "has an approved verdict", "have an approved verdict"),
        _part(report, claim_facts.SKIPPED, "was skipped with a reason", "were skipped with a reason"),
        _part(report, claim_facts.RETIRED, "was retired with a reason", "were retired with a reason"),
        _part(report, claim_facts.OPEN, "is open", "are open"),
    ]
    whole = counted(len(report.claims))
    return f"{coverage(report)} Of {whole}, {in_words([part for part in parts if part])}."


def _part(report: facts.Report, standing: str, one: str, many: str) -> str:
    count = len(report.standing(standing))
    return f"{spelled(count)} {one if count == 1 else many}" if count else ""


def remarks(report: facts.Report) -> list[str]:
    """What a reader must not miss, a sentence each; the last says what fully checked does not mean."""
    found = [
        _contradicted(report),
        _confidential(report),
        _exempt(report),
        _alone(report),
        _corrected(report),
    ]
    return [*filter(None, found), facts.NOTICE]


def _contradicted(report: facts.Report) -> str:
    named = [
        f"{claim.number} ({decision.verdict.label.lower()})"
        for claim, decision in report.decided
        if decision.verdict.colour == Colour.RED
        or (decision.verdict.rating is not None and decision.verdict.rating <= 2)
    ]
    if not named:
        return ""
    verb = "is" if len(named) == 1 else "are"
    return f"{capital(counted(len(named)))} {verb} contradicted by the evidence: {in_words(named)}."


def _named(claims: list[int], one: str, many: str) -> str:
    if not claims:
        return ""
    word, verb = ("Claim", one) if len(claims) == 1 else ("Claims", many)
    return f"{word} {numbers(claims)} {verb}."


def _confidential(report: facts.Report) -> str:
    claims = [c.number for c, decision in report.decided if any(e.confidential for e in decision.evidence)]
    return _named(claims, "rests in part on a confidential source", "rest in part on confidential sources")


def _exempt(report: facts.Report) -> str:
    claims = [c.number for c, decision in report.decided if any(r.exemption for r in decision.reviews)]
    return _named(
        claims, "has an exemption from the evidence rule", "have an exemption from the evidence rule"
    )


def _alone(report: facts.Report) -> str:
    claims = [claim.number for claim, decision in report.decided if decision.sole_sign_off]
    return _named(claims, f"was {claim_facts.ALONE}", f"were {claim_facts.ALONE}")


def _corrected(report: facts.Report) -> str:
    claims = [claim.number for claim in report.claims if claim.corrections]
    return _named(
        claims,
        "was corrected after an earlier approval",
        "were corrected after an earlier approval",
    )


def why_incomplete(report: facts.Report) -> list[str]:
    """What stands between this report and fully checked, a sentence each; empty when nothing does."""
    if report.complete:
        return []
    found = []
    if open_ := report.standing(claim_facts.OPEN):
        verb = "has" if len(open_) == 1 else "have"
        found.append(
            f"{capital(counted(len(open_)))} {verb} no approved verdict: {numbers(c.number for c in open_)}."
        )
    found.append(coverage(report))
    if report.without_outcome:
        listed = numbers(claim.number for claim in report.without_outcome)
        found.append(f"Nobody recorded what became of wrong or unproven claims in our own draft: {listed}.")
    return [*found, "Do not use this report as a finished check."]


def signatures(report: facts.Report) -> list[tuple[list[str], str, str]]:
    """Who stands for the report: names, their part, and what they did."""
    found: list[tuple[list[str], str, str]] = []
    by_editor: dict[str, list[int]] = {}
    for claim, decision in report.decided:
        by_editor.setdefault(decision.by, []).append(claim.number)
    for name, claims in sorted(by_editor.items()):
        word = "claim" if len(claims) == 1 else "claims"
        found.append(([name], "editor", f"approved {word} {numbers(claims)}"))
    reviewers = sorted({review.reviewer for _, decision in report.decided for review in decision.reviews})
    if reviewers:
        alone = [claim.number for claim, decision in report.decided if decision.sole_sign_off]
        words = _named(alone, f"was {claim_facts.ALONE}", f"were {claim_facts.ALONE}").rstrip(".").lower()
        part = "reviewer" if len(reviewers) == 1 else "reviewers"
        found.append((reviewers, part, words or "nobody approved a claim that they reviewed"))
    return found
