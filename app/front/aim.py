"""Where a paste goes: the window that had the keyboard before ours took it, and whether ours was hidden before that.

The rule: it stands before the first hotkey is bound, so that no window is forgotten that was in front when one was
pressed.
"""

from PySide6.QtCore import QObject

from app.core.desktop import Window
from app.system.computer import Computer
from app.ui.main_window import MainWindow


class Aim(QObject):
    """Remembers, and gives the keyboard back."""

    def __init__(self, window: MainWindow, computer: Computer) -> None:
        super().__init__(window)
        self._window = window
        self._desktop = computer.desktop
        self._target: Window | None = None
        self._was_hidden = False
        window.focus.wanted.connect(self._keyboard_taken)
        window.left_search.connect(self._go_back)

    def open_search(self) -> None:
        """Get the keyboard into the search box."""
        self._remember_hidden()
        self._window.open_search()

    def come_back(self, *, was_typing: bool) -> None:
        """A dialog was closed: the keyboard goes to the place in sight if it was there before, else to the chat."""
        if was_typing:
            self._remember_hidden()
            self._window.come_back()
            return
        target = self.in_front()
        if target is not None:
            self._desktop.focus(target)

    def in_front(self) -> Window | None:
        """The window that is in front now, ours aside."""
        return self._desktop.target()

    def target(self) -> Window | None:
        """The window that was in front before ours took the keyboard."""
        return self._target if self._window.focus.is_taken else self.in_front()

    def put_off(self, target: Window | None) -> None:
        """Something is asked of the agent before a paste goes to a window."""
        if not self._window.focus.is_taken:
            self._was_hidden = not self._window.isVisible()
        self._target = target

    def hide_again(self) -> None:
        """Be hidden again, unless the next search has begun before the last phrase had arrived."""
        if self._was_hidden and not self._window.focus.is_taken:
            self._was_hidden = False
            self._window.hide()

    def _keyboard_taken(self, is_taken: bool) -> None:
        """By a click, too: what is pasted from here goes to the window that had it."""
        if is_taken:
            self._target = self.in_front()

    def _remember_hidden(self) -> None:
        if not self._window.focus.is_taken:
            self._was_hidden = self._was_hidden or not self._window.isVisible()

    def _go_back(self) -> None:
        """Give the keyboard back to the window that had it before the search."""
        if self._target is not None:
            self._desktop.focus(self._target)
        self.hide_again()
