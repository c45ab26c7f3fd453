"""The commands that were found, as a list: each its drawing, its words and its key.

The rule: the keyboard stays in the search; Enter does what is stood on, and a click what it is on.
"""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QStyleOptionViewItem

from app.ui.commands.table import Command
from app.ui.icons import SMALL
from app.ui.painted_list import MARGIN, PaintedList, RowTinter
from app.ui.palette import Tone
from app.ui.theme import GRID, INSIDE, Look, Type

COMMAND = Qt.ItemDataRole.UserRole
_IN_CAP = 5
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class CommandRow(RowTinter):
    """Paints one command."""

    def __init__(self, look: Look, view: PaintedList) -> None:
        super().__init__(look, view)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All rows are as high as a target."""
        return QSize(0, self._look.scale.target + GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The ground, then drawing, words and keycap."""
        command = index.data(COMMAND)
        row: QRect = option.rect  # type: ignore[attr-defined] # as in the other rows
        rect = QRectF(row).adjusted(MARGIN, 1, -MARGIN, -1)
        is_selected = self._view.selectionModel().isSelected(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, row, index)
        ratio = self._view.devicePixelRatioF()
        tone = Tone.ACCENT_TEXT if is_selected else Tone.MUTED
        picture = self._look.pixmap(command.drawing, tone, SMALL, ratio)
        painter.drawPixmap(QPointF(rect.left() + INSIDE, rect.center().y() - SMALL / 2), picture)
        until = self._paint_key(painter, command, rect)
        place = rect.adjusted(2 * INSIDE + SMALL, 0, until - rect.right(), 0)
        font = self._look.font(Type.BODY)
        painter.setFont(font)
        painter.setPen(self._look.colour("text"))
        words = QFontMetricsF(font).elidedText(command.words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _LEFT, words)
        painter.restore()

    def is_cut(self, index: _Index) -> bool:
        """Whether its words have no room."""
        command, measure = index.data(COMMAND), QFontMetricsF(self._look.font(Type.BODY))
        room = self._view.viewport().width() - 2 * MARGIN - 4 * INSIDE - SMALL - self._of_key(command)
        return measure.horizontalAdvance(command.words) > room

    def _paint_key(self, painter: QPainter, command: Command, rect: QRectF) -> float:
        """Paint the key at the right; where it begins."""
        width = self._of_key(command)
        if not width:
            return rect.right() - INSIDE
        font = self._look.font(Type.SMALL)
        height = QFontMetricsF(font).height() + 2
        cap = QRectF(rect.right() - INSIDE - width, rect.center().y() - height / 2, width, height)
        painter.setPen(self._look.colour("line"))
        painter.setBrush(self._look.colour("keycap"))
        painter.drawRoundedRect(cap, GRID, GRID)
        painter.setFont(font)
        painter.setPen(self._look.colour("muted"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, shown(command.chord))
        return cap.left() - INSIDE

    def _of_key(self, command: Command) -> float:
        measure = QFontMetricsF(self._look.font(Type.SMALL))
        return measure.horizontalAdvance(shown(command.chord)) + 2 * _IN_CAP if command.chord else 0.0


class CommandList(PaintedList):
    """The list. `chosen` carries the command that is wanted."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.commands = QStandardItemModel(self)
        self.setModel(self.commands)
        self._rows = CommandRow(look, self)
        self.paint_by(self._rows)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Commands"))
        look.changed.connect(self.doItemsLayout)

    def show_commands(self, commands: Sequence[Command]) -> None:
        """Show these and stand on the first."""
        self.commands.clear()
        for command in commands:
            item = QStandardItem(f"{command.words} {shown(command.chord)}".strip())
            item.setData(command, COMMAND)
            item.setEditable(False)
            self.commands.appendRow(item)
        self.setCurrentIndex(self.commands.index(0, 0))
        self.scrollToTop()

    def take_key(self, event: QKeyEvent) -> None:
        """Move as on a key, whoever has the keyboard."""
        super().keyPressEvent(event)

    def enter(self) -> None:
        """Want what is stood on."""
        self._want(self.currentIndex())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a row is an Enter."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._want(self.indexAt(event.position().toPoint()))

    def tip(self, index: QModelIndex, _point: QPoint) -> str:
        """The words that have no room."""
        return f"<qt>{escape(index.data(COMMAND).words)}</qt>" if index.isValid() and self._rows.is_cut(index) else ""

    def _want(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(COMMAND))


def shown(chord: str) -> str:
    """A key as it stands on the keyboard."""
    return QKeySequence(chord).toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")
