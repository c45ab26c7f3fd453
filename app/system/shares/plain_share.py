"""A share that is a folder for this computer: a local one, a network drive, `\\\\server\\share` of Windows.

The rule: what others read is never half-written. A new file is written beside its place and put there with one step
that fails where the name is taken; nothing that is no ordinary file is opened.

Replacing a file that somebody reads at that moment is refused on SMB whatever the reader shares: it is tried again.
"""

import errno
import os
import secrets
import stat
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from app.core.shares.share import MAX_NAMES, READ_LIMIT, Fault, Fresh, Look, ShareTrouble, is_ignored, is_share_name
from app.system.faults import fault_of

ATTEMPTS = 20
PAUSE = 0.1
"""Seconds between two attempts to put a file in the place of one that is being read."""
_CHUNK = 1024 * 1024
_NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL})


class PlainShare:
    """Files under a folder. `pause` is how it waits for a reader to be done."""

    def __init__(self, root: Path, pause: Callable[[float], object] | None = None) -> None:
        self._root = root
        self._pause = pause or threading.Event().wait

    @property
    def place(self) -> str:
        """Its path."""
        return str(self._root)

    def names(self, folder: str = "") -> Sequence[str]:
        """The files of a folder, in order."""
        path = self._path(folder) if folder else self._root
        start = f"{folder}/" if folder else ""
        found: list[str] = []
        try:
            with self._named(folder), os.scandir(path) as listing:
                for entry in listing:
                    if not is_ignored(entry.name) and _is_file(entry):
                        found.append(start + entry.name)
                    if len(found) > MAX_NAMES:
                        raise ShareTrouble(Fault.CROWDED, str(path))
        except ShareTrouble as trouble:
            if trouble.reason is Fault.NOT_THERE and folder and self._root_is_there():
                return ()
            raise
        return sorted(name for name in found if is_share_name(name))

    def look(self, name: str) -> Look:
        """Size and time; a folder, a pipe or a device is no file."""
        path = self._path(name)
        with self._named(name):
            return self._look_at(path.stat(), name)

    def read(self, name: str, limit: int = READ_LIMIT) -> bytes:
        """The whole file, if nobody writes it meanwhile."""
        return self._read(name, limit).content

    def read_new(self, name: str, known: Look | None, limit: int = READ_LIMIT) -> Fresh | None:
        """The file unless size and time are the known ones."""
        if known is not None and self.look(name) == known:
            return None
        return self._read(name, limit)

    def create(self, name: str, content: bytes) -> bool:
        """Write a file that is not there yet; of two at once one wins, and neither is ever seen half-written."""
        path = self._path(name)
        with self._named(name):
            if path.exists():
                return False
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = _written_beside(path, content)
            try:
                return _put_if_free(beside, path, content)
            finally:
                with suppress(OSError):
                    beside.unlink()

    def replace(self, name: str, content: bytes) -> None:
        """Write a file whole, in the place of the former one."""
        path = self._path(name)
        with self._named(name):
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = _written_beside(path, content)
            try:
                self._put(beside, path)
            except BaseException:
                with suppress(OSError):
                    beside.unlink()
                raise

    def remove(self, name: str) -> None:
        """Delete a file; one that is gone is no error."""
        path = self._path(name)
        with self._named(name):
            path.unlink(missing_ok=True)

    def _read(self, name: str, limit: int) -> Fresh:
        path = self._path(name)
        with self._named(name):
            self._look_at(path.stat(), name)  # a pipe is told before it is opened: opening one may never end
            with path.open("rb", buffering=0) as file:
                look = self._look_at(os.fstat(file.fileno()), name)  # another file may have taken the name meanwhile
                if (look.size or 0) > limit:
                    raise ShareTrouble(Fault.TOO_BIG, name)
                content = bytearray()
                while chunk := file.read(_CHUNK):
                    content += chunk
                    if len(content) > limit:
                        raise ShareTrouble(Fault.TOO_BIG, name)
                after = self._look_at(os.fstat(file.fileno()), name)
        if len(content) != look.size or after.size != look.size or after.modified_at != look.modified_at:
            raise ShareTrouble(Fault.UNSTEADY, name)
        return Fresh(bytes(content), look)

    def _look_at(self, status: os.stat_result, name: str) -> Look:
        if not stat.S_ISREG(status.st_mode):
            raise ShareTrouble(Fault.NOT_THERE, name)
        return Look(status.st_size, datetime.fromtimestamp(status.st_mtime, UTC))

    def _put(self, beside: Path, path: Path) -> None:
        for _ in range(ATTEMPTS):
            with suppress(PermissionError):
                beside.replace(path)
                _settle(path.parent)
                return
            self._pause(PAUSE)
        raise ShareTrouble(Fault.IN_USE, path.name)

    def _path(self, name: str) -> Path:
        if not is_share_name(name):
            raise ShareTrouble(Fault.BAD_NAME, name)
        return self._root.joinpath(*name.split("/"))

    def _root_is_there(self) -> bool:
        with suppress(OSError):
            return self._root.is_dir()
        return False

    @contextmanager
    def _named(self, name: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise ShareTrouble(fault_of(error), name or self.place) from None


def _is_file(entry: "os.DirEntry[str]") -> bool:
    with suppress(OSError):
        return entry.is_file()
    return False


def _written_beside(path: Path, content: bytes) -> Path:
    """A whole file next to the place where it is to lie, under a name that every reader passes over."""
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    return beside


def _put_if_free(beside: Path, path: Path, content: bytes) -> bool:
    """Give a whole file its name, unless the name is taken."""
    try:
        if os.name == "nt":
            beside.rename(path)  # fails there where the name is taken
        else:
            path.hardlink_to(beside)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return _write_if_free(path, content)
    _settle(path.parent)
    return True


def _write_if_free(path: Path, content: bytes) -> bool:
    """The same where the share knows no links: the name is taken first, and readers check what they read."""
    try:
        with path.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        return False
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise
    return True


def _settle(folder: Path) -> None:
    """Make a name as durable as its file, where the system can."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
