"""What a file seems to be, by its first bytes. Only tells text from what is not text; reads nothing."""

# (first bytes, what to call it, whether a text inside could be pasted instead)
SIGNATURES = (
    (b"%PDF-", "PDF files", True),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Old Word and Excel files", True),
    (b"{\\rtf", "RTF files", True),
    (b"\x89PNG\r\n\x1a\n", "Images", False),
    (b"\xff\xd8\xff", "Images", False),
    (b"GIF87a", "Images", False),
    (b"GIF89a", "Images", False),
    (b"BM", "Images", False),
    (b"II*\x00", "Images", False),
    (b"MM\x00*", "Images", False),
    (b"\x1f\x8b", "Compressed files", False),
    (b"7z\xbc\xaf\x27\x1c", "Compressed files", False),
    (b"Rar!\x1a\x07", "Compressed files", False),
    (b"BZh", "Compressed files", False),
    (b"\xfd7zXZ\x00", "Compressed files", False),
    (b"ID3", "Sound files", False),
    (b"OggS", "Sound files", False),
    (b"fLaC", "Sound files", False),
    (b"\x7fELF", "Programs", False),
    (b"MZ", "Programs", False),
    (b"SQLite format 3\x00", "Databases", False),
)
# Two letters alone are no proof: text may begin with them, so a zero byte must follow somewhere near.
WEAK = (b"BM", b"MZ", b"BZh", b"ID3", b"OggS", b"fLaC")
HEAD = 4096


def refusal(data: bytes) -> str:
    """A sentence saying why these bytes are not text, or "" when nothing speaks against it."""
    head = data[:HEAD]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_refusal(data)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP" or head[4:12] in (b"ftypavif", b"ftypheic", b"ftypmif1"):
        return _sentence("Images", pasteable=False)
    if head[:4] == b"RIFF" or head[4:8] == b"ftyp":
        return _sentence("Sound and video files", pasteable=False)
    if b"%PDF-" in head[:1024]:
        return _sentence("PDF files", pasteable=True)
    for start, name, pasteable in SIGNATURES:
        if head.startswith(start) and (start not in WEAK or b"\x00" in head):
            return _sentence(name, pasteable=pasteable)
    return ""


def _zip_refusal(data: bytes) -> str:
    """A zip is a Word, OpenDocument or Excel file or plain packing; the names inside stand uncompressed."""
    if b"word/" in data:
        return _sentence("Word files", pasteable=True)
    if b"opendocument" in data[:HEAD]:
        return _sentence("OpenDocument files", pasteable=True)
    if b"xl/" in data:
        return _sentence("Excel files", pasteable=True)
    return _sentence("Zip files", pasteable=False)


def _sentence(name: str, *, pasteable: bool) -> str:
    advice = "Paste the text instead." if pasteable else "Add the text itself."
    return f"{name} cannot be read yet. {advice}" if pasteable else f"{name} hold no text to read. {advice}"
