"""One thing of a pack before and after: each field with what is gone struck out and what is new marked.

The rule: a text from outside is put in as text, never as markup; no colour stands alone.
"""

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.core.packs.differences import Mark, marked
from app.core.packs.pack import Difference, Fate, FieldChange, Item
from app.ui.pack_dialogs import change_words as words
from app.ui.theme import Look


class DifferenceText(QTextEdit):
    """The text; `show_difference` fills it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Difference, Item | None] | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFixedHeight(5 * self.fontMetrics().lineSpacing() + 24)
        look.changed.connect(self.draw)

    def show_difference(self, one: Difference | None, item: Item | None = None) -> None:
        """Show what became of a thing; `item` is it as it is, or was before it was withdrawn."""
        self._shown = None if one is None else (one, item)
        self.draw()

    def draw(self) -> None:
        """Put it again, in the language and the colours of now."""
        self.clear()
        if self._shown is None:
            return
        one, item = self._shown
        cursor = self.textCursor()
        self._put(cursor, f"{words.noun(one.noun)} · {one.name}", "title")
        for change in one.changes:
            self._change(cursor, change)
        gist = words.gist(item) if one.fate is not Fate.CHANGED else ""
        if gist:
            cursor.insertBlock()
            self._put(cursor, gist, "new" if one.fate is Fate.ADDED else "gone")
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _change(self, cursor: QTextCursor, change: FieldChange) -> None:
        old, new = words.values(change)
        cursor.insertBlock()
        self._put(cursor, f"{words.field(change)}  ", "muted")
        for run in marked(old, new):
            self._put(cursor, run.text, {Mark.GONE: "gone", Mark.NEW: "new"}.get(run.mark, ""))

    def _put(self, cursor: QTextCursor, text: str, look: str) -> None:
        cursor.insertText(text.replace("\n", "\u2028"), self._format(look))

    def _format(self, look: str) -> QTextCharFormat:
        made, colours = QTextCharFormat(), self._look.palette
        made.setForeground(QColor({"muted": colours.muted, "gone": colours.late}.get(look, colours.text)))
        if look == "gone":
            made.setFontStrikeOut(True)
        elif look == "new":
            made.setBackground(QColor(colours.mark))
            made.setFontUnderline(True)
        elif look == "title":
            made.setFontWeight(QFont.Weight.DemiBold)
        return made
