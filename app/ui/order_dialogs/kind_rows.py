"""The rows of the form of kinds: a kind, and inside it its steps.

The rule: an id that orders and their history hold on to stays with its row, whatever is renamed.
"""

from collections.abc import Callable, Sequence
from typing import Any

from app.core.orders.kinds import OrderKind, Step
from app.ui import order_names
from app.ui.dialogs.tokens import CODES
from app.ui.order_dialogs.order_desk import KindsDesk
from app.ui.order_dialogs.order_inputs import code_line, length_line
from app.ui.sheet_dialogs.entry_box import Box
from app.ui.sheet_dialogs.entry_cells import Cell, Reading
from app.ui.sheet_dialogs.entry_fields import ListField
from app.ui.sheet_dialogs.entry_inputs import State, Words, text_line
from app.ui.sheet_dialogs.entry_row import Row, beside
from app.ui.sheet_dialogs.entry_rows import Column, Rows
from app.ui.theme import Look
from app.ui.words import translate


class StepRow(Row):
    """A reminder: its name, how long after the order or before its closing, and the phrase."""

    def __init__(self, look: Look, desk: KindsDesk) -> None:
        super().__init__(look, is_card=False)
        self.value: str = desk.new_id()
        self._titles = dict(desk.codes())
        self.name = Cell(text_line())
        self.length = Cell(length_line())
        self.is_before = Cell(Box(lambda: [False, True], _since))
        self.code = Cell(code_line(desk.codes))
        self.content.addLayout(beside((self.name, 4), (self.length, 3), (self.is_before, 5), (self.code, 3)))
        cells: tuple[Cell[Any], ...] = (self.name, self.length, self.is_before, self.code)
        for cell, column in zip(cells, step_columns(), strict=True):
            cell.call(column.words)
        self.length.example(lambda: self.tr("6 min"))
        self.code.example(lambda: self.tr("none"))
        self.hold(name=self.name, length=self.length, is_before=self.is_before, code=self.code)
        self.code.edited.connect(self._tell_phrase)

    def put(self, value: Step) -> None:
        """Show a step."""
        self.value = value.id
        self.name.input.put(order_names.shown(value.name))
        self.length.input.put(value.after if value.before is None else value.before)
        self.is_before.input.put(value.before is not None)
        self.code.input.put(value.code)
        self._tell_phrase()

    def restore(self, state: State) -> None:
        """Show what `state` gave."""
        super().restore(state)
        self._tell_phrase()

    def read(self, reading: Reading) -> Step:
        """The step; without a length it has neither of both, which is told as what is wrong with it."""
        before = len(reading.refused)
        length = reading.take(self.length, None)
        if length is None and len(reading.refused) == before:
            reading.refuse(self.length, "no_step_time")
        is_before = self.is_before.input.read()
        return Step(
            self.value,
            order_names.kept(self.name.input.read()),
            after=None if is_before else length,
            before=length if is_before else None,
            code=self.code.input.read(),
        )

    def _tell_phrase(self) -> None:
        """Say which phrase a code means; one that none has is no fault: the phrase may come later."""
        code = self.code.input.read()
        title = self._titles.get(code, "")
        self.code.content.setToolTip(title)
        self.code.remark(self.tr("no phrase yet") if code and not title else "")


class KindRow(Row):
    """A kind: its name, what is written for it, when it closes, and its steps."""

    def __init__(self, look: Look, desk: KindsDesk) -> None:
        super().__init__(look, is_card=True)
        self.value: str = desk.new_id()
        self.name = Cell(text_line(), lambda: self.tr("Name"))
        self.closes_after = Cell(length_line(), lambda: self.tr("Closes after"))
        self.words = Cell(Words(look, CODES), lambda: self.tr("What is written for it in a line"))
        self.steps = Rows(
            look,
            lambda: StepRow(look, desk),
            lambda: self.tr("Add a reminder"),
            columns=step_columns(),
            has_order=True,
        )
        self.steps_field = ListField(self.steps)
        self.closes_after.example(lambda: self.tr("30 min, 72 h; empty: by its own date"))
        self.content.addLayout(beside((self.name, 1), (self.closes_after, 1)))
        self.content.addWidget(self.words)
        self.content.addWidget(self.steps_field)
        self.hold(name=self.name, closes_after=self.closes_after, words=self.words)
        self.steps.edited.connect(self.edited)
        self.steps.left.connect(self.left)

    def put(self, value: OrderKind) -> None:
        """Show a kind."""
        self.value = value.id
        self.name.input.put(order_names.shown(value.name))
        self.closes_after.input.put(value.closes_after)
        self.words.input.put(value.words)
        self.steps.put(value.steps)

    def read(self, reading: Reading) -> OrderKind:
        """The kind; where it stands among the others is the form's business."""
        return OrderKind(
            self.value,
            order_names.kept(self.name.input.read()),
            self.words.input.read(),
            reading.take(self.closes_after, None),
            self.steps.read(reading),
        )

    def cell(self, path: Sequence[str]) -> Cell[Any]:
        """The cell that a path means, in a step too."""
        inside = self.steps.cell(path[1:]) if path and path[0] == "steps" else None
        return inside or super().cell(path)

    def is_blank(self) -> bool:
        """Whether nothing was typed in it."""
        return super().is_blank() and all(step.is_blank() for step in self.steps.rows)

    def state(self) -> State:
        """What stands in it, its steps too."""
        return (*super().state(), self.steps.state())

    def restore(self, state: State) -> None:
        """Show what `state` gave."""
        super().restore(state)
        self.steps.restore(state[2])


def step_columns() -> tuple[Column, ...]:
    """What stands above the columns of steps."""
    words: tuple[tuple[Callable[[], str], int], ...] = (
        (lambda: translate("kind_rows", "Reminder"), 4),
        (lambda: translate("kind_rows", "How long"), 3),
        (lambda: translate("kind_rows", "From when"), 5),
        (lambda: translate("kind_rows", "Phrase"), 3),
    )
    return tuple(Column(say, stretch) for say, stretch in words)


def _since(is_before: bool) -> str:
    return translate("kind_rows", "before it closes") if is_before else translate("kind_rows", "after the order")
