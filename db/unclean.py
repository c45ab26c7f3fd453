"""A database that was not closed: its write-ahead log is tried on a copy before SQLite may fold it in.

The rule: neither file is changed until it is known that they belong together. A log that is not this database's (a file
was put back by hand) would ruin it, because SQLite folds in whatever lies there; it is moved aside, never deleted.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from app.core.storage import NotStored, Trouble
from db import checks
from db.files import sweep

STRANGE = "-wal.strange"
_TRIAL = ".trial-"
_LOCK_AT = 128  # where SQLite's connections hold a shared lock on the -shm file as long as they are open


def settle(file: Path) -> bool:
    """Make a database fit to be opened; whether a strange log was moved aside. Raises `NotStored` and `OSError`."""
    if not checks.has_wal(file) or _is_open_elsewhere(checks.beside(file, "-shm")):
        return False
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=_TRIAL) as folder:
        sweep(file.parent, f"{_TRIAL}*", Path(folder))
        trial = Path(folder) / file.name
        shutil.copyfile(file, trial)
        shutil.copyfile(checks.beside(file, "-wal"), checks.beside(trial, "-wal"))
        if checks.is_sound(trial):
            return False
        for suffix in ("-wal", "-shm"):
            checks.beside(trial, suffix).unlink(missing_ok=True)
        shutil.copyfile(file, trial)
        if not checks.is_sound(trial):
            raise NotStored(Trouble.DAMAGED, "log")
    if _is_open_elsewhere(checks.beside(file, "-shm")):  # another process was quicker: the log is its own by now
        return False
    _move_aside(file)
    return True


def _move_aside(file: Path) -> None:
    number = 1
    while (aside := checks.beside(file, f"{STRANGE}-{number}")).exists():
        number += 1
    checks.beside(file, "-wal").rename(aside)
    checks.beside(file, "-shm").unlink(missing_ok=True)


def _is_open_elsewhere(shm: Path) -> bool:
    """Whether another process has the database open. On Windows its files could not be moved then anyway."""
    if sys.platform == "win32" or not shm.exists():
        return False
    import fcntl  # noqa: PLC0415 - POSIX only

    with shm.open("r+b") as handle:
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _LOCK_AT)
        except OSError:
            return True
    return False
