"""Custom phrases of the Sogou input method: `code,position=text`, texts of several lines, `;` comments.

The rule: `#` begins the method's own expressions (`#$year`), which stay text and are told.
"""

import re

from app.core.imports.reading import (
    MAX_ROWS,
    UNWATCHED,
    Columns,
    Found,
    Problem,
    Reading,
    Reason,
    Severity,
    Spot,
    Watch,
)
from app.formats.encoding import decode, decode_head
from app.formats.phrases.collected import Collected
from app.formats.source import Source

NAME = "sogou"
GROUP = "搜狗自定义短语"
_ENTRY = re.compile(r"([A-Za-z][A-Za-z0-9;'_]{0,39})\s*[,，]\s*(-?\d{1,3})\s*=(.*)", re.DOTALL)
_EXPRESSION = re.compile(r"#?\$[a-z_]+(?:\([^()\n]{0,80}\))?", re.IGNORECASE)
_LOOK = 200


def looks_like(path: str, head: bytes) -> bool:
    """Whether an entry is the first line that is no comment, in a file of the right ending."""
    if not path.lower().endswith((".ini", ".txt")):
        return False
    lines = [line.strip() for line in decode_head(head).replace("\r", "\n").split("\n")[:_LOOK]]
    told = [line for line in lines if line and not line.startswith((";", "["))]
    return bool(told) and _ENTRY.fullmatch(told[0]) is not None


def read(source: Source, watch: Watch = UNWATCHED, columns: Columns | None = None) -> Reading:
    """Read it. Raises `BadFile` or `Cancelled`."""
    lines = decode(source).split("\n")
    entries = _Entries(source)
    for number, line in enumerate(lines, start=1):
        entries.take(number, line)
        if not number % 512:
            watch.step(number, len(lines))
    entries.finish()
    return entries.reading


class _Entries(Collected):
    """Collects the entries; one whose text begins in the next line goes on until the next entry or comment."""

    def __init__(self, source: Source) -> None:
        super().__init__(NAME, source.path)
        self._source = source
        self._code = ""
        self._spot = Spot()
        self._text: list[str] = []

    def take(self, number: int, line: str) -> None:
        """One line of the file."""
        entry = _ENTRY.fullmatch(line.strip("\ufeff") if number == 1 else line)
        if entry:
            self.finish()
            self._code, self._spot = entry[1], Spot(self._source.path, line=number)
            self._text = [entry[3]]
        elif line.startswith(";") or (not self._code and line.startswith("[")):
            self.finish()
        elif self._code:
            self._text.append(line)
        elif line.strip():
            spot = Spot(self._source.path, line=number)
            self.problems.append(Problem(spot, Reason.BAD_ROW, names=("no code",)))

    def finish(self) -> None:
        """The entry that is open is over."""
        if not self._code:
            return
        first, *more = self._text
        body = "\n".join(more if not first.strip() and more else self._text).strip("\n")
        body = body if more else body.strip()
        self.add(Found(body=body, spot=self._spot, group=(GROUP,), codes=(self._code,)))
        self._code = ""
        expressions = tuple(dict.fromkeys(_EXPRESSION.findall(body)))
        if expressions and body.lstrip().startswith("#"):
            self.problems.append(Problem(self._spot, Reason.VARIABLE, Severity.UNSUPPORTED, expressions))
        if len(self.found) > MAX_ROWS:
            raise self._source.bad(Reason.TOO_MANY_ROWS, line=self._spot.line, limit=MAX_ROWS)
