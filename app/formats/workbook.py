"""Spreadsheets (xlsx and the old xls) as rows of text.

The rule: a cell is what the agent sees in it: codes keep their zeros, order numbers all their digits, formulas give the
value that was saved with them and are never worked out.
"""

import io
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from app.core.imports.reading import MAX_ROWS, UNWATCHED, Reason, Watch
from app.formats import xls_guard, xlsx_guard
from app.formats.sheet import Line, Sheet, Span
from app.formats.source import Source
from app.formats.xlsx_guard import Exact

Wanted = Callable[[Sequence[Line]], Sequence[int] | None]
"""From the first rows of a sheet, those places in a row that are needed below them; None for all."""
FIRST = 20
"""So many rows are read whole."""
ZIP = b"PK\x03\x04"
_ROUNDED = 1e16
"""From here on a float does not hold every digit: an order number that was one is not told as if it were whole."""


def is_workbook(head: bytes) -> bool:
    """Whether the bytes are those of a spreadsheet, whatever the name says."""
    return head.startswith((ZIP, xls_guard.SIGNATURE))


def sheets(source: Source, watch: Watch = UNWATCHED, wanted: Wanted | None = None) -> list[Sheet]:
    """All worksheets with their rows. Raises `BadFile`.

    `wanted` tells from the first rows of a sheet, which are read whole, which columns of the others are needed; what
    stands in the rest is left empty.
    """
    exact: list[Exact] = []
    if source.content.startswith(ZIP):
        content, exact = xlsx_guard.repacked(source)
    else:
        content = xls_guard.repacked(source)
    watch.step(0, 1)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return [
                _sheet(source, workbook.get_sheet_by_name(known.name), known, exact[index : index + 1], watch, wanted)
                for index, known in enumerate(workbook.sheets_metadata)
                if known.typ is SheetTypeEnum.WorkSheet
            ]
    except PasswordError:
        raise source.bad(Reason.PASSWORD) from None
    except (CalamineError, ValueError, OSError, OverflowError) as error:
        raise source.bad(Reason.BROKEN, str(error)[:200]) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # the library is written in Rust; its panics are no Exception
            raise
        raise source.bad(Reason.BROKEN, str(error)[:200]) from None


def _sheet(
    source: Source,
    sheet: CalamineSheet,
    known: SheetMetadata,
    exact: list[Exact],
    watch: Watch,
    wanted: Wanted | None,
) -> Sheet:
    total = sheet.end[0] + 1 if sheet.end else 0  # `total_height` is one short
    if total > MAX_ROWS:
        raise source.bad(Reason.TOO_MANY_ROWS, sheet=sheet.name, limit=MAX_ROWS)
    numbers = exact[0] if exact else {}
    rows: list[Line] = []
    needed: Sequence[int] | None = None
    for index, row in enumerate(sheet.iter_rows() if total else ()):
        if any(row) or any(cell != "" for cell in row):
            rows.append((index + 1, _cells(row, needed)))
            if wanted is not None and len(rows) == FIRST:
                needed = wanted(rows)
        if not index % 512:
            watch.step(index, total)
    for (row_index, column), number in numbers.items():
        _put(rows, row_index + 1, column, number)
    is_hidden = known.visible is not SheetVisibleEnum.Visible
    return Sheet(known.name, rows, is_hidden, _spans(sheet.merged_cell_ranges or []))


def _cells(row: Sequence[Any], needed: Sequence[int] | None) -> list[str]:
    if needed is None:
        return [cell if type(cell) is str else text(cell) for cell in row]
    cells = [""] * len(row)
    for at in needed:
        if at < len(row):
            cell = row[at]
            cells[at] = cell if type(cell) is str else text(cell)
    return cells


def text(value: Any) -> str:
    """A cell's value as a spreadsheet shows it: no `.0`, and an exponent only where digits are lost."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        if abs(value) >= _ROUNDED:
            return format(Decimal(repr(value)).normalize(), "E")
        plain = format(Decimal(repr(value)), "f")
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def _put(rows: list[Line], line: int, column: int, number: str) -> None:
    at = bisect_left(rows, line, key=lambda row: row[0])
    if at < len(rows) and rows[at][0] == line and column < len(rows[at][1]):
        rows[at][1][column] = number


def _spans(ranges: list[tuple[tuple[int, int], tuple[int, int]]]) -> tuple[Span, ...]:
    return tuple((top + 1, bottom + 1, left) for (top, left), (bottom, _) in ranges if bottom > top)
