"""When a buyer may be asked to pay (催付), and when that waits: quiet hours, too often, too soon, has paid elsewhere.

The rule: what is held back is told with its reason and can be overridden; it is never dropped.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of the shop's day in which nobody is urged; an end before the beginning is on the next day."""

    from_at: time
    until_at: time


@dataclass(frozen=True, slots=True)
class UrgeRules:
    """How often and when: by default two urges per buyer and day, and none right after another."""

    per_day: int = 2
    cooldown: timedelta = timedelta(minutes=5)
    quiet: tuple[Quiet, ...] = (Quiet(time(0, 30), time(8, 0)),)
    paid_since: timedelta = timedelta(days=1)


class Held(Enum):
    """Why an urge waits."""

    QUIET_HOURS = "quiet_hours"
    TOO_OFTEN = "too_often"
    TOO_SOON = "too_soon"
    HAS_PAID = "has_paid"
    SNOOZED = "snoozed"


@dataclass(frozen=True, slots=True)
class Holding:
    """An urge that waits: why, and until when that holds (None: as long as the day or the order lasts)."""

    why: Held
    until_at: datetime | None = None
