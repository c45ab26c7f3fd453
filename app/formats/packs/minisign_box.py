"""How minisign keeps a secret key in a file: what is in it, and how a password closes and opens it.

The rule: a password that is wrong is told from a file that is broken as far as the form allows: the form's own check
sum is inside what is encrypted, so a flipped bit there looks like a wrong password too.
"""

import base64
import binascii
import hashlib
import hmac
import secrets
from dataclasses import dataclass

COMMENT = "untrusted comment: "
ID_BYTES, SECRET_BYTES, SUM_BYTES, SALT_BYTES = 8, 64, 32, 32
_SIGNS, _SCRYPT, _OPEN, _BLAKE = b"Ed", b"Sc", b"\0\0", b"B2"
_INSIDE = ID_BYTES + SECRET_BYTES + SUM_BYTES
_LENGTH = 2 + 2 + 2 + SALT_BYTES + 8 + 8 + _INSIDE
_BLOCK = 8
_WORK, _MEMORY = 1 << 22, 1 << 27
"""scrypt with N = 2¹⁷, r = 8, p = 1 (128 MB, below a second): what OWASP advises. minisign's own 1 GB is too much for a
shop's PC, and its program opens either."""
_MOST_MEMORY, _MOST_WORK = 1 << 30, 1 << 28


class NoBox(Exception):
    """A text is no secret key of minisign's form."""


class WrongPassword(Exception):
    """The password does not open it; `is_missing` where none was given."""

    def __init__(self, *, is_missing: bool = False) -> None:
        super().__init__("a password is needed" if is_missing else "the password does not open it")
        self.is_missing = is_missing


@dataclass(frozen=True, slots=True, repr=False)
class Box:
    """A secret key as it lies in a file. Printed, it tells nothing."""

    is_encrypted: bool
    salt: bytes
    work: int
    memory: int
    inside: bytes


def closed(key_id: bytes, secret: bytes, password: str | None) -> Box:
    """A key closed with a password; None leaves it open."""
    inside = key_id + secret + _sum(key_id, secret)
    if password is None:
        return Box(False, bytes(SALT_BYTES), 0, 0, inside)
    salt = secrets.token_bytes(SALT_BYTES)
    return Box(True, salt, _WORK, _MEMORY, _mixed(inside, _stream(password, salt, _WORK, _MEMORY)))


def opened(box: Box, password: str | None) -> tuple[bytes, bytes]:
    """The id and the 64 secret bytes. Raises `WrongPassword`, and `MemoryError` where it takes more than there is."""
    inside = box.inside
    if box.is_encrypted:
        if password is None:
            raise WrongPassword(is_missing=True)
        inside = _mixed(inside, _stream(password, box.salt, box.work, box.memory))
    key_id, secret = inside[:ID_BYTES], inside[ID_BYTES : ID_BYTES + SECRET_BYTES]
    checked = inside[ID_BYTES + SECRET_BYTES :]
    # What `minisign -W` writes has no sum.
    if not hmac.compare_digest(_sum(key_id, secret), checked) and (box.is_encrypted or any(checked)):
        raise WrongPassword
    return key_id, secret


def read_box(text: str) -> Box:
    """What is in a key file. Raises `NoBox`."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) != 2 or not lines[0].startswith(COMMENT.strip()):
        raise NoBox
    try:
        raw = base64.b64decode(lines[1], validate=True)
    except (binascii.Error, ValueError):
        raise NoBox from None
    if len(raw) != _LENGTH or raw[:2] != _SIGNS or raw[2:4] not in (_SCRYPT, _OPEN) or raw[4:6] != _BLAKE:
        raise NoBox
    salt, rest = raw[6 : 6 + SALT_BYTES], raw[6 + SALT_BYTES :]
    work, memory = (int.from_bytes(rest[at : at + 8], "little") for at in (0, 8))
    return Box(raw[2:4] == _SCRYPT, salt, work, memory, rest[16:])


def written_box(box: Box) -> str:
    """The file of a key."""
    kind = _SCRYPT if box.is_encrypted else _OPEN
    limits = box.work.to_bytes(8, "little") + box.memory.to_bytes(8, "little")
    raw = _SIGNS + kind + _BLAKE + box.salt + limits + box.inside
    said = "minisign encrypted secret key" if box.is_encrypted else "minisign secret key, not encrypted: keep it safe"
    return f"{COMMENT}{said}\n{base64.b64encode(raw).decode('ascii')}\n"


def _sum(key_id: bytes, secret: bytes) -> bytes:
    return hashlib.blake2b(_SIGNS + key_id + secret, digest_size=SUM_BYTES).digest()


def _mixed(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def _stream(password: str, salt: bytes, work: int, memory: int) -> bytes:
    rounds, parallel = _steps(work, memory)
    most = 2 * _MOST_MEMORY - 1
    try:
        return hashlib.scrypt(password.encode(), salt=salt, n=rounds, r=_BLOCK, p=parallel, maxmem=most, dklen=_INSIDE)
    except ValueError:  # what OpenSSL says where it cannot have the memory
        raise MemoryError from None


def _steps(work: int, memory: int) -> tuple[int, int]:
    """N and p as libsodium picks them from the two limits that the file tells."""
    if memory > _MOST_MEMORY or work > _MOST_WORK:
        raise MemoryError
    work = max(work, 32768)
    is_short_of_work = work < memory // 32
    most = work // (_BLOCK * 4) if is_short_of_work else memory // (_BLOCK * 128)
    rounds = 2
    while rounds <= most // 2:
        rounds *= 2
    return rounds, 1 if is_short_of_work else max(1, work // 4 // rounds // _BLOCK)
