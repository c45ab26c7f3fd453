"""The CSV that text expanders write: abbreviation, content and name, without a header, and not in every row all three.

The rule: the delimiter is a comma, because abbreviations like to begin with `;`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.core.imports.reading import UNWATCHED, Column, Columns, Reading, Watch
from app.formats import columns as meanings
from app.formats import delimited
from app.formats.encoding import decode, decode_head
from app.formats.phrases.collected import Collected
from app.formats.phrases.foreign_text import Rendered
from app.formats.phrases.table import Dialect, read_as
from app.formats.sheet import Sheet
from app.formats.sheets.opening import is_sheet
from app.formats.source import Source

_LOOK = 48
_MAX_CODE = 40
_NUMBER = re.compile(r"[\d\s.,:/%$¥￥+-]*|0x[0-9a-fA-F]+")
_POSITIONS = (Column.CODE, Column.BODY, Column.TITLE)


def widths(path: str, head: bytes) -> set[int]:
    """How many cells the first rows have; nothing where the file is no table of this kind."""
    if not path.lower().endswith(".csv") or is_sheet(head) or b"\x00" in head[:1_000]:
        return set()
    rows = delimited.first_lines(decode_head(head), _LOOK, ",")
    rows = [row for row in rows[: max(1, len(rows) - 1)] if any(cell.strip() for cell in row)]
    counts = [len(row) for row in rows]
    if not rows or max(counts) < 2 or _has_header(rows):
        return set()
    coded = [row for row in rows if _is_code(row[0])]
    fitting = [row for row in coded if 1 < len(row) <= len(_POSITIONS) and row[1].strip()]
    is_coded = len({row[0].strip() for row in coded}) > len(rows) * 0.8
    has_words = sum(not _NUMBER.fullmatch(row[1].strip()) for row in fitting) > len(fitting) / 2
    return set(counts) if is_coded and has_words and len(fitting) >= len(rows) / 2 else set()


def read(
    name: str,
    render: Callable[[str], Rendered],
    source: Source,
    watch: Watch = UNWATCHED,
    columns: Columns | None = None,
) -> Reading:
    """Read it, with a program's own variables exchanged. Raises `BadFile` or `Cancelled`."""
    if not source.sheets:
        rows = delimited.lines(source, decode(source), watch, ",")
        source = replace(source, sheets=(Sheet("", rows, is_text=True),))
    reading = read_as(Dialect(name, positions=_POSITIONS), source, watch, columns or {})
    collected = Collected(name, source.path)
    collected.problems += reading.problems
    for row in reading.found:
        body = render(row.body)
        collected.add(replace(row, body=body.text), body.notes)
    return replace(collected.reading, tables=reading.tables)


def _has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names columns. A short first snippet looks like that too, but names no column we know."""
    if meanings.header_at(rows) is not None:
        return True
    return meanings.looks_like_header(rows) and any(meanings.known(cell) for cell in rows[0])


def _is_code(cell: str) -> bool:
    told_code = cell.strip()
    is_short = 0 < len(told_code) <= _MAX_CODE and not any(letter.isspace() for letter in told_code)
    return is_short and told_code.isascii()
