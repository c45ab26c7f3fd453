"""A file put on the disk: a workbook, a pack, an export.

The rule: what stands under the name is the old file or the whole new one, never a part of it. Whoever reads the old one
at that moment is waited for: Windows puts nothing in the place of an open file.
"""

import errno
import os
import tempfile
import threading
from contextlib import suppress
from pathlib import Path

from app.core.storage import NotWritten, Trouble

ATTEMPTS = 10
PAUSE = 0.05
"""Seconds between two attempts: somebody's glance at the file is over by then, an open workbook is not."""
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def put(path: str, content: bytes) -> None:
    """Write a file in place of what has its name. Raises `NotWritten`."""
    target = Path(path)
    beside = ""
    try:
        handle, beside = tempfile.mkstemp(".tmp", ".", target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(0o644)  # a temporary file is for its owner only, a workbook for colleagues too
        _take_place(Path(beside), target)
    except (OSError, ValueError) as error:
        if beside:
            Path(beside).unlink(missing_ok=True)
        raise NotWritten(path, _trouble(error, has_begun=bool(beside))) from error


def _take_place(beside: Path, target: Path) -> None:
    for _ in range(ATTEMPTS - 1):
        with suppress(PermissionError):
            beside.replace(target)
            return
        threading.Event().wait(PAUSE)
    beside.replace(target)


def _trouble(error: OSError | ValueError, *, has_begun: bool) -> Trouble:
    if isinstance(error, OSError) and error.errno in _FULL:
        return Trouble.FULL
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Trouble.GONE
    # A copy could be laid beside it, so the folder is not what forbids: somebody holds the file itself.
    return Trouble.LOCKED if has_begun and isinstance(error, PermissionError) else Trouble.READ_ONLY
