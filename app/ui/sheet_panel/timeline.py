"""The timeline: one lane an activity, stacked; what it stands on is shown below, what is chosen phrases speak of.

The rule: arrows only look; a click, Enter or Space chooses, and a second one on the same takes the choice back.
"""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

from app.ui.painted_list import MARGIN, PaintedList
from app.ui.sheet_panel import terms
from app.ui.sheet_panel.lanes import Lane
from app.ui.sheet_panel.listing import is_typing, plain
from app.ui.sheet_panel.timeline_model import LANE, Fold, TimelineModel, id_of
from app.ui.sheet_panel.timeline_painter import MARK, TimelinePainter
from app.ui.theme import Look
from app.ui.words import Speaking

_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Timeline(Speaking, PaintedList):
    """The view. `shown` is the activity that it stands on, `chosen` the one to choose (empty: none any more)."""

    shown = Signal(str)
    chosen = Signal(str)
    went_down = Signal()
    left = Signal()
    delete_pressed = Signal()
    typed = Signal(QKeyEvent)
    resized = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.lanes = TimelineModel(self)
        self._is_quiet = False
        self.setModel(self.lanes)
        self._painter = TimelinePainter(look, self, self.lanes)
        self.paint_by(self._painter)
        self.selectionModel().currentChanged.connect(self._stood)
        look.changed.connect(self.doItemsLayout)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.setAccessibleName(self.tr("Activities"))
        self.viewport().update()

    @property
    def height_wanted(self) -> int:
        """How high it is with all of its rows."""
        return sum(self.sizeHintForRow(at) for at in range(self.lanes.rowCount()))

    def show_lanes(self, lanes: Sequence[Lane], now: datetime, chosen: str, stand_on: str) -> None:
        """Show lanes and stand on one of them without telling so."""
        self._is_quiet = True
        self.lanes.show(lanes, now, chosen)
        self._stand(self.lanes.row_of(stand_on))
        self._is_quiet = False
        self.resized.emit()

    def activity_id(self) -> str:
        """The activity that it stands on, or nothing."""
        row = self.currentIndex().data(LANE)
        return id_of(row) if isinstance(row, Lane) else ""

    def tick(self, now: datetime) -> None:
        """Repaint the times that read otherwise by now; every minute the bars too."""
        lanes = self._lanes_in_sight()
        before, told = self.lanes.now, [self.lanes.face(row) for _, row in lanes]
        self.lanes.now = now
        if before.replace(second=0, microsecond=0) != now.replace(second=0, microsecond=0):
            self.viewport().update()
            return
        for (at, row), said in zip(lanes, told, strict=True):
            if said != self.lanes.face(row):
                spot = self.visualRect(self.lanes.index(at))
                self.viewport().update(self._painter.time_rect(spot, row))

    def _lanes_in_sight(self) -> list[tuple[int, Lane]]:
        top = max(self.indexAt(QPoint(2, 0)).row(), 0)
        bottom = self.indexAt(QPoint(2, self.viewport().height() - 1)).row()
        rows = self.lanes.rows[top : bottom + 1 if bottom >= 0 else None]
        return [(at, row) for at, row in enumerate(rows, start=top) if isinstance(row, Lane)]

    def toggle_chosen(self) -> None:
        """Choose what it stands on, or choose it no more; the fold opens and closes."""
        row = self.currentIndex().data(LANE)
        if isinstance(row, Fold):
            self._toggle_fold()
        elif isinstance(row, Lane):
            self.chosen.emit("" if row.activity.id == self.lanes.chosen else row.activity.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a list whose rows are chosen; below the last row the facts go on."""
        key, row = event.key(), self.currentIndex().data(LANE)
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _CHOOSING and is_plain:
            self.toggle_chosen()
        elif isinstance(row, Fold) and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if row.is_open == (key == Qt.Key.Key_Left):
                self._toggle_fold()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif key == Qt.Key.Key_Right or (key == Qt.Key.Key_Down and self._is_last()):
            self.went_down.emit()
        elif is_typing(event):
            self.typed.emit(event)
        elif not is_plain:
            event.ignore()  # a chord is the place's or the window's
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a lane chooses it; on the mark of the chosen one it takes that back."""
        pressed = self.currentIndex()
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        released = self.indexAt(point)
        if event.button() is not Qt.MouseButton.LeftButton or not released.isValid() or released != pressed:
            return
        row = released.data(LANE)
        is_on_mark = point.x() < MARGIN + MARK
        if isinstance(row, Fold) or is_on_mark or id_of(row) != self.lanes.chosen:
            self.toggle_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out in the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def tip(self, index: QModelIndex, point: QPoint) -> str:
        """All phases of a lane, and over the mark what choosing means."""
        row = index.data(LANE)
        return self.told(row, is_mark=point.x() < MARGIN + MARK) if isinstance(row, Lane) else ""

    def told(self, row: Lane, *, is_mark: bool) -> str:
        """What a tooltip says of a lane, or of its mark."""
        if not is_mark:
            return plain(terms.phases_told(row.activity, self.lanes.now, self.lanes.zone))
        if row.activity.id == self.lanes.chosen:
            return self.tr("Phrases speak of this activity. Click to choose it no more.")
        return self.tr("Click: phrases speak of this activity.")

    def _is_last(self) -> bool:
        return self.currentIndex().row() == self.lanes.rowCount() - 1

    def _toggle_fold(self) -> None:
        at = self.currentIndex().row()
        self._is_quiet = True
        self.lanes.toggle()
        self._stand(at)
        self._is_quiet = False
        self.resized.emit()

    def _stand(self, at: int) -> None:
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.lanes.index(at), flag)

    def _stood(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = now.data(LANE)
        if isinstance(row, Lane) and not self._is_quiet:
            self.shown.emit(row.activity.id)
