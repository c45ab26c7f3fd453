"""Any table: its columns are known by their names, by the agent's remembered choice, or guessed.

The rule: nothing of a row is lost in silence: what has no place in a phrase is told, once a column.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar

from app.core.imports.reading import (
    MAX_ROWS,
    UNWATCHED,
    Column,
    Columns,
    Found,
    Group,
    Problem,
    Reading,
    Reason,
    Severity,
    Spot,
    Table,
    Watch,
)
from app.core.phrases.phrase import Role, Stage
from app.core.values import dataclass
from app.formats import columns as meanings
from app.formats.phrases.collected import Collected
from app.formats.sheet import Line, Sheet
from app.formats.sheets.opening import first_rows, is_sheet, opened
from app.formats.source import Source

NAME = "table"
_SAMPLES = 5
_T = TypeVar("_T")
_Places = Mapping[Column, list[int]]
_Texts = Mapping[Column, list[str]]
_CODES = re.compile(r"\s*[,，、\n]\s*")
_LISTS = re.compile(r"[,，、;；|\s]+")
_LINES = re.compile(r"\s*(?:\n|\|\|)\s*")
_PATH = re.compile(r"\s*(?:=>|→|\s>\s)\s*")
_STAGES = {
    **{stage.value: stage for stage in Stage},
    "欢迎": Stage.WELCOME,
    "咨询": Stage.INQUIRY,
    "付款": Stage.PAYMENT,
    "催付": Stage.PAYMENT,
    "物流": Stage.LOGISTICS,
    "售后": Stage.AFTER_SALES,
    "告别": Stage.FAREWELL,
    "告别与评价": Stage.FAREWELL,
}
_ROLES = {
    **{role.value: role for role in Role},
    "售前": Role.PRE_SALES,
    "改单": Role.ORDER_CHANGES,
    "售后": Role.AFTER_SALES,
    "疑难": Role.HARD_CUSTOMERS,
}


@dataclass(frozen=True, slots=True)
class Dialect:
    """A program's own kind of table. `group` is for rows without one; blank groups may mean the one above.

    `positions` are the meanings of the columns of a program that writes no header.
    """

    name: str
    group: str = ""
    has_group_once: bool = False
    positions: tuple[Column, ...] = ()


def looks_like(path: str, head: bytes) -> bool:
    """Whether the file is a table at all: a spreadsheet, a known header, or text that calls itself a table."""
    rows = first_rows(head)
    if meanings.header_at(rows) is not None:
        return True
    ending = path.lower().rpartition(".")[2]
    if is_sheet(head) or ending in {"xls", "xlsx", "et"}:
        return True
    return ending in {"csv", "tsv"} and b"\x00" not in head


def read(source: Source, watch: Watch = UNWATCHED, columns: Columns | None = None) -> Reading:
    """Read every sheet. Raises `BadFile` or `Cancelled`."""
    return read_as(Dialect(NAME), source, watch, columns or {})


def read_as(dialect: Dialect, source: Source, watch: Watch, columns: Columns) -> Reading:
    """Read a program's table, whose columns are still found by name."""
    understood = partial(_placed, dialect.positions) if dialect.positions else _understood
    sheets = [understood(sheet, columns) for sheet in opened(source, watch).sheets if sheet.rows]
    has_known = any(sheet.is_known for sheet in sheets)
    rows = _Rows(dialect, source.path)
    for sheet in sheets:
        if has_known and not sheet.is_known:
            rows.tell(sheet, Reason.SHEET_IGNORED, Severity.UNSUPPORTED, sheet.table.sheet)
        else:
            rows.read(sheet, watch)
    tables = tuple(sheet.table for sheet in sheets)
    return replace(rows.reading, tables=tables)


@dataclass(frozen=True, slots=True)
class _Understood:
    """A sheet with the meaning of its columns and the rows below its header."""

    sheet: Sheet
    table: Table
    rows: list[Line]
    is_known: bool


def _understood(sheet: Sheet, columns: Columns) -> _Understood:
    cells = [row for _, row in sheet.rows]
    at = meanings.header_at(cells)
    has_header = at is not None or meanings.looks_like_header(cells)
    start = (at or 0) + 1 if has_header else 0
    header = cells[start - 1] if has_header else []
    names = meanings.names(header, len(header) if sheet.is_text and has_header else max(map(len, cells)))
    meant = meanings.by_name(names) if at is not None else meanings.by_content(names, cells[start:])
    samples = tuple(tuple(cell[:200] for cell in row[: len(names)]) for row in cells[start : start + _SAMPLES])
    table = Table(sheet.name, names, meant, samples, has_header)
    return _chosen(_Understood(sheet, table, sheet.rows[start:], at is not None), columns)


def _placed(positions: tuple[Column, ...], sheet: Sheet, columns: Columns) -> _Understood:
    """A sheet whose columns mean what their places say."""
    names = meanings.names([], len(positions))
    samples = tuple(tuple(cell[:200] for cell in row[: len(names)]) for _, row in sheet.rows[:_SAMPLES])
    meant = {name: column.value for name, column in zip(names, positions, strict=True)}
    table = Table(sheet.name, names, meant, samples, has_header=False)
    return _chosen(_Understood(sheet, table, sheet.rows, is_known=True), columns)


def _chosen(sheet: _Understood, columns: Columns) -> _Understood:
    """The sheet with the meanings that the agent chose for a table of these headers."""
    chosen = columns.get(sheet.table.key)
    if chosen is None:
        return sheet
    meant = {name: chosen.get(name, "") for name in sheet.table.headers}
    return replace(sheet, table=replace(sheet.table, columns=meant), is_known=True)


