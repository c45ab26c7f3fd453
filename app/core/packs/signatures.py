"""Signatures of packs in minisign's form (https://jedisct1.github.io/minisign/): Ed25519 over the BLAKE2b hash.

The rule: a key is known by all its 32 bytes. Its id of 8 bytes only tells which key to try: anybody can make another
key with the same id. Only the prehashed form (`ED`) is taken; a file that anything was added to is not one.
"""

import base64
import binascii
import hashlib
import re

from app.core.values import dataclass

MAX_BYTES = 16 * 1024
"""A signature file or a public key that is larger is neither."""
ID_BYTES, KEY_BYTES, SIGNATURE_BYTES = 8, 32, 64
_PUBLIC, _PREHASHED = b"Ed", b"ED"
_UNTRUSTED, _TRUSTED = "untrusted comment: ", "trusted comment: "
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_PRINT_BYTES = 16


class BadKey(Exception):
    """A text is no public key."""


class BadSignature(Exception):
    """A file is no signature in the form that is taken here."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What a publisher's signatures are checked with. Everybody may know it."""

    id: bytes
    key: bytes

    @property
    def name(self) -> str:
        """Its id as minisign writes it: 16 hexadecimal digits, the last byte first."""
        return self.id[::-1].hex().upper()

    @property
    def fingerprint(self) -> str:
        """What two people compare: eight groups of four digits made of the whole key."""
        digits = hashlib.sha256(self.key).hexdigest().upper()[: _PRINT_BYTES * 2]
        return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))

    @property
    def text(self) -> str:
        """The key on one line, as `minisign -P` takes it."""
        return _encoded(_PUBLIC + self.id + self.key)


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature file. `comment` is signed too (by `seal`); `key_id` tells which key to check it with."""

    key_id: bytes
    signature: bytes
    comment: str
    seal: bytes

    @property
    def key_name(self) -> str:
        """The id of the key as minisign writes it."""
        return self.key_id[::-1].hex().upper()


def digest(content: bytes) -> bytes:
    """What is signed in the place of a content."""
    return hashlib.blake2b(content).digest()


def read_public_key(text: str) -> PublicKey:
    """A public key from its file or from its one line. Raises `BadKey`."""
    lines = [line.strip() for line in text[:MAX_BYTES].splitlines() if line.strip()]
    if len(lines) == 2 and lines[0].startswith(_UNTRUSTED.strip()):
        lines = lines[1:]
    raw = _decoded(lines[0]) if len(lines) == 1 else None
    if raw is None or len(raw) != len(_PUBLIC) + ID_BYTES + KEY_BYTES or not raw.startswith(_PUBLIC):
        raise BadKey("This is no public key of minisign's form.")
    return PublicKey(raw[2 : 2 + ID_BYTES], raw[2 + ID_BYTES :])


def written_public_key(key: PublicKey) -> str:
    """The file of a public key."""
    return f"{_UNTRUSTED}minisign public key {key.name}\n{key.text}\n"


def read_signature(content: bytes) -> Signature:
    """A signature file. Raises `BadSignature`."""
    if len(content) > MAX_BYTES:
        raise BadSignature("too long")
    try:
        lines = content.decode("utf-8").replace("\r\n", "\n").removesuffix("\n").split("\n")
    except UnicodeDecodeError:
        raise BadSignature("not UTF-8") from None
    if len(lines) != 4 or not lines[0].startswith(_UNTRUSTED) or not lines[2].startswith(_TRUSTED):
        raise BadSignature("not the four lines of a signature")
    raw, seal, comment = _decoded(lines[1]), _decoded(lines[3]), lines[2].removeprefix(_TRUSTED)
    if raw is None or len(raw) != len(_PREHASHED) + ID_BYTES + SIGNATURE_BYTES or not raw.startswith(_PREHASHED):
        raise BadSignature("not a prehashed signature")
    if seal is None or len(seal) != SIGNATURE_BYTES or _CONTROL.search(comment):
        raise BadSignature("not a signed comment")
    return Signature(raw[2 : 2 + ID_BYTES], raw[2 + ID_BYTES :], comment, seal)


def written_signature(signature: Signature) -> bytes:
    """The file of a signature. Raises `ValueError` for a comment of more than one line."""
    if _CONTROL.search(signature.comment):
        raise ValueError("a signed comment is one line")
    signed = _encoded(_PREHASHED + signature.key_id + signature.signature)
    lines = (
        f"{_UNTRUSTED}signature from minisign secret key",
        signed,
        _TRUSTED + signature.comment,
        _encoded(signature.seal),
    )
    return "".join(f"{line}\n" for line in lines).encode()


def sealed(signature: bytes, comment: str) -> bytes:
    """What the second signature of a file signs: the first one and the comment."""
    return signature + comment.encode()


def is_signed(content: bytes, signature: Signature, key: PublicKey) -> bool:
    """Whether this key signed this content and the comment beside it."""
    return (
        signature.key_id == key.id
        and _holds(digest(content), signature.signature, key.key)
        and _holds(sealed(signature.signature, signature.comment), signature.seal, key.key)
    )


def _holds(message: bytes, signature: bytes, key: bytes) -> bool:
    from nacl.bindings import crypto_sign_open  # noqa: PLC0415 - 20 ms that only a signature is worth
    from nacl.exceptions import BadSignatureError  # noqa: PLC0415 - the same

    try:
        crypto_sign_open(signature + message, key)
    except BadSignatureError:
        return False
    return True


def _encoded(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _decoded(text: str) -> bytes | None:
    """None where it is no base64, or was not written the one way that it should be."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if _encoded(raw) == text else None
