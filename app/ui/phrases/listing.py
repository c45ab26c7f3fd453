"""The list of phrases: clicks paste, keys move, rows are dragged where their order is the agent's own.

The rule: the list decides nothing; it tells what the agent wants with which phrases.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from app.core.phrases.phrase import Phrase
from app.ui.painted_list import PaintedList
from app.ui.phrases.model import HIT, MIME, PhraseModel
from app.ui.phrases.row import PhraseRow
from app.ui.theme import Look
from app.ui.words import Speaking

if TYPE_CHECKING:
    from app.ui.times import Times

_TOOLTIP_LENGTH = 600
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class PhraseList(Speaking, PaintedList):
    """The list. `dropped` tells which phrases were let go beside which one, and whether after it."""

    chosen = Signal(str)
    enter_pressed = Signal(bool)
    delete_pressed = Signal()
    escape_pressed = Signal()
    typed = Signal(QKeyEvent)
    dropped = Signal(list, str, bool)

    def __init__(self, look: Look, model: PhraseModel) -> None:
        super().__init__()
        self.phrases = model
        self._times: Times | None = None
        self.setModel(model)
        self._rows = PhraseRow(look, self)
        self.paint_by(self._rows)
        model.note_of = self._rows.told
        model.modelReset.connect(self._rows.forget_rows)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(False)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.viewport().update())
        look.changed.connect(self.doItemsLayout)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.setAccessibleName(self.tr("Phrases"))
        self._rows.forget_rows()
        if self.isVisible():
            self.viewport().update()  # asked for the first time it costs as much as the whole list: not at a start

    def know_times(self, times: "Times") -> None:
        """Say of each phrase whether it holds now."""
        self._times = times
        self._rows.know_times(times)
        self.viewport().update()

    def know_own(self, mark: Callable[[Phrase], str]) -> None:
        """Draw in the row of a phrase what tells that it is an own version of what a pack says."""
        self._rows.know_own(mark)
        self.viewport().update()

    def meant(self, *, is_found: bool) -> list[str]:
        """What an export means at once: several that are selected, else all that were found by a search, else none."""
        ids = self.selected()
        if len(ids) > 1:
            return ids
        return self.phrases.every_id() if is_found else []

    def selected(self) -> list[str]:
        """The ids of the selected phrases, top to bottom."""
        return self.phrases.ids(self.selectionModel().selectedIndexes())

    def current(self) -> str:
        """The id of the phrase that Enter would paste, or nothing."""
        phrase = self.phrase_at(self.currentIndex())
        return phrase.id if phrase else ""

    def phrase_at(self, index: QModelIndex) -> Phrase | None:
        """The phrase of a row."""
        hit = index.data(HIT)
        return hit.phrase if hit else None

    def visible(self, number: int) -> str:
        """The id of the visible row of a digit (1 to 9), or nothing."""
        top = max(self.indexAt(QPoint()).row(), 0)
        phrase = self.phrase_at(self.phrases.index(top + number - 1))
        return phrase.id if phrase else ""

    def choose(self, ids: list[str], else_row: int = 0) -> None:
        """Select these phrases or, where none of them is there, the row that stands in their place."""
        rows = [at for at in (self.phrases.row_of(phrase_id) for phrase_id in ids) if at >= 0]
        if not rows:
            rows = [min(else_row, self.phrases.rowCount() - 1)]
        index = self.phrases.index(rows[0])
        chosen = self.selectionModel()  # the view's own way would look at the Ctrl key that may still be held
        chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        for at in rows[1:]:
            chosen.select(self.phrases.index(at), QItemSelectionModel.SelectionFlag.Select)
        if index.isValid():
            self.scrollTo(index)

    def take_key(self, event: QKeyEvent) -> None:
        """Move as on a key, whoever has the keyboard."""
        super().keyPressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Delete and Escape mean what they mean in the search box; letters go on searching."""
        from PySide6.QtGui import QKeySequence  # noqa: PLC0415 - its table costs as much as ten modules

        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.enter_pressed.emit(True)
        elif key == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif key == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        elif text.isprintable() and text and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A plain click on a row pastes it; with Ctrl or Shift held it only selects."""
        was_dragging = self.state() is QAbstractItemView.State.DraggingState
        pressed = self.currentIndex()
        super().mouseReleaseEvent(event)
        released = self.indexAt(event.position().toPoint())
        is_plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers() & _HELD
        if is_plain and released.isValid() and released == pressed and not was_dragging:
            phrase = self.phrase_at(released)
            if phrase:
                self.chosen.emit(phrase.id)

    def tip(self, index: QModelIndex, _point: QPoint) -> str:
        """The whole text of a phrase that does not fit, and when one holds."""
        phrase = self.phrase_at(index)
        if phrase is None or not (phrase.lifetime or self._rows.is_cut(index)):
            return ""
        return tooltip(phrase, self._times.told(phrase) if self._times and phrase.lifetime else "")

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take rows of our own; files are the window's."""
        if event.mimeData().hasFormat(MIME):
            super().dragMoveEvent(event)
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where rows were let go; they move when the library has moved them."""
        if not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        ids = bytes(event.mimeData().data(MIME).data()).decode().split("\n")
        position = event.position().toPoint()
        index = self.indexAt(position)
        is_after = not index.isValid() or position.y() > self.visualRect(index).center().y()
        anchor = self.phrase_at(index if index.isValid() else self.phrases.index(self.phrases.rowCount() - 1))
        if anchor:
            self.dropped.emit(ids, anchor.id, is_after)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()


def tooltip(phrase: Phrase, times: str = "") -> str:
    """The whole phrase as text, with what is told of its times: what came from outside is escaped."""
    from html import escape  # noqa: PLC0415 - it brings a table of two thousand names, and a start has no tooltip

    body = phrase.body if len(phrase.body) <= _TOOLTIP_LENGTH else phrase.body[:_TOOLTIP_LENGTH] + "…"
    lines = [f"<b>{escape(phrase.title)}</b>", escape(body).replace("\n", "<br>")]
    if phrase.codes or phrase.group:
        lines.append(escape(" · ".join((*phrase.codes, " › ".join(phrase.group)))))
    if times:
        lines.append(f"<i>{escape(times)}</i>")
    return f"<qt>{'<br>'.join(lines)}</qt>"
