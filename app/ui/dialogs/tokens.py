"""A field for several short texts: each becomes a chip that can be removed, and one goes on typing behind the last.

The rule: what still stands in the entry counts as typed, so nothing is lost by saving too early.
"""

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from app.ui.composing import ComposingEdit
from app.ui.dialogs.flow import Flow
from app.ui.dialogs.form import label
from app.ui.dialogs.spoken import Spoken
from app.ui.theme import INSIDE, Look, kind

WORDS = re.compile(r"[,，、;；\n]+")
"""What stands between keywords; a space may be part of one."""
CODES = re.compile(r"[,，、;；\s]+")
"""What stands between short codes, which hold no spaces."""


_FRAME = 2
"""Between the edge of the field and its chips."""


class Tokens(QFrame):
    """Chips and an entry in one box. `changed` is emitted when the texts change, also while one is being typed."""

    changed = Signal()

    def __init__(self, look: Look, between: re.Pattern[str]) -> None:
        super().__init__()
        self._look = look
        self._between = between
        self._texts: list[str] = []
        self._example = ""
        self.entry = ComposingEdit()
        self.entry.setProperty(*kind("within"))
        self.entry.installEventFilter(self)
        self.entry.textChanged.connect(self._typed)
        self.entry.editingFinished.connect(self.settle)
        self._flow = Flow(self, _FRAME, is_filling=True)
        self._flow.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        self._flow.addWidget(self.entry)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusProxy(self.entry)
        self._spoken = Spoken(self)
        self._spoken.again(self._draw)

    def texts(self) -> tuple[str, ...]:
        """The texts, with what is in the entry."""
        return tuple(dict.fromkeys((*self._texts, *self._split(self.entry.text()))))

    def set_texts(self, texts: tuple[str, ...]) -> None:
        """Show texts."""
        self._texts = list(texts)
        self.entry.clear()
        self._draw()

    def invite(self, example: str) -> None:
        """Show an example as long as there is no text: behind one it would look like another."""
        self._example = example
        self.entry.setPlaceholderText("" if self._texts else example)

    def settle(self) -> None:
        """Make chips of what is in the entry."""
        texts = list(self.texts())
        self.entry.clear()
        if texts != self._texts:
            self._texts = texts
            self._draw()
            self.changed.emit()

    def word(self, text: str) -> str:
        """What a chip says of a text."""
        return text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter settles, Backspace in an empty entry takes the last text back for correction; the box has the ring."""
        if watched is self.entry and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("is_typed_in", event.type() == QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is not self.entry or not is_press or self.entry.is_composing:
            return False
        assert isinstance(event, QKeyEvent)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self.entry.text():
            self.settle()
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.entry.text() and self._texts:
            last = self._texts.pop()
            self._draw()
            self.entry.setText(last)
            return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Anywhere in the box one begins to type."""
        self.entry.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def _typed(self, text: str) -> None:
        if self._between.search(text) and self._split(text):
            self.settle()
        else:
            self.changed.emit()

    def _split(self, text: str) -> list[str]:
        return [part.strip() for part in self._between.split(text) if part.strip()]

    def _remove(self, text: str) -> None:
        self._texts.remove(text)
        self._draw()
        self.changed.emit()
        self.entry.setFocus()

    def _draw(self) -> None:
        for _ in range(self._flow.count() - 1):  # behind the chips there is the entry
            item = self._flow.takeAt(0)
            if item is not None:
                item.widget().hide()
                item.widget().deleteLater()
        for place, text in enumerate(self._texts):
            self._flow.put(place, self._chip(text))
        if self._example:
            self.invite(self._example)
        self.updateGeometry()

    def _chip(self, text: str) -> QFrame:
        chip = QFrame()
        chip.setProperty(*kind("word"))
        chip.setMinimumHeight(self._look.scale.target)
        chip.setCursor(Qt.CursorShape.ArrowCursor)
        line = QHBoxLayout(chip)
        line.setContentsMargins(INSIDE, 0, 0, 0)
        line.setSpacing(0)
        word = label(wraps=False)
        shown = self.word(text)
        word.setText(shown if len(shown) <= 40 else shown[:39] + "…")
        word.setToolTip(shown if len(shown) > 40 else "")
        close = QToolButton()
        close.setAccessibleName(self.tr("Remove {text}").replace("{text}", shown))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._look.dress(close, "close")
        close.clicked.connect(lambda: self._remove(text))
        line.addWidget(word)
        line.addWidget(close)
        return chip
