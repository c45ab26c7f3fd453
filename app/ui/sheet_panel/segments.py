"""The three parts of the place side by side, and beside them what can be made and done.

The rule: one of them is always on; arrows go to the neighbours, Down and Enter into the part.
"""

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from app.ui.theme import GRID, Look, kind

_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_INTO = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Noun(Enum):
    """What a part holds; the value is what `new_wanted` carries."""

    ACTIVITY = "activity"
    PRODUCT = "product"
    FACT = "fact"


class Segment(QToolButton):
    """One part. Only the one that is on is a stop of the Tab key."""

    stepped = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self, noun: Noun, look: Look) -> None:
        super().__init__()
        self.noun = noun
        self.setProperty(*kind("chip"))
        self.setCheckable(True)
        self.setMinimumHeight(look.scale.target)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

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
        self._segments = {noun: Segment(noun, look) for noun in Noun}
        self.new, self.more = QToolButton(), QToolButton()
        self._build(look)
        self.choose(Noun.ACTIVITY)
        self.retranslate()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (*self._segments.values(), self.new, self.more)

    @property
    def noun(self) -> Noun:
        """The part that is on."""
        return next(noun for noun, segment in self._segments.items() if segment.isChecked())

    def choose(self, noun: Noun) -> None:
        """Open a part."""
        for each, segment in self._segments.items():
            segment.setChecked(each is noun)
            segment.setFocusPolicy(Qt.FocusPolicy.TabFocus if each is noun else Qt.FocusPolicy.NoFocus)
        self._name_new()
        self.chosen.emit(noun)

    def step(self, by: int) -> None:
        """Open the neighbour of the part that is on; past the last one comes the first."""
        nouns = list(Noun)
        self.choose(nouns[(nouns.index(self.noun) + by) % len(nouns)])

    def take_focus(self) -> None:
        """Give the keyboard to the part that is on."""
        self._segments[self.noun].setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self._segments[Noun.ACTIVITY].setText(self.tr("Activities"))
        self._segments[Noun.PRODUCT].setText(self.tr("Products"))
        self._segments[Noun.FACT].setText(self.tr("Shop"))
        self.more.setToolTip(self.tr("More"))
        self.more.setAccessibleName(self.tr("More"))
        self._name_new()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Where it is very narrow the button for a new entry gives way: the menu beside it has it too."""
        whole = self._row.minimumSize()
        return QSize(self._least(), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self.new.setVisible(self.width() >= self._least() + self.new.width() + self._row.spacing())

    def _least(self) -> int:
        shown = (*self._segments.values(), self.more)
        return sum(button.sizeHint().width() + self._row.spacing() for button in shown) + GRID

    def _name_new(self) -> None:
        said = {
            Noun.ACTIVITY: self.tr("New activity (Ctrl+N)"),
            Noun.PRODUCT: self.tr("New product (Ctrl+N)"),
            Noun.FACT: self.tr("New fact of the shop (Ctrl+N)"),
        }[self.noun]
        self.new.setToolTip(said)
        self.new.setAccessibleName(said)

    def _build(self, look: Look) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        group = QButtonGroup(self)
        for segment in self._segments.values():
            group.addButton(segment)
            row.addWidget(segment)
            segment.clicked.connect(lambda _=False, segment=segment: self.choose(segment.noun))
            segment.stepped.connect(self._stepped)
            segment.entered.connect(self.entered)
            segment.left.connect(self.left)
        row.addStretch()
        for button, drawing in ((self.new, "plus"), (self.more, "more")):
            look.dress(button, drawing)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setFixedSize(look.scale.target + GRID, look.scale.target)
            row.addWidget(button)

    def _stepped(self, by: int) -> None:
        self.step(by)
        self.take_focus()
