"""Text that was saved once in a wrong encoding."""

import pytest

from claims.text.readers.encodings.decoding import decode
from claims.text.readers.encodings.mojibake import GARBLED, garbled

GERMAN = "Die Brücke kostete 40 Millionen € – „zu viel“, sagt Jörg."
RUSSIAN = "Мост через Вессу открыли в марте, он стоил сорок миллионов рублей."
HONEST = [
    GERMAN, RUSSIAN, "L’hôpital d’à côté a fermé, dit-on « déjà ».", "Рік тому в місті Рівне було тихо. Світ змінився.",
    "Сјајно је било у Сјеници.", "Η γέφυρα άνοιξε.", "市長は橋を開いた。", "NÃO HÁ PÃO. “Â”", "PLACE DE L’ÂGE À 20 °C",
    "Straße", "Plain words.", "", "ÀÉÎÕÜ", "МОСКВА и ПЕТЕРБУРГ",
]  # fmt: skip


@pytest.mark.parametrize("text", HONEST)
def test_honest_words_are_not_suspected(text: str) -> None:
    assert garbled(text) == ()


@pytest.mark.parametrize("codec", ["cp1252", "cp1251", "latin-1", "mac_roman", "koi8_r", "cp850"])
@pytest.mark.parametrize("text", [GERMAN, RUSSIAN])
def test_utf8_that_was_read_as_something_else_is_told(text: str, codec: str) -> None:
    wrong = "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in text.encode())
    assert len(garbled(wrong)) == 1


@pytest.mark.parametrize(
    ("codec", "taken_for"), [("cp1251", "cp1252"), ("koi8_r", "cp1251"), ("cp1251", "koi8_r")]
)
def test_one_byte_encodings_that_were_mistaken_are_told(codec: str, taken_for: str) -> None:
    assert len(garbled(RUSSIAN.encode(codec).decode(taken_for))) == 1


def test_the_sentence_shows_a_sample_and_the_text_stays() -> None:
    text = "The quayâ€™s cost was 62 million. Café."
    assert decode(text.encode()) == (text, (GARBLED.format(sample="â€™"),))