class _Rows(Collected):
    """Collects the phrases and problems of the sheets of one file."""

    def __init__(self, dialect: Dialect, file: str) -> None:
        super().__init__(dialect.name, file)
        self._dialect = dialect
        self._last_group: tuple[str, ...] = ()

    def tell(self, sheet: _Understood, reason: Reason, severity: Severity, *names: str) -> None:
        """Note something about a sheet as a whole."""
        self.problems.append(Problem(Spot(self._path, sheet.table.sheet), reason, severity, names))

    def read(self, sheet: _Understood, watch: Watch) -> None:
        """Take the rows below the header."""
        places = _places(sheet.table)
        if not places[Column.BODY]:
            self.tell(sheet, Reason.NO_BODY_COLUMN, Severity.SKIPPED)
            return
        if sheet.sheet.is_hidden:
            self.tell(sheet, Reason.SHEET_HIDDEN, Severity.HINT, sheet.table.sheet)
        _fill_spans(sheet, places)
        self._last_group = ()
        width = len(sheet.table.headers) if sheet.sheet.is_text else meanings.MAX_WIDTH
        for index, (line, cells) in enumerate(sheet.rows):
            self._row(Spot(self._path, sheet.table.sheet, line), cells, places, width)
            if not index % 512:
                watch.step(index, len(sheet.rows))
        if not sheet.rows:
            self.tell(sheet, Reason.NO_ROWS, Severity.HINT)
        ignored = _used(sheet, places[Column.IGNORED])
        if ignored:
            self.tell(sheet, Reason.COLUMN_IGNORED, Severity.HINT, *ignored)

    def _row(self, spot: Spot, cells: list[str], places: _Places, width: int) -> None:
        if any(cell.strip() for cell in cells[width:]):
            self.problems.append(Problem(spot, Reason.BAD_ROW, Severity.SKIPPED, (f"{len(cells)} > {width}",)))
            return
        texts = {
            column: [cells[at] for at in ats if at < len(cells) and cells[at].strip()]
            for column, ats in places.items()
            if ats
        }
        for picture in texts.get(Column.PICTURE, ()):
            self.problems.append(Problem(spot, Reason.PICTURE, Severity.UNSUPPORTED, (picture,)))
        first, *further = texts.get(Column.BODY) or [""]
        found = _phrase(spot, texts, first, self._group(texts))
        self.add(found)
        self.found += [replace(found, body=body, codes=()) for body in further]

    def _group(self, texts: _Texts) -> Group:
        outer = [part for cell in texts.get(Column.GROUP, ()) for part in _PATH.split(cell.strip())]
        inner = [cell.strip() for cell in texts.get(Column.SUBGROUP, ())]
        if not outer and self._dialect.has_group_once:
            outer = [*(self._last_group[:1] if inner else self._last_group)]
        self._last_group = tuple(part for part in (*outer, *inner) if part)
        return self._last_group or ((self._dialect.group,) if self._dialect.group else ())


def _places(table: Table) -> _Places:
    """The columns of each meaning; an unknown word in a remembered choice means nothing."""
    values = {column.value for column in Column}
    places: dict[Column, list[int]] = {column: [] for column in Column}
    for at, name in enumerate(table.headers):
        value = table.columns.get(name, "")
        places[Column(value if value in values else "")].append(at)
    return places


def _phrase(spot: Spot, texts: _Texts, body: str, group: Group) -> Found:
    questions = tuple(part for cell in texts.get(Column.QUESTION, ()) for part in _LINES.split(cell.strip()) if part)
    title = " ".join(cell.strip() for cell in texts.get(Column.TITLE, ())) or (questions[0] if questions else "")
    stages, odd_stages = _words(texts.get(Column.STAGE, ()), _STAGES)
    roles, odd_roles = _words(texts.get(Column.ROLE, ()), _ROLES)
    keywords = tuple(word for cell in texts.get(Column.KEYWORDS, ()) for word in _LISTS.split(cell) if word)
    return Found(
        body=body,
        spot=spot,
        title=title,
        group=group,
        codes=tuple(code for cell in texts.get(Column.CODE, ()) for code in _CODES.split(cell.strip()) if code),
        keywords=keywords + odd_stages + odd_roles,
        questions=questions,
        stage=stages[0] if stages else None,
        role=roles[0] if roles else None,
    )


def _words(cells: Iterable[str], meant: Mapping[str, _T]) -> tuple[list[_T], tuple[str, ...]]:
    """What the words of a cell mean here, and the words that mean nothing here."""
    told = [cell.strip() for cell in cells]
    return [meant[word] for word in told if word in meant], tuple(word for word in told if word not in meant)


def _used(sheet: _Understood, places: Iterable[int]) -> tuple[str, ...]:
    """The names of those columns that hold anything."""
    used = [at for at in places if any(at < len(row) and row[at].strip() for _, row in sheet.rows)]
    return tuple(sheet.table.headers[at] for at in used)


def _fill_spans(sheet: _Understood, places: _Places) -> None:
    """A merged cell stands in each of its rows, as it is seen; only a text is said once."""
    by_line = dict(sheet.rows)
    bodies = set(places[Column.BODY])
    left = MAX_ROWS
    for first, last, column in sheet.sheet.spans:
        value = "".join(by_line.get(first, [])[column : column + 1])
        if column in bodies or not value:
            continue
        for line in range(first + 1, min(last, first + left) + 1):
            cells = by_line.get(line, [])
            left -= 1
            if column < len(cells) and not cells[column]:
                cells[column] = value
