"""Mails to the text that was sent."""

import datetime
from email.message import EmailMessage

import pytest

from claims.text.readers import eml
from claims.text.readers.eml import read_eml
from claims.text.readers.reading import Unreadable

LONG = "The council of Keldmark voted to rebuild the old harbour, which was closed after the flood of the year before."
HTML = f"<html><body><p>{LONG}</p><p>It costs 48 million crowns, says the port.</p></body></html>"
HEAD = b"From: Liv <liv@example.org>\nSubject: Quay\nMIME-Version: 1.0\n"


def mail(text: str, subject: str = "Quay") -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = subject, "Jörg Öd <j@example.org>"
    message["Date"] = "Tue, 03 Mar 2026 23:10:00 +0100"
    message.set_content(text)
    message["Content-Language"] = "de-AT"
    return message


def raw(kind: str, body: bytes, encoding: str = "8bit") -> bytes:
    return HEAD + f"Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n\n".encode() + body


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as refusal:
        read_eml(data)
    return str(refusal.value)


def test_what_a_mail_says_about_itself() -> None:
    reading = read_eml(mail("Größe – hier.\n\nNoch ein Absatz.\n", "Größe der Brücke").as_bytes())
    assert (reading.title, reading.author, reading.language) == ("Größe der Brücke", "Jörg Öd", "de")
    assert (reading.date, reading.format, reading.warnings) == (datetime.date(2026, 3, 3), "eml", ())
    assert reading.text == "Größe – hier.\n\nNoch ein Absatz."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (raw("text/plain; charset=koi8-r", "Мост открыт.".encode("koi8-r")), "Мост открыт."),
        (raw("text/plain; charset=iso-2022-jp", "橋が開通した。".encode("iso2022_jp")), "橋が開通した。"),
        (raw("text/plain", "Größe".encode()), "Größe"),
        (raw("text/plain; format=flowed", b"The quay \ncost 62."), "The quay cost 62."),
        (raw("text/plain; format=flowed; delsp=yes", "桥的 \n造价".encode()), "桥的造价"),
        (raw("text/plain", b"V29yZHMgaGVyZS4\n", "base64"), "Words here."),
        (raw("text/plain", b"62=20million=\n crowns", "quoted-printable"), "62 million crowns"),
        (b"\r\n\xef\xbb\xbfSubject: a\r\n\r\nWords.\r\nMore.", "Words.\nMore."),
    ],
)
def test_charsets_and_lines(data: bytes, text: str) -> None:
    assert read_eml(data).text == text


def test_the_plain_form_is_preferred() -> None:
    message = mail(LONG)
    message.add_alternative("<p>The other form.</p>", subtype="html")
    assert read_eml(message.as_bytes()).text == LONG


@pytest.mark.parametrize("stub", ["Your program cannot show HTML.", " \n", "https://example.org/mail/7"])
def test_a_stub_gives_way_to_the_html(stub: str) -> None:
    message = mail(stub)
    message.add_alternative(HTML, subtype="html")
    message.get_payload()[1].add_related(b"gif", "image", "gif", cid="<a>")
    reading = read_eml(message.as_bytes())
    assert reading.text == f"{LONG}\n\nIt costs 48 million crowns, says the port."


def test_attachments_are_named_and_left_out() -> None:
    message = mail("Words.")
    message.add_attachment(b"%PDF-1.7", "application", "pdf", filename="ä {1}.pdf")
    message.add_attachment("a,b", "csv", filename="b.csv")
    message.add_attachment(b"sig", "application", "pgp-signature")
    reading = read_eml(message.as_bytes())
    assert (reading.text, reading.warnings) == ("Words.", ("2 attachments were left out: ä {1}.pdf, b.csv.",))


def test_a_forwarded_mail_comes_under_its_subject() -> None:
    inner, message = mail("Inner words.", "The old harbour"), mail("See below.")
    inner.add_attachment(b"x", "image", "png", filename="a.png")
    message.add_attachment(inner)
    reading = read_eml(message.as_bytes())
    assert reading.text == "See below.\n\nForwarded: The old harbour\n\nInner words."
    assert reading.warnings == ("1 attachment was left out: a.png.",)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"Plain words that are no mail.", eml.NO_MAIL),
        (b"<html><body>A page.</body></html>", eml.NO_MAIL),
        (b"Key: value\n\nWords.", eml.NO_MAIL),
        (HEAD, eml.NO_TEXT),
        (raw("image/png", b"x"), eml.NO_TEXT),
        (raw("text/html", b"<p> </p>"), eml.NO_TEXT),
        (raw("application/pkcs7-mime; smime-type=enveloped-data", b"x"), eml.ENCRYPTED),
        (raw("multipart/encrypted; boundary=a", b"--a\nContent-Type: text/plain\n\nx\n--a--"), eml.ENCRYPTED),
        (raw("text/plain", b"-----BEGIN PGP MESSAGE-----\nabc"), eml.ENCRYPTED),
        (raw("application/ms-tnef; name=winmail.dat", b"x"), eml.OUTLOOK),
    ],
)
def test_what_has_no_text_is_refused(data: bytes, sentence: str) -> None:
    assert refused(data) == sentence


def test_mails_in_mails_without_end_are_refused() -> None:
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(60))
    assert refused(HEAD + deep + b"\nWords.") == eml.TOO_NESTED
    wide = b"--a\n\nx\n" * 600
    assert refused(raw("multipart/mixed; boundary=a", wide)) == eml.TOO_NESTED


@pytest.mark.parametrize(
    "head", [b"Content-Type: ;;;=\n", b'Content-Type: text/plain; charset="\n', b"From: <<<>>>((\n"]
)
def test_heads_that_follow_no_rule_do_no_harm(head: bytes) -> None:
    assert read_eml(b"Subject: a\n" + head + b"\nWords.").text == "Words."
