"""Everything of a data folder in one go.

The rule: `open_data` runs in a helper thread after the first paint (it imports SQLAlchemy); what it gives is used on
the main thread only, save the backups, which may run anywhere: `backups.make_daily()` belongs into the same thread
after the data was handed over.
"""

from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path

from app.core.values import dataclass
from db.backups import BackupFolder
from db.countdowns import Countdowns
from db.engine import Database, open_database
from db.images import ImageFolder
from db.opening.early import Early, recent_since, shelf_of
from db.orders import Orders
from db.packs import Packs
from db.pictures import named_in
from db.sheets import Sheets
from db.stores import Phrases, SettingsRows
from db.troubles import told

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
    orders: Orders
    packs: Packs
    settings: SettingsRows
    images: ImageFolder
    backups: BackupFolder

    def read(self, now: datetime | None = None) -> Early:
        """All that the desk shows, its phrases sorted for `Library.load`. Raises `NotStored`.

        With `now` only the orders are read that are open or ended in the two days before it.
        """
        since = recent_since(now)
        return Early(
            shelf=shelf_of(self.phrases.all()),
            settings=self.settings.load(),
            sheet=self.sheets.all(),
            uses=self.sheets.uses(),
            changes=self.sheets.changes(),
            timers=self.countdowns.timers(),
            told=self.countdowns.told(),
            heartbeat=self.countdowns.heartbeat(),
            orders=self.orders.all() if since is None else self.orders.recent(since),
            order_events=self.orders.events(since),
            order_kinds=self.orders.kinds(),
            follow_ups=self.orders.follow_ups(),
            orders_since=since,
            order_marks=self.orders.marks(),
            pack_sources=self.packs.sources(),
            pack_news=self.packs.latest_news(),
            pack_moved=self.packs.moved(),
        )

    def collect_pictures(self, used: Collection[str], before: datetime) -> int:
        """Delete the pictures that nobody needs and that were put before a moment; how many. Raises `NotStored`.

        Besides the `used` ones those stay that stand in the database (a pack's words, which a reset brings back) or in
        one of its backups. It may run in a helper thread.
        """
        idle = self.images.idle(used, before)
        if idle:
            with told():
                idle -= named_in(self.database.file) | self.backups.pictures()
        return self.images.remove(idle)


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
        Orders(database),
        Packs(database),
        SettingsRows(database),
        ImageFolder(folder / IMAGES),
        backups,
    )
