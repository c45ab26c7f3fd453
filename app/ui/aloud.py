"""What a screen reader is told besides what it finds: sentences that come up, and the row that typing has come to.

The rule: nothing is done for a reader that is not there, and nothing here is imported before something is to be said.
"""

from collections.abc import Iterator
from functools import partial
from itertools import count, takewhile

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTableView, QWidget

from app.ui.blank import Blank

REST_MS = 250
"""So long typing rests before the row that it found is said: no reader talks over its own echo of letters."""
_KEYS = (QEvent.Type.KeyRelease, QEvent.Type.InputMethod)
_Where = tuple[int, int, object]
"""A row, how many there are, and what stands in it."""


def is_heard() -> bool:
    """Whether anything listens, a screen reader or another help."""
    return QAccessible.isActive()


def announce(widget: QWidget, text: str, *, is_urgent: bool = False) -> None:
    """Have a sentence said that came up at a widget, at once where it is urgent."""
    if not text or not is_heard():
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    manner = QAccessible.AnnouncementPoliteness
    event.setPoliteness(manner.Assertive if is_urgent else manner.Polite)
    QAccessible.updateAccessibility(event)


def point_at(view: QAbstractItemView, index: QModelIndex) -> None:
    """Have the row said that the keyboard came to: Qt tells of the list alone."""
    event = QAccessibleEvent(view, QAccessible.Event.Focus)
    event.setChild(place_of(view, index))
    QAccessible.updateAccessibility(event)


def place_of(view: QAbstractItemView, index: QModelIndex) -> int:
    """Which child of a view a row is: in a table the headers count too, those that are hidden as well."""
    if not isinstance(view, QTableView):
        return index.row()
    return (index.row() + 1) * (view.horizontalHeader().count() + 1) + index.column() + 1


class Guide(QObject):
    """Says the row that a line leads to while the keyboard stays in the line: a reader follows the keyboard alone."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._line: QLineEdit | None = None
        self._known: dict[QWidget, _Where] = {}
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.tell)
        self._is_closed = False
        app.focusChanged.connect(self._follow)
        self._follow(None, app.focusWidget())

    def close(self) -> None:
        """Say nothing any more."""
        self._is_closed = True
        self._rest.stop()
        self._line = None

    def tell(self) -> None:
        """Say what is new beside the line."""
        line = self._line
        if line is None or not line.isVisible():
            return
        before, self._known = self._known, dict(_beside(line))
        for widget, where in self._known.items():
            if before.get(widget) != where:
                announce(line, words_of(widget))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every key may have led elsewhere."""
        if watched is self._line and event.type() in _KEYS:
            self._rest.start()
        return False

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._rest.stop()
        self._line, self._known = None, {}
        if self._is_closed or not is_heard():
            return
        if isinstance(now, QLineEdit):
            self._line, self._known = now, dict(_beside(now))
            now.installEventFilter(self)  # and never removed: the line before may be on its way out
        elif isinstance(now, QAbstractItemView):
            QTimer.singleShot(0, now, partial(_tell_row, now))  # behind what Qt tells of the list


def _tell_row(view: QAbstractItemView) -> None:
    if view.hasFocus() and view.currentIndex().isValid():
        point_at(view, view.currentIndex())


def words_of(widget: QWidget) -> str:
    """What a list has come to, what stands in its place, or what is said of a line."""
    if isinstance(widget, Blank):
        return " ".join((widget.sentence, *widget.offered))
    if not isinstance(widget, QAbstractItemView):
        return widget.accessibleDescription()
    return words_of_row(widget.currentIndex())


def words_of_row(index: QModelIndex) -> str:
    """A row as a reader would say it, all its columns."""
    cells = takewhile(QModelIndex.isValid, map(index.siblingAtColumn, count()))
    words = (cell.data(Qt.ItemDataRole.AccessibleTextRole) or cell.data() for cell in cells)
    return ", ".join(str(word) for word in words if word)


def _beside(line: QLineEdit) -> Iterator[tuple[QWidget, _Where]]:
    """What is led: what is said of the line, lists with the row that is on, sentences where there are no rows."""
    window = line.window()
    if line.accessibleDescription():
        yield line, (-1, 0, line.accessibleDescription())
    for view in window.findChildren(QAbstractItemView):
        index = view.currentIndex()
        if view.isVisible() and view.window() is window and index.isValid():
            item = index.data(Qt.ItemDataRole.UserRole)
            yield view, (index.row(), index.model().rowCount(), getattr(item, "id", None) or index.data())
    for blank in window.findChildren(Blank):
        if blank.isVisible():
            yield blank, (-1, 0, blank.sentence)
