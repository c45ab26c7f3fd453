"""The pages of a report: each a chart and the table that it was made of.

The rule: everything that a chart shows stands in its table with its exact figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from app.core.order_book import Total
from app.core.order_reports import OrderReport, Recovery
from app.core.orders import Outcome
from app.core.report_tables import Column, ReportTable, Shape
from app.ui.order_dialogs import order_words
from app.ui.order_dialogs.charts import Chart, Series, Unit
from app.ui.order_dialogs.order_desk import ReportDesk
from app.ui.palette import Tone
from app.ui.words import translate

_MOST_BARS = 12
"""Of reasons, steps and phrases; the table has them all."""
_TONES = {Outcome.PAID: Tone.OK, Outcome.CLOSED: Tone.SOON, Outcome.GIVEN_UP: Tone.LATE}


class PageKind(Enum):
    """What a page is about."""

    OUTCOMES = "outcomes"
    REASONS = "reasons"
    STEPS = "steps"
    PHRASES = "phrases"
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
        PageKind.OUTCOMES: translate("report", "Outcomes per day"),
        PageKind.REASONS: translate("report", "Lost reasons"),
        PageKind.STEPS: translate("report", "Recovery by reminder"),
        PageKind.PHRASES: translate("report", "Recovery by phrase"),
        PageKind.HOURS: translate("report", "Urges by hour"),
        PageKind.MONEY: translate("report", "Money"),
    }[kind]


def page(kind: PageKind, report: OrderReport, desk: ReportDesk) -> ReportPage:
    """A page of a report."""
    pages = {
        PageKind.OUTCOMES: lambda: _outcomes(report),
        PageKind.REASONS: lambda: _reasons(report, desk),
        PageKind.STEPS: lambda: _recovery(PageKind.STEPS, report, desk),
        PageKind.PHRASES: lambda: _recovery(PageKind.PHRASES, report, desk),
        PageKind.HOURS: lambda: _hours(report),
        PageKind.MONEY: lambda: _money(report, desk),
    }
    return pages[kind]()


def _outcomes(report: OrderReport) -> ReportPage:
    totals = {outcome: report.by_day(outcome) for outcome in Outcome}
    series = tuple(
        Series(order_words.outcome(outcome), _TONES[outcome], tuple(float(total.count) for total in totals[outcome]))
        for outcome in Outcome
    )
    name = title(PageKind.OUTCOMES)
    columns = (_day(), *(Column(order_words.outcome(outcome), Shape.COUNT) for outcome in Outcome), _rate())
    rows = []
    for at, day in enumerate(report.days):
        counts = [totals[outcome][at].count for outcome in Outcome]
        rows.append((day.isoformat(), *counts, _share(counts[0], sum(counts))))
    return ReportPage(Chart(name, _days(report.days), series), ReportTable(name, columns, tuple(rows)))


def _reasons(report: OrderReport, desk: ReportDesk) -> ReportPage:
    name, found = title(PageKind.REASONS), report.by_reason()
    whole = sum(total.count for total in found.values())
    named = [(desk.reason_name(key) if key else translate("report", "No reason given"), found[key]) for key in found]
    shown = named[:_MOST_BARS]
    chart = Chart(
        name,
        tuple(reason for reason, _total in shown),
        (Series(translate("report", "Orders"), Tone.SOON, tuple(float(total.count) for _reason, total in shown)),),
        is_across=True,
        notes=tuple(f"{total.count / whole:.0%}" for _reason, total in shown),
    )
    columns = (Column(translate("report", "Reason")), _orders(), _rate(translate("report", "Share")), _sum())
    rows = tuple((reason, total.count, _share(total.count, whole), total.money) for reason, total in named)
    return ReportPage(chart, ReportTable(name, columns, rows))


def _recovery(kind: PageKind, report: OrderReport, desk: ReportDesk) -> ReportPage:
    name, is_step = title(kind), kind is PageKind.STEPS
    rows = sorted(report.steps if is_step else report.phrases, key=lambda row: (-row.rate, -row.urged.count))
    named = [(_step(row, desk) if is_step else _phrase(row, desk), row) for row in rows]
    if report.unurged.urged.count:
        named.append((translate("report", "Without an urge"), report.unurged))
    shown = named[:_MOST_BARS]
    of = translate("report", "{paid} of {urged}")
    chart = Chart(
        name,
        tuple(said for said, _row in shown),
        (Series(translate("report", "Paid of those urged"), Tone.OK, tuple(row.rate for _said, row in shown)),),
        Unit.RATE,
        is_across=True,
        notes=tuple(
            of.replace("{paid}", f"{row.paid.count:,}").replace("{urged}", f"{row.urged.count:,}")
            for _said, row in shown
        ),
    )
    head = translate("report", "Reminder") if is_step else translate("report", "Phrase")
    urged, paid = translate("report", "Urged"), translate("report", "Paid")
    columns = (Column(head), Column(urged, Shape.COUNT), Column(paid, Shape.COUNT), _rate(), _sum())
    cells = tuple(
        (said, row.urged.count, row.paid.count, _share(row.paid.count, row.urged.count), row.paid.money)
        for said, row in named
    )
    note = translate("report", "A payment is put down to the last urge before it.")
    return ReportPage(chart, ReportTable(name, columns, cells, (note,)))


def _hours(report: OrderReport) -> ReportPage:
    name = title(PageKind.HOURS)
    counts = report.urges_by_hour
    urges = translate("report", "Urges")
    chart = Chart(
        name,
        tuple(str(hour) for hour in range(len(counts))),
        (Series(urges, Tone.ACCENT, tuple(map(float, counts))),),
    )
    columns = (Column(translate("report", "Hour")), Column(urges, Shape.COUNT))
    rows = tuple((f"{hour}:00–{hour + 1}:00", count) for hour, count in enumerate(counts))
    return ReportPage(chart, ReportTable(name, columns, rows))


def _money(report: OrderReport, desk: ReportDesk) -> ReportPage:
    """What was paid and lost per day; on today's bar also what is still open."""
    name = title(PageKind.MONEY)
    paid = [total.money for total in report.by_day(Outcome.PAID)]
    closed, given_up = report.by_day(Outcome.CLOSED), report.by_day(Outcome.GIVEN_UP)
    lost = [one.money + other.money for one, other in zip(closed, given_up, strict=True)]
    today, at_risk = desk.today(), desk.at_risk()
    open_now = [at_risk.money if day == today else Decimal(0) for day in report.days]
    named = (
        (translate("report", "Paid"), Tone.OK, paid),
        (translate("report", "Lost"), Tone.LATE, lost),
        (translate("report", "At risk now"), Tone.SOON, open_now),
    )
    series = tuple(Series(said, tone, tuple(map(float, values))) for said, tone, values in named)
    columns = (_day(), *(Column(said, Shape.MONEY) for said, _tone, _values in named))
    by_day = zip(report.days, paid, lost, open_now, strict=True)
    rows = tuple((day.isoformat(), in_time, gone, waiting) for day, in_time, gone, waiting in by_day)
    return ReportPage(Chart(name, _days(report.days), series, Unit.MONEY), ReportTable(name, columns, rows))


