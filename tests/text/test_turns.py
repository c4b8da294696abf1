"""Transcripts and what only looks like one."""

import pytest

from claims.text.turns import plain_name, turns

TALK = "ANNA BERG: Good morning.\nAnd welcome.\n\nTOM (smiling): Thank you.\n\nANNA BERG: So?"


def test_each_turn_reaches_to_the_next_label() -> None:
    found = turns(TALK.replace("TOM", "TOM ALDIS"))
    assert [turn.name for turn in found] == ["ANNA BERG", "TOM ALDIS", "ANNA BERG"]
    assert [found[0].label, found[0].words, found[0].end] == [(0, 9), 11, found[1].label[0]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna: One?\nTom: Two.\nAnna: Three.", ["Anna", "Tom", "Anna"]),
        ("SEN. ANNA BERG (D-VT), CANDIDATE: One.\n\nTOM: Two.", ["SEN. ANNA BERG (D-VT), CANDIDATE", "TOM"]),
        ("(APPLAUSE) ANNA: One.\n\nTOM: Two.", ["ANNA", "TOM"]),
        ("Quayside: can it grow?\n\nANNA: One.\n\nTOM: Two.", ["ANNA", "TOM"]),
        ("ANNA: I thank you all. We won.", ["ANNA"]),
        ("BREAKING: I hear the wall fell.", []),
        ("Note: This is a text.\n\nUpdate: It was mended.", []),
        ("A text. Its parts: one, two.\n\nAnother.", []),
        ("The result was clear: nobody came.\nThe reason: rain.", []),
        ("", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [turn.name for turn in turns(text)] == names


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("ANNA O’BRIEN", "Anna O’Brien"),
        ("SEN. ANNE-MARIE BERG (D-VT)", "Sen. Anne-Marie Berg (D-VT)"),
        ("INTERVIEWER", "Interviewer"),
        ("UK MINISTER", "UK Minister"),
        ("BBC RADIO", "BBC Radio"),
        ("ИРИНА СОКОЛ", "Ирина Сокол"),
        ("NATO", "NATO"),
        ("Anna Berg", "Anna Berg"),
        ("", ""),
    ],
)
def test_plain_name_writes_a_label_as_a_name(label: str, name: str) -> None:
    assert plain_name(label) == name
