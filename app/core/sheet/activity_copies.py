"""Last year's activity as the beginning of this year's: everything of it, with all dates shifted.

The rule: dates move, the shop's wall clock does not (20:00 stays 20:00, whatever its zone did between the years).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.core.phrases.phrase import PERSONAL
from app.core.sheet.activities import Activity
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import ActivityPrice, Product
from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that is kept nowhere yet. `phases` tells which new phase stands for which one of the original."""

    activity: Activity
    original_id: str
    phases: Mapping[str, str]


def copied(activity: Activity, first_at: datetime, zone: ZoneInfo, new_id: Callable[[], str]) -> Copy:
    """An activity with new ids whose first phase begins at `first_at`.

    If that is the same day of another year all dates stay what they are in their year, February 29 becoming 28; else
    they move by as many days. Lifetimes of its facts move with it.
    """
    shift = _Shift(activity, first_at, zone)
    phases = {phase.id: new_id() for phase in activity.phases}
    own_id = new_id()
    new = replace(
        activity,
        id=own_id,
        phases=tuple(
            replace(
                phase,
                id=phases[phase.id],
                starts_at=shift.moved(phase.starts_at),
                ends_at=shift.moved(phase.ends_at, is_end=True),
            )
            for phase in activity.phases
        ),
        facts=tuple(_fact(fact, activity.id, own_id, phases, shift, new_id) for fact in activity.facts),
        source=PERSONAL,
        deleted_at=None,
    )
    return Copy(new, activity.id, phases)


def with_prices(products: Iterable[Product], copy: Copy, kept: Activity) -> list[Product]:
    """The products that have a price in the original, with the same one in the copy as it was edited meanwhile."""
    there = {phase.id for phase in kept.phases}
    changed = []
    for product in products:
        new = [
            ActivityPrice(kept.id, price.price, copy.phases.get(price.phase_id, ""))
            for price in product.prices
            if price.activity_id == copy.original_id
            and (not price.phase_id or copy.phases.get(price.phase_id) in there)
        ]
        if new:
            changed.append(replace(product, prices=(*product.prices, *new)))
    return changed


class _Shift:
    """Moves days of the shop's calendar so that the first one of an activity falls on another."""

    def __init__(self, activity: Activity, to_at: datetime, zone: ZoneInfo) -> None:
        self._from_at = activity.starts_at or to_at
        self._to_at = to_at
        self._zone = zone
        self._starts = {phase.starts_at for phase in activity.phases}
        old, new = self._from_at.astimezone(zone).date(), to_at.astimezone(zone).date()
        self._days = new - old
        self._years = new.year - old.year
        self._is_by_year = _in_year(old, new.year) == new

    def moved(self, at: datetime, *, is_end: bool = False) -> datetime:
        """A moment, moved; the first one becomes exactly the wanted one.

        An end at midnight is the 24:00 of the day before and stays that, unless another phase begins then.
        """
        if at == self._from_at:
            return self._to_at
        local = at.astimezone(self._zone)
        overnight = timedelta(days=is_end and local.time() == time() and at not in self._starts)
        day = local.date() - overnight
        day = _in_year(day, day.year + self._years) if self._is_by_year else day + self._days
        return datetime.combine(day + overnight, local.timetz()).astimezone(UTC)


def _in_year(day: date, year: int) -> date:
    is_missing = (day.month, day.day) == (2, 29) and not _has_leap_day(year)
    return day.replace(year=year, day=28) if is_missing else day.replace(year=year)


def _has_leap_day(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _fact(
    fact: Fact, old_id: str, own_id: str, phases: Mapping[str, str], shift: _Shift, new_id: Callable[[], str]
) -> Fact:
    lifetime = fact.lifetime
    if lifetime is not None:
        is_own = lifetime.activity_id == old_id
        lifetime = Lifetime(
            shift.moved(lifetime.from_at) if lifetime.from_at else None,
            shift.moved(lifetime.until_at, is_end=True) if lifetime.until_at else None,
            own_id if is_own else lifetime.activity_id,
            phases.get(lifetime.phase_id, lifetime.phase_id) if is_own else lifetime.phase_id,
        )
    return replace(fact, id=new_id(), lifetime=lifetime)
