"""Foreign files as other programs would write them."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlwt

from app.core.imports.reading import BadFile, Column, Columns, Problem, Reading, Reason
from app.formats.phrases.reading import read_file


def put(folder: Path, name: str, content: bytes | str, encoding: str = "utf-8") -> str:
    path = folder / name
    path.write_bytes(content.encode(encoding) if isinstance(content, str) else content)
    return str(path)


def xlsx(rows: Iterable[Sequence[Any]], merged: Sequence[str] = (), title: str = "Sheet1") -> bytes:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(list(row))
    for area in merged:
        book.active.merge_cells(area)
    return saved(book)


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xls(rows: Iterable[Sequence[Any]], merged: Sequence[tuple[int, int, int, int, Any]] = ()) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    for line, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(line, column, value)
    for area in merged:
        sheet.write_merge(*area)
    return saved(book)


def changed_part(book: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """An xlsx with a piece of one part exchanged."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old in content
                content = content.replace(old, new)
            target.writestr(name, content)
    return out.getvalue()


def bodies(reading: Reading) -> list[str]:
    return [found.body for found in reading.found]


def told(reading: Reading, reason: Reason) -> list[Problem]:
    return [problem for problem in reading.problems if problem.reason is reason]


def refusal(path: str, columns: Columns | None = None) -> BadFile:
    try:
        reading = read_file(path, columns=columns)
    except BadFile as error:
        return error
    raise AssertionError(f"{path} was read: {reading}")


def meaning(**columns: Column) -> dict[str, str]:
    return {name: column.value for name, column in columns.items()}
