"""Lists of things in a JSON file of another program, each with the line it begins in.

The rule: a thing that is broken loses itself and not the others; only a file that is no JSON at all is refused.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from app.core.imports.reading import MAX_ROWS, UNWATCHED, BadFile, Problem, Reason, Spot, Watch
from app.core.values import dataclass
from app.formats.encoding import decode
from app.formats.source import Source

T = TypeVar("T")
_BYTE = re.compile(r"\(byte (\d+)\)")
_ANY_HALF = re.compile(rb"\\u[dD][89a-fA-F]|\xed[\xa0-\xbf]")
_HALVES = re.compile(
    rb"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\."
    rb"|(\xed[\xa0-\xbf][\x80-\xbf])",
    re.DOTALL,
)
"""Pairs of surrogates and other escapes are passed over; what is left of them is half a character."""
_MAX_DEPTH = 1_000
"""About where the library gives up; for the sentence only."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a list: its place and its fields."""

    spot: Spot
    fields: Mapping[str, Any]

    def text(self, *names: str) -> str:
        """The first of these fields that is a text with something in it."""
        return next((value for name in names if isinstance(value := self.fields.get(name), str) and value), "")


class JsonFile:
    """One file. Raises `BadFile` where it is no JSON."""

    def __init__(self, source: Source, sheet: str = "", file: str = "") -> None:
        self._source = source
        self._file, self._sheet = file or source.path, sheet
        self._original = decode(source).removeprefix("\ufeff").encode("utf-8", "surrogatepass")
        self._content = self._original
        if _ANY_HALF.search(self._original):
            self._content = _HALVES.sub(_whole, self._original)
        self._at, self._line, self._last = 0, 1, 0
        self._count = 0

    def root(self, kind: type[T]) -> T:
        """The whole file as a value. Raises `BadFile`."""
        try:
            return msgspec.json.decode(self._content, type=kind)
        except RecursionError:
            raise self._source.bad(Reason.TOO_DEEP, limit=_MAX_DEPTH) from None
        except msgspec.ValidationError as error:
            raise self._source.bad(Reason.BROKEN, str(error)) from None
        except msgspec.DecodeError as error:
            raise self._broken(str(error)) from None

    def rows(self, raws: Sequence[msgspec.Raw], watch: Watch = UNWATCHED) -> Iterator[Entry | Problem]:
        """The things of a list of the file. The lists are asked for in the order in which they stand in it."""
        for number, raw in enumerate(raws):
            if not number % 512:
                watch.step(number, len(raws))
            self._count += 1
            if self._count > MAX_ROWS:
                raise self._source.bad(Reason.TOO_MANY_ROWS, line=self._line, limit=MAX_ROWS)
            yield self._row(raw)

    def _row(self, raw: msgspec.Raw) -> Entry | Problem:
        spot, has_half = self._place(raw)
        if has_half:
            return Problem(spot, Reason.HAS_SURROGATE)
        try:
            return Entry(spot, msgspec.json.decode(raw, type=dict[str, Any]))
        except RecursionError:
            return Problem(spot, Reason.BAD_ROW, names=("nested too deep",))
        except msgspec.DecodeError as error:
            return Problem(spot, Reason.BAD_ROW, names=(str(error),))

    def _place(self, raw: msgspec.Raw) -> tuple[Spot, bool]:
        """Where a thing begins, and whether it holds half a character. Things of one line are told by their number."""
        wanted = bytes(raw)
        start = max(self._content.find(wanted, self._at), self._at)
        end = start + len(wanted)
        line = self._line + self._content.count(b"\n", self._at, start)
        number = "" if line > self._last else f"#{self._count}"
        spot = Spot(self._file, " ".join(part for part in (self._sheet, number) if part), line)
        self._at, self._last = end, line
        self._line = line + self._content.count(b"\n", start, end)
        return spot, self._content is not self._original and self._original[start:end] != wanted

    def _broken(self, why: str) -> BadFile:
        at = _BYTE.search(why)
        place = int(at[1]) if at else len(self._content)
        return self._source.bad(Reason.BROKEN, why, line=self._content.count(b"\n", 0, place) + 1)


def _whole(match: re.Match[bytes]) -> bytes:
    """Half a character is exchanged for a sign of the same length, so that every place stays the same."""
    if match[1]:
        return b"\\ufffd"
    return b"\xef\xbf\xbd" if match[2] else match[0]
