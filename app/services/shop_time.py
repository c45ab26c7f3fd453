"""The shop's time: the platform's clock, told in the shop's zone, whatever the PC's clock and zone say.

The rule: everything that phases, lifetimes and countdowns depend on takes its moments from here.
"""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.core.clockwork.moments import BadMoment, zone_of
from app.core.settings import Settings
from app.ports import Clock


class ShopTime:
    """Itself the port `Clock`."""

    def __init__(self, clock: Clock, settings: Callable[[], Settings]) -> None:
        self._clock = clock
        self._settings = settings

    def now(self) -> datetime:
        """The moment by the platform's clock, aware, in UTC."""
        return self._clock.now() + timedelta(milliseconds=self._settings().clock_offset_ms)

    def local(self) -> datetime:
        """The moment by the platform's clock, aware, in the shop's zone."""
        return self.now().astimezone(self.zone())

    def midnight(self) -> datetime:
        """When this day of the shop began, aware, in UTC."""
        return datetime.combine(self.local().date(), time(), self.zone()).astimezone(UTC)

    def ticks(self) -> float:
        """Seconds since this boot. Sleep counts, and setting a clock changes nothing."""
        return self._clock.ticks()

    def boot(self) -> str:
        """Which boot this is: ticks of another one mean nothing."""
        return self._clock.boot()

    def zone(self) -> ZoneInfo:
        """The shop's zone."""
        return zone_in(self._settings())


def zone_in(settings: Settings) -> ZoneInfo:
    """The zone that settings name; one that nobody knows is taken for the default one."""
    try:
        return zone_of(settings.zone)
    except BadMoment:
        return zone_of(Settings().zone)
