"""Which language a text is in."""

import pytest

from claims.text.language import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The council voted on Tuesday to rebuild the old harbour.", "en"),
        ("Der Rat stimmte am Dienstag für den Bau des Hafens.", "de"),
        ("Le conseil a voté mardi pour reconstruire le vieux port.", "fr"),
        ("El consejo votó el martes a favor de reconstruir el puerto.", "es"),
        ("Совет проголосовал во вторник за восстановление старого порта.", "ru"),
        ("Рада проголосувала у вівторок за відбудову старого порту.", "uk"),
        ("12 + 3 = 15", ""),
        ("Hello.", ""),
        ("", ""),
    ],
)
def test_detect(text: str, code: str) -> None:
    assert detect(text) == code
