"""One of many, in a list that opens.

The rule: a value that is not offered any more stays chosen until somebody chooses another one.
"""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from app.ui.dialogs.spoken import Spoken
from app.ui.sheet_dialogs.entry_inputs import State

_V = TypeVar("_V")


class _Box(QComboBox):
    edited = Signal()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the window: who scrolls must not change a value in passing."""
        event.ignore()


class Box(_Box, Generic[_V]):
    """One of many in a list that opens. A value that is not among them stays, under a name of its own."""

    def __init__(
        self, values: Callable[[], Sequence[_V]], say: Callable[[_V], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._offered, self._say = values, say
        self._values: list[_V] = list(values())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.activated.connect(lambda _number: self.edited.emit())
        self._spoken = Spoken(self)
        self._spoken.again(self.refresh)

    def refresh(self) -> None:
        """Offer what can be chosen now, and keep what is chosen."""
        value = self.read() if self.count() else None
        offered = list(self._offered())
        self._values = [*offered, *([] if value is None or value in offered else [value])]
        self.clear()
        self.addItems([self._say(each) for each in self._values])
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def put(self, value: _V) -> None:
        """Choose a value."""
        if value not in self._values:
            self._values.append(value)
            self.addItem(self._say(value))
        self.setCurrentIndex(self._values.index(value))

    def read(self) -> _V:
        """The value that is chosen."""
        return self._values[max(0, self.currentIndex())]

    def state(self) -> State:
        """The value that is chosen."""
        return self.read()

    def restore(self, state: State) -> None:
        """Choose it again."""
        self.put(state)

    def is_blank(self) -> bool:
        """Always: one is always chosen."""
        return True
