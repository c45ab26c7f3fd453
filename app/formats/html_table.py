"""Tables in HTML or in the XML of Excel 2003: what many web shops hand out under the name `.xls`.

The rule: only the text of cells is read; scripts, styles, links and entities beyond the named ones are nothing to us.
"""

import re

from app.core.imports.reading import MAX_ROWS, UNWATCHED, Reason, Watch
from app.formats.delimited import MAX_COLUMNS
from app.formats.encoding import decode
from app.formats.html_text import Tag, pieces
from app.formats.sheet import Line, Sheet, Span
from app.formats.source import Source
from app.formats.xlsx_guard import MAX_CELLS

_OPENING = re.compile(
    rb"\s*<(?:!doctype\s+html|html|table|head|meta|\?xml[^>]*\?>\s*(?:<\?mso[^>]*\?>\s*)?<(?:html|(?:ss:)?workbook))",
    re.I,
)
_ROWS, _CELLS = {"tr", "row"}, {"td", "th", "cell"}
_BREAK = "\ue000"
"""Stands for `<br>` while a cell is put together; a private character that no text uses."""
_SPACE = re.compile(r"[ \t\n\r]+")


def is_html_table(head: bytes) -> bool:
    """Whether the bytes begin as such a file."""
    start = head.removeprefix(b"\xef\xbb\xbf")
    return bool(_OPENING.match(start)) and (b"<table" in head.lower() or b"orkbook" in head)


def sheets(source: Source, watch: Watch = UNWATCHED) -> list[Sheet]:
    """The tables of the file, one after the other, as one sheet. Raises `BadFile`."""
    text = decode(source)
    rows = _Rows(source)
    for number, (at, piece) in enumerate(pieces(text)):
        if isinstance(piece, str):
            rows.text(piece)
        elif piece.is_end:
            rows.close(piece.name)
        else:
            rows.open(piece)
        if not number % 4_096:
            watch.step(at, len(text))
    rows.close("table")
    filled = [line for line in rows.rows if any(cell.strip() for cell in line[1])]
    return [Sheet("", filled, spans=tuple(rows.spans))]


class _Rows:
    """Collects the rows, and which cells span several of them."""

    def __init__(self, source: Source) -> None:
        self.rows: list[Line] = []
        self.spans: list[Span] = []
        self._source = source
        self._cells: list[str] | None = None
        self._parts: list[str] | None = None
        self._reaching: dict[int, int] = {}
        self._room = 0
        self._span = 1
        self._is_xml = False

    def open(self, tag: Tag) -> None:
        """A row, a cell or a line break begins."""
        if tag.name == "worksheet":
            self._is_xml = True
        elif tag.name in _ROWS:
            self._end_row()
            self._cells = []
        elif tag.name in _CELLS and self._cells is not None:
            self._end_cell()
            told = tag.attributes
            self._skip_to(told.get("index", ""))
            self._parts = []
            self._span = _number(told.get("rowspan", "")) or 1
            if tag.inside.endswith("/"):
                self._end_cell()
        elif tag.name == "br" and self._parts is not None:
            self._parts.append(_BREAK)

    def close(self, name: str) -> None:
        """A row or a cell ends."""
        if name in _CELLS:
            self._end_cell()
        elif name in _ROWS or name == "table":
            self._end_row()

    def text(self, piece: str) -> None:
        """Text counts only inside a cell."""
        if self._parts is not None:
            self._parts.append(piece)

    def _skip_to(self, index: str) -> None:
        number = _number(index)
        if self._cells is not None and number <= MAX_COLUMNS:
            self._cells += [""] * (number - 1 - len(self._cells))

    def _end_cell(self) -> None:
        if self._parts is None or self._cells is None:
            return
        self._leave_room(self._cells)
        if self._span > 1:
            line, column = len(self.rows) + 1, len(self._cells)
            self.spans.append((line, line + self._span - 1, column))
            self._reaching[column] = self._span - 1
        self._cells.append(self._cell("".join(self._parts)))
        self._parts = None
        if len(self._cells) > MAX_COLUMNS:
            raise self._source.bad(Reason.BROKEN, f"more than {MAX_COLUMNS} columns", line=len(self.rows) + 1)

    def _cell(self, raw: str) -> str:
        """In HTML a line break in the file is a space, and only `<br>` is one for the reader."""
        if self._is_xml:
            return raw.strip()
        return "\n".join(_SPACE.sub(" ", line).strip() for line in raw.split(_BREAK)).strip()

    def _leave_room(self, cells: list[str]) -> None:
        """For the cells that reach down from the rows above."""
        while self._reaching.get(len(cells), 0):
            self._reaching[len(cells)] -= 1
            cells.append("")
            self._room += 1
        if self._room > MAX_CELLS:
            raise self._source.bad(Reason.TOO_MANY_ROWS, limit=MAX_ROWS, line=len(self.rows) + 1)

    def _end_row(self) -> None:
        self._end_cell()
        if self._cells is None:
            return
        self._leave_room(self._cells)
        self.rows.append((len(self.rows) + 1, self._cells))
        self._cells = None
        if len(self.rows) > MAX_ROWS:
            raise self._source.bad(Reason.TOO_MANY_ROWS, limit=MAX_ROWS)


def _number(text: str) -> int:
    return int(text[:6]) if text.isascii() and text.isdigit() else 0
