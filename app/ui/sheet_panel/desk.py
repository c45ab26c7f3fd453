"""What the place of the cheat-sheet asks of the program, so that it can be shown over anything that answers so.

The rule: the place reads through these callables whenever it shows something and keeps no entry of its own.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from app.core.changes import Changed
from app.core.phrases.phrase import Phrase
from app.core.sheet.changes import Change
from app.core.sheet.sheet import About, Sheet
from app.core.values import dataclass
from app.services.sheet.ledger import SheetStep


class Chosen(Protocol):
    """What phrases speak of: `chosen` is what the agent said by choosing in this place."""

    chosen: About


class Verbs(Protocol):
    """What is done to entries from here, as `CheatSheet` does it. Each gives what changed and raises `NotStored`."""

    def delete(self, ids: Collection[str]) -> Changed:
        """Put entries into the bin."""
        ...

    def mark_sold_out(self, product_id: str, *, is_sold_out: bool) -> Changed:
        """Say that there is none of a product any more, or that there is again."""
        ...

    def confirm(self, ids: Collection[str]) -> Changed:
        """Mark changes as read."""
        ...

    def undo(self) -> Changed:
        """Undo what was done last; nothing where nothing was."""
        ...

    @property
    def undoable(self) -> SheetStep | None:
        """What `undo` would undo."""
        ...


@dataclass(frozen=True, slots=True)
class SheetDesk:
    """Where everything comes from.

    `changes` are the latest first, confirmed ones too; `answers` those of one entry; `find_products` gives the ids of
    the products that a text finds, the best first, at most so many; `steps` are the minutes before an end at which it
    becomes urgent; `read_image` raises `NotStored`.
    """

    sheet: Callable[[], Sheet]
    changes: Callable[[], Sequence[Change]]
    answers: Callable[[str], Sequence[Phrase]]
    find_products: Callable[[str, int], Sequence[str]]
    now: Callable[[], datetime]
    zone: Callable[[], ZoneInfo]
    steps: Callable[[], Sequence[int]]
    read_image: Callable[[str], bytes]
    subjects: Chosen
    verbs: Verbs
