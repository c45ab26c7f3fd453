"""The first rows, shown as soon as the window stands and before anything behind it is opened.

The rule: what follows waits until they are painted; behind a locked screen, where nothing is painted, a moment longer.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from app.core.first_page import FirstPage
    from app.front.porter import Porter

UNSEEN_MS = 200
"""A window that nobody sees, behind a locked screen, is never painted: its hotkeys wait no longer than that."""


class Greeting(QObject):
    """Greets once. `over`: the first rows are painted, and typing is taken. There is no `page` where none can be read.

    The `porter` keeps what is wanted of these rows until somebody serves it.
    """

    over = Signal()

    def __init__(self, window: MainWindow, database: Path) -> None:
        super().__init__(window)
        self.page: FirstPage | None = None
        self.porter: Porter | None = None
        self._window = window
        self._database = database
        self._is_begun = self._is_over = False

    def greet(self) -> None:
        """Show the first rows, and keep what is wanted of them. All on this thread: a second one slows it."""
        if self._is_begun:
            return
        self._is_begun = True
        try:
            self._show()
        finally:
            self._window.installEventFilter(self)
            QTimer.singleShot(UNSEEN_MS if self._window.isVisible() else 0, self._go_on)

    def close(self) -> None:
        """Whoever quits at once is not greeted any more."""
        self._is_begun = self._is_over = True

    def eventFilter(self, _watched: QObject, event: "QEvent") -> bool:
        """Only until the first rows are painted, which is what this event makes the window do."""
        if event.type() is event.Type.UpdateRequest:
            QTimer.singleShot(0, self._go_on)
        return False

    def _show(self) -> None:
        from app.system.clock import SystemClock
        from db.first_page import read_first_page

        self.page = read_first_page(self._database, SystemClock().now())
        self._window.show_first(self.page)
        if self.page:
            from app.front.porter import Porter

            self.porter = Porter(self._window)

    def _go_on(self) -> None:
        if not self._is_over:
            self._is_over = True
            self._window.removeEventFilter(self)
            self.over.emit()
