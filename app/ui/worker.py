"""Work of an import in a helper thread, which touches nothing and only emits signals with values that never change.

The rule: a task that was stopped or replaced by another one is silent from then on.
"""

import threading
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from app.core.imports.reading import Cancelled, Watch

Task = Callable[[Watch], object]
"""Reading files or working out a plan; it may run beside the main thread and gives a frozen value."""


class Worker(QObject):
    """One task at a time. `done` emits what it gave, `failed` the name of an error of our own."""

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(str)
    _told = Signal(int, str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._telling = threading.RLock()
        self._told.connect(self._hear)

    @property
    def is_working(self) -> bool:
        """Whether a task goes on."""
        return self._thread is not None

    def start(self, task: Task) -> None:
        """Begin a task; a former one is stopped."""
        self.stop()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(self._number, task, self._stop), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop, if a task goes on; nothing is emitted of it any more.

        When this returns its thread is in no signal either: one that Python ends in there, because the program ends,
        takes the whole program down with a crash.
        """
        with self._telling:
            self._stop.set()
        self._number += 1
        self._thread = None

    def _run(self, number: int, task: Task, stop: threading.Event) -> None:
        def tell(what: str, value: object) -> None:
            with self._telling:
                if not stop.is_set():
                    with suppress(RuntimeError):  # the window was closed and deleted in this very moment
                        self._told.emit(number, what, value)

        try:
            value = task(Watch(_seldom(tell), stop.is_set))
        except Cancelled:
            return
        except Exception as error:  # an error of ours may not vanish with its thread
            tell("failed", type(error).__name__)
            return
        tell("done", value)

    def _hear(self, number: int, what: str, value: object) -> None:
        if number != self._number:
            return
        if what == "progress" and isinstance(value, tuple):
            self.progress.emit(*value)
            return
        self._thread = None
        (self.done if what == "done" else self.failed).emit(value)


def _seldom(tell: Callable[[str, object], None]) -> Callable[[int, int], None]:
    """Tell a progress only once a percent: a reader may count every row, and each telling wakes the main thread."""
    last = [-1]

    def progress(done: int, total: int) -> None:
        percent = done * 100 // max(1, total)
        if percent != last[0]:
            last[0] = percent
            tell("progress", (done, total))

    return progress
