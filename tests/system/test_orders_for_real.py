"""The real program with time that runs 60 times as fast: a group-buy order's half hour, each step said once."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from sqlite3 import connect

import pytest

from app.core.orders.order import Deed, Outcome
from app.front.desk import open_desk
from app.system.clock import SystemClock
from app.system.paths import Paths, paths
from tests.system.x11.world import ended, until
from tests.unpaid import order

pytestmark = [
    pytest.mark.skipif(not shutil.which("faketime"), reason="needs the Debian package faketime"),
    pytest.mark.timeout(180),
]
ROOT = Path(__file__).parents[2]
FASTER = 60
BEFORE = timedelta(minutes=8)
"""So long after the start the order is placed: eight seconds, in which the program gets ready."""


class Half:
    """An order and the program that looks after it; the clock goes on from start to start."""

    def __init__(self, folder: Path) -> None:
        self.places: Paths = paths(folder)
        self.places.make()
        self.began_at = SystemClock().now()
        desk = open_desk(self.places, SystemClock())
        rules = replace(desk.preferences.current.urge_rules, quiet=())  # the test runs at any hour
        desk.preferences.change(has_seen_welcome=True, urge_rules=rules, shifts=())
        desk.stores.orders.put([order(1, self.began_at + BEFORE)])
        desk.close()

    def run(self, wanted: Callable[[], bool]) -> None:
        """Start the program, and end it as a power cut would once it has said what is wanted."""
        away = (SystemClock().now() - self.began_at) * (FASTER - 1)
        told = self.places.data / "told.txt"
        told.unlink(missing_ok=True)
        command = ["faketime", "-f", f"+{away.total_seconds():.0f}s x{FASTER}", sys.executable, "-m", "app.main"]
        process = subprocess.Popen(
            [*command, "--data", str(self.places.data), "--tell", str(told)],
            cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, start_new_session=True,
        )  # fmt: skip
        with ended(process):
            try:
                until(wanted, 90, "what is said")
            finally:
                os.killpg(process.pid, signal.SIGKILL)  # the clock is another process, which lives on without it

    def is_closed(self) -> bool:
        with closing(connect(f"file:{self.places.database}?mode=ro", uri=True)) as database:
            return bool(database.execute("SELECT 1 FROM orders WHERE outcome = 'closed'").fetchall())

    def said(self) -> int:
        """How often the window has said a reminder of the one order."""
        log = self.places.log
        return log.read_text("utf-8").count("Said 1 reminders") if log.exists() else 0


def test_half_an_hour_in_half_a_minute_says_each_step_once_though_the_power_is_cut_in_between(tmp_path: Path) -> None:
    half = Half(tmp_path)

    half.run(lambda: half.said() == 1)
    half.run(lambda: half.said() == 4 and half.is_closed())

    desk = open_desk(half.places, SystemClock())
    marked = [event.step_id for event in desk.stores.orders.history("o1") if event.deed is Deed.REMINDED]
    own = desk.stores.orders.find(["o1"])[0]
    desk.close()
    log = half.places.log.read_text("utf-8")
    assert marked == ["first", "second", "last", "closed"]
    assert log.count("Said ") == len(marked)
    assert own.outcome is Outcome.CLOSED
    assert own.buyer not in log
