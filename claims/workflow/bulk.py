"""What became of many claims, and the same verb for many: each in a transaction of its own.

``triage.queue_all`` and ``assigning.assign_all`` do the same in a few statements.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from claims.errors import WorkflowError
from claims.models import Claim


@dataclass
class Outcome:
    """What happened: the claims done, and those refused with the sentence why."""

    done: list[Claim] = field(default_factory=list)
    refused: list[tuple[Claim, str]] = field(default_factory=list)


def each(claims: Iterable[Claim], verb: Callable[[Claim], object]) -> Outcome:
    """Apply ``verb`` to every claim; one that is refused does not stop the others."""
    outcome = Outcome()
    for claim in claims:
        try:
            verb(claim)
        except WorkflowError as error:
            outcome.refused.append((claim, str(error)))
        else:
            outcome.done.append(claim)
    return outcome
