"""A desk of its own in a process of its own: edits one claim many times. For test_concurrency.py only.

``python -m tests.workflow.moves CLAIM EDITOR TIMES`` says "ready", waits for a line, moves, and says "done".
"""

import sys

import django


def main(claim: int, editor: int, times: int) -> None:
    from claims.models import Claim, User  # noqa: PLC0415 - Django is not set up before
    from claims.workflow import editing  # noqa: PLC0415 - as above

    by, thing = User.objects.get(pk=editor), Claim.objects.get(pk=claim)
    print("ready", flush=True)  # noqa: T201 - the protocol
    sys.stdin.readline()
    for number in range(times):
        thing = editing.edit(thing, by=by, text=f"Wording {number} of claim {claim}.", version=thing.version)
    print("done", flush=True)  # noqa: T201 - the protocol


if __name__ == "__main__":
    django.setup()
    main(*map(int, sys.argv[1:]))
