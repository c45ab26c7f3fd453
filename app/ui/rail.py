"""The places of the program at the left edge: an icon, a word, and a count where something waits.

The rule: there are no dead buttons; with a single place there is nothing to choose and no rail, unless more are about
to come: then it has its width from the first, so that nothing beside it moves when they do.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from app.core.values import dataclass
from app.ui.icons import NORMAL
from app.ui.palette import Tone
from app.ui.theme import GRID, Look, Type, kind
from app.ui.window.docking import RAIL
from app.ui.words import Speaking

MOST = 99
"""A badge counts no further."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its name in the code, its drawing, and its word in the language that is on."""

    name: str
    drawing: str
    word: Callable[[], str]


class PlaceButton(QToolButton):
    """The button of a place; a count stands beside its drawing."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.waiting = 0
        self.setProperty(*kind("chip"))
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(QSize(NORMAL, NORMAL))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def width_of(self, word: str) -> int:
        """The width of a word on it, which is bold while its place is open."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(word)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, then the count."""
        super().paintEvent(event)
        if not self.waiting:
            return
        text = str(self.waiting) if self.waiting <= MOST else f"{MOST}+"
        font = self._look.font(Type.SMALL, is_bold=True)
        measure = QFontMetricsF(font)
        height = measure.height()
        width = max(height, measure.horizontalAdvance(text) + 2 * GRID)
        place = QRectF(min(self.width() / 2 + GRID, self.width() - width - 1), 1, width, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent_text"))
        painter.drawRoundedRect(place, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(self._look.colour("card"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


class Rail(Speaking, QWidget):
    """The rail. `chosen` gives the name of the place that is opened."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._places: dict[str, tuple[Place, PlaceButton]] = {}
        self._expected: Callable[[], Sequence[str]] = tuple
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, GRID, 0)
        self._column.setSpacing(GRID)
        self._column.addStretch()
        look.changed.connect(self._fit)
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to: of these only the place that is open, from which arrows go on."""
        return tuple(button for _, button in self._places.values())

    @property
    def is_wanted(self) -> bool:
        """Whether there is something to choose, or is about to be."""
        return len(self._places) > 1 or bool(self._expected())

    def expect(self, words: Callable[[], Sequence[str]]) -> None:
        """Places of these words are about to come."""
        self._expected = words

    def add(self, place: Place) -> None:
        """Put a place below the others."""
        button = PlaceButton(self._look)
        button.clicked.connect(lambda: self.open(place.name))
        self._group.addButton(button)
        self._column.insertWidget(len(self._places), button)
        self._places[place.name] = (place, button)
        self.setVisible(self.is_wanted)
        if len(self._places) == 1:
            button.setChecked(True)
        self.retranslate()

    def has(self, name: str) -> bool:
        """Whether a place is there."""
        return name in self._places

    def open(self, name: str) -> None:
        """Open a place as if it had been clicked; one that is not built yet is not opened."""
        if name not in self._places:
            return
        self._places[name][1].setChecked(True)
        for _, button in self._places.values():
            is_on = button.isChecked()
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_on else Qt.FocusPolicy.NoFocus)
        self._draw()
        self.chosen.emit(name)

    def count(self, name: str, waiting: int) -> None:
        """Say how many things wait in a place."""
        button = self._places[name][1]
        button.waiting = waiting
        button.update()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        for place, button in self._places.values():
            button.setText(place.word())
            button.setAccessibleName(f"{place.word()} {button.waiting}" if button.waiting else place.word())
        self._draw()
        self._fit()

    def _fit(self) -> None:
        """As wide as the longest word of the language that is on; larger words need more room around the drawing."""
        if not self._places:
            return
        side = max(RAIL, round(RAIL * self._look.scale.text))
        words = (*(place.word() for place, _ in self._places.values()), *self._expected())
        measured = next(button for _, button in self._places.values())
        width = max(side, *(measured.width_of(word) + 2 * GRID for word in words))
        for _, button in self._places.values():
            button.setFixedSize(width, side)
        self.setFixedWidth(width + GRID)

    def _draw(self) -> None:
        for place, button in self._places.values():
            self._look.dress(button, place.drawing, Tone.ACCENT_TEXT if button.isChecked() else Tone.MUTED)
