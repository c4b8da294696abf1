"""Makes a self-signed certificate with nothing but arithmetic, so that TLS is tested wherever Python runs.

X.509 as in RFC 5280, RSA as in RFC 8017. The key is the same in every run and worth nothing.
"""

import base64
import hashlib
import random
from functools import cache
from pathlib import Path

INTEGER, BITS, OCTETS, NULL, OID, UTF8, TIME, SEQUENCE, SET = 2, 3, 4, 5, 6, 12, 23, 0x30, 0x31
EXPONENT = 65_537


def write_certificate(path: Path, name: str, *, until: str = "491231") -> Path:
    """Key and certificate for ``name`` in one PEM file; ``until`` is its last day, YYMMDD."""
    key = _key()
    path.write_text(
        _pem("RSA PRIVATE KEY", _private(key)) + _pem("CERTIFICATE", _certificate(key, name, until))
    )
    return path


def _certificate(key: dict[str, int], name: str, until: str) -> bytes:
    method = _der(SEQUENCE, _oid("2a864886f70d01010b"), _der(NULL))  # SHA-256 with RSA
    person = _der(SEQUENCE, _der(SET, _der(SEQUENCE, _oid("550403"), _der(UTF8, name.encode()))))
    public = _der(SEQUENCE, _integer(key["n"]), _integer(EXPONENT))
    rsa = _der(SEQUENCE, _oid("2a864886f70d010101"), _der(NULL))
    names = _der(OCTETS, _der(SEQUENCE, _der(0x82, name.encode())))
    authority = _der(OCTETS, _der(SEQUENCE, _der(1, b"\xff")))
    body = _der(
        SEQUENCE,
        _der(0xA0, _integer(2)),  # version 3
        _integer(int.from_bytes(hashlib.sha256((name + until).encode()).digest()[:8]) >> 1),
        method,
        person,
        _der(SEQUENCE, _der(TIME, b"200101000000Z"), _der(TIME, f"{until}000000Z".encode())),
        person,
        _der(SEQUENCE, rsa, _der(BITS, b"\0" + public)),
        _der(0xA3, _der(SEQUENCE, _extension("551d11", names), _extension("551d13", authority))),
    )
    return _der(SEQUENCE, body, method, _der(BITS, b"\0" + _signed(body, key)))


def _signed(body: bytes, key: dict[str, int]) -> bytes:
    digest = _der(SEQUENCE, _der(SEQUENCE, _oid("608648016503040201"), _der(NULL)), _der(OCTETS, _sha(body)))
    padded = b"\0\1" + b"\xff" * (256 - 3 - len(digest)) + b"\0" + digest
    return pow(int.from_bytes(padded), key["d"], key["n"]).to_bytes(256)


def _sha(body: bytes) -> bytes:
    return hashlib.sha256(body).digest()


def _private(key: dict[str, int]) -> bytes:
    p, q, d = key["p"], key["q"], key["d"]
    numbers = (0, key["n"], EXPONENT, d, p, q, d % (p - 1), d % (q - 1), pow(q, -1, p))
    return _der(SEQUENCE, *map(_integer, numbers))


@cache
def _key() -> dict[str, int]:
    """An RSA key of 2,048 bits."""
    dice = random.Random(20)
    p, q = _prime(dice), _prime(dice)
    return {"p": p, "q": q, "n": p * q, "d": pow(EXPONENT, -1, (p - 1) * (q - 1))}


def _prime(dice: random.Random) -> int:
    """A number of 1,024 bits that passes Fermat's test for four bases, which is enough to sign tests."""
    while True:
        number = dice.getrandbits(1024) | 3 << 1022 | 1
        if not all(number % small for small in range(3, 2000, 2)) or (number - 1) % EXPONENT == 0:
            continue
        if all(pow(base, number - 1, number) == 1 for base in (2, 3, 5, 7)):
            return number


def _extension(number: str, value: bytes) -> bytes:
    return _der(SEQUENCE, _oid(number), value)


def _oid(number: str) -> bytes:
    return _der(OID, bytes.fromhex(number))


def _integer(number: int) -> bytes:
    return _der(INTEGER, number.to_bytes(number.bit_length() // 8 + 1))


def _der(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    length = len(body).to_bytes((len(body).bit_length() + 7) // 8)
    return (
        bytes([tag]) + (bytes([len(body)]) if len(body) < 128 else bytes([128 | len(length)]) + length) + body
    )


def _pem(kind: str, body: bytes) -> str:
    return f"-----BEGIN {kind}-----\n{base64.encodebytes(body).decode()}-----END {kind}-----\n"
