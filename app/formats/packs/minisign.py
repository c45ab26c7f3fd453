"""The key that a publisher signs packs with, and the file that keeps it: minisign's own form of a secret key.

The rule: a secret key is never printed, logged or written anywhere but into its own file, which its owner alone may
read and which is encrypted with a password (scrypt). A key without a password (for a machine that publishes by itself)
is written only where that is asked for in so many words. The program `minisign` reads and writes the same files.
"""

import hmac
import os
import secrets
import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from app.core.packs.signatures import (
    BadKey,
    PublicKey,
    Signature,
    digest,
    read_public_key,
    sealed,
    written_public_key,
    written_signature,
)
from app.formats.packs.minisign_box import (
    SECRET_BYTES,
    Box,
    NoBox,
    WrongPassword,
    closed,
    opened,
    read_box,
    written_box,
)

MAX_BYTES = 16 * 1024


class KeyTrouble(Enum):
    """Why a key cannot be had; `SENTENCES` says it in words."""

    NOT_THERE = "not_there"
    UNREADABLE = "unreadable"
    NO_KEY = "no_key"
    PASSWORD_MISSING = "password_missing"  # noqa: S105 - a reason
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - a reason
    TOO_HARD = "too_hard"
    EXISTS = "exists"
    NOT_WRITTEN = "not_written"


SENTENCES = {
    KeyTrouble.NOT_THERE: "There is no key at {path}. Make one with “qindesk pack keygen”.",
    KeyTrouble.UNREADABLE: "The key at {path} cannot be read; check who may read the file.",
    KeyTrouble.NO_KEY: "The file {path} is no key of minisign's form.",
    KeyTrouble.PASSWORD_MISSING: "The key at {path} is protected by a password, and none was given.",
    KeyTrouble.WRONG_PASSWORD: "The password does not open the key at {path}.",
    KeyTrouble.TOO_HARD: "This computer has not enough memory to open the key at {path}.",
    KeyTrouble.EXISTS: "There is a key at {path} already. It was left as it is: packs signed with another one are "
    "refused by everybody who trusts it.",
    KeyTrouble.NOT_WRITTEN: "The key could not be written to {path}.",
}


class NoKey(Exception):
    """A key cannot be had. `path` is the file that was asked for."""

    def __init__(self, trouble: KeyTrouble, path: str) -> None:
        super().__init__(f"{trouble.value}: {path}")
        self.trouble = trouble
        self.path = path

    def sentence(self) -> str:
        """The reason in English words."""
        return SENTENCES[self.trouble].replace("{path}", self.path)


@dataclass(frozen=True, slots=True, repr=False)
class SecretKey:
    """A publisher's key: signs, and tells its public half. Printed, it tells nothing else."""

    public: PublicKey
    seed_and_key: bytes

    def __repr__(self) -> str:
        """The public half only."""
        return f"SecretKey({self.public.name})"

    def sign(self, content: bytes, comment: str) -> bytes:
        """The signature file of a content; `comment` is signed with it."""
        first = self._signed(digest(content))
        return written_signature(Signature(self.public.id, first, comment, self._signed(sealed(first, comment))))

    def _signed(self, message: bytes) -> bytes:
        from nacl.bindings import crypto_sign  # noqa: PLC0415 - 20 ms that only a signature is worth

        return crypto_sign(message, self.seed_and_key)[: -len(message)]


def made() -> SecretKey:
    """A new key."""
    from nacl.bindings import crypto_sign_keypair  # noqa: PLC0415 - the same

    key, secret = crypto_sign_keypair()
    return SecretKey(PublicKey(secrets.token_bytes(8), key), secret)


def save(key: SecretKey, path: Path, password: str | None) -> None:
    """Write a key into a new file of its owner's, its public half beside it. None: without a password. Raises `NoKey`.

    A file that is there is never written over: losing a key costs every agent a confirmation.
    """
    box = closed(key.public.id, key.seed_and_key, password)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_new(path, written_box(box))
        _write_public(path, key.public)
    except FileExistsError:
        raise NoKey(KeyTrouble.EXISTS, str(path)) from None
    except OSError:
        raise NoKey(KeyTrouble.NOT_WRITTEN, str(path)) from None


def read_secret(path: Path, password: str | None) -> SecretKey:
    """The key in a file. Raises `NoKey`."""
    box = _box(path)
    try:
        key_id, secret = opened(box, password)
    except WrongPassword as wrong:
        trouble = KeyTrouble.PASSWORD_MISSING if wrong.is_missing else KeyTrouble.WRONG_PASSWORD
        raise NoKey(trouble, str(path)) from None
    except MemoryError:
        raise NoKey(KeyTrouble.TOO_HARD, str(path)) from None
    public = PublicKey(key_id, secret[SECRET_BYTES // 2 :])
    if not hmac.compare_digest(_public_of(secret), public.key):
        raise NoKey(KeyTrouble.NO_KEY, str(path))
    return SecretKey(public, secret)


def is_protected(path: Path) -> bool:
    """Whether a key needs a password. Raises `NoKey`."""
    return _box(path).is_encrypted


def public_file(path: Path) -> Path:
    """Where the public half of a key lies."""
    return path.with_suffix(".pub")


def read_public_file(path: Path) -> PublicKey:
    """The public key in a file. Raises `NoKey`."""
    try:
        return read_public_key(_content(path))
    except BadKey:
        raise NoKey(KeyTrouble.NO_KEY, str(path)) from None


def _public_of(secret: bytes) -> bytes:
    from nacl.bindings import crypto_sign_seed_keypair  # noqa: PLC0415 - the same

    return crypto_sign_seed_keypair(secret[: SECRET_BYTES // 2])[0]


def _box(path: Path) -> Box:
    try:
        return read_box(_content(path, is_secret=True))
    except NoBox:
        raise NoKey(KeyTrouble.NO_KEY, str(path)) from None


def _content(path: Path, *, is_secret: bool = False) -> str:
    try:
        with path.open("rb") as file:
            if is_secret:
                _tighten(file.fileno())
            return file.read(MAX_BYTES).decode("utf-8")
    except FileNotFoundError:
        raise NoKey(KeyTrouble.NOT_THERE, str(path)) from None
    except UnicodeDecodeError:
        raise NoKey(KeyTrouble.NO_KEY, str(path)) from None
    except OSError:
        raise NoKey(KeyTrouble.UNREADABLE, str(path)) from None


def _write_public(path: Path, key: PublicKey) -> None:
    """The half that everybody may have; without it there is no key at all, so that a full disk leaves nothing odd."""
    try:
        public_file(path).write_text(written_public_key(key), encoding="utf-8", newline="\n")
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _tighten(handle: int) -> None:
    """Take a key back from others, where a copy has opened it to them. Windows keeps it by its folder."""
    if sys.platform != "win32" and os.fstat(handle).st_mode & 0o077:
        with suppress(OSError):
            os.fchmod(handle, 0o600)


def _write_new(path: Path, text: str) -> None:
    """Write a file that only its owner may read, and that is not there yet; nothing is left of half a one."""
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
