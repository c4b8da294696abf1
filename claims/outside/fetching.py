"""Gets one page by its link from the public internet, with a guard at every step. Reads no format.

Against server-side request forgery: each name is looked up once, every address of it is checked, the connection goes
to a checked address, and each redirect goes the same way (OWASP, Server-Side Request Forgery Prevention).
"""

import http.client
import socket
import ssl
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from ipaddress import ip_address
from urllib.parse import unquote

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, DecodeError, HTTPError, NewConnectionError
from urllib3.response import BaseHTTPResponse

from claims.outside import amounts
from claims.outside.addresses import Address, is_public, spelled
from claims.outside.deadline import Deadline
from claims.outside.links import PORTS, Place, Refused, next_place, place_of

__all__ = ["FetchLimits", "Page", "Refused", "fetch", "system_resolve", "trusted"]

Resolve = Callable[[str], Sequence[str]]
Permitted = Callable[[Address], bool]
HEADERS = {
    "User-Agent": "Factcheck/0.1 (+newsroom import)",
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
CHUNK = 65_536
REDIRECTS = {301, 302, 303, 307, 308}
PACKINGS = {"", "identity", "gzip", "x-gzip"}
LONGEST_NAME = 200
MEANINGS = {
    401: "the page needs a password",
    402: "the page must be paid for",
    403: "we may not see this page",
    404: "there is no such page",
    410: "the page is gone",
    429: "it has been asked too often. Try again later",
    451: "the page may not be shown for legal reasons",
    503: "it is overloaded or closed for a while. Try again later",
}

PRIVATE = "This link leads to an address inside a private network ({address}), so it was not opened."
UNKNOWN = "There is no server called {host}."
NOT_FOUND_NOW = "The name {host} could not be looked up. Try again later."
SILENT = "The server {host} does not answer."
BROKE_OFF = "The server {host} broke off. Try again later, or save the page and bring in the file."
BAD_CERTIFICATE = "The certificate of {host} is not valid, so the page was not opened."
NOT_PROTECTED = "No protected connection to {host} could be made, so the page was not opened."
TOO_SLOW = "The server took longer than {seconds} and was cut off."
TOO_LARGE = "The server sent more than {size} and was cut off."
TOO_LARGE_SAID = "This page is larger than {size}, so it was not fetched."
PACKED = "The server {host} packed the page in a way that cannot be undone."
EMPTY = "The server sent an empty page."
ANSWERED = "The server answered {status}: {meaning}."
ROUND = "This link was passed on more than {times} times, so it was given up."
NOWHERE = "The server passed this link on without saying where to."


@dataclass(frozen=True)
class FetchLimits:
    """Bytes of a page once unpacked, seconds from the first look-up to the last byte, redirects that are followed."""

    bytes: int = 10_000_000
    seconds: float = 20
    redirects: int = 5


DEFAULTS = FetchLimits()


@dataclass(frozen=True)
class Page:
    """What a link led to: ``link`` as asked, ``address`` in the end; what the server did not say is ""."""

    link: str
    address: str
    data: bytes
    media_type: str
    charset: str
    name: str


def system_resolve(host: str) -> list[str]:
    """The addresses of a name, as this system finds them; OSError when it finds none."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]


def trusted() -> ssl.SSLContext:
    """TLS that believes the roots of this system and of certifi, and no one else."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_default_certs()
    context.load_verify_locations(certifi.where())
    return context


def fetch(
    link: str,
    *,
    limits: FetchLimits = DEFAULTS,
    resolve: Resolve = system_resolve,
    permitted: Permitted = is_public,
    ports: Collection[int] = frozenset(PORTS.values()),
    tls: Callable[[], ssl.SSLContext] = trusted,
) -> Page:
    """The page or file behind a link, unpacked; raises Refused with a sentence for the person who gave it.

    ``resolve`` gives the addresses of a name, ``permitted`` says of each whether it may be opened. No cookies, no
    passwords, no referrer, no proxy: the environment of the server changes nothing.
    """
    place = place_of(link, ports)
    with Deadline(limits.seconds) as deadline:
        for _ in range(limits.redirects + 1):
            with _told(place, deadline):
                addresses = _checked(place, resolve, permitted, deadline)
                with _asked(place, addresses, tls, deadline) as answer:
                    if answer.status not in REDIRECTS:
                        return _page(link, place, answer, limits, deadline)
                    place = next_place(place, _location(answer), ports)
    raise Refused(ROUND.format(times=limits.redirects))


@contextmanager
def _told(place: Place, deadline: Deadline) -> Iterator[None]:
    """Whatever goes wrong on the way is told to the person as Refused."""
    try:
        yield
    except (OSError, HTTPError, http.client.HTTPException) as error:
        sentence = TOO_SLOW if deadline.over else _sentence(error)
        seconds = amounts.seconds(deadline.seconds)
        raise Refused(sentence.format(host=place.host, seconds=seconds)) from error


def _sentence(error: Exception) -> str:
    match error:
        case socket.gaierror():
            return NOT_FOUND_NOW if error.errno == socket.EAI_AGAIN else UNKNOWN
        case ssl.SSLCertVerificationError():
            return BAD_CERTIFICATE
        case ssl.SSLError():
            return NOT_PROTECTED
        case NewConnectionError():
            return SILENT
        case TimeoutError() | ConnectTimeoutError():
            return TOO_SLOW
        case DecodeError():
            return PACKED
    return BROKE_OFF


def _checked(place: Place, resolve: Resolve, permitted: Permitted, deadline: Deadline) -> list[Address]:
    """All addresses of a place, looked up once; Refused if only one of them is not permitted."""
    literal = spelled(place.host)
    found = [literal] if literal else [ip_address(each) for each in deadline.within(resolve, place.host)]
    if not found:
        raise Refused(UNKNOWN.format(host=place.host))
    for address in found:
        if not permitted(address):
            raise Refused(PRIVATE.format(address=address))
    return list(dict.fromkeys(found))


@contextmanager
def _asked(
    place: Place, addresses: list[Address], tls: Callable[[], ssl.SSLContext], deadline: Deadline
) -> Iterator[BaseHTTPResponse]:
    """The answer of the first address that takes a connection, its body not yet read."""
    with closing(_connected(place, addresses, tls, deadline)) as connection:
        headers = HEADERS | {"Host": place.authority}
        connection.timeout = deadline.left()
        connection.request("GET", place.path, headers=headers, preload_content=False)
        with closing(connection.getresponse()) as answer:
            yield answer


def _connected(
    place: Place, addresses: list[Address], tls: Callable[[], ssl.SSLContext], deadline: Deadline
) -> HTTPConnection:
    """A connection to one of the addresses themselves, each in its share of the time; no name is looked up here."""
    context = tls() if place.scheme == "https" else None
    for waiting, address in zip(range(len(addresses), 0, -1), addresses, strict=True):
        connection = _connection(place, address, context, deadline.left() / waiting)
        try:
            connection.connect()
        except (NewConnectionError, ConnectTimeoutError):
            if waiting == 1:
                raise
        else:
            break
    deadline.watch(connection.sock)
    return connection


def _connection(
    place: Place, address: Address, context: ssl.SSLContext | None, timeout: float
) -> HTTPConnection:
    """Not yet connected; with TLS the certificate must be that of the place's name."""
    if context is None:
        return HTTPConnection(str(address), place.port, timeout=timeout)
    return HTTPSConnection(
        str(address), place.port, timeout=timeout, ssl_context=context, server_hostname=place.host
    )


def _location(answer: BaseHTTPResponse) -> str:
    """Where a redirect points, as the server wrote it; UTF-8 where it wrote any."""
    location = answer.headers.get("location", "")
    if not location:
        raise Refused(NOWHERE)
    with suppress(UnicodeError):
        return location.encode("latin-1").decode("utf-8")
    return location


def _page(link: str, place: Place, answer: BaseHTTPResponse, limits: FetchLimits, deadline: Deadline) -> Page:
    if answer.status != http.HTTPStatus.OK:
        raise Refused(ANSWERED.format(status=answer.status, meaning=_meaning(answer.status)))
    said = Message()  # reads the parameters of both headers as mail does
    for name in ("content-type", "content-disposition"):
        said[name] = answer.headers.get(name, "")
    return Page(
        link,
        place.url,
        _body(answer, place, limits, deadline),
        said.get_content_type() if said["content-type"] else "",
        said.get_content_charset(""),
        _file_name(said.get_filename("") or unquote(place.path.partition("?")[0])),
    )


def _meaning(status: int) -> str:
    if status in MEANINGS or status < 400:
        return MEANINGS.get(status, "it sent no page")
    return "it does not give this page out" if status < 500 else "it has a fault of its own. Try again later"


def _body(answer: BaseHTTPResponse, place: Place, limits: FetchLimits, deadline: Deadline) -> bytes:
    """The bytes of the page, unpacked piece by piece, so that no more than the limit is ever held."""
    if answer.headers.get("content-encoding", "").strip().lower() not in PACKINGS:
        raise Refused(PACKED.format(host=place.host))
    if (answer.length_remaining or 0) > limits.bytes:
        raise Refused(TOO_LARGE_SAID.format(size=amounts.size(limits.bytes)))
    data = bytearray()
    while piece := answer.read(CHUNK):
        data += piece
        if len(data) > limits.bytes:
            raise Refused(TOO_LARGE.format(size=amounts.size(limits.bytes)))
    deadline.left()  # a socket that was cut off looks like the end of the page
    if not data:
        raise Refused(EMPTY)
    return bytes(data)


def _file_name(path: str) -> str:
    """The last part of a path, without what no file's name has; cut at its front, as the ending tells the format."""
    name = path.replace("\\", "/").rpartition("/")[2]
    return "".join(filter(str.isprintable, name))[-LONGEST_NAME:]
