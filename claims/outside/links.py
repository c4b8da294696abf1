"""A link taken apart once, strictly: where it leads, or a sentence why nobody goes there. Asks no server anything."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from claims.outside.addresses import spelled

PORTS = {"http": 80, "https": 443}
LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
PRIVATE_NAMES = {
    "localhost",
    "localdomain",
    "local",
    "internal",
    "intranet",
    "private",
    "corp",
    "home",
    "lan",
}
LONGEST = 8_000
KEPT = "/%:@!$&'()*+,;=~-._?[]"  # what a path or a query keeps; the rest is percent-encoded

NO_LINK = "This is not a link to a web page. A link looks like https://example.org/page."
NOT_WEB = "Only links that begin with http:// or https:// are opened."
WITH_NAME = "This link holds a user name or a password, so it was not opened."
OTHER_PORT = "This link leads to port {port}. Only the usual ports of web pages are opened, {ports}."
PRIVATE_NAME = "“{host}” is a name inside a private network, so it was not opened."
UNPROTECTED = "This page leads from a protected address (https) to one that is not, so it was not opened."


class Refused(Exception):
    """A link was not opened or not read to its end; the message is a sentence for the person who gave it."""


@dataclass(frozen=True)
class Place:
    """Where a link leads: ``host`` is an ASCII name or an address, ``path`` begins with / and has the query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host as a URL and a request name it, with the port unless it is the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole, without user, password and fragment."""
        return f"{self.scheme}://{self.authority}{self.path}"


def place_of(link: str, ports: Collection[int]) -> Place:
    """Where ``link`` leads; raises Refused for anything but a page of a public name or an address on ``ports``."""
    try:
        parts = urlsplit(_clean(link))
        if parts.scheme and parts.scheme not in PORTS:
            raise Refused(NOT_WEB)
        if "@" in parts.netloc:
            raise Refused(WITH_NAME)
        port = parts.port or PORTS[parts.scheme]
        host = _host(parts.hostname or "")
        query = f"?{parts.query}" if parts.query else ""
        path = quote((parts.path or "/") + query, safe=KEPT)
    except (ValueError, KeyError):  # the latter without any scheme
        raise Refused(NO_LINK) from None
    if port not in ports:
        raise Refused(OTHER_PORT.format(port=port, ports=" and ".join(map(str, sorted(ports)))))
    return Place(parts.scheme, host, port, path)


def next_place(place: Place, location: str, ports: Collection[int]) -> Place:
    """Where a redirect leads on from ``place``; raises Refused as ``place_of``, and for a way down to http."""
    try:
        further = urljoin(place.url, _clean(location))
    except ValueError:
        raise Refused(NO_LINK) from None
    onward = place_of(further, ports)
    if (place.scheme, onward.scheme) == ("https", "http"):
        raise Refused(UNPROTECTED)
    return onward


def _clean(link: str) -> str:
    """Without blanks around it; ValueError for what parsers disagree about: control characters and backslashes."""
    link = link.strip(" ")
    if not 0 < len(link) <= LONGEST or any(character < " " or character in "\x7f\\" for character in link):
        raise ValueError("no link")
    return link


def _host(host: str) -> str:
    """One spelling for each host, as it is looked up; ValueError for none, Refused for a name nobody else knows."""
    if "%" in host:
        raise ValueError("a network card or an encoded host")
    if ":" not in host:
        host = host.encode("idna").decode("ascii").lower().removesuffix(".")
    if (address := spelled(host)) is not None:
        return str(address)
    labels = host.split(".")
    if len(host) > 253 or not all(LABEL.fullmatch(label) for label in labels):
        raise ValueError("no host")
    if len(labels) == 1 or labels[-1] in PRIVATE_NAMES or labels[-2:] == ["home", "arpa"]:
        raise Refused(PRIVATE_NAME.format(host=host))
    return host
