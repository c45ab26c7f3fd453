"""The note of an order: counted live in the bytes that the client counts, and what the client cannot hold is marked.

The rule: nothing is cut and nothing is replaced behind the agent's back; what is too much or cannot be held is shown.
"""

from typing import Any, cast

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QTextEdit

from app.core.orders.memo import MAX_BYTES, Memo, measured
from app.ui.dialogs.form import dress, label
from app.ui.dialogs.spoken import Spoken
from app.ui.sheet_dialogs.entry_inputs import Lines
from app.ui.theme import Look
from app.ui.words import translate

_SHOWN = 6
"""So many characters that cannot be held are named; the rest are marked only."""


class NoteInput(Lines):
    """The text with its marks. `meter` is the line that counts, to be laid out under it."""

    def __init__(self, look: Look) -> None:
        super().__init__(3, 8)
        self._look = look
        self.meter: QLabel = label("muted")
        self._spoken = Spoken(self)
        self.textChanged.connect(self.measure)
        look.changed.connect(self.measure)
        self._spoken.again(self.measure)

    def faults(self) -> tuple[tuple[str, str], ...]:
        """What the client would refuse: rules of `refusal_words` with a name each."""
        memo = measured(self.body())
        too_long = (("note_too_long", f"{MAX_BYTES:,}"),) if memo.left < 0 else ()
        return (*too_long, *((("not_in_gbk", named(memo.refused)),) if memo.refused else ()))

    def measure(self) -> None:
        """Count the bytes and mark what cannot be held."""
        text = self.body()
        memo = measured(text)
        self.meter.setText(counted(memo))
        dress(self.meter, "muted" if memo.fits else "error")
        refused = set(memo.refused)
        self.setExtraSelections([self._mark(text, at, at + 1) for at, letter in enumerate(text) if letter in refused])

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


def counted(memo: Memo) -> str:
    """How a text fits into the client's note, in words."""
    said = translate("note_input", "{count} of {limit} bytes").replace("{count}", f"{memo.bytes:,}")
    parts = [said.replace("{limit}", f"{MAX_BYTES:,}")]
    if memo.left < 0:
        parts.append(translate("note_input", "{count} too many").replace("{count}", f"{-memo.left:,}"))
    if memo.refused:
        cannot = translate("note_input", "the client cannot hold {letters}")
        parts.append(cannot.replace("{letters}", named(memo.refused)))
    return " · ".join(parts)


def named(letters: tuple[str, ...]) -> str:
    """Some characters, not too many of them; those that cannot be seen by their numbers."""
    shown = (letter if letter.isprintable() else f"U+{ord(letter):04X}" for letter in letters[:_SHOWN])
    return " ".join(shown) + (" …" if len(letters) > _SHOWN else "")


def units(text: str) -> int:
    """How many places a text takes in a document of Qt, which counts an emoji as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
