"""Files that are written whole or not at all, readable by their owner only.

The rule: a file gets its name after its last byte is on the disk.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PART = ".part"
"""The end of the name of a file that is still being written; one that is left over may be deleted."""


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner may look into. Raises `OSError`."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def make_private(file: Path) -> None:
    """Make an empty file that only its owner may read; one of that name is emptied. Raises `OSError`."""
    os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))


@contextmanager
def appearing(file: Path) -> Iterator[Path]:
    """Give an empty private file to fill; afterwards it is synced and takes its name, after an error it is gone."""
    part = file.with_name(file.name + PART)
    try:
        make_private(part)
        yield part
        sync(part)
        part.replace(file)
        sync_folder(file.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def write(file: Path, content: bytes) -> None:
    """Write a file whole. Raises `OSError`, and then what was there before is still there."""
    with appearing(file) as part, part.open("wb") as target:
        target.write(content)


def sync(file: Path) -> None:
    """Have the system put a file on the disk."""
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Have the system put the names in a folder on the disk, where it can (Windows does so by itself)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path, pattern: str, mine: Path) -> None:
    """Take away what killed processes left behind: files and folders of a name, an hour older than our own.

    What is renamed or taken away by somebody else meanwhile, or cannot be deleted, is passed over.
    """
    limit = mine.stat().st_mtime - 3600
    for left in folder.glob(pattern):
        with suppress(OSError):
            if left.stat().st_mtime >= limit:
                continue
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)
