"""The platform's export of orders (CSV, xlsx, old xls), read again and again.

The rule: whatever the file holds, the answer is an `OrderReading`; only `Cancelled` is ever raised. A file that is no
export at all says so by `is_export`, because a watched folder holds others too.
"""

import csv
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePath

from app.core.imports.reading import MAX_ROWS, UNWATCHED, BadFile, Reason, Spot, Watch
from app.core.orders.incoming.drafts import Kinds
from app.core.orders.incoming.reading import OrderProblem, OrderReading, ReadOrder
from app.core.orders.kinds import OrderKind
from app.core.orders.origins import NOWHERE, FindOrigin
from app.formats import delimited, html_table, workbook
from app.formats.orders import cells as order_cells
from app.formats.orders import rows as order_rows
from app.formats.orders.columns import Field, find_header
from app.formats.orders.encoding import Decoded, decoded
from app.formats.orders.rows import Gathered, Row, RowReader
from app.formats.sheet import Line, Sheet
from app.formats.sheets.cells import BadCell
from app.formats.source import HEAD_BYTES, Source, load

LOCKS = ("~$", ".~lock.", ".~")
"""What the names of the marks begin with that Excel, LibreOffice and WPS leave beside an open file."""
_EVERY = 256
_HEAD = 4_096


def read(
    path: str,
    kinds: Sequence[OrderKind],
    now: datetime,
    watch: Watch = UNWATCHED,
    origin: FindOrigin = lambda _items, _placed_at: NOWHERE,
) -> OrderReading:
    """Read an export. `origin` tells the activity and kind of an order whose row does not. Raises `Cancelled`."""
    if PurePath(path).name.startswith(LOCKS):
        return OrderReading(path, problems=(OrderProblem(Spot(path), "lock_file"),))
    try:
        sheets, others = _sheets(load(path), watch)
    except BadFile as bad:
        return OrderReading(path, problems=(_problem(bad),))
    except (RecursionError, MemoryError) as error:
        return OrderReading(path, problems=(OrderProblem(Spot(path), Reason.BROKEN.value, (type(error).__name__,)),))
    export = _Export(path, Kinds(kinds), now, watch, origin)
    for sheet in sheets:
        export.take(sheet, others)
    return export.reading()


class _Export:
    """Takes sheet after sheet in; an order may stand in several of them, and the last one holds."""

    def __init__(self, path: str, kinds: Kinds, now: datetime, watch: Watch, origin: FindOrigin) -> None:
        self._path = path
        self._kinds = kinds
        self._now = now
        self._watch = watch
        self._origin = origin
        self._orders: dict[str, ReadOrder] = {}
        self._problems: list[OrderProblem] = []
        self._has_header = False

    def reading(self) -> OrderReading:
        """All that was taken in."""
        if not self._has_header:
            return OrderReading(self._path, problems=(OrderProblem(Spot(self._path), "no_header"),))
        return OrderReading(self._path, tuple(self._orders.values()), tuple(self._problems), True, _made_at(self._path))

    def take(self, sheet: Sheet, others: Decoded) -> None:
        """Read the orders of a sheet, if it holds any."""
        found = find_header(sheet.rows)
        if found is None:
            return
        self._has_header = True
        at, header = found
        spot = Spot(self._path, sheet.name, header.line)
        reader = RowReader(spot, header, self._now)
        if header.missing:
            self._problems.append(OrderProblem(spot, "column_missing", header.missing))
            return
        self._problems += [OrderProblem(spot, rule, (name,), is_hint=True) for rule, name in header.lacking.items()]
        gathered = self._gathered(sheet.rows[at + 1 :], reader, others)
        if not gathered and not reader.problems:
            reader.tell(header.line, "no_rows", is_hint=True)
        gathered = _without_rounded(gathered, reader)
        for number, one in gathered.items():
            try:
                read = order_rows.order(one, Spot(self._path, sheet.name, one.first_line), self._kinds, self._origin)
            except BadCell as bad:
                reader.tell(one.first_line, bad.rule, column=Field.CLOSES_AT)
                continue
            self._orders.pop(number, None)  # the last one holds, in its own place
            self._orders[number] = read
        self._problems += sorted(reader.problems, key=lambda problem: problem.spot.line)

    def _gathered(self, rows: Sequence[Line], reader: RowReader, others: Decoded) -> dict[str, Gathered]:
        gathered: dict[str, Gathered] = {}
        last: Gathered | None = None
        for at, (line, cells) in enumerate(rows):
            if not at % _EVERY:
                self._watch.step(at, len(rows))
            if line in others.others:
                reader.tell(line, "mixed_encoding", others.others[line], is_hint=True)
            if reader.is_total(cells):
                continue
            row = reader.row(line, cells) if last is None else _row_or_item(line, cells, reader, last)
            if row is not None:
                last = _put(gathered, row, reader)
        return gathered


