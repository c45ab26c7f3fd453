"""The note of an order: counted live in the bytes that the client counts, and what the client cannot hold is marked.

The rule: nothing is cut and nothing is replaced behind the agent's back; what is too much or cannot be held is shown.
"""

from typing import Any, cast

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from app.ui.dialogs.entry_inputs import Lines
from app.ui.dialogs.form import dress, label
from app.ui.dialogs.spoken import Spoken
from app.ui.order_dialogs import note_bytes as memo
from app.ui.theme import Look

_SHOWN = 6
"""So many characters that cannot be held are named; the rest are marked only."""


class NoteInput(Lines):
    """The text with its marks. `meter` is the line that counts, to be laid out under it."""

    def __init__(self, look: Look, least: int = 3, most: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(least, most, parent)
        self._look = look
        self.meter: QLabel = label("muted")
        self._spoken = Spoken(self)
        self.textChanged.connect(self.measure)
        look.changed.connect(self.measure)
        self._spoken.again(self.measure)

    def faults(self) -> tuple[tuple[str, str], ...]:
        """What the client would refuse: rules of `refusal_words` with a name each."""
        text = self.body()
        found = []
        if memo.size(text) > memo.MAX_BYTES:
            found.append(("note_too_long", f"{memo.MAX_BYTES:,}"))
        if strange := memo.strange(text):
            found.append(("not_in_gbk", named(text, strange)))
        return tuple(found)

    def measure(self) -> None:
        """Count the bytes and mark what cannot be held."""
        text = self.body()
        size, strange = memo.size(text), memo.strange(text)
        said = self.tr("{count} of {limit} bytes").replace("{count}", f"{size:,}")
        said = said.replace("{limit}", f"{memo.MAX_BYTES:,}")
        if size > memo.MAX_BYTES:
            over = self.tr("{count} too many").replace("{count}", f"{size - memo.MAX_BYTES:,}")
            said = f"{said} · {over}"
        if strange:
            cannot = self.tr("the client cannot hold {letters}").replace("{letters}", named(text, strange))
            said = f"{said} · {cannot}"
        self.meter.setText(said)
        dress(self.meter, "error" if strange or size > memo.MAX_BYTES else "muted")
        self.setExtraSelections([self._mark(text, start, end) for start, end in strange])

    def _mark(self, text: str, start: int, end: int) -> QTextEdit.ExtraSelection:
        mark: Any = QTextEdit.ExtraSelection()  # its attributes are missing in the type hints of Qt
        mark.cursor = QTextCursor(self.document())
        mark.cursor.setPosition(units(text[:start]))
        mark.cursor.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(self._look.palette.late))
        look.setBackground(QColor(self._look.palette.mark))
        mark.format = look
        return cast("QTextEdit.ExtraSelection", mark)


def named(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The characters at places of a text, each once, not too many of them."""
    letters = list(dict.fromkeys(letter for start, end in spans for letter in text[start:end]))
    return " ".join(letters[:_SHOWN]) + (" …" if len(letters) > _SHOWN else "")


def units(text: str) -> int:
    """How many places a text takes in a document of Qt, which counts an emoji as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
