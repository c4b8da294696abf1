"""Markdown to readable text."""

import pytest

from claims.text.readers.markdown import read_markdown

WHOLE = """---
author: Liv Berg
---
# Harbour *costs*

The work costs **48 million**
and [the council](https://example.org) knows.

- one
- two
    1. a
    2. b

> Quoted words.

| Year | Cost |
|------|------|
| 2024 | 12   |

```
code = 1
```

<!-- hidden --><div>Shown</div>

![The old pier](pier.jpg)
"""


def test_signs_of_layout_go_and_words_stay() -> None:
    assert read_markdown(WHOLE.encode()).text.split("\n\n") == [
        "Harbour costs",
        "The work costs 48 million and the council knows.",
        "- one\n- two\n  1. a\n  2. b",
        "Quoted words.",
        "Year | Cost\n2024 | 12",
        "code = 1",
        "Shown",
        "[picture: The old pier]",
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# One\n\n# Two", "One"),
        ("## Two", ""),
        ("---\ntitle: Three\n---\n# One", "Three"),
        ("One\n===", "One"),
    ],
)
def test_the_title(text: str, title: str) -> None:
    assert read_markdown(text.encode()).title == title


def test_author_and_format() -> None:
    reading = read_markdown(WHOLE.encode())
    assert (reading.author, reading.format, reading.warnings) == ("Liv Berg", "markdown", ())


def test_signs_of_typesetting_go_and_the_declared_charset_is_respected() -> None:
    reading = read_markdown("# Grö\u00adße\n\n    ﬁne\u00a0code".encode("utf-16-le"), charset="utf-16le")
    assert (reading.title, reading.text) == ("Größe", "Größe\n\nfine code")
