"""What is checked of an old Excel file (.xls) before the library that reads it may see it.

The rule: every chain of sectors ends, and no sheet claims more cells than it may; the library trusts both and would
otherwise fill the memory. Layout: [MS-CFB] 2.2–2.6 for the container, [MS-XLS] 2.4 for the records.
"""

import struct
from dataclasses import dataclass, replace

from app.core.imports import MAX_ROWS, Reason
from app.formats.source import Source
from app.formats.xlsx_guard import MAX_CELLS

SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_END = 0xFFFFFFFA
"""Sector numbers from here on are marks: end of chain, free, part of the table itself."""
_ROOT, _STREAM = 5, 2
_BOF, _SST = 0x0809, 0x00FC
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


def check(source: Source) -> None:
    """Raise `BadFile` unless the file is a workbook of the old kind that can be read safely."""
    try:
        names, workbook = _opened(source.content)
    except (_Broken, struct.error, IndexError) as error:
        raise source.bad(Reason.BROKEN, str(error)) from None
    if "EncryptedPackage" in names:
        raise source.bad(Reason.PASSWORD)
    if not workbook:
        raise source.bad(Reason.UNKNOWN_FORMAT)
    _check_records(source, workbook)


def _opened(content: bytes) -> tuple[list[str], bytes]:
    """The names of the streams and the workbook's own."""
    major, _, shift, _ = struct.unpack_from("<HHHH", content, 26)
    if (major, shift) not in {(3, 9), (4, 12)}:
        raise _Broken("unknown version of the container")
    first_directory, _, cutoff, first_mini = struct.unpack_from("<IIII", content, 48)
    container = _Container(content, 1 << shift, _table(content, 1 << shift))
    directory = container.stream(first_directory)
    table = container.stream(first_mini)
    mini = _Container(b"", 64, struct.unpack(f"<{len(table) // 4}I", table))
    names: list[str] = []
    workbook = b""
    walked = 0
    for at in range(0, len(directory) - 127, 128):
        kind, start, size = directory[at + 66], *struct.unpack_from("<II", directory, at + 116)
        if kind == _ROOT:
            mini = replace(mini, content=b"\0" * 64 + container.stream(start))
        if kind != _STREAM:
            continue
        names.append(directory[at : at + 64].decode("utf-16-le", "ignore").split("\0")[0])
        stream = (mini if size < cutoff else container).stream(start)
        walked += len(stream)
        if walked > 2 * len(content) + 65_536:
            raise _Broken("its streams overlap")
        if names[-1] in {"Workbook", "Book"}:
            workbook = stream[:size]
    return names, workbook


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


def _check_records(source: Source, workbook: bytes) -> None:
    """Walk the records and add up the rectangles that the sheets would fill."""
    at = rows = columns = total = 0
    while at + 8 <= len(workbook):
        kind, length, row, column = struct.unpack_from("<HHHH", workbook, at)
        if kind == _BOF:
            total, rows, columns = total + rows * columns, 0, 0
        elif kind in _CELLS:
            rows, columns = max(rows, row + 1), max(columns, column + 1, _last_column(workbook, at, kind, length))
        elif kind == _SST and int.from_bytes(workbook[at + 8 : at + 12], "little") > len(workbook):
            raise source.bad(Reason.BROKEN, "more texts are declared than the file can hold")
        at += 4 + length
    if total + rows * columns > 2 * MAX_CELLS:
        raise source.bad(Reason.TOO_MANY_ROWS, limit=MAX_ROWS)


def _last_column(workbook: bytes, at: int, kind: int, length: int) -> int:
    """MULRK and MULBLANK end with the last of their columns."""
    if kind not in {0x00BD, 0x00BE} or at + 4 + length > len(workbook):
        return 0
    return int(struct.unpack_from("<H", workbook, at + 2 + length)[0]) + 1
