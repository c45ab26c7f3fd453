"""What can be done with the order that is stood on, as buttons under the queue; each shows its key.

The rule: where there is no room for all, the last ones are only in the menu.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.ui.orders.order_menu import OF_QUEUE
from app.ui.theme import GRID, Look, kind

_DRAWINGS = {"urge": "send", "paid": "check", "snooze": "later", "closed": "refused", "give_up": "minus"}


class DeedBar(QWidget):
    """The buttons; the deeds are handed in by name."""

    def __init__(self, look: Look, deeds: Mapping[str, Callable[[], object]]) -> None:
        super().__init__()
        self._buttons = {name: QToolButton() for name in _DRAWINGS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for name, button in self._buttons.items():
            button.setProperty(*kind("chip"))
            button.setMinimumHeight(look.scale.target)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # each has a key of its own
            look.dress(button, _DRAWINGS[name])
            button.clicked.connect(lambda _=False, name=name: deeds[name]())
            row.addWidget(button)
        row.addStretch()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        names = {
            "urge": self.tr("Urge"),
            "paid": self.tr("Paid"),
            "snooze": self.tr("Later"),
            "closed": self.tr("Closed"),
            "give_up": self.tr("Give up"),
        }
        for name, button in self._buttons.items():
            key = OF_QUEUE[name].replace("Return", "Enter")
            button.setText(names[name])
            button.setToolTip(f"{names[name]} ({key})")
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Buttons give way, the column does not."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        left = self.width() - GRID
        for button in self._buttons.values():
            left -= button.sizeHint().width() + 2
            button.setVisible(left >= 0)
