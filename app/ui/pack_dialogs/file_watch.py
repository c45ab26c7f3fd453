"""Notices that a file was saved again, in Excel or elsewhere.

The rule: a file is never looked at on the thread of the window, because a share that hangs would hang it too; and it
counts as saved only when two looks are the same, because a program that saves writes for a while.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui.worker import Worker

EVERY_MS = 1200


class FileWatch(QObject):
    """`changed` is emitted when the file that is watched was saved."""

    changed = Signal()

    def __init__(self, stamp: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._stamp = stamp
        self._path = ""
        self._known: object = None
        self._seen: object = None
        self._worker = Worker(self)
        self._worker.done.connect(self._hear)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    def watch(self, path: str) -> None:
        """Watch another file, or the same one from now on; an empty path is none."""
        self._worker.stop()
        self._path, self._known, self._seen = path, None, None
        if path:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Look now, unless a look goes on."""
        if self._path and not self._worker.is_working:
            path, stamp = self._path, self._stamp
            self._worker.start(lambda _watch: stamp(path))

    def close(self) -> None:
        """Look no more."""
        self.watch("")

    def _hear(self, stamp: object) -> None:
        if stamp is None:
            return
        if self._known is None:
            self._known = stamp
        elif stamp != self._known and stamp == self._seen:
            self._known = stamp
            self.changed.emit()
        self._seen = stamp
