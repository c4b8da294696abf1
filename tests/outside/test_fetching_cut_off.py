"""Servers that drip, pour or lie about who they are: each is cut off in bounded time and memory."""

import gzip
import ssl
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claims.outside import sandbox
from claims.outside.fetching import FetchLimits, Page, Refused, fetch, trusted
from tests.certificates import write_certificate
from tests.hostile_server import Server, page, redirect

HOST = "news.example.org"
SMALL, QUICK = FetchLimits(bytes=100_000), FetchLimits(seconds=0.4)
TOO_SLOW = "The server took longer than 0.4 seconds and was cut off."
TOO_LARGE = "The server sent more than 100 kB and was cut off."


def get(server: Server, scheme: str = "http", **more: object) -> Page:
    """Fetch from the server as if it stood at a public address."""
    ways = {"resolve": lambda host: ["127.0.0.1"], "permitted": lambda address: True, "ports": {server.port}}
    return fetch(f"{scheme}://{HOST}:{server.port}/", **{"limits": SMALL} | ways | more)


def refusal(server: Server, scheme: str = "http", **more: object) -> str:
    with pytest.raises(Refused) as refused:
        get(server, scheme, **more)
    return str(refused.value)


# --- time ---------------------------------------------------------------------------------------------------

OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    ("start", "piece"),
    [
        (b"", b""),
        (b"", b"H"),
        (OK + b"A: ", b"b"),
        (OK, b"A: b\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (OK + b"\r\n", b"x"),
        (OK + b"Content-Length: 9999\r\n\r\n", b"x"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
        (OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"x"), b""),
    ],
    ids="silence status header headers continue body measured chunks length packed".split(),
)
def test_dripping_is_cut_off(start: bytes, piece: bytes):
    with Server([]) as server:
        server.answers.append(server.dripping(piece, start))
        assert refusal(server, limits=QUICK) == TOO_SLOW


def test_the_time_is_that_of_all_redirects_together():
    with Server([]) as server:

        def slowly() -> Iterator[bytes]:
            server.closing.wait(0.3)
            yield redirect("/on")

        server.answers.append(slowly)
        told = refusal(server, limits=FetchLimits(seconds=1))
    assert told == "The server took longer than 1 second and was cut off."
    assert 1 < server.connections < 6


def test_a_slow_look_up_is_cut_off():
    freed = threading.Event()
    with Server([page()]) as server:
        assert (
            refusal(server, resolve=lambda host: freed.wait(30) and ["127.0.0.1"], limits=QUICK) == TOO_SLOW
        )
        assert server.connections == 0
    freed.set()


def test_silence_instead_of_tls_is_cut_off():
    with Server([]) as server:
        server.answers.append(server.dripping(b""))
        assert refusal(server, "https", limits=QUICK) == TOO_SLOW


# --- size ---------------------------------------------------------------------------------------------------


def pouring(start: bytes, piece: bytes) -> Callable[[], Iterator[bytes]]:
    def pieces() -> Iterator[bytes]:
        yield start
        while True:
            yield piece

    return pieces


@pytest.mark.parametrize(
    ("headers", "piece"),
    [(b"", b"x" * 10_000), (b"Transfer-Encoding: chunked\r\n", b"2710\r\n" + b"x" * 10_000 + b"\r\n")],
)
def test_an_endless_body_is_cut_off(headers: bytes, piece: bytes):
    with Server([pouring(OK + headers + b"\r\n", piece)]) as server:
        assert refusal(server) == TOO_LARGE


def test_a_length_that_is_too_large_is_refused_before_reading():
    with Server([OK + b"Content-Length: 100001\r\n\r\n"]) as server:
        assert refusal(server) == "This page is larger than 100 kB, so it was not fetched."


def test_a_page_may_be_as_large_as_the_limit():
    with Server([page(b"x" * 100_000), page(b"x" * 100_001, "Content-Length: none")]) as server:
        assert len(get(server).data) == 100_000
        assert refusal(server) == TOO_LARGE


def one_stream() -> bytes:
    """A gigabyte of noughts in one gzip stream, put together from a packed megabyte."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    megabyte = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + megabyte * 1_000 + packer.flush()


def many_streams() -> bytes:
    return gzip.compress(bytes(1_000_000)) * 1_000


# In a process of its own: what else runs beside a test would be counted.
MEASURED = """
import sys, tracemalloc
from claims.outside.fetching import FetchLimits, Refused, fetch
port = int(sys.argv[1])
ways = {"resolve": lambda host: ["127.0.0.1"], "permitted": lambda address: True, "ports": {port}}
tracemalloc.start()
try:
    fetch(f"http://news.example.org:{port}/", limits=FetchLimits(bytes=2_000_000), **ways)
except Refused as refused:
    print(refused)
print(tracemalloc.get_traced_memory()[1])
"""


@pytest.mark.parametrize("bomb", [one_stream, many_streams])
def test_a_gigabyte_in_gzip_stops_at_the_limit(bomb: Callable[[], bytes]):
    with Server([page(bomb(), "Content-Encoding: gzip")]) as server:
        command = [sys.executable, "-c", MEASURED, str(server.port)]
        done = subprocess.run(command, cwd=sandbox.ROOT, capture_output=True, text=True)
    told, peak = done.stdout.splitlines()
    assert told == "The server sent more than 2 MB and was cut off."
    assert int(peak) < 10_000_000, peak


# --- certificates -------------------------------------------------------------------------------------------


def presenting(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def trusting(certificate: Path) -> ssl.SSLContext:
    context = trusted()
    context.load_verify_locations(certificate)
    return context


def test_a_page_over_tls(tmp_path: Path):
    certificate = write_certificate(tmp_path / "good.pem", HOST)
    with Server([page()], presenting(certificate)) as server:
        found = get(server, "https", tls=lambda: trusting(certificate))
    assert (found.address, found.data) == (f"https://{HOST}:{server.port}/", b"<p>Good news.</p>")


@pytest.mark.parametrize(
    ("name", "until", "known"),
    [
        (HOST, "491231", False),
        ("other.example.org", "491231", True),
        ("127.0.0.1", "491231", True),
        (HOST, "210101", True),
    ],
    ids=["nobody knows it", "another name", "the address only", "run out"],
)
def test_a_bad_certificate(tmp_path: Path, name: str, until: str, known: bool):
    certificate = write_certificate(tmp_path / "bad.pem", name, until=until)
    ways = {"tls": lambda: trusting(certificate)} if known else {}
    with Server([page()], presenting(certificate)) as server:
        told = refusal(server, "https", **ways)
    assert told == f"The certificate of {HOST} is not valid, so the page was not opened."
    assert server.requests == []


def test_no_way_down_from_tls(tmp_path: Path):
    certificate = write_certificate(tmp_path / "good.pem", HOST)
    with Server([page()], presenting(certificate)) as server:
        server.answers.insert(0, redirect(f"http://{HOST}:{server.port}/"))
        told = refusal(server, "https", tls=lambda: trusting(certificate))
    assert (
        told == "This page leads from a protected address (https) to one that is not, so it was not opened."
    )
    assert server.connections == 1


def test_a_server_that_speaks_no_tls():
    with Server([page(status="400 Bad Request")]) as server:
        told = refusal(server, "https")
    assert told == f"No protected connection to {HOST} could be made, so the page was not opened."


def test_the_roots_of_the_system_and_of_certifi_are_trusted_and_checked():
    context = trusted()
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert context.cert_store_stats()["x509_ca"] > 50
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
