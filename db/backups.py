"""Copies of the database that were read back after writing: the port `Backups`.

The rule: a backup has its name only after it was verified, and before anything is put back the present state is backed
up, so a restore has a way back too. Giving up old ones never costs the one that was asked for. It opens connections of
its own and so may run in a helper thread.
"""

import hashlib
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.core.storage import Backup, Contents, NotStored, Trouble
from db import checks, files
from db.contents import contents
from db.forgetting import forget_buyers, holds_buyers
from db.keeping import DAILY, kept
from db.pictures import named_in
from db.troubles import told
from db.unclean import STRANGE

RESTORE = "restore"
_NAME = re.compile(r"qindesk-(\d{8}T\d{6})(\d{6})Z-([a-z_]{1,20})\.db")
_HASH = ".sha256"
_RESTORING = ".restoring-"
_PATIENCE = 0.25


class BackupFolder:
    """The backups of one database."""

    def __init__(self, file: Path, folder: Path, now: Callable[[], datetime]) -> None:
        self._file = file
        self._folder = folder
        self._now = now

    def make(self, why: str) -> str:
        """Write one and verify it; its file name. `why` is a word in small letters. Raises `NotStored`."""
        return self._make(why)

    def _make(self, why: str, *spared: str) -> str:
        """As `make`; the backups `spared` stay, however old they are."""
        made_at = self._now().astimezone(UTC)
        name = f"qindesk-{made_at:%Y%m%dT%H%M%S%f}Z-{why}.db"
        if not _NAME.fullmatch(name):
            raise ValueError("the reason of a backup is a word in small letters")
        with told():
            files.make_folder(self._folder)
            with files.appearing(self._folder / name) as part:
                _copy(self._file, part)
                digest = _digest(part)
                files.write(self._folder / (name + _HASH), f"{digest}  {name}\n".encode())
            self._prune(name, made_at, *spared)
        return name

    def make_daily(self) -> str | None:
        """Write the automatic one if there is none of the last 24 hours; its name. Raises `NotStored`.

        One that is dated later than now was made while the clock was wrong, and counts for nothing.
        """
        now = self._now()
        if any(one.why == DAILY and now - timedelta(days=1) < one.made_at <= now for one in self.all()):
            return None
        return self.make(DAILY)

    def all(self) -> Sequence[Backup]:
        """Those there are, the newest first. Raises `NotStored`."""
        with told():
            found = [_backup(path) for path in sorted(self._folder.glob("qindesk-*.db"))]
        return sorted((one for one in found if one), key=lambda one: one.made_at, reverse=True)

    def contents(self, name: str) -> Contents:
        """What a backup holds; with an empty name what the data holds now. Raises `NotStored`."""
        if name and not _NAME.fullmatch(name):
            raise NotStored(Trouble.GONE, "name")
        file = self._folder / name if name else self._file
        with told(), closing(checks.connect(file)) as connection:
            if name and _written_digest(file) != _digest(file):
                raise NotStored(Trouble.DAMAGED, "hash")
            return contents(connection)

    def pictures(self) -> frozenset[str]:
        """The picture files that backups name: a restore shows them again. Raises `NotStored`.

        One that cannot be read cannot be restored either, and names none.
        """
        named: set[str] = set()
        for backup in self.all():
            with suppress(sqlite3.Error):
                named |= named_in(self._folder / backup.name)
        return frozenset(named)

    def restore(self, name: str) -> str:
        """Put the data back as it was then; the backup made just before, which is the way back.

        Raises `NotStored`, and then the data is as it was. Afterwards whoever holds data in memory reads it again.
        """
        self.verify(name)
        way_back = self._make(RESTORE, name)
        with told(), tempfile.TemporaryDirectory(dir=self._folder, prefix=_RESTORING) as folder:
            part = Path(folder) / name
            files.make_private(part)
            _copy(self._folder / name, part)
            _bring_up(part)
            with closing(checks.connect(part)) as old, closing(checks.connect(self._file, "rw", _PATIENCE)) as live:
                _pour(old, live)
        return way_back

    def replace_damaged(self, name: str) -> str:
        """Put a backup in the place of a database that cannot be opened; the name of the folder with the damaged files.

        Only for a start that failed: nobody may have the database open. Raises `NotStored`.
        """
        self.verify(name)
        aside = self._folder / f"damaged-{self._now().astimezone(UTC):%Y%m%dT%H%M%S%f}Z"
        restored = self._file.with_name(self._file.name + ".restored")
        with told():
            with files.appearing(restored) as part:
                _copy(self._folder / name, part)
            files.make_folder(aside)
            for old in _parts(self._file):
                shutil.copyfile(old, aside / old.name)
                files.sync(aside / old.name)
            for suffix in ("-wal", "-shm"):
                checks.beside(self._file, suffix).unlink(missing_ok=True)
            restored.replace(self._file)
            files.sync_folder(self._file.parent)
        return aside.name

    def forget_buyers(self) -> None:
        """Take buyers' data out of every backup; one that cannot be read is deleted, as is what was laid aside.

        Raises `NotStored`.
        """
        with told():
            for backup in self.all():
                self._forget_buyers(backup.name)
            for aside in self._folder.glob("damaged-*"):
                shutil.rmtree(aside)
            for log in self._file.parent.glob(f"{self._file.name}{STRANGE}-*"):
                log.unlink()

    def _forget_buyers(self, name: str) -> None:
        file = self._folder / name
        try:
            self.verify(name)
        except NotStored:
            file.unlink(missing_ok=True)
            file.with_name(name + _HASH).unlink(missing_ok=True)
            return
        with closing(checks.connect(file)) as old:
            if not holds_buyers(old):
                return
        with files.appearing(file) as part:
            _copy(file, part)
            with closing(checks.connect(part, "rw")) as copy:
                forget_buyers(copy)
            digest = _digest(part)
        files.write(self._folder / (name + _HASH), f"{digest}  {name}\n".encode())

    def verify(self, name: str) -> None:
        """Read a backup through: its hash and every check that it passed when it was made. Raises `NotStored`."""
        file = self._folder / name
        if not _NAME.fullmatch(name):
            raise NotStored(Trouble.GONE, "name")
        with told():
            if _written_digest(file) != _digest(file):
                raise NotStored(Trouble.DAMAGED, "hash")
            with closing(checks.connect(file)) as connection:
                checks.contents(connection)

    def _prune(self, made: str, now: datetime, *spared: str) -> None:
        """Delete what is too old; what cannot be deleted now (somebody has it open) is tried again the next time."""
        backups = self.all()
        keep = kept(backups, now).union(spared)
        for backup in backups:
            if backup.name not in keep:
                with suppress(OSError):
                    (self._folder / backup.name).unlink(missing_ok=True)
                    (self._folder / (backup.name + _HASH)).unlink(missing_ok=True)
        for left in (f"*{files.PART}*", f"{_RESTORING}*"):
            files.sweep(self._folder, left, self._folder / made)


