"""A pasted text in which everything that was recognised is marked, and what is left out is struck through."""

from collections.abc import Iterable
from typing import Any, cast

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from app.core.orders.incoming.drafts import Part, Piece
from app.ui.order_dialogs.note_input import units
from app.ui.theme import GRID, INSIDE, Look

_LINES = 7


class MarkedText(QPlainTextEdit):
    """The text; `show_pieces` marks it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pieces: tuple[Piece, ...] = ()
        self._here: tuple[Piece, ...] = ()
        self.setTabChangesFocus(True)
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 2 * INSIDE + GRID)
        look.changed.connect(self._draw)

    def text(self) -> str:
        """The text, with LF at line ends and every other letter kept, so that places are those of the pieces."""
        return self.document().toRawText().replace("\u2029", "\n")

    def show_pieces(self, pieces: Iterable[Piece], here: Iterable[Piece] = ()) -> None:
        """Mark what was recognised; stronger what belongs to the order that is looked at, which comes into sight."""
        self._pieces, self._here = tuple(pieces), tuple(here)
        self._draw()
        if self._here and not self.hasFocus():
            cursor = QTextCursor(self.document())
            cursor.setPosition(units(self.text()[: self._here[0].start]))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _draw(self) -> None:
        text, here = self.text(), set(self._here)
        self.setExtraSelections([self._mark(text, piece, is_here=piece in here) for piece in self._pieces])

    def _mark(self, text: str, piece: Piece, *, is_here: bool) -> QTextEdit.ExtraSelection:
        mark: Any = QTextEdit.ExtraSelection()  # its attributes are missing in the type hints of Qt
        mark.cursor = QTextCursor(self.document())
        mark.cursor.setPosition(units(text[: piece.start]))
        mark.cursor.setPosition(units(text[: piece.end]), QTextCursor.MoveMode.KeepAnchor)
        look, colours = QTextCharFormat(), self._look.palette
        if piece.part is Part.LEFT_OUT:
            look.setForeground(QColor(colours.muted))
            look.setFontStrikeOut(True)
        else:
            look.setBackground(QColor(colours.mark_selected if is_here else colours.mark))
        mark.format = look
        return cast("QTextEdit.ExtraSelection", mark)
