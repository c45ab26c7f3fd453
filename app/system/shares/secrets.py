"""Passwords and keys of shares, in one file beside the database that only this user may read.

The rule: they are nowhere else, neither in the database nor in a backup, a log or the text of an error.

It is a file and no keyring, because a shop's PC often has none, and one that asks for a password at every start would
end with the password on a note. Whoever can read this user's files can read it: so it says in the documentation.
"""

import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from app.core.shares.share import Secret

NAME = "share-secrets.json"
_MAX_BYTES = 1024 * 1024


class SecretsUnreadable(Exception):
    """The file is there and cannot be read, or others can read it too; holds none of its text."""


class ShareSecrets:
    """The secrets of all sources by their id. Every call reads the file anew; it raises `OSError` or the above."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def of(self, source_id: str) -> Secret | None:
        """What a source needs, or None."""
        return self._all().get(source_id)

    def put(self, source_id: str, secret: Secret | None) -> None:
        """Keep the secret of a source in place of the former one; None forgets it."""
        kept = {key: one for key, one in self._all().items() if key != source_id}
        if secret is not None:
            kept[source_id] = secret
        self._write(kept)

    def _all(self) -> Mapping[str, Secret]:
        try:
            with self._path.open("rb") as file:
                _tighten(file.fileno())
                content = file.read(_MAX_BYTES)
        except FileNotFoundError:
            return {}
        try:
            return msgspec.json.decode(content, type=dict[str, Secret])
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise SecretsUnreadable(NAME) from None

    def _write(self, secrets: Mapping[str, Secret]) -> None:
        beside = self._path.with_name(f"{NAME}.new")
        with suppress(FileNotFoundError):
            beside.unlink()
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.encode(secrets))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._path)


def _tighten(handle: int) -> None:
    """Take it back from others, where a copy or a restore has opened it to them. Windows keeps it by its folder."""
    if sys.platform != "win32" and stat.S_IMODE(os.fstat(handle).st_mode) & 0o077:
        os.fchmod(handle, 0o600)
