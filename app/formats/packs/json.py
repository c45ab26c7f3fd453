"""A pack as JSON: its bytes as a tree whose things know the lines they begin on, and a pack as such bytes.

The rule: the file is decoded once, as a whole or not at all; the same pack always gives the same bytes.
"""

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from app.core.imports.reading import BadFile, Reason, Spot
from app.core.packs.findings import Finding
from app.core.packs.pack import RESERVED_IDS, Pack
from app.core.values import dataclass
from app.formats.packs.plain import plain
from app.formats.packs.shapes import FIELDS, LISTS, VERSION, Head
from app.formats.packs.tree import Plain, Tree
from app.formats.source import Source

_T = TypeVar("_T")
_BYTE = re.compile(r"\(byte (\d+)\)")
_HALF = re.compile(
    rb"(?<!\\)(?:\\\\)*(\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])"
    rb"|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2})"
)
"""Half of a pair of surrogates, escaped: msgspec calls the file cut off where it stands."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file with its things still unread: one that is broken must not lose the others."""

    content: bytes
    head: Head
    parts: Mapping[str, msgspec.Raw]


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of a file, still as its bytes."""

    raw: msgspec.Raw
    spot: Spot

    def typed(self, kind: type[_T]) -> _T:
        """It as a value of ours."""
        return msgspec.json.decode(self.raw, type=kind)

    def plain(self) -> Any:
        """It as plain values."""
        return msgspec.json.decode(self.raw)


def opened(source: Source) -> Opened:
    """The parts of a file. Raises `BadFile`."""
    content = _content(source)
    try:
        head = msgspec.json.decode(content, type=Head)
        parts = msgspec.json.decode(content, type=dict[str, msgspec.Raw])
    except RecursionError:
        raise source.bad(Reason.BROKEN, "nested too deep") from None
    except msgspec.ValidationError as error:
        raise source.bad(Reason.BROKEN, str(error)) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _broken(content, source, str(error)) from None
    if head.pack != VERSION:
        raise source.bad(Reason.BROKEN, f"a pack of version {head.pack}, only {VERSION} can be read")
    if head.id in RESERVED_IDS:
        raise source.bad(Reason.BROKEN, f"a pack may not be called {head.id}")
    return Opened(content, head, parts)


def raws(file: Opened, name: str) -> list[msgspec.Raw]:
    """The things of a list of the file. Raises `msgspec.DecodeError` where it is none."""
    return msgspec.json.decode(file.parts.get(name, b"[]"), type=list[msgspec.Raw])


def tree(source: Source) -> Tree:
    """A file as a tree. Raises `BadFile`."""
    file = opened(source)
    problems: list[Finding] = []
    rows: dict[str, Sequence[Plain]] = {}
    for name in LISTS:
        try:
            things = raws(file, name)
        except msgspec.DecodeError:
            problems.append(Finding(Spot(source.path, column=name), "not_a_list", names=(name,)))
            continue
        spots = places(file.content, name, things, source.path)
        rows[name] = [Thing(raw, spot) for raw, spot in zip(things, spots, strict=True)]
    return Tree(source.path, file.head, rows, _images(file, source, problems), _unknown(file, source), tuple(problems))


def _images(file: Opened, source: Source, problems: list[Finding]) -> Mapping[str, str]:
    try:
        return msgspec.json.decode(file.parts.get("images", b"{}"), type=dict[str, str])
    except msgspec.DecodeError:
        problems.append(Finding(Spot(source.path, column="images"), "not_a_list", names=("images",)))
        return {}


def _unknown(file: Opened, source: Source) -> Mapping[str, object]:
    try:
        return {name: msgspec.json.decode(raw) for name, raw in file.parts.items() if name not in FIELDS}
    except (msgspec.DecodeError, RecursionError) as error:
        raise source.bad(Reason.BROKEN, str(error)) from None


def places(content: bytes, name: str, rows: Sequence[msgspec.Raw], file: str) -> Iterator[Spot]:
    """Where each thing of a list begins. On a line with others it is told by its number, in place of the sheet."""
    at = max(content.find(b'"%s"' % name.encode()), 0)
    line = 1 + content.count(b"\n", 0, at)
    last = 0
    for number, raw in enumerate(rows, start=1):
        start = max(content.find(memoryview(raw), at), at)
        line += content.count(b"\n", at, start)
        yield Spot(file, "" if line > last else f"#{number}", line)
        end = start + len(memoryview(raw))
        last = line
        line += content.count(b"\n", start, end)
        at = end


def _content(source: Source) -> bytes:
    content = source.content.removeprefix(codecs.BOM_UTF8)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise source.bad(Reason.BAD_ENCODING, line=_line(content, error.start)) from None
    return content


def _broken(content: bytes, source: Source, why: str) -> BadFile:
    half = _HALF.search(content)
    if half:
        return source.bad(Reason.HAS_SURROGATE, line=_line(content, half.start(1)))
    at = _BYTE.search(why)
    return source.bad(Reason.BROKEN, why, line=_line(content, int(at[1]) if at else len(content)))


def _line(content: bytes, at: int) -> int:
    return 1 + content.count(b"\n", 0, at)


def written(pack: Pack) -> bytes:
    """A pack as JSON, a thing a paragraph."""
    return msgspec.json.format(msgspec.json.encode(plain(pack)), indent=2) + b"\n"
