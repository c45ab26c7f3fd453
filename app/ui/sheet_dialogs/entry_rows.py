"""A list inside a form whose rows are edited in place: phases, coupons, fees, facts.

The rule: nothing is asked and nothing is lost; a row that is removed comes back with one key until the form is closed.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.core.values import dataclass
from app.ui.composing import ComposingEdit
from app.ui.dialogs.form import bind_inside, button, label, row
from app.ui.dialogs.scrolling import show_whole
from app.ui.dialogs.spoken import Spoken
from app.ui.dialogs.tokens import Tokens
from app.ui.sheet_dialogs.entry_cells import Cell, Reading
from app.ui.sheet_dialogs.entry_inputs import State
from app.ui.sheet_dialogs.entry_row import DOWN, REMOVE, UP, Row
from app.ui.theme import GRID, INSIDE, TARGET, Look

UNDO = "Alt+Z"


@dataclass(frozen=True, slots=True)
class Column:
    """A label above a column of rows, and how much of the width it takes."""

    words: Callable[[], str]
    stretch: int


class Rows(QWidget):
    """Rows below one another with a button that adds one. `edited` tells every change."""

    edited = Signal()
    left = Signal(object)

    def __init__(
        self,
        look: Look,
        make: Callable[[], Row],
        words: Callable[[], str],
        *,
        columns: Sequence[Column] = (),
        has_order: bool = False,
    ) -> None:
        super().__init__()
        self._make, self._has_order = make, has_order
        self.rows: list[Row] = []
        self.read_rows: list[Row] = []
        self._removed: list[tuple[int, Row]] = []
        self._spoken = Spoken(self)
        self._head = self._headed(columns)
        self._column = QVBoxLayout()
        self._column.setSpacing(INSIDE)
        self.add_button, self.undo_button, self._gone = button("link"), button("link"), label("muted")
        look.dress(self.add_button, "plus")
        self._lay_out()
        self.add_button.clicked.connect(lambda _is_on: self.add())
        self.undo_button.clicked.connect(self.undo)
        self._spoken.say(self.add_button.setText, words)
        self._spoken.again(self._draw)
        self._add_keys()

    def put(self, values: Sequence[Any]) -> None:
        """Show values, a row each."""
        self._clear()
        for value in values:
            self._insert(len(self.rows), self._make()).put(value)
        self._draw()

    def read(self, reading: Reading) -> tuple[Any, ...]:
        """The values of the rows that can be read; a row in which nothing stands is none."""
        found = [(each, each.read(reading)) for each in self.rows if not each.is_blank()]
        self.read_rows = [each for each, value in found if value is not None]
        return tuple(value for _row, value in found if value is not None)

    def state(self) -> State:
        """What stands in every row."""
        return [each.state() for each in self.rows]

    def restore(self, state: State) -> None:
        """Show what `state` gave."""
        self._clear()
        for each in state:
            self._insert(len(self.rows), self._make()).restore(each)
        self._draw()

    def cell(self, path: Sequence[str]) -> Cell[Any] | None:
        """The cell that a path means, counted as the last reading counted; None for the list itself."""
        if not path or not path[0].isdigit() or int(path[0]) >= len(self.read_rows):
            return None
        return self.read_rows[int(path[0])].cell(path[1:])

    def add(self, *, has_focus: bool = True) -> Row:
        """Add an empty row at the end."""
        made = self._insert(len(self.rows), self._make())
        made.show()
        self._draw()
        if has_focus:
            made.focus()
            show_whole(made)
        self.edited.emit()
        return made

    def remove(self, gone: Row) -> None:
        """Take a row out; its neighbour has the keyboard then."""
        at = self.rows.index(gone)
        self._take_out(gone)
        if not gone.is_blank():
            self._removed.append((at, gone))
        self._draw()
        if self.rows:
            self.rows[min(at, len(self.rows) - 1)].focus()
        else:
            self.add_button.setFocus()
        self.edited.emit()

    def undo(self) -> None:
        """Put back the row that was removed last."""
        if not self._removed:
            return
        at, back = self._removed.pop()
        self._place(min(at, len(self.rows)), back)
        back.show()
        self._draw()
        back.focus()
        self.edited.emit()

    def shift(self, moved: Row, by: int) -> None:
        """Let a row change places with a neighbour."""
        at = self.rows.index(moved) + by
        if not self._has_order or not 0 <= at < len(self.rows):
            return
        focus = self.window().focusWidget()
        self.rows.remove(moved)
        self._column.removeWidget(moved)
        self._place(at, moved)
        self._draw()
        if focus and moved.isAncestorOf(focus):
            focus.setFocus()
        self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a line goes to the next row, and from the last one to a new row."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or held or not isinstance(watched, QLineEdit):
            return False
        if isinstance(watched, ComposingEdit) and watched.is_composing:
            return False
        if isinstance(watched.parent(), Tokens) and watched.text():
            return False
        at = next((number for number, each in enumerate(self.rows) if each.isAncestorOf(watched)), len(self.rows))
        if at + 1 < len(self.rows):
            self.rows[at + 1].focus()
        elif at < len(self.rows) and not self.rows[at].is_blank():
            self.add()
        return True

    def _insert(self, at: int, made: Row) -> Row:
        self._place(at, made)
        made.edited.connect(self.edited)
        made.left.connect(self.left)
        made.removal_wanted.connect(lambda: self.remove(made))
        made.move_wanted.connect(lambda by: self.shift(made, by))
        for line in made.findChildren(QLineEdit):
            line.installEventFilter(self)
        return made

    def _place(self, at: int, placed: Row) -> None:
        self._column.removeWidget(self._undo_line)
        self.rows.insert(at, placed)
        self._column.insertWidget(at, placed)

    def _take_out(self, gone: Row) -> None:
        self._column.removeWidget(self._undo_line)
        self.rows.remove(gone)
        self._column.removeWidget(gone)
        gone.hide()

    def _clear(self) -> None:
        for each in (*self.rows, *(gone for _at, gone in self._removed)):
            self._column.removeWidget(each)
            each.hide()
            each.deleteLater()
        self.rows, self.read_rows, self._removed = [], [], []

    def _draw(self) -> None:
        for at, each in enumerate(self.rows):
            each.up.setVisible(self._has_order and len(self.rows) > 1)
            each.down.setVisible(self._has_order and len(self.rows) > 1)
            each.up.setEnabled(at > 0)
            each.down.setEnabled(at + 1 < len(self.rows))
        head = self._head.layout()
        self._head.setVisible(bool(self.rows) and head is not None)
        if head is not None:
            buttons = 3 if self._has_order and len(self.rows) > 1 else 1
            wide = max(TARGET, self.rows[0].away.sizeHint().width()) if self.rows else TARGET
            head.setContentsMargins(0, 0, buttons * (wide + GRID), 0)
        name = self._removed[-1][1].title() if self._removed else ""
        told = self.tr("Removed “{name}”.") if name else self.tr("Removed a row.")
        self._gone.setText(told.replace("{name}", name))
        self.undo_button.setText(self.tr("Put it back"))
        self.undo_button.setToolTip(UNDO)
        if self._removed:  # where the row was, so that it is seen
            self._column.insertWidget(min(self._removed[-1][0], len(self.rows)), self._undo_line)
        self._undo_line.setVisible(bool(self._removed))

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GRID)
        outer.addWidget(self._head)
        outer.addLayout(self._column)
        self._undo_line = QWidget(self)
        self._undo_line.setLayout(row(self._gone, self.undo_button, stretch=0))
        outer.addLayout(row(self.add_button))
        self.setFocusProxy(self.add_button)

    def _headed(self, columns: Sequence[Column]) -> QWidget:
        head = QWidget()
        if not columns:
            return head
        line = QHBoxLayout(head)
        line.setSpacing(INSIDE)
        for column in columns:
            word = label(wraps=True)
            word.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            word.setAlignment(Qt.AlignmentFlag.AlignBottom)
            self._spoken.say(word.setText, column.words)
            line.addWidget(word, column.stretch)
        return head

    def _add_keys(self) -> None:
        keys: list[tuple[str, Callable[[Row], None]]] = [(REMOVE, self.remove)]
        if self._has_order:  # else Alt+Down is the key that opens a list to choose from
            keys += [(UP, lambda each: self.shift(each, -1)), (DOWN, lambda each: self.shift(each, 1))]
        for chord, press in keys:
            bind_inside(self, chord, partial(self._on_focused, press))
        bind_inside(self, UNDO, self.undo)

    def _on_focused(self, press: Callable[[Row], None]) -> None:
        focus = self.window().focusWidget()
        held = next((each for each in self.rows if focus and each.isAncestorOf(focus)), None)
        if held:
            press(held)
