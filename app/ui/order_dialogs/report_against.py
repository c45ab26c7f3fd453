"""The page that sets days against others: one day by the hour, several by their place in the row.

The rule: as many days stand against as many, and both are of the same activity.
"""

from datetime import date, timedelta
from decimal import Decimal

from app.core.orders.order import Outcome
from app.core.orders.reports import OrderReport
from app.core.orders.tables import Column, ReportTable, Shape
from app.core.prices import yuan
from app.ui.order_dialogs.charts import Chart, Series
from app.ui.order_dialogs.report_page import (
    PageKind,
    ReportPage,
    day_column,
    hour_column,
    hours,
    short_days,
    title,
)
from app.ui.palette import Tone
from app.ui.words import translate


def days_before(first: date, last: date) -> tuple[date, date]:
    """The days right before some days, as many as those."""
    count = (last - first).days + 1
    return first - timedelta(days=count), first - timedelta(days=1)


def against(report: OrderReport, other: OrderReport) -> ReportPage:
    """What was paid in these days and in the others."""
    is_day = report.first == report.last
    here, there = _paid(report, is_day=is_day), _paid(other, is_day=is_day)
    names = tuple(map(_span, (report, other)))
    heads = tuple(_short(each, has_year=report.first.year != other.first.year) for each in (report, other))
    chart = Chart(
        title(PageKind.AGAINST),
        tuple(map(str, range(len(here)))) if is_day else short_days(report.days),
        (
            Series(names[0], Tone.INFO, tuple(map(float, here))),
            Series(names[1], Tone.MUTED, tuple(map(float, there))),
        ),
        is_compared=True,
    )
    more = translate("report", "More or less")
    counts = (*(Column(each, Shape.COUNT) for each in heads), Column(more, Shape.DIFFERENCE))
    columns = (hour_column() if is_day else day_column(), *counts)
    lines = tuple(map(hours, range(len(here)))) if is_day else tuple(day.isoformat() for day in report.days)
    rows = tuple((line, one, two, one - two) for line, one, two in zip(lines, here, there, strict=True))
    return ReportPage(chart, ReportTable(chart.title, columns, rows, _sums(report, other)))


def _paid(report: OrderReport, *, is_day: bool) -> list[int]:
    totals = report.paid_by_hour if is_day else report.by_day(Outcome.PAID)
    return [total.count for total in totals]


def _span(report: OrderReport) -> str:
    if report.first == report.last:
        return translate("report", "Paid on {day}").replace("{day}", report.first.isoformat())
    said = translate("report", "Paid {first} – {last}")
    return said.replace("{first}", f"{report.first:%m-%d}").replace("{last}", f"{report.last:%m-%d}")


def _short(report: OrderReport, *, has_year: bool) -> str:
    """Some days at the head of a column; with the year where the others are of another one."""
    first, last = (f"{day:%Y-%m-%d}" if has_year else f"{day:%m-%d}" for day in (report.first, report.last))
    return first if first == last else f"{first} – {last}"


def _sums(report: OrderReport, other: OrderReport) -> tuple[str, ...]:
    """All in all, as sentences below the table."""
    said = (
        (translate("report", "Paid: {one} against {two}."), *(yuan.shown(_money(of)) for of in (report, other))),
        (translate("report", "Lost orders: {one} against {two}."), *(f"{_lost(of):,}" for of in (report, other))),
        (translate("report", "Urges: {one} against {two}."), *(f"{sum(of.urges_by_hour):,}" for of in (report, other))),
    )
    return tuple(words.replace("{one}", one).replace("{two}", two) for words, one, two in said)


def _money(report: OrderReport) -> Decimal:
    return report.by_outcome()[Outcome.PAID].money


def _lost(report: OrderReport) -> int:
    ended = report.by_outcome()
    return ended[Outcome.CLOSED].count + ended[Outcome.GIVEN_UP].count
