"""What SQLite and the file system say went wrong, in the words that every room knows.

The rule: no text of a statement or its parameters gets into the words.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from app.core.storage import NotStored, Trouble

_BY_CODE = {
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_BUSY: Trouble.LOCKED,
    sqlite3.SQLITE_LOCKED: Trouble.LOCKED,
    sqlite3.SQLITE_PROTOCOL: Trouble.LOCKED,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_PERM: Trouble.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: Trouble.DAMAGED,
    sqlite3.SQLITE_SCHEMA: Trouble.DAMAGED,
    sqlite3.SQLITE_ERROR: Trouble.DAMAGED,
    sqlite3.SQLITE_CONSTRAINT: Trouble.DAMAGED,
    sqlite3.SQLITE_CANTOPEN: Trouble.GONE,
    sqlite3.SQLITE_IOERR: Trouble.GONE,
}
_BY_ERRNO = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EFBIG: Trouble.FULL,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EBUSY: Trouble.LOCKED,
    errno.EAGAIN: Trouble.LOCKED,
}
_WIN_SHARING = {32, 33}
_WRITE_FAILED = {
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
}


def of_sqlite(error: sqlite3.Error) -> NotStored:
    """The trouble of an error of sqlite3. A failed write that names no cause counts as a full disk."""
    code = getattr(error, "sqlite_errorcode", None)
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    if code is None:
        return NotStored(Trouble.GONE, name)
    if code in _WRITE_FAILED:
        return NotStored(Trouble.FULL, name)
    return NotStored(_BY_CODE.get(code & 0xFF, Trouble.DAMAGED), name)


def of_system(error: OSError) -> NotStored:
    """The trouble of an error of the file system; its detail names no path, because paths hold people's names."""
    if getattr(error, "winerror", None) in _WIN_SHARING:
        return NotStored(Trouble.LOCKED, "sharing")
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return NotStored(_BY_ERRNO.get(error.errno or 0, Trouble.GONE), name)


@contextmanager
def told() -> Iterator[None]:
    """Turn what goes wrong inside into `NotStored`."""
    try:
        yield
    except DBAPIError as error:
        raise _of_any(error.orig) from error
    except sqlite3.Error as error:
        raise of_sqlite(error) from error
    except OSError as error:
        raise of_system(error) from error


def _of_any(error: BaseException | None) -> NotStored:
    if isinstance(error, sqlite3.Error):
        return of_sqlite(error)
    return NotStored(Trouble.DAMAGED, type(error).__name__)
