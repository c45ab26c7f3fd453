"""Tables as text: fields between `,`, TAB or `;`, quoted where they hold line breaks.

The rule: a quotation mark closes a field only before a delimiter or a line end, because emoticon codes hold some too.
"""

import re
from collections.abc import Iterator

from app.core.imports.reading import MAX_ROWS, UNWATCHED, Reason, Watch
from app.formats.sheet import Line
from app.formats.source import Source

DELIMITERS = (",", "\t", ";")
_SEP = re.compile(r"sep=([,;\t|])\n", re.IGNORECASE)
_AS_TEXT = re.compile(r'="([^"]*)"')
_SAMPLE = 16_384
MAX_COLUMNS = 16_384
"""As many as a spreadsheet has."""


class _Open(Exception):
    """A quoted field never ends; the first argument is its place."""


def lines(source: Source, text: str, watch: Watch = UNWATCHED, known: str = "") -> list[Line]:
    """All records but the blank ones. Raises `BadFile` where a quoted field never ends or there are too many.

    `known` is the delimiter where the format has only one; else the text tells.
    """
    text, delimiter, first = _opening(text, known)
    found: list[Line] = []
    try:
        for at, number, cells in _records(_Cutter(text, delimiter), text, delimiter, first):
            if any(cell.strip() for cell in cells):
                found.append((number, cells))
            if len(cells) > MAX_COLUMNS:
                raise source.bad(Reason.BROKEN, f"more than {MAX_COLUMNS} columns", line=number)
            if len(found) > MAX_ROWS:
                raise source.bad(Reason.TOO_MANY_ROWS, line=number, limit=MAX_ROWS)
            if not len(found) % 512:
                watch.step(at, len(text))
    except _Open as error:
        line = first + text.count("\n", 0, error.args[0])
        raise source.bad(Reason.BROKEN, "a quoted field never ends", line=line) from None
    return found


def first_lines(text: str, limit: int = 12, known: str = "") -> list[list[str]]:
    """The cells of the first records of a text that may be cut off anywhere; never fails."""
    text, delimiter, _ = _opening(text, known)
    return _sample(text, delimiter, limit)[0]


def _opening(text: str, known: str) -> tuple[str, str, int]:
    """The text below a `sep=` line, its delimiter, and the number of its first line."""
    text = text.removeprefix("\ufeff")
    told = _SEP.match(text)
    if told:
        return text[told.end() :], told[1], 2
    return text, known or _delimiter(text), 1


def _delimiter(text: str) -> str:
    """The one that cuts the first records into the most equal number of cells, more than one, and tears no quotes."""
    scores: list[tuple[float, int, str]] = []
    for order, delimiter in enumerate(DELIMITERS):
        cut, has_torn = _sample(text[:_SAMPLE], delimiter, 20)
        sample = [cells for cells in cut if any(cells)]
        wide = [len(cells) for cells in sample if len(cells) > 1]
        usual = max(set(wide), key=wide.count) if wide else 1
        scores.append((wide.count(usual) / len(sample) / (4 if has_torn else 1) if wide else 0, -order, delimiter))
    return max(scores)[2]


def _sample(text: str, delimiter: str, limit: int) -> tuple[list[list[str]], bool]:
    """The first records, and whether the delimiter tears what belongs together."""
    sample: list[list[str]] = []
    cutter = _Cutter(text, delimiter)
    try:
        for _, _, cells in _records(cutter, text, delimiter, 1):
            sample.append(cells)
            if len(sample) >= limit:
                break
    except _Open:
        pass
    return sample, cutter.has_torn


def _records(cutter: "_Cutter", text: str, delimiter: str, number: int) -> Iterator[tuple[int, int, list[str]]]:
    """Place, line and cells of each record."""
    at = 0
    while at < len(text):
        end = cutter.line_end(at)
        if text.find('"', at, end) < 0:
            yield at, number, text[at:end].split(delimiter)
            at, number = end + 1, number + 1
            continue
        cells, after = cutter.record(at)
        yield at, number, cells
        number += text.count("\n", at, after)
        at = after


class _Cutter:
    """Cuts quoted records. It remembers the end of the line it is in, so that the work stays linear in any text.

    `has_torn`: a cell began with a mark that turned out to be a letter, or a lone mark stands beside another delimiter,
    as the edge of a quoted cell would. Marks that are doubled inside a quoted cell tell nothing.
    """

    def __init__(self, text: str, delimiter: str) -> None:
        self._text = text
        self._delimiter = delimiter
        self._line_end = -1
        self._last_closing = -1
        self.has_torn = False
        self._edges = tuple(edge for other in DELIMITERS if other != delimiter for edge in (f'"{other}', f'{other}"'))

    def line_end(self, at: int) -> int:
        """Where the line of a place ends."""
        if at > self._line_end:
            end = self._text.find("\n", at)
            self._line_end = len(self._text) if end < 0 else end
            self._last_closing = self._text.rfind(f'"{self._delimiter}', at, self._line_end)
            if self._text.endswith('"', at, self._line_end):
                self._last_closing = self._line_end - 1
        return self._line_end

    def record(self, at: int) -> tuple[list[str], int]:
        """The cells of the record that begins at a place, and where the next one begins."""
        cells: list[str] = []
        while True:
            cell, at = self._cell(at)
            cells.append(cell)
            if at >= len(self._text):
                return cells, len(self._text)
            if self._text[at] == "\n":
                return cells, at + 1
            at += 1

    def _cell(self, at: int) -> tuple[str, int]:
        """A cell and the place of what ends it."""
        if self._text.startswith('"', at):
            end = self._closing(at + 1)
            if end >= 0:
                return self._text[at + 1 : end].replace('""', '"').removeprefix("\t"), end + 1
            self.has_torn = True
        line_end = self.line_end(at)
        end = self._text.find(self._delimiter, at, line_end)
        end = line_end if end < 0 else end
        cell = self._text[at:end]
        self.has_torn = self.has_torn or any(edge in cell for edge in self._edges)
        told = _AS_TEXT.fullmatch(cell)
        return (told[1] if told else cell), end

    def _closing(self, at: int) -> int:
        """The place of the closing mark; -1 where the opening one turns out to be a letter of the text."""
        start = at
        while True:
            place = self._text.find('"', at)
            if place < 0:
                raise _Open(start - 1)
            after = self._text[place + 1 : place + 2]
            if after == '"':
                at = place + 2
            elif after in ("", self._delimiter, "\n"):
                return place
            elif self.line_end(place) and self._last_closing > place:
                around = self._text[max(start, place - 1) : place + 2]
                self.has_torn = self.has_torn or any(edge in around for edge in self._edges)
                at = place + 1
            else:
                self._line_end = -1
                return -1
