"""Pages by link, from a hostile server on loopback; only here and only for tests of success does it count as public."""

import gzip

import pytest

from claims.outside import fetching
from claims.outside.fetching import Page, Refused, fetch
from tests.hostile_server import Server, page, redirect

HOST = "news.example.org"


def get(server: Server, path: str = "/", *, scheme: str = "http", **more: object) -> Page:
    """Fetch from the server as if it stood at a public address."""
    ways = {"resolve": lambda host: ["127.0.0.1"], "permitted": lambda address: True, "ports": {server.port}}
    return fetch(f"{scheme}://{HOST}:{server.port}{path}", **ways | more)


def refusal(server: Server, path: str = "/", **more: object) -> str:
    with pytest.raises(Refused) as refused:
        get(server, path, **more)
    return str(refused.value)


# --- success ------------------------------------------------------------------------------------------------


def test_a_page_comes_with_what_the_server_says_of_it():
    with Server([page(b"<p>caf\xe9</p>", "Content-Type: Text/HTML; charset=ISO-8859-1")]) as server:
        link = f" http://NEWS.example.org:{server.port}/a/b%20c.html?x=1#part"
        found = fetch(
            link, resolve=lambda host: ["127.0.0.1"], permitted=lambda each: True, ports={server.port}
        )
        address = f"http://{HOST}:{server.port}/a/b%20c.html?x=1"
    assert found == Page(link, address, b"<p>caf\xe9</p>", "text/html", "iso-8859-1", "b c.html")


def test_the_request_tells_nothing_of_us(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9/")
    with Server([redirect("/b"), page(b"x", "Set-Cookie: a=b")]) as server:
        get(server, "/a?q=1")
    head = (
        "GET /a?q=1 HTTP/1.1\r\nUser-Agent: Factcheck/0.1 (+newsroom import)\r\n"
        f"Accept: {fetching.HEADERS['Accept']}\r\n"
        f"Accept-Encoding: gzip\r\nConnection: close\r\nHost: {HOST}:{server.port}\r\n\r\n"
    )
    assert server.requests == [head, head.replace("/a?q=1", "/b")]


@pytest.mark.parametrize(
    ("headers", "media_type", "charset", "name"),
    [
        ([], "", "", "page"),
        (["Content-Type: application/pdf"], "application/pdf", "", "page"),
        (['Content-Disposition: attachment; filename="a b.pdf"'], "", "", "a b.pdf"),
        (["Content-Disposition: inline; filename*=UTF-8''%C3%BC.docx"], "", "", "ü.docx"),
        (['Content-Disposition: inline; filename="../../etc\\\\x.odt"'], "", "", "x.odt"),
        ([f"Content-Disposition: inline; filename={'a' * 300}.eml"], "", "", "a" * 196 + ".eml"),
        (["Content-Type: nonsense"], "text/plain", "", "page"),
        (["Content-Type: text/html; charset"], "text/html", "", "page"),
    ],
)
def test_type_and_name(headers: list[str], media_type: str, charset: str, name: str):
    with Server([page(b"x", *headers)]) as server:
        found = get(server, "/some/page?a/b")
    assert (found.media_type, found.charset, found.name) == (media_type, charset, name)


@pytest.mark.parametrize(
    "answer",
    [
        page(gzip.compress(b"text"), "Content-Encoding: gzip"),
        page(gzip.compress(b"te") + gzip.compress(b"xt"), "Content-Encoding: x-gzip"),
        page(b"text", "Content-Encoding: identity"),
        page(b"2\r\nte\r\n2\r\nxt\r\n0\r\n\r\n", "Transfer-Encoding: chunked"),
        b"HTTP/1.0 200 OK\r\n\r\ntext",
    ],
    ids=["gzip", "two gzips", "identity", "chunked", "to the end"],
)
def test_ways_to_send_the_same(answer: bytes):
    with Server([answer]) as server:
        assert get(server).data == b"text"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(status: int):
    with Server([redirect("/b", f"{status} Moved"), redirect("//other.example.org:{}/ü"), page()]) as server:
        server.answers[1] = redirect(f"//other.example.org:{server.port}/ü")
        asked: list[str] = []
        found = get(server, resolve=lambda host: asked.append(host) or ["127.0.0.1"])
    assert found.address == f"http://other.example.org:{server.port}/%C3%BC"
    assert asked == [HOST, HOST, "other.example.org"]


def test_the_next_address_is_tried_when_one_is_silent():
    with Server([page()]) as server:
        assert get(server, resolve=lambda host: ["127.0.0.1"]).data == get(server).data
        assert get(server, resolve=lambda host: ["::1", "127.0.0.1"]).data == b"<p>Good news.</p>"


# --- the guard ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host",
    """
    127.0.0.1 2130706433 0177.0.0.1 017700000001 0x7f.1 0x7f000001 127.1 127.0.1 127.0.0.1. １２７.0.0.1 127。0。0。1
    0.0.0.0 0 [::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [2002:7f00:1::]
    [64:ff9b::7f00:1] [64:ff9b::127.0.0.1] [64:ff9b:1::7f00:1] [2001:0:7f00:1::] [fe80::1] [fe80::1%25lo] 10.0.0.7
    192.168.0.1 172.16.0.1 169.254.169.254 0xa9fea9fe [::ffff:a9fe:a9fe] [fd00:ec2::254] 100.100.100.200 224.0.0.1
    255.255.255.255 localhost app.localhost printer.local metadata.google.internal 127.0.0.1%2f.example.org
    """.split(),
)
def test_no_spelling_of_a_private_address_is_opened(host: str):
    looked_up: list[str] = []
    with Server([page()]) as server:
        for link in (f"http://{host}:{server.port}/", f"https://{host}:{server.port}/"):
            with pytest.raises(Refused):
                fetch(link, ports={server.port}, resolve=lambda name: looked_up.append(name) or ["127.0.0.1"])
    assert (server.connections, looked_up) == (0, [])


