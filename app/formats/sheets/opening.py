"""The tables of a file, whatever it really is: xlsx, old xls, HTML under the name of xls, or delimited text.

The rule: the bytes decide, never the ending of the name.
"""

from dataclasses import replace

from app.core.imports.reading import UNWATCHED, Watch
from app.formats import delimited, html_table, workbook
from app.formats.encoding import decode, decode_head
from app.formats.sheet import Sheet
from app.formats.source import HEAD_BYTES, Source

FIRST_ROWS = 12


def opened(source: Source, watch: Watch = UNWATCHED) -> Source:
    """The source with its tables in it. Raises `BadFile`."""
    return source if source.sheets else replace(source, sheets=tuple(_sheets(source, watch)))


def head(source: Source) -> bytes:
    """What the readers recognise a file by: its first bytes, or the first rows of a spreadsheet as UTF-8 text."""
    if not source.sheets or source.sheets[0].is_text:
        return source.content[:HEAD_BYTES]
    rows = (cells for sheet in source.sheets for _, cells in sheet.rows[:FIRST_ROWS])
    return "\n".join("\t".join(" ".join(cell[:80].split()) for cell in cells[:50]) for cells in rows).encode(
        "utf-8", "replace"
    )


def first_rows(first: bytes) -> list[list[str]]:
    """The first rows of a table from a head; never fails."""
    if workbook.is_workbook(first):
        return []
    return delimited.first_lines(decode_head(first), FIRST_ROWS * 4)


def is_sheet(first: bytes) -> bool:
    """Whether the bytes are a spreadsheet of any kind."""
    return workbook.is_workbook(first) or html_table.is_html_table(first)


def _sheets(source: Source, watch: Watch) -> list[Sheet]:
    first = source.content[:HEAD_BYTES]
    if workbook.is_workbook(first):
        return workbook.sheets(source, watch)
    if html_table.is_html_table(first):
        return html_table.sheets(source, watch)
    return [Sheet("", delimited.lines(source, decode(source), watch), is_text=True)]
