"""A report as HTML: what its templates need, and the self-contained file. What it says is the read model's."""

from functools import cache
from pathlib import Path
from typing import Any

from django.conf.locale import LANG_INFO
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.safestring import SafeString, mark_safe

from claims.reports import claim_facts, summary
from claims.reports import document_report as facts
from claims.reports.marking import Mark, cut, paragraphs

MEDIA_TYPE = "text/html; charset=utf-8"
SHEETS = ("tokens", "signs", "text", "report")
STATIC = Path(__file__).resolve().parents[1] / "static" / "claims"
SHAPES_A_ROW = 30
LANGUAGE = "en-gb"


def context(report: facts.Report) -> dict[str, Any]:
    """What ``claims/_report.html`` shows. Render it inside ``as_printed()``."""
    passages = [(claim.number, claim.spans) for claim in report.claims]
    return {
        "report": report,
        "paragraphs": paragraphs(cut(report.text, passages, report.sentences)),
        "marks": {claim.number: mark(claim) for claim in report.claims},
        "language": language_name(report.document.language),
        "no_date": "no date" if report.document.author or report.document.source else "No date",
        "where_claims_come_from": summary.where_claims_come_from(report),
        "summary": summary.summary(report),
        "remarks": summary.remarks(report),
        "why_incomplete": summary.why_incomplete(report),
        "figures": [(figure, shapes(figure.count)) for figure in report.figures],
        "approved": report.decided,
        "open": report.standing(claim_facts.OPEN),
        "skipped": report.standing(claim_facts.SKIPPED),
        "retired": report.standing(claim_facts.RETIRED),
        "corrected": [(claim, each) for claim in report.claims for each in claim.corrections],
        "hidden_corrections": summary.numbers(report.hidden_corrections),
        "signatures": [
            (summary.in_words(names), part, did) for names, part, did in summary.signatures(report)
        ],
        "scale": scale_words(report.scale),
        "time_zone": timezone.get_default_timezone_name(),
        "scope": facts.SCOPE,
        "confidential": claim_facts.CONFIDENTIAL,
    }


def render(report: facts.Report) -> str:
    """The whole report as one file: sheets and symbols inside, no script, no request to anywhere."""
    with as_printed():
        return render_to_string("claims/report_export.html", {**context(report), "sheets": _sheets()})


class as_printed(translation.override):  # noqa: N801 - reads as the statement it is
    """Dates in the desk's own zone and in one language, whoever prints the report: it is the same for everybody."""

    def __init__(self) -> None:
        super().__init__(LANGUAGE)
        self.zone = timezone.override(timezone.get_default_timezone())

    def __enter__(self) -> None:
        super().__enter__()
        self.zone.__enter__()

    def __exit__(self, *error: Any) -> None:
        self.zone.__exit__(*error)
        super().__exit__(*error)


@cache
def _sheets() -> SafeString:
    return mark_safe(  # noqa: S308 - our own style sheets
        "\n".join((STATIC / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS)
    )


def mark(claim: claim_facts.ClaimFacts) -> Mark:
    """How a claim stands in the text: its number leads to what the report says of it."""
    number, decision = claim.number, claim.approved
    url = f"#claim-{number}"
    if decision:
        label = f"Claim {number}, {decision.verdict.label.lower()}"
        return Mark(
            number, "approved", label, f"v-{decision.verdict.shape}", str(decision.verdict.colour), url
        )
    look = "queued" if claim.standing == claim_facts.OPEN else claim.standing
    return Mark(number, look, f"Claim {number}, {claim.standing}", f"s-{look}", url=url)


def shapes(count: int) -> range:
    """One shape a claim, as long as they fit on a line or three; beyond that one shape stands for all."""
    return range(count if count <= SHAPES_A_ROW else 1)


def language_name(code: str) -> str:
    """The English name of a language; its code where we know none."""
    return str(LANG_INFO.get(code, {}).get("name", code))


def scale_words(scale: facts.ScaleFacts) -> str:
    """The scale in one line: “Rating: True 5, Mostly true 4 …; without a number: Opinion”."""
    rated = [f"{verdict.label} {verdict.rating}" for verdict in scale.verdicts if verdict.rating is not None]
    others = [verdict.label for verdict in scale.verdicts if verdict.rating is None]
    if not rated:
        return f"{scale.name}: {summary.in_words(others)}, without numbers"
    more = f"; without a number: {summary.in_words(others)}" if others else ""
    return f"{scale.name}: {', '.join(rated)}{more}"
