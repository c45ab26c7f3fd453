"""What is checked of an xlsx file before the library that reads it may see it.

The rule: the library gets a fresh archive that holds only the parts it needs, unpacked and counted by us; a lying
archive, an endless one or a cell at the far corner of a sheet (which would ask for gigabytes) never reaches it.
"""

import io
import re
import zipfile
import zlib

from app.core.imports.reading import MAX_ROWS, Reason
from app.formats.columns import letters as letters_of
from app.formats.source import Source

MAX_UNPACKED = 200 * 1024 * 1024
MAX_PARTS = 2_000
MAX_CELLS = 8_000_000
"""Cells of the rectangle that holds a sheet, empty ones too; the library keeps each in 24 to 32 bytes."""
_PART = re.compile(r"\[Content_Types\]\.xml|_rels/[^/]+|xl/(?!(?:media|drawings|embeddings|theme)/).+\.(?:xml|rels)")
_CELL_AT = rb"""<(?:\w+:)?c\b[^<>]*?\sr\s*=\s*["']%s["'][^<>]*(?<!/)>"""
_NEAR = 80, 99_999
"""Columns and rows of a sheet that is surely not too large; `_FAR` and `_FAR_PLAIN` find what lies beyond."""
_BEYOND = rb"(?=C[C-Z]|[D-Z][A-Z]|[A-Z]{3}|[A-Z]+\d{6})"
_FAR = re.compile(_CELL_AT % (_BEYOND + rb"([A-Z]+)(\d{1,7})"))
_FAR_PLAIN = re.compile(rb'<c r="' + _BEYOND)
_ODD = re.compile(rb'<c(?! r=")[\s>]')
_ODD_PREFIX = re.compile(rb":c[\s>]")
"""Cells as no common program writes them: nearly all begin with `<c r="`."""
_ANY = re.compile(_CELL_AT % rb"([A-Z]+)(\d{1,7})")
_FAR_ROW = re.compile(rb"""<(?:\w+:)?row\b[^<>]*?\sr\s*=\s*["'](\d{5,})["'][^<>]*(?<!/)>""")
_UNPLACED = re.compile(rb"""<(?:\w+:)?c(?=[\s>])(?![^<>]*\sr\s*=)[^<>]*>""")
_MAYBE_UNPLACED = re.compile(rb"""<(?:\w+:)?c(?=[\s>])(?! r=")""")
_MAYBE_LONG = re.compile(rb"v>-?\d{16}")
_ROW_END = re.compile(rb"</(?:\w+:)?row\s*>")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>]")
_LONG = re.compile(
    rb"""<(?:\w+:)?c\b[^<>]*?\sr=["']([A-Z]{1,3})(\d{1,7})["'][^<>]*>"""
    rb"""(?:<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>))?<(?:\w+:)?v>(-?\d{16,40})</"""
)

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^<>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^<>]*)>")
_ATTRIBUTE = re.compile(rb"""(?:\w+:)?(\w+)\s*=\s*["']([^"']*)["']""")

Exact = dict[tuple[int, int], str]
"""Whole numbers too long for a float, by row and column, both from 0."""


