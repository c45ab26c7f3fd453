"""A change of a running activity (活动变更): old → new, on show until the agent has confirmed it.

The rule: what was changed while buyers already ask about it is never taken in silently.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.activities import Activity
from app.core.entries import Fact
from app.core.phrases import PERSONAL
from app.core.products import Product
from app.core.sheet import Entry, Sheet
from app.core.sheet_differences import Difference, Differences

STOCK = frozenset({"is_sold_out", "real_stock", "page_stock"})
"""What is told of every product while any activity runs: a buyer of it may be served from the same stock."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one entry. `field` is one of `sheet_differences.FIELDS` with the name of the row it is about; `old`
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
    old: Entry,
    new: Entry,
    at: datetime,
    new_id: Callable[[], str],
    source: str = PERSONAL,
    *,
    sheet: Sheet,
    zone: ZoneInfo,
) -> tuple[Change, ...]:
    """What an edit changed of a running activity, or of a product or fact that belongs to one; else nothing.

    `sheet` holds the other entries. An activity counts as running at `at` if it was by its old or is by its new state.
    """
    told = _told(old, new, at, Differences(zone, sheet), sheet)
    name = new.question if isinstance(new, Fact) else new.name
    return tuple(Change(new_id(), new.id, name, one.field, one.old, one.new, at, source) for one in told)


def _told(old: Entry, new: Entry, at: datetime, differences: Differences, sheet: Sheet) -> list[Difference]:
    if isinstance(old, Activity) and isinstance(new, Activity):
        runs = any(one.deleted_at is None and one.is_running(at) for one in (old, new))
        return list(differences.between(old, new)) if runs else []
    running = sheet.running(at)
    if not running:
        return []
    if any(_belongs(one, activity) for one in (old, new) for activity in running):
        return list(differences.between(old, new))
    return [one for one in differences.between(old, new) if one.field in STOCK]


def _belongs(entry: Entry, activity: Activity) -> bool:
    """Whether a product has a price in an activity or is named by it, or a fact hangs on it."""
    if isinstance(entry, Fact):
        return entry.lifetime is not None and entry.lifetime.activity_id == activity.id
    is_priced = isinstance(entry, Product) and any(price.activity_id == activity.id for price in entry.prices)
    return is_priced or any(entry.id in phase.product_ids for phase in activity.phases)
