"""The phrases of 客服宝: two levels of groups, a title that is often the buyer's question, no codes.

The rule: the first level is required there, so a row without it belongs to the group above.
"""

from app.core.imports.reading import UNWATCHED, Columns, Reading, Watch
from app.formats.columns import normal
from app.formats.phrases.table import Dialect, read_as
from app.formats.sheets.opening import first_rows
from app.formats.source import Source

NAME = "kefubao"


def looks_like(path: str, head: bytes) -> bool:
    """Whether one of the first rows is 客服宝's header."""
    return any({"一级分类", "话术内容"} <= {normal(cell) for cell in row} for row in first_rows(head))


def read(source: Source, watch: Watch = UNWATCHED, columns: Columns | None = None) -> Reading:
    """Read it. Raises `BadFile` or `Cancelled`."""
    return read_as(Dialect(NAME, has_group_once=True), source, watch, columns or {})
