"""Words that only lead in."""

import pytest

from claims.text.propositions.leads import without_lead


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("However, the ferry sank.", "the ferry sank."),
        ("In addition, the ferry sank.", "the ferry sank."),
        ("In addition to the ferry, a boat sank.", "In addition to the ferry, a boat sank."),
        ("But the old ferry sank.", "the old ferry sank."),
        ("No, the old ferry sank.", "the old ferry sank."),
        ("No ferry sank.", "No ferry sank."),
        ("And so?", "And so?"),
    ],
)
def test_leads(text: str, rest: str):
    assert without_lead(text) == rest
