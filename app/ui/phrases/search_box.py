"""The box that is typed into: every committed letter searches, and the keys of the list work in it.

The rule: a key is ours only while the input method is not composing, and a letter is never taken from the typing.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFontMetricsF,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit

from app.ui.composing import ComposingEdit
from app.ui.palette import Tone
from app.ui.theme import GRID, INSIDE, Look, Type, kind
from app.ui.words import Speaking

_TO_LIST = frozenset((Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown))
_ENTER = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))
_OURS_WITH_CTRL = frozenset(
    (Qt.Key.Key_N, Qt.Key.Key_E, Qt.Key.Key_D, Qt.Key.Key_P, Qt.Key.Key_I, Qt.Key.Key_K, Qt.Key.Key_Z, Qt.Key.Key_Comma)
)

_LENS = 16
_BEFORE = 32
"""What stands before the text: the lens and what is around it."""
_IN_CAP = 5


class SearchBox(Speaking, ComposingEdit):
    """The search box. `list_key` is a key that the list should get; `enter_pressed` tells whether only to copy.

    That is meant by Ctrl+Enter, and by Ctrl+C while nothing in the box is selected.
    """

    list_key = Signal(QKeyEvent)
    enter_pressed = Signal(bool)
    escape_pressed = Signal()
    delete_pressed = Signal()
    wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty(*kind("search"))
        self.setMinimumHeight(look.scale.target + 6)
        self.setMaxLength(200)
        self.setTextMargins(_LENS + INSIDE + 2, 0, 0, 0)
        self._clear: QAction | None = None
        self._served: str | None = ""
        self._pasted = ("", "")
        self._chord = ""
        self.textChanged.connect(self._offer_to_clear)
        self.textEdited.connect(self._begin)
        look.changed.connect(self._draw)
        look.drawn.connect(self.update)
        self.retranslate()

    def tell_chord(self, chord: str) -> None:
        """Show which keys come here from any program, as long as the keyboard is elsewhere."""
        self._chord = chord
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, and in it a lens and the keys that lead here where there is room for them."""
        super().paintEvent(event)
        if self._look.has_drawings:
            lens = self._look.pixmap("search", Tone.MUTED, _LENS, self.devicePixelRatioF())
            QPainter(self).drawPixmap(QPointF(INSIDE - 1, (self.height() - _LENS) / 2), lens)
        if self._chord and not self.text() and not self.hasFocus():
            self._paint_chord()

    def _paint_chord(self) -> None:
        font = self._look.font(Type.SMALL)
        measure = QFontMetricsF(font)
        width, height = measure.horizontalAdvance(self._chord) + 2 * _IN_CAP, measure.height() + 2
        place = QRectF(self.width() - width - INSIDE, (self.height() - height) / 2, width, height)
        if place.left() < _BEFORE + self.fontMetrics().horizontalAdvance(self.placeholderText()) + INSIDE:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.colour("line"))
        painter.setBrush(self._look.colour("keycap"))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), GRID, GRID)
        painter.setFont(font)
        painter.setPen(self._look.colour("muted"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._chord)

    @property
    def whole(self) -> str:
        """What is typed; of a text of several lines that was pasted all of it, as it was."""
        line, text = self._pasted
        return text if text and self.text() == line else self.text()

    def mark_served(self, phrase_id: str) -> None:
        """What was looked for is found and wanted in the chat."""
        self._served = phrase_id

    def clear_served(self, phrase_id: str) -> None:
        """A phrase has arrived: be empty, unless something else is looked for, for a chat may take a second to read."""
        if self._served in ("", phrase_id) and not self.is_composing:
            self.clear()
            self._served = ""

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.setPlaceholderText(self.tr("Phrases, activities, products"))
        self.setAccessibleName(self.tr("Search by words, pinyin, initials or code"))
        self.setToolTip(self.accessibleName())
        if self._clear:
            self._clear.setText(self.tr("Clear the search (Esc)"))  # also its tip, and its name to a screen reader

    def event(self, event: QEvent) -> bool:
        """Keep the editor's own chords from swallowing those of the window, and its tip from covering the rows."""
        if isinstance(event, QHelpEvent) and event.pos().x() > _BEFORE:
            return True
        is_chord = event.type() == QEvent.Type.ShortcutOverride and not self.is_composing
        if is_chord and isinstance(event, QKeyEvent) and _is_ours(event):
            event.ignore()
            return False
        return super().event(event)

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Give the list its keys; everything else is typing."""
        from PySide6.QtGui import QKeySequence  # noqa: PLC0415 - its table costs as much as ten modules

        if event.key() in _TO_LIST:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.end(False)  # several rows are meant now: Delete is about them, not about a word that was selected
            self.list_key.emit(event)
        elif event.key() in _ENTER:
            self.enter_pressed.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            self.enter_pressed.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            return self._paste_lines()
        elif event.key() == Qt.Key.Key_Delete and self._has_nothing_to_delete():
            if not event.isAutoRepeat():
                self.delete_pressed.emit()
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click into the box means typing, so the window asks for the keyboard."""
        self.wanted.emit()
        super().mousePressEvent(event)

    def _paste_lines(self) -> bool:
        """Paste several lines as one, and keep them as they were; False where there is only one."""
        text = QGuiApplication.clipboard().text()
        if len(text.strip().splitlines()) < 2:
            return False
        line = " ".join(text.split())[: self.maxLength()]
        self._pasted = (line, text) if self.selectedText() == self.text() else ("", "")
        self.insert(line)
        self.textEdited.emit(self.text())
        return True

    def _begin(self) -> None:
        self._served = None

    def _has_nothing_to_delete(self) -> bool:
        return not self.hasSelectedText() and self.cursorPosition() == len(self.text())

    def _offer_to_clear(self, text: str) -> None:
        if self._clear is None:
            self._clear = QAction(self)
            self._clear.triggered.connect(self.clear)
            self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
            self._draw()
            self.retranslate()
        self._clear.setVisible(bool(text))

    def _draw(self) -> None:
        if self._clear:
            self._clear.setIcon(self._look.icon("close"))


def _is_ours(event: QKeyEvent) -> bool:
    return event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in _OURS_WITH_CTRL
