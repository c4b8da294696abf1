"""Mails (.eml) to the text that was sent: the plain form first, else the HTML. Attachments are named, never opened."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from claims.text.characters import tidy
from claims.text.readers.blocks import counted, shown
from claims.text.readers.eml.flowed import unflow
from claims.text.readers.eml.heads import ShortHeads, day, head, parameter, sender
from claims.text.readers.encodings.decoding import decode
from claims.text.readers.html import read_html
from claims.text.readers.reading import Reading, Unreadable

VERSION = 1
LIBRARY = ""

MAX_DEPTH = 20
MAX_PARTS = 500
NAMED = 10

NO_MAIL = "This is not a mail, whatever its name says. Save the mail as .eml once more, or paste the text."
NO_TEXT = "This mail has no text of its own. Paste the text instead."
ENCRYPTED = "This mail is encrypted. Save it decrypted, or paste the text."
OUTLOOK = "This mail hides its text in a winmail.dat, which only Outlook reads. Paste the text instead."
TOO_NESTED = "This mail holds more parts in one another than an honest mail does. Paste the text instead."
FORWARDED = "Forwarded: {subject}"

# A plain form this short beside an HTML form this many times longer only says that there is one.
STUB = 500
STUB_RATIO = 3
# A mail says at least who sent it, when, or about what, on its first lines.
TELLING = ("from", "date", "subject", "received", "message-id", "mime-version")
READ = ("text/plain", "text/html", "text/markdown", "text/enriched")
SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
WINMAIL = ("application/ms-tnef", "application/vnd.ms-tnef")
SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
PGP = "-----BEGIN PGP MESSAGE-----"


def read_eml(data: bytes, *, charset: str = "") -> Reading:
    """The text of a mail with its subject, sender and day; Unreadable when it has none or is encrypted."""
    message = message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=ShortHeads())
    if not any(head(message, name) for name in TELLING):
        raise Unreadable(NO_MAIL)
    mail = _Mail(charset)
    text = shown(mail.text(message, 0))
    if PGP in text or not text and mail.sealed:
        raise Unreadable(ENCRYPTED)
    if not text:
        raise Unreadable(OUTLOOK if mail.winmail else NO_TEXT)
    return Reading(
        text=tidy(text),
        title=head(message, "subject"),
        author=sender(message),
        date=day(message),
        language=_language(message),
        format="eml",
        warnings=tuple(dict.fromkeys(mail.warnings)) + _left_out(mail.attachments),
    )


class _Mail:
    """Walks the parts once; what cannot be read as text is remembered by its name."""

    def __init__(self, charset: str) -> None:
        self.attachments: list[str] = []
        self.warnings: list[str] = []
        self.sealed = self.winmail = False
        self._charset = charset
        self._parts = 0

    def text(self, part: Message, depth: int) -> str:
        """The words of a part and those inside it, blank lines between."""
        self._parts += 1
        if depth > MAX_DEPTH or self._parts > MAX_PARTS:
            raise Unreadable(TOO_NESTED)
        kind = part.get_content_type()
        if kind in SEALED:
            self.sealed = True
            return ""
        if kind == "message/rfc822":
            return self._forwarded(part, depth)
        if part.is_multipart():
            return self._several(part, kind, depth)
        return self._single(part, kind)

    def _several(self, part: Message, kind: str, depth: int) -> str:
        inside = [each for each in part.get_payload() if isinstance(each, Message)]
        if kind == "multipart/alternative":
            return self._best(inside, depth)
        if kind == "multipart/related":
            inside = inside[:1] + [
                each for each in inside[1:] if each.get_content_disposition() == "attachment"
            ]
        return "\n\n".join(filter(None, (self.text(each, depth + 1) for each in inside)))

    def _best(self, forms: list[Message], depth: int) -> str:
        """The plain form, unless it is empty or a stub beside another that says far more."""
        plain = [form for form in forms if form.get_content_type() == "text/plain"]
        others = [form for form in forms if form.get_content_type() != "text/plain"]
        words = shown("\n\n".join(self.text(form, depth + 1) for form in plain))
        if len(words) > STUB:
            return words
        told = len(self.warnings)
        for form in reversed(others):
            richer = shown(self.text(form, depth + 1))
            if len(richer) > STUB_RATIO * len(words):
                return richer
            del self.warnings[told:]
        return words

    def _forwarded(self, part: Message, depth: int) -> str:
        inside = part.get_payload()
        if not isinstance(inside, list) or not inside or not isinstance(inside[0], Message):
            return ""
        subject = FORWARDED.format(subject=head(inside[0], "subject"))
        return f"{subject.rstrip(': ')}\n\n{self.text(inside[0], depth + 1)}"

    def _single(self, part: Message, kind: str) -> str:
        name = parameter(part, "filename") or parameter(part, "name")
        if part.get_content_disposition() == "attachment" or kind not in READ:
            self.winmail = self.winmail or kind in WINMAIL or name.lower() == "winmail.dat"
            if kind not in SIGNATURES:
                self.attachments.append(name or "one without a name")
            return ""
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        declared = parameter(part, "charset") or self._charset
        return self._html(data, declared) if kind == "text/html" else self._plain(part, data, declared)

    def _plain(self, part: Message, data: bytes, declared: str) -> str:
        if not data.strip():
            return ""
        text, warnings = decode(data, declared=declared)
        self.warnings += warnings
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if parameter(part, "format").lower() != "flowed":
            return text
        return unflow(text, drops_blank=parameter(part, "delsp").lower() == "yes")

    def _html(self, data: bytes, declared: str) -> str:
        try:
            reading = read_html(data, charset=declared)
        except Unreadable:
            return ""
        self.warnings += reading.warnings
        return reading.text


def _language(message: Message) -> str:
    written = head(message, "content-language")[:2].lower()
    return written if written.isascii() and written.isalpha() and len(written) == 2 else ""


def _left_out(names: list[str]) -> tuple[str, ...]:
    listed = ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
    one, many = f"1 attachment was left out: {listed}.", "{} attachments were left out: "
    return counted(len(names), one, many + listed.replace("{", "{{").replace("}", "}}") + ".")
