"""One of a few, all of them in sight: options in one frame, as high as a field, of which one is on.

The rule: Tab comes to the chip that is on, whichever it is, and the arrows choose its neighbours; the keyboard never
stays on one that is off.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from app.ui.dialogs.flow import Flow
from app.ui.dialogs.spoken import Spoken
from app.ui.theme import GRID, RADIUS, kind

_V = TypeVar("_V")


_FRAME = 1


class _Chips(QWidget):
    chosen = Signal()
    is_framed = True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One frame around all options: what is not on is seen to be one of them, and no word that stands about."""
        shown = QRect()
        for chip in self.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly):
            shown = shown.united(chip.geometry()) if chip.isVisible() else shown
        if shown.isEmpty() or not self.is_framed:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(shown).adjusted(-0.5, -0.5, 0.5, 0.5), RADIUS, RADIUS)


class Choice(_Chips, Generic[_V]):
    """Options for values; `say` gives the word of each. `chosen` is emitted when the agent picks another one.

    What only filters a list is chips without a frame, as above the list of the main window.
    """

    def __init__(
        self,
        values: Sequence[_V],
        say: Callable[[_V], str],
        parent: QWidget | None = None,
        *,
        is_filter: bool = False,
    ) -> None:
        super().__init__(parent)
        self.is_framed = not is_filter
        self._values = list(values)
        self._group = QButtonGroup(self)
        flow = Flow(self, GRID if is_filter else _FRAME)
        flow.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        for number in range(len(values)):
            chip = QToolButton()
            chip.setCheckable(True)
            chip.setProperty(*kind("chip" if is_filter else "option"))
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
