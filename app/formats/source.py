"""A file that was handed to the readers: its name and its bytes, read once.

The rule: the size is asked for before a byte is read, and whatever the system says against reading is a `BadFile`.
"""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from app.core.imports.reading import MAX_FILE_BYTES, BadFile, Reason, Spot
from app.core.values import dataclass
from app.formats.sheet import Sheet

HEAD_BYTES = 64 * 1024
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """One file in memory; `path` is the path as it was given, for the report."""

    path: str
    content: bytes
    sheets: tuple[Sheet, ...] = ()

    @property
    def suffix(self) -> str:
        """The ending of the name in lower case, with its dot."""
        return Path(self.path).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without folder and ending."""
        return Path(self.path).stem

    def bad(self, reason: Reason, *names: str, line: int = 0, sheet: str = "", limit: int = 0) -> BadFile:
        """The error that refuses this file."""
        return BadFile(Spot(self.path, sheet, line), reason, names, limit)


def load(path: str) -> Source:
    """Read a regular file of at most `MAX_FILE_BYTES`. Raises `BadFile`."""
    spot = Spot(path)
    try:
        status = os.stat(path)  # noqa: PTH116 - a path with a NUL raises ValueError here and only here
        if not stat.S_ISREG(status.st_mode):
            raise BadFile(spot, Reason.UNKNOWN_FORMAT)
        if status.st_size > MAX_FILE_BYTES:
            raise BadFile(spot, Reason.TOO_BIG, limit=MAX_FILE_BYTES // _MEGABYTE)
        with Path(path).open("rb") as file:
            content = _read(file)
    except (FileNotFoundError, NotADirectoryError):
        raise BadFile(spot, Reason.NOT_FOUND) from None
    except (OSError, ValueError) as error:
        raise BadFile(spot, Reason.UNREADABLE, (_why(error),)) from None
    return of_bytes(path, content)


def _read(file: BinaryIO) -> bytes:
    """All of a file, up to one byte more than allowed: it may have grown since its size was asked for.

    In pieces, for Windows looks at every page of the memory that a read asks for: 30 ms a file, however small.
    """
    pieces, room = [], MAX_FILE_BYTES + 1
    while room and (piece := file.read(min(room, _MEGABYTE))):
        pieces.append(piece)
        room -= len(piece)
    return b"".join(pieces)


def of_bytes(path: str, content: bytes) -> Source:
    """The same of bytes that came from elsewhere; `path` is what they are called. Raises `BadFile`."""
    spot = Spot(path)
    if len(content) > MAX_FILE_BYTES:
        raise BadFile(spot, Reason.TOO_BIG, limit=MAX_FILE_BYTES // _MEGABYTE)
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise BadFile(spot, Reason.EMPTY)
    return Source(path, content)


def _why(error: OSError | ValueError) -> str:
    return (error.strerror or "") if isinstance(error, OSError) else str(error)
