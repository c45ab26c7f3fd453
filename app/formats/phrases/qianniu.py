"""The quick phrases of 千牛, as it exports and imports them: code, text, group, and a mark for the team's.

The rule: the group may be missing, and then it is 千牛's own 未分组.
"""

from app.core.imports.reading import UNGROUPED, UNWATCHED, Columns, Reading, Watch
from app.formats.columns import normal
from app.formats.phrases.table import Dialect, read_as
from app.formats.sheets.opening import first_rows
from app.formats.source import Source

NAME = "qianniu"
_TEXTS = {"快捷短语", "快捷短语内容"}
_OTHERS = {"快捷短语编码", "快捷编码", "快捷短语分组", "分组", "是否加入团队"}


def looks_like(path: str, head: bytes) -> bool:
    """Whether one of the first rows is 千牛's header."""
    return any(
        names & _TEXTS and names & _OTHERS for names in ({normal(cell) for cell in row} for row in first_rows(head))
    )


def read(source: Source, watch: Watch = UNWATCHED, columns: Columns | None = None) -> Reading:
    """Read it. Raises `BadFile` or `Cancelled`."""
    return read_as(Dialect(NAME, group=UNGROUPED), source, watch, columns or {})
