"""A Windows share for systems that do not mount it.

The rule: a file is written beside its place and then put there in one step, as on a mounted share; whoever reads lets
others read, write and replace meanwhile. Every call says who asks, so that a connection which was lost with the
server's restart or this computer's sleep is made again by the next call. fsspec's own file system says it once only.
"""

import errno
import ntpath
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from stat import S_ISDIR
from typing import Any, TypeVar
from urllib.parse import urlsplit

import smbclient
import smbprotocol.exceptions

from app.core.shares.share import Fault, Fresh, Look, Secret, ShareTrouble

ATTEMPTS = 50
PAUSE = 0.1
_REFUSED = (smbprotocol.exceptions.SMBAuthenticationError, smbprotocol.exceptions.LogonFailure)
_BUSY = (errno.EACCES, errno.EPERM, errno.EBUSY)

T = TypeVar("T")


class SmbFiles:
    """Files of one server. The connection is made at the first call."""

    def __init__(self, url: str, secret: Secret | None, deadline: float, place: str) -> None:
        parts = urlsplit(url)
        self._host = parts.hostname or ""
        self._place = place
        self._lock = threading.Lock()
        who = secret or Secret()
        self._as: dict[str, Any] = {
            "port": parts.port or 445,
            "username": who.user or None,
            "password": who.password or None,
            "connection_timeout": deadline,
        }

    def ls(self, path: str, detail: bool = True) -> list[Any]:
        """What a folder holds."""
        kinds = {True: "directory", False: "file"}
        with self._reaching(), smbclient.scandir(self._whole(path), **self._as) as listing:
            found = [{"name": f"{path}/{entry.name}", "size": None, "type": kinds[entry.is_dir()]} for entry in listing]
        return found if detail else [entry["name"] for entry in found]

    def info(self, path: str) -> dict[str, Any]:
        """What is known of a file."""
        with self._reaching():
            told = smbclient.stat(self._whole(path), **self._as)
        at = datetime.fromtimestamp(told.st_mtime, UTC)
        return {"size": told.st_size, "mtime": at, "type": "directory" if S_ISDIR(told.st_mode) else "file"}

    def fetch(self, path: str, known: Look | None, limit: int) -> Fresh | None:
        """Looked at before and after, because nothing else tells that somebody wrote meanwhile."""
        look = self._look(path)
        if look == known:
            return None
        if look.size is not None and look.size > limit:
            raise ShareTrouble(Fault.TOO_BIG, path)
        content = self._patiently(lambda: self._read(path, limit))
        if len(content) > limit:
            raise ShareTrouble(Fault.TOO_BIG, path)
        if self._look(path) != look or look.size != len(content):
            raise ShareTrouble(Fault.UNSTEADY, path)
        return Fresh(content, look)

    def pipe_file(self, path: str, value: bytes) -> None:
        """Write a file whole, in the place of the former one."""
        self._put(path, value, smbclient.replace)

    def create(self, path: str, value: bytes) -> bool:
        """Write a file that is not there yet."""
        try:
            self._put(path, value, smbclient.rename)
        except OSError as error:
            if error.errno != errno.EEXIST:
                raise
            return False
        return True

    def rm_file(self, path: str) -> None:
        """Delete a file."""
        with self._reaching():
            self._patiently(lambda: smbclient.remove(self._whole(path), **self._as))

    def _look(self, path: str) -> Look:
        told = self.info(path)
        return Look(told["size"], told["mtime"])

    def _read(self, path: str, limit: int) -> bytes:
        with self._reaching(), self._opened(path, "rb") as file:
            return bytes(file.read(limit + 1))

    def _put(self, path: str, value: bytes, place: Callable[..., None]) -> None:
        beside = f"{path}.{secrets.token_hex(4)}.tmp"
        with self._reaching():
            smbclient.makedirs(self._whole(path.rpartition("/")[0]), exist_ok=True, **self._as)
            with self._opened(beside, "xb") as file:
                file.write(value)
            try:
                self._patiently(lambda: place(self._whole(beside), self._whole(path), **self._as))
            except BaseException:
                with suppress(OSError):
                    smbclient.remove(self._whole(beside), **self._as)
                raise

    def _opened(self, path: str, mode: str) -> Any:
        return smbclient.open_file(self._whole(path), mode, share_access="rwd", **self._as)

    def _whole(self, path: str) -> str:
        return ntpath.normpath(f"//{self._host}{path}")

    def _patiently(self, call: Callable[[], T]) -> T:
        """What another one holds for a moment is tried again; a share that forbids it says so every time."""
        for _ in range(ATTEMPTS - 1):
            try:
                return call()
            except OSError as error:
                if error.errno not in _BUSY:
                    raise
            threading.Event().wait(PAUSE)
        return call()

    @contextmanager
    def _reaching(self) -> Iterator[None]:
        try:
            with self._lock:
                smbclient.register_session(self._host, **self._as)  # nothing is sent where the connection still stands
            yield
        except _REFUSED:
            raise ShareTrouble(Fault.SIGN_IN, self._place) from None
        except (ValueError, smbprotocol.exceptions.SMBConnectionClosed):  # the first where nobody listens
            raise ShareTrouble(Fault.UNREACHABLE, self._place) from None
