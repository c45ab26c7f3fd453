"""What a page of a report is, and the columns that several of them have.

The rule: everything that a chart shows stands in its table with its exact figures.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import Enum

from app.core.orders.tables import Column, ReportTable, Shape
from app.core.values import dataclass
from app.ui.order_dialogs.charts import Chart
from app.ui.words import translate

MOST_BARS = 12
"""Of reasons, steps and phrases; the table has them all."""


class PageKind(Enum):
    """What a page is about."""

    OUTCOMES = "outcomes"
    AGAINST = "against"
    REASONS = "reasons"
    STEPS = "steps"
    PHRASES = "phrases"
    USES = "uses"
    HOURS = "hours"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One page."""

    chart: Chart
    table: ReportTable


def title(kind: PageKind) -> str:
    """What a page is called."""
    return {
        PageKind.OUTCOMES: translate("report", "Day by day"),
        PageKind.AGAINST: translate("report", "Two days"),
        PageKind.REASONS: translate("report", "Lost reasons"),
        PageKind.STEPS: translate("report", "Recovery by reminder"),
        PageKind.PHRASES: translate("report", "Recovery by phrase"),
        PageKind.USES: translate("report", "Phrases by use"),
        PageKind.HOURS: translate("report", "Recovery by hour"),
        PageKind.MONEY: translate("report", "Money"),
    }[kind]


def share(part: int, whole: int) -> Decimal | None:
    """A part of a whole; None of nothing."""
    return round(Decimal(part) / Decimal(whole), 4) if whole else None


def short_days(days: Sequence[date]) -> tuple[str, ...]:
    """Days as they stand below the bars."""
    return tuple(f"{day.month}-{day.day}" for day in days)


def hours(at: int) -> str:
    """An hour of the day."""
    return f"{at}:00–{at + 1}:00"


def day_column() -> Column:
    """The day."""
    return Column(translate("report", "Day"))


def hour_column() -> Column:
    """The hour of the day."""
    return Column(translate("report", "Hour"))


def orders_column() -> Column:
    """How many orders."""
    return Column(translate("report", "Orders"), Shape.COUNT)


def money_column() -> Column:
    """Their money."""
    return Column(translate("report", "Money"), Shape.MONEY)


def share_column(name: str = "") -> Column:
    """A share, by default of those that were paid."""
    return Column(name or translate("report", "Paid share"), Shape.RATE)
