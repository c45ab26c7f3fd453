"""The rows of the shop's lists in the settings: choices with a phrase each, shifts, quiet hours.

The rule: an id that orders hold on to stays with its row, and the reason that the program sets by itself stays.
"""

from collections.abc import Callable, Sequence
from datetime import time
from typing import Any

from app.core.orders.choices import BY_TIME, Choice
from app.core.orders.duties.shifts import Shift
from app.core.orders.urging import Quiet
from app.ui import order_names
from app.ui.order_dialogs.order_inputs import Codes, clock_line, code_line
from app.ui.sheet_dialogs.entry_cells import Cell, Reading
from app.ui.sheet_dialogs.entry_inputs import text_line
from app.ui.sheet_dialogs.entry_row import Row, beside
from app.ui.sheet_dialogs.entry_rows import Column
from app.ui.theme import Look
from app.ui.words import translate

_LONGEST = 40


class ChoiceRow(Row):
    """A line of a list: its name, and the short code of the phrase that helps there."""

    def __init__(self, look: Look, new_id: Callable[[], str], codes: Codes) -> None:
        super().__init__(look, is_card=False)
        self.value: str = new_id()
        self.name, self.code = Cell(text_line()), Cell(code_line(codes))
        self.name.content.setMaxLength(_LONGEST)  # type: ignore[attr-defined] # it is a line
        self.content.addLayout(beside((self.name, 3), (self.code, 2)))
        for cell, column in zip((self.name, self.code), choice_columns(), strict=True):
            cell.call(column.words)
        self.hold(name=self.name, code=self.code)

    def put(self, value: Choice) -> None:
        """Show a choice."""
        self.value = value.id
        self.name.input.put(order_names.shown(value.name))
        self.code.input.put(value.code)
        self.away.setEnabled(value.id != BY_TIME)

    def read(self, reading: Reading) -> Choice | None:
        """The choice; None without a name, which is told."""
        name = self.name.input.read()
        if not name:
            reading.refuse(self.name, "empty")
            return None
        return Choice(self.value, order_names.kept(name), self.code.input.read())


class SpanRow(Row):
    """Two times of day, of a shift with its name."""

    def __init__(self, look: Look, *, has_name: bool) -> None:
        super().__init__(look, is_card=False)
        self._has_name = has_name
        self.name = Cell(text_line())
        self.from_at, self.until_at = Cell(clock_line()), Cell(clock_line(is_end=True))
        shown: list[tuple[Cell[Any], int]] = [(self.from_at, 2), (self.until_at, 2)]
        if has_name:
            shown.insert(0, (self.name, 3))
        self.content.addLayout(beside(*shown))
        for (cell, _stretch), column in zip(shown, span_columns(has_name=has_name), strict=True):
            cell.call(column.words)
        self.from_at.example(lambda: "9:00")
        self.until_at.example(lambda: "24:00")
        cells: dict[str, Cell[Any]] = {"name": self.name} if has_name else {}
        self.hold(**cells, from_at=self.from_at, until_at=self.until_at)

    def put(self, value: Shift | Quiet) -> None:
        """Show a shift or quiet hours."""
        if isinstance(value, Shift):
            self.name.input.put(order_names.shown(value.name))
        self.from_at.input.put(value.from_at)
        self.until_at.input.put(value.until_at)

    def read(self, reading: Reading) -> Shift | Quiet | None:
        """The shift or the quiet hours; None where a time is missing, which is told."""
        from_at, until_at = reading.need(self.from_at), reading.need(self.until_at)
        name = self.name.input.read()
        if self._has_name and not name:
            reading.refuse(self.name, "empty")
        if from_at is None or until_at is None:
            return None
        if not self._has_name:
            if from_at == until_at:
                reading.refuse(self.until_at, "same_times")
                return None
            return Quiet(from_at, until_at)
        return Shift(order_names.kept(name), from_at, until_at) if name else None


def choice_columns() -> tuple[Column, ...]:
    """What stands above a list of choices."""
    return (
        Column(lambda: translate("settings_rows", "Name"), 3),
        Column(lambda: translate("settings_rows", "Phrase"), 2),
    )


def span_columns(*, has_name: bool) -> tuple[Column, ...]:
    """What stands above a list of shifts or quiet hours."""
    name = [Column(lambda: translate("settings_rows", "Name"), 3)] if has_name else []
    times = (
        Column(lambda: translate("settings_rows", "From"), 2),
        Column(lambda: translate("settings_rows", "Until"), 2),
    )
    return (*name, *times)


def written_span(from_at: time, until_at: time) -> str:
    """Two times of day, in short; a midnight at the end is 24:00."""
    end = "24:00" if until_at == time() else f"{until_at.hour}:{until_at.minute:02}"
    return f"{from_at.hour}:{from_at.minute:02}–{end}"


def twice(rows: Sequence[Row], reading: Reading) -> None:
    """Refuse the second of two lines with one name."""
    seen: set[str] = set()
    for each in rows:
        name = each.title().strip().casefold()
        if name and name in seen:
            reading.refuse(next(iter(each.cells.by_name.values())), "choice_twice", each.title().strip())
        seen.add(name)
