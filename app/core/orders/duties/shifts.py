"""Shifts (班次): which one runs at a moment, and when it is time to hand over.

The rule: a shift is a pair of wall times in the shop's zone and ends at its wall time, also where clocks change.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.core.values import dataclass

HAND_OVER_BEFORE = timedelta(minutes=15)
"""So long before its end a shift is told to hand over."""
HAND_OVER_UNTIL = timedelta(minutes=30)
"""So long after its end a shift may still be handed over, under its name; after a longer sleep nobody is there."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Shift:
    """One shift of every day. An end that is not after the beginning is on the next day; 0:00 is the midnight then."""

    name: str
    from_at: time
    until_at: time


@dataclass(frozen=True, slots=True)
class Turn:
    """A shift on a certain day; moments are aware UTC."""

    shift: Shift
    starts_at: datetime
    ends_at: datetime

    @property
    def hand_over_at(self) -> datetime:
        """When the card of what is open is due; never before the shift began."""
        return max(self.ends_at - HAND_OVER_BEFORE, self.starts_at)

    def is_running(self, now: datetime) -> bool:
        """Whether it runs at a moment; at its end it does not."""
        return self.starts_at <= now < self.ends_at


SHIFTS: tuple[Shift, ...] = (Shift("白班", time(9, 0), time(17, 0)), Shift("晚班", time(17, 0), time(0, 0)))


def running(shifts: Iterable[Shift], now: datetime, zone: ZoneInfo) -> Turn | None:
    """The shift that runs at a moment; of several the one that ends first. None between shifts."""
    turns = (turn for turn in _turns(shifts, now, zone) if turn.is_running(now))
    return min(turns, key=lambda turn: turn.ends_at, default=None)


def next_hand_over(shifts: Iterable[Shift], now: datetime, zone: ZoneInfo) -> Turn | None:
    """The turn whose handing over comes next after a moment; None where there are no shifts."""
    turns = (turn for turn in _turns(shifts, now, zone) if turn.hand_over_at > now)
    return min(turns, key=lambda turn: turn.hand_over_at, default=None)


def handing_over(shifts: Iterable[Shift], now: datetime, zone: ZoneInfo) -> list[Turn]:
    """The turns that are to be handed over at a moment, in the order of their ends; of those that end together one.

    Their time is the last quarter of an hour and, where that was slept through, the first half hour of the next shift.
    """
    turns = (turn for turn in _turns(shifts, now, zone) if turn.hand_over_at <= now < turn.ends_at + HAND_OVER_UNTIL)
    return sorted({turn.ends_at: turn for turn in turns}.values(), key=lambda turn: turn.ends_at)


def _turns(shifts: Iterable[Shift], now: datetime, zone: ZoneInfo) -> Iterator[Turn]:
    """The turns that may run now or hand over next: of yesterday, today, tomorrow and the day after."""
    today = now.astimezone(zone).date()
    for shift in shifts:
        for days in (-1, 0, 1, 2):
            day = today + days * _DAY
            last = day if shift.until_at > shift.from_at else day + _DAY
            starts_at = datetime.combine(day, shift.from_at, zone).astimezone(UTC)
            yield Turn(shift, starts_at, datetime.combine(last, shift.until_at, zone).astimezone(UTC))
