"""The cells of an entry form: a field with an input, what could not be read of them, and parts that fold away.

The rule: a refusal stands at its very cell; one that lies in a folded part unfolds it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.core.sheet.entries import Fault
from app.ui.dialogs.form import Field, label
from app.ui.dialogs.scrolling import show_whole
from app.ui.dialogs.spoken import Spoken
from app.ui.sheet_dialogs.entry_inputs import Input, State, Tick
from app.ui.sheet_dialogs.entry_reading import Unread
from app.ui.theme import BETWEEN, GRID, INSIDE, TARGET, Look, kind

_V = TypeVar("_V")


class _Cell(Field):
    edited = Signal()
    left = Signal()


class Cell(_Cell, Generic[_V]):
    """A field with an input. `edited` tells every change, `left` that the keyboard left a line of it."""

    def __init__(self, entry: Input[_V], words: Callable[[], str] | None = None, *extra: QWidget) -> None:
        super().__init__(cast("QWidget", entry), *extra)
        self.input = entry
        self.is_touched = False
        self._spoken = Spoken(self)
        if words:
            self._spoken.say(self.name, words)
        entry.edited.connect(self._edit)
        if isinstance(entry, QLineEdit):
            entry.editingFinished.connect(self.left)

    def call(self, words: Callable[[], str]) -> None:
        """Name it for a screen reader only, where its label stands elsewhere."""
        self._spoken.say(self.content.setAccessibleName, words)

    def say(self, words: Callable[[], str]) -> None:
        """Put the words of a box that is ticked."""
        if isinstance(self.input, Tick):
            self._spoken.say(self.input.setText, words)

    def hint(self, words: Callable[[], str]) -> None:
        """Say under it what helps, in the language that is on."""
        self._spoken.say(self.remark, words)

    def example(self, words: Callable[[], str]) -> None:
        """Say in an empty line what may be typed, in the language that is on."""
        self._spoken.say(self.show_example, words)

    def show_example(self, text: str) -> None:
        """Show in an empty line what may be typed."""
        if isinstance(self.input, QLineEdit):
            self.input.setPlaceholderText(text)

    def _edit(self) -> None:
        self.is_touched = True
        self.edited.emit()


@dataclass(slots=True)
class Reading:
    """One reading of a form: what could not be read, each at its cell."""

    refused: list[tuple[Cell[object], Fault]] = field(default_factory=list)

    def take(self, cell: "Cell[_V]", otherwise: _V) -> _V:
        """What a cell holds, or something else where it cannot be read."""
        try:
            return cell.input.read()
        except Unread as bad:
            self.refuse(cell, bad.rule, *bad.names)
            return otherwise

    def need(self, cell: "Cell[_V | None]") -> _V | None:
        """What a cell that must not be empty holds; None after refusing it."""
        before = len(self.refused)
        value = self.take(cell, None)
        if value is None and len(self.refused) == before:
            self.refuse(cell, "empty")
        return value

    def refuse(self, cell: "Cell[_V]", rule: str, *names: str) -> None:
        """Refuse a cell."""
        self.refused.append((cast("Cell[object]", cell), Fault("", rule, names)))


class Cells:
    """Cells by name, as a part of a form that is shown, read and kept together."""

    def __init__(self, cells: dict[str, Cell[object]]) -> None:
        self.by_name = cells

    def state(self) -> State:
        """What stands in them."""
        return {name: cell.input.state() for name, cell in self.by_name.items()}

    def restore(self, state: State) -> None:
        """Show what `state` gave."""
        for name, each in state.items():
            self.by_name[name].input.restore(each)

    def is_blank(self) -> bool:
        """Whether nothing was typed in any of them."""
        return all(cell.input.is_blank() for cell in self.by_name.values())


class Elided(QLabel):
    """One line that ends in … where there is no room for the rest."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty(*kind("muted"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        """Show a text, as much of it as there is room for."""
        self._text = " ".join(text.split())
        self.setToolTip(self._text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more or less of it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width()))


class _Head(QWidget):
    """What is clicked anywhere on it."""

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell a click of the left button."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()


class Fold(QWidget):
    """A part of a form under a head; folded, the head sums up what is in it."""

    def __init__(self, look: Look, title: Callable[[], str], *, is_small: bool = False) -> None:
        super().__init__()
        self._look = look
        self.arrow = QToolButton()
        self.arrow.setCheckable(True)
        self.arrow.setMinimumSize(TARGET, TARGET)
        self.arrow.toggled.connect(self._show)
        self._title, self._told = label("muted" if is_small else "title", wraps=False), Elided()
        head = _Head()
        head.pressed.connect(self.arrow.click)
        self.arrow.clicked.connect(lambda is_open: show_whole(self) if is_open else None)
        inside = QHBoxLayout(head)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        inside.addWidget(self.arrow)
        inside.addWidget(self._title)
        inside.addSpacing(INSIDE)
        inside.addWidget(self._told, 1)
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0 if is_small else TARGET + GRID, GRID, 0, INSIDE)
        self.column.setSpacing(BETWEEN)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addWidget(self.body)
        self._spoken = Spoken(self)
        self._spoken.say(self._title.setText, title)
        self._spoken.say(self.arrow.setAccessibleName, title)
        self._show(False)

    @property
    def is_open(self) -> bool:
        """Whether its body is shown."""
        return self.arrow.isChecked()

    def unfold(self, is_open: bool = True) -> None:
        """Show the body, or fold it away."""
        self.arrow.setChecked(is_open)

    def sum_up(self, words: str) -> None:
        """Say in one line what is in it; shown while it is folded."""
        self._told.show_text(words)
        self.arrow.setAccessibleDescription(words)
        self._told.setVisible(not self.is_open)

    def _show(self, is_open: bool) -> None:
        self.body.setVisible(is_open)
        self._told.setVisible(not is_open)
        self._look.dress(self.arrow, "chevron_down" if is_open else "chevron_right")


def unfold_to(widget: QWidget) -> None:
    """Unfold everything that a widget lies in."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, Fold):
            parent.unfold()
        parent = parent.parentWidget()
