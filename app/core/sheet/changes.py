"""A change of a running activity (活动变更): old → new, on show until the agent has confirmed it.

The rule: what was changed while buyers already ask about it is never taken in silently.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.phrases.phrase import PERSONAL
from app.core.sheet.activities import Activity
from app.core.sheet.differences import Difference, Differences
from app.core.sheet.entries import SAMPLE, Fact
from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry, Sheet
from app.core.values import dataclass

STOCK = frozenset({"is_sold_out", "real_stock", "page_stock"})
"""What is told of every product while any activity runs: a buyer of it may be served from the same stock."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one entry. `field` is one of `differences.FIELDS` with the name of the row it is about; `old`
    and `new` are in words, empty for none.

    `entry_id` and `entry_name` say what was changed; moments are aware UTC; `source` is who changed it (`personal`: by
    hand, else the id of a pack).
    """

    id: str
    entry_id: str
    entry_name: str
    field: str
    old: str
    new: str
    changed_at: datetime
    source: str
    confirmed_at: datetime | None = None


def changes_of(
    edits: Iterable[tuple[Entry, Entry]],
    at: datetime,
    new_id: Callable[[], str],
    source: str = PERSONAL,
    *,
    sheet: Sheet,
    zone: ZoneInfo,
) -> tuple[Change, ...]:
    """What edits, old and new states, changed of running activities and of products and facts that belong to one.

    `sheet` is the one after the edits. An activity counts as running at `at` if it was by its old or is by its new
    state. That the sample is thrown away or brought back is told nobody: no buyer was ever promised anything of it.
    """
    running = _Running(sheet, at)
    differences = Differences(zone, sheet)
    told: list[Change] = []
    for old, new in edits:
        if new.source == SAMPLE and old.deleted_at != new.deleted_at:
            continue
        name = new.question if isinstance(new, Fact) else new.name
        for one in running.told(old, new, differences):
            told.append(Change(new_id(), new.id, name, one.field, one.old, one.new, at, source))
    return tuple(told)


class _Running:
    """What runs at a moment, and what belongs to it."""

    def __init__(self, sheet: Sheet, at: datetime) -> None:
        self._at = at
        running = sheet.running(at)
        self._activities = {activity.id for activity in running}
        self._products = {key for one in running for phase in one.phases for key in phase.product_ids}

    def told(self, old: Entry, new: Entry, differences: Differences) -> Iterable[Difference]:
        """The differences that are to be told."""
        if isinstance(old, Activity) and isinstance(new, Activity):
            has_run = any(one.deleted_at is None and one.is_running(self._at) for one in (old, new))
            return differences.between(old, new) if has_run else ()
        if not self._activities:
            return ()
        if self._has(old) or self._has(new):
            return differences.between(old, new)
        return [one for one in differences.between(old, new) if one.field in STOCK]

    def _has(self, entry: Entry) -> bool:
        """Whether a product has a price in an activity or is named by it, or a fact hangs on it."""
        if isinstance(entry, Product):
            is_priced = any(price.activity_id in self._activities for price in entry.prices)
            return is_priced or entry.id in self._products
        return isinstance(entry, Fact) and entry.lifetime is not None and entry.lifetime.activity_id in self._activities
