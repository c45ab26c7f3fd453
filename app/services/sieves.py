"""What is over at this moment, worked out once and kept until the next phase or lifetime ends.

The rule: a clock that is set back, another cheat-sheet or another phrase makes it worked out again.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Protocol

from app.core.lifetimes import Lifetime, State
from app.core.search.hits import NO_SIEVE, Sieve
from app.core.sheet import EMPTY, Sheet


class Lasting(Protocol):
    """An index, as far as it matters here."""

    def lifetimes(self) -> frozenset[Lifetime]:
        """Every lifetime that one of its phrases has."""
        ...


class Sieves:
    """The sieves of now: `without_over` and its opposite."""

    def __init__(self) -> None:
        self.without_over = NO_SIEVE
        self.only_over = NO_SIEVE
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
        over = frozenset(lifetime for lifetime in lifetimes if sheet.validity(lifetime, now).state is State.OVER)
        if over != self.without_over.lifetimes or self.without_over is NO_SIEVE:
            self.without_over, self.only_over = Sieve(over), Sieve(over, is_for_them=True)
        self._sheet, self._since = sheet, now
        self._until = min((at for at in _ends(lifetimes, sheet) if at > now), default=None)

    def _lasts(self, now: datetime) -> bool:
        return self._since is not None and self._since <= now and (self._until is None or now < self._until)


def _ends(lifetimes: Iterable[Lifetime], sheet: Sheet) -> Iterator[datetime]:
    for lifetime in lifetimes:
        if lifetime.until_at is not None:
            yield lifetime.until_at
    for activity in sheet.activities.values():
        for phase in activity.phases:
            yield phase.ends_at
