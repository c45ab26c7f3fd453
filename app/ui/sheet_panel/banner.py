"""One calm line at the top while changes wait to be read.

The rule: it stays until everything is confirmed, and never takes the keyboard.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from app.core.sheet.changes import Change
from app.ui.icons import NORMAL
from app.ui.palette import Tone
from app.ui.theme import GRID, INSIDE, Look, kind
from app.ui.words import Speaking


class Banner(Speaking, QFrame):
    """The line; hidden while there is nothing to read."""

    opened = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._changes: Sequence[Change] = ()
        self._whole = ""
        self._drawing, self._text, self.button = QLabel(), QLabel(), QPushButton()
        self.setProperty(*kind("card"))
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button.setProperty(*kind("link"))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.opened)
        row = QHBoxLayout(self)
        row.setContentsMargins(INSIDE + 2, GRID - 2, GRID, GRID - 2)
        row.setSpacing(INSIDE)
        row.addWidget(self._drawing)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        look.changed.connect(self._draw)
        self._draw()
        self.retranslate()
        self.hide()

    @property
    def said(self) -> str:
        """What it says, or nothing."""
        return "" if self.isHidden() else self._whole

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Tell of the changes that nobody has confirmed."""
        self._changes = [change for change in changes if change.confirmed_at is None]
        self.retranslate()
        self.setVisible(bool(self._changes))

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        names = list(dict.fromkeys(change.entry_name for change in self._changes))
        count = len(self._changes)
        if len(names) == 1:
            text = self.tr("1 change of {name}") if count == 1 else self.tr("{count} changes of {name}")
        else:
            text = self.tr("{count} changes of {entries} entries")
        said = text.replace("{count}", str(count)).replace("{entries}", str(len(names)))
        self._whole = said.replace("{name}", names[0] if names else "")
        self.button.setText(self.tr("Look"))
        self.button.setAccessibleName(f"{self._whole}: {self.button.text()}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text to the room there is."""
        super().resizeEvent(event)
        self._fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on it opens the list."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def _fit(self) -> None:
        room = max(self._text.width(), 0)
        shown = self._text.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, room)
        self._text.setText(shown)
        self._text.setToolTip("" if shown == self._whole else self._whole)

    def _draw(self) -> None:
        self._drawing.setPixmap(self._look.pixmap("info", Tone.INFO, NORMAL, self.devicePixelRatioF()))
