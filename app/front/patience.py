"""What the window says while something that was done in the first second waits until the database is open.

The rule: the window stands still meanwhile, so this is painted at once; it goes as soon as all can be stored.
"""

from PySide6.QtCore import QCoreApplication, QEvent

from app.ui.main_window import MainWindow
from app.ui.palette import Tone
from app.ui.words import translate


class Patience:
    """Says it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._said = ""

    def explain(self) -> None:
        """Say why nothing moves."""
        self._said = translate("house", "Your data is still being opened. What you did is stored in a moment.")
        self._window.show_notice(self._said, Tone.INFO)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._window.repaint()

    def end(self) -> None:
        """All can be stored."""
        notice = self._window.inside.notice
        if self._said and notice.text == self._said:
            notice.clear()
