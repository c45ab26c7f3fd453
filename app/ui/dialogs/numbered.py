"""Steps that are read one after the other: each with its number in a disc, keys and codes in it as keycaps.

The rule: it is told one text and gives it back as one, so that a screen reader and a test read what the eye does.
"""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.dialogs.form import label, row
from app.ui.theme import BETWEEN, GRID, INSIDE, kind

_DISC = 24
_NUMBERED = re.compile(r"(\d+)\.\s*(.+)")


class Numbered(QWidget):
    """The steps, one a line of what is said."""

    def __init__(self) -> None:
        super().__init__()
        self._told = ""
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(BETWEEN)

    def text(self) -> str:
        """All of it."""
        return self._told

    def say(self, told: str, caps: Sequence[str]) -> None:
        """Say the steps, each a line that begins with its number; what is in `caps` is drawn as a key."""
        self._told = told
        self.setAccessibleName(told)
        for former in self._rows:
            former.hide()
            former.deleteLater()
        self._rows = [self._step(line, caps) for line in told.splitlines()]
        for made in self._rows:
            self._column.addWidget(made)

    def _step(self, line: str, caps: Sequence[str]) -> QWidget:
        found = _NUMBERED.fullmatch(line)
        number, rest = found.groups() if found else ("", line)
        disc = label("disc", wraps=False)
        disc.setText(number)
        disc.setAlignment(Qt.AlignmentFlag.AlignCenter)
        disc.setFixedSize(_DISC, _DISC)
        parted = re.split("(" + "|".join(re.escape(cap) for cap in caps if cap) + ")", rest)
        parts = [_cap(part) if part in caps else _words(part) for part in parted if part.strip(" .。")]
        made = QWidget()
        inside = row(disc, *parts)
        inside.setSpacing(INSIDE - 2)
        made.setLayout(inside)
        return made


def _words(text: str) -> QLabel:
    made = label(wraps=False)
    made.setText(text.strip())
    return made


def _cap(text: str) -> QFrame:
    made = QFrame()
    made.setProperty(*kind("token"))
    inside = QHBoxLayout(made)
    inside.setContentsMargins(INSIDE, GRID // 2, INSIDE, GRID // 2)
    inside.addWidget(_words(text))
    return made
