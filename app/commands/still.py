"""A clock that stands at one moment: what would be said then."""

from datetime import datetime
from zoneinfo import ZoneInfo


class StillClock:
    """The port `Clock` at a moment, in the shop's zone."""

    def __init__(self, at: datetime, zone: ZoneInfo) -> None:
        self._at = at
        self._zone = zone

    def now(self) -> datetime:
        """The moment."""
        return self._at

    def local(self) -> datetime:
        """The moment by the shop's wall clock."""
        return self._at.astimezone(self._zone)

    def ticks(self) -> float:
        """Always the same: nothing passes."""
        return 0.0

    def boot(self) -> str:
        """No boot at all."""
        return ""