def _parts(file: Path) -> list[Path]:
    """The file of a database and those beside it, as far as they are there."""
    return [part for suffix in ("", "-wal", "-shm") if (part := checks.beside(file, suffix)).exists()]


def _pour(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Copy every page in one step. Python would try for ever where the target is locked; this gives up."""

    def progress(status: int, _remaining: int, _total: int) -> None:
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise NotStored(Trouble.LOCKED, "backup")

    old.backup(new, pages=-1, progress=progress)


def _copy(source: Path, target: Path) -> None:
    """Copy a database into an empty file and read the copy back. The copy has no log beside it."""
    with closing(checks.connect(source)) as old:
        old.execute("BEGIN")  # what is counted is what is copied, whoever writes meanwhile
        wanted = checks.counts(old)
        with closing(checks.connect(target, "rw")) as new:
            _pour(old, new)
            new.execute("PRAGMA journal_mode = DELETE")
    with closing(checks.connect(target)) as copy:
        checks.contents(copy)
        if checks.counts(copy) != wanted:
            raise NotStored(Trouble.DAMAGED, "rows")


def _bring_up(file: Path) -> None:
    """Bring a copy of an older database up to the newest revision, before it takes the place of the data."""
    from db.engine import open_database  # noqa: PLC0415 - the engine makes backups too

    open_database(file).close()
    with closing(checks.connect(file, "rw")) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def _backup(file: Path) -> Backup | None:
    match = _NAME.fullmatch(file.name)
    if match is None:
        return None
    second, microsecond, why = match.groups()
    try:
        made_at = datetime.strptime(second, "%Y%m%dT%H%M%S").replace(microsecond=int(microsecond), tzinfo=UTC)
        return Backup(file.name, made_at, file.stat().st_size, why)
    except (ValueError, FileNotFoundError):  # no date of ours, or another thread has just pruned it
        return None


def _written_digest(file: Path) -> str:
    """The hash that was written beside a backup; empty where nothing can be read there."""
    return next(iter(file.with_name(file.name + _HASH).read_text().split()), "")


def _digest(file: Path) -> str:
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
