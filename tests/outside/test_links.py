"""Links taken apart: what is opened, what is refused and with which sentence."""

import pytest

from claims.outside import links
from claims.outside.links import Refused, next_place, place_of

USUAL = {80, 443}


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("https://example.org", "https://example.org/"),
        ("  http://Example.ORG./a/b?x=1&y=2#part ", "http://example.org/a/b?x=1&y=2"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("http://example.org:443/a", "http://example.org:443/a"),
        (
            "https://münchen.example.org/straße?q=ü x",
            "https://xn--mnchen-3ya.example.org/stra%C3%9Fe?q=%C3%BC%20x",
        ),
        ("https://example.org/100%25/%C3%9F", "https://example.org/100%25/%C3%9F"),
        ("http://0x08.8.0x8.010/", "http://8.8.8.8/"),
        ("http://[2606:4700::0:1111]/", "http://[2606:4700::1111]/"),
        ("http://ｅｘａｍｐｌｅ。org/", "http://example.org/"),
        ("https://a_b.example.org/'\"<>", "https://a_b.example.org/'%22%3C%3E"),
    ],
)
def test_a_link_has_one_spelling(link: str, url: str):
    assert place_of(link, USUAL).url == url


@pytest.mark.parametrize(
    "link",
    [
        "",
        "   ",
        "example.org/page",
        "//example.org/page",
        "/page",
        "https://",
        "https:///page",
        "https://exa mple.org/",
        "https://example.org\\@10.0.0.7/",
        "https://example.org/a\nb",
        "https://example.org/\tb",
        "https://example.org:99999/",
        "https://example.org:x/",
        "https://exam%70le.org/",
        "https://[fe80::1%25eth0]/",
        "https://[fe80::1%eth0]/",
        "https://[::1/",
        "https://[example.org]/",
        "https://256.256.256.256/",
        "https://1.2.3.08/",
        "https://-example.org/",
        "https://example..org/",
        f"https://{'a' * 64}.org/",
        f"https://{'a.' * 130}org/",
        "https://exam℀ple.org/",
        "https://exam!ple.org/",
        "https://example.org/\ud800",
        "https://\ud800.org/",
        f"https://example.org/{'a' * 8_000}",
    ],
)
def test_what_is_no_link(link: str):
    with pytest.raises(Refused) as refused:
        place_of(link, USUAL)
    assert str(refused.value) == links.NO_LINK


@pytest.mark.parametrize(
    "link",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://example.org/",
        "javascript:alert(1)",
        "data:text/html,x",
    ],
)
def test_only_the_web_is_opened(link: str):
    with pytest.raises(Refused) as refused:
        place_of(link, USUAL)
    assert str(refused.value) == "Only links that begin with http:// or https:// are opened."


@pytest.mark.parametrize(
    "link", ["https://me:secret@example.org/", "https://me@example.org/", "https://@example.org"]
)
def test_no_user_and_no_password(link: str):
    with pytest.raises(Refused) as refused:
        place_of(link, USUAL)
    assert str(refused.value) == "This link holds a user name or a password, so it was not opened."


@pytest.mark.parametrize("port", [22, 8080, 6379])
def test_only_the_usual_ports(port: int):
    with pytest.raises(Refused) as refused:
        place_of(f"http://example.org:{port}/", USUAL)
    sentence = f"This link leads to port {port}. Only the usual ports of web pages are opened, 80 and 443."
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST.",
        "app.localhost",
        "printer.local",
        "metadata.google.internal",
        "wiki",
        "nas.home.arpa",
    ],
)
def test_names_of_private_networks(host: str):
    with pytest.raises(Refused) as refused:
        place_of(f"http://{host}/", USUAL)
    name = host.lower().removesuffix(".")
    assert str(refused.value) == f"“{name}” is a name inside a private network, so it was not opened."


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b?c", "https://example.org/b?c"),
        ("b", "https://example.org/a/b"),
        ("../b", "https://example.org/b"),
        ("?c", "https://example.org/a/?c"),
        ("//other.example.org/b", "https://other.example.org/b"),
        ("https://other.example.org", "https://other.example.org/"),
    ],
)
def test_a_redirect_is_read_from_where_it_stands(location: str, url: str):
    assert next_place(place_of("https://example.org/a/", USUAL), location, USUAL).url == url


@pytest.mark.parametrize(
    ("location", "sentence"),
    [
        ("http://example.org/", links.UNPROTECTED),
        ("file:///etc/passwd", links.NOT_WEB),
        ("//me@example.org/", links.WITH_NAME),
        ("https://example.org:22/", links.OTHER_PORT.format(port=22, ports="80 and 443")),
        ("//local\thost/", links.NO_LINK),
        ("https://localhost/", links.PRIVATE_NAME.format(host="localhost")),
        ("https://[::1/", links.NO_LINK),
        ("", links.NO_LINK),
    ],
)
def test_a_redirect_is_checked_like_a_link(location: str, sentence: str):
    with pytest.raises(Refused) as refused:
        next_place(place_of("https://example.org/a/", USUAL), location, USUAL)
    assert str(refused.value) == sentence
