"""Copies on this computer of what the sources last handed over, so that a start needs no share and reads nothing twice.

The rule: a copy counts only while its hash is right; one that is damaged is as good as none. No secret is in it. What
could not be written to its end leaves nothing behind: a disk that is full needs its last bytes for the database.
"""

import hashlib
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from app.core.shares.polls import Delivery
from app.core.shares.share import Look
from app.system.shares.passing import Memory, sha256_of

_STATE = "state.json"


class _State(msgspec.Struct):
    """What lies beside the copies: names with their hashes, the first of them first."""

    address: str
    name: str
    files: dict[str, str]
    read_at: datetime
    look: Look
    last_read_at: datetime


class ShareCopies:
    """A folder of copies, one folder in it a source. Called beside the main thread; each may raise `OSError`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, source_id: str, address: str) -> tuple[Memory, datetime] | None:
        """What was kept of a source under this address and when it last answered; None where nothing whole is."""
        folder = self._of(source_id)
        with suppress(OSError, msgspec.MsgspecError, ValueError):
            state = msgspec.json.decode((folder / _STATE).read_bytes(), type=_State)
            files = {name: (folder / digest).read_bytes() for name, digest in state.files.items()}
            is_whole = all(sha256_of(files[name]) == digest for name, digest in state.files.items())
            if is_whole and state.address == address and state.name in files:
                digest = state.files[state.name]
                delivery = Delivery(source_id, state.name, digest, state.read_at, files)
                return Memory(delivery, state.look), state.last_read_at
        return None

    def keep(self, memory: Memory, address: str, last_read_at: datetime) -> None:
        """Keep what was handed over in place of the former: the files first, then what names them."""
        if memory.delivery is None or memory.look is None:
            return
        delivery = memory.delivery
        folder = self._of(delivery.source_id)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        digests = {name: sha256_of(content) for name, content in delivery.files.items()}
        state = _State(address, delivery.name, digests, delivery.read_at, memory.look, last_read_at)
        try:
            for name, digest in digests.items():
                if not (folder / digest).exists():
                    _write(folder / digest, delivery.files[name])
            _write(folder / _STATE, msgspec.json.encode(state))
        except OSError:
            _prune(folder, _named(folder))
            raise
        _prune(folder, digests)

    def forget(self, source_id: str) -> None:
        """Remove the copies of a source."""
        shutil.rmtree(self._of(source_id), ignore_errors=True)

    def _of(self, source_id: str) -> Path:
        return self._folder / hashlib.sha256(source_id.encode()).hexdigest()[:24]


def _write(path: Path, content: bytes) -> None:
    beside = path.with_name(f"{path.name}.new")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _named(folder: Path) -> Mapping[str, str]:
    """The copies that count now."""
    with suppress(OSError, msgspec.MsgspecError, ValueError):
        return msgspec.json.decode((folder / _STATE).read_bytes(), type=_State).files
    return {}


def _prune(folder: Path, digests: Mapping[str, str]) -> None:
    kept = {_STATE, *digests.values()}
    for path in folder.iterdir():
        if path.name not in kept:
            with suppress(OSError):
                path.unlink()
