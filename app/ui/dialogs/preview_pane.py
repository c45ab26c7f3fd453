"""What a phrase would be if it were pasted now, part by part, with what is missing tinted."""

import re

from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from app.ui import trade_words
from app.ui.dialogs.form import dress, label
from app.ui.dialogs.sample import CLOSE, OPEN, Sample
from app.ui.dialogs.spoken import Spoken
from app.ui.theme import GRID, INSIDE, Look, kind

_MARKED = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")
_LEAST_LINES, _MOST_LINES = 2, 8


class PreviewPane(QWidget):
    """The rendered text and, under it, a sentence on what the agent will be asked and what is missing."""

    def __init__(self, look: Look, *, most_lines: int = _MOST_LINES) -> None:
        super().__init__()
        self._look = look
        self._most_lines = most_lines
        self._sample = Sample(())
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty(*kind("preview"))
        self.sentence = label("hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.text)
        column.addWidget(self.sentence)
        self.setFocusProxy(self.text)
        look.changed.connect(self._mark)
        self._spoken = Spoken(self)
        self._spoken.again(self._draw)

    def show_sample(self, sample: Sample) -> None:
        """Show what would be pasted."""
        self._sample = sample
        self._draw()

    def _draw(self) -> None:
        self.text.setPlainText("\n".join(self._lines()))
        self._fit()
        self._mark()
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower text has more lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the lines that it is broken into, which is what this document calls its height."""
        lines = min(max(round(self.text.document().size().height()), _LEAST_LINES), self._most_lines)
        height = lines * self.text.fontMetrics().lineSpacing() + 2 * INSIDE + 2 * GRID
        if self.text.height() != height:
            self.text.setFixedHeight(height)

    def _lines(self) -> list[str]:
        parts = self._sample.parts
        if len(parts) < 2:
            return list(parts)
        lines: list[str] = []
        for number, part in enumerate(parts, start=1):
            lines += [self._heading(number), part]
        return lines

    def _heading(self, number: int) -> str:
        heading = self.tr("Part {number} of {count}")
        return f"— {heading.replace('{number}', str(number)).replace('{count}', str(len(self._sample.parts)))} —"

    def _tell(self) -> None:
        lines: list[str] = []
        if self._sample.missing:
            names = ", ".join(trade_words.of_fact(name) for name in self._sample.missing)
            lines.append(self.tr("Nobody knows {names} now: a paste would be refused.").replace("{names}", names))
        if self._sample.asked:
            names = ", ".join(self._sample.asked)
            lines.append(self.tr("You are asked when pasting: {names}").replace("{names}", names))
        self.sentence.setText("\n".join(lines))
        self.sentence.setVisible(bool(lines))
        dress(self.sentence, "error" if self._sample.missing else "hint")

    def _mark(self) -> None:
        headings = {self._heading(number) for number in range(1, len(self._sample.parts) + 1)}
        tinted, faint = QTextCharFormat(), QTextCharFormat()
        tinted.setBackground(self._look.colour("mark"))
        faint.setForeground(self._look.colour("muted"))
        selections = []
        block = self.text.document().firstBlock()
        while block.isValid():
            if block.text() in headings and len(headings) > 1:
                selections.append(_selection(block.position(), block.length() - 1, faint, self.text))
            for match in _MARKED.finditer(block.text()):
                before = _width(block.text()[: match.start()])
                selections.append(_selection(block.position() + before, _width(match[0]), tinted, self.text))
            block = block.next()
        self.text.setExtraSelections(selections)


def _width(text: str) -> int:
    """Qt counts letters in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _selection(place: int, length: int, look: QTextCharFormat, text: QPlainTextEdit) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(text.document())
    cursor.setPosition(place)
    cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
    selection.cursor = cursor  # type: ignore[attr-defined] # a public field that the stubs leave out
    selection.format = look  # type: ignore[attr-defined]
    return selection
