"""Phrases as rows of cells: what the writers of tables share, and what their readers make of those cells.

The rule: what a row carries is not told by the writer but read by the very reader of that kind of table.
"""

import io
import tempfile
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from app.core.imports.reading import UNWATCHED, Columns, Found, Reading, Watch
from app.core.phrases.phrase import Phrase
from app.core.values import dataclass
from app.formats.sheet import Sheet
from app.formats.source import Source

MAX_CELL = 32_767
"""Units of UTF-16 that a cell of a spreadsheet can hold; a longer one makes Excel call the file damaged."""
_NO_XML = {0xFFFE: None, 0xFFFF: None}
"""The two letters that no part of a workbook can hold."""
_OPTIONS: Mapping[str, object] = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_TEXT = {"num_format": "@", "text_wrap": True, "valign": "top", "quote_prefix": True}
_HEADING = {"bold": True, "bg_color": "#E3E2DD", "bottom": 1, "valign": "vcenter"}
_STEP = 512

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its heading, with the cell of a phrase in it; `width` counts letters."""

    name: str
    width: int
    cell: Callable[[Phrase], str]
    is_text: bool = False
    """Whether it is the text itself, without which there is no row."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of table, with the reader that takes it."""

    columns: tuple[Column, ...]
    read: Callable[[Source, Watch, Columns | None], Reading]
    is_book: bool = True

    @property
    def header(self) -> Cells:
        """The headings."""
        return tuple(column.name for column in self.columns)

    def row(self, phrase: Phrase) -> Cells | None:
        """The cells of a phrase; None where its text has no place in one."""
        cells = []
        for column in self.columns:
            text = column.cell(phrase)
            if self.is_book:
                text = text.translate(_NO_XML)
                text = "" if len(text.encode("utf-16-le")) > 2 * MAX_CELL else text
            if column.is_text and not text.strip():
                return None
            cells.append(text)
        return tuple(cells)


def carried(layout: Layout, phrases: Sequence[Phrase]) -> list[tuple[Found, ...]]:
    """What the reader makes of each phrase."""
    lines: list[tuple[int, list[str]]] = [(1, list(layout.header))]
    for line, phrase in enumerate(phrases, start=2):
        cells = layout.row(phrase)
        if cells:
            lines.append((line, list(cells)))
    reading = layout.read(Source("", b"", (Sheet("", lines, is_text=not layout.is_book),)), UNWATCHED, None)
    found = {each.spot.line: each for each in reading.found}
    return [(found[line],) if line in found else () for line in range(2, len(phrases) + 2)]


def book(layout: Layout, name: str, phrases: Sequence[Phrase], watch: Watch = UNWATCHED) -> bytes:
    """A workbook of one sheet. Every cell is a text, also after it was edited. Raises `Cancelled` and `OSError`."""
    out = io.BytesIO()
    with tempfile.TemporaryDirectory(prefix="qindesk-") as folder:
        made = xlsxwriter.Workbook(out, {**_OPTIONS, "tmpdir": folder})
        page = made.add_worksheet(name)
        try:
            _fill(made, page, layout, phrases, watch)
            made.close()
        except FileCreateError as error:
            _let_go(page, error)
            raise error.args[0] from None
        except BaseException as error:
            _let_go(page, error)
            raise
    return out.getvalue()


def _fill(made: Any, page: Any, layout: Layout, phrases: Sequence[Phrase], watch: Watch) -> None:
    text, heading = made.add_format(_TEXT), made.add_format(_HEADING)
    for at, column in enumerate(layout.columns):
        page.set_column(at, at, column.width, text)
        page.write_string(0, at, column.name, heading)
    line = 0
    for number, phrase in enumerate(phrases):
        if not number % _STEP:
            watch.step(number, len(phrases))
        cells = layout.row(phrase)
        line += cells is not None
        for at, cell in enumerate(cells or ()):
            if cell:
                page.write_string(line, at, cell, text)
    page.freeze_panes(1, 0)
    page.ignore_errors({"number_stored_as_text": f"A2:XFD{line + 2}"})


def _let_go(page: Any, error: BaseException) -> None:
    """Close what the library leaves open; its half-made archive must go while the bytes that it writes to are there."""
    with suppress(OSError):
        page.row_data_fh.close()
    for each in (error, error.__context__):
        if each is not None:
            traceback.clear_frames(each.__traceback__)
