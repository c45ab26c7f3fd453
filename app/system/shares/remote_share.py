"""A share that is reached through a file system of fsspec: the web and buckets by our own, anything else by fsspec's.

The rule: nothing of fsspec is seen from outside; its errors become `ShareTrouble`.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Protocol
from urllib.parse import quote, unquote

from app.core.shares.share import MAX_NAMES, READ_LIMIT, Fault, Fresh, Look, ShareTrouble, is_ignored, is_share_name
from app.system.faults import fault_of


class Files(Protocol):
    """What is asked of a file system of fsspec."""

    def ls(self, path: str, detail: bool = True) -> list[Any]:
        """What a folder holds."""
        ...

    def info(self, path: str) -> dict[str, Any]:
        """What is known of a file."""
        ...

    def pipe_file(self, path: str, value: bytes) -> None:
        """Write a file whole."""
        ...

    def rm_file(self, path: str) -> None:
        """Delete a file."""
        ...

    def fetch(self, path: str, known: Look | None, limit: int) -> Fresh | None:
        """Read a file unless it is still the known one."""
        ...

    def create(self, path: str, value: bytes) -> bool:
        """Write a file that is not there yet."""
        ...


class RemoteShare:
    """Files under `root`; `is_quoted` tells that paths are addresses in which names are percent-encoded."""

    def __init__(self, files: Files, root: str, place: str, *, is_quoted: bool = True) -> None:
        self._files = files
        self._root = root.rstrip("/")
        self._place = place
        self._is_quoted = is_quoted

    @property
    def place(self) -> str:
        """Its address, without credentials."""
        return self._place

    def names(self, folder: str = "") -> Sequence[str]:
        """The files of a folder, in order."""
        path = self._path(folder) if folder else self._root
        try:
            with self._named(folder):
                entries = self._files.ls(path, detail=True)
        except ShareTrouble as trouble:
            if trouble.reason is Fault.NOT_THERE and folder:
                return ()
            raise
        if len(entries) > MAX_NAMES:
            raise ShareTrouble(Fault.CROWDED, self._place)
        start = f"{folder}/" if folder else ""
        found = {start + self._last(entry["name"]) for entry in entries if entry["type"] != "directory"}
        return sorted(name for name in found if is_share_name(name) and not is_ignored(name))

    def look(self, name: str) -> Look:
        """What the server tells of a file."""
        path = self._path(name)
        with self._named(name):
            told = self._files.info(path)
        if told.get("type") == "directory":
            raise ShareTrouble(Fault.NOT_THERE, name)
        return look_of(told)

    def read(self, name: str, limit: int = READ_LIMIT) -> bytes:
        """The whole file."""
        fresh = self.read_new(name, None, limit)
        return fresh.content if fresh else b""

    def read_new(self, name: str, known: Look | None, limit: int = READ_LIMIT) -> Fresh | None:
        """The file unless it is still the known one."""
        path = self._path(name)
        with self._named(name):
            return self._files.fetch(path, known, limit)

    def create(self, name: str, content: bytes) -> bool:
        """Write a file that is not there yet."""
        path = self._path(name)
        with self._named(name):
            return self._files.create(path, content)

    def replace(self, name: str, content: bytes) -> None:
        """Write a file whole."""
        path = self._path(name)
        with self._named(name):
            self._files.pipe_file(path, content)

    def remove(self, name: str) -> None:
        """Delete a file."""
        path = self._path(name)
        try:
            with self._named(name):
                self._files.rm_file(path)
        except ShareTrouble as trouble:
            if trouble.reason is not Fault.NOT_THERE:
                raise

    def _path(self, name: str) -> str:
        if not is_share_name(name):
            raise ShareTrouble(Fault.BAD_NAME, name)
        return f"{self._root}/{quote(name, safe='/-._~') if self._is_quoted else name}"

    def _last(self, path: str) -> str:
        last = path.rstrip("/").rpartition("/")[2]
        return unquote(last) if self._is_quoted else last

    @contextmanager
    def _named(self, name: str) -> Iterator[None]:
        """Faults of fsspec by our names."""
        try:
            yield
        except ShareTrouble:
            raise
        except FileNotFoundError:
            raise ShareTrouble(Fault.NOT_THERE, name or self._place) from None
        except OSError as error:
            raise ShareTrouble(fault_of(error), name or self._place) from None
        except Exception as error:
            raise ShareTrouble(Fault.SERVER, self._place, type(error).__name__) from None


def look_of(told: dict[str, Any]) -> Look:
    """A look from what fsspec calls info."""
    at = told.get("mtime") or told.get("LastModified") or told.get("last_modified")
    if isinstance(at, (int, float)):
        at = datetime.fromtimestamp(at, UTC)
    etag = told.get("ETag") or told.get("e_tag") or ""
    return Look(told.get("size"), at if isinstance(at, datetime) else None, str(etag))