def test_the_sentence_names_the_address():
    with pytest.raises(Refused) as refused:
        fetch("http://0x0a.7/")
    assert str(refused.value) == (
        "This link leads to an address inside a private network (10.0.0.7), so it was not opened."
    )


@pytest.mark.parametrize(
    "answers",
    [
        ["127.0.0.1"],
        ["::1"],
        ["93.184.215.14", "10.0.0.7"],
        ["2606:4700::1111", "fe80::1%eth0"],
        ["2606:4700::1111", "::ffff:a00:7", "8.8.8.8"],
    ],
)
def test_one_private_address_of_a_name_is_enough_to_refuse(answers: list[str]):
    with Server([page()]) as server:
        told = refusal(server, resolve=lambda host: answers, permitted=fetching.is_public)
    assert told in [fetching.PRIVATE.format(address=address) for address in answers]
    assert server.connections == 0


def test_a_name_is_looked_up_once_for_each_visit():
    answers = iter([["127.0.0.1"], ["127.0.0.1"]])
    with Server([page()]) as server:
        get(server, resolve=lambda host: next(answers), permitted=lambda each: True)
    assert list(answers) == [["127.0.0.1"]]


def test_a_name_that_changes_its_address_between_redirects_is_refused():
    answers = iter([["127.0.0.1"], ["10.0.0.7"]])
    with Server([redirect("/b"), page()]) as server:
        told = refusal(
            server, resolve=lambda host: next(answers), permitted=lambda each: str(each) == "127.0.0.1"
        )
    assert (told, server.connections) == (fetching.PRIVATE.format(address="10.0.0.7"), 1)


@pytest.mark.parametrize(
    "location",
    [
        "http://10.0.0.7/",
        "http://[::1]/",
        "http://2852039166/latest/meta-data/",
        "//localhost/",
        "file:///etc/passwd",
        "http://me:secret@news.example.org/",
        "http://news.example.org:22/",
        "gopher://news.example.org/",
        "http://0/",
    ],
)
def test_a_redirect_to_a_place_that_is_not_allowed_is_not_followed(location: str):
    with Server([redirect(location), page()]) as server:
        refusal(server, ports={server.port, 80}, permitted=lambda each: str(each) == "127.0.0.1")
    assert server.connections == 1


def test_five_redirects_are_followed_and_not_six():
    with Server([*[redirect("/on")] * 5, page()]) as server:
        assert get(server).data == b"<p>Good news.</p>"
    with Server([*[redirect("/on")] * 6, page()]) as server:
        assert refusal(server) == "This link was passed on more than 5 times, so it was given up."
    assert server.connections == 6


def test_a_redirect_to_nowhere():
    with Server([page(b"", status="302 Found")]) as server:
        assert refusal(server) == "The server passed this link on without saying where to."


# --- answers that are no page -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "meaning"),
    [
        (404, "there is no such page"),
        (403, "we may not see this page"),
        (418, "it does not give this page out"),
        (500, "it has a fault of its own. Try again later"),
        (503, "it is overloaded or closed for a while. Try again later"),
        (204, "it sent no page"),
        (304, "it sent no page"),
    ],
)
def test_a_status_is_told_in_words(status: int, meaning: str):
    with Server([page(b"", status=f"{status} Whatever")]) as server:
        assert refusal(server) == f"The server answered {status}: {meaning}."


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (page(b""), fetching.EMPTY),
        (page(b"short", "Content-Length: 50"), fetching.BROKE_OFF),
        (page(b"9\r\nshort", "Transfer-Encoding: chunked"), fetching.BROKE_OFF),
        (page(b"zz\r\nshort", "Transfer-Encoding: chunked"), fetching.BROKE_OFF),
        (page(b"no gzip", "Content-Encoding: gzip"), fetching.PACKED),
        (page(b"text", "Content-Encoding: br"), fetching.PACKED),
        (page(b"text", "Content-Encoding: gzip, gzip"), fetching.PACKED),
        (b"", fetching.BROKE_OFF),
        (b"SSH-2.0-OpenSSH\r\n", fetching.BROKE_OFF),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 1000 + b"\r\n", fetching.BROKE_OFF),
        (b"HTTP/1.1 200 OK\r\nA: " + b"b" * 100_000 + b"\r\n\r\n", fetching.BROKE_OFF),
        (b"HTTP/1.1 abc OK\r\n\r\n", fetching.BROKE_OFF),
    ],
)
def test_broken_answers(answer: bytes, sentence: str):
    with Server([answer]) as server:
        assert refusal(server) == sentence.format(host=HOST)


def test_a_server_that_is_not_there():
    with Server([page()]) as server:
        pass
    assert refusal(server) == f"The server {HOST} does not answer."


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(fetching.socket.EAI_NONAME, fetching.UNKNOWN), (fetching.socket.EAI_AGAIN, fetching.NOT_FOUND_NOW)],
)
def test_names_that_are_not_found(number: int, sentence: str):
    def resolve(host: str) -> list[str]:
        raise fetching.socket.gaierror(number, "")

    with pytest.raises(Refused) as refused:
        fetch("https://xyz.example/", resolve=resolve)
    assert str(refused.value) == sentence.format(host="xyz.example")


def test_a_name_without_addresses():
    with pytest.raises(Refused) as refused:
        fetch("https://xyz.example/", resolve=lambda host: [])
    assert str(refused.value) == "There is no server called xyz.example."
