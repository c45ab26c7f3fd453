"""Inputs of the order's form beside those of the cheat-sheet: a list that opens, and the moment of closing.

The rule: a value that the list does not have any more is shown and given back as it was, never changed in passing.
"""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from app.ui.dialogs.entry_inputs import Picked, State
from app.ui.dialogs.spoken import Spoken

_V = TypeVar("_V")


class Chips(Picked[_V], Generic[_V]):
    """One of a few chips; a value that none of them has is passed over, and the one that is on stays."""

    def pick(self, value: _V) -> None:
        """Turn a chip on."""
        if value in self._values:
            super().pick(value)


class Listed(QComboBox):
    """One of a list that opens. `values` are pairs of an id and a name, asked again when the language changes."""

    def __init__(self, values: Callable[[], Sequence[tuple[str, str]]]) -> None:
        super().__init__()
        self._values = values
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._spoken = Spoken(self)
        self._spoken.again(self._fill)

    @property
    def edited(self) -> SignalInstance:
        """Another one was chosen."""
        return self.currentIndexChanged

    def put(self, value: Any) -> None:
        """Show a value; one that is not in the list is added to it."""
        if value and self.findData(value) < 0:
            self.addItem(str(value), value)
        self.setCurrentIndex(self.findData(value))

    def read(self) -> str:
        """The id that is chosen."""
        return str(self.currentData() or "")

    def state(self) -> State:
        """The id that is chosen."""
        return self.read()

    def restore(self, state: State) -> None:
        """Choose it again."""
        self.put(state)

    def is_blank(self) -> bool:
        """Always: something is always chosen, so it does not tell that somebody wrote something."""
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the window: who scrolls must not change the order in passing."""
        event.ignore()

    def _fill(self) -> None:
        chosen = self.read()
        was_blocked = self.blockSignals(True)
        self.clear()
        for value, name in self._values():
            self.addItem(name, value)
        self.put(chosen)
        self.blockSignals(was_blocked)
