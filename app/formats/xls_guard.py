"""What is checked of an old Excel file (.xls) before the library that reads it may see it.

The rule: the library gets a fresh container that holds the workbook and nothing else, and no sheet in it claims more
cells than it may; it trusts every number it reads and would otherwise fill the memory. Layout: [MS-CFB] 2.2–2.6 for
the container, [MS-XLS] 2.4 for the records.
"""

import struct
from collections.abc import Iterator
from dataclasses import replace

from app.core.imports.reading import MAX_ROWS, Reason
from app.core.values import dataclass
from app.formats.source import Source
from app.formats.xlsx_guard import MAX_CELLS

SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_END = 0xFFFFFFFA
"""Sector numbers from here on are marks: end of chain, free, part of the table itself."""
_LAST, _TABLE, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_ROOT, _STREAM = 5, 2
_EOF, _BOUND_SHEET, _SST, _DIMENSIONS = 0x000A, 0x0085, 0x00FC, 0x0200
_CELLS = frozenset({0x0203, 0x027E, 0x00FD, 0x0204, 0x00BD, 0x00BE, 0x0006, 0x0205, 0x00D6, 0x0201})


class _Broken(Exception):
    """The container is not what it says."""


@dataclass(frozen=True, slots=True)
class _Container:
    """The file as sectors: `table` tells the sector that follows each one."""

    content: bytes
    size: int
    table: tuple[int, ...]

    def stream(self, start: int) -> bytes:
        out: list[bytes] = []
        seen: set[int] = set()
        sector = start
        while sector < _END:
            if sector in seen or sector >= len(self.table):
                raise _Broken("a chain of sectors does not end")
            seen.add(sector)
            out.append(_sector(self.content, sector, self.size))
            sector = self.table[sector]
        return b"".join(out)


def repacked(source: Source) -> bytes:
    """A safe copy of a workbook of the old kind. Raises `BadFile`."""
    try:
        streams = _streams(source.content)
    except (_Broken, struct.error, IndexError) as error:
        raise source.bad(Reason.BROKEN, str(error)) from None
    if "EncryptedPackage" in streams:
        raise source.bad(Reason.PASSWORD)
    name = next((name for name in ("Workbook", "Book") if streams.get(name)), "")
    if not name:
        raise source.bad(Reason.UNKNOWN_FORMAT)
    return _container(name, _checked(source, streams[name]))