def tiles(report: OrderReport, at_risk: Total) -> tuple[tuple[str, str, str], ...]:
    """The figures at the head: what each is, its money, and of how many orders."""
    ended = report.by_outcome()
    lost = Total(
        ended[Outcome.CLOSED].count + ended[Outcome.GIVEN_UP].count,
        ended[Outcome.CLOSED].money + ended[Outcome.GIVEN_UP].money,
    )
    whole = lost.count + ended[Outcome.PAID].count
    named = (
        (translate("report", "Recovered"), report.recovered),
        (translate("report", "Lost"), lost),
        (translate("report", "At risk now"), at_risk),
    )
    orders = translate("report", "{count} orders")
    rate = f"{ended[Outcome.PAID].count / whole:.0%}" if whole else "–"
    of = translate("report", "{paid} of {urged}").replace("{paid}", f"{ended[Outcome.PAID].count:,}")
    money = tuple(
        (said, f"¥{total.money:,.2f}", orders.replace("{count}", f"{total.count:,}")) for said, total in named
    )
    return (*money, (translate("report", "Paid of all that ended"), rate, of.replace("{urged}", f"{whole:,}")))


def _step(row: Recovery, desk: ReportDesk) -> str:
    return desk.step_name(row.kind_id, row.step_id) if row.step_id else translate("report", "Besides the reminders")


def _phrase(row: Recovery, desk: ReportDesk) -> str:
    return (desk.phrase_title(row.phrase_id) if row.phrase_id else "") or translate("report", "A phrase that is gone")


def _share(part: int, whole: int) -> Decimal | None:
    return round(Decimal(part) / Decimal(whole), 4) if whole else None


def _days(days: Sequence[date]) -> tuple[str, ...]:
    return tuple(f"{day.month}-{day.day}" for day in days)


def _day() -> Column:
    return Column(translate("report", "Day"))


def _orders() -> Column:
    return Column(translate("report", "Orders"), Shape.COUNT)


def _sum() -> Column:
    return Column(translate("report", "Money"), Shape.MONEY)


def _rate(name: str = "") -> Column:
    return Column(name or translate("report", "Paid share"), Shape.RATE)
