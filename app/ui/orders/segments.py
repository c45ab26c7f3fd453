"""The three parts of the place side by side with what waits in each, and beside them the menu of the place.

The rule: one of them is always on; arrows go to the neighbours, Down and Enter into the part.
"""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.ui.theme import GRID, Look, kind

_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_INTO = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Part(Enum):
    """A part of the place."""

    QUEUE = "queue"
    PAID = "paid"
    PROMISES = "promises"


class _Segment(QToolButton):
    """One part. Only the one that is on is a stop of the Tab key."""

    stepped = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty(*kind("chip"))
        self.setCheckable(True)
        self.setMinimumHeight(look.scale.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose a neighbour, Down and Enter go into the part, Escape leaves."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in _STEPS:
            self.stepped.emit(_STEPS[event.key()])
        elif event.key() in _INTO:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Segments(QWidget):
    """The row. `chosen` gives the part that is opened."""

    chosen = Signal(object)
    entered = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments = {part: _Segment(look) for part in Part}
        self.counts: Mapping[Part, int] = {}
        self.more = QToolButton()
        self._build(look)
        self.choose(Part.QUEUE)
        self.retranslate()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (*self._segments.values(), self.more)

    @property
    def part(self) -> Part:
        """The part that is on."""
        return next(part for part, segment in self._segments.items() if segment.isChecked())

    def choose(self, part: Part) -> None:
        """Open a part."""
        for each, segment in self._segments.items():
            segment.setChecked(each is part)
            segment.setFocusPolicy(Qt.FocusPolicy.TabFocus if each is part else Qt.FocusPolicy.NoFocus)
        self.chosen.emit(part)

    def step(self, by: int) -> None:
        """Open the neighbour of the part that is on; past the last one comes the first."""
        parts = list(Part)
        self.choose(parts[(parts.index(self.part) + by) % len(parts)])

    def count(self, counts: Mapping[Part, int]) -> None:
        """Say how many things wait in each part."""
        if counts != self.counts:
            self.counts = dict(counts)
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        names = {Part.QUEUE: self.tr("Unpaid"), Part.PAID: self.tr("Paid"), Part.PROMISES: self.tr("Follow-ups")}
        for part, segment in self._segments.items():
            count = self.counts.get(part, 0)
            segment.setText(f"{names[part]} {count:,}" if count else names[part])
        self.more.setToolTip(self.tr("More"))
        self.more.setAccessibleName(self.tr("More"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self, look: Look) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for part, segment in self._segments.items():
            row.addWidget(segment)
            segment.clicked.connect(lambda _=False, part=part: self.choose(part))
            segment.stepped.connect(self._stepped)
            segment.entered.connect(self.entered)
            segment.left.connect(self.left)
        row.addStretch()
        look.dress(self.more, "more")
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setFixedSize(look.scale.target + GRID, look.scale.target)
        row.addWidget(self.more)

    def _stepped(self, by: int) -> None:
        self.step(by)
        self._segments[self.part].setFocus(Qt.FocusReason.TabFocusReason)
