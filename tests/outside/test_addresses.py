"""Which addresses are public, however they are written."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.outside.addresses import is_public, spelled

PRIVATE = """
0.0.0.0 0.1.2.3 10.0.0.7 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1 127.255.255.254
168.63.129.16 169.254.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.1.1
198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
:: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:0:7f00:1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1
2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1:: 2002:808:808::
3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1
2a00:1450::5efe:7f00:1 2a00:1450::200:5efe:a00:7
""".split()
PUBLIC = """
1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 172.15.255.255 172.32.0.0
192.167.255.255 192.169.0.0 223.255.255.255 2a00:1450:4001:81b::200e 2606:4700::1111 64:ff9b::808:808
""".split()


@pytest.mark.parametrize("address", PRIVATE)
def test_not_public(address: str):
    assert is_public(ip_address(address)) is False


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str):
    assert is_public(ip_address(address)) is True


@settings(deadline=None)
@given(st.ip_addresses(v=4) | st.ip_addresses(v=6))
def test_what_is_public_here_is_global_to_the_standard_library(address: IPv4Address | IPv6Address):
    assert not is_public(address) or (address.is_global and not address.is_multicast)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("017700000001", "127.0.0.1"),
        ("0x7f000001", "127.0.0.1"),
        ("0177.0.0.1", "127.0.0.1"),
        ("0x7f.1", "127.0.0.1"),
        ("127.1", "127.0.0.1"),
        ("127.0.1", "127.0.0.1"),
        ("10.1.515", "10.1.2.3"),
        ("0300.0250.0.1", "192.168.0.1"),
        ("0xa9fea9fe", "169.254.169.254"),
        ("0x", "0.0.0.0"),
        ("4294967295", "255.255.255.255"),
        ("::1", "::1"),
        ("::ffff:127.0.0.1", "::ffff:127.0.0.1"),
        ("0:0:0:0:0:0:0:1", "::1"),
    ],
)
def test_every_spelling_is_understood(host: str, address: str):
    assert spelled(host) == ip_address(address)


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org", "1e3", "0x7g", "a1", "1.2.3.4x"])
def test_names(host: str):
    assert spelled(host) is None


@pytest.mark.parametrize(
    "host",
    "256.0.0.1 1.2.3.4.5 08.0.0.1 1.2.3.256 4294967296 x.1 1..1 127.65536.1 ::x 1::2::3".split(),
)
def test_neither_name_nor_address(host: str):
    with pytest.raises(ValueError, match=r".+"):
        spelled(host)


@settings(deadline=None)
@given(st.ip_addresses(v=4))
def test_all_spellings_of_an_address_are_the_same(address: IPv4Address):
    number, (a, b, c, d) = int(address), address.packed
    octets = [str(address), f"{a}.{b}.{c << 8 | d}", f"{a:#x}.{number & 0xFFFFFF}"]
    spellings = [*octets, str(number), hex(number), f"0{number:o}"]
    assert [spelled(spelling) for spelling in spellings] == [address] * len(spellings)
