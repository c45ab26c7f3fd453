"""Workbooks of activities and products as people fill them in."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import openpyxl

from app.core.sheet.book import SheetProblem, SheetReading
from app.core.sheet.sheet import EMPTY, Sheet
from app.formats.sheets.book import read
from tests.sheets import SHANGHAI

NOW = datetime(2026, 11, 1, tzinfo=UTC)
Grid = Sequence[Sequence[Any]]

ACTIVITIES = [["名称", "类型"], ["双11", "平台大促"]]
PHASE_HEAD = ["活动", "阶段名称", "类型", "开始时间", "结束时间"]


def book(**sheets: Grid) -> bytes:
    """A workbook of named sheets."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(list(row))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def wall(*parts: int) -> datetime:
    """A date as a spreadsheet keeps it, which knows no zone."""
    return datetime(*parts)  # type: ignore[arg-type] # noqa: DTZ001


def new_ids() -> Callable[[], str]:
    """Ids in a row: n1, n2 …"""
    numbers = count(1)
    return lambda: f"n{next(numbers)}"


def reading(folder: Path, content: bytes, existing: Sheet = EMPTY, name: str = "活动.xlsx") -> SheetReading:
    """What comes out of a workbook in a file."""
    path = folder / name
    path.write_bytes(content)
    return read(str(path), existing, NOW, SHANGHAI, new_ids())


def read_sheets(folder: Path, existing: Sheet = EMPTY, /, **sheets: Grid) -> SheetReading:
    """What comes out of a workbook of these sheets."""
    return reading(folder, book(**sheets), existing)


def told(problems: Sequence[SheetProblem]) -> Iterator[tuple[str, int, str, str]]:
    """Sheet, row, column and rule of each problem."""
    for problem in problems:
        yield problem.spot.sheet, problem.spot.line, problem.spot.column, problem.rule


def phases(*rows: Sequence[Any]) -> Mapping[str, Grid]:
    """The activity 双11 with phases; each row is name, kind, start, end."""
    return {"活动": ACTIVITIES, "阶段": [PHASE_HEAD, *(["双11", *row] for row in rows)]}
