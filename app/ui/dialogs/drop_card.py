"""A card that files are dropped onto: wide and dashed as long as there is none, a plain head afterwards.

The rule: what it says and its buttons are the same before and after; only the invitation takes room.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.ui.dialogs.form import dress, row
from app.ui.theme import BETWEEN, EDGE, INSIDE, kind

_ROOM = 48


class DropCard(QFrame):
    """`inside` is its column, for what comes below the buttons."""

    def __init__(self, told: QLabel, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self.setProperty(*kind("card"))
        self._told, self._buttons = told, row(*buttons)
        self._buttons.insertStretch(0, 0)
        self.inside = QVBoxLayout(self)
        self.inside.setSpacing(INSIDE)
        self.inside.addWidget(told)
        self.inside.addLayout(self._buttons)
        self.invite(is_inviting=False)

    def invite(self, *, is_inviting: bool) -> None:
        """Ask for a file in the middle, or be the head over what was read."""
        dress(self, "drop" if is_inviting else "card")
        around = _ROOM if is_inviting else BETWEEN
        self.inside.setContentsMargins(EDGE, around, EDGE, around)
        self.inside.setSpacing(EDGE if is_inviting else INSIDE)
        self._told.setAlignment(Qt.AlignmentFlag.AlignHCenter if is_inviting else Qt.AlignmentFlag.AlignLeft)
        self._buttons.setStretch(0, 1 if is_inviting else 0)
