"""Everything of a data folder in one go.

The rule: `open_data` runs in a helper thread after the first paint (it imports SQLAlchemy); what it gives is used on
the main thread only, save the backups, which may run anywhere: `backups.make_daily()`
belongs into the same thread after the data was handed over.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.backups import BackupFolder
from db.countdowns import Countdowns
from db.early import Early, shelf_of
from db.engine import Database, open_database
from db.images import ImageFolder
from db.sheets import Sheets
from db.stores import Phrases, SettingsRows

DATABASE = "qindesk.db"
BACKUPS = "backups"
IMAGES = "images"


@dataclass(frozen=True, slots=True)
class Data:
    """An open data folder: its stores."""

    database: Database
    phrases: Phrases
    sheets: Sheets
    countdowns: Countdowns
    settings: SettingsRows
    images: ImageFolder
    backups: BackupFolder

    def read(self) -> Early:
        """All that the desk shows, its phrases sorted for `Library.load`. Raises `NotStored`."""
        return Early(
            shelf_of(self.phrases.all()),
            self.settings.load(),
            self.sheets.all(),
            self.sheets.uses(),
            self.sheets.changes(),
            self.countdowns.timers(),
            self.countdowns.told(),
            self.countdowns.heartbeat(),
        )


def open_data(folder: Path, now: Callable[[], datetime]) -> Data:
    """Open a data folder. Raises `NotStored`."""
    file = folder / DATABASE
    backups = BackupFolder(file, folder / BACKUPS, now)
    database = open_database(file, before_migrating=lambda: backups.make("migration"))
    return Data(
        database,
        Phrases(database),
        Sheets(database),
        Countdowns(database),
        SettingsRows(database),
        ImageFolder(folder / IMAGES),
        backups,
    )
