"""What the forms of activities, products and facts have in common: cells and lists by the names that faults give them.

The rule: `read` gives back what `put` was given as long as nobody touched a field; `restore` brings back what stood
there, whether it could be read or not.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.sheet.sheet import Entry
from app.ui.dialogs.form import Field
from app.ui.dialogs.spoken import Spoken
from app.ui.sheet_dialogs.entry_cells import Cell, Fold, Reading
from app.ui.sheet_dialogs.entry_inputs import Input, State
from app.ui.sheet_dialogs.entry_rows import Rows
from app.ui.theme import Look


class ListField(Field):
    """A list with a label above it, and a refusal that is about the list as a whole."""

    def __init__(self, rows: Rows, words: Callable[[], str] | None = None) -> None:
        super().__init__(rows)
        self.rows = rows
        self._spoken = Spoken(self)
        if words:
            self._spoken.say(self.name, words)


class EntryFields(QObject):
    """The fields of one form. A subclass fills `cells` and `lists`, and shows and reads its kind of entry."""

    edited = Signal()
    left = Signal(object)

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.look = look
        self.cells: dict[str, Cell[Any]] = {}
        self.lists: dict[str, ListField] = {}
        self.sections: list[Fold] = []

    def put(self, entry: Any) -> None:
        """Show an entry."""
        raise NotImplementedError

    def read(self, reading: Reading) -> Entry:
        """The entry as the fields stand; what cannot be read is told in `reading` and left out."""
        raise NotImplementedError

    def sum_up(self) -> None:
        """Say in the head of every part what is in it."""

    def cell(self, path: str, entry: Input[Any], words: Callable[[], str] | None = None, *extra: QWidget) -> Cell[Any]:
        """Make a cell and know it by its name."""
        return self.take(path, Cell(entry, words, *extra))

    def take(self, path: str, cell: Cell[Any]) -> Cell[Any]:
        """Know a cell by its name."""
        cell.edited.connect(self.edited)
        cell.left.connect(lambda: self.left.emit(cell))
        self.cells[path] = cell
        return cell

    def list_of(self, path: str, rows: Rows, words: Callable[[], str] | None = None) -> ListField:
        """Take a list and know it by its name."""
        made = ListField(rows, words)
        rows.edited.connect(self.edited)
        rows.left.connect(self.left)
        self.lists[path] = made
        return made

    def section(self, column: QVBoxLayout, title: Callable[[], str], *fields: QWidget) -> Fold:
        """Put fields into a part that folds away."""
        made = Fold(self.look, title)
        for field in fields:
            made.column.addWidget(field)
        column.addWidget(made)
        self.sections.append(made)
        return made

    def place(self, path: str) -> Field | None:
        """The field that a fault is about."""
        parts = path.split(".")
        for length in range(len(parts), 0, -1):
            name = ".".join(parts[:length])
            if name in self.cells:
                return self.cells[name]
            if name in self.lists:
                return self.lists[name].rows.cell(parts[length:]) or self.lists[name]
        return None

    def state(self) -> State:
        """What stands in every field."""
        cells = {path: cell.input.state() for path, cell in self.cells.items()}
        return (cells, {path: field.rows.state() for path, field in self.lists.items()})

    def restore(self, state: State) -> None:
        """Show what `state` gave."""
        cells, lists = state
        for path, each in cells.items():
            self.cells[path].input.restore(each)
        for path, each in lists.items():
            self.lists[path].rows.restore(each)

    def is_blank(self) -> bool:
        """Whether nothing was written."""
        has_rows = any(not each.is_blank() for field in self.lists.values() for each in field.rows.rows)
        return not has_rows and all(cell.input.is_blank() for cell in self.cells.values())
