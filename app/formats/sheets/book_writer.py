"""The workbook of activities and products, written: an empty one to be filled in, or all that there is.

The rule: text stays text (codes keep their zeros, nothing becomes a formula), a moment is a spreadsheet's own date by
the shop's clock, and what is written here reads back as the same entries.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.core.clockwork.moments import written
from app.core.sheet.sheet import EMPTY, Sheet
from app.formats.file import put
from app.formats.sheets.book_examples import examples, notes
from app.formats.sheets.book_rows import Cells, Rows
from app.formats.sheets.cells import EXAMPLE, escaped, words_text
from app.formats.sheets.columns import YES_NO, Column, Shape, Table, choices_of
from app.formats.sheets.tables import READ_ME, TABLES, table

LAST_ROW = 2_000
"""Down to here a sheet has its drop-downs, and further where it holds more."""
_MAX_CELL = 32_767
"""Characters that a cell can hold."""
_LISTED = {Shape.ACTIVITY: "activities", Shape.PRODUCT: "products"}
_TEXTS = frozenset(Shape) - {Shape.MONEY, Shape.COUNT, Shape.RATE, Shape.MOMENT}
_LOOKS: Mapping[str, Mapping[str, object]] = {
    "text": {"num_format": "@", "text_wrap": True, "valign": "top"},
    "money": {"num_format": "0.00", "valign": "top"},
    "count": {"num_format": "0", "valign": "top"},
    "rate": {"num_format": "0%", "valign": "top"},
    "fine_rate": {"num_format": "0.0##%", "valign": "top"},
    "moment": {"num_format": "yyyy-mm-dd hh:mm", "valign": "top", "align": "left"},
    "fine_moment": {"num_format": "yyyy-mm-dd hh:mm:ss", "valign": "top", "align": "left"},
    "heading": {"bold": True, "bg_color": "#E3E2DD", "bottom": 1, "valign": "vcenter"},
    "needed": {"bold": True, "bg_color": "#FFEBDD", "font_color": "#B93E06", "bottom": 1, "valign": "vcenter"},
    "example": {"num_format": "@", "italic": True, "font_color": "#6B6963", "text_wrap": True, "valign": "top"},
}


def write_template(path: str, now: datetime, zone: ZoneInfo, *, is_chinese: bool) -> None:
    """Write a workbook to be filled in: headings, drop-downs, remarks, and examples that are not read.

    Raises `NotWritten`.
    """
    year = now.astimezone(zone).year
    shown = examples(year, is_chinese=is_chinese)
    put(path, Book(EMPTY, zone, is_chinese=is_chinese, examples=shown, read_me=notes(is_chinese=is_chinese)).content())


def write_book(path: str, sheet: Sheet, zone: ZoneInfo, *, is_chinese: bool) -> int:
    """Write all that is in use; how many parts were left out because they name something in the bin, or were cut.

    Raises `NotWritten`.
    """
    book = Book(sheet, zone, is_chinese=is_chinese)
    put(path, book.content())
    return book.left_out


class Book:
    """One workbook in the making."""

    def __init__(
        self,
        sheet: Sheet,
        zone: ZoneInfo,
        *,
        is_chinese: bool,
        examples: Mapping[str, Iterable[Cells]] | None = None,
        read_me: Sequence[str] = (),
        tables: Sequence[Table] = TABLES,
        rows: Rows | None = None,
    ) -> None:
        self._zone = zone
        self._is_chinese = is_chinese
        self._examples = examples or {}
        self._read_me = read_me
        self._tables = tables
        self._rows = rows or Rows(sheet)
        self._cut = 0
        self._content = io.BytesIO()
        self._book = xlsxwriter.Workbook(
            self._content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self._looks = {name: self._book.add_format(dict(look)) for name, look in _LOOKS.items()}

    @property
    def left_out(self) -> int:
        """What could not be written."""
        return self._rows.left_out + self._cut

    def content(self) -> bytes:
        """The bytes of the file."""
        if self._read_me:
            self._write_read_me()
        for each in self._tables:
            self._write_table(each)
        self._book.close()
        return self._content.getvalue()

    def _write_read_me(self) -> None:
        page = self._book.add_worksheet(READ_ME[0 if self._is_chinese else 1])
        page.hide_gridlines(2)
        page.set_column(0, 0, 100, self._looks["text"])
        for at, line in enumerate(self._read_me):
            page.write_string(at, 0, line, self._looks["text"])

    def _write_table(self, each: Table) -> None:
        page = self._book.add_worksheet(each.name(is_chinese=self._is_chinese))
        self._write_headings(page, each)
        at = 1
        for cells in self._examples.get(each.key, ()):
            self._write_example(page, at, each, cells)
            at += 1
        for cells in self._rows.of(each):
            for number, column in enumerate(each.columns):
                self._write(page, at, number, each, column, cells.get(column.key))
            at += 1
        self._offer(page, each, max(at, LAST_ROW))
        page.freeze_panes(1, 1)

    def _write_headings(self, page: Worksheet, each: Table) -> None:
        page.set_row(0, 24)
        for number, column in enumerate(each.columns):
            look = self._looks["needed" if column.is_needed else "heading"]
            page.set_column(number, number, column.width, self._look_of(column))
            page.write_string(0, number, column.name(is_chinese=self._is_chinese), look)
            remark = self._remark(each, column)
            if remark:
                page.write_comment(0, number, remark, {"x_scale": 1.8, "font_size": 9, "author": "QinDesk"})

    def _remark(self, each: Table, column: Column) -> str:
        parts = []
        if column.is_needed:
            parts.append("必填" if self._is_chinese else "Needed")
        if column.shape in (Shape.CHOICE, Shape.YES_NO):
            parts.append(" / ".join(self._offered(each, column)))
        if column.shape in _LISTED:
            name = table(_LISTED[column.shape]).name(is_chinese=self._is_chinese)
            parts.append(f"与“{name}”页的名称一致" if self._is_chinese else f"As it is called on the sheet {name}")
        parts.append(column.note[0 if self._is_chinese else 1])
        return "\n".join(part for part in parts if part)

    def _offered(self, each: Table, column: Column) -> list[str]:
        return [known.word(is_chinese=self._is_chinese) for known in choices_of(each, column).values()]

    def _offer(self, page: Worksheet, each: Table, last: int) -> None:
        """The drop-downs: a choice must be one of its words, a name may be any that is known here or in the program."""
        for number, column in enumerate(each.columns):
            if column.shape in (Shape.CHOICE, Shape.YES_NO):
                page.data_validation(
                    1, number, last, number, {"validate": "list", "source": self._offered(each, column)}
                )
            elif column.shape in _LISTED:
                name = table(_LISTED[column.shape]).name(is_chinese=self._is_chinese)
                source = f"='{name}'!$A$2:$A${last + 1}"
                page.data_validation(
                    1, number, last, number, {"validate": "list", "source": source, "error_type": "warning"}
                )
        page.ignore_errors({"number_stored_as_text": f"A2:XFD{last + 1}"})

    def _write_example(self, page: Worksheet, at: int, each: Table, cells: Cells) -> None:
        look = self._looks["example"]
        for number, column in enumerate(each.columns):
            text = str(cells.get(column.key) or "")
            mark = EXAMPLE[0 if self._is_chinese else 1] if not number else ""
            page.write_string(at, number, f"{mark}{text}", look)

    def _look_of(self, column: Column) -> Format:
        return self._looks["text" if column.shape in _TEXTS else column.shape.value]

    def _write(self, page: Worksheet, at: int, number: int, each: Table, column: Column, value: Any) -> None:
        if value is None or value in ("", ()):
            return
        if isinstance(value, Decimal) and _is_exact(value):
            page.write_number(at, number, float(value), self._number_look(column, value))
        elif isinstance(value, int) and not isinstance(value, bool):
            page.write_number(at, number, value, self._look_of(column))
        elif isinstance(value, datetime) and not value.astimezone(self._zone).fold:
            wall = value.astimezone(self._zone).replace(tzinfo=None, microsecond=0)
            page.write_datetime(at, number, wall, self._looks["fine_moment" if wall.second else "moment"])
        else:
            page.write_string(at, number, self._cell(self._text(each, column, value)), self._looks["text"])

    def _number_look(self, column: Column, value: Decimal) -> Format:
        is_fine = column.shape is Shape.RATE and value * 100 != int(value * 100)
        return self._looks["fine_rate"] if is_fine else self._look_of(column)

    def _text(self, each: Table, column: Column, value: Any) -> str:
        if isinstance(value, datetime):
            return written(value, self._zone)
        if isinstance(value, bool):
            return YES_NO["yes" if value else "no"].word(is_chinese=self._is_chinese)
        if column.shape is Shape.CHOICE:
            return choices_of(each, column)[value].word(is_chinese=self._is_chinese)
        if isinstance(value, tuple):
            return "\n".join(value) if column.shape is Shape.LINES else words_text(value)
        return str(value)

    def _cell(self, text: str) -> str:
        safe = escaped(text)
        if len(safe) > _MAX_CELL:
            self._cut += 1
        return safe[:_MAX_CELL]


def _is_exact(number: Decimal) -> bool:
    """Whether a spreadsheet's number, written with 16 digits, is this very number."""
    return Decimal(repr(float(f"{float(number):.16G}"))) == number
