"""What countdowns cost without being seen: a look a second at 50, and at a sheet of 200 activities with all its past.

A share of a core is the time of the looks that a second holds: one at what is shown, one at what is due.
"""

import statistics
import time
from datetime import timedelta
from itertools import count

from app.core.clockwork.countdowns import boundaries
from app.core.clockwork.notices import of_phases, together
from app.core.settings import Settings
from app.core.sheet.activities import Activity, Phase, PhaseKind
from app.core.sheet.sheet import Sheet
from app.services.countdowns import Countdowns
from app.services.shop_time import ShopTime
from app.system.clock import SystemClock
from tests.bench.timing import seconds
from tests.fakes import FakeClock, FakeCountdowns

SECONDS = 3_600
HOUR = timedelta(hours=1)


def main(_arguments: list[str]) -> None:
    """Print the table."""
    print("a look at what is shown and at what is due, once a second, for an hour")
    for name, activities in (("50 countdowns", 5), ("50, of 200 activities", 200)):
        _hour(name, _sheet(activities, coming=25), timers=25)
    sheet, steps = _sheet(200, 25), [timedelta(minutes=minutes) for minutes in (60, 10, 1)]
    known = statistics.median(
        seconds(lambda: together(of_phases(boundaries(sheet), steps), (), steps, timedelta())) for _ in range(20)
    )
    print(f"{'after an edit of 200 activities':32s} {known * 1000:8.2f} ms, once")


def _hour(name: str, sheet: Sheet, timers: int) -> None:
    clock, ids = FakeClock(), count()
    shop = ShopTime(clock, Settings)
    countdowns = Countdowns(lambda: sheet, FakeCountdowns(), shop, Settings, lambda: f"t{next(ids)}")
    countdowns.load()
    for number in range(timers):
        countdowns.add(f"{61 + number}m 回电")
    costs = []
    for _ in range(SECONDS):
        clock.go(timedelta(seconds=1))
        before = time.perf_counter()
        countdowns.all()
        notices = countdowns.due()
        countdowns.next_at()
        costs.append(time.perf_counter() - before)
        countdowns.told(notices)
    looks = sum(seconds(lambda: SystemClock().ticks()) for _ in range(1_000)) / 1_000
    mean, worst = statistics.mean(costs) + looks, max(costs)
    print(f"{name:32s} {mean * 1e6:8.1f} µs a second = {mean * 100:.4f} % of a core, the worst {worst * 1000:.2f} ms")


def _sheet(activities: int, coming: int) -> Sheet:
    """Some of its phases run or come within the day; all others are of former days."""
    now = FakeClock().now()
    entries = []
    for number in range(activities):
        is_today = number < 5
        day = timedelta() if is_today else timedelta(days=-3 - number)
        phases = tuple(
            Phase(f"p{nth}", "加场", PhaseKind.EXTRA, now + day + nth * HOUR, now + day + (nth + 0.9) * HOUR)
            for nth in range(coming // 5 if is_today else 4)
        )
        entries.append(Activity(f"a{number}", "双11", phases=phases))
    return Sheet.of(entries)


if __name__ == "__main__":
    main([])
