"""Garbage in cycles, collected on the main thread alone.

The rule: Python collects in whatever thread happens to make the next object. A widget that lies in a cycle would be
destroyed there, while Qt is sending it an event: the program crashes. So nothing is collected by itself while there is
a window; a timer on the main thread does what Python would have done, by the same counts.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer

EVERY_MS = 5_000


class Garbage(QObject):
    """From its making on Python's own collecting is off. Nothing is collected before `start`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=EVERY_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(collect)
        gc.disable()

    def start(self) -> None:
        """What there is now stays: looking through 100,000 orders again and again would make the window stall."""
        gc.freeze()
        self._timer.start()

    def close(self) -> None:
        """The program ends, and the system takes everything back."""
        self._timer.stop()


def collect() -> None:
    """Collect the oldest generation whose turn it is, if any is due."""
    due = [
        age for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > most
    ]
    if due:
        gc.collect(due[-1])