def repacked(source: Source) -> tuple[bytes, list[Exact]]:
    """A safe copy of the archive, and the long numbers of each sheet in their order. Raises `BadFile`."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.content)) as archive:
            parts = _parts(source, archive)
            contents = {part.filename: _unpacked(source, archive, part) for part in parts}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise source.bad(Reason.BROKEN, str(error)[:200]) from None
    if "xl/workbook.xml" not in contents:
        raise source.bad(Reason.UNKNOWN_FORMAT)
    safe = io.BytesIO()
    with zipfile.ZipFile(safe, "w", zipfile.ZIP_STORED) as archive:
        for name, content in contents.items():
            _check_extent(source, name, content)
            if content.count(b"<si") > MAX_CELLS // 4:
                raise source.bad(Reason.TOO_MANY_ROWS, limit=MAX_ROWS)
            archive.writestr(name, content)
    return safe.getvalue(), [_long_numbers(contents.get(name, b"")) for name in _sheet_parts(contents)]


def _sheet_parts(contents: dict[str, bytes]) -> list[str]:
    """The names of the sheets' parts, in the order of the workbook."""
    targets: dict[bytes, str] = {}
    for tag in _RELATION.findall(contents.get("xl/_rels/workbook.xml.rels", b"")):
        attributes = dict(_ATTRIBUTE.findall(tag))
        target = attributes.get(b"Target", b"").decode("utf-8", "replace")
        targets[attributes.get(b"Id", b"")] = target[1:] if target.startswith("/") else f"xl/{target}"
    tags = _SHEET.findall(contents["xl/workbook.xml"])
    return [targets.get(dict(_ATTRIBUTE.findall(tag)).get(b"id", b""), "") for tag in tags]


def _parts(source: Source, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    parts = [part for part in archive.infolist() if _PART.fullmatch(part.filename)]
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise source.bad(Reason.UNPACKS_TOO_BIG, limit=MAX_UNPACKED // 1024 // 1024)
    if any(part.flag_bits & 1 for part in parts):
        raise source.bad(Reason.PASSWORD)
    return parts


def _unpacked(source: Source, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """At most the declared size comes out of it: a part that goes on fails its checksum."""
    with archive.open(part) as packed:
        content = packed.read(part.file_size + 1)
    if len(content) != part.file_size:
        raise source.bad(Reason.BROKEN, part.filename)
    if b"<!DOCTYPE" in content[:2_000]:
        raise source.bad(Reason.BROKEN, part.filename)
    return content


def _check_extent(source: Source, name: str, sheet: bytes) -> None:
    if _is_near(sheet):
        return
    rows, columns, far = _extent(_FAR, sheet, _NEAR[1], _NEAR[0])
    if rows * columns > MAX_CELLS:  # the quick look is a rough one where columns are many
        rows, columns, far = _extent(_ANY, sheet, 1, 1)
    if _MAYBE_UNPLACED.search(sheet) and _UNPLACED.search(sheet):
        pieces = _ROW_END.split(sheet)
        columns = max(columns, *(len(_CELL.findall(piece)) for piece in pieces))
        rows = max(rows, len(pieces), *(int(match[1][:9]) for match in _FAR_ROW.finditer(sheet)), 0)
    if rows > MAX_ROWS:
        raise source.bad(Reason.TOO_MANY_ROWS, sheet=name, limit=MAX_ROWS, line=rows)
    if rows * columns > MAX_CELLS:
        raise source.bad(Reason.FAR_CELL, far, sheet=name)


def _is_near(sheet: bytes) -> bool:
    """Whether every cell says in the plainest way where it is, and none is far: as nearly always, and soon seen."""
    return not any(pattern.search(sheet) for pattern in (_ODD, _ODD_PREFIX, _FAR_PLAIN))


def _extent(pattern: re.Pattern[bytes], sheet: bytes, rows: int, columns: int) -> tuple[int, int, str]:
    """The last row and column, and the cell where they meet."""
    cells = pattern.findall(sheet)
    if cells:  # wide sheets hold a million of them, and few different columns and rows
        letters, numbers = zip(*cells, strict=True)
        rows = max(rows, *(int(number) for number in set(numbers)))
        columns = max(columns, *(column_number(letter.decode()) for letter in set(letters)))
    return rows, columns, f"{letters_of(columns - 1)}{rows}"


def _long_numbers(sheet: bytes) -> Exact:
    if not _MAYBE_LONG.search(sheet):
        return {}
    return {
        (int(match[2]) - 1, column_number(match[1].decode()) - 1): match[3].decode() for match in _LONG.finditer(sheet)
    }


def column_number(letters: str) -> int:
    """1 for `A`, 27 for `AA`."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
