"""A card that files are dropped onto: large and dashed as long as there is none, a plain head afterwards.

The rule: what it says and its buttons are the same before and after; only the invitation takes room.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.dialogs.form import dress, grown, row
from app.ui.theme import BETWEEN, EDGE, INSIDE, kind

_ROOM = 24
_HEIGHT = 480
_BESIDE = 64
"""So much stands left and right of an invitation, that its lines are not too long to be read."""
_ALL_ROOM = 255
"""The stretch of a head that invites, beside what only fills a gap."""
_SIGN = 32
_FAINT = 0.6


class _Sign(QWidget):
    """What is done with a file: it comes in."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_SIGN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In the colour of the text, but fainter, whichever theme is on."""
        colour = self.palette().color(QPalette.ColorRole.WindowText).name()
        painter = QPainter(self)
        painter.setOpacity(_FAINT)
        picture = icons.pixmap("import", colour, _SIGN, self.devicePixelRatioF())
        painter.drawPixmap(QPointF((self.width() - _SIGN) / 2, 0), picture)


class DropCard(QFrame):
    """`inside` is its column, for what comes below the buttons."""

    def __init__(self, told: QLabel, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self.setProperty(*kind("card"))
        self._told, self._buttons = told, row(*buttons)
        self._buttons.insertStretch(0, 0)
        self.inside = QVBoxLayout(self)
        self.inside.setSpacing(INSIDE)
        self._sign = _Sign()
        self.inside.addStretch(1)
        self.inside.addWidget(self._sign)
        self.inside.addWidget(told)
        self.inside.addLayout(self._buttons)
        self.inside.addStretch(1)
        self.invite(is_inviting=False)

    def invite(self, *, is_inviting: bool) -> None:
        """Ask for a file in the middle, or be the head over what was read."""
        dress(self, "drop" if is_inviting else "card")
        self._sign.setVisible(is_inviting)
        self.setMinimumHeight(grown(self, _HEIGHT) if is_inviting else 0)
        around = _ROOM if is_inviting else BETWEEN
        beside = _BESIDE if is_inviting else EDGE
        self.inside.setContentsMargins(beside, around, beside, around)
        self.inside.setSpacing(EDGE if is_inviting else INSIDE)
        self._told.setAlignment(Qt.AlignmentFlag.AlignHCenter if is_inviting else Qt.AlignmentFlag.AlignLeft)
        self._buttons.setStretch(0, 1 if is_inviting else 0)


def take_room(head: QWidget, *, is_inviting: bool) -> None:
    """A head that invites is as high as the window; over what was read it is as low as it can be."""
    policy = head.sizePolicy()
    policy.setVerticalStretch(_ALL_ROOM if is_inviting else 0)
    head.setSizePolicy(policy)
