"""Which encoding undeclared bytes are in, on short texts of many languages."""

import pytest

from claims.text.readers.encodings.guessing import guess

SAMPLES = {
    "Полиция задержала двух подозреваемых в краже картин из музея.": "cp1251 koi8_r iso8859_5 cp866 mac_cyrillic",
    "Поліція затримала двох підозрюваних у крадіжці картин із музею.": "cp1251 koi8_u",
    "Полиција је ухапсила двојицу осумњичених за крађу слика.": "cp1251",
    "Zwei Verdächtige wurden nach dem Diebstahl im Münster festgenommen.": "cp1252 mac_roman cp850",
    "Deux suspects ont été arrêtés après le vol de tableaux au musée.": "cp1252 mac_roman",
    "La policía detuvo a dos sospechosos; ¿quién pagará?": "cp1252 mac_roman",
    "Policja zatrzymała dwóch podejrzanych o kradzież obrazów z muzeum.": "cp1250 iso8859_2",
    "Policie zadržela dva podezřelé z krádeže obrazů v muzeu.": "cp1250 iso8859_2",
    "A gabonakivitel megduplázódott, közölte a vámhivatal, ez több, mint tavaly.": "cp1250",
    "Polis müzedeki hırsızlıkla ilgili iki şüpheliyi gözaltına aldı.": "cp1254",
    "Η αστυνομία συνέλαβε δύο υπόπτους για την κλοπή πινάκων.": "cp1253 iso8859_7",
    "המשטרה עצרה שני חשודים בגניבת ציורים מהמוזיאון.": "cp1255",
    "ألقت الشرطة القبض على اثنين من المشتبه بهم في سرقة لوحات.": "cp1256 iso8859_6",
    "ตำรวจจับกุมผู้ต้องสงสัยสองคนในคดีขโมยภาพวาด": "cp874",
    "警察は美術館から絵画を盗んだ疑いで二人を逮捕した。": "cp932 euc_jp",
    "警方逮捕了两名涉嫌盗窃博物馆画作的男子。": "gb18030",
    "警方逮捕了兩名涉嫌盜竊博物館畫作的男子。": "big5",
    "경찰은 박물관에서 그림을 훔친 혐의로 두 명을 체포했다.": "cp949",
}


@pytest.mark.parametrize(
    ("text", "codec"), [(text, codec) for text, codecs in SAMPLES.items() for codec in codecs.split()]
)
def test_one_sentence_is_enough(text: str, codec: str) -> None:
    data = text.encode(codec)
    assert data.decode(guess(data)) == text


def test_one_bad_byte_does_not_lead_astray() -> None:
    data = ("警察は美術館から絵画を盗んだ疑いで二人を逮捕した。\n" * 20).encode("cp932")
    assert guess(data[:100] + b"\xff" + data[100:]) == "cp932"


def test_bytes_without_sense_have_no_encoding() -> None:
    assert guess(bytes(range(0x80, 0x100)) * 8) == ""
