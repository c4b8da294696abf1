"""Network addresses: every spelling of one in a link, and which ones lie on the public internet. Opens nothing."""

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

Address = IPv4Address | IPv6Address

# The special-purpose registries of IANA (RFC 6890 and its updates), and multicast.
NOT_PUBLIC_4 = [
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # behind a provider; also the metadata of Alibaba
        "127.0.0.0/8",  # this machine
        "168.63.129.16/32",  # the metadata of Azure, in a public range
        "169.254.0.0/16",  # the same cable; also the metadata of most clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocols; also the metadata of Oracle
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # the way into IPv6 of old
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # measuring
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
]
PUBLIC_6 = IPv6Network("2000::/3")  # all that has been given out; what lies outside serves special ends
NOT_PUBLIC_6 = [
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocols, among them Teredo, which hides an IPv4 address
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, which hides an IPv4 address
        "3fff::/20",  # documentation
    )
]
TRANSLATED = IPv6Network("64:ff9b::/96")  # NAT64: the last four bytes are the IPv4 address that is reached
NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")


def is_public(address: Address) -> bool:
    """Whether anybody on the internet could reach the same place; an address inside another one is looked at."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in NOT_PUBLIC_4)
    if address in TRANSLATED:
        return is_public(IPv4Address(address.packed[-4:]))
    isatap = address.packed[8:12] in (
        b"\0\0\x5e\xfe",
        b"\2\0\x5e\xfe",
    )  # RFC 5214: IPv4 in the last four bytes
    return address in PUBLIC_6 and not isatap and not any(address in network for network in NOT_PUBLIC_6)


def spelled(host: str) -> Address | None:
    """The address that a link's host spells, None if it is a name; ValueError if it can be neither.

    IPv4 as browsers and C's inet_aton take it: up to four parts, decimal, octal (0177) or hexadecimal (0x7f), of
    which the last fills what is left. Method: the IPv4 parser of the URL Standard (url.spec.whatwg.org).
    """
    if ":" in host:
        return IPv6Address(host)
    parts = host.split(".")
    if not NUMBER.fullmatch(parts[-1]):
        return None
    if len(parts) > 4:
        raise ValueError(f"{host} has more than four parts")
    *bytes_, rest = [_number(part) for part in parts]
    if any(byte > 255 for byte in bytes_) or rest >= 256 ** (5 - len(parts)):
        raise ValueError(f"{host} has a part that is too large")
    return IPv4Address(sum(byte << 24 - 8 * place for place, byte in enumerate(bytes_)) + rest)


def _number(part: str) -> int:
    """127, 0177 or 0x7f; ValueError for anything else."""
    if not NUMBER.fullmatch(part):
        raise ValueError(f"{part} is no number")
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8 if part.startswith("0") else 10)
