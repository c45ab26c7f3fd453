"""The window fades while nobody uses it, as far as the agent set, and is whole again at once.

The rule: no animation; it is whole under the pointer, with the keyboard, and as long as something is said in it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.core.window_choices import opacity
from app.ui.focus import Focus
from app.ui.window.frame import Frame

if TYPE_CHECKING:
    from app.ui.notice import Notice
    from app.ui.window.column import Column

AFTER_MS = 700
"""So long after the pointer left; one that only crosses a gap does not make the window flicker."""
_ENTERED = frozenset((QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.Show))
_SAID = frozenset((QEvent.Type.ShowToParent, QEvent.Type.HideToParent))


class Dimming(QObject):
    """Sets the opacity of the window. At 100 % it never wakes."""

    def __init__(self, window: Frame, focus: Focus) -> None:
        super().__init__(window)
        self._window = window
        self._focus = focus
        self._notices: list[Notice] = []
        self._is_watching = False
        self._idle = 1.0
        self._later = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._later.timeout.connect(self._fade)

    def use(self, percent: int, column: "Column") -> None:
        """Fade so far from now on."""
        former, self._idle = self._idle, opacity(percent)
        if self._idle < 1:
            self._watch(column)
        if former != self._idle:
            self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pointer came or went, or something is said or no more."""
        if event.type() in (_ENTERED if watched is self._window else _SAID):
            self._look()
        return False

    def _watch(self, column: "Column") -> None:
        if not self._is_watching:
            self._is_watching = True
            self._window.installEventFilter(self)
            self._focus.wanted.connect(lambda _is_taken: self._look())
            column.row_made.connect(lambda _row: self._watch(column))
        self._notices = column.notices()
        for notice in self._notices:
            notice.installEventFilter(self)  # once more changes nothing

    def _look(self) -> None:
        if self._idle == 1 or self._is_used():
            self._later.stop()
            self._set(1.0)
        else:
            self._later.start()

    def _fade(self) -> None:
        self._set(1.0 if self._is_used() else self._idle)

    def _is_used(self) -> bool:
        """Whether the agent is at it, or it has something to say."""
        is_said = any(notice.text for notice in self._notices)
        is_open = QApplication.activePopupWidget() is not None
        return self._focus.is_taken or self._window.underMouse() or is_said or is_open

    def _set(self, wanted: float) -> None:
        if abs(self._window.windowOpacity() - wanted) > 0.01:
            self._window.setWindowOpacity(wanted)
