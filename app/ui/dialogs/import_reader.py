"""Reading files in a helper thread, which touches nothing and only emits signals with values that never change.

The rule: a reading that was stopped or replaced by another one is silent from then on.
"""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from app.core.imports import Cancelled, Columns, Watch
from app.services.importing import Readings

Read = Callable[[Sequence[str], Watch, Columns, str], Readings]
"""`Import.read`; it may run beside the main thread."""


class Reader(QObject):
    """One reading at a time. `read` emits `Readings`, `failed` the place of an error of our own."""

    progress = Signal(int, int)
    read = Signal(object)
    failed = Signal(str)
    _told = Signal(int, str, object)

    def __init__(self, read: Read, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._number = 0
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._told.connect(self._hear)

    @property
    def is_reading(self) -> bool:
        """Whether a reading goes on."""
        return self._thread is not None

    def start(self, paths: Sequence[str], columns: Columns, format_name: str = "") -> None:
        """Begin to read, as the format of a name where one is given; a former reading is stopped."""
        self.stop()
        self._stop = threading.Event()
        asked = (tuple(paths), dict(columns), format_name)
        self._thread = threading.Thread(target=self._run, args=(self._number, asked, self._stop), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop, if a reading goes on; nothing is emitted of it any more."""
        self._stop.set()
        self._number += 1
        self._thread = None

    def _run(self, number: int, asked: tuple[tuple[str, ...], Columns, str], stop: threading.Event) -> None:
        def tell(what: str, value: object) -> None:
            if not stop.is_set():
                with suppress(RuntimeError):  # the window was closed and deleted in this very moment
                    self._told.emit(number, what, value)

        try:
            paths, columns, format_name = asked
            readings = self._read(paths, Watch(_seldom(tell), stop.is_set), columns, format_name)
        except Cancelled:
            return
        except Exception as error:  # an error of ours may not vanish with its thread
            tell("failed", type(error).__name__)
            return
        tell("read", readings)

    def _hear(self, number: int, what: str, value: object) -> None:
        if number != self._number:
            return
        if what == "progress" and isinstance(value, tuple):
            self.progress.emit(*value)
            return
        self._thread = None
        (self.read if what == "read" else self.failed).emit(value)


def _seldom(tell: Callable[[str, object], None]) -> Callable[[int, int], None]:
    """Tell a progress only once a percent: a reader may count every row, and each telling wakes the main thread."""
    last = [-1]

    def progress(done: int, total: int) -> None:
        percent = done * 100 // max(1, total)
        if percent != last[0]:
            last[0] = percent
            tell("progress", (done, total))

    return progress
