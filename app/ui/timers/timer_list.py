"""The list of the countdowns: keys and clicks, and each second the repaint of the digits that are in sight.

The rule: the list decides nothing; it tells what the agent wants with which countdown.
"""

from datetime import datetime
from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QRegion

from app.ui.composing import is_deed
from app.ui.painted_list import PaintedList
from app.ui.theme import Look
from app.ui.timers import faces
from app.ui.timers.timer_model import ROW, Row, TimerModel
from app.ui.timers.timer_row import Seen, TimerRow
from app.ui.words import Speaking

SNOOZES = {3: 3, 5: 5, 0: 10}
"""The digits that put an own timer off while Alt is held, and by how many minutes."""
_CTRL = Qt.KeyboardModifier.ControlModifier


class TimerList(Speaking, PaintedList):
    """The list. `enter_pressed` tells whether Ctrl was held; `chosen` is a double click; `left_up`: above the first."""

    enter_pressed = Signal(bool)
    copy_pressed = Signal()
    delete_pressed = Signal()
    escape_pressed = Signal()
    undo_pressed = Signal()
    left_up = Signal()
    chosen = Signal()
    typed = Signal(QKeyEvent)

    def __init__(self, look: Look, model: TimerModel) -> None:
        super().__init__()
        self._timers = model
        self.painter_of_rows = TimerRow(look, self)
        self._seen: dict[str, Seen] = {}
        self._digits = QRegion()
        self.setModel(model)
        model.left_of = self.painter_of_rows.in_words
        self.paint_by(self.painter_of_rows)
        self.setUniformItemSizes(True)
        self.doubleClicked.connect(lambda _: self.chosen.emit())
        model.modelReset.connect(self.painter_of_rows.forget)
        look.changed.connect(self.doItemsLayout)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.setAccessibleName(self.tr("Countdowns"))
        self.painter_of_rows.forget()
        self.viewport().update()

    def tick(self, now: datetime) -> None:
        """Show a second: repaint the digits that changed, and a whole row only where more than its digits did."""
        self.painter_of_rows.go_to(now)
        digits, rows = QRegion(), QRegion()
        for at in range(*self._in_sight()):
            row = self._timers.rows[at]
            seen = self.painter_of_rows.seen(row)
            before = self._seen.get(row.countdown.id)
            if seen == before:
                continue
            self._seen[row.countdown.id] = seen
            rect = self.visualRect(self._timers.index(at))
            if before and seen.is_like(before):
                digits += self.painter_of_rows.digits_rect(row, seen, rect)
            else:
                rows += rect
        self._digits = digits & self.viewport().rect()
        self.viewport().update(digits + rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        """All that is asked for; where that is only the digits of a second, nothing else is painted."""
        is_only_digits = not self._digits.isEmpty() and event.region() == self._digits
        self._digits = QRegion()
        if not is_only_digits:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        for at in range(*self._in_sight()):
            index = self._timers.index(at)
            row, rect = self._timers.rows[at], self.visualRect(index)
            seen = self._seen.get(row.countdown.id)
            if seen and event.region().intersects(rect):
                self.painter_of_rows.paint_digits(painter, rect, index, seen)

    def current(self) -> Row | None:
        """The row that Enter is about."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, Row) else None

    def choose(self, countdown_id: str, else_row: int = 0) -> None:
        """Stand on a countdown or, where it is not there, on the row in its place."""
        at = self._timers.row_of(countdown_id)
        at = at if at >= 0 else min(max(else_row, 0), self._timers.rowCount() - 1)
        self.setCurrentIndex(self._timers.index(at) if at >= 0 else QModelIndex())

    def _in_sight(self) -> tuple[int, int]:
        """The first row that can be seen, and the one after the last."""
        height = self.viewport().height()
        top, bottom = self.indexAt(QPoint(1, 1)).row(), self.indexAt(QPoint(1, height - 2)).row()
        return max(top, 0), bottom + 1 if bottom >= 0 else self._timers.rowCount()

    def event(self, event: QEvent) -> bool:
        """Keep the undo for the countdowns while they have the keyboard."""
        is_chord = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_chord and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Deeds on their keys; letters and digits go on typing above; Up from the first row leaves."""
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit(bool(event.modifiers() & _CTRL))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        elif key == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_pressed.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_pressed.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_up.emit()
        elif is_deed(event):
            event.ignore()  # a digit puts off, which the place does wherever the keyboard is in it
        elif text and text.isprintable() and not event.modifiers() & _CTRL:
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def tip(self, index: QModelIndex, _point: QPoint) -> str:
        """The whole text of a row that does not fit."""
        row = index.data(ROW)
        if not isinstance(row, Row) or not self.painter_of_rows.is_cut(index):
            return ""
        return f"<qt><b>{escape(faces.name(row.countdown))}</b><br>{escape(row.about)}</qt>"
