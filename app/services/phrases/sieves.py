"""What is over at this moment, worked out once and kept until the next phase or lifetime begins or ends.

The rule: a clock that is set back, another cheat-sheet or another phrase makes it worked out again.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Protocol

from app.core.prices.item_prices import held_at
from app.core.search.hits import NO_SIEVE, Sieve
from app.core.sheet.lifetimes import Lifetime, State
from app.core.sheet.sheet import EMPTY, Sheet

_AWAY = frozenset((State.OVER, State.UNBOUND))
"""What cannot be said any more, or not before its activity comes."""


class Lasting(Protocol):
    """An index, as far as it matters here."""

    def lifetimes(self) -> frozenset[Lifetime]:
        """Every lifetime that one of its phrases has."""
        ...


class Sieves:
    """The sieves of now (`without_over` and its opposite), what has not begun, and activities that do not sell now."""

    def __init__(self) -> None:
        self.without_over = NO_SIEVE
        self.only_over = NO_SIEVE
        self.coming: frozenset[Lifetime] = frozenset()
        self.idle: frozenset[str] = frozenset()
        self._sheet = EMPTY
        self._since: datetime | None = None
        self._until: datetime | None = None

    def forget(self) -> None:
        """Work them out again when they are next needed."""
        self._since = None

    def turn(self, indexes: Iterable[Lasting], sheet: Sheet, now: datetime) -> None:
        """Make them hold for a moment."""
        if sheet is self._sheet and self._lasts(now):
            return
        lifetimes = frozenset(lifetime for index in indexes for lifetime in index.lifetimes())
        states = {lifetime: sheet.validity(lifetime, now).state for lifetime in lifetimes}
        over = frozenset(lifetime for lifetime, state in states.items() if state in _AWAY)
        self.coming = frozenset(lifetime for lifetime, state in states.items() if state is State.NOT_YET)
        if over != self.without_over.lifetimes or self.without_over is NO_SIEVE:
            self.without_over, self.only_over = Sieve(over), Sieve(over, is_for_them=True)
        selling = {held.activity.id for held in held_at(sheet, now)}
        self.idle = frozenset(sheet.activities.keys() - selling)
        self._sheet, self._since = sheet, now
        self._until = min((at for at in _turns(lifetimes, sheet) if at > now), default=None)

    def _lasts(self, now: datetime) -> bool:
        return self._since is not None and self._since <= now and (self._until is None or now < self._until)


def _turns(lifetimes: Iterable[Lifetime], sheet: Sheet) -> Iterator[datetime]:
    """Every moment at which one of them may begin or end."""
    for lifetime in lifetimes:
        yield from (at for at in (lifetime.from_at, lifetime.until_at) if at is not None)
    for activity in sheet.activities.values():
        for phase in activity.phases:
            yield from (phase.starts_at, phase.ends_at)
