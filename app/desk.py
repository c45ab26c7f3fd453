"""Everything behind the window, opened in one go: data, services, search.

The rule: it runs in a helper thread after the first paint, because it imports what costs time (numpy and, after the
list stands, SQLAlchemy); what it gives belongs to the main thread from then on.
"""

import uuid
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import resources
from app.core.imports import UNWATCHED, BadFile, Columns, Reading, Watch
from app.core.pinyin import Readings
from app.core.search.index import Index
from app.ports import Clock
from app.services.facts import Facts
from app.services.find import Find
from app.services.importing import Import
from app.services.library import Library
from app.services.settings import Preferences
from app.system.paths import Paths
from db.early import Early, read_early
from db.late import Late

if TYPE_CHECKING:
    from db.opening import Data

RESOURCES = Path(resources.__file__).parent
STARTER_PACKS: Mapping[str, Path] = {
    "zh_CN": RESOURCES / "packs" / "starter.json",
    "en": RESOURCES / "packs" / "starter.en.json",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """The services that need no window."""

    stores: Late
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

    def close(self) -> None:
        """Let go of the data."""
        self.stores.close()


def open_desk(paths: Paths, clock: Clock) -> Desk:
    """Open a data folder and build every service on it. Raises `NotStored`."""
    data = open_data_now(paths, clock)
    opened: Future[Data] = Future()
    opened.set_result(data)
    try:
        return _build(Late(opened), data.read(), clock)
    except BaseException:
        data.database.close()
        raise


def open_early(paths: Paths, clock: Clock) -> "tuple[Desk, Future[Data]] | None":
    """A desk on what plain sqlite3 can read, or None; whoever calls fills the future with `open_data_now`."""
    early = read_early(paths.database)
    if early is None:
        return None
    opened: Future[Data] = Future()
    return _build(Late(opened, early), early, clock), opened


def open_data_now(paths: Paths, clock: Clock) -> "Data":
    """Open the database for writing. Raises `NotStored`."""
    from db.opening import open_data  # noqa: PLC0415 - SQLAlchemy: twice the time of everything else in a start

    return open_data(paths.data, clock.now)


def _build(stores: Late, read: Early, clock: Clock) -> Desk:
    find = Find(lambda: Index(Readings.parse((RESOURCES / "pinyin.txt").read_text("utf-8"))), clock)
    library = Library(stores.phrases, clock, new_id, find.update)
    library.load(read.shelf)
    find.load(library.phrases())
    preferences = Preferences(stores.settings, read.settings)
    importing = Import(_read, library.ledger, stores.backups, clock, new_id)
    return Desk(stores, clock, preferences, library, find, importing, Facts(clock, lambda: preferences.current))


def _read(
    path: str, watch: Watch = UNWATCHED, columns: Columns | None = None, format_name: str = ""
) -> Sequence[Reading | BadFile]:
    from app.formats import reading  # noqa: PLC0415 - the readers of foreign files wait for the first one

    return reading.read(path, watch, columns, format_name)


def new_id() -> str:
    """An id that no other PC gives to a phrase."""
    return uuid.uuid4().hex
