"""Tables in HTML or in the XML of Excel 2003: what many web shops hand out under the name `.xls`.

The rule: only the text of cells is read; scripts, styles, links and entities beyond the named ones are nothing to us.
"""

import re
from html.parser import HTMLParser

from app.core.imports import MAX_ROWS, UNWATCHED, Reason, Watch
from app.formats.delimited import MAX_COLUMNS
from app.formats.encoding import decode
from app.formats.sheet import Line, Sheet, Span
from app.formats.source import Source

_OPENING = re.compile(
    rb"\s*<(?:!doctype\s+html|html|table|head|meta|\?xml[^>]*\?>\s*(?:<\?mso[^>]*\?>\s*)?<(?:html|(?:ss:)?workbook))",
    re.I,
)
_SPACE = re.compile(r"[ \t\n\r]+")


def is_html_table(head: bytes) -> bool:
    """Whether the bytes begin as such a file."""
    start = head.removeprefix(b"\xef\xbb\xbf")
    return bool(_OPENING.match(start)) and (b"<table" in head.lower() or b"orkbook" in head)


def sheets(source: Source, watch: Watch = UNWATCHED) -> list[Sheet]:
    """The tables of the file, one after the other, as one sheet. Raises `BadFile`."""
    text = decode(source)
    rows = _Rows(source)
    for at in range(0, len(text), 65_536):
        rows.feed(text[at : at + 65_536])
        watch.step(at, len(text))
    rows.close()
    return [Sheet("", [line for line in rows.rows if any(cell.strip() for cell in line[1])], spans=tuple(rows.spans))]


class _Rows(HTMLParser):
    """Collects the rows, and which cells span several of them."""

    def __init__(self, source: Source) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[Line] = []
        self._source = source
        self._cells: list[str] | None = None
        self._parts: list[str] | None = None
        self.spans: list[Span] = []
        self._reaching: dict[int, int] = {}
        self._span = 1
        self._is_xml = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a row or a cell."""
        name = tag.rpartition(":")[2]
        told = {key.rpartition(":")[2]: value or "" for key, value in attrs}
        if name == "worksheet":
            self._is_xml = True
        elif name in {"tr", "row"}:
            self._end_row()
            self._cells = []
        elif name in {"td", "th", "cell"} and self._cells is not None:
            self._end_cell()
            self._skip_to(told.get("index", ""))
            self._parts = []
            self._span = int(told["rowspan"][:5]) if told.get("rowspan", "").isdecimal() else 1
        elif name == "br" and self._parts is not None:
            self._parts.append("\0")

    def handle_endtag(self, tag: str) -> None:
        """Close it."""
        name = tag.rpartition(":")[2]
        if name in {"td", "th", "cell"}:
            self._end_cell()
        elif name in {"tr", "row", "table"}:
            self._end_row()

    def handle_data(self, data: str) -> None:
        """Text counts only inside a cell."""
        if self._parts is not None:
            self._parts.append(data.replace("\0", "\ufffd"))

    def _skip_to(self, index: str) -> None:
        assert self._cells is not None
        if index.isdecimal() and int(index[:6]) <= MAX_COLUMNS:
            self._cells += [""] * (int(index) - 1 - len(self._cells))

    def _end_cell(self) -> None:
        if self._parts is None or self._cells is None:
            return
        self._spanned()
        raw = "".join(self._parts)
        text = raw.strip() if self._is_xml else _SPACE.sub(" ", raw).strip()
        text = "\n".join(line.strip() for line in text.split("\0")) if "\0" in text else text
        if self._span > 1:
            line, column = len(self.rows) + 1, len(self._cells)
            self.spans.append((line, line + self._span - 1, column))
            self._reaching[column] = self._span - 1
        self._cells.append(text)
        self._parts = None
        if len(self._cells) > MAX_COLUMNS:
            raise self._source.bad(Reason.BROKEN, f"more than {MAX_COLUMNS} columns", line=self.getpos()[0])

    def _spanned(self) -> None:
        """Leave room for the cells that reach down from the rows above."""
        assert self._cells is not None
        while self._reaching.get(len(self._cells), 0):
            self._reaching[len(self._cells)] -= 1
            self._cells.append("")

    def _end_row(self) -> None:
        self._end_cell()
        if self._cells is None:
            return
        self._spanned()
        self.rows.append((len(self.rows) + 1, self._cells))
        self._cells = None
        if len(self.rows) > MAX_ROWS:
            raise self._source.bad(Reason.TOO_MANY_ROWS, limit=MAX_ROWS)
