"""Plain text stays as it is but for the normal form."""

from claims.text.readers.plain import read_plain


def test_lines_and_blanks_stay() -> None:
    reading = read_plain(b"One line  \r\n  two\r\n\r\nthree")
    assert (reading.text, reading.title, reading.format) == ("One line  \n  two\n\nthree", "", "plain")


def test_signs_of_typesetting_go_and_the_declared_charset_is_respected() -> None:
    assert read_plain("ﬁ\u00adne 4\u00a0km".encode()).text == "fine 4 km"
    assert read_plain("Größe".encode("mac_roman"), charset="macintosh").text == "Größe"
