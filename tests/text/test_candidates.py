"""The shape of what is printed."""

import json

from claims.text.candidates import VERSION, Candidate, Extraction
from claims.vocabulary import Kind


def test_the_shape_is_that_of_the_command() -> None:
    candidate = Candidate(
        0, 4, ((0, 4),), "Yes.", "Yes.", Kind.OTHER, "Why.", "ANNA", (7, 11), 0.1, "cue", {"a": 1.0}
    )
    attributions = ((None, (0, 1), (2, 4)),)
    printed = json.loads(json.dumps(Extraction("en", ((0, 4),), (candidate,), attributions).as_dict(id=7)))
    assert printed == {
        "id": 7,
        "language": "en",
        "sentences": [[0, 4]],
        "claims": [
            {
                "start": 0,
                "end": 4,
                "spans": [[0, 4]],
                "quote": "Yes.",
                "text": "Yes.",
                "kind": "other",
                "kind_reason": "Why.",
                "speaker": "ANNA",
                "speaker_span": [7, 11],
                "cue": None,
                "check_worthiness": 0.1,
            }
        ],
        "attributions": [{"source": None, "cue": [0, 1], "content": [2, 4]}],
    }
    assert VERSION == "1"
