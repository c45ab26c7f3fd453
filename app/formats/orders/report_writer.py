"""A report as a workbook: one sheet a table.

The rule: nothing in it is a formula, whatever a buyer or product is called; figures stay figures, and an order number
stays text with all its digits.
"""

import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from app.core.orders.tables import Cell, ReportTable, Shape
from app.formats.file import put
from app.formats.sheets.cells import escaped

_MAX_CELL = 32_767
"""Characters that a cell can hold."""
_MAX_NAME = 31
_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_WIDTHS: Mapping[Shape, int] = {
    Shape.TEXT: 22,
    Shape.COUNT: 10,
    Shape.DIFFERENCE: 10,
    Shape.MONEY: 14,
    Shape.RATE: 10,
    Shape.MOMENT: 20,
    Shape.LENGTH: 14,
}
_LOOKS: Mapping[Shape, Mapping[str, object]] = {
    Shape.TEXT: {"num_format": "@", "valign": "top"},
    Shape.COUNT: {"num_format": "0"},
    Shape.DIFFERENCE: {"num_format": "+0;−0;0"},
    Shape.MONEY: {"num_format": "#,##0.00"},
    Shape.RATE: {"num_format": "0.0%"},
    Shape.MOMENT: {"num_format": "yyyy-mm-dd hh:mm:ss", "align": "left"},
    Shape.LENGTH: {"num_format": "[h]:mm:ss"},
}
_HEADING = {"bold": True, "bg_color": "#E3E2DD", "bottom": 1, "valign": "vcenter", "text_wrap": True}
_NOTE = {"italic": True, "font_color": "#6B6963"}
_DAY = timedelta(days=1)


def write_report(path: str, tables: Sequence[ReportTable], zone: ZoneInfo) -> None:
    """Write tables into a workbook; moments by the wall clock of a zone. Raises `NotWritten`."""
    put(path, content(tables, zone))


def content(tables: Sequence[ReportTable], zone: ZoneInfo) -> bytes:
    """The bytes of the workbook; with no table it has an empty sheet, because a workbook has one at least."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    writer = _Writer(book, zone)
    for table in tables or (ReportTable("", ()),):
        writer.write(table)
    book.close()
    return out.getvalue()


class _Writer:
    """Writes sheet after sheet."""

    def __init__(self, book: xlsxwriter.Workbook, zone: ZoneInfo) -> None:
        self._book = book
        self._zone = zone
        self._names: set[str] = set()
        self._looks = {shape: book.add_format(dict(look)) for shape, look in _LOOKS.items()}
        self._heading = book.add_format(dict(_HEADING))
        self._note = book.add_format(dict(_NOTE))

    def write(self, table: ReportTable) -> None:
        """One table on a sheet of its own."""
        page = self._book.add_worksheet(self._name(table.title))
        for number, column in enumerate(table.columns):
            page.set_column(number, number, max(_WIDTHS[column.shape], 2 * len(column.name)))
            page.write_string(0, number, _text(column.name), self._heading)
        for at, cells in enumerate(table.rows, 1):
            for number, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
                self._cell(page, at, number, column.shape, cell)
        for at, note in enumerate(table.notes, len(table.rows) + 2):
            page.write_string(at, 0, _text(note), self._note)
        page.freeze_panes(1, 0)
        if table.rows:
            page.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        page.ignore_errors({"number_stored_as_text": f"A2:XFD{len(table.rows) + 2}"})

    def _cell(self, page: Worksheet, at: int, number: int, shape: Shape, cell: Cell) -> None:
        look = self._looks[shape]
        if cell is None or cell == "":
            return
        if isinstance(cell, str):
            page.write_string(at, number, _text(cell), self._looks[Shape.TEXT])
        elif isinstance(cell, datetime):
            page.write_datetime(at, number, cell.astimezone(self._zone).replace(tzinfo=None, microsecond=0), look)
        elif isinstance(cell, timedelta):
            page.write_number(at, number, cell / _DAY, look)
        elif _is_exact(cell):
            page.write_number(at, number, float(cell), look)
        else:
            page.write_string(at, number, str(cell), self._looks[Shape.TEXT])

    def _name(self, title: str) -> str:
        """A name that a sheet may have, and no other has."""
        plain = _cut(_NO_NAME.sub(" ", title).strip(), _MAX_NAME).strip("'") or f"{len(self._names) + 1}"
        name, count = plain, 1
        while name.casefold() in self._names or name.casefold() == "history":
            count += 1
            name = f"{_cut(plain, _MAX_NAME - 5)} {count}"
        self._names.add(name.casefold())
        return name


def _text(text: str) -> str:
    """A text that no spreadsheet program runs, also after it was saved in another format."""
    return escaped(text.replace("\0", "").encode("utf-8", "replace").decode())[:_MAX_CELL]


def _cut(text: str, units: int) -> str:
    """As much of a text as a sheet's name may have, which counts rare letters as two."""
    return text.encode("utf-16-le", "replace")[: 2 * units].decode("utf-16-le", "ignore")


def _is_exact(number: int | Decimal) -> bool:
    """Whether a spreadsheet's number, which has 15 digits, is this very number."""
    value = Decimal(number)
    return value.is_finite() and len(value.normalize().as_tuple().digits) <= 15 and abs(value) < Decimal(10) ** 15
