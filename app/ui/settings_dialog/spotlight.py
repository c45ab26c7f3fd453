"""The mark around a setting that was found: a tinted card under it that goes with it.

The rule: it lies below everything and takes no click.
"""

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.theme import GRID, kind

_AROUND = QMargins(2 * GRID, GRID + 2, 2 * GRID, GRID + 2)


class Spotlight(QFrame):
    """One mark for all pages."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty(*kind("found"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._target: QWidget | None = None
        self.hide()

    @property
    def target(self) -> QWidget | None:
        """What is marked."""
        return self._target

    def put(self, page: QWidget, target: QWidget) -> None:
        """Mark something of a page."""
        self.take_away()
        self._target = target
        target.installEventFilter(self)
        self.setParent(page)
        self._fit()
        self.lower()
        self.show()

    def take_away(self) -> None:
        """Mark nothing."""
        if self._target is not None:
            self._target.removeEventFilter(self)
        self._target = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with what is marked."""
        if watched is self._target and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._fit()
        return False

    def _fit(self) -> None:
        target, page = self._target, self.parentWidget()
        if target is not None and page is not None:
            place = QRect(target.mapTo(page, QPoint(0, 0)), target.size())
            self.setGeometry(place.marginsAdded(_AROUND) & page.rect())
