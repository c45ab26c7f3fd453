"""Everything behind the window, opened in one go: data, services, search.

The rule: `open_desk` runs in a helper thread after the first paint, because it imports what costs time (SQLAlchemy,
numpy, the readers); what it gives belongs to the main thread from then on.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import resources
from app.core.pinyin import Readings
from app.core.search.index import Index
from app.formats import reading
from app.ports import Clock
from app.services.facts import Facts
from app.services.find import Find
from app.services.importing import Import
from app.services.library import Library
from app.services.settings import Preferences
from app.system.paths import Paths
from db.opening import Data, open_data

RESOURCES = Path(resources.__file__).parent
STARTER_PACKS: Mapping[str, Path] = {
    "zh_CN": RESOURCES / "packs" / "starter.json",
    "en": RESOURCES / "packs" / "starter.en.json",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """The services that need no window."""

    data: Data
    clock: Clock
    preferences: Preferences
    library: Library
    find: Find
    importing: Import
    facts: Facts

    def reload(self) -> None:
        """Read everything again, after a backup was restored. Raises `NotStored`."""
        self.library.load()
        self.preferences.load()
        self.find.load(self.library.phrases())


def open_desk(paths: Paths, clock: Clock) -> Desk:
    """Open a data folder and build every service on it. Raises `NotStored`."""
    data = open_data(paths.data, clock.now)
    try:
        return _build(data, clock)
    except BaseException:
        data.database.close()
        raise


def _build(data: Data, clock: Clock) -> Desk:
    find = Find(lambda: Index(Readings.parse((RESOURCES / "pinyin.txt").read_text("utf-8"))), clock)
    library = Library(data.phrases, clock, new_id, find.update)
    library.load(data.shelf)
    find.load(library.phrases())
    preferences = Preferences(data.settings, data.all_settings)
    importing = Import(reading.read, library.ledger, data.backups, clock, new_id)
    return Desk(data, clock, preferences, library, find, importing, Facts(clock, lambda: preferences.current))


def new_id() -> str:
    """An id that no other PC gives to a phrase."""
    return uuid.uuid4().hex