def _container(name: str, stream: bytes) -> bytes:
    """A container of one stream: header, allocation table, directory, stream, in sectors of 4,096 bytes."""
    size = 4_096
    count = max(-(-len(stream) // size), 1)
    tables = -(-(count + 1) // (size // 4 - 1))
    chain = [*range(tables + 2, tables + count + 1), _LAST]
    table = [_TABLE] * tables + [_LAST] + chain
    table += [_FREE] * (tables * size // 4 - len(table))
    listed = [*range(tables), *[_FREE] * (109 - tables)]
    header = SIGNATURE + bytes(16) + struct.pack("<HHHHH6xIIII", 0x3E, 4, 0xFFFE, 12, 6, 1, tables, tables, 0)
    header += struct.pack("<IIIII109I", size, _LAST, 0, _LAST, 0, *listed)
    entries = _entry("Root Entry", _ROOT, tables, 0, 1) + _entry(name, _STREAM, tables + 1, count * size, _FREE)
    # The root points at a sector that exists, because the library refuses one without; nothing is read from there.
    blocks = (header, struct.pack(f"<{len(table)}I", *table), entries, stream)
    return b"".join(block.ljust(-(-len(block) // size) * size, b"\0") for block in blocks)


def _entry(name: str, kind: int, start: int, length: int, child: int) -> bytes:
    coded = name.encode("utf-16-le")
    links = struct.pack("<HBBIII", len(coded) + 2, kind, 1, _FREE, _FREE, child)
    return coded.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, length)


def _streams(content: bytes) -> dict[str, bytes]:
    """The streams by name; only the workbook's is kept."""
    major, _, shift, _ = struct.unpack_from("<HHHH", content, 26)
    if (major, shift) not in {(3, 9), (4, 12)}:
        raise _Broken("unknown version of the container")
    first_directory, _, cutoff, first_mini = struct.unpack_from("<IIII", content, 48)
    container = _Container(content, 1 << shift, _table(content, 1 << shift))
    directory = container.stream(first_directory)
    table = container.stream(first_mini)
    mini = _Container(b"", 64, struct.unpack(f"<{len(table) // 4}I", table))
    streams: dict[str, bytes] = {}
    walked = 0
    for at in range(0, len(directory) - 127, 128):
        kind, start, size = directory[at + 66], *struct.unpack_from("<II", directory, at + 116)
        if kind == _ROOT:
            mini = replace(mini, content=b"\0" * 64 + container.stream(start))
        if kind != _STREAM:
            continue
        name = directory[at : at + 64].decode("utf-16-le", "ignore").split("\0")[0]
        stream = (mini if size < cutoff else container).stream(start)
        walked += len(stream)
        if walked > 2 * len(content) + 65_536:
            raise _Broken("its streams overlap")
        streams[name] = stream[:size] if name in {"Workbook", "Book"} else b""
    return streams


def _table(content: bytes, size: int) -> tuple[int, ...]:
    """The allocation table; the header names its first 109 sectors, further lists of them follow."""
    first_list, _ = struct.unpack_from("<II", content, 68)
    sectors = list(struct.unpack_from("<109I", content, 76))
    seen: set[int] = set()
    while first_list < _END:
        if first_list in seen:
            raise _Broken("a chain of sectors does not end")
        seen.add(first_list)
        numbers = struct.unpack(f"<{size // 4}I", _sector(content, first_list, size))
        sectors += numbers[:-1]
        first_list = numbers[-1]
    used = [sector for sector in sectors if sector < _END]
    if len(used) != len(set(used)):
        raise _Broken("a sector is used twice")
    return tuple(
        number for sector in used for number in struct.unpack(f"<{size // 4}I", _sector(content, sector, size))
    )


def _sector(content: bytes, number: int, size: int) -> bytes:
    start = (number + 1) * size
    sector = content[start : start + size]
    if not sector:
        raise _Broken("a sector is missing")
    return sector.ljust(size, b"\0")


def _checked(source: Source, workbook: bytes) -> bytes:
    """The records without the sizes that they only declare, once each sheet's real extent is known to be sane."""
    safe = bytearray(workbook)
    total = walked = 0
    for start in (0, *_sheets(source, workbook)):
        rows = columns = 0
        for at, kind, length in _records(workbook, start):
            walked += length + 4
            if kind in _CELLS:
                row, column = struct.unpack_from("<HH", workbook, at)
                rows, columns = max(rows, row + 1), max(columns, column + 1, _last_column(workbook, at, kind, length))
            elif kind == _DIMENSIONS:
                safe[at : at + length] = bytes(length)
            elif kind == _SST and int.from_bytes(workbook[at + 4 : at + 8], "little") > len(workbook):
                raise source.bad(Reason.BROKEN, "more texts are declared than the file can hold")
        total += rows * columns
        if total > MAX_CELLS:
            raise source.bad(Reason.TOO_MANY_ROWS, limit=MAX_ROWS)
        if walked > 2 * len(workbook):
            raise source.bad(Reason.BROKEN, "its sheets overlap")
    return bytes(safe)


def _sheets(source: Source, workbook: bytes) -> list[int]:
    """Where the sheets begin."""
    starts = [
        int.from_bytes(workbook[at : at + 4], "little") for at, kind, _ in _records(workbook, 0) if kind == _BOUND_SHEET
    ]
    if any(start >= len(workbook) for start in starts):
        raise source.bad(Reason.BROKEN, "a sheet is missing")
    return starts


def _records(workbook: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Place, kind and length of the records from a place to the end of its part."""
    while at + 8 <= len(workbook):
        kind, length = struct.unpack_from("<HH", workbook, at)
        yield at + 4, kind, min(length, len(workbook) - at - 4)
        if kind == _EOF:
            return
        at += 4 + length


def _last_column(workbook: bytes, at: int, kind: int, length: int) -> int:
    """MULRK and MULBLANK end with the last of their columns."""
    if kind not in {0x00BD, 0x00BE} or length < 2:
        return 0
    return int.from_bytes(workbook[at + length - 2 : at + length], "little") + 1
