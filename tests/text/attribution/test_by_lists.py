"""Sayings in languages without tags."""

import pytest

from claims.text.attribution.by_lists import sayings


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Der Konzern teilte mit, dass die Züge fahren.", ["dass die Züge fahren"]),
        ("de", "„Das ist der Anfang hier“, sagte Karin Holt.", ["„ Das ist der Anfang hier “"]),
        ("fr", "Selon la direction, le taux baisse.", ["le taux baisse"]),
        ("es", "El alcalde dijo que no hay agua.", ["que no hay agua"]),
        ("ru", "Он добавил, что тоннель готов.", ["что тоннель готов"]),
        ("uk", "За словами Савчук, школа готова.", ["школа готова"]),
        ("de", "Der Zug fährt um acht.", []),
        ("de", "„Das ist der Anfang hier“, entgegnete Karin Holt (Grüne).", ["„ Das ist der Anfang hier “"]),
        ("de", "Laut Karin Holt (Grüne) fahren die Züge.", ["fahren die Züge"]),
        ("fr", "« Ce n’est pas vrai », a répondu Karin Holt (Verts).", ["« Ce n’est pas vrai »"]),
        ("es", "Karin Holt (Verdes) respondió que no hay agua.", ["que no hay agua"]),
        ("es", "Los bomberos respondieron a la llamada de un vecino.", []),
    ],
)
def test_contents(scene, language: str, text: str, expected: list[str]) -> None:
    found = scene(text, language)
    got = [
        " ".join(word.text for word in found.words[first : last + 1])
        for each in sayings(found)
        for first, last in each.contents
    ]
    assert got == expected