def _row_or_item(line: int, cells: Sequence[str], reader: RowReader, above: Gathered) -> Row | None:
    item = reader.item_of(cells)
    if not item:
        return reader.row(line, cells)
    above.take_item(item)
    return None


def _put(gathered: dict[str, Gathered], row: Row, reader: RowReader) -> Gathered:
    """Take a row in: a new order, a further item of one, or one once more, of which the last row holds."""
    former = gathered.get(row.number)
    if former is None:
        gathered[row.number] = Gathered.of(row)
    elif former.belongs(row):
        former.take(row)
    elif former.is_repeated_by(row):
        reader.tell(row.line, "row_twice", str(former.row.line), is_hint=True)
    else:
        reader.tell(row.line, "duplicate", str(former.row.line), column=Field.NUMBER, is_hint=True)
        gathered[row.number] = Gathered.of(row)
    return gathered[row.number]


def _without_rounded(gathered: dict[str, Gathered], reader: RowReader) -> dict[str, Gathered]:
    """Where most numbers end in the zeros of a spreadsheet, it rounded them all; one among many is a real one."""
    rounded = {number for number in gathered if order_cells.is_suspicious(number)}
    if len(rounded) * 2 < len(gathered) or not rounded:
        return gathered
    is_sure = len(rounded) > 1
    for number in rounded:
        names = (number,) if is_sure else ()
        rule = "digits_lost" if is_sure else "digits_maybe_lost"
        reader.tell(gathered[number].first_line, rule, *names, column=Field.NUMBER, is_hint=not is_sure)
    return {number: one for number, one in gathered.items() if number not in rounded} if is_sure else gathered


def _sheets(source: Source, watch: Watch) -> tuple[list[Sheet], Decoded]:
    """The tables of a file. Raises `BadFile`."""
    watch.step(0, 1)
    first = source.content[:HEAD_BYTES]
    if workbook.is_workbook(first):
        return workbook.sheets(source, watch, _needed), Decoded("")
    if html_table.is_html_table(first):
        return html_table.sheets(source, watch), Decoded("")
    text = decoded(source)
    return [Sheet("", _lines(source, text.text, watch), is_text=True)], text


def _needed(first: Sequence[Line]) -> Sequence[int] | None:
    """The places of the columns that are read, of the up to 60 of an export, and the two in which a total says so."""
    found = find_header(first)
    return sorted({0, 1, *found[1].places.values()}) if found else None


def _lines(source: Source, text: str, watch: Watch) -> list[Line]:
    """The records: by the library where all is as it should be, which is five times as fast, else by our own reader."""
    head = text[:_HEAD]
    if head.count(",") > max(head.count("\t"), head.count(";")) and not head.lower().startswith("sep="):
        try:
            return _quick(text)
        except csv.Error:
            pass
    return delimited.lines(source, text, watch)


def _quick(text: str) -> list[Line]:
    rows = csv.reader(text.splitlines(keepends=True), strict=True)
    found: list[Line] = []
    line = 1
    for cells in rows:
        if any(cells):
            found.append((line, cells))
        line = rows.line_num + 1
        if len(found) > MAX_ROWS:
            raise csv.Error
    return found


def _problem(bad: BadFile) -> OrderProblem:
    """Why the file cannot be read; one that may not be opened is most often still open in a spreadsheet."""
    rule = "is_open" if bad.reason is Reason.UNREADABLE else bad.reason.value
    return OrderProblem(bad.spot, rule, () if rule == "is_open" else bad.names, bad.limit)


def _made_at(path: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(Path(path).stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return None
