"""Transcripts and what only looks like one."""

import pytest

from claims.text.turns import is_name_line, plain_name, turns

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
        ("[00:00:12] ANNA: One.", ["ANNA"]),
        (
            "00:12 Anna Berg: One.\nTom Aldis: Two.\n(00:31) Anna Berg: Three.",
            ["Anna Berg", "Tom Aldis", "Anna Berg"],
        ),
        ("ANNA [00:12]: One.\nTOM (00:14): Two.", ["ANNA", "TOM"]),
        ("Anna Berg  00:12\nOne is here.\n\nTom Aldis  00:31\nTwo came.", ["Anna Berg", "Tom Aldis"]),
        (
            "Speaker 1 (10:12):\nOne.\n\nTom (10:31):\nTwo.\n\nSpeaker 1 (11:01):\nSo?",
            ["Speaker 1", "Tom", "Speaker 1"],
        ),
        ("[00:12] Anna\nOne.\n[00:20] Tom\nTwo.", ["Anna", "Tom"]),
        ("<v Anna Berg>One.\n\n<v.loud Tom>Two.</v>", ["Anna Berg", "Tom"]),
        ("1\n00:01 --> 00:02\nAnna: One\n\n2\n00:02 --> 00:03\nis here.", ["Anna"]),
        ("59:58 Anna: One.\n1:00:02 Tom: Two.\n1:00:09 Anna: So?", ["Anna", "Tom", "Anna"]),
        ("ANNA:\nOne.\n\nTOM:\nTwo.\n\nANNA:\nThree.", ["ANNA", "TOM", "ANNA"]),
        ("Anna Berg:\nOne.\n\nTom Aldis:\nTwo.\n\nAnna Berg:\nSo?", ["Anna Berg", "Tom Aldis", "Anna Berg"]),
        ("INGREDIENTS:\nTwo eggs.\n\nMETHOD:\nBeat them.", []),
        ("Pros:\nIt is light.\n\nCons:\nIt is dear.\n\nPros:\nIt is red.", []),
        ("10:00 Opening: The mayor speaks.\n11:00 Lunch: Soup is served.", []),
        ("10:00 Opening Ceremony\nThe mayor speaks.\n\n11:00 Coffee Break\nCoffee is served.", []),
        ("Monday 10:00\nThe council meets.\n\nMonday 12:00\nIt eats.", []),
        ("We met at the Old Hall 10:30\nand left.", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [turn.name for turn in turns(text)] == names


def test_the_cue_is_the_colon_or_the_stamp() -> None:
    text = "Anna Berg  00:12\nOne.\n\n00:20 Tom Aldis\nTwo.\n\nANNA [00:31]: Three."
    assert [text[slice(*turn.cue)] for turn in turns(text)] == ["00:12", "00:20"]
    assert [TALK[slice(*turn.cue)] for turn in turns(TALK)] == [":", " (smiling):", ":"]
    assert is_name_line("Anna Berg  00:12")
    assert not is_name_line("Anna Berg")
    assert not is_name_line("Note 00:12")


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
