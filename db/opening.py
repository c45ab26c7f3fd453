"""Everything of a data folder in one go.

The rule: `open_data` runs in a helper thread after the first paint (it imports SQLAlchemy); what it gives is used on
the main thread only, save the backups, which may run anywhere: `backups.make_daily()`
belongs into the same thread after the data was handed over.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.core.phrases import Phrase
from app.core.settings import Settings
from app.core.shelf import Shelf
from db.backups import BackupFolder
from db.engine import Database, open_database
from db.images import ImageFolder
from db.stores import Phrases, SettingsRows

DATABASE = "qindesk.db"
BACKUPS = "backups"
IMAGES = "images"


@dataclass(frozen=True, slots=True)
class Data:
    """An open data folder with all that was read from it: `shelf` is for `Library.load`."""

    database: Database
    phrases: Phrases
    settings: SettingsRows
    images: ImageFolder
    backups: BackupFolder
    all_phrases: Sequence[Phrase]
    shelf: Shelf
    all_settings: Settings


def open_data(folder: Path, now: Callable[[], datetime]) -> Data:
    """Open a data folder and read everything. Raises `NotStored`."""
    file = folder / DATABASE
    backups = BackupFolder(file, folder / BACKUPS, now)
    database = open_database(file, before_migrating=lambda: backups.make("migration"))
    try:
        phrases, settings = Phrases(database), SettingsRows(database)
        all_phrases, all_settings = phrases.all(), settings.load()
    except BaseException:
        database.close()
        raise
    shelf = Shelf(all_phrases)
    shelf.groups()  # sorts the groups here rather than on the main thread
    return Data(database, phrases, settings, ImageFolder(folder / IMAGES), backups, all_phrases, shelf, all_settings)
