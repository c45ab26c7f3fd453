"""Who has the keyboard: the chat, unless the agent asked to type here.

The rule: a click in the window leaves the keyboard where it is; only `take` gets it, and losing it puts that back.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent


class Focus(QObject):
    """Lifts and sets the flag that keeps the keyboard out. `wanted` tells the system's side of it (for Windows)."""

    wanted = Signal(bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.is_taken = False
        self._is_watching = False

    def take(self, widget: QWidget) -> None:
        """Get the keyboard for a widget of the window."""
        self._watch()
        self._window.winId()  # a program that was started hidden has no window yet that could carry the flag
        self._set(is_taken=True)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def give_back(self) -> None:
        """Want it no more; the front door gives it to the window that had it."""
        self._set(is_taken=False)

    def eventFilter(self, _watched: QObject, event: "QEvent") -> bool:
        """The agent clicked into another window: clicks here leave the keyboard there again."""
        if event.type() == event.Type.WindowDeactivate:
            self._set(is_taken=False)
        return False

    def _watch(self) -> None:
        """From the first time on; before it nothing can be lost, and no event of the start is looked at."""
        if not self._is_watching:
            self._is_watching = True
            self._window.installEventFilter(self)

    def _set(self, *, is_taken: bool) -> None:
        if is_taken == self.is_taken:
            return
        self.is_taken = is_taken
        handle = self._window.windowHandle()
        if handle:
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not is_taken)
        self.wanted.emit(is_taken)
