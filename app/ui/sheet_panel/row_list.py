"""A list of rows that is walked by keyboard: Enter and a click choose, Ctrl+Enter copies, arrows lead out of it.

The rule: the list decides nothing; it tells which row the agent means and what is wanted with it.
"""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent, QResizeEvent

from app.ui.painted_list import PaintedList
from app.ui.sheet_panel.listing import is_typing
from app.ui.sheet_panel.row import Part, Row
from app.ui.sheet_panel.row_model import PAGE, ROW, Ask, RowModel
from app.ui.sheet_panel.row_painter import RowPainter
from app.ui.theme import Look

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class RowList(PaintedList):
    """The list. Every signal carries the `Row` it is about; `left` is Esc or ←, `went_up` ↑ above the first row."""

    chosen = Signal(object)
    copied = Signal(object)
    opened = Signal(object)
    left = Signal()
    went_up = Signal()
    delete_pressed = Signal()
    typed = Signal(QKeyEvent)

    def __init__(self, look: Look, *, is_uniform: bool = False) -> None:
        super().__init__()
        self.setUniformItemSizes(is_uniform)
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self._painter = RowPainter(look, self, self.rows)
        self.paint_by(self._painter)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.viewport().update())
        look.changed.connect(self.doItemsLayout)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows; where the row that was stood on is still there, it stays so. Who has not moved stays on top."""
        key, at, offset = self.key(), self.currentIndex().row(), self.verticalScrollBar().value()
        if at == self.rows.first() and not offset:
            key = ""
        self.rows.show(rows)
        found = self.rows.row_of(key) if key else -1
        if found < 0 and key:
            found = self._nearest(at)
        self.choose(found if found >= 0 else self.rows.first())
        if key:
            self.verticalScrollBar().setValue(offset)
        else:
            self.scrollToTop()

    def show_pages(self, ask: Ask, *, is_fresh: bool) -> None:
        """Show the first of many rows; fresh ones from the top, the same ones again as they stood."""
        key, at, offset = self.key(), self.currentIndex().row(), self.verticalScrollBar().value()
        self.rows.show_pages(ask, PAGE if is_fresh else max(self.rows.rowCount(), PAGE))
        found = -1 if is_fresh else self.rows.row_of(key)
        if found < 0 and not is_fresh:
            found = min(max(at, 0), self.rows.rowCount() - 1)
        self.choose(found if found >= 0 else self.rows.first())
        self.verticalScrollBar().setValue(0 if is_fresh else offset)

    def start(self) -> None:
        """Stand on the first row."""
        self.choose(self.rows.first())
        self.scrollToTop()

    def choose(self, at: int) -> None:
        """Stand on a row."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.rows.index(at), flag)

    def choose_entry(self, entry_id: str) -> None:
        """Stand on the first row that is about an entry, if there is one."""
        rows = enumerate(self.rows.rows)
        at = next((at for at, row in rows if row.entry_id == entry_id and row.part is not Part.HEAD), -1)
        if at >= 0:
            self.choose(at)
            self.scrollTo(self.rows.index(at))

    def current(self) -> Row | None:
        """The row that Enter is about."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, Row) else None

    def key(self) -> str:
        """The key of that row, or nothing."""
        row = self.current()
        return row.key if row else ""

    def visible(self, number: int) -> Row | None:
        """The row of a digit (1 to 9)."""
        return next((self.rows.rows[at] for at, digit in self._digits().items() if digit == number), None)

    def take_key(self, event: QKeyEvent) -> None:
        """Move as on a key, whoever has the keyboard."""
        super().keyPressEvent(event)

    def enter(self) -> None:
        """Do what Enter does, whoever has the keyboard."""
        self._tell(self.chosen, self.current())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Number the rows that are in sight, then paint."""
        self._painter.digits = self._digits()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the texts anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand somewhere as soon as the keyboard comes."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a list that is pasted from."""
        row, is_ctrl = self.current(), bool(event.modifiers() & _CTRL)
        if event.key() in _ENTER and not event.modifiers() & _ALT:
            self._tell(self.copied if is_ctrl else self.chosen, row)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._tell(self.copied, row)
        elif event.key() == Qt.Key.Key_Right:
            self._tell(self.opened, row)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Escape):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= self.rows.first():
            self.went_up.emit()
        elif is_typing(event):
            self.typed.emit(event)
        elif event.modifiers() & (_CTRL | _ALT):
            event.ignore()  # a chord is the place's or the window's
        else:
            super().keyPressEvent(event)
            self._show_heading()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a row is an Enter."""
        pressed = self.currentIndex()
        super().mouseReleaseEvent(event)
        released = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and released.isValid() and released == pressed:
            self._tell(self.chosen, released.data(ROW))

    def tip(self, index: QModelIndex, _point: QPoint) -> str:
        """The whole text of a row that does not fit."""
        row = index.data(ROW)
        return tooltip(row) if isinstance(row, Row) and self._painter.is_cut(index) else ""

    def _tell(self, signal: object, row: object) -> None:
        if isinstance(row, Row):
            signal.emit(row)  # type: ignore[attr-defined] # a bound signal has no type of its own

    def _digits(self) -> dict[int, int]:
        top = max(self.indexAt(QPoint(2, 0)).row(), 0)
        top += self.visualRect(self.rows.index(top)).center().y() < 0  # a row that is half out of sight is not meant
        bottom = self.indexAt(QPoint(2, self.viewport().height() - 1)).row()
        in_sight = range(top, bottom + 1 if bottom >= 0 else self.rows.rowCount())
        pasted = [at for at in in_sight if self.rows.rows[at].is_pasted]
        return {at: digit for digit, at in enumerate(pasted[:9], start=1)}

    def _nearest(self, at: int) -> int:
        enabled = [row for row in range(self.rows.rowCount()) if self.rows.rows[row].part is not Part.HEAD]
        return min(enabled, key=lambda row: abs(row - at), default=-1)

    def _show_heading(self) -> None:
        if self.currentIndex().row() == self.rows.first():
            self.scrollToTop()


def tooltip(row: Row) -> str:
    """The whole row as text: what came from outside is escaped, whatever it looks like."""
    lines = [f"<b>{escape(row.label)}</b>", f"<s>{escape(row.old)}</s>" if row.old else ""]
    lines += [escape(text).replace("\n", "<br>") for text in (row.value, row.note)]
    return f"<qt>{'<br>'.join(line for line in lines if line)}</qt>"
