"""The cells of one row as values, by the fields that they fill.

The rule: every cell that cannot be read is told, not only the first one of a row.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.core.imports.reading import Spot
from app.core.sheet.activities import Phase, PhaseKind
from app.core.sheet.book import SheetProblem
from app.formats.sheets import cells
from app.formats.sheets.cells import BadCell
from app.formats.sheets.columns import ACTIVITY, ASIDE, PRODUCT, Column, Shape, choices_of
from app.formats.sheets.names import Names
from app.formats.sheets.rows import Row

Values = dict[str, Any]
_EMPTY: Mapping[Shape, Any] = {
    Shape.TEXT: "",
    Shape.ACTIVITY: "",
    Shape.PHASE: "",
    Shape.PRODUCT: "",
    Shape.WORDS: (),
    Shape.LINES: (),
    Shape.PRODUCTS: (),
}
_ACTIVITY_OF = {"phase_id": "activity_id", "lifetime.phase_id": "lifetime.activity_id"}
"""The column that names the activity of a phase."""


class RowReader:
    """Reads rows; what is wrong gathers in `problems`."""

    def __init__(self, names: Names, now: datetime, zone: ZoneInfo) -> None:
        self._names = names
        self.problems: list[SheetProblem] = []
        self._readers: Mapping[Shape, Callable[[str], Any]] = {
            Shape.TEXT: str.strip,
            Shape.WORDS: cells.words,
            Shape.LINES: cells.lines,
            Shape.MONEY: cells.money,
            Shape.COUNT: cells.count,
            Shape.RATE: cells.rate,
            Shape.MOMENT: lambda text: cells.moment(text, now, zone),
            Shape.ACTIVITY: names.activity,
            Shape.PRODUCT: names.product,
            Shape.PRODUCTS: self._products,
        }

    def tell(self, spot: Spot, rule: str, *told: str) -> None:
        """Note what is wrong at a place."""
        self.problems.append(SheetProblem(spot, rule, told))

    def values(self, row: Row) -> Values | None:
        """The values of a row by field, without its owner; None where one of them cannot be read.

        A column that is not there is not among them; an empty cell is the empty text, list or None.
        """
        values: Values = {}
        is_bad = False
        for column in row.table.columns:
            if column.key in (row.table.owner, ACTIVITY, PRODUCT) or column.key in ASIDE or not row.has(column.key):
                continue
            try:
                values[column.key] = self._value(row, column, values)
            except BadCell as bad:
                self.tell(row.at(column.key), bad.rule, *bad.names)
                is_bad = True
        return None if is_bad else values

    def owner(self, row: Row, key: str) -> str | None:
        """The id of the activity or product that a row belongs to; None where there is no such one, which is told."""
        name = row.cells.get(key, "").strip()
        try:
            if not name:
                raise BadCell("needed")
            return self._names.activity(name) if key == ACTIVITY else self._names.product(name)
        except BadCell as bad:
            self.tell(row.at(key), bad.rule, *bad.names)
            return None

    def _value(self, row: Row, column: Column, values: Values) -> Any:
        text = row.cells.get(column.key, "")
        if not text.strip():
            if column.is_needed:
                raise BadCell("needed")
            return _EMPTY.get(column.shape)
        if column.shape is Shape.PHASE:
            return self._phase(row, column, values)
        if column.shape is Shape.CHOICE:
            return cells.choice(text, choices_of(row.table, column))
        if column.shape is Shape.YES_NO:
            return cells.yes_no(text, choices_of(row.table, column))
        return self._readers[column.shape](text)

    def _phase(self, row: Row, column: Column, values: Values) -> str:
        key = _ACTIVITY_OF[column.key]
        activity_id = values.get(key) or ""
        if key not in values and row.cells.get(key):
            return ""  # the activity itself is unknown, which is told already
        if not activity_id and row.cells.get(ACTIVITY, "").strip():
            activity_id = self._names.activity(row.cells[ACTIVITY])
            values[key] = activity_id
        return self._names.phase(activity_id, row.cells[column.key])

    def _products(self, text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._names.product(name) for name in cells.words(text)))


def filled(values: Values, blank: object) -> Values:
    """The values with what an entry begins with in place of None."""
    return {key: getattr(blank, key) if value is None else value for key, value in values.items()}


def phase_kind(values: Values, row: Row, former: Phase | None) -> PhaseKind:
    """What a phase is: as its cell says, else as its name says, else a sale."""
    if former is not None and not row.has("kind"):
        return former.kind
    try:
        told = values.get("kind") or cells.choice(
            row.cells.get("name", ""), choices_of(row.table, row.table.column("kind"))
        )
    except BadCell:
        return PhaseKind.SALE
    return PhaseKind(told)
