"""What can go wrong where things are kept, in words that every room may know."""

from datetime import datetime
from enum import Enum

from app.core.values import dataclass


class Trouble(Enum):
    """Why the data could not be read or written."""

    FULL = "full"
    LOCKED = "locked"
    READ_ONLY = "read_only"
    DAMAGED = "damaged"
    NEWER = "newer"
    FOREIGN = "foreign"
    GONE = "gone"


class NotStored(Exception):
    """Nothing of the change was kept and nothing older was lost. `detail` holds no text of a buyer."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(f"{trouble.value}: {detail}" if detail else trouble.value)
        self.trouble = trouble
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the database. `name` is its file in the backups folder, `why` a word: `daily`, `import`, `hand` …"""

    name: str
    made_at: datetime
    size: int
    why: str


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a database holds of each noun. What lies in the bin counts as `binned` alone.

    `open_orders` still wait for their payment, `ended_orders` do not.
    """

    phrases: int = 0
    activities: int = 0
    products: int = 0
    facts: int = 0
    timers: int = 0
    open_orders: int = 0
    ended_orders: int = 0
    binned: int = 0
