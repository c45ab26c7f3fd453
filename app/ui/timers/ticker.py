"""One beat a second for everything that shows time left.

The rule: it beats only while somebody can see it, so a hidden window costs nothing, and nobody else has one.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

_BEYOND_MS = 2
"""A precise timer may be a millisecond early; a beat before its second would show the same second twice."""


class Ticker(QObject):
    """Beats at the start of every second of a clock while at least one of the widgets that it watches is in sight.

    `second` carries the second that has just begun, an aware moment in whole seconds. It is also emitted when a widget
    comes into sight, so that none is seen with an old time.
    """

    second = Signal(object)

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._watched: dict[int, QWidget] = {}
        self._windows: dict[int, QWindow] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # the coarse one comes up to 5 % late
        self._timer.timeout.connect(self.beat)

    @property
    def is_running(self) -> bool:
        """Whether it will beat."""
        return self._timer.isActive()

    def watch(self, widget: QWidget) -> None:
        """Beat for a widget whenever it is in sight."""
        self._watched[id(widget)] = widget
        widget.installEventFilter(self)
        widget.destroyed.connect(partial(self._forget, id(widget)))
        if widget.isVisible():
            self._appeared(widget)

    def beat(self) -> None:
        """Tell the second and wait for the next one; nothing while nobody can see it."""
        if not any(_is_in_sight(widget) for widget in self._watched.values()):
            self._timer.stop()
            return
        now = self._now()
        self._timer.start((1_000_000 - now.microsecond) // 1000 + _BEYOND_MS)
        self.second.emit(now.replace(microsecond=0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what comes into sight and leaves it."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self._appeared(watched)
        elif event.type() == QEvent.Type.Hide:
            QTimer.singleShot(0, self, self._rest)  # the widget still counts as visible while it is being hidden
        return False

    def _appeared(self, widget: QWidget) -> None:
        handle = widget.window().windowHandle()
        if handle is not None and id(handle) not in self._windows:
            self._windows[id(handle)] = handle
            handle.windowStateChanged.connect(self._minimised)
            handle.destroyed.connect(partial(self._lose, id(handle)))
        self.beat()

    def _minimised(self, _state: Qt.WindowState) -> None:
        self.beat()

    def _rest(self) -> None:
        if not any(_is_in_sight(widget) for widget in self._watched.values()):
            self._timer.stop()

    def _forget(self, key: int, _widget: QObject | None = None) -> None:
        self._watched.pop(key, None)

    def _lose(self, key: int, _window: QObject | None = None) -> None:
        self._windows.pop(key, None)


def _is_in_sight(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.window().isMinimized()
