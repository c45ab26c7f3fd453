"""A start before SQLAlchemy: what the window shows is read with plain sqlite3, and the stores come a moment later.

The rule: only a database that was closed cleanly and is of the newest revision is read early; whatever else it is,
`open_data` finds out and tells.
"""

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import Future
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.phrases import Phrase
from app.core.settings import Settings
from app.core.shelf import Shelf
from app.core.storage import Backup
from db import checks
from db.migrations import HEAD
from db.rows import COLUMNS, reader
from db.settings_rows import to_settings

if TYPE_CHECKING:
    from db.opening import Data


def read_early(file: Path) -> tuple[Shelf, Settings] | None:
    """Phrases and settings, or None where the database has to be opened first."""
    if not file.exists() or checks.has_wal(file):
        return None
    try:
        with closing(checks.connect(file, "ro", patience=0.05)) as connection:
            if connection.execute("SELECT version_num FROM alembic_version").fetchone() != (HEAD,):
                return None
            read = reader()
            rows = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM phrases")  # noqa: S608 - our own names
            phrases = [read(row) for row in rows.fetchall()]
            settings = to_settings(dict(connection.execute("SELECT key, value FROM settings")))
    except (sqlite3.Error, OSError, ValueError):
        return None
    return shelf_of(phrases), settings


def shelf_of(phrases: Iterable[Phrase]) -> Shelf:
    """A shelf whose groups are sorted here rather than on the main thread."""
    shelf = Shelf(phrases)
    shelf.groups()
    return shelf


class Late:
    """The stores of a database that another thread is still opening: whoever writes first waits for it.

    Every method raises `NotStored`, also for what went wrong in the opening.
    """

    def __init__(self, data: "Future[Data]") -> None:
        self.phrases = LatePhrases(data)
        self.settings = LateSettings(data)
        self.images = LateImages(data)
        self.backups = LateBackups(data)
        self._data = data

    def close(self) -> None:
        """Let go of the file."""
        if self._data.exception() is None:
            self._data.result().database.close()


class LatePhrases:
    """The port `PhraseStore`."""

    def __init__(self, data: "Future[Data]") -> None:
        self._data = data

    def all(self) -> Sequence[Phrase]:
        """Every phrase, those in the bin too."""
        return self._data.result().phrases.all()

    def put(self, phrases: Collection[Phrase]) -> None:
        """Store phrases, all or none."""
        self._data.result().phrases.put(phrases)

    def remove(self, ids: Collection[str]) -> None:
        """Delete phrases for good."""
        self._data.result().phrases.remove(ids)

    def record_use(self, phrase_id: str, at: datetime) -> None:
        """Count one use."""
        self._data.result().phrases.record_use(phrase_id, at)


class LateSettings:
    """The port `SettingsStore`."""

    def __init__(self, data: "Future[Data]") -> None:
        self._data = data

    def load(self) -> Settings:
        """The stored settings."""
        return self._data.result().settings.load()

    def save(self, settings: Settings) -> None:
        """Store them."""
        self._data.result().settings.save(settings)


class LateImages:
    """The port `Images`, with the clearing away of what nobody needs."""

    def __init__(self, data: "Future[Data]") -> None:
        self._data = data

    def put(self, content: bytes) -> str:
        """Copy a picture into the data folder and give its name."""
        return self._data.result().images.put(content)

    def read(self, file: str) -> bytes:
        """The picture."""
        return self._data.result().images.read(file)

    def collect(self, used: Collection[str], before: datetime) -> int:
        """Delete the pictures that nothing uses and that were put before a moment; how many."""
        return self._data.result().images.collect(used, before)


class LateBackups:
    """The port `Backups`, with the daily one."""

    def __init__(self, data: "Future[Data]") -> None:
        self._data = data

    def make(self, why: str) -> str:
        """Write one and verify it; its file name."""
        return self._data.result().backups.make(why)

    def make_daily(self) -> str | None:
        """Write the automatic one if there is none of the last 24 hours."""
        return self._data.result().backups.make_daily()

    def all(self) -> Sequence[Backup]:
        """Those there are, the newest first."""
        return self._data.result().backups.all()

    def restore(self, name: str) -> str:
        """Put the data back as it was then; the backup made just before."""
        return self._data.result().backups.restore(name)
