"""The kinds of files, one under the other with what each is for; one of them is on.

The rule: Tab comes to the one that is on, and the arrows choose its neighbours, as among chips.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.core.imports.exports import ENDINGS, Target
from app.ui.dialogs.form import label
from app.ui.dialogs.spoken import Spoken
from app.ui.import_dialogs import export_words as words
from app.ui.theme import EDGE, GRID, INSIDE


class _Kind(QWidget):
    """A round button with a line under it; a click anywhere chooses it."""

    def __init__(self) -> None:
        super().__init__()
        self.button = QRadioButton()
        self.purpose = label("muted")
        self.purpose.setContentsMargins(EDGE + INSIDE, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.button)
        column.addWidget(self.purpose)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The line is a part of the button."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.button.click()
            self.button.setFocus()


class ExportKinds(QWidget):
    """`chosen` is emitted when the agent picks another kind."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kinds = {target: _Kind() for target in Target}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for number, kind in enumerate(self.kinds.values()):
            self._group.addButton(kind.button, number)
            column.addWidget(kind)
        self._group.button(0).setChecked(True)
        self._lead_tab()
        self._group.idToggled.connect(self._toggled)
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    @property
    def value(self) -> Target:
        """The kind that is on."""
        return list(Target)[self._group.checkedId()]

    def pick(self, value: Target) -> None:
        """Turn a kind on."""
        self.kinds[value].button.setChecked(True)

    def _toggled(self, _number: int, is_on: bool) -> None:
        if is_on:
            self._lead_tab()
            self.chosen.emit()

    def _lead_tab(self) -> None:
        for button in self._group.buttons():
            is_on = button.isChecked()
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_on else Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self._group.checkedButton())

    def _name(self) -> None:
        for target, kind in self.kinds.items():
            kind.button.setText(f"{words.target(target)} ({ENDINGS[target]})")
            kind.button.setAccessibleDescription(words.purpose(target))
            kind.purpose.setText(words.purpose(target))
