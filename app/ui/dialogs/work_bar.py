"""How far something goes on that takes its time, and the way to stop it.

The rule: what is done at once flashes no bar.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.ui.dialogs.form import button, row
from app.ui.dialogs.spoken import Spoken


class WorkBar(QWidget):
    """The bar, which comes into sight so long after the beginning. `stopped` asks to end it."""

    stopped = Signal()

    def __init__(self, after_ms: int) -> None:
        super().__init__()
        self._bar, self.stop_button = QProgressBar(), button()
        self._bar.setTextVisible(False)  # it is thinner than its letters
        self.setLayout(row(self._bar, self.stop_button, stretch=0))
        self.late = QTimer(self, singleShot=True, interval=after_ms)
        self.late.timeout.connect(self.show)
        self.stop_button.clicked.connect(self.stopped)
        Spoken(self).say(self.stop_button.setText, lambda: self.tr("Stop"))
        self.hide()

    def begin(self) -> None:
        """It has begun; how far it is nobody knows yet."""
        self._bar.setRange(0, 0)
        self.late.start()

    def progress(self, done: int, total: int) -> None:
        """Tell how far it is."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)

    def settle(self) -> None:
        """It has ended."""
        self.late.stop()
        self.hide()
