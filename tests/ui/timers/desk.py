"""The countdowns of a sale's day over honest fakes, for tests of their place and for looking at it."""

from datetime import UTC, datetime, timedelta
from itertools import count

from app.core.settings import Settings
from app.core.sheet.activities import Activity
from app.core.sheet.sheet import Sheet
from app.services.countdowns import Countdowns
from app.services.shop_time import ShopTime
from app.ui.timers.desk import TimersDesk
from tests.fakes import FakeClock, FakeCountdowns
from tests.sheets import double_eleven

EVENING = datetime(2026, 11, 11, 12, 47, 16, tzinfo=UTC)
"""20:47:16 in Shanghai: the sale ends in 03:12:44."""


class Shop:
    """A shop with its timers. `sheet` and `settings` may be put in place of those that are there."""

    def __init__(self, at: datetime = EVENING, sheet: Sheet | None = None) -> None:
        self.clock = FakeClock(at)
        self.settings = Settings()
        self.sheet = double_eleven(at) if sheet is None else sheet
        self.store = FakeCountdowns()
        self.time = ShopTime(self.clock, lambda: self.settings)
        numbers = count(1)
        self.countdowns = Countdowns(
            lambda: self.sheet, self.store, self.time, lambda: self.settings, lambda: f"t{next(numbers)}"
        )
        self.countdowns.load()

    def desk(self) -> TimersDesk:
        """What the place asks."""
        return TimersDesk(
            countdowns=self.countdowns.all,
            read=self.countdowns.read,
            add=self.countdowns.add,
            finish=self.countdowns.finish,
            snooze=self.countdowns.snooze,
            remove=self.countdowns.remove,
            undo=self.countdowns.undo,
            now=self.time.now,
            zone=self.time.zone,
            steps=lambda: self.settings.countdown_steps,
            activity=self.name_of,
        )

    def name_of(self, activity_id: str) -> str:
        """The name of an activity, or nothing."""
        activity = self.sheet.get(activity_id)
        return activity.name if isinstance(activity, Activity) else ""

    def go(self, **length: float) -> datetime:
        """Let time pass; the moment it is then."""
        self.clock.go(timedelta(**length))
        return self.clock.at
