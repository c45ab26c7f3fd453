"""What can go wrong where things are kept, in words that every room may know."""

from collections.abc import Mapping
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


class NotWritten(Exception):
    """A file for elsewhere could not be written; what stood under its name is as before."""

    def __init__(self, path: str, trouble: Trouble) -> None:
        super().__init__(f"{path}: {trouble.value}")
        self.path = path
        self.trouble = trouble

    @property
    def sentence(self) -> str:
        """Why, in English."""
        return UNWRITTEN[self.trouble].replace("{path}", self.path)


UNWRITTEN: Mapping[Trouble, str] = {
    Trouble.LOCKED: "{path} is open in another program. Close it there and try again.",
    Trouble.READ_ONLY: "{path} may not be written. Choose another folder.",
    Trouble.FULL: "The disk is full. Free some space and try again.",
    Trouble.GONE: "The folder of {path} does not exist. Choose another one.",
}
"""Why a file could not be written, in English; no other trouble is told of one."""


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
