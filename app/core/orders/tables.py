"""A report as tables: what a page shows and what a file holds.

The rule: cells are values, not words made of them, so that a spreadsheet can go on reckoning with them.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum

from app.core.values import dataclass

Cell = str | int | Decimal | datetime | timedelta | None


class Shape(Enum):
    """What the cells of a column are: decides how they are shown."""

    TEXT = "text"
    COUNT = "count"
    DIFFERENCE = "difference"
    """By how much a count is more or less than another one."""
    MONEY = "money"
    RATE = "rate"
    """A share, 0.25 for a quarter."""
    MOMENT = "moment"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Column:
    """One column by its heading."""

    name: str
    shape: Shape = Shape.TEXT


@dataclass(frozen=True, slots=True)
class ReportTable:
    """One table. `notes` stand below it: what was left out, and how a figure is reckoned."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Sequence[Cell], ...] = ()
    notes: tuple[str, ...] = ()
