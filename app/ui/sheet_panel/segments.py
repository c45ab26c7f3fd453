"""The three parts of the cheat-sheet, and beside them what can be made and done.

The rule: where it is very narrow the button for a new entry gives way: the menu beside it has it too.
"""

from enum import Enum

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton

from app.ui.segments import SegmentRow
from app.ui.theme import GRID, Look


class Noun(Enum):
    """What a part holds; the value is what `new_wanted` carries."""

    ACTIVITY = "activity"
    PRODUCT = "product"
    FACT = "fact"


class Segments(SegmentRow):
    """The row."""

    def __init__(self, look: Look) -> None:
        self.new = QToolButton()
        super().__init__(look, Noun, {self.new: "plus"})

    @property
    def noun(self) -> Noun:
        """The part that is on."""
        return Noun(self.on)

    def choose(self, part: Enum) -> None:
        """Open a part."""
        super().choose(part)
        self._name_new()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        super().retranslate()
        names = {Noun.ACTIVITY: self.tr("Activities"), Noun.PRODUCT: self.tr("Products"), Noun.FACT: self.tr("Shop")}
        for noun, name in names.items():
            self.segments[noun].setText(name)
        self._name_new()

    def minimumSizeHint(self) -> QSize:
        """Without the button for a new entry."""
        return QSize(self._least(), self.row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self.new.setVisible(self.width() >= self._least() + self.new.width() + self.row.spacing())

    def _least(self) -> int:
        shown = (*self.segments.values(), self.more)
        return sum(button.sizeHint().width() + self.row.spacing() for button in shown) + GRID

    def _name_new(self) -> None:
        said = {
            Noun.ACTIVITY: self.tr("New activity (Ctrl+N)"),
            Noun.PRODUCT: self.tr("New product (Ctrl+N)"),
            Noun.FACT: self.tr("New fact of the shop (Ctrl+N)"),
        }[self.noun]
        self.new.setToolTip(said)
        self.new.setAccessibleName(said)
