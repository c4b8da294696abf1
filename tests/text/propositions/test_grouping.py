"""What the neighbours of a part tell."""

import pytest

from claims.text.propositions.parts import Part


def kinds(parts: list[Part]) -> list[str]:
    return [part.kind for part in parts]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It sank as the crew slept.", "sub"),
        ("He worked as a judge.", "prep"),
        ("It stayed until the mayor left.", "sub"),
        ("It stayed until May.", "prep"),
        ("Every year since 2021 has been dry.", "prep"),
    ],
)
def test_before_a_clause_or_a_noun(parts, text: str, kind: str):
    words = {"as", "until", "since"}
    assert [part.kind for part in parts(text) if part.low in words] == [kind]


def test_one_noun_phrase(parts):
    assert "gas and dust" in [part.low for part in parts("Stars are made of gas and dust.")]
    assert "tarn , norland" in [part.low for part in parts("She lives in Tarn, Norland.")]
    assert "tarn , norland" not in [part.low for part in parts("She lives in Tarn, Norland, and Riga.")]
    assert "film and stage director" in [
        part.low for part in parts("He is a cook and film and stage director.")
    ]
    assert "skive , berg" not in [part.low for part in parts("Born in Skive, Berg studied law.")]
    assert kinds(parts("Riga has warmer and more stable weather.")) == ["np", "vp", "np", "."]
