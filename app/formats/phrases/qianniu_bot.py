"""The phrases of the bot plug-in for 千牛: two lines of notice above the header, groups nested by `=>`, pictures.

The rule: its pictures lie on another PC, so they are told and not taken over.
"""

from app.core.imports.reading import UNGROUPED, UNWATCHED, Columns, Reading, Watch
from app.formats.columns import normal
from app.formats.phrases.table import Dialect, read_as
from app.formats.sheets.opening import first_rows
from app.formats.source import Source

NAME = "qianniu_bot"


def looks_like(path: str, head: bytes) -> bool:
    """Whether one of the first rows is the plug-in's header."""
    return any({"快捷编码", "标题", "内容"} <= {normal(cell) for cell in row} for row in first_rows(head))


def read(source: Source, watch: Watch = UNWATCHED, columns: Columns | None = None) -> Reading:
    """Read it. Raises `BadFile` or `Cancelled`."""
    return read_as(Dialect(NAME, group=UNGROUPED), source, watch, columns or {})
