"""The cheat-sheet, the moment and the time zone that a form is seen from.

The rule: they are asked for when they are needed, because each of them may change while the form is open.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from app.core.clockwork.moments import zone_of
from app.core.sheet.sheet import EMPTY, Sheet
from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class ShopNow:
    """What moments and lifetimes are seen from."""

    sheet: Callable[[], Sheet]
    now: Callable[[], datetime]
    zone: Callable[[], ZoneInfo]


NO_SHOP = ShopNow(lambda: EMPTY, lambda: datetime.fromtimestamp(0, UTC), lambda: zone_of("UTC"))
"""Where there is no cheat-sheet: nothing to hang on, and no time passes."""
