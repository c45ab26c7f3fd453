"""The parts of a place side by side, and at the end of the row the menu of the place.

The rule: one of them is always on; arrows go to the neighbours, Down and Enter into the part.
"""

from collections.abc import Iterable, Mapping
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.ui.theme import GRID, Look, kind
from app.ui.words import Speaking

_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_INTO = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Segment(QToolButton):
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


class SegmentRow(Speaking, QWidget):
    """The row. `chosen` gives the part that is opened; `extra` are buttons between the parts and the menu."""

    chosen = Signal(object)
    entered = Signal()
    left = Signal()

    def __init__(self, look: Look, parts: Iterable[Enum], extra: Mapping[QToolButton, str] | None = None) -> None:
        super().__init__()
        self.segments = {part: Segment(look) for part in parts}
        self.more = QToolButton()
        self._extra = {**(extra or {}), self.more: "more"}
        self.row = QHBoxLayout(self)
        self._build(look)
        self.choose(next(iter(self.segments)))
        self.retranslate()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (*self.segments.values(), *self._extra)

    @property
    def on(self) -> Enum:
        """The part that is on."""
        return next(part for part, segment in self.segments.items() if segment.isChecked())

    def choose(self, part: Enum) -> None:
        """Open a part."""
        for each, segment in self.segments.items():
            segment.setChecked(each is part)
            segment.setFocusPolicy(Qt.FocusPolicy.TabFocus if each is part else Qt.FocusPolicy.NoFocus)
        self.chosen.emit(part)

    def step(self, by: int) -> None:
        """Open the neighbour of the part that is on; past the last one comes the first."""
        parts = list(self.segments)
        self.choose(parts[(parts.index(self.on) + by) % len(parts)])

    def take_focus(self) -> None:
        """Give the keyboard to the part that is on."""
        self.segments[self.on].setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.more.setToolTip(self.tr("More"))
        self.more.setAccessibleName(self.tr("More"))

    def _build(self, look: Look) -> None:
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(2)
        for part, segment in self.segments.items():
            self.row.addWidget(segment)
            segment.clicked.connect(lambda _=False, part=part: self.choose(part))
            segment.stepped.connect(self._stepped)
            segment.entered.connect(self.entered)
            segment.left.connect(self.left)
        self.row.addStretch()
        for button, drawing in self._extra.items():
            look.dress(button, drawing)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setFixedSize(look.scale.target + GRID, look.scale.target)
            self.row.addWidget(button)

    def _stepped(self, by: int) -> None:
        self.step(by)
        self.take_focus()
