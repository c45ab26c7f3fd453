"""One of a few, all of them in sight: a row of chips of which one is on.

The rule: Tab comes to the chip that is on, whichever it is, and the arrows choose its neighbours; the keyboard never
stays on one that is off.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from app.ui.dialogs.flow import Flow
from app.ui.dialogs.spoken import Spoken
from app.ui.theme import INSIDE, kind

_V = TypeVar("_V")


class _Chips(QWidget):
    chosen = Signal()


class Choice(_Chips, Generic[_V]):
    """Chips for values; `say` gives the word of each. `chosen` is emitted when the agent picks another one."""

    def __init__(self, values: Sequence[_V], say: Callable[[_V], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = list(values)
        self._group = QButtonGroup(self)
        flow = Flow(self, INSIDE)
        for number in range(len(values)):
            chip = QToolButton()
            chip.setCheckable(True)
            chip.setProperty(*kind("chip"))
            self._group.addButton(chip, number)
            flow.addWidget(chip)
        self._group.idClicked.connect(lambda _number: self.chosen.emit())
        self._say = say
        self._spoken = Spoken(self)
        self._spoken.again(self.rename)
        self._group.buttonToggled.connect(lambda _chip, is_on: self._lead_tab() if is_on else None)
        self._lead_tab()

    @property
    def value(self) -> _V:
        """The value that is on."""
        return self._values[max(0, self._group.checkedId())]

    def pick(self, value: _V) -> None:
        """Turn a value on without telling."""
        self._group.button(self._values.index(value)).setChecked(True)

    def rename(self) -> None:
        """Say the words again, where they hold numbers that have changed."""
        for number, value in enumerate(self._values):
            self._group.button(number).setText(self._say(value))

    def show_only(self, values: Collection[_V]) -> None:
        """Hide the chips of all other values."""
        for number, value in enumerate(self._values):
            self._group.button(number).setVisible(value in values)

    def _lead_tab(self) -> None:
        on = self._group.button(max(0, self._group.checkedId()))
        has_keyboard = any(chip.hasFocus() for chip in self._group.buttons())
        for chip in self._group.buttons():
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus if chip is on else Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(on)
        if has_keyboard:
            on.setFocus()  # arrows go on from the one that is on, not from the one that was
