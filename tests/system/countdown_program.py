"""A small real program with countdowns: Qt's event loop, the alarm, the system's clock. It writes down what it tells.

Usage: python -m tests.system.countdown_program MINUTES LOOKS_MS LINE...
It ends after so many minutes of its own clock. A LINE is a timer, or `phase NAME STARTS ENDS` in minutes from now.
With LOOKS_MS other than 0 it also looks that often, as a window does that is in sight.
"""

import sys
from datetime import timedelta
from itertools import count

from PySide6.QtCore import QCoreApplication, QTimer

from app.core.settings import Settings
from app.core.sheet.activities import Activity, Phase, PhaseKind
from app.core.sheet.sheet import Sheet
from app.services.countdowns import Countdowns
from app.services.shop_time import ShopTime
from app.system.alarm import Alarm
from app.system.clock import SystemClock
from tests.fakes import FakeCountdowns


class Program:
    """What the front door connects, without the window."""

    def __init__(self, app: QCoreApplication, minutes: float, looks_ms: int, lines: list[str]) -> None:
        self._app = app
        self._clock = ShopTime(SystemClock(), Settings)
        self._started_at = self._clock.now()
        self._ends_at = self._started_at + timedelta(minutes=minutes)
        ids = count(1)
        sheet = Sheet.of([Activity("a", "双11", phases=tuple(self._phase(line) for line in lines if "phase" in line))])
        self._countdowns = Countdowns(lambda: sheet, FakeCountdowns(), self._clock, Settings, lambda: f"t{next(ids)}")
        self._countdowns.load()
        for line in lines:
            if "phase" not in line:
                self._countdowns.add(line)
        self._alarm = Alarm(self._clock, app)
        self._alarm.fired.connect(self._look)
        self._wakes = -1
        if looks_ms:
            seen = QTimer(app, interval=looks_ms)
            seen.timeout.connect(self._alarm.look)
            seen.start()
        self._look()
        print("ready", flush=True)

    def _phase(self, line: str) -> Phase:
        _, name, starts, ends = line.split()
        at = [self._started_at + timedelta(minutes=float(minutes)) for minutes in (starts, ends)]
        return Phase(name, name, PhaseKind.SALE, at[0], at[1])

    def _look(self) -> None:
        self._wakes += 1
        now = self._clock.now()
        notices = self._countdowns.due()
        for notice in notices:
            late = (now - notice.at).total_seconds()
            what = notice.countdown.awaited.value.removeprefix("phase_")
            print(f"{notice.countdown.label} {what} {notice.before // timedelta(minutes=1)} {late:.3f}", flush=True)
        self._countdowns.told(notices)
        next_at = self._countdowns.next_at()
        if now >= self._ends_at:
            print(f"wakes {self._wakes}", flush=True)
            self._app.quit()
        else:
            self._alarm.set(min(next_at or self._ends_at, self._ends_at))


if __name__ == "__main__":
    app = QCoreApplication(sys.argv[:1])
    program = Program(app, float(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
    sys.exit(app.exec())
