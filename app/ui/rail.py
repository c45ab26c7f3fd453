"""The places of the program at the left edge: an icon, a word, and a count where something waits.

The rule: there are no dead buttons; with a single place there is nothing to choose and no rail.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from app.ui.icons import NORMAL
from app.ui.palette import Tone
from app.ui.theme import GRID, Look, kind

WIDTH = 48


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its name in the code, its drawing, and its word in the language that is on."""

    name: str
    drawing: str
    word: Callable[[], str]


class Rail(QWidget):
    """The rail. `chosen` gives the name of the place that is opened."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._places: dict[str, tuple[Place, QToolButton, int]] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, GRID, 0)
        self._column.setSpacing(GRID)
        self._column.addStretch()
        self.setFixedWidth(WIDTH + GRID)
        self.hide()

    def add(self, place: Place) -> None:
        """Put a place below the others."""
        button = QToolButton()
        button.setProperty(*kind("chip"))
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(NORMAL, NORMAL))
        button.setFixedSize(WIDTH, WIDTH)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.open(place.name))
        self._group.addButton(button)
        self._column.insertWidget(len(self._places), button)
        self._places[place.name] = (place, button, 0)
        self.setVisible(len(self._places) > 1)
        if len(self._places) == 1:
            button.setChecked(True)
        self.retranslate()

    def open(self, name: str) -> None:
        """Open a place as if it had been clicked."""
        self._places[name][1].setChecked(True)
        self._draw()
        self.chosen.emit(name)

    def count(self, name: str, waiting: int) -> None:
        """Say how many things wait in a place."""
        place, button, _ = self._places[name]
        self._places[name] = (place, button, waiting)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        for place, button, waiting in self._places.values():
            word = place.word()
            button.setText(f"{word} {waiting}" if waiting else word)
            button.setAccessibleName(button.text())
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _draw(self) -> None:
        for place, button, _ in self._places.values():
            self._look.dress(button, place.drawing, Tone.ACCENT_TEXT if button.isChecked() else Tone.MUTED)
