"""A Windows share by fsspec's own file system, for systems that do not mount it.

The rule: a file is written beside its place and then put there in one step, as on a mounted share; whoever reads lets
others read, write and replace meanwhile.
"""

import errno
import ntpath
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar
from urllib.parse import urlsplit

import smbclient
import smbprotocol.exceptions
from fsspec.implementations.smb import SMBFileSystem

from app.core.shares.share import Fault, Fresh, Look, Secret, ShareTrouble
from app.system.shares.remote_share import look_of

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
        self._port = parts.port or 445
        self._secret = secret or Secret()
        self._deadline = deadline
        self._place = place
        self._files: Any = None
        self._lock = threading.Lock()

    def ls(self, path: str, detail: bool = True) -> list[Any]:
        """What a folder holds. fsspec's own asks for each file again, and fails when one has gone meanwhile."""
        self._at_hand()
        kinds = {True: "directory", False: "file"}
        with smbclient.scandir(self._whole(path), port=self._port) as listing:
            found = [{"name": f"{path}/{entry.name}", "size": None, "type": kinds[entry.is_dir()]} for entry in listing]
        return found if detail else [entry["name"] for entry in found]

    def info(self, path: str) -> dict[str, Any]:
        """What is known of a file."""
        return dict(self._at_hand().info(path))

    def fetch(self, path: str, known: Look | None, limit: int) -> Fresh | None:
        """Looked at before and after, because nothing else tells that somebody wrote meanwhile."""
        look = look_of(self.info(path))
        if look == known:
            return None
        if look.size is not None and look.size > limit:
            raise ShareTrouble(Fault.TOO_BIG, path)
        content = self._patiently(lambda: self._read(path, limit))
        if len(content) > limit:
            raise ShareTrouble(Fault.TOO_BIG, path)
        if look_of(self.info(path)) != look or look.size != len(content):
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
        files = self._at_hand()
        self._patiently(lambda: files.rm_file(path))

    def _read(self, path: str, limit: int) -> bytes:
        with self._at_hand().open(path, "rb") as file:
            return bytes(file.read(limit + 1))

    def _put(self, path: str, value: bytes, place: Callable[..., None]) -> None:
        files = self._at_hand()
        files.makedirs(path.rpartition("/")[0], exist_ok=True)
        beside = f"{path}.{secrets.token_hex(4)}.tmp"
        with files.open(beside, "xb") as file:
            file.write(value)
        try:
            self._patiently(lambda: place(self._whole(beside), self._whole(path), port=self._port))
        except BaseException:
            with suppress(OSError):
                files.rm_file(beside)
            raise

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

    def _at_hand(self) -> Any:
        with self._lock:
            if self._files is None:
                try:
                    self._files = self._connected()
                except _REFUSED:
                    raise ShareTrouble(Fault.SIGN_IN, self._place) from None
                except ValueError:  # what smbprotocol raises where nobody listens
                    raise ShareTrouble(Fault.UNREACHABLE, self._place) from None
            return self._files

    def _connected(self) -> Any:
        return SMBFileSystem(
            self._host,
            port=self._port,
            username=self._secret.user or None,
            password=self._secret.password or None,
            timeout=self._deadline,
            share_access="rwd",
            register_session_retries=0,
            skip_instance_cache=True,
        )
