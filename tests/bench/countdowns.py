"""Fifty countdowns that run in sight: what the seconds cost, in the strip alone and in their place.

Whole processes on a virtual screen, each beside the same window with nothing that counts; nothing is asserted.
"""

import subprocess
import sys
import time
from pathlib import Path

from tests.bench.window import _end
from tools.screen import virtual_screen

SECONDS = 20
COUNTDOWNS = 50
PROGRAM = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from app.core.sheet.sheet import Sheet
from app.system.clock import SystemClock
from app.ui.strip import Strip
from app.ui.theme import Look
from app.ui.timers.ticker import Ticker
from app.ui.timers.panel import TimersPanel
from tests.ui.timers.desk import Shop

has_place, count = sys.argv[1] == "place", int(sys.argv[2])
app = QApplication(sys.argv[:1])
look = Look(app)
shop = Shop(sheet=Sheet())
shop.clock.now = SystemClock().now
for number in range(count):
    shop.countdowns.add(f"{30 + number}m order {number}")
window = QWidget(None, Qt.WindowType.Tool | Qt.WindowType.WindowDoesNotAcceptFocus)  # as ours: no cursor blinks
window.resize(360, 720)
column = QVBoxLayout(window)
ticker = Ticker(shop.time.now, window)
strip = Strip(look)
if has_place:
    panel = TimersPanel(look)
    column.addWidget(panel, 1)
column.addWidget(strip)
window.show()
if has_place:
    panel.serve(shop.desk(), ticker)
strip.countdowns.serve(shop.desk(), ticker)
print("ready", flush=True)
app.exec()
"""


def main(_arguments: list[str]) -> None:
    """Print the table."""
    with virtual_screen() as environment:
        for name, place, count in (
            ("no countdown", "place", 0),
            (f"{COUNTDOWNS} countdowns, strip", "strip", COUNTDOWNS),
            (f"{COUNTDOWNS} countdowns, place and strip", "place", COUNTDOWNS),
        ):
            print(f"{name:34s} {_share(environment, place, count):7.3f} % of a core", flush=True)


def _share(environment: dict[str, str], place: str, count: int) -> float:
    command = [sys.executable, "-c", PROGRAM, place, str(count)]
    program = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert program.stdout
    program.stdout.readline()
    time.sleep(3)
    used = _cpu(program.pid)
    time.sleep(SECONDS)
    used = _cpu(program.pid) - used
    _end(program)
    return used / SECONDS * 100


def _cpu(pid: int) -> float:
    """Seconds on a core, to the nanosecond: the usual count in hundredths of a second is too coarse for this."""
    threads = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9


if __name__ == "__main__":
    main(sys.argv[1:])
