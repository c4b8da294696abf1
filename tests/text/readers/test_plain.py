"""Plain text stays as it is but for the normal form."""

from claims.text.readers.plain import read_plain


def test_lines_and_blanks_stay() -> None:
    reading = read_plain(b"One line  \r\n  two\r\n\r\nthree")
    assert (reading.text, reading.title, reading.format) == ("One line  \n  two\n\nthree", "", "plain")
