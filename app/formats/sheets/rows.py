"""The rows of a workbook's sheets by the names of their columns, in whatever order these stand.

The rule: what has no place here (a sheet, a column) is told and never lost in silence.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from app.core.imports.reading import Spot
from app.core.sheet.book import SheetProblem
from app.core.values import dataclass
from app.formats.columns import letters, normal
from app.formats.sheet import Sheet
from app.formats.sheets.cells import is_example, unescaped
from app.formats.sheets.columns import Column, Table
from app.formats.sheets.tables import columns_called, is_not_read, table_called

_LOOK = 10
"""The rows in which the headings are looked for."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet that is one of ours. `headings` are its columns as they are called in the file, by key."""

    table: Table
    file: str
    name: str
    headings: Mapping[str, str]
    rows: tuple["Row", ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One row with the cells of the columns that are there, by key. It equals itself only."""

    table: Table
    spot: Spot
    cells: Mapping[str, str]
    headings: Mapping[str, str]

    def at(self, key: str) -> Spot:
        """The place of a cell."""
        return Spot(self.spot.file, self.spot.sheet, self.spot.line, self.headings.get(key, ""))

    def has(self, key: str) -> bool:
        """Whether the column is there, filled or not."""
        return key in self.headings


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that a workbook holds for us."""

    sheets: Mapping[str, Filled]
    problems: tuple[SheetProblem, ...]
    examples: tuple[Row, ...] = ()
    """The rows that only show how; they are read by nobody."""

    @property
    def example_count(self) -> int:
        """How many rows were skipped."""
        return len(self.examples)

    def rows(self, key: str) -> tuple[Row, ...]:
        """The rows of a table; none where its sheet is not there."""
        filled = self.sheets.get(key)
        return filled.rows if filled else ()


def contents(file: str, sheets: Sequence[Sheet], called: Callable[[str], Table | None] = table_called) -> Contents:
    """The rows of all sheets that are ours (`called` gives the table of a tab), and what was left out."""
    reader = _Reader(file, called)
    for sheet in sheets:
        reader.take(sheet)
    if not reader.sheets and not reader.problems:
        reader.tell(Spot(file), "no_known_sheets")
    if not reader.sheets and all(problem.is_hint for problem in reader.problems):
        reader.problems.insert(0, SheetProblem(Spot(file), "no_known_sheets"))
    return Contents(reader.sheets, tuple(reader.problems), tuple(reader.examples))


class _Reader:
    """Takes one sheet after the other."""

    def __init__(self, file: str, called: Callable[[str], Table | None]) -> None:
        self._file = file
        self._called = called
        self.sheets: dict[str, Filled] = {}
        self.problems: list[SheetProblem] = []
        self.examples: list[Row] = []

    def tell(self, spot: Spot, rule: str, *names: str, is_hint: bool = False) -> None:
        self.problems.append(SheetProblem(spot, rule, names, is_hint=is_hint))

    def take(self, sheet: Sheet) -> None:
        spot = Spot(self._file, sheet.name)
        table = self._called(sheet.name)
        if is_not_read(sheet.name) or (table is None and not sheet.rows):
            return
        if table is None:
            self.tell(spot, "sheet_unknown", is_hint=True)
        elif table.key in self.sheets:
            self.tell(spot, "sheet_twice")
        elif sheet.rows:
            self._take_table(table, sheet, spot)

    def _take_table(self, table: Table, sheet: Sheet, spot: Spot) -> None:
        header = _header(table, sheet)
        if header is None:
            self.tell(spot, "no_header")
            return
        columns = self._columns(table, sheet.rows[header][1], Spot(self._file, sheet.name, sheet.rows[header][0]))
        named = {column.key for column in columns.values()}
        missing = [column for column in table.columns if column.is_needed and column.key not in named]
        for column in missing:
            self.tell(spot, "column_missing", f"{column.chinese} / {column.english}")
        if missing:
            return
        headings = {column.key: sheet.rows[header][1][at].strip() for at, column in columns.items()}
        filled = Filled(table, self._file, sheet.name, headings)
        rows = tuple(self._rows(filled, _unmerged(sheet)[header + 1 :], columns))
        self.sheets[table.key] = Filled(table, self._file, sheet.name, headings, rows)

    def _columns(self, table: Table, header: Sequence[str], spot: Spot) -> dict[int, Column]:
        known = columns_called(table)
        columns: dict[int, Column] = {}
        for at, name in enumerate(header):
            column = known.get(normal(name))
            if not name.strip():
                continue
            if column is None:
                self.tell(Spot(spot.file, spot.sheet, spot.line, letters(at)), "column_unknown", name, is_hint=True)
            elif column in columns.values():
                self.tell(Spot(spot.file, spot.sheet, spot.line, letters(at)), "column_twice", name, is_hint=True)
            else:
                columns[at] = column
        return columns

    def _rows(self, filled: Filled, rows: Sequence[tuple[int, list[str]]], columns: dict[int, Column]) -> Iterator[Row]:
        for line, cells in rows:
            told = {column.key: cells[at] for at, column in columns.items() if at < len(cells) and cells[at].strip()}
            if not told:
                continue
            plain = {key: unescaped(cell) for key, cell in told.items()}
            row = Row(filled.table, Spot(self._file, filled.name, line), plain, filled.headings)
            if is_example(next(cell for cell in cells if cell.strip())):
                self.examples.append(row)
            else:
                yield row


def _header(table: Table, sheet: Sheet) -> int | None:
    """The place of the headings: the row with the most names that are known, the first of several."""
    known = columns_called(table)
    counts = [sum(normal(cell) in known for cell in cells if cell.strip()) for _, cells in sheet.rows[:_LOOK]]
    return counts.index(max(counts)) if any(counts) else None


def _unmerged(sheet: Sheet) -> list[tuple[int, list[str]]]:
    """The rows with what stands in a merged cell in each of its rows."""
    rows = {line: list(cells) for line, cells in sheet.rows}
    lines = list(rows)
    ends: dict[int, int] = {}
    for top, bottom, left in sorted(sheet.spans):
        if top <= ends.get(left, 0):
            continue  # cells that are merged never overlap; a file that says so shall not cost time
        ends[left] = bottom
        first = rows.get(top, [])
        value = first[left] if left < len(first) else ""
        for line in lines[bisect_right(lines, top) : bisect_right(lines, bottom)] if value else ():
            cells = rows[line]
            if left < len(cells) and not cells[left].strip():
                cells[left] = value
    return list(rows.items())
