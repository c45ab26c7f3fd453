"""One row of a list in a form: its cells, and the buttons that move it or take it away.

The rule: a row knows how to show and read its own value; where it stands is the list's business.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.ui.dialogs.spoken import Spoken
from app.ui.sheet_dialogs.entry_cells import Cell, Cells, Reading
from app.ui.sheet_dialogs.entry_inputs import State
from app.ui.theme import GRID, INSIDE, TARGET, Look, kind

REMOVE, UP, DOWN = "Alt+Delete", "Alt+Up", "Alt+Down"


def beside(*cells: tuple[QWidget, int]) -> QHBoxLayout:
    """Cells side by side; only their stretches decide how wide they are, so that rows stand in columns."""
    line = QHBoxLayout()
    line.setSpacing(INSIDE)
    for cell, stretch in cells:
        cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addWidget(cell, stretch, Qt.AlignmentFlag.AlignTop)
    return line


class Row(QFrame):
    """One row. A subclass lays its cells out in `content`, names them in `cells`, and shows and reads its value."""

    edited = Signal()
    left = Signal(object)
    removal_wanted = Signal()
    move_wanted = Signal(int)

    def __init__(self, look: Look, *, is_card: bool) -> None:
        super().__init__()
        self.cells = Cells({})
        self.value: Any = None
        if is_card:
            self.setProperty(*kind("card"))
        edge = INSIDE if is_card else 0
        line = QHBoxLayout(self)
        line.setContentsMargins(edge, edge, GRID if is_card else 0, edge)
        line.setSpacing(GRID)
        self.content = QVBoxLayout()
        self.content.setSpacing(INSIDE)
        line.addLayout(self.content, 1)
        self.up, self.down, self.away = (QToolButton() for _ in range(3))
        for each, drawing in ((self.up, "move_up"), (self.down, "move_down"), (self.away, "close")):
            look.dress(each, drawing)
            each.setMinimumSize(TARGET, TARGET)
            line.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        self.away.clicked.connect(self.removal_wanted)
        self.up.clicked.connect(lambda: self.move_wanted.emit(-1))
        self.down.clicked.connect(lambda: self.move_wanted.emit(1))
        self._spoken = Spoken(self)
        self._spoken.again(self._name_buttons)

    def hold(self, **cells: Cell[Any]) -> None:
        """Take the cells, by the names that faults give them (`__` for a dot)."""
        self.cells = Cells({name.replace("__", "."): cell for name, cell in cells.items()})
        for cell in cells.values():
            cell.edited.connect(self.edited)
            cell.left.connect(lambda cell=cell: self.left.emit(cell))

    def put(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def read(self, reading: Reading) -> Any:
        """The value, or None where it cannot be made of what stands there; `reading` knows why."""
        raise NotImplementedError

    def title(self) -> str:
        """What it is called when it is gone."""
        first = next(iter(self.cells.by_name.values()))
        return first.content.text() if isinstance(first.content, QLineEdit) else ""

    def cell(self, path: Sequence[str]) -> Cell[Any]:
        """The cell that a path means, or the first one."""
        names = [".".join(path[:length]) for length in range(len(path), 0, -1)]
        found = next((self.cells.by_name[name] for name in names if name in self.cells.by_name), None)
        return found or next(iter(self.cells.by_name.values()))

    def is_blank(self) -> bool:
        """Whether nothing was typed in it."""
        return self.cells.is_blank()

    def state(self) -> State:
        """What stands in it, and the value it was made of."""
        return (self.value, self.cells.state())

    def restore(self, state: State) -> None:
        """Show what `state` gave."""
        self.value = state[0]
        self.cells.restore(state[1])

    def focus(self) -> None:
        """Give the first cell the keyboard."""
        next(iter(self.cells.by_name.values())).content.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_buttons(self) -> None:
        for each, words, keys in (
            (self.up, self.tr("Move up"), UP),
            (self.down, self.tr("Move down"), DOWN),
            (self.away, self.tr("Remove"), REMOVE),
        ):
            each.setAccessibleName(words)
            each.setToolTip(f"{words} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})")
